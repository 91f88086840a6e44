/* figures.h: the numbers and dates of a sentence, with what they are of, so that two sentences that tell one
 * fact can be held against each other.
 *
 * A number belongs to the words after it ("47-page indictment"), a date to the word before it ("published on
 * Sunday"). What belongs to nothing cannot be compared and is left out, and so are ages and bare years. */
#ifndef WHOSAID_CLAIMS_FIGURES_H
#define WHOSAID_CLAIMS_FIGURES_H

#include "words.h"

enum figure_kind { FIGURE_NUMBER, FIGURE_MONEY, FIGURE_PERCENT, FIGURE_DATE };

/* What words before a number make of it. */
enum figure_bound { BOUND_EXACT, BOUND_ABOUT, BOUND_ABOVE, BOUND_BELOW };

enum { FIGURE_NONE = -1 };

struct figure {
    struct span span; /* of the article's text: the number with its unit, or the date */
    uint8_t kind;     /* enum figure_kind */
    uint8_t bound;    /* enum figure_bound */
    bool time;        /* a number of years, days, ... */
    uint32_t of;      /* concept that it belongs to: the unit, or the word before the date */
    uint32_t head;    /* concept after the unit: "indictment"; UINT32_MAX none */
    double value;     /* numbers, in the base unit */
    int weekday;      /* dates: 0 Sunday to 6, or FIGURE_NONE */
    int month;        /* 1 to 12, or FIGURE_NONE */
    int day;          /* of the month, or FIGURE_NONE */
    int year;         /* or FIGURE_NONE */
};

typedef VECTOR(struct figure) figure_vector;

/* Appends the figures among words of text. published: the article's day as of article_day, NULL when unknown;
 * it resolves "yesterday" and gives a day of the month its weekday. Linear. */
void figures_read(struct vocabulary *vocabulary, struct str text, const struct word *words, uint32_t count,
                  const int32_t *published, figure_vector *figures);

/* Whether the two are of the same thing: the same kind, and words around them that agree. */
bool figures_correspond(const struct figure *a, const struct figure *b);

/* Whether both are of the same two words: "47-page indictment", "48-page indictment". */
bool figures_share_head(const struct figure *a, const struct figure *b);

/* Whether two that correspond can both be true: rounding, "more than" and dates told in another way are no
 * contradiction. */
bool figures_agree(const struct figure *a, const struct figure *b);

#endif
