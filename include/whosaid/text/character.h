/* character.h: what kind of character a code point is; one place for the tests that every layer needs. */
#ifndef WHOSAID_TEXT_CHARACTER_H
#define WHOSAID_TEXT_CHARACTER_H

#include "whosaid/base/string.h"

#include <stdbool.h>
#include <uchar.h>

bool char_is_space(char32_t c);  /* White_Space, no-break spaces included */
bool char_is_letter(char32_t c); /* general category L* */
bool char_is_digit(char32_t c);  /* general category Nd */
bool char_is_upper(char32_t c);  /* Lu, Lt */
bool char_is_lower(char32_t c);  /* Ll */
bool char_is_mark(char32_t c);   /* M* */

/* Whether a zero-terminated list holds the character; none holds 0. */
bool char_is_one_of(char32_t c, const char32_t *list);

/* Appends text in lower case (simple mapping, code point for code point). */
void text_lower(struct str text, struct strbuf *out);

/* Appends text case-folded and without combining marks, for search: "cafe" finds "Café". */
void text_fold(struct str text, struct strbuf *out);

#endif
