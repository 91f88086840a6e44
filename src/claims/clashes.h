/* clashes.h: sentences of a story that tell one thing of two names, or deny what another tells, and that
 * joining leaves apart, since they share little else: the largest exporter here, the largest share of imports
 * there. */
#ifndef WHOSAID_CLAIMS_CLASHES_H
#define WHOSAID_CLAIMS_CLASHES_H

#include "facts.h"

struct clash {
    uint32_t a, b; /* statements of different documents, ascending */
};

typedef VECTOR(struct clash) clash_vector;

/* Appends the clashes of a story. Each sentence is held against at most CLASHES_MOST_ASKED others of each
 * thing that it tells; n log n. */
enum { CLASHES_MOST_ASKED = 24 };
void clashes_find(const struct facts *facts, const struct statements *statements, const uint32_t *story,
                  size_t count, clash_vector *clashes);

#endif
