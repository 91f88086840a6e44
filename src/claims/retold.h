/* retold.h: whether one article reports in its own words what another quotes or reports. Verdict.h judges the
 * words and their order; here it is what they name, whatever the order, and so the speaker has to be the
 * same. */
#ifndef WHOSAID_CLAIMS_RETOLD_H
#define WHOSAID_CLAIMS_RETOLD_H

#include "verdict.h"

/* How far two statements are one remark: 0 when they are not taken for one, at most 1. */
double retold_judge(const struct statements *statements, const struct rarity *rarity,
                    enum speaker_relation speakers, const struct statement *a, const struct statement *b);

#endif
