/* blocks.c: see blocks.h. */
#include "blocks.h"

#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"
#include "words.h"

#include <string.h>

enum {
    LEAST_WRAP = 40, /* bytes: nobody breaks lines at less, */
    MOST_WRAP = 130, /* and few at more */
};

struct line {
    struct span span; /* trimmed */
    bool spaced;
    uint32_t first_word; /* bytes */
};

typedef VECTOR(struct line) line_vector;

static void scan_lines(struct str text, uint32_t start, line_vector *lines)
{
    bool spaced = true;
    for (size_t at = start; at < text.size;) {
        const char *newline = memchr(text.data + at, '\n', text.size - at);
        size_t end = newline ? (size_t)(newline - text.data) : text.size;
        struct span line = text_trim(text, at, end);
        at = end + 1;
        if (!span_is_empty(line)) {
            const char *space = memchr(text.data + line.start, ' ', span_size(line));
            uint32_t first_word = space ? (uint32_t)(space - text.data) - line.start : span_size(line);
            vector_push(lines, ((struct line){line, spaced, first_word}));
        }
        spaced = span_is_empty(line);
    }
}

/* Whether the end of a line had no room for the next line's first word. */
static bool is_full(const struct line *line, uint32_t width)
{
    return span_size(line->span) + 1 + line[1].first_word > width;
}

/* The width at which the text's lines were broken, or 0 when they were not: then line ends mean something. */
static uint32_t wrap_width(const line_vector *lines)
{
    uint32_t widest = 0;
    size_t ends = 0, full = 0;
    for (size_t i = 0; i < lines->size; i++) {
        uint32_t size = span_size(lines->data[i].span);
        bool one_word = lines->data[i].first_word == size; /* an address that nothing could break */
        if (!one_word && size > widest)
            widest = size;
    }
    if (widest < LEAST_WRAP || widest > MOST_WRAP)
        return 0;
    for (size_t i = 0; i + 1 < lines->size; i++) {
        if (lines->data[i + 1].spaced)
            continue;
        ends++;
        full += is_full(&lines->data[i], widest - widest / 10);
    }
    return ends >= 3 && full * 4 >= ends * 3 ? widest - widest / 10 : 0;
}

void blocks_scan(struct str text, uint32_t start, block_vector *blocks)
{
    line_vector lines = {0};
    scan_lines(text, start, &lines);
    uint32_t width = wrap_width(&lines);
    for (size_t i = 0; i < lines.size; i++) {
        const struct line *line = &lines.data[i];
        bool goes_on = i > 0 && !line->spaced && width && is_full(line - 1, width);
        if (goes_on)
            vector_last(blocks).span.end = line->span.end;
        else
            vector_push(blocks, ((struct block){line->span, BLOCK_BODY, line->spaced}));
    }
    vector_release(&lines);
}

bool is_quotation_mark(unsigned c)
{
    return c == '"' || c == 0xab || c == 0xbb || (c >= 0x201c && c <= 0x201f);
}

static bool is_closing(char32_t c)
{
    return is_quotation_mark(c) || c == '\'' || c == 0x2019 || c == ')' || c == ']' || char_is_space(c);
}

static void shape_end(struct str block, struct block_shape *shape)
{
    size_t at = block.size;
    char32_t c = 0;
    while (at > 0 && is_closing(c = text_previous(block, &at)))
        ;
    shape->question = c == '?';
    shape->final = c == '.' || c == '!' || c == '?' || c == 0x2026;
    shape->open = c == ':' || c == ';' || c == ',' || c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015;
}

static void shape_words(struct str block, struct block_shape *shape)
{
    struct word word;
    for (size_t at = 0; shape->words < SHAPE_MOST_WORDS && word_next(block, &at, &word);) {
        bool minor = word.classes & WORD_MINOR;
        bool counts = word.text.size >= 4 && !word.digits && (!minor || word.capital);
        shape->words++;
        shape->capitals += word.capital;
        shape->long_words += counts;
        shape->long_capitals += counts && word.capital;
    }
}

static bool begins_with_capital(struct str block)
{
    size_t at = 0;
    char32_t c = text_next(block, &at);
    while (at < block.size && (is_quotation_mark(c) || c == '\'' || c == 0x2018))
        c = text_next(block, &at);
    return char_is_upper(c) || char_is_digit(c);
}

struct block_shape block_shape(struct str block)
{
    struct block_shape shape = {0};
    shape.one_line = !memchr(block.data, '\n', block.size);
    shape.capital_first = block.size && begins_with_capital(block);
    shape_end(block, &shape);
    shape_words(block, &shape);
    if (shape.words < SHAPE_MOST_WORDS)
        for (size_t at = 0; at < block.size && !shape.quotation;)
            shape.quotation = is_quotation_mark(text_next(block, &at));
    return shape;
}

bool shape_is_title_case(const struct block_shape *shape)
{
    return shape->long_words >= 2 && shape->long_capitals * 4 >= shape->long_words * 3;
}
