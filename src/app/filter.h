/* filter.h: which articles and quotations pass --speaker, --outlet, --since and --until. */
#ifndef WHOSAID_APP_FILTER_H
#define WHOSAID_APP_FILTER_H

#include "options.h"

#include "whosaid/claims/people.h"

/* Whether an article passes, by its outlet and its day. */
bool filter_article(const struct options *options, const struct article *article);

/* Whether the speaker of a quotation passes, by what the article calls it or by who it is in others (person,
 * NULL when not known); that its article does is another question. */
bool filter_quote(const struct options *options, const struct document *document, const struct quote *quote,
                  const struct person *person);

#endif
