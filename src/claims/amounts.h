/* amounts.h: what the numbers of a sentence are of, for figures.c: a currency, a share, an age, a count of
 * things or people. Not for others. */
#ifndef WHOSAID_CLAIMS_AMOUNTS_H
#define WHOSAID_CLAIMS_AMOUNTS_H

#include "figures.h"

enum { AMOUNT_LONGEST_COMPOUND = 4 /* words between "two-year" and its noun */ };

/* A sentence whose figures are read. */
struct amount_reader {
    const struct sentence *s;
    struct vocabulary *vocabulary; /* the sentence's, to which units are added */
    const int32_t *published;      /* as of figures_read */
    figure_vector *figures;        /* those read so far, of other sentences too */
    enum { VOTE_UNKNOWN, VOTE_TOLD, VOTE_NONE } vote;
};

/* Fills in what the number from word to last, whose value and range are set, is of. */
void amount_read(const struct amount_reader *r, uint32_t word, uint32_t last, struct figure *figure);

/* The same for a count of things or people only. */
void amount_read_count(const struct amount_reader *r, uint32_t word, uint32_t last, struct figure *figure);

/* The currency whose sign stands right before the word, or whose name stands after last; 0 none. *sign gets
 * the bytes of the sign. */
uint8_t amount_currency(const struct sentence *s, uint32_t word, uint32_t last, size_t *sign);

/* Whether the word, of content, can be what a number is of: "imported" and "charged" only describe. */
bool amount_is_noun(const struct sentence *s, uint32_t word);

#endif
