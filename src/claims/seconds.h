/* seconds.h: second places of a sentence. Joining puts a statement in one claim, but a sentence may tell what
 * two sentences of another article tell. A pair that joining found and had no place for gets one here: one of
 * the two becomes a version of the other's claim as well, or both begin a claim. */
#ifndef WHOSAID_CLAIMS_SECONDS_H
#define WHOSAID_CLAIMS_SECONDS_H

#include "facts.h"

/* A statement that is a version of one more claim. Groups from the number of statements on are new claims. */
struct second {
    uint32_t group, statement;
};

typedef VECTOR(struct second) second_vector;

/* Zero-initialise; release when done. */
struct seconds {
    second_vector list;
    uint32_t new_groups;
    VECTOR(uint32_t) group_of; /* by statement: its second group, or NO_INDEX */
    VECTOR(uint32_t) last_of;  /* by group: its last entry of the list + 1, 0 none */
    VECTOR(uint32_t) previous; /* by entry: the one before it of its group + 1, 0 none */
};

/* The groups as joined: for each statement its group, and the next of it in a ring. */
struct groups {
    const uint32_t *group, *next;
};

/* Finds a second place for a pair of statements of two groups that tell one fact. Looks at a bounded number
 * of others. */
void seconds_add(struct seconds *seconds, const struct facts *facts, const struct statements *statements,
                 const struct groups *groups, const struct fact_pair *pair);

/* Puts two statements that tell one thing in two ways side by side: in the claim of one of them, or in a
 * new one. */
void seconds_add_clash(struct seconds *seconds, const struct statements *statements,
                       const struct groups *groups, uint32_t a, uint32_t b);

/* Begins a claim of two sentences of one article that contradict each other, where neither has a second place
 * yet. */
void seconds_add_slip(struct seconds *seconds, const struct statements *statements, uint32_t a, uint32_t b);
void seconds_release(struct seconds *seconds);

#endif
