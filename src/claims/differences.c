/* differences.c: see differences.h.
 *
 * Word differences: the departures of all versions, of one kind and close together in the reference, are one
 * difference; a version that tells that part reads there as its own words say. Speakers and reporting are
 * compared as wholes. */
#include "differences.h"

#include "contradictions.h"
#include "explain.h"
#include "timing.h"

#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    NEAR = 3,            /* words of the reference between departures that belong together */
    BRIDGE = 2,          /* words of the reference between a gap and what it is read together with */
    LONGEST_SITE = 14,   /* words of the reference that one difference spans at most */
    LONGEST_VALUE = 160, /* bytes of a reading's value */
    SAME_PARTS = 3, /* all but one in so many content words are aligned in a report that tells the same */
};

/* One departure of one version. */
struct place {
    uint32_t member;
    struct departure departure;
};

/* What one version reads; key is equal when readings are. */
struct telling {
    uint32_t member;
    uint64_t key;
    struct str value; /* arena */
    struct span span; /* where it says so */
};

/* Words of the reference that some version departs from. */
struct segment {
    struct span span;
    bool gap; /* some version has no words here, or the reference has none */
};

struct finder {
    const struct comparison *c;
    struct arena *arena;
    VECTOR(struct place) places;
    VECTOR(struct segment) segments; /* what departs at the site at hand */
    VECTOR(struct telling) tellings;
    VECTOR(struct difference) found;
    struct strbuf text;
};

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b))

static const struct statement *member(const struct finder *f, size_t index)
{
    return &f->c->members[index];
}

static struct str keep(struct finder *f)
{
    return (struct str){arena_copy_string(f->arena, f->text.data, f->text.size), f->text.size};
}

/* ---- readings */

/* Groups the tellings at hand by key, in the order in which they first come. */
static struct reading *group_tellings(struct finder *f, size_t *count)
{
    struct reading *readings = arena_array(f->arena, f->tellings.size, struct reading);
    uint64_t *keys = memory_alloc(f->tellings.size * sizeof *keys);
    *count = 0;
    for (size_t i = 0; i < f->tellings.size; i++) {
        const struct telling *telling = &f->tellings.data[i];
        size_t r = 0;
        while (r < *count && keys[r] != telling->key)
            r++;
        if (r == *count) {
            keys[(*count)++] = telling->key;
            readings[r] = (struct reading){telling->value, arena_array(f->arena, f->tellings.size, uint32_t),
                                           arena_array(f->arena, f->tellings.size, struct span), 0};
        }
        ((struct span *)readings[r].spans)[readings[r].version_count] = telling->span;
        ((uint32_t *)readings[r].versions)[readings[r].version_count++] = telling->member;
    }
    free(keys);
    return readings;
}

/* updated: a figure that grew from one version to the next. */
static void push_marked_difference(struct finder *f, uint32_t kind, bool updated)
{
    if (f->tellings.size < 2)
        return;
    size_t count;
    const struct reading *readings = group_tellings(f, &count);
    if (count < 2)
        return;
    struct difference difference = {
        .kind = kind,
        .cosmetic = difference_is_cosmetic(kind),
        .updated = updated,
        .readings = readings,
        .reading_count = count,
    };
    explain_difference(f->c, f->arena, &difference);
    vector_push(&f->found, difference);
}

static void push_difference(struct finder *f, uint32_t kind)
{
    push_marked_difference(f, kind, false);
}

static void tell(struct finder *f, size_t index, uint64_t key, struct str value, struct span span)
{
    struct telling telling = {(uint32_t)index, key, value, span};
    vector_push(&f->tellings, telling);
}

/* ---- sites in the reference */

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
        if (!memchr(" ,;:-&.'/", gap.data[i], strlen(" ,;:-&.'/")))
            return false;
    return gap.size > 0 && gap.size <= 3;
}

/* Writes words as they stand in the article; what is not plain between them becomes a space. */
static void write_words(struct finder *f, const struct statement *s, struct span own)
{
    struct str text = article_text(f->c->documents[s->document].article);
    const struct word *words = statement_words(f->c->statements, s);
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
    struct str text = article_text(f->c->documents[s->document].article);
    const struct word *words = statement_words(f->c->statements, s);
    for (uint32_t i = own.start; i < own.end; i++) {
        uint32_t spelling = vocabulary_form(f->c->vocabulary, words[i].form)->spelling;
        struct str word = span_str(text, words[i].span);
        key = exact ? hash_bytes(hash_mix(key), word.data, word.size) : hash_mix(key ^ (spelling + 1));
    }
    return hash_mix(key + 1);
}

static struct span widen(struct span own, uint32_t count)
{
    return (struct span){own.start ? own.start - 1 : 0, own.end < count ? own.end + 1 : count};
}

/* Where words [start, end) of a version stand in its article; empty at the place where there are none. */
static struct span place_of_words(const struct finder *f, const struct statement *s, struct span own)
{
    const struct word *words = statement_words(f->c->statements, s);
    if (own.start < own.end)
        return (struct span){words[own.start].span.start, words[own.end - 1].span.end};
    uint32_t at = own.start < s->count ? words[own.start].span.start : s->span.end;
    return (struct span){at, at};
}

