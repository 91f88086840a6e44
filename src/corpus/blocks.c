/* blocks.c: see blocks.h. */
#include "blocks.h"

#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"
#include "whosaid/text/segment.h"
#include "words.h"

#include <string.h>

void blocks_scan(struct str text, uint32_t start, block_vector *blocks)
{
    span_vector lines = {0};
    text_lines(text, start, &lines);
    uint32_t width = text_wrapped_width(text, &lines);
    for (size_t i = 0; i < lines.size; i++) {
        struct span line = lines.data[i], before = lines.data[i ? i - 1 : 0];
        if (i > 0 && text_line_goes_on(text, before, line, width))
            vector_last(blocks).span.end = line.end;
        else
            vector_push(blocks, ((struct block){line, BLOCK_BODY,
                                                i == 0 || text_is_blank_between(text, before, line)}));
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
