/* verdict.h: the decision whether two statements tell the same words. */
#ifndef WHOSAID_CLAIMS_VERDICT_H
#define WHOSAID_CLAIMS_VERDICT_H

#include "align.h"

enum verdict { VERDICT_APART, VERDICT_SIMILAR, VERDICT_SAME };

/* Judges an alignment of a with b. */
enum verdict verdict_judge(const struct vocabulary *vocabulary, const struct statements *statements,
                           const struct statement *a, const struct statement *b, const struct alignment *alignment);

#endif