/* What one version reads at the site at hand. context: with a word on both sides, since some reading is
 * empty. */
static void tell_site(struct finder *f, size_t index, uint32_t kind, bool context)
{
    const struct statement *s = member(f, index);
    uint64_t key = HASH_START;
    uint32_t last = 0;
    struct span place = {0};
    strbuf_clear(&f->text);
    vector_each (&f->segments, segment) {
        struct span own = words_for(&f->c->alignments[index], segment->span, s->count);
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
    tell(f, index, key, keep(f), place);
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
    vector_clear(&f->tellings);
    for (size_t i = 0; i < count; i++)
        gap = add_segment(f, &places[i].departure, gap);
    vector_each (&f->segments, segment)
        context |= segment->gap;
    struct span site = {f->segments.data[0].span.start, vector_last(&f->segments).span.end};
    for (size_t i = 0; i < f->c->count; i++)
        if (f->c->comparable[i] && covers(&f->c->alignments[i], &f->c->departures[i], site) &&
            !departs_otherwise(&f->c->departures[i], site, kind))
            tell_site(f, i, kind, context);
    push_difference(f, kind);
}

static int compare_places(const void *left, const void *right)
{
    const struct place *p = left, *q = right;
    int order = COMPARE(p->departure.kind, q->departure.kind);
    order = order ? order : COMPARE(p->departure.reference_start, q->departure.reference_start);
    order = order ? order : COMPARE(p->departure.reference_end, q->departure.reference_end);
    return order ? order : COMPARE(p->member, q->member);
}

static void find_word_differences(struct finder *f)
{
    for (uint32_t i = 0; i < f->c->count; i++)
        for (size_t k = 0; f->c->comparable[i] && k < f->c->departures[i].list.size; k++)
            vector_push(&f->places, ((struct place){i, f->c->departures[i].list.data[k]}));
    if (f->places.size)
        qsort(f->places.data, f->places.size, sizeof *f->places.data, compare_places);
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
}

/* ---- differences of the whole */

/* The quotation behind a version; empty spans for an assertion. */
static struct quote attribution(const struct finder *f, size_t index)
{
    const struct statement *s = member(f, index);
    size_t count;
    const struct quote *quotes = annotations_quotes(f->c->documents[s->document].annotations, &count);
    return s->quote < count ? quotes[s->quote] : (struct quote){0};
}

static void find_truncation(struct finder *f)
{
    static const char *const VALUES[] = {"in full", "without the beginning", "without the end", "in part"};
    vector_clear(&f->tellings);
    for (size_t i = 0; i < f->c->count; i++) {
        if (!f->c->comparable[i])
            continue;
        const struct departures *d = &f->c->departures[i];
        unsigned which = (d->starts_later ? 1u : 0u) + (d->ends_earlier ? 2u : 0u);
        tell(f, i, which, str_from(VALUES[which]), member(f, i)->span);
    }
    push_difference(f, DIFFERENCE_TRUNCATION);
}

static void find_reporting(struct finder *f)
{
    enum { QUOTED, PARAPHRASED, ASSERTED, NOT_SAID, SUPPOSED };
    static const char *const VALUES[] = {"quoted", "paraphrased", "in the outlet's own voice", "not said",
                                         "conditional"};
    vector_clear(&f->tellings);
    for (size_t i = 0; i < f->c->count; i++) {
        uint32_t kind = member(f, i)->kind;
        struct quote quote = attribution(f, i);
        int how = kind == VERSION_ASSERTION ? ASSERTED : kind == VERSION_INDIRECT ? PARAPHRASED : QUOTED;
        if (kind != VERSION_ASSERTION && quote.stance != STANCE_SAID)
            how = quote.stance == STANCE_NEGATED ? NOT_SAID : SUPPOSED;
        tell(f, i, (uint64_t)how, str_from(VALUES[how]), quote.cue);
    }
    push_difference(f, DIFFERENCE_REPORTING);
}

/* ---- what contradicts */

static void find_contradictions(struct finder *f)
{
    struct contradictions found = {0};
    contradictions_find(f->c, &found);
    vector_each (&found.list, contradiction) {
        vector_clear(&f->tellings);
        for (uint32_t i = 0; i < contradiction->count; i++) {
            const struct stand *stand = &found.stands.data[contradiction->first + i];
            tell(f, stand->member, stand->reading, stand->value, stand->span);
        }
        push_marked_difference(f, contradiction->kind, contradiction->updated);
    }
    contradictions_release(&found);
}

/* ---- planned or past */

/* Tells how a version times the event that concept names; the first verb that names it counts. */
static enum timing tell_timing(struct finder *f, size_t index, uint32_t concept)
{
    const struct statement *s = member(f, index);
    const struct word *words = statement_told(f->c->statements, s);
    for (uint32_t i = 0; i < s->told_count; i++) {
        uint32_t begin;
        if (vocabulary_form(f->c->vocabulary, words[i].form)->concept != concept)
            continue;
        enum timing timing = timing_of(f->c->vocabulary, words, i, &begin);
        if (timing == TIMING_NONE)
            return timing;
        struct str text = article_text(f->c->documents[s->document].article);
        struct span span = {words[begin].span.start, words[i].span.end};
        tell(f, index, (uint64_t)timing, span_str(text, span), span);
        return timing;
    }
    return TIMING_NONE;
}

/* The first event that one version tells as past and another as planned. */
static void find_timing(struct finder *f)
{
    const struct statement *full = member(f, f->c->reference);
    const struct word *words = statement_told(f->c->statements, full);
    for (uint32_t i = 0; i < full->told_count; i++) {
        const struct form *form = vocabulary_form(f->c->vocabulary, words[i].form);
        uint32_t begin;
        if (form->kind != FORM_CONTENT || timing_of(f->c->vocabulary, words, i, &begin) == TIMING_NONE)
            continue;
        bool seen[TIMING_PAST + 1] = {false};
        vector_clear(&f->tellings);
        for (size_t k = 0; k < f->c->count; k++)
            seen[tell_timing(f, k, form->concept)] = true;
        if (seen[TIMING_PLANNED] && seen[TIMING_PAST]) {
            push_difference(f, DIFFERENCE_TENSE);
            return;
        }
    }
}

/* ---- speakers */

/* Whether a version tells so nearly what the reference does that its speaker can be another's. A report in
 * other words may be of another remark. */
static bool tells_the_same(const struct finder *f, size_t index)
{
    const struct statement *s = member(f, index);
    uint32_t aligned = f->c->alignments[index].content;
    return statement_is_quoted(s) ||
           (aligned > SAME_PARTS && aligned * SAME_PARTS >= s->content * (SAME_PARTS - 1));
}

/* Each version joins the first reading whose speaker is its own; who may be several is in none. */
static void find_speakers(struct finder *f)
{
    VECTOR(uint32_t) readings = {0}; /* members, the first of each reading */
    vector_clear(&f->tellings);
    for (uint32_t i = 0; i < f->c->count; i++) {
        const struct speaker *speaker = &f->c->statements->speakers.data[member(f, i)->speaker];
        bool open = !tells_the_same(f, i) ||
                    !speaker_is_known(f->c->vocabulary, speaker, statement_is_quoted(member(f, i)));
        size_t r = readings.size;
        for (size_t k = 0; k < readings.size && !open; k++) {
            const struct speaker *other =
                &f->c->statements->speakers.data[member(f, readings.data[k])->speaker];
            enum speaker_relation relation = speaker_compare(f->c->vocabulary, other, speaker);
            if (relation == SPEAKER_SAME && r == readings.size)
                r = k;
            open = relation == SPEAKER_OPEN;
        }
        if (open)
            continue;
        if (r == readings.size)
            vector_push(&readings, i);
        tell(f, i, r, speaker->name, attribution(f, i).speaker);
    }
    vector_release(&readings);
    push_difference(f, DIFFERENCE_SPEAKER);
}

int difference_rank(uint32_t kind)
{
    static const int RANKS[DIFFERENCE_KINDS] = {
        [DIFFERENCE_SPEAKER] = 0,     [DIFFERENCE_POLARITY] = 1,    [DIFFERENCE_DATE] = 2,
        [DIFFERENCE_NUMBER] = 3,      [DIFFERENCE_PLACE] = 4,       [DIFFERENCE_NAME] = 5,
        [DIFFERENCE_WORDING] = 6,     [DIFFERENCE_TENSE] = 6,       [DIFFERENCE_MODALITY] = 6,
        [DIFFERENCE_OMISSION] = 6,    [DIFFERENCE_REPORTING] = 7,   [DIFFERENCE_TRUNCATION] = 8,
        [DIFFERENCE_SPELLING] = 9,    [DIFFERENCE_TYPOGRAPHY] = 10, [DIFFERENCE_CONTRACTION] = 11,
        [DIFFERENCE_NUMBER_FORM] = 12};
    return RANKS[kind];
}

/* By rank; of one rank, in the order of kinds, and of one kind as found. */
static void sort_differences(const struct finder *f, struct difference *sorted)
{
    size_t placed = 0;
    for (int rank = 0; placed < f->found.size; rank++)
        for (uint32_t kind = 0; kind < DIFFERENCE_KINDS; kind++)
            vector_each (&f->found, difference)
                if (difference->kind == kind && difference_rank(kind) == rank)
                    sorted[placed++] = *difference;
}

const struct difference *differences_find(const struct comparison *comparison, struct arena *arena,
                                          size_t *count)
{
    struct finder f = {.c = comparison, .arena = arena};
    strbuf_init(&f.text);
    find_speakers(&f);
    find_contradictions(&f);
    find_timing(&f);
    find_word_differences(&f);
    find_reporting(&f);
    find_truncation(&f);
    *count = f.found.size;
    struct difference *sorted = arena_array(arena, f.found.size, struct difference);
    sort_differences(&f, sorted);
    vector_release(&f.places);
    vector_release(&f.segments);
    vector_release(&f.tellings);
    vector_release(&f.found);
    strbuf_release(&f.text);
    return sorted;
}
