/* departures.c: see departures.h. */
#include "departures.h"

#include "gaps.h"

struct reader {
    const struct sentence *own, *reference;
    struct departures *out;
};

/* Whether words [start, end) are all in quotation marks; of an empty range, the words around it. */
static bool are_quoted(const struct sentence *s, uint32_t start, uint32_t end)
{
    if (start == end) {
        start -= start > 0;
        end += end < s->count;
    }
    for (uint32_t i = start; i < end; i++)
        if (!(s->words[i].flags & WORD_QUOTED))
            return false;
    return true;
}

/* Joins a departure to the one before it when they touch and are of one kind. */
static void add(struct reader *r, uint32_t kind, struct departure d)
{
    d.kind = kind;
    if (!are_quoted(r->own, d.own_start, d.own_end) ||
        !are_quoted(r->reference, d.reference_start, d.reference_end))
        return; /* the outlet's words, not the speaker's */
    struct departure *last = r->out->list.size ? &vector_last(&r->out->list) : NULL;
    if (last && last->kind == kind && last->own_end == d.own_start &&
        last->reference_end == d.reference_start) {
        last->own_end = d.own_end;
        last->reference_end = d.reference_end;
        return;
    }
    vector_push(&r->out->list, d);
}

/* ---- words that stand for each other */

static bool is_past(const struct form *form)
{
    return form->past || str_is_listed(form->text, " was were had did been ");
}

/* Inflections of one word: another tense, or another form of the word. */
static uint32_t inflection_kind(const struct form *a, const struct form *b)
{
    bool progressive = str_ends(a->text, STR("ing")) || str_ends(b->text, STR("ing"));
    return !progressive && is_past(a) != is_past(b) ? DIFFERENCE_TENSE : DIFFERENCE_WORDING;
}

/* DIFFERENCE_KINDS when two equal words are also written alike. */
static uint32_t surface_kind(const struct reader *r, const struct word *own, const struct word *reference)
{
    if ((own->flags ^ reference->flags) & WORD_CONTRACTED)
        return DIFFERENCE_CONTRACTION;
    struct str a = span_str(r->own->text, own->span), b = span_str(r->reference->text, reference->span);
    if (((own->flags ^ reference->flags) & WORD_SIGN) && !str_equal(a, STR("&")) && !str_equal(b, STR("&")))
        return DIFFERENCE_NUMBER_FORM; /* "%", "bn" */
    return str_equal(a, b) ? DIFFERENCE_KINDS : DIFFERENCE_TYPOGRAPHY;
}

static uint32_t pair_kind(const struct reader *r, const struct word_pair *pair)
{
    const struct word *own = &r->own->words[pair->a], *reference = &r->reference->words[pair->b];
    switch (pair->likeness) {
    case LIKENESS_EXACT: return surface_kind(r, own, reference);
    case LIKENESS_SPELLING: return DIFFERENCE_SPELLING;
    case LIKENESS_NUMBER: return DIFFERENCE_NUMBER_FORM;
    case LIKENESS_STEM:
        return inflection_kind(sentence_form(r->own, pair->a), sentence_form(r->reference, pair->b));
    default: return DIFFERENCE_WORDING;
    }
}

/* ---- words without partner */

static struct gap_side own_side(const struct reader *r, uint32_t start, uint32_t end)
{
    return (struct gap_side){r->own, start, end - start};
}

static struct gap_side reference_side(const struct reader *r, uint32_t start, uint32_t end)
{
    return (struct gap_side){r->reference, start, end - start};
}

static bool begins_sentence(const struct sentence *s, uint32_t at)
{
    return at < s->count && (s->words[at].flags & WORD_INITIAL);
}

/* Words at the start or the end of a sentence are cut off, not left out of its middle. */
static bool is_sentence_edge(const struct reader *r, const struct departure *d)
{
    return begins_sentence(r->reference, d->reference_start) ||
           begins_sentence(r->reference, d->reference_end) || begins_sentence(r->own, d->own_start) ||
           begins_sentence(r->own, d->own_end);
}

