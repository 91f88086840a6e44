/* attribution.c: rules, then the model, then what both need: order, terms apart, inner quotations in their
 * place. */
#include "attribution.h"

#include "joining.h"
#include "model.h"
#include "rules.h"

#include <stdlib.h>
#include <string.h>

void attribution_find(const struct reading *reading, struct findings *found)
{
    for (size_t i = 0; i < reading->paragraph_count; i++) {
        size_t first = found->attributions.size;
        vector_push(&found->firsts, first);
        attribution_quoted(reading, &reading->paragraphs[i], &found->attributions, &found->terms);
        if (reading->english)
            attribution_indirect(reading, &reading->paragraphs[i], first, &found->attributions);
    }
    vector_push(&found->firsts, found->attributions.size);
}

void findings_release(struct findings *found)
{
    vector_release(&found->attributions);
    vector_release(&found->terms);
    vector_release(&found->firsts);
}

const struct attribution *findings_before(const struct findings *found, size_t paragraph, size_t *count)
{
    size_t first = found->firsts.data[paragraph], end = found->firsts.data[paragraph + 1];
    size_t from = first > 0 ? first - 1 : 0;
    *count = end - from;
    return end > from ? found->attributions.data + from : NULL;
}

/* What the model says of each token, one paragraph behind the other. In the reading's arena. */
static label_scores *score_tokens(const struct model *model, const struct reading *reading,
                                  const struct findings *found, struct observations *parsed)
{
    size_t count = reading->paragraph_count;
    for (size_t i = 0, seen_count; i < count; i++) {
        const struct attribution *seen = findings_before(found, i, &seen_count);
        joining_observe(seen, seen_count, &parsed[i]);
    }
    label_scores *scores = arena_array(reading->arena, reading->token_count, label_scores);
    labeller_score_all(model, parsed, count, scores);
    return scores;
}

/* Puts what the model makes of each paragraph in place of what the rules found. */
static void apply_model(const struct model *model, const struct reading *reading, struct findings *found)
{
    attribution_vector joined = {0};
    index_vector firsts = {0};
    struct observations *parsed = joining_parse(model, reading);
    label_scores *scores = score_tokens(model, reading, found, parsed);
    for (size_t i = 0; i < reading->paragraph_count; i++) {
        size_t count;
        const struct attribution *seen = findings_before(found, i, &count);
        vector_push(&firsts, joined.size);
        joining_run(model, reading, &reading->paragraphs[i], seen, count, &parsed[i], scores, &joined);
        scores += parsed[i].count;
    }
    vector_push(&firsts, joined.size);
    vector_release(&found->attributions);
    vector_release(&found->firsts);
    found->attributions = joined;
    found->firsts = firsts;
}

static int compare_attributions(const void *a, const void *b)
{
    const struct attribution *x = a, *y = b;
    if (x->pieces[0].first != y->pieces[0].first)
        return x->pieces[0].first < y->pieces[0].first ? -1 : 1;
    uint32_t x_end = x->pieces[x->piece_count - 1].end, y_end = y->pieces[y->piece_count - 1].end;
    return (x_end < y_end) - (x_end > y_end);
}

/* Whether a holds b in one of its pieces. */
static bool holds(const struct attribution *a, const struct attribution *b)
{
    for (uint32_t i = 0; i < a->piece_count; i++)
        if (a->pieces[i].first <= b->pieces[0].first && a->pieces[i].end >= b->pieces[b->piece_count - 1].end)
            return true;
    return false;
}

/* Finds what each inner quotation is inside of: the nearest one before it that holds it. Inner ones that
 * nothing holds, since the words around them turned out to be no quotation, are dropped. */
static void find_parents(struct reading *reading)
{
    VECTOR(uint32_t) holders = {0};
    uint32_t kept = 0;
    for (size_t i = 0; i < reading->attribution_count; i++) {
        struct attribution a = reading->attributions[i];
        while (holders.size > 0 && !holds(&reading->attributions[vector_last(&holders)], &a))
            holders.size--;
        if (a.rule == RULE_INNER && holders.size == 0)
            continue;
        if (a.rule == RULE_INNER)
            a.parent = vector_last(&holders);
        vector_push(&holders, kept);
        reading->attributions[kept++] = a;
    }
    reading->attribution_count = kept;
    vector_release(&holders);
}

/* Keeps those terms that no attribution took in; both lists ascend. */
static void drop_quoted_terms(const struct reading *reading, const attribution_vector *attributions,
                              span_vector *terms)
{
    size_t kept = 0, index = 0;
    struct span last = {0, 0}; /* the piece so far that reaches furthest */
    for (size_t t = 0; t < terms->size; t++) {
        for (; index < attributions->size; index++) {
            const struct attribution *a = &attributions->data[index];
            struct span hull = reading_span(
                reading, (struct stretch){a->pieces[0].first, a->pieces[a->piece_count - 1].end});
            if (hull.start > terms->data[t].start)
                break;
            last = hull.end > last.end ? hull : last;
        }
        if (!span_contains(last, terms->data[t]))
            terms->data[kept++] = terms->data[t];
    }
    terms->size = kept;
}

/* Puts each paragraph's attributions in order; terms that they took in are none. */
static void settle(const struct reading *reading, struct findings *found)
{
    attribution_vector *all = &found->attributions;
    for (size_t i = 0; i < reading->paragraph_count; i++) {
        size_t first = found->firsts.data[i], end = found->firsts.data[i + 1];
        if (end > first)
            qsort(all->data + first, end - first, sizeof *all->data, compare_attributions);
    }
    drop_quoted_terms(reading, all, &found->terms);
}

void attribution_run(struct reading *reading, const struct model *model)
{
    struct findings found = {0};
    attribution_find(reading, &found);
    if (reading->english && model)
        apply_model(model, reading, &found);
    settle(reading, &found);
    reading->attribution_count = found.attributions.size;
    reading->attributions = arena_array(reading->arena, found.attributions.size, struct attribution);
    if (found.attributions.size > 0)
        memcpy(reading->attributions, found.attributions.data,
               found.attributions.size * sizeof *found.attributions.data);
    reading->term_count = found.terms.size;
    reading->terms = arena_array(reading->arena, found.terms.size, struct span);
    if (found.terms.size > 0)
        memcpy(reading->terms, found.terms.data, found.terms.size * sizeof *found.terms.data);
    find_parents(reading);
    findings_release(&found);
}
