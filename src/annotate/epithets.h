/* epithets.h: whom a place with a party or an office means: "the Texas Republican", "the Vermont senator". */
#ifndef WHOSAID_ANNOTATE_EPITHETS_H
#define WHOSAID_ANNOTATE_EPITHETS_H

#include "resolving.h"

/* The one person named before of whom the words beside the name tell the place and the party or office: "Lind
 * (R-Tex.)", "Lind, a Republican from Texas", "Texas Sen. Anna Lind". Nobody when several fit, or the phrase
 * is of another kind. Looks at a bounded number of names. */
struct resolved resolving_epithet(const struct resolving *resolving, struct stretch phrase);

#endif
