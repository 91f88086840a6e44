/* namesakes.h: full names of one story that are one person's though they are not the same: Bill Tate and
 * William Tate, Carolina Ibáñez and Carolina Ibáñez Lagos. */
#ifndef WHOSAID_CLAIMS_NAMESAKES_H
#define WHOSAID_CLAIMS_NAMESAKES_H

#include "identity.h"

/* Gives such members, who have a person by their full name alone, one person: where one name of the story
 * fits and no other, and no article has both. n log n, but that namesakes of a story are compared with each
 * other, MOST_BEARERS at most. */
void namesakes_join(member_vector *members);

#endif
