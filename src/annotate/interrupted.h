/* interrupted.h: sentences that their attribution interrupts. */
#ifndef WHOSAID_ANNOTATE_INTERRUPTED_H
#define WHOSAID_ANNOTATE_INTERRUPTED_H

#include "runs.h"

/* Makes the beginning of a sentence a content where the labeller left it out and what follows its attribution
 * is one: "[Too often], Lind said, [the ferry is late]". Linear. */
void interrupted_label(struct labelled *labelled);

#endif
