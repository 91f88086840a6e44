/* sites.h: where the versions of one claim have other words: each place of the reference from which some of
 * them depart.
 *
 * The departures of all versions, of one kind and close together in the reference, are one difference; a
 * version that tells that part reads there as its own words say. */
#ifndef WHOSAID_CLAIMS_SITES_H
#define WHOSAID_CLAIMS_SITES_H

#include "readings.h"

/* Adds the differences of words to readings. Grows as n log n in the departures, for each site with the
 * versions. */
void sites_find(struct readings *readings);

#endif
