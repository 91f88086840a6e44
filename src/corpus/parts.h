/* parts.h: which stretch of a plain text is what: headline, dateline, headings, boilerplate; the rest is
 * body. */
#ifndef WHOSAID_SRC_CORPUS_PARTS_H
#define WHOSAID_SRC_CORPUS_PARTS_H

#include "blocks.h"
#include "facts.h"

/* All spans are of text; title, dateline, headings and boilerplate are disjoint. */
struct parts {
    struct str text; /* borrowed */
    block_vector blocks;
    struct facts facts;
    uint32_t front;     /* end of the front matter; 0 without */
    unsigned questions; /* lines of their own that ask as a heading may */
    struct span title;  /* empty when no headline stands in the text */
    struct span dateline;
    span_vector headings, boilerplate;
};

/* Finds the parts of a sanitised text. Linear. The caller releases with parts_release. */
void parts_find(struct str text, struct parts *parts);
void parts_release(struct parts *parts);

#endif
