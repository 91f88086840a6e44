/* claim_facts.c: see claim_facts.h. */
#include "claim_facts.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>
#include <string.h>

uint64_t story_id(const struct story *story, const struct document *documents)
{
    uint64_t id = HASH_START;
    for (size_t i = 0; i < story->document_count; i++) {
        uint64_t hash = documents[story->documents[i]].article->content_hash;
        id = hash_bytes(id, &hash, sizeof hash);
    }
    return hash_mix(id);
}

static struct str day_of(const struct article *article)
{
    return str_slice(article_str(article, article->published), 0, strlen("2024-06-20"));
}

/* Days in their ISO form sort as they do. */
void story_days(const struct story *story, const struct document *documents, struct str *first,
                struct str *last)
{
    *first = *last = (struct str){0};
    for (size_t i = 0; i < story->document_count; i++) {
        struct str day = day_of(documents[story->documents[i]].article);
        if (!day.size)
            continue;
        if (!first->data || str_compare(day, *first) < 0)
            *first = day;
        if (!last->data || str_compare(day, *last) > 0)
            *last = day;
    }
}

/* The place of the next document at or after from, of another outlet than those before it, that prints the
 * text of a story's which-th document; the number of documents when there is none. */
static size_t next_witness(const struct story *story, const struct document *documents, size_t which,
                           size_t from)
{
    for (size_t i = from; i < story->document_count; i++) {
        struct str outlet = article_outlet_or_name(documents[story->documents[i]].article);
        bool named = story->witnesses[i] != story->documents[which];
        for (size_t k = which; k < i && !named; k++)
            named = story->witnesses[k] == story->documents[which] &&
                    str_equal(outlet, article_outlet_or_name(documents[story->documents[k]].article));
        if (!named)
            return i;
    }
    return story->document_count;
}

bool witness_outlets(const struct story *story, const struct document *documents, size_t which,
                     struct strbuf *names)
{
    if (!story->witnesses || story->witnesses[which] != story->documents[which])
        return false;
    size_t next = next_witness(story, documents, which, which + 1);
    if (next == story->document_count)
        return false;
    strbuf_add_str(names, article_outlet_or_name(documents[story->documents[which]].article));
    while (next < story->document_count) {
        size_t behind = next_witness(story, documents, which, next + 1);
        strbuf_add_str(names, behind == story->document_count ? STR(" and ") : STR(", "));
        strbuf_add_str(names, article_outlet_or_name(documents[story->documents[next]].article));
        next = behind;
    }
    return true;
}

struct str claim_kind(const struct claim *claim)
{
    for (size_t i = 0; i < claim->version_count; i++)
        if (claim->versions[i].kind != VERSION_ASSERTION)
            return STR("quotation");
    return STR("assertion");
}

const char *agreement_phrase(const struct claim *claim)
{
    for (size_t i = 0; i < claim->version_count; i++)
        if (claim->versions[i].kind != VERSION_DIRECT && claim->versions[i].kind != VERSION_MIXED)
            return "nothing found to differ";
    return "the same";
}

uint32_t version_witness(const struct claims *claims, const struct version *version)
{
    const struct story *story = &claims->stories[version->story];
    size_t low = 0, high = story->document_count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (story->documents[middle] <= version->document)
            low = middle;
        else
            high = middle;
    }
    return story->witnesses ? story->witnesses[low] : version->document;
}

uint32_t *claim_stories(const struct claim *claim, size_t *count)
{
    uint32_t *stories = memory_alloc(claim->version_count * sizeof *stories);
    uint32_t *ranks = memory_alloc(claim->version_count * sizeof *ranks);
    for (size_t i = 0; i < claim->version_count; i++)
        ranks[i] = claim->versions[i].story;
    bool *seen = memory_calloc(array_rank(ranks, claim->version_count), sizeof *seen);
    *count = 0;
    for (size_t i = 0; i < claim->version_count; i++) {
        if (!seen[ranks[i]])
            stories[(*count)++] = claim->versions[i].story;
        seen[ranks[i]] = true;
    }
    free(ranks);
    free(seen);
    return stories;
}

const char *relation_glyph(uint32_t relation)
{
    static const char *const GLYPHS[] = {
        [RELATION_SINGLE] = "·", [RELATION_SAME] = "=", [RELATION_REWORDED] = "≈", [RELATION_DIFFERS] = "≠"};
    return GLYPHS[relation];
}

struct str version_stance(const struct version *version)
{
    return version->kind == VERSION_ASSERTION ? (struct str){0}
                                              : str_from(annotate_stance_name(version->stance));
}

struct str version_text(const struct version *version, const struct document *documents)
{
    return span_str(article_text(documents[version->document].article), version->span);
}

struct str version_outlet(const struct version *version, const struct document *documents)
{
    return article_outlet_or_name(documents[version->document].article);
}

struct str version_day(const struct version *version, const struct document *documents)
{
    return day_of(documents[version->document].article);
}

size_t version_reading(const struct difference *difference, uint32_t version)
{
    for (size_t r = 0; r < difference->reading_count; r++)
        for (size_t i = 0; i < difference->readings[r].version_count; i++)
            if (difference->readings[r].versions[i] == version)
                return r;
    return difference->reading_count;
}

struct passage passage_around(const struct document *document, struct span words, uint32_t context)
{
    struct str text = article_text(document->article);
    size_t count;
    const struct span *sentences = annotations_sentences(document->annotations, &count);
    uint32_t at = annotations_sentence_at(document->annotations, words.start);
    struct span all = at < count ? sentences[at] : words;
    uint32_t start = all.start < words.start ? all.start : words.start;
    uint32_t end = all.end > words.end ? all.end : words.end;
    struct passage passage = {.words = words};

    while (words.start - start > context || (start < words.start && ascii_is_space(text.data[start])))
        start++;
    while (end - words.end > context || (end > words.end && ascii_is_space(text.data[end - 1])))
        end--;
    passage.cut_before = start > all.start;
    passage.cut_after = end < all.end;
    /* A cut falls between words. */
    while (passage.cut_before && start < words.start && !ascii_is_space(text.data[start - 1]))
        start++;
    while (passage.cut_after && end > words.end && !ascii_is_space(text.data[end]))
        end--;
    passage.before = (struct span){start, words.start};
    passage.after = (struct span){words.end, end};
    return passage;
}
