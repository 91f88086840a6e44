/* search.h: what was typed after `/`, and where a text holds it, whatever the case and combining
 * marks. */
#ifndef WHOSAID_SRC_VIEW_SEARCH_H
#define WHOSAID_SRC_VIEW_SEARCH_H

#include "whosaid/text/span.h"

struct pattern {
    struct strbuf text;   /* as typed */
    struct strbuf folded; /* as compared; empty: matches nothing */
};

enum search_result { SEARCH_NOTHING, SEARCH_FOUND, SEARCH_WRAPPED };

void pattern_init(struct pattern *pattern);
void pattern_release(struct pattern *pattern);

/* Takes what was typed; empty: nothing matches any more. */
void pattern_set(struct pattern *pattern, struct str text);

/* Whether text holds the pattern. Linear. */
bool pattern_matches(const struct pattern *pattern, struct str text);

/* Appends the places of text that match, ascending and disjoint, as whole code points. Linear. */
void pattern_find(const struct pattern *pattern, struct str text, span_vector *found);

/* Moves *at, below count, forward or back and around once to the first other index that matches; the last
 * tried is *at itself. Without a match it stays. */
enum search_result search_around(size_t *at, size_t count, bool forward,
                                 bool (*matches)(void *context, size_t index), void *context);

#endif
