/* story_list.h: the stories as they are handed out, with their documents, witnesses, outlets and titles.
 * Which documents report one event is told by stories.h; the claims of a story are claims.c's. */
#ifndef WHOSAID_CLAIMS_STORY_LIST_H
#define WHOSAID_CLAIMS_STORY_LIST_H

#include "whosaid/base/arena.h"
#include "whosaid/claims/claims.h"

/* The stories, in arena and as yet without claims. story_of has for each of count documents the number of its
 * story below stories, or NO_INDEX; witness_of, the first document that prints largely its text. */
struct story *story_list_make(const struct document *documents, size_t count, const uint32_t *story_of,
                              size_t stories, const uint32_t *witness_of, struct arena *arena);

#endif
