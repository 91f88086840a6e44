/* utf8.h: the inner loop of UTF-8, for this layer alone; others use text_next of decode.h. */
#ifndef WHOSAID_SRC_TEXT_UTF8_H
#define WHOSAID_SRC_TEXT_UTF8_H

#include "whosaid/text/decode.h"

enum { REPLACEMENT = 0xFFFD };

static inline bool utf8_is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The rest of utf8_next, where *at is no ASCII byte. */
bool utf8_next_multibyte(struct str text, size_t *at, char32_t *code_point);

/* As text_next, but also tells U+FFFD in the text (true) from bytes that do not decode (false). */
static inline bool utf8_next(struct str text, size_t *at, char32_t *code_point)
{
    unsigned char byte = (unsigned char)text.data[*at];
    if (byte >= 0x80)
        return utf8_next_multibyte(text, at, code_point);
    *code_point = byte;
    ++*at;
    return true;
}

/* cp1252's meaning of a byte from 0x80 to 0x9F; U+FFFD for the five that have none. */
char32_t cp1252_character(unsigned char byte);

#endif
