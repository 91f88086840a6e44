/* identity.h: which speakers of many articles are one: full names first, then surnames, titles, and all
 * others. What may join is said in whosaid/claims/people.h. */
#ifndef WHOSAID_CLAIMS_IDENTITY_H
#define WHOSAID_CLAIMS_IDENTITY_H

#include "called.h"

#include "whosaid/base/vector.h"

/* One speaker of one article. */
struct member {
    uint32_t document, entity, story;
    uint32_t gender; /* enum entity_gender */
    uint32_t person; /* set by identity_settle */
    struct called called;
};

typedef VECTOR(struct member) member_vector;

/* Gives each member, unsettled with person NO_INDEX, the number of its person; returns how many there are.
 * Numbers depend on the order of the members, who is together does not. n log n. */
uint32_t identity_settle(member_vector *members);

#endif
