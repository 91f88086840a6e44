/* verdict.h: the decision whether two statements tell the same words. */
#ifndef WHOSAID_CLAIMS_VERDICT_H
#define WHOSAID_CLAIMS_VERDICT_H

#include "align.h"

struct judgement {
    bool same; /* they tell the same words */
    enum speaker_relation speakers;
    bool exact;      /* long enough and word for word, so that the words alone tell */
    double strength; /* 0 to 1 */
};

/* How common words are in the story at hand. */
struct rarity {
    const uint32_t *statements_with; /* by stem: the statements of the story that hold it */
    uint32_t most;                   /* a word in no more statements is rare */
    double statements;               /* of the story */
};

/* Judges an alignment of a with b. */
struct judgement verdict_judge(const struct statements *statements, const struct rarity *rarity,
                               const struct statement *a, const struct statement *b,
                               const struct alignment *alignment);

#endif
