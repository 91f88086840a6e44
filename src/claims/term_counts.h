/* term_counts.h: terms numbered from 0 in the order they are met, and how many documents hold each. */
#ifndef WHOSAID_CLAIMS_TERM_COUNTS_H
#define WHOSAID_CLAIMS_TERM_COUNTS_H

#include "whosaid/base/vector.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct counted_term {
    uint32_t key;
    uint32_t documents; /* that hold it */
    uint32_t last;      /* the document that was counted last, from 1 */
    uint32_t place;     /* where that document's own entry stands; the caller's */
};

/* A zeroed one is empty. */
struct term_counts {
    VECTOR(struct counted_term) terms; /* by number */
    uint32_t *slots;                   /* number + 1 by hash of the key, 0 empty */
    size_t slot_count;
};

/* The number of a term of a document; documents come one after the other, counted from 1. *first says whether
 * this is its first occurrence there. O(1). */
uint32_t term_counts_meet(struct term_counts *counts, uint32_t key, uint32_t document, bool *first);

void term_counts_release(struct term_counts *counts);

#endif
