/* offices.h: titles and roles as offices: the words that tell one office from another, and whether one may be
 * said for another: "the minister" for a transport minister, "the Russian leader" for a president. */
#ifndef WHOSAID_ANNOTATE_OFFICES_H
#define WHOSAID_ANNOTATE_OFFICES_H

#include "reading.h"

/* Whether the word changes which office a rank is: vice, deputy, former, prime. */
bool office_is_qualifier(const struct reading *reading, uint32_t token);

/* Whether the word says what an office is for, so that the office may be named without it: trade, press. */
bool office_is_portfolio(const struct reading *reading, uint32_t token);

/* The rank's last word in a title or role: "Secretary" of "Secretary of State". */
uint32_t office_rank(const struct reading *reading, struct stretch office);

/* Whether somebody known by a title or role, perhaps empty, can be called by the phrase, which has no
 * determiner: "Russian president", "minister". */
bool office_answers_to(const struct reading *reading, struct stretch known, struct stretch phrase);

#endif