/* Whether an ellipsis stands among words [start, end) or beside them: the outlet itself says that it cuts. */
static bool is_cut(const struct sentence *s, uint32_t start, uint32_t end)
{
    if (!start || end >= s->count)
        return false;
    struct str gap = str_slice(s->text, s->words[start - 1].span.end, s->words[end].span.start);
    return str_find(gap, STR("..."), 0) != STR_NONE || str_find(gap, STR(". ."), 0) != STR_NONE ||
           str_find(gap, STR("\u2026"), 0) != STR_NONE;
}

static bool is_marked_cut(const struct reader *r, const struct departure *d)
{
    return is_cut(r->own, d->own_start, d->own_end) ||
           is_cut(r->reference, d->reference_start, d->reference_end);
}

static void add_gap(struct reader *r, struct departure d)
{
    if (d.own_start == d.own_end && d.reference_start == d.reference_end)
        return;
    struct gap_side own = own_side(r, d.own_start, d.own_end),
                    reference = reference_side(r, d.reference_start, d.reference_end);
    uint32_t kind = gap_kind(&own, &reference);
    bool cut = is_marked_cut(r, &d);
    if (kind != DIFFERENCE_OMISSION && cut)
        return; /* what stands there is not told */
    if (kind != DIFFERENCE_OMISSION || cut || !is_sentence_edge(r, &d))
        add(r, kind, d);
}

/* ---- the ends */

enum { CHANGED_END = 2 }; /* words at an end that may be a change; more are another sentence */

/* How many words in quotation marks follow words[at], itself in marks, in steps of one or minus one. */
static uint32_t count_quoted(const struct sentence *s, uint32_t at, int step)
{
    uint32_t run = 0;
    if (!(s->words[at].flags & WORD_QUOTED))
        return 0;
    for (at += (uint32_t)step; at < s->count && (s->words[at].flags & WORD_QUOTED); at += (uint32_t)step)
        run++;
    return run;
}

/* How many of m words of the reference stand for the n words that a version has at an end: as many, or all
 * when they are few; 0 when the version says nothing else there. */
static uint32_t changed_words(uint32_t n, uint32_t m)
{
    if (n == 0 || n > CHANGED_END)
        return 0;
    return m <= CHANGED_END ? m : n;
}

/* Words in marks, and of these, the ones that tell something. */
static uint32_t count_marked(const struct gap_side *side, uint32_t *telling)
{
    uint32_t marked = 0;
    for (uint32_t i = 0; i < side->count; i++) {
        struct gap_side word = {side->s, side->first + i, 1};
        if (!(side->s->words[side->first + i].flags & WORD_QUOTED))
            continue;
        marked++;
        *telling += gap_side_tells(&word);
    }
    return marked;
}

/* Whether the reference quotes something at an end where the version quotes less. */
static bool quotes_more(const struct gap_side *reference, const struct gap_side *own)
{
    uint32_t telling = 0, ignored = 0;
    return count_marked(reference, &telling) > count_marked(own, &ignored) && telling > 0;
}

/* Words [0, first->a) of the version and [0, first->b) of the reference come before the first pair; of these,
 * those in marks that lead up to it may be a change. */
static void read_start(struct reader *r, const struct word_pair *first)
{
    uint32_t n = count_quoted(r->own, first->a, -1), m = count_quoted(r->reference, first->b, -1),
             k = changed_words(n, m);
    struct gap_side own = own_side(r, first->a - n, first->a),
                    reference = reference_side(r, first->b - k, first->b);
    struct gap_side before = reference_side(r, 0, first->b - k), own_before = own_side(r, 0, first->a - n);
    r->out->starts_later = quotes_more(&before, &own_before);
    if (k && (gap_side_tells(&own) || gap_side_tells(&reference)))
        add_gap(r, (struct departure){0, first->a - n, first->a, first->b - k, first->b});
}

