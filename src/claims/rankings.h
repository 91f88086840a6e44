/* rankings.h: whom a sentence tells to be the largest, oldest, longest of a sort. There is one of them, so
 * that two names contradict each other, where the sort is one: the same noun, and what narrows it in one
 * sentence ("of steel", "in Ohio") is told in the other too. */
#ifndef WHOSAID_CLAIMS_RANKINGS_H
#define WHOSAID_CLAIMS_RANKINGS_H

#include "sentence.h"

enum { RANKING_MOST_NAMES = 4, RANKING_MOST_TERMS = 8, RANKINGS_MOST = 6 /* of one sentence */ };

struct ranking {
    struct span span;                   /* the name, of the article's text */
    uint32_t names[RANKING_MOST_NAMES]; /* forms of its words */
    uint32_t name_count;
    uint32_t rank;                      /* equal for largest and biggest; of the second largest another one */
    uint32_t noun;                      /* concept of the sort, one for all who sell to a country */
    uint32_t terms[RANKING_MOST_TERMS]; /* what narrows it: concepts, and states by number above them */
    uint32_t term_count;
};

typedef VECTOR(struct ranking) ranking_vector;

/* Appends the first rankings that a sentence tells, at most RANKINGS_MOST. Linear. */
void rankings_read(const struct sentence *s, ranking_vector *rankings);

/* Whether the two rank one sort; told_a and told_b are their sentences. */
bool rankings_correspond(const struct ranking *a, const struct sentence *told_a, const struct ranking *b,
                         const struct sentence *told_b);

/* Whether both can name one. */
bool rankings_agree(const struct vocabulary *vocabulary, const struct ranking *a, const struct ranking *b);

#endif
