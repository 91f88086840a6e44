/* contradictions.h: what versions of one claim tell of the same thing and that does not fit together: numbers
 * and dates. Rounding, "more than" and a month around a day are no contradiction. */
#ifndef WHOSAID_CLAIMS_CONTRADICTIONS_H
#define WHOSAID_CLAIMS_CONTRADICTIONS_H

#include "differences.h"

/* What one version tells, and in which reading it stands. */
struct stand {
    uint32_t member;  /* index into the comparison's members */
    uint32_t reading; /* numbered from 0 */
    struct str value; /* of the article's text; borrowed */
    struct span span; /* where it stands there */
};

struct contradiction {
    uint32_t kind;         /* enum difference_kind */
    bool updated;          /* a toll that may have grown from one article to the next: no conflict */
    uint32_t first, count; /* into stands, by member */
};

/* Zero-initialise; release when done. */
struct contradictions {
    VECTOR(struct contradiction) list;
    VECTOR(struct stand) stands;
};

/* Replaces *found. Each thing told is held against those of the other versions; how many are asked is
 * bounded. */
void contradictions_find(const struct comparison *comparison, struct contradictions *found);
void contradictions_release(struct contradictions *found);

#endif
