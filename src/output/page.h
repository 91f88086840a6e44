/* page.h: text for people: paragraphs of styled pieces, wrapped and indented, with a label in the indent.
 *
 *     page_add(page, PAGE_QUOTATION, text);
 *     page_add(page, PAGE_PLAIN, STR(" "));
 *     page_flush(page, "12", 6);
 *
 * Whatever is added passes the sanitiser. */
#ifndef WHOSAID_OUTPUT_PAGE_H
#define WHOSAID_OUTPUT_PAGE_H

#include "whosaid/base/string.h"
#include "whosaid/base/vector.h"

#include <stdbool.h>

enum page_style {
    PAGE_PLAIN,
    PAGE_TITLE,
    PAGE_QUOTATION,
    PAGE_SPEAKER,
    PAGE_CUE,
    PAGE_CHANGED, /* words that not all versions have */
    PAGE_HEADING,
    PAGE_SINGLE, /* the four relations, in the order of enum relation */
    PAGE_SAME,
    PAGE_REWORDED,
    PAGE_DIFFERS,
    PAGE_STYLES,
};

struct page_piece {
    size_t end; /* in the paragraph */
    enum page_style style;
};

struct page {
    struct strbuf *out;
    unsigned width;
    bool color;
    struct strbuf paragraph; /* what has been added since the last flush */
    VECTOR(struct page_piece) pieces;
};

void page_init(struct page *page, struct strbuf *out, unsigned width, bool color); /* width 0: 80 */
void page_release(struct page *page);

/* Adds to the paragraph: text of an article, flattened to one line; or words of our own, kept as they are. */
void page_add(struct page *page, enum page_style style, struct str text);
/* The same, keeping a blank at either end: parts of a sentence that follow one another. */
void page_add_part(struct page *page, enum page_style style, struct str text);
void page_add_words(struct page *page, enum page_style style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds "1 article", "2 articles"; noun is the singular. */
void page_add_count(struct page *page, size_t count, const char *noun);

/* Writes the paragraph's lines, indented; label (sanitised, or NULL) stands in the first line's indent. */
void page_flush(struct page *page, const char *label, unsigned indent);

/* The same with a label of its own style. */
void page_flush_labelled(struct page *page, enum page_style style, const char *label, unsigned indent);

/* An empty line. */
void page_space(struct page *page);

#endif
