/* differences.h: what the versions of one claim do differently, with readings and a sentence for people. */
#ifndef WHOSAID_CLAIMS_DIFFERENCES_H
#define WHOSAID_CLAIMS_DIFFERENCES_H

#include "departures.h"
#include "statements.h"

#include "whosaid/base/arena.h"

/* One claim at work. */
struct comparison {
    const struct vocabulary *vocabulary;
    const struct statements *statements;
    const struct document *documents;
    const struct statement *members; /* by document then position; their order is that of the versions */
    size_t count;
    size_t reference;                    /* index into members */
    const struct alignment *alignments;  /* of each member with the reference */
    const struct departures *departures; /* the same */
    const bool *comparable;              /* whether a member's words can be compared with the reference's */
};

/* The differences, substance first, in arena; *count gets their number. */
const struct difference *differences_find(const struct comparison *comparison, struct arena *arena,
                                          size_t *count);

/* Where a kind stands in the order in which a reader wants them: what makes versions differ first, then
 * words, then how it is reported, then the cosmetic. Kinds that an editor wants alike share a rank. */
int difference_rank(uint32_t kind);

#endif
