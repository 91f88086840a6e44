/* people.h: one identity for "Putin", "Vladimir Putin" and "the Russian president" across the articles of a
 * corpus.
 *
 * What resolution does within an article (whosaid/annotate), this does between them, from the speakers' names
 * alone and with the same caution: a full name is one person wherever it stands; in a story Bill Tate is
 * William Tate, and Carolina Ibáñez is Carolina Ibáñez Lagos, unless an article quotes both; a surname joins
 * a full name only where nobody else of the story has it and gender and title agree; a title joins who bears
 * it in the story, one without a place only where the office is one of which there is one. Not for what two
 * speakers of one claim are to each other (an office, its spokesperson): that is speakers.h. Deterministic;
 * the order of the documents changes nothing. Time grows as n log n in the number of speakers. */
#ifndef WHOSAID_CLAIMS_PEOPLE_H
#define WHOSAID_CLAIMS_PEOPLE_H

#include "whosaid/claims/claims.h"

/* Somebody, or an organisation, that quotations of some articles are attributed to. Strings are borrowed from
 * the articles. */
struct person {
    struct str name;              /* the fullest one */
    struct str role, affiliation; /* the fullest ones; may be empty */
    uint32_t quotations;          /* attributed to it, in all articles */
    bool is_human; /* somebody with a name; else an organisation, a group, an unnamed official, a text */
};

struct people;

/* Finds who the speakers of all documents are. story_of has each document's story (claims_story_of), or is
 * NULL: then stories are found first. Documents must outlive the result. Caller frees with people_free. */
struct people *people_find(const struct document *documents, size_t count, const uint32_t *story_of);
void people_free(struct people *people); /* NULL allowed */

/* Who an entity of a document is; the same address for the same person. NULL for entity NO_INDEX.
 * Borrowed. */
const struct person *people_of(const struct people *people, uint32_t document, uint32_t entity);

#endif
