/* wordings.h: the wordings in which a claim is quoted: versions that read alike wherever
 * words are compared. */
#ifndef WHOSAID_OUTPUT_WORDINGS_H
#define WHOSAID_OUTPUT_WORDINGS_H

#include "whosaid/claims/claims.h"

struct wordings {
    uint32_t *of;   /* by version, its wording; NO_INDEX for one that quotes no words */
    uint32_t count; /* 0 or 1: the claim has no variants */
};

/* Release with wordings_release. O(versions * wordings * differences). */
void wordings_find(const struct claim *claim, struct wordings *wordings);
void wordings_release(struct wordings *wordings);

#endif
