/* wrap.c: lines. Where a line may break is UAX #14's answer (libunistring), how wide it is width.c's. */
#include "wrap.h"

#include "whosaid/base/memory.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"
#include "whosaid/text/segment.h"
#include "whosaid/text/width.h"

#include <stdlib.h>
#include <unilbrk.h>

struct wrap {
    struct str text;    /* the range alone */
    const char *breaks; /* whether a line may break before each byte */
    unsigned columns;
};

/* Whether a letter at at goes with the stop or comma before it: "U.S.", "example.com" (LB29, which
 * libunistring 1.0 leaves out). Not so for ideographs, the wide ones. */
static bool continues_word(struct str text, size_t at)
{
    char before = text.data[at - 1];
    if (before != '.' && before != ',' && before != ':' && before != ';')
        return false;
    char32_t c = text_next(text, &at);
    return char_is_letter(c) && text_code_point_width(c) == 1;
}

void wrap_find_breaks(struct str text, char *breaks)
{
    u8_possible_linebreaks((const uint8_t *)text.data, text.size, "UTF-8", breaks);
    for (size_t i = 0; i < text.size; i++) {
        bool behind_line_end = i > 0 && text.data[i - 1] == '\n';
        breaks[i] = behind_line_end || (breaks[i] == UC_BREAK_POSSIBLE && i > 0 && !continues_word(text, i));
    }
}

/* The end of [start, end) without the white space there. */
static size_t trim_end(struct str text, size_t start, size_t end)
{
    while (end > start) {
        size_t before = end;
        if (!char_is_space(text_previous(text, &before)))
            break;
        end = before;
    }
    return end;
}

/* Where to cut a word too wide for a line whose cells fit up to full: between graphemes if possible. */
static size_t cut(struct str text, size_t start, size_t full)
{
    size_t seen = full, last = start;
    text_next(text, &seen); /* whether a grapheme ends at full shows only behind it */
    for (size_t at = start; at < full;) {
        text_next_grapheme(str_slice(text, 0, seen), &at);
        if (at <= full)
            last = at;
    }
    return last > start ? last : full;
}

static size_t skip_space(struct str text, size_t at)
{
    size_t next = at;
    while (next < text.size && text.data[next] != '\n' && char_is_space(text_next(text, &next)))
        at = next;
    return at;
}

/* The line that begins at start: returns its end, and in *next where the following one begins. */
static size_t take_line(const struct wrap *wrap, size_t start, size_t *next)
{
    struct text_cell cell;
    unsigned used = 0;
    size_t break_at = start;
    for (size_t at = start, behind; at < wrap->text.size; at = behind) {
        if (wrap->text.data[at] == '\n') {
            *next = at + 1;
            return trim_end(wrap->text, start, at);
        }
        if (wrap->breaks[at])
            break_at = at;
        behind = at;
        text_next_cell(wrap->text, &behind, &cell);
        bool hangs = char_is_space(cell.code_points[0]);
        if (!hangs && cell.width > wrap->columns - used && at > start) {
            size_t end = break_at > start ? break_at : cut(wrap->text, start, at);
            *next = skip_space(wrap->text, end);
            return trim_end(wrap->text, start, end);
        }
        used = cell.width > wrap->columns - used ? wrap->columns : used + cell.width;
    }
    *next = wrap->text.size;
    return trim_end(wrap->text, start, *next);
}

void text_wrap(struct str text, struct span range, unsigned columns, span_vector *lines)
{
    struct wrap wrap = {.text = span_str(text, range), .columns = columns ? columns : 1};
    if (!wrap.text.size)
        return;
    char *breaks = memory_alloc(wrap.text.size);
    wrap_find_breaks(wrap.text, breaks);
    wrap.breaks = breaks;
    for (size_t start = 0, next; start < wrap.text.size; start = next) {
        size_t end = take_line(&wrap, start, &next);
        struct span line = {range.start + (uint32_t)start, range.start + (uint32_t)end};
        vector_push(lines, line);
    }
    free(breaks);
}
