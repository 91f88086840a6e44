/* unattributed.h: whether an outlet tells in its own voice what another has from somebody. Word for word is
 * attributions.h's to see; here it is a report and a sentence that share most of what they tell. */
#ifndef WHOSAID_CLAIMS_UNATTRIBUTED_H
#define WHOSAID_CLAIMS_UNATTRIBUTED_H

#include "differences.h"

/* Whether version own is the outlet's, and tells without a source what version report of another article
 * reports to have been said. Linear in the product of their words. */
bool unattributed_tells(const struct comparison *comparison, size_t own, size_t report);

/* Whether two versions share half of what the shorter tells, names counted as well. As costly. */
bool unattributed_shares_half(const struct comparison *comparison, size_t a, size_t b);

#endif
