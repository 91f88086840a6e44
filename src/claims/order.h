/* order.h: how far the versions of a claim depart from each other, and which claims come first. */
#ifndef WHOSAID_CLAIMS_ORDER_H
#define WHOSAID_CLAIMS_ORDER_H

#include "whosaid/claims/claims.h"

/* The relation of a claim whose differences are found; outlets: how many print a version, those of one
 * witness counted one by one. One witness is single, but for outlets that each print one text in words of
 * their own. */
enum relation claim_relation(const struct claim *claim, uint32_t outlets);

/* By story; within it the most interesting first: what is said before what is told. As qsort wants it; 0 for
 * claims whose first versions are at one place. */
int claim_compare(const struct claim *a, const struct claim *b);

#endif
