/* blocks.h: a plain text as paragraphs, each with the part it plays in the article. */
#ifndef WHOSAID_SRC_CORPUS_BLOCKS_H
#define WHOSAID_SRC_CORPUS_BLOCKS_H

#include "whosaid/text/span.h"

#include <stdbool.h>

enum block_kind {
    BLOCK_BODY,
    BLOCK_TITLE,
    BLOCK_DATELINE, /* a line of its own with a date, or who wrote it */
    BLOCK_HEADING,
    BLOCK_BOILERPLATE,
};

/* One paragraph, or one line of a list of lines. */
struct block {
    struct span span; /* without white space at its ends; never empty */
    enum block_kind kind;
    bool spaced; /* a blank line, or nothing, stands before it */
};

typedef VECTOR(struct block) block_vector;

/* Appends the blocks of text from byte offset start. A line is a block of its own, unless the text is one
 * whose lines were broken at a width: there a line whose end had no room for the next word goes on.
 * Linear. */
void blocks_scan(struct str text, uint32_t start, block_vector *blocks);

/* How a block looks. */
struct block_shape {
    unsigned words;
    unsigned long_words, long_capitals; /* words of four letters or more, and those with a capital */
    unsigned capitals;                  /* words with a capital */
    bool one_line;
    bool capital_first; /* begins with a capital or a digit, nothing but a quotation mark before */
    bool final;         /* ends a sentence: . ! ? … with closing marks behind or not */
    bool question;      /* ends in "?" */
    bool open;          /* ends in : ; , or a dash: something must follow */
    bool quotation;     /* holds a double quotation mark */
};

enum { SHAPE_MOST_WORDS = 120 }; /* longer blocks are prose and are not looked at further */

/* Looks at a block's text. Linear in its first words. */
struct block_shape block_shape(struct str block);

/* Capitals on nearly all words that are not minor. */
bool shape_is_title_case(const struct block_shape *shape);

/* Whether c is a double or angle quotation mark of any kind. */
bool is_quotation_mark(unsigned c);

#endif
