/* denials.h: versions of which one says what another denies: said and not said, offered and never offered.
 *
 * For reports and what outlets tell themselves; words that are quoted on both sides are
 * compared in sites.h. */
#ifndef WHOSAID_CLAIMS_DENIALS_H
#define WHOSAID_CLAIMS_DENIALS_H

#include "readings.h"

/* Adds what it finds as differences of polarity. Linear in the words of the versions. */
void denials_find(struct readings *readings);

#endif
