/* gaps.h: what kind of difference it is when words of one version stand where the other has others,
 * or none. */
#ifndef WHOSAID_CLAIMS_GAPS_H
#define WHOSAID_CLAIMS_GAPS_H

#include "sentence.h"

/* One version's side of a gap: count words of it, from first on. */
struct gap_side {
    const struct sentence *s;
    uint32_t first, count;
};

/* One of enum difference_kind. */
uint32_t gap_kind(const struct gap_side *a, const struct gap_side *b);

/* Whether a side holds words that carry content, or a negation. */
bool gap_side_tells(const struct gap_side *side);

#endif
