/* bags.h: the statements of a story as bags of concepts (stems, synonyms and numbers folded), each weighted
 * by its rarity in the story, and for each, those that share most weight with it. Whether they tell one fact
 * is for facts.c. */
#ifndef WHOSAID_CLAIMS_BAGS_H
#define WHOSAID_CLAIMS_BAGS_H

#include "postings.h"
#include "statements.h"

/* A concept as one statement has it. */
struct bag_item {
    uint32_t concept; /* of the vocabulary; once indexed, the story's own, numbered from 0 */
    bool figure;      /* written in digits, two or more */
    bool year;        /* four digits without a comma */
    bool dated;       /* stands in a date, which is compared as such */
    bool name;        /* begins with a capital inside a sentence */
    bool inner; /* only behind another word of the same name: a name is one thing, of however many words */
};

struct bag {
    uint32_t statement;
    uint32_t first, count; /* distinct concepts, ascending, in bags.items */
    uint32_t weight;       /* of all of them */
    uint32_t document;
};

/* Begun with the vocabulary and the statements set and the rest zeroed; both are borrowed. */
struct bags {
    const struct vocabulary *vocabulary;
    const struct statements *statements;
    VECTOR(struct bag) list;
    VECTOR(struct bag_item) items;
    struct postings index;        /* of bags by concept */
    VECTOR(uint32_t) occurrences; /* by concept: sentences that have it, clauses apart */
    VECTOR(uint32_t) weights;     /* by concept */
    uint32_t sentences;           /* how many there are, clauses apart */
};

/* Adds a statement, then indexes all of them. Adding after indexing is not possible. n log n. */
void bags_add(struct bags *bags, uint32_t statement);
void bags_index(struct bags *bags);
void bags_release(struct bags *bags);

/* What an item tells: the rarer its concept, the more. */
uint32_t bags_item_weight(const struct bags *bags, const struct bag_item *item);

/* Leaves in bags->index.found the later bags of other documents that share most weight with this one, at most
 * BAGS_MOST_CANDIDATES, the best first. Linear in the words of the statement. */
enum { BAGS_MOST_CANDIDATES = 24 };
void bags_propose(struct bags *bags, uint32_t index);

#endif
