/* abbreviation.h: what English news abbreviates, and which words tell that a sentence begins.
 * For sentence.c. */
#ifndef WHOSAID_SRC_TEXT_ABBREVIATION_H
#define WHOSAID_SRC_TEXT_ABBREVIATION_H

#include "whosaid/base/string.h"

#include <stdbool.h>

/* How a full stop after a word is read when a capital or a digit follows. */
enum abbreviation {
    ABBREVIATION_NONE,    /* an ordinary word: the sentence ends */
    ABBREVIATION_TITLE,   /* Gen., Mr., vs.: it never ends */
    ABBREVIATION_NUMBER,  /* No. 5, Jan. 5: it goes on before a digit */
    ABBREVIATION_TIME,    /* 5 p.m. Monday: it goes on before a day, a month or a time zone */
    ABBREVIATION_NEUTRAL, /* U.S., Corp., Calif., initials: it ends before a word that begins sentences */
};

/* The kind of the word before a full stop; word is given without that stop, case as in the text. */
enum abbreviation abbreviation_kind(struct str word);

/* Whether a capitalised word is one of those that, after an abbreviation, begin a sentence: The, He, But. */
bool abbreviation_is_opener(struct str word);

/* Whether a capitalised word can follow a time of day: Monday, June, EST, Eastern. */
bool abbreviation_goes_with_time(struct str word);

/* Whether a word attributes: said, asked ... */
bool abbreviation_is_cue(struct str word);

#endif
