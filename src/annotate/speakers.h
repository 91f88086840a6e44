/* speakers.h: who says what a cue reports: the source that the labeller saw, or the subject of the cue where
 * it saw none or, by the parse, another one's; and where nobody says it at all. */
#ifndef WHOSAID_ANNOTATE_SPEAKERS_H
#define WHOSAID_ANNOTATE_SPEAKERS_H

#include "runs.h"

/* The speaker of a cue. source: the run that stands nearest, or NULL; found: whom the rules name, or empty.
 * Empty when nobody is named, or the cue is of a kind that nobody speaks. */
struct stretch speaker_of_cue(const struct labelled *labelled, struct stretch cue, const struct run *source,
                              struct stretch found);

/* Whether a verb shares the form of "be" of a passive before it: "was taken aside and told". */
bool speaker_shares_passive(const struct labelled *labelled, uint32_t verb);

#endif
