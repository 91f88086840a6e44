/* listing_claims.c: stories and claims as text; see listing.h. */
#include "listing.h"

#include "claim_facts.h"

#include <stdio.h>
#include <stdlib.h>

enum { CLAIM_INDENT = 2, VERSION_INDENT = 6, KIND_INDENT = 4, READING_INDENT = 17, CONTEXT = 60 /* bytes */ };

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

/* Which outlets print one text, a line each. */
static void put_witnesses(struct page *page, const struct story *story, const struct document *documents)
{
    struct strbuf names;
    strbuf_init(&names);
    for (size_t i = 0; i < story->document_count; i++) {
        if (!witness_outlets(story, documents, i, &names))
            continue;
        page_add(page, PAGE_PLAIN, strbuf_str(&names));
        page_add_words(page, PAGE_PLAIN, " print largely one text and count as one witness");
        page_flush(page, NULL, 0);
        strbuf_clear(&names);
    }
    strbuf_release(&names);
}

void listing_story(struct page *page, const struct claims *claims, uint32_t index,
                   const struct document *documents)
{
    const struct story *story = &claims->stories[index];
    struct str first, last;

    story_days(story, documents, &first, &last);
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
    put_witnesses(page, story, documents);
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

/* Flushes a line of a difference: its kind stands before the first. */
static void flush_reading(struct page *page, const struct difference *difference, bool first)
{
    char label[READING_INDENT + 1];
    snprintf(label, sizeof label, "    %s", difference_kind_name(difference->kind));
    page_flush_labelled(page, PAGE_HEADING, first ? label : NULL, READING_INDENT);
}

/* One line a reading: what it says, and who. */
static void put_readings(struct page *page, const struct claim *claim, const struct difference *difference,
                         const struct document *documents)
{
    for (size_t i = 0; i < difference->reading_count; i++) {
        if (difference->readings[i].value.size)
            page_add(page, PAGE_PLAIN, difference->readings[i].value);
        else
            page_add_words(page, PAGE_PLAIN, "nobody by name");
        add_outlets(page, claim, &difference->readings[i], documents);
        flush_reading(page, difference, i == 0);
    }
}

/* Words in their passage, in brackets; what is left out is "[…]". */
static void add_passage(struct page *page, const struct document *document, struct span words)
{
    struct passage passage = passage_around(document, words, CONTEXT);
    struct str text = article_text(document->article);
    page_add_words(page, PAGE_PLAIN, passage.cut_before ? "… " : "");
    page_add_part(page, PAGE_QUOTATION, span_str(text, passage.before));
    page_add_words(page, PAGE_DIFFERS, "[");
    page_add_part(page, PAGE_DIFFERS, span_is_empty(words) ? STR("…") : span_str(text, passage.words));
    page_add_words(page, PAGE_DIFFERS, span_is_empty(words) ? "] " : "]");
    page_add_part(page, PAGE_QUOTATION, span_str(text, passage.after));
    page_add_words(page, PAGE_PLAIN, passage.cut_after ? " …" : "");
}

/* Where the first version of a reading says so; the version itself where there are no such words: an outlet's
 * own voice. */
static void put_passage(struct page *page, const struct claim *claim, const struct reading *reading,
                        const struct document *documents)
{
    const struct version *version = &claim->versions[reading->versions[0]];
    struct str day = version_day(version, documents);
    page_add(page, PAGE_PLAIN, version_outlet(version, documents));
    page_add_words(page, PAGE_PLAIN, day.size ? ", %.*s: " : "%.*s: ", STR_FMT(day));
    if (reading->spans[0].end)
        add_passage(page, &documents[version->document], reading->spans[0]);
    else
        page_add(page, PAGE_QUOTATION, version_text(version, documents));
    page_flush(page, NULL, READING_INDENT);
}

/* What differs in a sentence, why it counts, and where each side says so. */
static void put_explained(struct page *page, const struct claim *claim, const struct difference *difference,
                          const struct document *documents)
{
    page_add(page, PAGE_PLAIN, difference->note);
    page_add_words(page, PAGE_PLAIN, " ");
    page_add(page, PAGE_PLAIN, difference->why);
    flush_reading(page, difference, true);
    for (size_t i = 0; i < difference->reading_count && !difference->cosmetic; i++)
        put_passage(page, claim, &difference->readings[i], documents);
}

/* All cosmetic differences in one paragraph: "normalize / normalise; and / &". */
static void put_cosmetic(struct page *page, const struct claim *claim)
{
    bool any = false;
    for (size_t i = 0; i < claim->difference_count; i++) {
        const struct difference *difference = &claim->differences[i];
        if (!difference->cosmetic)
            continue;
        page_add_words(page, PAGE_PLAIN, any ? "; " : "");
        for (size_t r = 0; r < difference->reading_count; r++) {
            page_add_words(page, PAGE_PLAIN, r ? " / " : "");
            page_add(page, PAGE_PLAIN, difference->readings[r].value);
        }
        any = true;
    }
    if (any)
        page_flush_labelled(page, PAGE_PLAIN, "    cosmetic", READING_INDENT);
}

static void put_differences(struct page *page, const struct claim *claim, const struct document *documents,
                            enum listing_detail detail)
{
    for (size_t i = 0; i < claim->difference_count; i++) {
        if (detail == LISTING_EXPLAINED)
            put_explained(page, claim, &claim->differences[i], documents);
        else if (!claim->differences[i].cosmetic)
            put_readings(page, claim, &claim->differences[i], documents);
    }
    if (detail == LISTING_VERSIONS)
        put_cosmetic(page, claim);
}

/* "First Post · Alexander Vuving". */
static void add_teller(struct page *page, const struct version *version, const struct document *documents)
{
    page_add(page, PAGE_PLAIN, version_outlet(version, documents));
    if (version->speaker.size) {
        page_add_words(page, PAGE_PLAIN, " · ");
        page_add(page, PAGE_SPEAKER, version->speaker);
    }
}

/* A version's words; where colours are shown, those that depart stand out.
 * The differences name them anyway. */
static void add_told(struct page *page, const struct version *version, const struct document *documents)
{
    struct str text = article_text(documents[version->document].article);
    uint32_t at = version->span.start;
    for (size_t i = 0; i < version->mark_count; i++) {
        const struct mark *mark = &version->marks[i];
        bool departs = mark->kind == MARK_CHANGED || mark->kind == MARK_ADDED;
        if (!departs || mark->span.start < at || mark->span.end > version->span.end)
            continue;
        page_add_part(page, PAGE_QUOTATION, span_str(text, (struct span){at, mark->span.start}));
        page_add_part(page, PAGE_CHANGED, span_str(text, mark->span));
        at = mark->span.end;
    }
    page_add_part(page, PAGE_QUOTATION, span_str(text, (struct span){at, version->span.end}));
}

static void put_version(struct page *page, const struct version *version, const struct document *documents,
                        bool with_text)
{
    add_teller(page, version, documents);
    page_flush(page, NULL, KIND_INDENT);
    if (!with_text)
        return;
    add_told(page, version, documents);
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

/* "3 of 5 outlets · the speaker differs · the wording differs"; of a claim that one outlet alone prints, who
 * that is. */
static void put_coverage(struct page *page, const struct claims *claims, const struct claim *claim,
                         const struct document *documents)
{
    bool named[DIFFERENCE_KINDS] = {false};
    page_add_words(page, PAGE_PLAIN, "%u of ", claim->outlets);
    page_add_count(page, claims->stories[claim->story].outlets, "outlet");
    if (claim_is_of_one_article(claim))
        page_add_words(page, PAGE_PLAIN, " · within one article");
    if (claim->version_count == 1) {
        page_add_words(page, PAGE_PLAIN, " · ");
        add_teller(page, &claim->versions[0], documents);
    } else if (claim->relation == RELATION_SAME) {
        page_add_words(page, PAGE_PLAIN, " · %s", agreement_phrase(claim));
    }
    for (size_t i = 0; i < claim->difference_count; i++) {
        uint32_t kind = claim->differences[i].kind;
        if (!claim->differences[i].cosmetic && !named[kind])
            page_add_words(page, PAGE_PLAIN, " · %s", difference_phrase(&claim->differences[i]));
        named[kind] = true;
    }
    page_flush(page, NULL, CLAIM_INDENT);
}

void listing_claim(struct page *page, const struct claims *claims, uint32_t index,
                   const struct document *documents, enum listing_detail detail)
{
    const struct claim *claim = &claims->claims[index];
    enum page_style style = PAGE_SINGLE + (enum page_style)claim->relation;

    page_add(page, PAGE_QUOTATION, version_text(&claim->versions[claim->reference], documents));
    page_flush_labelled(page, style, relation_glyph(claim->relation), CLAIM_INDENT);
    put_coverage(page, claims, claim, documents);
    if (detail != LISTING_BRIEF && claim->version_count > 1)
        put_versions(page, claim, documents);
    put_differences(page, claim, documents, detail);
    page_space(page);
}

/* ---- wordings */

/* The version that tells a wording in full: the reference, or the longest. */
static const struct version *fullest(const struct claim *claim, const struct wordings *wordings,
                                     uint32_t wording)
{
    const struct version *best = NULL;
    for (uint32_t i = 0; i < claim->version_count; i++) {
        const struct version *version = &claim->versions[i];
        if (wordings->of[i] != wording)
            continue;
        if (i == claim->reference || !best || span_size(version->span) > span_size(best->span))
            best = version;
        if (i == claim->reference)
            break;
    }
    return best;
}

static void put_wording(struct page *page, const struct claim *claim, const struct document *documents,
                        const struct wordings *wordings, uint32_t wording)
{
    char label[16];
    bool first = true;
    snprintf(label, sizeof label, "  %u", wording + 1);
    page_add(page, PAGE_QUOTATION, version_text(fullest(claim, wordings, wording), documents));
    page_flush(page, label, KIND_INDENT);
    for (uint32_t i = 0; i < claim->version_count; i++) {
        if (wordings->of[i] != wording)
            continue;
        page_add_words(page, PAGE_PLAIN, first ? "" : ", ");
        page_add(page, PAGE_PLAIN, version_outlet(&claim->versions[i], documents));
        if (version_day(&claim->versions[i], documents).size)
            page_add_words(page, PAGE_PLAIN, " %.*s", STR_FMT(version_day(&claim->versions[i], documents)));
        first = false;
    }
    page_flush(page, NULL, VERSION_INDENT);
}

/* The first speaker that a quotation names; empty when none does. */
static struct str first_speaker(const struct claim *claim, const struct wordings *wordings)
{
    for (uint32_t i = 0; i < claim->version_count; i++)
        if (wordings->of[i] != NO_INDEX && claim->versions[i].speaker.size)
            return claim->versions[i].speaker;
    return STR("");
}

void listing_variants(struct page *page, const struct claims *claims, uint32_t index,
                      const struct document *documents, const struct wordings *wordings)
{
    const struct claim *claim = &claims->claims[index];
    struct str speaker = first_speaker(claim, wordings);
    if (speaker.size)
        page_add(page, PAGE_SPEAKER, speaker);
    else
        page_add_words(page, PAGE_PLAIN, "nobody named");
    page_add_words(page, PAGE_PLAIN, " · %u wordings · ", wordings->count);
    page_add(page, PAGE_PLAIN, claims->stories[claim->story].title);
    size_t stories;
    free(claim_stories(claim, &stories));
    if (stories > 1)
        page_add_words(page, PAGE_PLAIN, " and %zu other %s", stories - 1,
                       stories == 2 ? "story" : "stories");
    page_flush_labelled(page, PAGE_SINGLE + (enum page_style)claim->relation, relation_glyph(claim->relation),
                        CLAIM_INDENT);
    for (uint32_t i = 0; i < wordings->count; i++)
        put_wording(page, claim, documents, wordings, i);
    put_differences(page, claim, documents, LISTING_BRIEF);
    page_space(page);
}
