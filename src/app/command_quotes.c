/* command_quotes.c: whosaid quotes: every quotation, or those that pass the filters. */
#include "batches.h"
#include "filter.h"
#include "texts.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

static void print(const struct app *app, const struct output_options *output, const struct batch_item *item,
                  struct strbuf *out)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(item->annotations, &count);
    const struct document document = {item->article, item->annotations};

    if (!filter_article(&app->options, item->article))
        return;
    bool *wanted = memory_calloc(count, sizeof *wanted);
    for (size_t i = 0; i < count; i++)
        wanted[i] =
            filter_quote(&app->options, &document, &quotes[i],
                         item->people ? people_of(item->people, item->index, quotes[i].entity) : NULL);
    struct output_choice choice = {wanted, item->people, item->index};
    output_quotes(&item->text, item->annotations, &choice, output, out);
    free(wanted);
}

/* ---- variants */

/* Whether one of a claim's quotations passes; then all its wordings are shown,
 * since one alone says nothing. */
static bool passes(const struct app *app, const struct library *library, const struct people *people,
                   const struct claim *claim)
{
    for (size_t i = 0; i < claim->version_count; i++) {
        uint32_t at = claim->versions[i].document, quote = claim->versions[i].quote;
        const struct document *document = library_document(library, at);
        size_t count;
        const struct quote *quotes = annotations_quotes(document->annotations, &count);
        if (quote < count && filter_article(&app->options, document->article) &&
            filter_quote(&app->options, document, &quotes[quote],
                         people_of(people, at, quotes[quote].entity)))
            return true;
    }
    return false;
}

static void print_variants(struct app *app, const struct library *library, const struct texts *texts)
{
    size_t count = library_size(library);
    struct claims *claims = claims_find_across(library_documents(library), count);
    struct output_options options = app_output_options(app);
    struct people *people = people_find(library_documents(library), count, NULL);
    struct strbuf part;
    bool listening = true;

    strbuf_init(&part);
    app_print_frame(app, OUTPUT_VARIANTS, output_begin);
    for (size_t i = 0; i < claims->claim_count && listening; i++) {
        if (!texts_has_all(texts, &claims->claims[i]) || !passes(app, library, people, &claims->claims[i]))
            continue;
        output_variants(claims, (uint32_t)i, library_documents(library), texts->texts, &options, &part);
        app->shown |= part.size > 0;
        listening = sink_add(&app->sink, strbuf_str(&part));
        strbuf_clear(&part);
    }
    app_print_frame(app, OUTPUT_VARIANTS, output_end);
    strbuf_release(&part);
    people_free(people);
    claims_free(claims);
}

/* Who a speaker is in other articles is printed in JSON and CSV, and looked for by --speaker. */
static bool needs_people(const struct options *options)
{
    return options->format == OUTPUT_JSONL || options->format == OUTPUT_CSV || options->speaker;
}

void command_quotes(struct app *app)
{
    if (app->options.variants)
        texts_run(app, print_variants);
    else
        batches_run(app, OUTPUT_QUOTATIONS, print, needs_people(&app->options));
}
