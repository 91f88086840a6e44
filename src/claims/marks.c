/* marks.c: see marks.h. */
#include "marks.h"

/* Kinds that are found in sentences as wholes, and not where the words of two quotations part. */
static bool is_marked_here(uint32_t kind)
{
    return kind == DIFFERENCE_DATE || kind == DIFFERENCE_NUMBER || kind == DIFFERENCE_PLACE ||
           kind == DIFFERENCE_NAME || kind == DIFFERENCE_TENSE;
}

/* Where a version stands in a difference; empty when it is in none of its readings. */
static struct span span_in(const struct difference *difference, uint32_t version)
{
    for (size_t r = 0; r < difference->reading_count; r++) {
        const struct reading *reading = &difference->readings[r];
        for (size_t i = 0; i < reading->version_count; i++)
            if (reading->versions[i] == version)
                return reading->spans[i];
    }
    return (struct span){0};
}

/* Puts a mark in its place among others; false where it overlaps one. */
static bool insert(struct mark *marks, size_t count, struct span span)
{
    size_t at = count;
    while (at > 0 && marks[at - 1].span.start >= span.start)
        at--;
    if ((at > 0 && marks[at - 1].span.end > span.start) || (at < count && marks[at].span.start < span.end))
        return false;
    for (size_t i = count; i > at; i--)
        marks[i] = marks[i - 1];
    marks[at] = (struct mark){span, MARK_CHANGED};
    return true;
}

void marks_add_figures(const struct claim *claim, uint32_t index, struct arena *arena,
                       struct version *version)
{
    struct mark *marks = arena_array(arena, version->mark_count + claim->difference_count, struct mark);
    size_t count = version->mark_count;
    for (size_t i = 0; i < count; i++)
        marks[i] = version->marks[i];
    for (size_t i = 0; i < claim->difference_count; i++) {
        const struct difference *difference = &claim->differences[i];
        struct span span = is_marked_here(difference->kind) ? span_in(difference, index) : (struct span){0};
        if (!span_is_empty(span) && span.start >= version->span.start && span.end <= version->span.end)
            count += insert(marks, count, span);
    }
    version->marks = marks;
    version->mark_count = count;
}
