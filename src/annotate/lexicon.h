/* lexicon.h: what is known of English words without their context. */
#ifndef WHOSAID_ANNOTATE_LEXICON_H
#define WHOSAID_ANNOTATE_LEXICON_H

#include "whosaid/annotate/tokens.h"

/* The tags (enum token_tag, or-ed) of a word in lower case with straight apostrophes; 0 for an unknown one.
 * Regular forms of cue verbs ("noted", "denies", "admitting") are recognised. O(log n) in the lexicon. */
uint32_t lexicon_tags(struct str lower);

/* Whether a word before a full stop is an abbreviation, which owns the stop: "gen", "corp". */
bool lexicon_is_abbreviation(struct str lower);

/* For tests: the nth word in table order, NULL behind the last. Static. */
const char *lexicon_word(size_t index);

#endif
