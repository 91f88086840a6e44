/* sites.c: see sites.h. */
#include "sites.h"

#include "whosaid/base/arena.h"
#include "whosaid/base/array.h"
#include "whosaid/base/hash.h"

#include <stdlib.h>
#include <string.h>

enum {
    NEAR = 3,            /* words of the reference between departures that belong together */
    BRIDGE = 2,          /* words of the reference between a gap and what it is read together with */
    LONGEST_SITE = 14,   /* words of the reference that one difference spans at most */
    LONGEST_VALUE = 160, /* bytes of a reading's value */
};

/* One departure of one version. */
struct place {
    uint32_t member;
    struct departure departure;
};

/* Words of the reference that some version departs from. */
struct segment {
    struct span span;
    bool gap; /* some version has no words here, or the reference has none */
};

struct finder {
    struct readings *readings;
    VECTOR(struct place) places;
    VECTOR(struct segment) segments; /* what departs at the site at hand */
    struct strbuf text;
};

static struct str keep(struct finder *f)
{
    return (struct str){arena_copy_string(f->readings->arena, f->text.data, f->text.size), f->text.size};
}

/* A version's words that stand for words [start, end) of the reference: those between its partners around
 * them. */
static struct span words_for(const struct alignment *alignment, struct span segment, uint32_t count)
{
    struct span own = {0, count};
    for (size_t i = 0; i < alignment->pairs.size; i++) {
        const struct word_pair *pair = &alignment->pairs.data[i];
        if (pair->b < segment.start)
            own.start = pair->a + 1;
        if (pair->b >= segment.end) {
            own.end = pair->a;
            break;
        }
    }
    return own;
}

/* Whether the version tells the part of the reference in which the site lies. */
static bool covers(const struct alignment *alignment, const struct departures *departures, struct span site)
{
    if (!alignment->pairs.size)
        return false;
    uint32_t start = alignment->pairs.data[0].b, end = vector_last(&alignment->pairs).b + 1;
    for (size_t i = 0; i < departures->list.size; i++) {
        const struct departure *d = &departures->list.data[i];
        start = d->reference_start < start ? d->reference_start : start;
        end = d->reference_end > end ? d->reference_end : end;
    }
    return start <= site.start && site.end <= end;
}

/* Whether the version departs within the site in another way of substance, which then says nothing on this
 * kind. */
static bool departs_otherwise(const struct departures *departures, struct span site, uint32_t kind)
{
    for (size_t i = 0; i < departures->list.size; i++) {
        const struct departure *d = &departures->list.data[i];
        bool inside = d->reference_start < site.end && site.start < d->reference_end;
        if (inside && d->kind != kind && !difference_is_cosmetic(d->kind))
            return true;
    }
    return false;
}

static bool is_blank(struct str gap)
{
    for (size_t i = 0; i < gap.size; i++)
        if (!memchr(" ,;:-&.'/*", gap.data[i], strlen(" ,;:-&.'/*")))
            return false;
    return gap.size > 0 && gap.size <= 3;
}

/* Writes words as they stand in the article; what is not plain between them becomes a space. */
static void write_words(struct finder *f, const struct statement *s, struct span own)
{
    struct str text = statement_text(f->readings->c->statements, s);
    const struct word *words = statement_words(f->readings->c->statements, s);
    for (uint32_t i = own.start; i < own.end && f->text.size < LONGEST_VALUE; i++) {
        struct str gap =
            i > own.start ? str_slice(text, words[i - 1].span.end, words[i].span.start) : STR("");
        if (is_blank(gap))
            strbuf_add_str(&f->text, gap);
        else if (gap.size)
            strbuf_add_byte(&f->text, ' ');
        strbuf_add_str(&f->text, span_str(text, words[i].span));
    }
}

static uint64_t words_key(struct finder *f, const struct statement *s, struct span own, bool exact,
                          uint64_t key)
{
    struct str text = statement_text(f->readings->c->statements, s);
    const struct word *words = statement_words(f->readings->c->statements, s);
    for (uint32_t i = own.start; i < own.end; i++) {
        uint32_t spelling = vocabulary_form(f->readings->c->vocabulary, words[i].form)->spelling;
        struct str word = span_str(text, words[i].span);
        key = exact ? hash_bytes(hash_mix(key), word.data, word.size) : hash_mix(key ^ (spelling + 1));
    }
    return hash_mix(key + 1);
}

/* Without the outlet's own words at the ends: those outside quotation marks. */
static struct span keep_quoted(const struct word *words, struct span own)
{
    while (own.start < own.end && !(words[own.start].flags & WORD_QUOTED))
        own.start++;
    while (own.start < own.end && !(words[own.end - 1].flags & WORD_QUOTED))
        own.end--;
    return own;
}

static struct span widen(struct span own, uint32_t count)
{
    return (struct span){own.start ? own.start - 1 : 0, own.end < count ? own.end + 1 : count};
}

/* Where words [start, end) of a version stand in its article; empty at the place where there are none. */
static struct span place_of_words(const struct finder *f, const struct statement *s, struct span own)
{
    const struct word *words = statement_words(f->readings->c->statements, s);
    if (own.start < own.end)
        return (struct span){words[own.start].span.start, words[own.end - 1].span.end};
    uint32_t at = own.start < s->count ? words[own.start].span.start : s->span.end;
    return (struct span){at, at};
}

