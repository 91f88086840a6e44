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

/* Whether the verbs of a cue tell of a deed alone, neither of words nor of thoughts: marks beside it then set
 * off a name or a phrase of the author's: "was awarded a medal for 'courage'". */
bool vetoes_cue(const struct labelled *labelled, struct stretch cue);

#endif
