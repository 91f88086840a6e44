/* json.c: see json.h. Not with jansson, which would copy every article's text into a tree first. */
#include "whosaid/output/json.h"

#include "whosaid/base/array.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"
#include "whosaid/text/sanitise.h"

#include <inttypes.h>

/* Code points that a terminal obeys, hides or reorders by: C1, Default_Ignorable_Code_Point (Unicode 15,
 * DerivedCoreProperties.txt), bidi controls, line separators, interlinear marks, noncharacters. Ascending. */
static const struct {
    char32_t first, last;
} UNSAFE[] = {
    {0x7F, 0x9F},     {0xAD, 0xAD},       {0x34F, 0x34F},     {0x61C, 0x61C},     {0x115F, 0x1160},
    {0x17B4, 0x17B5}, {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},
    {0x3164, 0x3164}, {0xFDD0, 0xFDEF},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

static bool is_unsafe(char32_t c)
{
    if ((c & 0xFFFE) == 0xFFFE)
        return true;
    for (size_t i = 0; i < LENGTH(UNSAFE) && c >= UNSAFE[i].first; i++)
        if (c <= UNSAFE[i].last)
            return true;
    return false;
}

static void put_separator(struct json *json)
{
    if (json->comma)
        strbuf_add_byte(json->out, ',');
    json->comma = true;
}

void json_begin(struct json *json, char bracket)
{
    put_separator(json);
    strbuf_add_byte(json->out, bracket);
    json->comma = false;
}

void json_end(struct json *json, char bracket)
{
    strbuf_add_byte(json->out, bracket);
    json->comma = true;
}

void json_key(struct json *json, const char *name)
{
    json_str(json, str_from(name));
    strbuf_add_byte(json->out, ':');
    json->comma = false;
}

static void put_escape(struct strbuf *out, char32_t c)
{
    if (c >= 0x10000) {
        c -= 0x10000;
        strbuf_add_format(out, "\\u%04x\\u%04x", 0xD800 + (unsigned)(c >> 10),
                          0xDC00 + (unsigned)(c & 0x3FF));
    } else {
        strbuf_add_format(out, "\\u%04x", (unsigned)c);
    }
}

static void put_ascii_escape(struct strbuf *out, char c)
{
    switch (c) {
    case '"': strbuf_add_str(out, STR("\\\"")); break;
    case '\\': strbuf_add_str(out, STR("\\\\")); break;
    case '\n': strbuf_add_str(out, STR("\\n")); break;
    case '\r': strbuf_add_str(out, STR("\\r")); break;
    case '\t': strbuf_add_str(out, STR("\\t")); break;
    default: put_escape(out, (unsigned char)c);
    }
}

static bool is_plain(char c)
{
    return (unsigned char)c >= 0x20 && (unsigned char)c < 0x7F && c != '"' && c != '\\';
}

/* Writes the character at *at, which is not plain ASCII, and moves behind it.
 * *marks counts marks in a row. */
static void put_character(struct strbuf *out, struct str text, size_t *at, unsigned *marks)
{
    size_t start = *at;
    if ((unsigned char)text.data[start] < 0x80) {
        put_ascii_escape(out, text.data[(*at)++]);
        *marks = 0;
        return;
    }
    char32_t c = text_next(text, at);
    *marks = c >= 0x300 && char_is_mark(c) ? *marks + 1 : 0;
    if (is_unsafe(c) || *marks > SANITISE_MOST_MARKS)
        put_escape(out, c);
    else if (c == 0xFFFD)
        strbuf_add_code_point(out, c);
    else
        strbuf_add(out, text.data + start, *at - start);
}

void json_str(struct json *json, struct str text)
{
    unsigned marks = 0;
    put_separator(json);
    strbuf_reserve(json->out, text.size + text.size / 16 + 2);
    strbuf_add_byte(json->out, '"');
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        while (at < text.size && is_plain(text.data[at]))
            at++;
        if (at > start) {
            strbuf_add(json->out, text.data + start, at - start);
            marks = 0;
        } else {
            put_character(json->out, text, &at, &marks);
        }
    }
    strbuf_add_byte(json->out, '"');
}

void json_str_or_null(struct json *json, struct str text)
{
    if (text.data)
        json_str(json, text);
    else
        json_null(json);
}

void json_unsigned(struct json *json, uint64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    put_separator(json);
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    strbuf_add(json->out, digits + at, sizeof digits - at);
}

/* Not printf's %f, whose decimal point is the locale's. */
void json_share(struct json *json, float share)
{
    unsigned thousandths = share >= 1 ? 1000 : share > 0 ? (unsigned)(share * 1000 + 0.5F) : 0;
    put_separator(json);
    strbuf_add_format(json->out, "%u.%03u", thousandths / 1000, thousandths % 1000);
}

void json_hash(struct json *json, uint64_t hash)
{
    put_separator(json);
    strbuf_add_format(json->out, "\"%016" PRIx64 "\"", hash);
}

void json_bool(struct json *json, bool value)
{
    put_separator(json);
    strbuf_add_str(json->out, value ? STR("true") : STR("false"));
}

void json_null(struct json *json)
{
    put_separator(json);
    strbuf_add_str(json->out, STR("null"));
}
