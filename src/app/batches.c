/* batches.c: see batches.h. */
#include "batches.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/memory.h"
#include "whosaid/base/parallel.h"

#include <stdlib.h>

enum { ITEMS_PER_JOB = 16 };

/* What one index of a batch produces: text, or an error. */
struct product {
    struct strbuf text;
    struct error error;
};

struct batch {
    const struct app *app;
    const struct corpus *corpus;
    struct output_options options;
    batch_print *print;
    size_t first; /* the corpus index of products[0] */
    struct product *products;
};

static void print_article(const struct batch *batch, const struct article *article,
                          const struct strbuf *verbatim, struct strbuf *out)
{
    struct annotations *annotations = annotate(article);
    struct batch_item item = {.article = article, .annotations = annotations};
    output_text_init(&item.text, article, verbatim);
    batch->print(batch->app, &batch->options, &item, out);
    output_text_release(&item.text);
    free(annotations);
}

static void print_verbatim(const struct batch *batch, size_t index, const struct article *article,
                           struct product *product)
{
    struct strbuf verbatim;
    strbuf_init(&verbatim);
    if (corpus_verbatim(batch->corpus, index, article, &verbatim, &product->error))
        print_article(batch, article, &verbatim, &product->text);
    strbuf_release(&verbatim);
}

static void work(void *context, size_t place)
{
    const struct batch *batch = context;
    struct product *product = &batch->products[place];
    size_t index = batch->first + place;

    product->error.code = ERROR_NONE;
    struct article *article = corpus_load(batch->corpus, index, &product->error);
    if (!article)
        return;
    if (batch->app->options.verbatim)
        print_verbatim(batch, index, article, product);
    else
        print_article(batch, article, NULL, &product->text);
    free(article);
}

/* Hands the products on in input order. */
static bool deliver(struct app *app, struct product *products, size_t count)
{
    bool listening = true;
    for (size_t i = 0; i < count; i++) {
        if (products[i].error.code != ERROR_NONE)
            app_report(app, &products[i].error);
        if (products[i].text.size)
            app->shown = true;
        listening = listening && sink_add(&app->sink, strbuf_str(&products[i].text));
        strbuf_release(&products[i].text);
    }
    return listening;
}

void batches_run(struct app *app, enum output_record record, batch_print *print)
{
    size_t path_count;
    const char *const *paths = app_paths(app, &path_count);
    struct corpus *corpus = corpus_open(paths, path_count, app_report, app);
    unsigned jobs = app->options.jobs ? app->options.jobs : parallel_processors();
    size_t size = corpus_size(corpus), most = (size_t)jobs * ITEMS_PER_JOB;
    struct batch batch = {app,   corpus, app_output_options(app),
                          print, 0,      memory_calloc(most, sizeof *batch.products)};
    bool listening = true;

    for (size_t i = 0; i < most; i++)
        strbuf_init(&batch.products[i].text);
    app_print_frame(app, record, output_begin);
    for (; batch.first < size && listening; batch.first += most) {
        size_t count = size - batch.first < most ? size - batch.first : most;
        parallel_each(count, jobs, work, &batch);
        listening = deliver(app, batch.products, count);
    }
    app_print_frame(app, record, output_end);
    free(batch.products);
    corpus_free(corpus);
}
