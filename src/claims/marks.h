/* marks.h: what is highlighted in a version besides the words that depart from the reference's
 * (departures.h): dates, numbers, places and names that not all versions tell alike. */
#ifndef WHOSAID_CLAIMS_MARKS_H
#define WHOSAID_CLAIMS_MARKS_H

#include "whosaid/base/arena.h"
#include "whosaid/claims/claims.h"

/* Adds to the marks of a version, the claim's index-th, those of the claim's differences that stand in it and
 * overlap no other mark. The marks are then in arena. */
void marks_add_figures(const struct claim *claim, uint32_t index, struct arena *arena,
                       struct version *version);

#endif
