/* annotate.c: the annotator's stages in order, and the blob at their end; see whosaid/annotate/annotate.h. */
#include "whosaid/annotate/annotate.h"

#include "attribution.h"
#include "calibration.h"
#include "headline.h"
#include "marks.h"
#include "reading.h"
#include "resolution.h"
#include "stages.h"
#include "stance.h"

typedef VECTOR(struct quote) quote_vector;

static void add_quote(const struct reading *reading, const struct attribution *a, quote_vector *quotes,
                      span_vector *pieces)
{
    struct quote quote = {
        .first_piece = (uint32_t)pieces->size,
        .piece_count = a->piece_count,
        .type = a->type,
        .entity = a->entity,
        .speaker = reading_span(reading, a->speaker),
        .cue = reading_span(reading, a->cue),
        .parent = a->parent,
        .stance = a->stance,
        .rule = a->rule,
        .antecedent = a->antecedent,
        .antecedent_span = reading_span(reading, a->antecedent_mention),
        .confidence = a->confidence,
    };
    for (uint32_t p = 0; p < a->piece_count; p++)
        vector_push(pieces, reading_span(reading, a->pieces[p]));
    quote.span = (struct span){pieces->data[quote.first_piece].start, vector_last(pieces).end};
    vector_push(quotes, quote);
}

static struct blob_range add_quotes(struct blob_builder *builder, const struct reading *reading,
                                    span_vector *pieces)
{
    quote_vector quotes = {0};
    for (size_t i = 0; reading && i < reading->attribution_count; i++)
        add_quote(reading, &reading->attributions[i], &quotes, pieces);
    struct blob_range range = blob_builder_add(builder, quotes.data, quotes.size, sizeof(struct quote));
    vector_release(&quotes);
    return range;
}

static struct annotations *build(const struct reading *reading)
{
    struct blob_builder builder;
    blob_builder_init(&builder, sizeof(struct annotations));
    span_vector piece_list = {0};
    struct blob_range quotes = add_quotes(&builder, reading, &piece_list);
    struct blob_range title_quotes = add_quotes(&builder, reading->title, &piece_list);
    struct blob_range pieces =
        blob_builder_add(&builder, piece_list.data, piece_list.size, sizeof(struct span));
    vector_release(&piece_list);
    struct blob_range sentences =
        blob_builder_add(&builder, reading->sentences, reading->sentence_count, sizeof(struct span));
    struct blob_range entities =
        blob_builder_add(&builder, reading->entities, reading->entity_count, sizeof(struct entity));
    struct blob_range terms =
        blob_builder_add(&builder, reading->terms, reading->term_count, sizeof(struct span));
    struct annotations *head = blob_builder_head(&builder);
    head->quotes = quotes;
    head->title_quotes = title_quotes;
    head->pieces = pieces;
    head->sentences = sentences;
    head->entities = entities;
    head->terms = terms;
    return blob_builder_finish(&builder, ANNOTATIONS_KIND);
}

void stages_run(struct reading *reading, const struct article *article, struct arena *arena)
{
    struct model model;
    reading_open(reading, article, arena);
    marks_pair(reading);
    attribution_run(reading, model_builtin(&model) ? &model : NULL);
    calibration_run(reading);
    stance_run(reading);
    resolution_run(reading);
    headline_run(reading, article);
    if (reading->title)
        calibration_run(reading->title);
}

struct annotations *annotate(const struct article *article)
{
    struct arena arena;
    struct reading reading;
    arena_init(&arena);
    stages_run(&reading, article, &arena);
    struct annotations *annotations = build(&reading);
    arena_release(&arena);
    return annotations;
}
