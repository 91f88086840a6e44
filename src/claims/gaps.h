/* gaps.h: what kind of difference it is when words of one version stand where the other has others, or none.
 */
#ifndef WHOSAID_CLAIMS_GAPS_H
#define WHOSAID_CLAIMS_GAPS_H

#include "words.h"

/* One version's side of a gap: count words from first on; text is the article's. */
struct gap_side {
    struct str text;
    const struct word *words;
    uint32_t first, count;
};

/* One of enum difference_kind. */
uint32_t gap_kind(const struct vocabulary *vocabulary, const struct gap_side *a, const struct gap_side *b);

/* Whether a side holds words that carry content, or a negation. */
bool gap_side_tells(const struct vocabulary *vocabulary, const struct gap_side *side);

#endif
