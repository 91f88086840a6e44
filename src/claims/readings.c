/* readings.c: see readings.h. */
#include "readings.h"

#include "explain.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

void readings_begin(struct readings *readings)
{
    vector_clear(&readings->tellings);
}

void readings_tell(struct readings *readings, size_t member, uint64_t key, struct str value, struct span span)
{
    vector_push(&readings->tellings, ((struct telling){(uint32_t)member, key, value, span}));
}

/* Groups the tellings at hand by key, in the order in which they first come. */
static struct reading *group_tellings(struct readings *readings, size_t *count)
{
    size_t most = readings->tellings.size;
    struct reading *list = arena_array(readings->arena, most, struct reading);
    uint64_t *keys = memory_alloc(most * sizeof *keys);
    *count = 0;
    for (size_t i = 0; i < most; i++) {
        const struct telling *telling = &readings->tellings.data[i];
        size_t r = 0;
        while (r < *count && keys[r] != telling->key)
            r++;
        if (r == *count) {
            keys[(*count)++] = telling->key;
            list[r] = (struct reading){telling->value, arena_array(readings->arena, most, uint32_t),
                                       arena_array(readings->arena, most, struct span), 0};
        }
        ((struct span *)list[r].spans)[list[r].version_count] = telling->span;
        ((uint32_t *)list[r].versions)[list[r].version_count++] = telling->member;
    }
    free(keys);
    return list;
}

void readings_push(struct readings *readings, uint32_t kind, bool updated)
{
    if (readings->tellings.size < 2)
        return;
    size_t count;
    const struct reading *list = group_tellings(readings, &count);
    if (count < 2)
        return;
    struct difference difference = {
        .kind = kind,
        .cosmetic = difference_is_cosmetic(kind),
        .updated = updated,
        .readings = list,
        .reading_count = count,
    };
    explain_difference(readings->c, readings->arena, &difference);
    vector_push(&readings->found, difference);
}

void readings_release(struct readings *readings)
{
    vector_release(&readings->tellings);
    vector_release(&readings->found);
}
