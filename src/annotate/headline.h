/* headline.h: quotations in the article's headline. */
#ifndef WHOSAID_ANNOTATE_HEADLINE_H
#define WHOSAID_ANNOTATE_HEADLINE_H

#include "reading.h"

/* Sets reading->title, in the arena: a reading of the headline alone, whose text is the article's title and
 * whose attributions have the entities of the body, which is resolved by now. NULL where the title is no
 * headline. */
void headline_run(struct reading *reading, const struct article *article);

#endif
