/* command_claims.c: whosaid claims: every claim of every story. All articles are in memory: any may tell any claim. */
#include "app.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

/* The texts to print claims in, one a document. */
struct texts {
    struct output_text *texts;
    struct strbuf *files; /* the decoded files, for --verbatim; NULL otherwise */
    bool *lost;           /* the file has changed since it was compared */
    size_t count;
};

static void open_text(struct app *app, const struct library *library, struct texts *texts, size_t index)
{
    const struct article *article = library_document(library, index)->article;
    struct error error;

    if (!texts->files) {
        output_text_init(&texts->texts[index], article, NULL);
        return;
    }
    strbuf_init(&texts->files[index]);
    if (!corpus_verbatim(library_corpus(library), library_corpus_index(library, index), article, &texts->files[index],
                         &error)) {
        texts->lost[index] = true;
        app_report(app, &error);
    }
    output_text_init(&texts->texts[index], article, &texts->files[index]);
}

static void texts_open(struct app *app, const struct library *library, struct texts *texts)
{
    bool verbatim = app->options.verbatim && app->options.format == OUTPUT_JSONL;
    texts->count = library_size(library);
    texts->texts = memory_calloc(texts->count, sizeof *texts->texts);
    texts->files = verbatim ? memory_calloc(texts->count, sizeof *texts->files) : NULL;
    texts->lost = memory_calloc(texts->count, sizeof *texts->lost);
    for (size_t i = 0; i < texts->count; i++)
        open_text(app, library, texts, i);
}

static void texts_close(struct texts *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        output_text_release(&texts->texts[i]);
        if (texts->files)
            strbuf_release(&texts->files[i]);
    }
    free(texts->texts);
    free(texts->files);
    free(texts->lost);
}

/* A claim with a version in a file that has changed has no offsets to print. */
static bool can_print(const struct texts *texts, const struct claim *claim)
{
    for (size_t i = 0; i < claim->version_count; i++)
        if (texts->lost[claim->versions[i].document])
            return false;
    return true;
}

static void print_claims(struct app *app, const struct library *library, const struct texts *texts)
{
    const struct claims *claims = library_claims(library);
    struct output_options options = app_output_options(app);
    struct strbuf line;
    bool listening = true;

    strbuf_init(&line);
    for (size_t i = 0; i < claims->claim_count && listening; i++) {
        if (!can_print(texts, &claims->claims[i]))
            continue;
        output_claim(claims, (uint32_t)i, library_documents(library), texts->texts, &options, &line);
        listening = sink_add(&app->sink, strbuf_str(&line));
        strbuf_clear(&line);
        app->shown = true;
    }
    strbuf_release(&line);
}

bool command_claims(struct app *app)
{
    size_t count;
    const char *const *paths = app_paths(app, &count);
    struct library *library = library_open(paths, count, app->options.jobs, app_report, app);
    struct texts texts;

    texts_open(app, library, &texts);
    print_claims(app, library, &texts);
    texts_close(&texts);
    library_free(library);
    return true;
}
