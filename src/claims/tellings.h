/* tellings.h: puts neighbouring sentences of a quotation together again, after joining. */
#ifndef WHOSAID_CLAIMS_TELLINGS_H
#define WHOSAID_CLAIMS_TELLINGS_H

#include "join.h"
#include "statements.h"

struct tellings {
    statement_vector list;  /* ascending by group, then by document and position */
    VECTOR(uint32_t) group; /* of each telling: which claim; numbered from 0, ascending */
    uint32_t *group_of;     /* of each statement; caller frees with tellings_release */
    size_t group_count;
};

/* Claims whose sentences follow one another in the same quotations, told word for word by the same outlets,
 * become one claim; neighbouring sentences of one quotation in one claim become one telling. A sentence with
 * changed words stays a claim of its own, so that what differs is pointed at exactly. */
void tellings_make(const struct statements *statements, const struct joined *joined,
                   struct tellings *tellings);
void tellings_release(struct tellings *tellings);

#endif
