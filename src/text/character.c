/* character.c: character classes, lower case and folding, by utf8proc. */
#include "whosaid/text/character.h"

#include "utf8.h"

#include "whosaid/base/ascii.h"

#include <utf8proc.h>

static utf8proc_category_t category(char32_t c)
{
    return utf8proc_category((utf8proc_int32_t)c);
}

bool char_is_space(char32_t c)
{
    if (c < 0x80)
        return ascii_is_space((char)c);
    utf8proc_category_t of = category(c);
    return c == 0x85 || of == UTF8PROC_CATEGORY_ZS || of == UTF8PROC_CATEGORY_ZL ||
           of == UTF8PROC_CATEGORY_ZP;
}

bool char_is_letter(char32_t c)
{
    if (c < 0x80)
        return ascii_is_letter((char)c);
    utf8proc_category_t of = category(c);
    return of >= UTF8PROC_CATEGORY_LU && of <= UTF8PROC_CATEGORY_LO;
}

bool char_is_digit(char32_t c)
{
    return c < 0x80 ? ascii_is_digit((char)c) : category(c) == UTF8PROC_CATEGORY_ND;
}

bool char_is_upper(char32_t c)
{
    if (c < 0x80)
        return ascii_is_upper((char)c);
    utf8proc_category_t of = category(c);
    return of == UTF8PROC_CATEGORY_LU || of == UTF8PROC_CATEGORY_LT;
}

bool char_is_lower(char32_t c)
{
    return c < 0x80 ? ascii_is_lower((char)c) : category(c) == UTF8PROC_CATEGORY_LL;
}

bool char_is_one_of(char32_t c, const char32_t *list)
{
    while (*list && *list != c)
        list++;
    return *list != 0;
}

bool char_is_mark(char32_t c)
{
    if (c < 0x300)
        return false;
    utf8proc_category_t of = category(c);
    return of >= UTF8PROC_CATEGORY_MN && of <= UTF8PROC_CATEGORY_ME;
}

void text_lower(struct str text, struct strbuf *out)
{
    strbuf_reserve(out, text.size);
    for (size_t at = 0; at < text.size;) {
        char32_t c = text_next(text, &at);
        if (c < 0x80)
            strbuf_add_byte(out, (char)(char_is_upper(c) ? c + ('a' - 'A') : c));
        else
            strbuf_add_code_point(out, (char32_t)utf8proc_tolower((utf8proc_int32_t)c));
    }
}

/* The longest folding of one code point is 18 (U+FDFA, whose compatibility form is a sentence). */
enum { MOST_FOLDED = 32 };

static void fold(char32_t c, struct strbuf *out)
{
    const utf8proc_option_t options =
        UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK;
    utf8proc_int32_t folded[MOST_FOLDED];
    int boundary = UTF8PROC_BOUNDCLASS_START;
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)c, folded, MOST_FOLDED, options, &boundary);
    if (count < 0 || count > MOST_FOLDED) {
        strbuf_add_code_point(out, c);
        return;
    }
    for (utf8proc_ssize_t i = 0; i < count; i++)
        strbuf_add_code_point(out, (char32_t)folded[i]);
}

void text_fold(struct str text, struct strbuf *out)
{
    strbuf_reserve(out, text.size);
    for (size_t at = 0; at < text.size;) {
        char32_t c = text_next(text, &at);
        if (c < 0x80)
            strbuf_add_byte(out, (char)(char_is_upper(c) ? c + ('a' - 'A') : c));
        else
            fold(c, out);
    }
}
