/* nesting.h: of two attributions in one sentence, one inside what the other reports, the outer one stays:
 * "the mayor said Lund hopes to win" is the mayor's, hope and all. The labeller, which gives each word one
 * label, often marks both cues, and what was said for the inner one alone. */
#ifndef WHOSAID_ANNOTATE_NESTING_H
#define WHOSAID_ANNOTATE_NESTING_H

#include "runs.h"

/* Gives each cue that reports nothing what the cue beside it reports, with that cue and its source, where
 * their places say that this is what was said. Changes labels and runs. Linear. */
void nesting_settle(struct labelled *labelled);

#endif