/* A version's words in marks that stand for a segment; false when it tells that part in
 * the outlet's words. */
static bool find_own(const struct finder *f, size_t index, struct span segment, struct span *own)
{
    const struct statement *s = readings_member(f->readings, index);
    struct span all = words_for(&f->readings->c->alignments[index], segment, s->count);
    *own = keep_quoted(statement_words(f->readings->c->statements, s), all);
    return span_is_empty(all) || !span_is_empty(*own);
}

/* What one version reads at the site at hand. context: with a word on both sides, since some reading is
 * empty. */
static void tell_site(struct finder *f, size_t index, uint32_t kind, bool context)
{
    const struct statement *s = readings_member(f->readings, index);
    uint64_t key = HASH_START;
    uint32_t last = 0;
    struct span place = {0};
    strbuf_clear(&f->text);
    vector_each (&f->segments, segment) {
        struct span own;
        if (!find_own(f, index, segment->span, &own))
            return;
        struct span here = place_of_words(f, s, own);
        place = segment == f->segments.data ? here : (struct span){place.start, here.end};
        key = words_key(f, s, own, difference_is_cosmetic(kind), key);
        if (context)
            own = widen(own, s->count);
        if (segment != f->segments.data)
            strbuf_add_str(&f->text, own.start == last ? STR(" ") : STR(" \u2026 "));
        if (segment != f->segments.data && own.start < last)
            own.start = last < own.end ? last : own.end;
        write_words(f, s, own);
        last = own.end;
    }
    readings_tell(f->readings, index, key, keep(f), place);
}

static bool has_gap(const struct departure *d)
{
    return d->own_start == d->own_end || d->reference_start == d->reference_end;
}

/* Adds what a departure covers of the reference. A gap near another departure is read together with it and
 * with the words between them: "allow him to" and "let him". Returns whether a gap stays alone. */
static bool add_segment(struct finder *f, const struct departure *d, bool last_is_gap)
{
    struct segment segment = {{d->reference_start, d->reference_end}, has_gap(d)};
    struct segment *last = f->segments.size ? &vector_last(&f->segments) : NULL;
    bool overlaps = last && (segment.span.start < last->span.end ||
                             (segment.span.start == last->span.start && segment.span.end == last->span.end));
    bool bridges = last && (last_is_gap || segment.gap) && segment.span.start - last->span.end <= BRIDGE;
    if (!overlaps && !bridges) {
        vector_push(&f->segments, segment);
        return segment.gap;
    }
    bool wider = segment.span.start != last->span.start || segment.span.end != last->span.end;
    last->span.end = segment.span.end > last->span.end ? segment.span.end : last->span.end;
    last->gap = wider ? false : last->gap || segment.gap;
    return last->gap;
}

/* Departures of one kind that belong together, ascending in the reference. */
static void read_site(struct finder *f, const struct place *places, size_t count)
{
    uint32_t kind = places[0].departure.kind;
    bool gap = false, context = false;
    vector_clear(&f->segments);
    readings_begin(f->readings);
    for (size_t i = 0; i < count; i++)
        gap = add_segment(f, &places[i].departure, gap);
    vector_each (&f->segments, segment)
        context |= segment->gap;
    struct span site = {f->segments.data[0].span.start, vector_last(&f->segments).span.end};
    for (size_t i = 0; i < f->readings->c->count; i++)
        if (f->readings->c->comparable[i] &&
            covers(&f->readings->c->alignments[i], &f->readings->c->departures[i], site) &&
            !departs_otherwise(&f->readings->c->departures[i], site, kind))
            tell_site(f, i, kind, context);
    readings_push(f->readings, kind, false);
}

static int compare_places(const void *left, const void *right)
{
    const struct place *p = left, *q = right;
    int order = COMPARE(p->departure.kind, q->departure.kind);
    order = order ? order : COMPARE(p->departure.reference_start, q->departure.reference_start);
    order = order ? order : COMPARE(p->departure.reference_end, q->departure.reference_end);
    return order ? order : COMPARE(p->member, q->member);
}

static void list_places(struct finder *f)
{
    for (uint32_t i = 0; i < f->readings->c->count; i++)
        for (size_t k = 0; f->readings->c->comparable[i] && k < f->readings->c->departures[i].list.size; k++)
            vector_push(&f->places, ((struct place){i, f->readings->c->departures[i].list.data[k]}));
    if (f->places.size)
        qsort(f->places.data, f->places.size, sizeof *f->places.data, compare_places);
}

void sites_find(struct readings *readings)
{
    struct finder finder = {.readings = readings}, *f = &finder;
    strbuf_init(&f->text);
    list_places(f);
    for (size_t i = 0, end; i < f->places.size; i = end) {
        const struct departure *first = &f->places.data[i].departure;
        uint32_t reach = first->reference_end;
        for (end = i + 1; end < f->places.size; end++) {
            const struct departure *d = &f->places.data[end].departure;
            if (d->kind != first->kind || d->reference_start > reach + NEAR ||
                d->reference_end > first->reference_start + LONGEST_SITE)
                break;
            reach = d->reference_end > reach ? d->reference_end : reach;
        }
        read_site(f, &f->places.data[i], end - i);
    }
    vector_release(&f->places);
    vector_release(&f->segments);
    strbuf_release(&f->text);
}
