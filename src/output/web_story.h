/* web_story.h: the head of a story on the page of claims: title, counts, witnesses, and who tells what. */
#ifndef WHOSAID_OUTPUT_WEB_STORY_H
#define WHOSAID_OUTPUT_WEB_STORY_H

#include "whosaid/claims/claims.h"

/* Appends a story's head. documents are the ones that were compared. */
void web_story(const struct claims *claims, uint32_t story, const struct document *documents,
               struct strbuf *out);

/* A version's outlet, linked to the article where that has an address on the web, and its day. */
void web_outlet(const struct version *version, const struct document *documents, struct strbuf *out);

#endif
