/* parts.h: the clauses of a sentence. A sentence often tells several facts, and outlets put them together in
 * other ways; so a clause that tells a figure is compared by itself too. */
#ifndef WHOSAID_CLAIMS_PARTS_H
#define WHOSAID_CLAIMS_PARTS_H

#include "sentence.h"

/* Words [first, end) of the sentence. */
struct part {
    uint32_t first, end;
};

typedef VECTOR(struct part) part_vector;

/* Replaces *parts by the clauses of a sentence, ascending and without gaps; one when there is nothing to cut.
 * A cut stands at a semicolon, a dash, a bracket, at most commas, and before words that begin a clause.
 * Linear. */
void parts_split(const struct sentence *s, part_vector *parts);

#endif
