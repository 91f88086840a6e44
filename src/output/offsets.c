/* offsets.c: where spans of an article stand in the text as printed: mapped to the raw file for --verbatim,
 * and counted in code points.
 *
 * Claims are printed in no order of their place, so the code points before every block of BLOCK bytes are
 * counted once; an offset then costs at most a block. */
#include "whosaid/output/output.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

enum { BLOCK = 128 };

static uint32_t count_code_points(const char *bytes, size_t size)
{
    uint32_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

static void count_blocks(struct output_text *text)
{
    size_t blocks = text->text.size / BLOCK;
    text->code_points = memory_calloc(blocks + 1, sizeof *text->code_points);
    for (size_t i = 0; i < blocks; i++)
        text->code_points[i + 1] =
            text->code_points[i] + count_code_points(text->text.data + i * BLOCK, BLOCK);
}

void output_text_init(struct output_text *text, const struct article *article, const struct strbuf *verbatim)
{
    *text = (struct output_text){.article = article, .verbatim = verbatim != NULL};
    text->text = verbatim ? strbuf_str(verbatim) : article_text(article);
    count_blocks(text);
}

void output_text_init_title(struct output_text *text, const struct article *article)
{
    *text = (struct output_text){.article = article, .text = article_str(article, article->title)};
    count_blocks(text);
}

void output_text_release(struct output_text *text)
{
    free(text->code_points);
    text->code_points = NULL;
}

struct span output_text_span(const struct output_text *text, struct span span)
{
    if (!text->verbatim)
        return span;
    size_t count;
    const struct text_edit *edits = article_edits(text->article, &count);
    return text_map_to_raw(edits, count, span);
}

uint32_t output_text_offset(const struct output_text *text, uint32_t byte)
{
    size_t end = byte < text->text.size ? byte : text->text.size;
    size_t block = end / BLOCK;
    return text->code_points[block] + count_code_points(text->text.data + block * BLOCK, end - block * BLOCK);
}
