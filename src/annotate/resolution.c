/* resolution.c: see resolution.h. */
#include "resolution.h"

void resolution_run(struct reading *reading)
{
    reading->entities = arena_array(reading->arena, reading->attribution_count, struct entity);
    for (size_t i = 0; i < reading->attribution_count; i++) {
        struct attribution *a = &reading->attributions[i];
        if (stretch_is_empty(a->speaker) || reading_has(reading, a->speaker.first, TAG_PRONOUN))
            continue;
        a->entity = (uint32_t)reading->entity_count;
        reading->entities[reading->entity_count++] =
            (struct entity){.name = reading_span(reading, a->speaker), .quotes = 1};
    }
}
