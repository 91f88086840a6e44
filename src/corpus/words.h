/* words.h: the words of a paragraph and what a small lexicon knows of them: enough to tell a headline from a
 * sentence and an article from the page around it. Not the annotator's tokens, which come later and know
 * more. */
#ifndef WHOSAID_SRC_CORPUS_WORDS_H
#define WHOSAID_SRC_CORPUS_WORDS_H

#include "whosaid/text/span.h"

#include <stdbool.h>

/* What a word can be, or-ed. The first group is about pages, the second about prose. */
enum word_class {
    WORD_ACTION = 1 << 0,     /* what a page asks its reader to do: "subscribe", "click" */
    WORD_SITE = 1 << 1,       /* parts of a page, also said of other things: "post", "comment" */
    WORD_JARGON = 1 << 2,     /* parts of a page, seldom said of anything else: "newsletter", "trackbacks" */
    WORD_NAVIGATION = 1 << 3, /* "next", "related" */
    WORD_PLATFORM = 1 << 4,   /* "Facebook" */
    WORD_READER = 1 << 5,     /* "you", "your" */
    WORD_PUBLISHER = 1 << 6,  /* "we", "us", "our" */
    WORD_POLITE = 1 << 7,     /* "please", "thank" */

    WORD_REPORTING = 1 << 8, /* "said", "told" */
    WORD_PAST = 1 << 9,      /* "was", "had" */
    WORD_CALENDAR = 1 << 10, /* weekdays and months */
    WORD_PERSON = 1 << 11,   /* "he", "their": somebody is told about */
    WORD_MINOR = 1 << 12,    /* in lower case even in a headline of capitals: "of", "between" */
    WORD_ENGLISH = 1 << 13,  /* frequent in English and rare in other languages */
};

struct word {
    struct str text;    /* without the punctuation around it; borrowed */
    unsigned classes;   /* enum word_class */
    bool capital;       /* begins with an upper-case letter */
    bool digits;        /* begins with a digit */
    char before, after; /* the bytes beside it; ' ' at the text's borders */
};

/* Reads the next word at or after *at that holds a letter or digit and moves *at behind it;
 * false at the end. */
bool word_next(struct str text, size_t *at, struct word *word);

/* What the lexicon knows of a word, in any case; 0 when it is not in there. */
unsigned word_classes(struct str word);

/* Whether the lexicon's table is in the order that looking up needs: for the tests. */
bool word_lexicon_is_sorted(void);

/* The stretch from start to end without white space of any kind at its ends. */
struct span text_trim(struct str text, size_t start, size_t end);

#endif
