/* web.h: claims as one page of HTML that needs nothing else: no script, no network. To send to a colleague,
 * to print. Each story has an overview of who tells what, a table for each claim of several outlets, with a
 * column for each distinct telling, and a list of what one outlet alone tells. */
#ifndef WHOSAID_OUTPUT_WEB_H
#define WHOSAID_OUTPUT_WEB_H

#include "whosaid/claims/claims.h"

/* What stands on the page before the first claim, and behind the last. Appended to out. */
void web_begin(struct strbuf *out);
void web_end(struct strbuf *out);

/* One claim, within the frame of its story and its part of it:
 * call it for a story's claims in their order. */
void web_claim(const struct claims *claims, uint32_t claim, const struct document *documents, bool explain,
               struct strbuf *out);

#endif
