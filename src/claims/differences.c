/* differences.c: see differences.h. Words are compared in sites.h, speakers in attributions.h, figures in
 * contradictions.h; here are the differences of the whole, and their order. */
#include "attributions.h"
#include "contradictions.h"
#include "denials.h"
#include "sites.h"
#include "timing.h"

/* ---- differences of the whole */

static void find_truncation(struct readings *r)
{
    static const char *const VALUES[] = {"in full", "without the beginning", "without the end", "in part"};
    readings_begin(r);
    for (size_t i = 0; i < r->c->count; i++) {
        if (!r->c->comparable[i])
            continue;
        const struct departures *d = &r->c->departures[i];
        unsigned which = (d->starts_later ? 1u : 0u) + (d->ends_earlier ? 2u : 0u);
        readings_tell(r, i, which, str_from(VALUES[which]), readings_member(r, i)->span);
    }
    readings_push(r, DIFFERENCE_TRUNCATION, false);
}

enum reporting { QUOTED, PARAPHRASED, SUPPOSED, ASSERTED, UNTOLD };

/* Whether words in marks stand in a report that was not taken for a quotation. */
static bool holds_marks(const struct readings *r, size_t index)
{
    const struct statement *s = readings_member(r, index);
    struct str text = span_str(statement_text(r->c->statements, s), s->span);
    return str_find(text, STR("\u201c"), 0) != STR_NONE || str_find(text, STR("\""), 0) != STR_NONE;
}

/* Whether a version shares half of what it or the reference says: where it is less, how the rest is reported
 * says nothing of what is shared. */
static bool tells_half(const struct readings *r, size_t index)
{
    uint32_t own = readings_member(r, index)->content, full = readings_member(r, r->c->reference)->content;
    return index == r->c->reference || r->c->alignments[index].content * 2 >= (own < full ? own : full);
}

/* How a version reports it. What was not said is denials.h's. A sentence that holds a report or words in
 * marks beside more tells nothing, since what is shared may be either; nor does a clause, which is compared
 * for its figure. */
static enum reporting reporting_of(const struct readings *r, size_t index, uint32_t stance)
{
    const struct statement *s = readings_member(r, index);
    if (s->is_part || !tells_half(r, index) || (s->kind == VERSION_ASSERTION && s->reports))
        return UNTOLD;
    if (s->kind == VERSION_ASSERTION && statement_is_quoted(s))
        return r->c->comparable[index] ? QUOTED : UNTOLD;
    if (s->kind == VERSION_ASSERTION)
        return ASSERTED;
    if (stance != STANCE_SAID)
        return stance == STANCE_CONDITIONAL ? SUPPOSED : UNTOLD;
    if (s->kind == VERSION_INDIRECT)
        return holds_marks(r, index) ? UNTOLD : PARAPHRASED;
    return QUOTED;
}

static void find_reporting(struct readings *r)
{
    static const char *const VALUES[] = {"quoted", "paraphrased", "conditional", "in the outlet's own voice"};
    readings_begin(r);
    for (size_t i = 0; i < r->c->count; i++) {
        const struct quote *quote = statement_quote(r->c->statements, readings_member(r, i));
        enum reporting how = reporting_of(r, i, quote ? quote->stance : STANCE_SAID);
        if (how != UNTOLD)
            readings_tell(r, i, how, str_from(VALUES[how]), quote ? quote->cue : (struct span){0});
    }
    readings_push(r, DIFFERENCE_REPORTING, false);
}

/* ---- what contradicts */

static void find_contradictions(struct readings *r)
{
    struct contradictions found = {0};
    contradictions_find(r->c, &found);
    vector_each (&found.list, contradiction) {
        readings_begin(r);
        for (uint32_t i = 0; i < contradiction->count; i++) {
            const struct stand *stand = &found.stands.data[contradiction->first + i];
            readings_tell(r, stand->member, stand->reading, stand->value, stand->span);
        }
        readings_push(r, contradiction->kind, contradiction->updated);
    }
    contradictions_release(&found);
}

/* ---- planned or past */

/* Tells how a version times the event that concept names; the first verb that names it counts. */
static enum timing tell_timing(struct readings *r, size_t index, uint32_t concept)
{
    struct sentence told = statement_told_sentence(r->c->statements, readings_member(r, index));
    for (uint32_t i = 0; i < told.count; i++) {
        uint32_t begin;
        if (sentence_concept(&told, i) != concept)
            continue;
        enum timing timing = timing_of(&told, i, &begin);
        if (timing == TIMING_NONE)
            return timing;
        struct span span = sentence_span(&told, begin, i);
        readings_tell(r, index, (uint64_t)timing, span_str(told.text, span), span);
        return timing;
    }
    return TIMING_NONE;
}

/* The first event that one version tells as past and another as planned. */
static void find_timing(struct readings *r)
{
    struct sentence told = statement_told_sentence(r->c->statements, readings_member(r, r->c->reference));
    for (uint32_t i = 0; i < told.count; i++) {
        const struct form *form = sentence_form(&told, i);
        uint32_t begin;
        if (form->kind != FORM_CONTENT || timing_of(&told, i, &begin) == TIMING_NONE)
            continue;
        bool seen[TIMING_PAST + 1] = {false};
        readings_begin(r);
        for (size_t k = 0; k < r->c->count; k++)
            seen[tell_timing(r, k, form->concept)] = true;
        if (seen[TIMING_PLANNED] && seen[TIMING_PAST]) {
            readings_push(r, DIFFERENCE_TENSE, false);
            return;
        }
    }
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
static void sort_differences(const struct readings *r, struct difference *sorted)
{
    size_t placed = 0;
    for (int rank = 0; placed < r->found.size; rank++)
        for (uint32_t kind = 0; kind < DIFFERENCE_KINDS; kind++)
            vector_each (&r->found, difference)
                if (difference->kind == kind && difference_rank(kind) == rank)
                    sorted[placed++] = *difference;
}

const struct difference *differences_find(const struct comparison *comparison, struct arena *arena,
                                          size_t *count)
{
    struct readings readings = {.c = comparison, .arena = arena};
    attributions_find(&readings);
    find_contradictions(&readings);
    denials_find(&readings);
    find_timing(&readings);
    sites_find(&readings);
    find_reporting(&readings);
    find_truncation(&readings);
    *count = readings.found.size;
    struct difference *sorted = arena_array(arena, readings.found.size, struct difference);
    sort_differences(&readings, sorted);
    readings_release(&readings);
    return sorted;
}
