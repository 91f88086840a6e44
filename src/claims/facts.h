/* facts.h: which sentences of a story tell one fact, whatever their order of words: an outlet's own sentence
 * and another's, a report and a quotation. Verdict.h judges words that are quoted;
 * here it is what they name. */
#ifndef WHOSAID_CLAIMS_FACTS_H
#define WHOSAID_CLAIMS_FACTS_H

#include "statements.h"

/* Two statements of different documents that tell one fact. */
struct fact_pair {
    uint32_t a, b;     /* statements */
    uint32_t strength; /* more is surer */
    uint32_t number;   /* in the order found, which does not depend on that of the documents */
    bool part;         /* one of them is a clause */
    bool rival;        /* they tell two days of the same thing, or one speaker's of two days */
    bool matched;      /* both tell the same number or day, or figures of the same thing */
};

typedef VECTOR(struct fact_pair) fact_pair_vector;

struct facts;

/* Weighs the statements of one story. Borrows both arguments. Never NULL. Free with facts_free. */
struct facts *facts_new(const struct statements *statements, const uint32_t *story, size_t count);
void facts_free(struct facts *facts); /* NULL allowed */

/* Appends the pairs, surest first. Each statement is compared with at most BAGS_MOST_CANDIDATES others
 * (bags.h), so the work grows as n log n. */
void facts_find(struct facts *facts, fact_pair_vector *pairs);

/* Whether two statements of the story share so much that they tell of one thing, figures apart. */
bool facts_are_alike(const struct facts *facts, uint32_t a, uint32_t b);

/* How many concepts two statements of the story share; a name of several words is one. */
uint32_t facts_count_shared(const struct facts *facts, uint32_t a, uint32_t b);

/* Whether two statements of the story share enough that they may stand in one claim, if others join them. */
bool facts_may_meet(const struct facts *facts, uint32_t a, uint32_t b);

#endif
