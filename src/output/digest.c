/* digest.c: a corpus on paper: each story with its articles, where outlets differ, and who said what. */
#include "whosaid/output/output.h"

#include "jsonl.h"
#include "listing.h"

#include "whosaid/base/array.h"

enum { ARTICLE_INDENT = 2, QUOTE_INDENT = 4 };

void output_digest_head(const struct library *library, const struct output_options *options,
                        struct strbuf *out)
{
    struct library_counts counts = library_counts(library);
    const struct {
        uint32_t count;
        const char *noun;
    } parts[] = {{counts.articles, "article"},
                 {counts.quotations, "quotation"},
                 {counts.speakers, "speaker"},
                 {counts.claims, "claim"}};
    struct page page;

    if (options->format == OUTPUT_JSONL)
        return;
    page_init(&page, out, options->width, options->color);
    page_add(&page, PAGE_TITLE, library_name(library));
    for (size_t i = 0; i < LENGTH(parts); i++) {
        page_add_words(&page, PAGE_PLAIN, i ? ", " : ": ");
        page_add_count(&page, parts[i].count, parts[i].noun);
    }
    page_add_words(&page, PAGE_PLAIN, ", %u differ", counts.differ);
    page_flush(&page, NULL, 0);
    page_space(&page);
    page_release(&page);
}

static void put_section(struct page *page, const char *title)
{
    page_add_words(page, PAGE_HEADING, "%s", title);
    page_flush(page, NULL, 0);
    page_space(page);
}

static void put_article_line(struct page *page, const struct article *article)
{
    struct str published = article_str(article, article->published);
    if (published.size) {
        page_add(page, PAGE_PLAIN, published);
        page_add_words(page, PAGE_PLAIN, "  ");
    }
    page_add(page, PAGE_PLAIN, article_outlet_or_name(article));
    page_add_words(page, PAGE_PLAIN, ": ");
    page_add(page, PAGE_PLAIN, article_str(article, article->title));
    page_flush(page, "-", ARTICLE_INDENT);
}

/* Claims of more than one outlet that are not everywhere the same. */
static bool is_of_interest(const struct claim *claim)
{
    return claim->relation == RELATION_DIFFERS || claim->relation == RELATION_REWORDED;
}

static void put_differences(struct page *page, const struct claims *claims, const struct story *story,
                            const struct document *documents)
{
    bool any = false;
    for (uint32_t i = story->first_claim; i < story->first_claim + story->claim_count; i++) {
        if (!is_of_interest(&claims->claims[i]))
            continue;
        if (!any)
            put_section(page, "Where outlets differ");
        any = true;
        listing_claim(page, claims, i, documents, LISTING_BRIEF);
    }
}

/* Whether b needs no speaker of its own after a. */
static bool same_speaker(const struct quote *a, const struct quote *b)
{
    return a->entity != NO_INDEX && a->entity == b->entity;
}

static void put_quotes(struct page *page, const struct document *document)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(document->annotations, &count), *before = NULL;

    for (size_t i = 0; i < count; i++) {
        if (quotes[i].parent != NO_INDEX)
            continue;
        if (!before || !same_speaker(before, &quotes[i])) {
            listing_add_speaker(page, document->article, document->annotations, &quotes[i]);
            page_add_words(page, PAGE_PLAIN, ":");
            page_flush(page, NULL, ARTICLE_INDENT);
        }
        listing_add_quote(page, document->article, document->annotations, &quotes[i]);
        page_flush(page, NULL, QUOTE_INDENT);
        before = &quotes[i];
    }
    if (!before) {
        page_add_words(page, PAGE_PLAIN, "no quotations");
        page_flush(page, NULL, ARTICLE_INDENT);
    }
    page_space(page);
}

static void put_story(struct page *page, const struct library *library, uint32_t index)
{
    const struct claims *claims = library_claims(library);
    const struct story *story = &claims->stories[index];
    const struct document *documents = library_documents(library);

    listing_story(page, claims, index, documents);
    for (size_t i = 0; i < story->document_count; i++)
        put_article_line(page, documents[story->documents[i]].article);
    page_space(page);
    put_differences(page, claims, story, documents);
    put_section(page, "Who said what");
    for (size_t i = 0; i < story->document_count; i++) {
        listing_head(page, documents[story->documents[i]].article);
        put_quotes(page, &documents[story->documents[i]]);
    }
}

void output_digest_story(const struct library *library, uint32_t story, const struct output_text *texts,
                         const struct output_options *options, struct strbuf *out)
{
    if (options->format == OUTPUT_JSONL) {
        jsonl_story(library_claims(library), story, library_documents(library), texts, out);
        return;
    }
    struct page page;
    page_init(&page, out, options->width, options->color);
    put_story(&page, library, story);
    page_release(&page);
}
