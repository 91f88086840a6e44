/* terms.h: sparse vectors of weighted terms, for likeness of whole documents. What a term is, and what it
 * weighs, is the caller's. */
#ifndef WHOSAID_CLAIMS_TERMS_H
#define WHOSAID_CLAIMS_TERMS_H

#include "whosaid/base/vector.h"

#include <stdint.h>

struct term {
    uint32_t stem;
    float weight;
};

typedef VECTOR(struct term) term_vector; /* ascending by stem, each once */

/* Drops all but the heaviest; of equal weight the lower stems stay. */
void terms_keep_heaviest(term_vector *terms, size_t most);

/* Euclidean length. */
float terms_norm(const term_vector *terms);

/* The sum of the products of weights of what both have. Linear. */
float terms_dot(const term_vector *a, const term_vector *b);

/* Appends the sum of both to an empty vector. */
void terms_add(const term_vector *a, const term_vector *b, term_vector *sum);

#endif
