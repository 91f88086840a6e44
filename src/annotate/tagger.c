/* tagger.c: see tagger.h. A perceptron over hashed features (Collins 2002), greedy. */
#include "tagger.h"

#include "rows.h"

#include "whosaid/annotate/tokens.h"

static uint32_t row(uint32_t template, uint32_t a, uint32_t b)
{
    uint32_t hash = observation_mix(observation_mix(template * UINT32_C(0x85ebca6b), a), b);
    return hash >> (32 - MODEL_TAGGER_BITS);
}

/* Shape, and whether a capital says something: not at the start of a sentence. */
static uint32_t shape_of(const struct observation *o)
{
    return o->shape * 2u + o->first;
}

size_t tagger_features(const struct observations *all, size_t index, uint32_t *rows)
{
    const struct observation *o = &all->items[index];
    const struct observation *before = observation_at(all, (ptrdiff_t)index - 1);
    const struct observation *earlier = observation_at(all, (ptrdiff_t)index - 2);
    const struct observation *next = observation_at(all, (ptrdiff_t)index + 1);
    const struct observation *later = observation_at(all, (ptrdiff_t)index + 2);
    const uint32_t features[][2] = {
        {o->word, 0},
        {before->word, 0},
        {earlier->word, 0},
        {next->word, 0},
        {later->word, 0},
        {o->suffix2, shape_of(o)},
        {o->suffix3, o->shape},
        {o->prefix, 0},
        {shape_of(o), before->shape * 16u + next->shape},
        {before->part, 0},
        {before->part, earlier->part + 1u},
        {o->word, before->part},
        {o->suffix3, before->part},
        {before->suffix3, next->suffix3},
        {next->suffix3, 0},
        {next->suffix2, before->part},
        {o->word, next->word},
        {o->lexicon, 0},
        {next->lexicon, before->part},
        {o->word, o->shape},
        {before->word, o->suffix2},
        {later->suffix2, next->suffix2},
    };
    size_t count = sizeof features / sizeof *features;
    for (size_t i = 0; i < count; i++)
        rows[i] = row((uint32_t)i + 1, features[i][0], features[i][1]);
    return count;
}

void tagger_run(const struct model *model, struct observations *all)
{
    uint32_t rows[TAGGER_MOST_FEATURES];
    for (size_t i = 0; i < all->count; i++) {
        rows_sums sums[MODEL_TAGGER_ROW / ROWS_LANES] = {0};
        if (i + 1 < all->count) /* most features do not depend on the part that is still open */
            rows_fetch(model->tagger, MODEL_TAGGER_ROW, rows, tagger_features(all, i + 1, rows));
        rows_add(model->tagger, MODEL_TAGGER_ROW, rows, tagger_features(all, i, rows), sums);
        all->items[i].part = rows_best(sums, PART_COUNT);
    }
}
