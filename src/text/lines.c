/* lines.c: lines as they stand in a text, and whether somebody broke them at a width. Breaking lines for the
 * screen is wrap.c's. */
#include "whosaid/text/segment.h"

#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <string.h>

enum {
    LEAST_WRAP = 40, /* bytes: nobody breaks lines at less, */
    MOST_WRAP = 130, /* and few at more */
};

/* The line at *at without white space at its ends; moves *at behind its "\n". */
static struct span next_line(struct str text, size_t *at)
{
    struct span line = {(uint32_t)*at, (uint32_t)*at};
    bool inside = false;
    while (*at < text.size) {
        size_t start = *at;
        char32_t c = text_next(text, at);
        if (c == '\n')
            break;
        if (char_is_space(c))
            continue;
        if (!inside)
            line.start = (uint32_t)start;
        inside = true;
        line.end = (uint32_t)*at;
    }
    if (!inside)
        line.end = line.start;
    return line;
}

void text_lines(struct str text, size_t start, span_vector *lines)
{
    while (start < text.size) {
        struct span line = next_line(text, &start);
        if (!span_is_empty(line))
            vector_push(lines, line);
    }
}

bool text_is_blank_between(struct str text, struct span before, struct span line)
{
    const char *newline = memchr(text.data + before.end, '\n', line.start - before.end);
    return newline && memchr(newline + 1, '\n', (size_t)(text.data + line.start - newline - 1));
}

static uint32_t first_word_size(struct str text, struct span line)
{
    const char *space = memchr(text.data + line.start, ' ', span_size(line));
    return space ? (uint32_t)(space - text.data) - line.start : span_size(line);
}

static bool had_no_room(struct str text, struct span line, struct span next, uint32_t width)
{
    return span_size(line) + 1 + first_word_size(text, next) > width;
}

/* Such a line may be a paragraph's last wherever lines were broken. */
static bool ends_sentence(struct str text, struct span line)
{
    static const char32_t closing[] = U"\"')]”’»", final[] = U".!?…:";
    size_t at = line.end;
    char32_t c = 0;
    while (at > line.start && char_is_one_of(c = text_previous(text, &at), closing))
        ;
    return char_is_one_of(c, final);
}

uint32_t text_wrapped_width(struct str text, const span_vector *lines)
{
    uint32_t widest = 0;
    size_t broken = 0, loose = 0; /* lines inside a sentence: how many were full, how many were not */
    vector_each (lines, line) {
        bool one_word =
            first_word_size(text, *line) == span_size(*line); /* an address that nothing could break */
        if (!one_word && span_size(*line) > widest)
            widest = span_size(*line);
    }
    if (widest < LEAST_WRAP || widest > MOST_WRAP)
        return 0;
    uint32_t width = widest - widest / 10;
    for (size_t i = 0; i + 1 < lines->size; i++) {
        struct span line = lines->data[i], next = lines->data[i + 1];
        if (text_is_blank_between(text, line, next) || ends_sentence(text, line))
            continue;
        bool full = had_no_room(text, line, next, width);
        broken += full;
        loose += !full;
    }
    return broken >= 3 && broken >= loose * 3 ? width : 0;
}

bool text_line_goes_on(struct str text, struct span line, struct span next, uint32_t width)
{
    return width && !text_is_blank_between(text, line, next) && had_no_room(text, line, next, width);
}
