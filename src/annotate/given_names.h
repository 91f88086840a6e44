/* given_names.h: which words are first names, and whose. Only resolution asks; the lexicon's tags, which the
 * model was trained on, stay as they are. */
#ifndef WHOSAID_ANNOTATE_GIVEN_NAMES_H
#define WHOSAID_ANNOTATE_GIVEN_NAMES_H

#include "whosaid/annotate/tokens.h"

/* TAG_MALE, TAG_FEMALE, or both for a first name that either may bear; 0 for any other word. O(log n). */
uint32_t given_name_gender(const struct token *token);

/* For tests: the nth name in table order, NULL behind the last. Static. */
const char *given_name_word(size_t index);

#endif
