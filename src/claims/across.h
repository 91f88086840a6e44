/* across.h: what is quoted in several stories: the same statement told again, as in a backgrounder weeks
 * later.
 *
 * Stories are joined by join.h first; this joins their claims where quotations of two stories are one
 * statement. Between stories there is no event that both tell of, so more is asked: several words of content,
 * and one speaker or the very words. */
#ifndef WHOSAID_CLAIMS_ACROSS_H
#define WHOSAID_CLAIMS_ACROSS_H

#include "join.h"

/* Joins the groups of joined whose quotations are one statement though their stories are not. The work grows
 * as n log n in the number of quotations: see candidates.h. */
void across_join(const struct statements *statements, const uint32_t *story_of, struct joined *joined);

#endif
