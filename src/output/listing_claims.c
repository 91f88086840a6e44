/* listing_claims.c: stories and claims as text; see listing.h. */
#include "listing.h"

#include <string.h>

enum { CLAIM_INDENT = 2, VERSION_INDENT = 6, KIND_INDENT = 4 };

static const char *const GLYPHS[] = {
    [RELATION_SINGLE] = "·",
    [RELATION_SAME] = "=",
    [RELATION_REWORDED] = "≈",
    [RELATION_DIFFERS] = "≠",
};

static struct str version_text(const struct version *version, const struct document *documents)
{
    return span_str(article_text(documents[version->document].article), version->span);
}

static struct str version_outlet(const struct version *version, const struct document *documents)
{
    return article_outlet_or_name(documents[version->document].article);
}

/* The first and the last day of a story, as printed dates: their ISO form sorts as they do. */
static void story_dates(const struct story *story, const struct document *documents, struct str *first,
                        struct str *last)
{
    *first = *last = (struct str){0};
    for (size_t i = 0; i < story->document_count; i++) {
        const struct article *article = documents[story->documents[i]].article;
        struct str day = str_slice(article_str(article, article->published), 0, strlen("2024-06-20"));
        if (!day.size)
            continue;
        if (!first->data || str_compare(day, *first) < 0)
            *first = day;
        if (!last->data || str_compare(day, *last) > 0)
            *last = day;
    }
}

static size_t count_differing(const struct claims *claims, const struct story *story)
{
    size_t differing = 0;
    for (uint32_t i = 0; i < story->claim_count; i++)
        differing += claims->claims[story->first_claim + i].relation == RELATION_DIFFERS;
    return differing;
}

static void add_number(struct page *page, size_t count, const char *word)
{
    page_add_count(page, count, word);
    page_add_words(page, PAGE_PLAIN, " · ");
}

void listing_story(struct page *page, const struct claims *claims, uint32_t index,
                   const struct document *documents)
{
    const struct story *story = &claims->stories[index];
    struct str first, last;

    story_dates(story, documents, &first, &last);
    page_add(page, PAGE_TITLE, story->title);
    page_flush(page, NULL, 0);
    if (first.data) {
        page_add(page, PAGE_PLAIN, first);
        if (!str_equal(first, last)) {
            page_add_words(page, PAGE_PLAIN, " to ");
            page_add(page, PAGE_PLAIN, last);
        }
        page_add_words(page, PAGE_PLAIN, " · ");
    }
    add_number(page, story->document_count, "article");
    add_number(page, story->outlets, "outlet");
    add_number(page, story->claim_count, "claim");
    page_add_words(page, PAGE_PLAIN, "%zu differ", count_differing(claims, story));
    page_flush(page, NULL, 0);
    page_space(page);
}

/* The outlets whose versions stand in a reading, each once though it may print two versions. */
static void add_outlets(struct page *page, const struct claim *claim, const struct reading *reading,
                        const struct document *documents)
{
    struct str before = {0};
    page_add_words(page, PAGE_PLAIN, " (");
    for (size_t i = 0; i < reading->version_count; i++) {
        struct str outlet = version_outlet(&claim->versions[reading->versions[i]], documents);
        if (before.data && str_equal(before, outlet))
            continue;
        page_add_words(page, PAGE_PLAIN, before.data ? ", " : "");
        page_add(page, PAGE_PLAIN, outlet);
        before = outlet;
    }
    page_add_words(page, PAGE_PLAIN, ")");
}

static void put_difference(struct page *page, const struct claim *claim, const struct difference *difference,
                           const struct document *documents)
{
    page_add_words(page, PAGE_HEADING, "%s", difference_kind_name(difference->kind));
    page_add_words(page, PAGE_PLAIN, difference->cosmetic ? " (cosmetic): " : ": ");
    for (size_t i = 0; i < difference->reading_count; i++) {
        page_add_words(page, PAGE_PLAIN, i ? " | " : "");
        if (difference->readings[i].value.size)
            page_add(page, PAGE_PLAIN, difference->readings[i].value);
        else
            page_add_words(page, PAGE_PLAIN, "nothing");
        add_outlets(page, claim, &difference->readings[i], documents);
    }
    page_flush(page, NULL, KIND_INDENT);
}

static void put_version(struct page *page, const struct version *version, const struct document *documents,
                        bool with_text)
{
    page_add(page, PAGE_PLAIN, version_outlet(version, documents));
    if (version->speaker.size) {
        page_add_words(page, PAGE_PLAIN, " · ");
        page_add(page, PAGE_SPEAKER, version->speaker);
    }
    page_flush(page, NULL, KIND_INDENT);
    if (!with_text)
        return;
    page_add(page, PAGE_QUOTATION, version_text(version, documents));
    page_flush(page, NULL, VERSION_INDENT);
}

/* A version repeats its text only where it departs from the reference, whose text heads the claim. */
static void put_versions(struct page *page, const struct claim *claim, const struct document *documents)
{
    for (size_t i = 0; i < claim->version_count; i++)
        put_version(page, &claim->versions[i], documents,
                    i != claim->reference &&
                        !str_equal(version_text(&claim->versions[i], documents),
                                   version_text(&claim->versions[claim->reference], documents)));
}

static void add_printed_by(struct page *page, const struct claims *claims, const struct claim *claim)
{
    page_add_words(page, PAGE_PLAIN, "%u of ", claim->outlets);
    page_add_count(page, claims->stories[claim->story].outlets, "outlet");
    if (claim->relation != RELATION_SINGLE)
        page_add_words(page, PAGE_PLAIN, " · %s", relation_name(claim->relation));
}

void listing_claim(struct page *page, const struct claims *claims, uint32_t index,
                   const struct document *documents, bool versions)
{
    const struct claim *claim = &claims->claims[index];
    enum page_style style = PAGE_SINGLE + (enum page_style)claim->relation;

    page_add(page, PAGE_QUOTATION, version_text(&claim->versions[claim->reference], documents));
    page_flush_labelled(page, style, GLYPHS[claim->relation], CLAIM_INDENT);
    add_printed_by(page, claims, claim);
    page_flush(page, NULL, CLAIM_INDENT);
    if (versions)
        put_versions(page, claim, documents);
    for (size_t i = 0; i < claim->difference_count; i++)
        if (versions || !claim->differences[i].cosmetic)
            put_difference(page, claim, &claim->differences[i], documents);
    page_space(page);
}
