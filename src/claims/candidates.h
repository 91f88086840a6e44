/* candidates.h: which statements of a story are worth aligning with which: those that share rare stems.
 *
 * Statements with the same words and speaker become one node. Each node is proposed at most CANDIDATES_MOST
 * of those at least as long as itself, so the work grows as n log n. */
#ifndef WHOSAID_CLAIMS_CANDIDATES_H
#define WHOSAID_CLAIMS_CANDIDATES_H

#include "postings.h"
#include "statements.h"

enum { CANDIDATES_MOST = 24 };

struct node {
    uint32_t statement;              /* one of those with these words */
    uint64_t speaker;                /* hash of the speaker's name */
    uint64_t order;                  /* of the article, to break ties whatever the order of documents */
    uint32_t first_stem, stem_count; /* distinct content stems, in stems and terms */
};

/* Two statements with the same words and speaker. */
struct equal_pair {
    uint32_t a, b;
};

/* Release when done. */
struct candidates {
    const struct vocabulary *vocabulary;
    const struct statements *statements;
    VECTOR(struct node) nodes;        /* of the story at hand; once indexed, short ones first */
    VECTOR(struct equal_pair) equal;  /* of which one is no node */
    VECTOR(uint32_t) statements_with; /* by stem: nodes of the story that hold it */
    VECTOR(uint32_t) stems;
    VECTOR(uint32_t) terms; /* beside stems: their numbers in the story, from 0 */
    struct postings index;  /* of nodes; index.found are the candidates for the node at hand, best first */
};

/* Borrows the statements. */
void candidates_init(struct candidates *candidates, const struct statements *statements);
void candidates_release(struct candidates *candidates);

/* Adds a statement of the story at hand. */
void candidates_add(struct candidates *candidates, uint32_t statement);

/* Merges, sorts and indexes the nodes added; fills equal and statements_with. */
void candidates_index(struct candidates *candidates);

/* Leaves the candidates for a node in index.found. */
void candidates_propose(struct candidates *candidates, uint32_t node);

/* Makes ready for the next story. */
void candidates_clear(struct candidates *candidates);

/* Content words that a statement is judged by: those in quotation marks where it has any. */
static inline uint32_t statement_evidence(const struct statement *statement)
{
    return statement->quoted ? statement->quoted : statement->content;
}

#endif
