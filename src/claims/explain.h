/* explain.h: a difference in sentences for people: who says what, and why it counts as it does.
 *
 * It reports what texts do and judges nobody: "differs" is said of them, never who is right. */
#ifndef WHOSAID_CLAIMS_EXPLAIN_H
#define WHOSAID_CLAIMS_EXPLAIN_H

#include "differences.h"

#include "whosaid/base/arena.h"

/* Fills in note and why of a difference whose kind and readings are known, in arena. */
void explain_difference(const struct comparison *comparison, struct arena *arena,
                        struct difference *difference);

#endif
