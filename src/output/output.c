/* output.c: hands each record to the writer of the format asked for. */
#include "whosaid/output/output.h"

#include "brat.h"
#include "jsonl.h"
#include "listing.h"
#include "sheets.h"
#include "web.h"

#include "whosaid/annotate/explain.h"

void output_begin(enum output_record record, const struct output_options *options, struct strbuf *out)
{
    if (options->format == OUTPUT_CSV)
        sheet_head(record, out);
    if (options->format == OUTPUT_HTML)
        web_begin(out);
}

void output_end(enum output_record record, const struct output_options *options, struct strbuf *out)
{
    if (options->format == OUTPUT_HTML)
        web_end(out);
}

void output_annotate(const struct output_text *text, const struct annotations *annotations,
                     const struct output_options *options, struct strbuf *out)
{
    struct explainer *explainer = options->explain ? explainer_create(text->article) : NULL;
    if (options->format == OUTPUT_JSONL) {
        jsonl_annotate(text, annotations, explainer, out);
    } else if (options->format == OUTPUT_BRAT) {
        brat_annotate(text, annotations, out);
    } else {
        struct page page;
        page_init(&page, out, options->width, options->color);
        listing_annotate(&page, text->article, annotations, explainer);
        page_release(&page);
    }
    explainer_free(explainer);
}

void output_quotes(const struct output_text *text, const struct annotations *annotations,
                   const struct output_choice *choice, const struct output_options *options,
                   struct strbuf *out)
{
    if (options->format == OUTPUT_JSONL) {
        jsonl_quotes(text, annotations, choice, out);
        return;
    }
    if (options->format == OUTPUT_CSV) {
        sheet_quotes(text, annotations, choice, out);
        return;
    }
    struct page page;
    page_init(&page, out, options->width, options->color);
    listing_quotes(&page, text->article, annotations, choice->wanted);
    page_release(&page);
}

void output_claim(const struct claims *claims, uint32_t claim, const struct document *documents,
                  const struct output_text *texts, const struct output_options *options, struct strbuf *out)
{
    if (options->format == OUTPUT_JSONL) {
        jsonl_claim(claims, claim, documents, texts, options->explain, out);
        return;
    }
    if (options->format == OUTPUT_CSV) {
        sheet_claim(claims, claim, documents, texts, out);
        return;
    }
    if (options->format == OUTPUT_HTML) {
        web_claim(claims, claim, documents, options->explain, out);
        return;
    }
    struct page page;
    uint32_t story = claims->claims[claim].story;
    page_init(&page, out, options->width, options->color);
    if (claims->stories[story].first_claim == claim)
        listing_story(&page, claims, story, documents);
    listing_claim(&page, claims, claim, documents, options->explain ? LISTING_EXPLAINED : LISTING_VERSIONS);
    page_release(&page);
}
