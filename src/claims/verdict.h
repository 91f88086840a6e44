/* verdict.h: the decision whether two statements tell the same words. */
#ifndef WHOSAID_CLAIMS_VERDICT_H
#define WHOSAID_CLAIMS_VERDICT_H

#include "align.h"
#include "join.h"

/* Judges an alignment of shorter (a) with longer (b), by content words. *strength orders verdicts of one kind, 0 to 1. */
enum verdict verdict_judge(const struct vocabulary *vocabulary, const struct statements *statements,
                           const struct statement *shorter, const struct statement *longer,
                           const struct alignment *alignment, double *strength);

#endif
