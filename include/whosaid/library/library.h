/* library.h: the one model that everything on screen reads.
 *
 * It owns the corpus, loads and annotates articles, and keeps the claims. Small corpora are complete when
 * library_open returns; the interface asks by row and never assumes that everything is in memory. */
#ifndef WHOSAID_LIBRARY_LIBRARY_H
#define WHOSAID_LIBRARY_LIBRARY_H

#include "whosaid/claims/claims.h"
#include "whosaid/corpus/corpus.h"

struct library;

/* Opens paths as corpus_open does, with up to jobs threads (0: one a processor). What cannot be read is
 * reported through report (NULL allowed), from the calling thread: what cannot be listed first, then files,
 * in input order. Never NULL; may be empty. Free with library_free. */
struct library *library_open(const char *const *paths, size_t count, unsigned jobs, corpus_report *report,
                             void *context);
void library_free(struct library *library); /* NULL allowed */

/* A library over documents made elsewhere, for tests; takes ownership of the articles and
 * annotations, not of the array. */
struct library *library_from_documents(struct str name, const struct document *documents, size_t count);

struct str library_name(const struct library *library); /* sanitised; borrowed */
/* NULL for one from documents; borrowed. */
const struct corpus *library_corpus(const struct library *library);

/* Articles that could be read, in corpus order, and how many inputs could not. */
size_t library_size(const struct library *library);
size_t library_unreadable(const struct library *library);
const struct document *library_document(const struct library *library, size_t index); /* borrowed */
/* All in one array, for claims; borrowed. */
const struct document *library_documents(const struct library *library);
size_t library_corpus_index(const struct library *library, size_t index); /* its index in the corpus */
const struct claims *library_claims(const struct library *library);       /* borrowed */

/* What the list and the title bar show. */
struct library_counts {
    uint32_t articles, quotations, speakers, claims, differ;
};
struct library_counts library_counts(const struct library *library);

struct article_counts {
    uint32_t quotations;
    uint32_t relations[4]; /* sentences by the strongest relation, of claims that begin in them, by enum
                              relation */
};
struct article_counts library_article_counts(const struct library *library, size_t index);

/* What other outlets do with what a sentence says: the strongest relation (differs > reworded > same >
 * single) among the claims whose version in this article overlaps the sentence; -1 when it has none. */
int library_sentence_relation(const struct library *library, size_t index, uint32_t sentence);

/* The claim, and its version here, behind that answer (the first in the text among equals); false when the
 * sentence has none. */
bool library_sentence_claim(const struct library *library, size_t index, uint32_t sentence,
                            struct claim_ref *ref);

#endif
