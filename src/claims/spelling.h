/* spelling.h: British and American spelling by rule, and names spelled in two ways. */
#ifndef WHOSAID_CLAIMS_SPELLING_H
#define WHOSAID_CLAIMS_SPELLING_H

#include "whosaid/base/string.h"

/* Appends the American spelling of an English word in lower case; a word that no rule knows stays as it is.
 * The result is a key for comparing, not for showing: "promise" becomes "promize" in every text. */
void spelling_fold(struct str lower, struct strbuf *key);

/* Whether two long words (6 bytes or more) are within one insertion, deletion, substitution or transposition
 * of each other, two from 9 bytes on, with the first letter the same. Made for transliterated names;
 * O(bytes). */
bool spelling_is_near(struct str a, struct str b);

#endif
