/* inclusions.h: who is told to be one of a sort, and who is told not to be: "the defendants include Lind",
 * "does not name Lind as a defendant". One name, one sort and one of the two denied is a contradiction. */
#ifndef WHOSAID_CLAIMS_INCLUSIONS_H
#define WHOSAID_CLAIMS_INCLUSIONS_H

#include "sentence.h"

enum { INCLUSIONS_MOST = 12 /* of one sentence */ };

struct inclusion {
    struct span span; /* the words that tell it, of the article's text */
    uint32_t sort;    /* stem of "defendant" */
    uint32_t name;    /* form of the last word of the name */
    bool denied;
};

typedef VECTOR(struct inclusion) inclusion_vector;

/* Appends the first inclusions that a sentence tells, at most INCLUSIONS_MOST. Linear. */
void inclusions_read(const struct sentence *s, inclusion_vector *inclusions);

/* Whether both tell of one name and one sort. */
bool inclusions_correspond(const struct inclusion *a, const struct inclusion *b);

#endif
