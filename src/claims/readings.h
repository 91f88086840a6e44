/* readings.h: what the versions of one claim read at one point, and the differences that come of it. */
#ifndef WHOSAID_CLAIMS_READINGS_H
#define WHOSAID_CLAIMS_READINGS_H

#include "differences.h"

#include "whosaid/base/arena.h"

/* What one version reads; key is equal when readings are. */
struct telling {
    uint32_t member;
    uint64_t key;
    struct str value; /* borrowed or in the arena */
    struct span span; /* where it says so */
};

/* The differences of one claim as they are found. Release when done. */
struct readings {
    const struct comparison *c;
    struct arena *arena;             /* for what is found */
    VECTOR(struct telling) tellings; /* at the point at hand */
    VECTOR(struct difference) found;
};

/* A version of the claim. Borrowed. */
static inline const struct statement *readings_member(const struct readings *readings, size_t index)
{
    return &readings->c->members[index];
}

/* Starts another point: forgets the tellings. */
void readings_begin(struct readings *readings);

/* Tells what a version reads at the point at hand. Members ascend;
 * one that says nothing on it is left out. */
void readings_tell(struct readings *readings, size_t member, uint64_t key, struct str value,
                   struct span span);

/* Adds a difference of the tellings at hand, if they are of two kinds or more. updated: a figure that grew
 * from one version to the next. */
void readings_push(struct readings *readings, uint32_t kind, bool updated);

void readings_release(struct readings *readings);

#endif
