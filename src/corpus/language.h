/* language.h: whether a text is English. Others are not told apart yet. */
#ifndef WHOSAID_SRC_CORPUS_LANGUAGE_H
#define WHOSAID_SRC_CORPUS_LANGUAGE_H

#include "whosaid/base/string.h"

/* "en", or "und" (undetermined, BCP 47). By the share of words that are frequent in English and rare in other
 * languages ("the", "which"), among the first few hundred words. Static. */
const char *language_of(struct str text);

#endif
