/* batches.h: the articles of a corpus, worked on by several threads and printed in input order, so many at a
 * time that memory stays bounded; or, when speakers are to be known across articles, all read before the
 * first is printed. */
#ifndef WHOSAID_APP_BATCHES_H
#define WHOSAID_APP_BATCHES_H

#include "app.h"

#include "whosaid/claims/people.h"

/* An article ready to be printed. Everything is owned by the batch. */
struct batch_item {
    const struct article *article;
    const struct annotations *annotations;
    struct output_text text;
    const struct people *people; /* of the whole corpus; NULL when not asked for */
    uint32_t index;              /* the article's in the corpus, and among those people was found in */
};

/* Prints an item into out; on a worker's thread. */
typedef void batch_print(const struct app *app, const struct output_options *options,
                         const struct batch_item *item, struct strbuf *out);

/* Prints every article of the app's paths to its standard output, with what the format has around them.
 * people says whether the items are to have any. */
void batches_run(struct app *app, enum output_record record, batch_print *print, bool people);

#endif
