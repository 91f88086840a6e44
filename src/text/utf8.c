/* utf8.c: walking through UTF-8 and writing it; counting code points. Guessing an encoding is decode.c's. */
#include "utf8.h"

#include "whosaid/base/array.h"

#include <assert.h>

/* What may follow a lead byte: how many continuation bytes, and the range of the first of them, which
 * excludes overlong forms, surrogates and what lies beyond U+10FFFF (Unicode 15, table 3-7). */
struct lead {
    unsigned char first, last; /* of the lead byte */
    unsigned char more;        /* continuation bytes */
    unsigned char low, high;   /* of the first of them */
};

static const struct lead leads[] = {
    {0xC2, 0xDF, 1, 0x80, 0xBF}, {0xE0, 0xE0, 2, 0xA0, 0xBF}, {0xE1, 0xEC, 2, 0x80, 0xBF},
    {0xED, 0xED, 2, 0x80, 0x9F}, {0xEE, 0xEF, 2, 0x80, 0xBF}, {0xF0, 0xF0, 3, 0x90, 0xBF},
    {0xF1, 0xF3, 3, 0x80, 0xBF}, {0xF4, 0xF4, 3, 0x80, 0x8F},
};

static const struct lead *find_lead(unsigned char byte)
{
    for (size_t i = 0; i < LENGTH(leads); i++)
        if (byte >= leads[i].first && byte <= leads[i].last)
            return &leads[i];
    return NULL;
}

bool utf8_next_multibyte(struct str text, size_t *at, char32_t *code_point)
{
    const unsigned char *bytes = (const unsigned char *)text.data;
    size_t i = *at;
    const struct lead *lead = find_lead(bytes[i++]);
    *code_point = REPLACEMENT;
    *at = i;
    if (!lead)
        return false;
    char32_t c = bytes[i - 1] & (0x3Fu >> lead->more);
    unsigned char low = lead->low, high = lead->high;
    for (unsigned left = lead->more; left > 0; left--, low = 0x80, high = 0xBF) {
        if (i >= text.size || bytes[i] < low || bytes[i] > high)
            return false;
        c = c << 6 | (bytes[i++] & 0x3Fu);
        *at = i;
    }
    *code_point = c;
    return true;
}

char32_t text_next(struct str text, size_t *at)
{
    char32_t c;
    assert(*at < text.size);
    utf8_next(text, at, &c);
    return c;
}

char32_t text_previous(struct str text, size_t *at)
{
    assert(*at > 0 && *at <= text.size);
    size_t start = *at - 1;
    while (start > 0 && *at - start < 4 && utf8_is_continuation(text.data[start]))
        start--;
    *at = start;
    char32_t c;
    utf8_next(text, &start, &c);
    return c;
}

size_t text_encode(char32_t c, char out[4])
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = REPLACEMENT;
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)((0xF00u >> size & 0xF0u) | c);
    return size;
}

void strbuf_add_code_point(struct strbuf *buffer, char32_t code_point)
{
    char bytes[4];
    strbuf_add(buffer, bytes, text_encode(code_point, bytes));
}

size_t text_code_points(struct str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += !utf8_is_continuation(text.data[i]);
    return count;
}
