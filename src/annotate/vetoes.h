/* vetoes.h: what no reader would take for an attribution, though the labeller does. */
#ifndef WHOSAID_ANNOTATE_VETOES_H
#define WHOSAID_ANNOTATE_VETOES_H

#include "runs.h"

/* A content with the cue and the speaker that it would get; both may be empty. */
struct candidate {
    struct stretch content, cue, speaker;
    bool again; /* the same cue has a content already */
};

/* Whether it is none: words in marks that nobody is named for, the passive without a speaker ("is expected"),
 * a refusal, a relative clause, what somebody denies, the speaker, and what stands before "which" or "who".
 */
bool vetoes_candidate(const struct labelled *labelled, const struct candidate *candidate);

#endif
