/* variants.c: statements in several wordings, in the formats that have them. */
#include "whosaid/output/output.h"

#include "jsonl.h"
#include "listing.h"
#include "sheets.h"
#include "wordings.h"

void output_variants(const struct claims *claims, uint32_t claim, const struct document *documents,
                     const struct output_text *texts, const struct output_options *options,
                     struct strbuf *out)
{
    struct wordings wordings;
    struct page page;
    wordings_find(&claims->claims[claim], &wordings);
    if (wordings.count > 1 && options->format == OUTPUT_JSONL) {
        jsonl_variants(claims, claim, documents, texts, &wordings, out);
    } else if (wordings.count > 1 && options->format == OUTPUT_CSV) {
        sheet_variants(claims, claim, documents, texts, &wordings, out);
    } else if (wordings.count > 1) {
        page_init(&page, out, options->width, options->color);
        listing_variants(&page, claims, claim, documents, &wordings);
        page_release(&page);
    }
    wordings_release(&wordings);
}
