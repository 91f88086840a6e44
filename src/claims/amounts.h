/* amounts.h: what the numbers of a sentence are of, for figures.c: a currency, a share, an age, a count of
 * things or people. Not for others. */
#ifndef WHOSAID_CLAIMS_AMOUNTS_H
#define WHOSAID_CLAIMS_AMOUNTS_H

#include "figures.h"

#define NO_CONCEPT UINT32_MAX

enum { AMOUNT_LONGEST_COMPOUND = 4 /* words between "two-year" and its noun */ };

/* A sentence whose figures are read. */
struct amount_reader {
    struct vocabulary *vocabulary;
    struct str text;
    const struct word *words;
    uint32_t count;
    const int32_t *published;
    figure_vector *figures; /* those read so far, of other sentences too */
    enum { VOTE_UNKNOWN, VOTE_TOLD, VOTE_NONE } vote;
};

/* Fills in what the number from word to last, whose value and range are set, is of. */
void amount_read(const struct amount_reader *r, uint32_t word, uint32_t last, struct figure *figure);

/* The same for a count of things or people only. */
void amount_read_count(const struct amount_reader *r, uint32_t word, uint32_t last, struct figure *figure);

/* The currency whose sign stands right before the word, or whose name stands after last; 0 none. *sign gets
 * the bytes of the sign. */
uint8_t amount_currency(const struct amount_reader *r, uint32_t word, uint32_t last, size_t *sign);

/* The text of a word in lower case; empty behind the last. Borrowed. */
struct str amount_word(const struct amount_reader *r, uint32_t word);

/* Whether the next word stands right after this one, with nothing but a space or a hyphen between. */
bool amount_touches(const struct amount_reader *r, uint32_t word);

/* Whether the word, of content, can be what a number is of: "imported" and "charged" only describe. */
bool amount_is_noun(const struct amount_reader *r, uint32_t word);

/* Its concept, as of struct form. */
uint32_t amount_concept(const struct amount_reader *r, uint32_t word);

#endif
