/* certain.h: which finds of the rules the labeller may not undo. */
#ifndef WHOSAID_ANNOTATE_CERTAIN_H
#define WHOSAID_ANNOTATE_CERTAIN_H

#include "runs.h"

/* Whether the labeller must take it as it is: cues that can be nothing else ("according to", "was quoted as
 * saying"), and marks with a speaker that stand alone. */
bool certain_is_found(const struct labelled *labelled, const struct attribution *attribution);

/* Whether the rules believe it where no label took any of it: words in marks with a speaker, all that
 * somebody said or part of it, and "contends that". */
bool certain_is_plain(const struct reading *reading, const struct attribution *attribution);

#endif
