/* command_claims.c: whosaid claims: every claim of every story. */
#include "app.h"
#include "texts.h"

static void print_claims(struct app *app, const struct library *library, const struct texts *texts)
{
    const struct claims *claims = library_claims(library);
    struct output_options options = app_output_options(app);
    struct strbuf line;
    bool listening = true;

    strbuf_init(&line);
    app_print_frame(app, OUTPUT_CLAIMS, output_begin);
    for (size_t i = 0; i < claims->claim_count && listening; i++) {
        if (!texts_has_all(texts, &claims->claims[i]))
            continue;
        output_claim(claims, (uint32_t)i, library_documents(library), texts->texts, &options, &line);
        listening = sink_add(&app->sink, strbuf_str(&line));
        strbuf_clear(&line);
        app->shown = true;
    }
    app_print_frame(app, OUTPUT_CLAIMS, output_end);
    strbuf_release(&line);
}

void command_claims(struct app *app)
{
    texts_run(app, print_claims);
}
