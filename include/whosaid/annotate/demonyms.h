/* demonyms.h: whether two words tell of one country: Russia and Russian, France and French. */
#ifndef WHOSAID_ANNOTATE_DEMONYMS_H
#define WHOSAID_ANNOTATE_DEMONYMS_H

#include "whosaid/base/string.h"

#include <stdbool.h>

/* Both in lower case. True for equal words as well; by regular endings, and a table of the irregular ones. */
bool demonym_matches(struct str a, struct str b);

#endif
