/* claim_facts.h: what several formats say of a story, a claim or a version, looked up in one place. */
#ifndef WHOSAID_OUTPUT_CLAIM_FACTS_H
#define WHOSAID_OUTPUT_CLAIM_FACTS_H

#include "whosaid/claims/claims.h"

/* A story is known by the articles in it. */
uint64_t story_id(const struct story *story, const struct document *documents);

/* The first and the last day of a story, "2024-06-19", borrowed from articles; empty when none is dated. */
void story_days(const struct story *story, const struct document *documents, struct str *first,
                struct str *last);

/* Appends the outlets that print largely the text of the story's which-th document, "A, B and C", when it is
 * the first of such and they are several; else returns false. */
bool witness_outlets(const struct story *story, const struct document *documents, size_t which,
                     struct strbuf *names);

/* "quotation", or "assertion" when no outlet attributes it to anybody. Static. */
struct str claim_kind(const struct claim *claim);

/* What is said of a claim in which no difference of substance was found: that it is the same where all
 * versions quote it; words of the outlets themselves are not compared one by one. Static. */
const char *agreement_phrase(const struct claim *claim);

/* The first document of the version's story that prints largely the text of the version's: often its own.
 * O(log n). */
uint32_t version_witness(const struct claims *claims, const struct version *version);

/* The stories that the versions of a claim are of, each once, in the order of the versions: one, but for what
 * claims_find_across found. Caller frees. n log n. */
uint32_t *claim_stories(const struct claim *claim, size_t *count);

/* "=", "≈", "≠" or "·". Static. */
const char *relation_glyph(uint32_t relation);

/* Borrowed from the version's article. */
struct str version_text(const struct version *version, const struct document *documents);
struct str version_outlet(const struct version *version, const struct document *documents);
struct str version_day(const struct version *version, const struct document *documents); /* or empty */

/* "said", "negated", "conditional"; no string for what an outlet tells in its own voice. Static. */
struct str version_stance(const struct version *version);

/* The place of a difference's reading in which a version stands; the number of readings when in none. */
size_t version_reading(const struct difference *difference, uint32_t version);

/* Words in their passage: the sentence around them, what is far from them cut. */
struct passage {
    struct span before, words, after; /* of the article's text, without white space at the outer ends */
    bool cut_before, cut_after;
};

/* The passage around a span of a document's text, with about so many bytes on either side of it. O(log n). */
struct passage passage_around(const struct document *document, struct span words, uint32_t context);

#endif
