/* explain.h: why a quotation was annotated as it was, in plain sentences for people.
 *
 * Nothing is stored for it: annotating is deterministic, so an article is annotated once more, and what was
 * passed over the first time is kept. */
#ifndef WHOSAID_ANNOTATE_EXPLAIN_H
#define WHOSAID_ANNOTATE_EXPLAIN_H

#include "whosaid/annotate/annotations.h"
#include "whosaid/base/string.h"
#include "whosaid/corpus/article.h"

struct explainer;

/* Annotates an article (borrowed) once more. Never NULL. Free with explainer_free. */
struct explainer *explainer_create(const struct article *article);
void explainer_free(struct explainer *explainer); /* NULL allowed */

/* Appends the sentences on a quotation (an index into annotations_quotes of the same article), each on a line
 * of its own: which cue and where, which rule or what of the model's features, who the speaker is and why,
 * how sure it is. Linear in the article over all its quotations. */
void explainer_tell(struct explainer *explainer, size_t quote, struct strbuf *out);

/* The same for a quotation of the headline (an index into annotations_title_quotes). */
void explainer_tell_title(struct explainer *explainer, size_t quote, struct strbuf *out);

#endif
