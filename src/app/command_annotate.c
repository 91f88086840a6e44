/* command_annotate.c: whosaid annotate: what was found in each article. */
#include "batches.h"

static void print(const struct app *app, const struct output_options *options, const struct batch_item *item,
                  struct strbuf *out)
{
    output_annotate(&item->text, item->annotations, options, out);
}

void command_annotate(struct app *app)
{
    batches_run(app, OUTPUT_ARTICLES, print, false);
}
