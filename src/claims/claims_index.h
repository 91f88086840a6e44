/* claims_index.h: what a struct claims owns besides its lists: the arena,
 * and which versions a document has. */
#ifndef WHOSAID_CLAIMS_CLAIMS_INDEX_H
#define WHOSAID_CLAIMS_CLAIMS_INDEX_H

#include "whosaid/base/arena.h"
#include "whosaid/claims/claims.h"

struct claims_index {
    struct arena arena;
    uint32_t *story_of; /* by document */
    size_t document_count;
    struct claim_ref *refs; /* by document, then by the version's start */
    uint32_t *first_ref;    /* by document, and one past the last */
};

/* Fills refs and first_ref from the claims, in the arena. Time grows as n log n. */
void claims_index_versions(struct claims *claims);

#endif
