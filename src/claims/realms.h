/* realms.h: the state that a word of a name stands for: Ottawa, Canadian and Canada are one. Names that no
 * state of the table has (realms.def) stand for none. */
#ifndef WHOSAID_CLAIMS_REALMS_H
#define WHOSAID_CLAIMS_REALMS_H

#include "sentence.h"

/* A state, from one; 0 when the word, in lower case, names none. */
uint8_t realm_named(struct str lower);

/* The state that the word at a place and, for "United States", the one behind it name, or 0; *length is set
 * to how many words that are. */
uint8_t realm_at(const struct sentence *s, uint32_t at, uint32_t *length);

#endif
