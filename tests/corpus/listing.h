/* listing.h: an article's parts as text that a person can check, for golden files and messages. */
#ifndef WHOSAID_TESTS_CORPUS_LISTING_H
#define WHOSAID_TESTS_CORPUS_LISTING_H

#include "whosaid/corpus/article.h"

/* Appends the facts, a line each, and then every part of the text in order, a paragraph a line, with its
 * kind. */
void listing_add(const struct article *article, struct strbuf *out);

/* The kind of part that holds byte offset at: 'T'itle, 'D'ateline, 'H'eading, boiler'P'late, 'B'ody; 0 for
 * none. Fails the test when two kinds claim it. */
char listing_part_at(const struct article *article, uint32_t at);

/* Fails the test when spans are out of range, out of order or overlap, or a byte that is no space is in no
 * part. */
void listing_check(const struct article *article);

/* The parts of a text that is read as a file's; checked. Caller frees. */
struct article *listing_article(const char *text);

/* A paragraph that is body wherever it stands. */
#define LISTING_BODY                                                                                         \
    "\n\nThe county closed the bridge on Monday, and nobody in Aldby could say for how long it would stay "  \
    "shut."

#endif
