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
    struct document
        *documents; /* the whole corpus, read ahead; NULL when articles are read as they are printed */
    struct people *people;
};

static void print_article(const struct batch *batch, size_t index, const struct document *document,
                          const struct strbuf *verbatim, struct strbuf *out)
{
    struct batch_item item = {.article = document->article,
                              .annotations = document->annotations,
                              .people = batch->people,
                              .index = (uint32_t)index};
    output_text_init(&item.text, document->article, verbatim);
    batch->print(batch->app, &batch->options, &item, out);
    output_text_release(&item.text);
}

static void print_document(const struct batch *batch, size_t index, const struct document *document,
                           struct product *product)
{
    struct strbuf verbatim;
    if (!batch->app->options.verbatim) {
        print_article(batch, index, document, NULL, &product->text);
        return;
    }
    strbuf_init(&verbatim);
    if (corpus_verbatim(batch->corpus, index, document->article, &verbatim, &product->error))
        print_article(batch, index, document, &verbatim, &product->text);
    strbuf_release(&verbatim);
}

static struct document read_document(const struct batch *batch, size_t index, struct error *error)
{
    const struct article *article = corpus_load(batch->corpus, index, error);
    return (struct document){article, article ? annotate(article) : NULL};
}

static void free_document(struct document *document)
{
    free((void *)document->article);
    free((void *)document->annotations);
}

static void read_ahead(void *context, size_t place)
{
    const struct batch *batch = context;
    size_t index = batch->first + place;
    batch->products[place].error.code = ERROR_NONE;
    batch->documents[index] = read_document(batch, index, &batch->products[place].error);
}

static void work(void *context, size_t place)
{
    const struct batch *batch = context;
    struct product *product = &batch->products[place];
    size_t index = batch->first + place;

    product->error.code = ERROR_NONE;
    if (batch->documents) {
        if (batch->documents[index].article)
            print_document(batch, index, &batch->documents[index], product);
        return;
    }
    struct document document = read_document(batch, index, &product->error);
    if (document.article)
        print_document(batch, index, &document, product);
    free_document(&document);
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
        strbuf_clear(&products[i].text);
    }
    return listening;
}

/* Does the work on every index of the corpus, most at a time. */
static void run(struct app *app, struct batch *batch, unsigned jobs, size_t most,
                void (*step)(void *context, size_t place))
{
    size_t size = corpus_size(batch->corpus);
    bool listening = true;
    for (batch->first = 0; batch->first < size && listening; batch->first += most) {
        size_t count = size - batch->first < most ? size - batch->first : most;
        parallel_each(count, jobs, step, batch);
        listening = deliver(app, batch->products, count);
    }
}

static void find_people(struct app *app, struct batch *batch, unsigned jobs, size_t most)
{
    size_t size = corpus_size(batch->corpus);
    batch->documents = memory_calloc(size + 1, sizeof *batch->documents);
    run(app, batch, jobs, most, read_ahead);
    batch->people = people_find(batch->documents, size, NULL);
}

static void release(struct batch *batch, size_t most)
{
    for (size_t i = 0; batch->documents && i < corpus_size(batch->corpus); i++)
        free_document(&batch->documents[i]);
    for (size_t i = 0; i < most; i++)
        strbuf_release(&batch->products[i].text);
    people_free(batch->people);
    free(batch->documents);
    free(batch->products);
}

void batches_run(struct app *app, enum output_record record, batch_print *print, bool people)
{
    size_t path_count;
    const char *const *paths = app_paths(app, &path_count);
    struct corpus *corpus = corpus_open(paths, path_count, app_report, app);
    unsigned jobs = app->options.jobs ? app->options.jobs : parallel_processors();
    size_t most = (size_t)jobs * ITEMS_PER_JOB;
    struct batch batch = {.app = app, .corpus = corpus, .options = app_output_options(app), .print = print};

    batch.products = memory_calloc(most, sizeof *batch.products);
    for (size_t i = 0; i < most; i++)
        strbuf_init(&batch.products[i].text);
    if (people)
        find_people(app, &batch, jobs, most);
    app_print_frame(app, record, output_begin);
    run(app, &batch, jobs, most, work);
    app_print_frame(app, record, output_end);
    release(&batch, most);
    corpus_free(corpus);
}
