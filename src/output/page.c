/* page.c: see page.h. */
#include "page.h"

#include "flatten.h"

#include "whosaid/base/array.h"
#include "whosaid/text/segment.h"
#include "whosaid/text/width.h"

#include <assert.h>
#include <string.h>

enum { DEFAULT_WIDTH = 80, LEAST_TEXT = 20 };

/* SGR parameters: bold, italic and the terminal's own sixteen colours, so that they suit its background. */
static const char *const SGR[] = {
    [PAGE_PLAIN] = "",  [PAGE_TITLE] = "1",        [PAGE_QUOTATION] = "32", [PAGE_SPEAKER] = "1;33",
    [PAGE_CUE] = "3",   [PAGE_CHANGED] = "1;4;32", [PAGE_HEADING] = "4",    [PAGE_SINGLE] = "",
    [PAGE_SAME] = "36", [PAGE_REWORDED] = "33",    [PAGE_DIFFERS] = "1;31",
};
static_assert(LENGTH(SGR) == PAGE_STYLES, "a style for each");

void page_init(struct page *page, struct strbuf *out, unsigned width, bool color)
{
    *page = (struct page){.out = out, .width = width ? width : DEFAULT_WIDTH, .color = color};
    strbuf_init(&page->paragraph);
}

void page_release(struct page *page)
{
    strbuf_release(&page->paragraph);
    vector_release(&page->pieces);
}

static void end_piece(struct page *page, enum page_style style)
{
    vector_push(&page->pieces, ((struct page_piece){page->paragraph.size, style}));
}

void page_add(struct page *page, enum page_style style, struct str text)
{
    output_flatten(text, &page->paragraph);
    end_piece(page, style);
}

void page_add_part(struct page *page, enum page_style style, struct str text)
{
    output_flatten_part(text, &page->paragraph);
    end_piece(page, style);
}

void page_add_words(struct page *page, enum page_style style, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    strbuf_add_format_list(&page->paragraph, format, args);
    va_end(args);
    end_piece(page, style);
}

void page_add_count(struct page *page, size_t count, const char *noun)
{
    page_add_words(page, PAGE_PLAIN, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

static void put_spaces(struct strbuf *out, unsigned count)
{
    while (count-- > 0)
        strbuf_add_byte(out, ' ');
}

static void put_styled(struct page *page, enum page_style style, struct str text)
{
    bool styled = page->color && *SGR[style] && text.size;
    if (styled)
        strbuf_add_format(page->out, "\033[%sm", SGR[style]);
    strbuf_add_str(page->out, text);
    if (styled)
        strbuf_add_str(page->out, STR("\033[m"));
}

/* Writes one wrapped line; *piece is the piece in which it begins, and then the one in which it ends. */
static void put_line(struct page *page, struct span line, size_t *piece)
{
    size_t at = line.start;
    while (at < line.end && *piece < page->pieces.size) {
        size_t end = page->pieces.data[*piece].end;
        if (end > at) {
            size_t stop = end < line.end ? end : line.end;
            put_styled(page, page->pieces.data[*piece].style,
                       str_slice(strbuf_str(&page->paragraph), at, stop));
            at = stop;
        }
        if (at >= end)
            ++*piece;
    }
}

static void put_label(struct page *page, enum page_style style, const char *label, unsigned indent)
{
    unsigned used = label ? text_width(str_from(label)) : 0;
    size_t blank = label ? strspn(label, " ") : 0;
    put_spaces(page->out, (unsigned)blank);
    put_styled(page, style, str_from(label ? label + blank : NULL));
    put_spaces(page->out, used < indent ? indent - used : 0);
}

void page_flush_labelled(struct page *page, enum page_style style, const char *label, unsigned indent)
{
    span_vector lines = {0};
    size_t piece = 0;
    unsigned columns = page->width > indent + LEAST_TEXT ? page->width - indent : LEAST_TEXT;
    struct span all = {0, (uint32_t)page->paragraph.size};

    text_wrap(strbuf_str(&page->paragraph), all, columns, &lines);
    for (size_t i = 0; i < lines.size; i++) {
        put_label(page, style, i == 0 ? label : NULL, indent);
        put_line(page, lines.data[i], &piece);
        strbuf_add_byte(page->out, '\n');
    }
    vector_release(&lines);
    strbuf_clear(&page->paragraph);
    vector_clear(&page->pieces);
}

void page_flush(struct page *page, const char *label, unsigned indent)
{
    page_flush_labelled(page, PAGE_PLAIN, label, indent);
}

void page_space(struct page *page)
{
    strbuf_add_byte(page->out, '\n');
}
