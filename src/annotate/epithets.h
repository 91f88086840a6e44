/* epithets.h: whom a phrase means that tells something of a person: place with party or office ("the Texas
 * Republican"), party, age ("the 54-year-old"), or what news take for whoever a passage is about ("the striker").
 */
#ifndef WHOSAID_ANNOTATE_EPITHETS_H
#define WHOSAID_ANNOTATE_EPITHETS_H

#include "resolving.h"

/* The one person named before of whom the words beside the name tell it: "Lind (R-Tex.)", "Lind, a Republican
 * from Texas", "Texas Sen. Anna Lind", "Ida Lind, 54,"; for the last kind, whom the passage is about. Nobody when
 * several fit, or the phrase is of another kind. Looks at a bounded number of names. */
struct resolved resolving_epithet(const struct resolving *resolving, struct stretch phrase);

#endif
