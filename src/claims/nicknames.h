/* nicknames.h: short forms of given names: Bill, William; Mike, Michael. */
#ifndef WHOSAID_CLAIMS_NICKNAMES_H
#define WHOSAID_CLAIMS_NICKNAMES_H

#include "whosaid/base/string.h"

/* Whether a word, in lower case, is a short form that begins with another letter than the name. */
bool nickname_is_known(struct str word);

/* Whether it is short for a name, both in lower case. */
bool nickname_is_of(struct str word, struct str name);

/* Whether one given name can be short for the other, or an initial of it: Bill and William, Mike and Michael,
 * Alex and Alexander. Both in lower case. */
bool nickname_may_be(struct str a, struct str b);

#endif
