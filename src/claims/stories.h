/* stories.h: which documents report one event. */
#ifndef WHOSAID_CLAIMS_STORIES_H
#define WHOSAID_CLAIMS_STORIES_H

#include "words.h"

#include "whosaid/claims/claims.h"

/* For each document the number of its story, counted by first document; NO_INDEX for one that could not be
 * read. Returns how many stories there are. The order of the documents does not change which are together.
 * Each document is compared with at most STORIES_MOST_NEIGHBOURS others, so the work grows as n log n. */
enum { STORIES_MOST_NEIGHBOURS = 48 };
size_t stories_group(struct vocabulary *vocabulary, const struct document *documents, size_t count,
                     uint32_t *story_of);

#endif
