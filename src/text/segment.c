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

static bool has_blank_lines(struct str text, const span_vector *lines)
{
    for (size_t i = 1; i < lines->size; i++)
        if (text_is_blank_between(text, lines->data[i - 1], lines->data[i]))
            return true;
    return false;
}

void text_paragraphs(struct str text, span_vector *paragraphs)
{
    span_vector lines = {0};
    text_lines(text, 0, &lines);
    bool spaced = has_blank_lines(text, &lines);
    uint32_t width = spaced ? 0 : text_wrapped_width(text, &lines);
    for (size_t i = 0; i < lines.size; i++) {
        struct span line = lines.data[i];
        bool joins = i > 0 && (spaced ? !text_is_blank_between(text, lines.data[i - 1], line)
                                      : text_line_goes_on(text, lines.data[i - 1], line, width));
        if (joins)
            vector_last(paragraphs).end = line.end;
        else
            vector_push(paragraphs, line);
    }
    vector_release(&lines);
}
