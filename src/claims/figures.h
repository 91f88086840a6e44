/* figures.h: the numbers and dates of a sentence, with what they are of, so that two sentences that tell one
 * fact can be held against each other.
 *
 * A number belongs to the words after it ("47-page indictment"), a toll to its victims' fate ("43 people were
 * killed"), an age to the name before it or the noun behind, an ordinal to what is counted so ("third
 * visit"), a tally to its vote, a date to the verb and the word before it ("published on Sunday"). What
 * belongs to nothing is only evidence that two sentences tell one fact. */
#ifndef WHOSAID_CLAIMS_FIGURES_H
#define WHOSAID_CLAIMS_FIGURES_H

#include "anchors.h"
#include "moments.h"

enum figure_kind {
    FIGURE_NUMBER,
    FIGURE_ORDINAL,
    FIGURE_TALLY,
    FIGURE_MONEY,
    FIGURE_PERCENT,
    FIGURE_AGE,
    FIGURE_DATE
};

struct figure {
    struct span span; /* of the article's text: the number with its unit, or the date */
    uint8_t kind;     /* enum figure_kind */
    bool time;        /* a number of years, days, ... */
    int8_t unit;      /* of those: enum moment_unit, or MOMENT_NONE */
    bool toll;        /* of people dead, injured, arrested, ...: it grows as the event goes on */
    bool year;        /* as part of a name, "the 2016 election": of nothing */
    bool is_named;    /* an age of somebody with a name: "Lind, 41,", not "a 14-year-old boy" */
    bool vague;       /* "dozens": says little of what else is told */
    uint8_t currency; /* of money: index of its sign or word */
    uint32_t of;      /* numbers: concept that it belongs to, the unit; CONCEPT_NONE if none */
    uint32_t head;    /* concept after that: "indictment", "a tariff on steel"; CONCEPT_NONE if none */
    uint32_t tail;    /* of "two-year jury investigation": the concept of the last word; CONCEPT_NONE if none */
    struct anchor anchor; /* of dates, ordinals, money, shares in percent and plain counts */
    double value;         /* numbers, in the base unit */
    double low, high;     /* what the number can stand for: rounding, "about", "more than" */
    struct moment date;   /* dates */
};

typedef VECTOR(struct figure) figure_vector;

enum { FIGURES_MOST = 16 }; /* of one sentence */

/* Appends the first figures that a sentence tells, at most FIGURES_MOST. vocabulary: the sentence's; units
 * are added to it. published: the article's day as of article_day, NULL when unknown; it resolves dates.
 * Linear. */
void figures_read(struct vocabulary *vocabulary, const struct sentence *s, const int32_t *published,
                  figure_vector *figures);

/* Whether the two are of the same thing: the same kind, and words around them that agree. */
bool figures_correspond(const struct figure *a, const struct figure *b);

/* Whether two that correspond are held against each other: shares of one thing, and counts told beside the
 * same verb or word. "Two states sued" and "four states voted" are not. */
bool figures_tell_one_thing(const struct figure *a, const struct figure *b);

/* Whether both are one number of one verb, so that other dates of that verb are of one event: "repaid
 * $60,000". */
bool figures_tell_one_event(const struct figure *a, const struct figure *b);

/* Whether both are of the same two words: "47-page indictment", "48-page indictment"; or ages of one name. */
bool figures_share_head(const struct figure *a, const struct figure *b);

/* Whether two that correspond can both be true: rounding, "more than" and dates told in another way are no
 * contradiction. */
bool figures_agree(const struct figure *a, const struct figure *b);

/* Whether the two tell the same number or time, whatever they are of: evidence that their sentences tell one
 * fact. */
bool figures_match(const struct figure *a, const struct figure *b);

#endif
