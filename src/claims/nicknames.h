/* nicknames.h: short forms of given names that begin with another letter than the name: Bill, William. */
#ifndef WHOSAID_CLAIMS_NICKNAMES_H
#define WHOSAID_CLAIMS_NICKNAMES_H

#include "whosaid/base/string.h"

/* Whether a word, in lower case, is such a short form. */
bool nickname_is_known(struct str word);

/* Whether it is short for a name, both in lower case. */
bool nickname_is_of(struct str word, struct str name);

#endif
