/* join.h: which statements of a story are one claim, and which are only alike. */
#ifndef WHOSAID_CLAIMS_JOIN_H
#define WHOSAID_CLAIMS_JOIN_H

#include "seconds.h"

/* Two claims that are alike in content: indices of one statement of each. */
struct alike {
    uint32_t a, b;
};

/* Release with joined_release. */
struct joined {
    uint32_t *group; /* for each statement the lowest statement of its claim */
    bool *changed;   /* for each statement whether it was joined with one whose words are not all the same */
    VECTOR(struct alike) alike;
    struct seconds seconds;
};

/* Joins the statements whose documents share a story. The work grows as n log n: see candidates.h. */
void join_statements(const struct statements *statements, const uint32_t *story_of, struct joined *joined);
void joined_release(struct joined *joined);

#endif
