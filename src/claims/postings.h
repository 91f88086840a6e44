/* postings.h: an inverted index: which items hold a term, and which items share most with a given one.
 *
 * Stories, joining and facts all look for candidates so: documents by their terms, quotations by stems,
 * sentences by concepts. Items and terms are the caller's, numbered from 0, items in an order that does not
 * depend on that of the input. A question looks behind its item only, so that each pair is found once, and
 * reads so few items of a term that the work grows with the terms asked for and not with how common they are.
 *
 * Who asks sees no list, so that an index on disk can answer the same questions. */
#ifndef WHOSAID_CLAIMS_POSTINGS_H
#define WHOSAID_CLAIMS_POSTINGS_H

#include "whosaid/base/vector.h"

#include <stdint.h>

/* An item that shares terms with the one asked about. */
struct candidate {
    uint32_t item;
    uint32_t terms; /* how many it shares */
    double weight;  /* of these together */
};

typedef VECTOR(struct candidate) candidate_vector;

struct posting {
    uint32_t term, item;
};

/* When an item was last met: in which question, and where it stands among the candidates. */
struct meeting {
    uint32_t question, place;
};

/* Zero-initialise; release when done. */
struct postings {
    candidate_vector found; /* for the item asked about last; the caller may drop some */

    /* The rest is postings.c's. */
    VECTOR(struct posting) added; /* not indexed yet */
    VECTOR(uint32_t) items;       /* ascending within a term, one term's after the other's */
    VECTOR(uint32_t) first;       /* by term, and one past the last: where its items begin */
    VECTOR(uint32_t) behind;      /* by term: the first that stands behind the item asked about last */
    VECTOR(struct meeting) met;   /* by item */
    uint32_t question, asked;
};

/* Notes that an item holds a term. The items of a term are added in ascending order, each once. */
void postings_add(struct postings *postings, uint32_t term, uint32_t item);

/* Makes what was added ready to be asked about; terms and items are all below these numbers. Linear in both
 * and in what was added. */
void postings_index(struct postings *postings, size_t terms, size_t items);

/* Begins a question about an item: nothing is found yet. */
void postings_ask(struct postings *postings, uint32_t item);

/* Adds weight to those behind the item that hold the term: the first most of them. Linear in most, when items
 * are asked about in ascending order. */
void postings_ask_term(struct postings *postings, uint32_t term, double weight, size_t most);

/* Keeps the candidates of most weight, the weightiest first, of equals the first; at most so many. Linear but
 * for so many moves each. */
void candidates_keep_best(candidate_vector *candidates, size_t most);

/* Empties the index and keeps its memory. */
void postings_clear(struct postings *postings);
void postings_release(struct postings *postings);

#endif
