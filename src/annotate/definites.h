/* definites.h: definite phrases for an organisation or a text that was named before: "the agency", "the
 * Rome-based agency", "the union", "the report". People are for resolution.c and epithets.c. */
#ifndef WHOSAID_ANNOTATE_DEFINITES_H
#define WHOSAID_ANNOTATE_DEFINITES_H

#include "resolving.h"

/* Which organisation or text the phrase means, by what it says it is: the one of that kind named last, or,
 * where any may be called so ("the group"), the one that spoke just before. Looks back a bounded number of
 * names. */
struct resolved resolving_definite(struct resolving *resolving, struct stretch phrase);

#endif
