/* term_counts.c: see term_counts.h. A table with open addressing, half full at the most. */
#include "term_counts.h"

#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1024 };

/* The slot of a key, or the empty one where it belongs. */
static size_t slot_of(const struct term_counts *counts, uint32_t key)
{
    size_t mask = counts->slot_count - 1;
    size_t slot = hash_mix(key) & mask;
    while (counts->slots[slot] && counts->terms.data[counts->slots[slot] - 1].key != key)
        slot = (slot + 1) & mask;
    return slot;
}

static void grow(struct term_counts *counts)
{
    counts->slot_count = counts->slot_count ? counts->slot_count * 2 : FIRST_SLOTS;
    free(counts->slots);
    counts->slots = memory_calloc(counts->slot_count, sizeof *counts->slots);
    for (uint32_t i = 0; i < counts->terms.size; i++)
        counts->slots[slot_of(counts, counts->terms.data[i].key)] = i + 1;
}

uint32_t term_counts_meet(struct term_counts *counts, uint32_t key, uint32_t document, bool *first)
{
    if ((counts->terms.size + 1) * 2 > counts->slot_count)
        grow(counts);
    size_t slot = slot_of(counts, key);
    if (!counts->slots[slot]) {
        vector_push(&counts->terms, ((struct counted_term){.key = key}));
        counts->slots[slot] = (uint32_t)counts->terms.size;
    }
    uint32_t number = counts->slots[slot] - 1;
    struct counted_term *term = &counts->terms.data[number];
    *first = term->last != document;
    term->documents += *first;
    term->last = document;
    return number;
}

void term_counts_release(struct term_counts *counts)
{
    vector_release(&counts->terms);
    free(counts->slots);
    *counts = (struct term_counts){0};
}
