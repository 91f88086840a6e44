/* stance.h: whether somebody said it, did not say it, or might say it. */
#ifndef WHOSAID_ANNOTATE_STANCE_H
#define WHOSAID_ANNOTATE_STANCE_H

#include "reading.h"

/* Sets the stance of every attribution of the reading, whoever found it, from the clause of its cue. Each
 * looks at a bounded number of tokens. */
void stance_run(struct reading *reading);

#endif
