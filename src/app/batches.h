/* batches.h: the articles of a corpus, worked on by several threads and printed in input order, so many at a
 * time that memory stays bounded. */
#ifndef WHOSAID_APP_BATCHES_H
#define WHOSAID_APP_BATCHES_H

#include "app.h"

/* An article ready to be printed. Everything is owned by the batch. */
struct batch_item {
    const struct article *article;
    const struct annotations *annotations;
    struct output_text text;
};

/* Prints an item into out; on a worker's thread. */
typedef void batch_print(const struct app *app, const struct output_options *options,
                         const struct batch_item *item, struct strbuf *out);

/* Prints every article of the app's paths to its standard output, with what the format has around them. */
void batches_run(struct app *app, enum output_record record, batch_print *print);

#endif
