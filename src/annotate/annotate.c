/* annotate.c: the annotator's stages in order, and the blob at their end; see whosaid/annotate/annotate.h. */
#include "whosaid/annotate/annotate.h"

#include "attribution.h"
#include "marks.h"
#include "reading.h"
#include "resolution.h"
#include "rules.h"

#include <stdlib.h>
#include <string.h>

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

/* Keeps those terms from first on that no attribution of the same paragraph took in; both lists ascend. */
static void drop_quoted_terms(const struct reading *reading, const attribution_vector *attributions,
                              size_t first_attribution, span_vector *terms, size_t first)
{
    size_t kept = first, index = first_attribution;
    struct span last = {0, 0}; /* the piece so far that reaches furthest */
    for (size_t t = first; t < terms->size; t++) {
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

/* Rules first, paragraph by paragraph; all that they found goes into the arena in order. */
static void attribute(struct reading *reading)
{
    attribution_vector attributions = {0};
    span_vector terms = {0};
    for (size_t i = 0; i < reading->paragraph_count; i++) {
        size_t first = attributions.size, first_term = terms.size;
        attribution_quoted(reading, &reading->paragraphs[i], &attributions, &terms);
        attribution_indirect(reading, &reading->paragraphs[i], first, &attributions);
        if (attributions.size > first)
            qsort(attributions.data + first, attributions.size - first, sizeof *attributions.data,
                  compare_attributions);
        drop_quoted_terms(reading, &attributions, first, &terms, first_term);
    }
    reading->attribution_count = attributions.size;
    reading->attributions = arena_array(reading->arena, attributions.size, struct attribution);
    if (attributions.size > 0)
        memcpy(reading->attributions, attributions.data, attributions.size * sizeof *attributions.data);
    reading->term_count = terms.size;
    reading->terms = arena_array(reading->arena, terms.size, struct span);
    if (terms.size > 0)
        memcpy(reading->terms, terms.data, terms.size * sizeof *terms.data);
    find_parents(reading);
    vector_release(&attributions);
    vector_release(&terms);
}

static void add_quotes(struct blob_builder *builder, const struct reading *reading)
{
    VECTOR(struct quote) quotes = {0};
    span_vector pieces = {0};
    for (size_t i = 0; i < reading->attribution_count; i++) {
        const struct attribution *a = &reading->attributions[i];
        struct quote quote = {
            .first_piece = (uint32_t)pieces.size,
            .piece_count = a->piece_count,
            .type = a->type,
            .entity = a->entity,
            .speaker = reading_span(reading, a->speaker),
            .cue = reading_span(reading, a->cue),
            .parent = a->parent,
            .rule = a->rule,
            .confidence = a->confidence,
        };
        for (uint32_t p = 0; p < a->piece_count; p++)
            vector_push(&pieces, reading_span(reading, a->pieces[p]));
        quote.span = (struct span){pieces.data[quote.first_piece].start, vector_last(&pieces).end};
        vector_push(&quotes, quote);
    }
    struct blob_range quote_range = blob_builder_add(builder, quotes.data, quotes.size, sizeof(struct quote));
    struct blob_range piece_range = blob_builder_add(builder, pieces.data, pieces.size, sizeof(struct span));
    struct annotations *head = blob_builder_head(builder);
    head->quotes = quote_range;
    head->pieces = piece_range;
    vector_release(&quotes);
    vector_release(&pieces);
}

static struct annotations *build(const struct reading *reading)
{
    struct blob_builder builder;
    blob_builder_init(&builder, sizeof(struct annotations));
    add_quotes(&builder, reading);
    struct blob_range sentences =
        blob_builder_add(&builder, reading->sentences, reading->sentence_count, sizeof(struct span));
    struct blob_range entities =
        blob_builder_add(&builder, reading->entities, reading->entity_count, sizeof(struct entity));
    struct blob_range terms =
        blob_builder_add(&builder, reading->terms, reading->term_count, sizeof(struct span));
    struct annotations *head = blob_builder_head(&builder);
    head->sentences = sentences;
    head->entities = entities;
    head->terms = terms;
    return blob_builder_finish(&builder, ANNOTATIONS_KIND);
}

struct annotations *annotate(const struct article *article)
{
    struct arena arena;
    struct reading reading;
    arena_init(&arena);
    reading_open(&reading, article, &arena);
    marks_pair(&reading);
    attribute(&reading);
    resolution_run(&reading);
    struct annotations *annotations = build(&reading);
    arena_release(&arena);
    return annotations;
}
