/* segment.c: graphemes, words and paragraphs. Sentences are in sentence.c, lines in wrap.c. */
#include "whosaid/text/segment.h"

#include "whosaid/base/memory.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <stdlib.h>
#include <uniwbrk.h>
#include <utf8proc.h>

void text_next_grapheme(struct str text, size_t *at)
{
    utf8proc_int32_t state = 0;
    char32_t last = text_next(text, at);
    while (*at < text.size) {
        size_t next = *at;
        char32_t c = text_next(text, &next);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)last, (utf8proc_int32_t)c, &state))
            return;
        last = c;
        *at = next;
    }
}

static bool has_word_character(struct str word)
{
    for (size_t at = 0; at < word.size;) {
        char32_t c = text_next(word, &at);
        if (char_is_letter(c) || char_is_digit(c))
            return true;
    }
    return false;
}

void text_words(struct str text, span_vector *words)
{
    if (!text.size)
        return;
    char *breaks = memory_alloc(text.size);
    u8_wordbreaks((const uint8_t *)text.data, text.size, breaks);
    for (size_t start = 0, end; start < text.size; start = end) {
        end = start + 1;
        while (end < text.size && !breaks[end])
            end++;
        struct span word = {(uint32_t)start, (uint32_t)end};
        if (has_word_character(span_str(text, word)))
            vector_push(words, word);
    }
    free(breaks);
}

/* The part of the line at start that is not white space at its ends; moves *at behind its "\n". */
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

/* Whether a blank line stands between two lines that are not blank. */
static bool has_blank_lines(struct str text)
{
    bool blank = false, begun = false;
    for (size_t at = 0; at < text.size;) {
        bool empty = span_is_empty(next_line(text, &at));
        if (!empty && begun && blank)
            return true;
        begun = begun || !empty;
        blank = empty;
    }
    return false;
}

void text_paragraphs(struct str text, span_vector *paragraphs)
{
    bool lines_join = has_blank_lines(text), joins = false;
    for (size_t at = 0; at < text.size;) {
        struct span line = next_line(text, &at);
        if (span_is_empty(line)) {
            joins = false;
            continue;
        }
        if (joins)
            vector_last(paragraphs).end = line.end;
        else
            vector_push(paragraphs, line);
        joins = lines_join;
    }
}
