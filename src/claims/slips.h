/* slips.h: figures that one article tells in two ways: a 47-page report here, a 48-page report there. */
#ifndef WHOSAID_CLAIMS_SLIPS_H
#define WHOSAID_CLAIMS_SLIPS_H

#include "facts.h"

/* Two sentences of one article that cannot both be right. */
struct slip {
    uint32_t a, b; /* statements, ascending */
};

typedef VECTOR(struct slip) slip_vector;

/* Appends the slips of a story's articles, one for each thing told. Precise rather than complete: only ages,
 * and numbers with two words of what they are of, in sentences that share more. n log n. */
void slips_find(const struct facts *facts, const struct statements *statements, const uint32_t *story,
                size_t count, slip_vector *slips);

#endif