/* The same behind the last pair. */
static void read_end(struct reader *r, const struct word_pair *last)
{
    uint32_t from = last->a + 1, behind = last->b + 1;
    uint32_t n = count_quoted(r->own, last->a, 1), m = count_quoted(r->reference, last->b, 1),
             k = changed_words(n, m);
    struct gap_side own = own_side(r, from, from + n), reference = reference_side(r, behind, behind + k);
    struct gap_side after = reference_side(r, behind + k, r->reference->count),
                    own_after = own_side(r, from + n, r->own->count);
    r->out->ends_earlier = quotes_more(&after, &own_after);
    if (k && (gap_side_tells(&own) || gap_side_tells(&reference)))
        add_gap(r, (struct departure){0, from, from + n, behind, behind + k});
}

static void read_pairs(struct reader *r, const struct alignment *alignment)
{
    for (size_t i = 0; i < alignment->pairs.size; i++) {
        const struct word_pair *pair = &alignment->pairs.data[i];
        if (i > 0)
            add_gap(r, (struct departure){0, pair[-1].a + 1, pair->a, pair[-1].b + 1, pair->b});
        uint32_t kind = pair_kind(r, pair);
        if (kind != DIFFERENCE_KINDS)
            add(r, kind, (struct departure){0, pair->a, pair->a + 1, pair->b, pair->b + 1});
    }
}

void departures_read(const struct sentence *version, const struct sentence *reference,
                     const struct alignment *alignment, struct departures *departures)
{
    struct reader r = {version, reference, departures};
    vector_clear(&departures->list);
    departures->starts_later = departures->ends_earlier = false;
    if (!alignment->pairs.size)
        return;
    read_start(&r, &alignment->pairs.data[0]);
    read_pairs(&r, alignment);
    read_end(&r, &vector_last(&alignment->pairs));
}

/* ---- marks */

static uint32_t mark_kind(const struct departure *d)
{
    if (difference_is_cosmetic(d->kind))
        return MARK_COSMETIC;
    if (d->own_start == d->own_end)
        return MARK_OMITTED;
    return d->reference_start == d->reference_end ? MARK_ADDED : MARK_CHANGED;
}

static struct span mark_span(const struct word *words, const struct departure *d)
{
    if (d->own_start < d->own_end)
        return (struct span){words[d->own_start].span.start, words[d->own_end - 1].span.end};
    uint32_t at = d->own_start ? words[d->own_start - 1].span.end : words[0].span.start;
    return (struct span){at, at};
}

/* Two marks of one kind that touch become one. */
static size_t push_mark(struct mark *marks, size_t count, struct mark mark, bool touches)
{
    if (count && touches && marks[count - 1].kind == mark.kind && mark.kind == MARK_CHANGED) {
        marks[count - 1].span.end = mark.span.end;
        return count;
    }
    marks[count] = mark;
    return count + 1;
}

const struct mark *departures_marks(const struct statements *statements, const struct statement *version,
                                    const struct departures *departures, struct arena *arena, size_t *count)
{
    const struct word *words = statement_words(statements, version);
    struct mark *marks = arena_array(arena, departures->list.size + 2, struct mark);
    *count = 0;
    if (departures->starts_later) {
        uint32_t start = words[0].span.start;
        marks[(*count)++] = (struct mark){{start, start}, MARK_COSMETIC};
    }
    for (size_t i = 0; i < departures->list.size; i++) {
        const struct departure *d = &departures->list.data[i];
        struct mark mark = {mark_span(words, d), mark_kind(d)};
        *count = push_mark(marks, *count, mark, i > 0 && d[-1].own_end == d->own_start);
    }
    if (departures->ends_earlier) {
        uint32_t end = words[version->count - 1].span.end;
        marks[(*count)++] = (struct mark){{end, end}, MARK_COSMETIC};
    }
    return marks;
}

void departures_release(struct departures *departures)
{
    vector_release(&departures->list);
}
