/* texts.c: see texts.h. */
#include "texts.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

static void open_text(struct texts *texts, struct app *app, const struct library *library, size_t index)
{
    const struct article *article = library_document(library, index)->article;
    struct error error;

    if (!texts->files) {
        output_text_init(&texts->texts[index], article, NULL);
        return;
    }
    strbuf_init(&texts->files[index]);
    if (!corpus_verbatim(library_corpus(library), library_corpus_index(library, index), article,
                         &texts->files[index], &error)) {
        texts->lost[index] = true;
        app_report(app, &error);
    }
    output_text_init(&texts->texts[index], article, &texts->files[index]);
}

void texts_open(struct texts *texts, struct app *app, const struct library *library)
{
    bool verbatim = app->options.verbatim && app->options.format == OUTPUT_JSONL;
    texts->count = library_size(library);
    texts->texts = memory_calloc(texts->count, sizeof *texts->texts);
    texts->files = verbatim ? memory_calloc(texts->count, sizeof *texts->files) : NULL;
    texts->lost = memory_calloc(texts->count, sizeof *texts->lost);
    for (size_t i = 0; i < texts->count; i++)
        open_text(texts, app, library, i);
}

void texts_close(struct texts *texts)
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

bool texts_has_all(const struct texts *texts, const struct claim *claim)
{
    for (size_t i = 0; i < claim->version_count; i++)
        if (texts->lost[claim->versions[i].document])
            return false;
    return true;
}

void texts_run(struct app *app,
               void (*print)(struct app *app, const struct library *library, const struct texts *texts))
{
    size_t count;
    const char *const *paths = app_paths(app, &count);
    struct library *library = library_open(paths, count, app->options.jobs, app_report, app);
    struct texts texts;
    texts_open(&texts, app, library);
    print(app, library, &texts);
    texts_close(&texts);
    library_free(library);
}
