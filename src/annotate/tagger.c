/* tagger.c: see tagger.h. A perceptron over hashed features (Collins 2002), greedy. */
#include "tagger.h"

#include "rows.h"

#include "whosaid/annotate/tokens.h"

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
    struct features f;
    f.count = 0;
    features_add(&f, o->word, 0);
    features_add(&f, before->word, 0);
    features_add(&f, earlier->word, 0);
    features_add(&f, next->word, 0);
    features_add(&f, later->word, 0);
    features_add(&f, o->suffix2, shape_of(o));
    features_add(&f, o->suffix3, o->shape);
    features_add(&f, o->prefix, 0);
    features_add(&f, shape_of(o), before->shape * 16u + next->shape);
    features_add(&f, before->part, 0);
    features_add(&f, before->part, earlier->part + 1u);
    features_add(&f, o->word, before->part);
    features_add(&f, o->suffix3, before->part);
    features_add(&f, before->suffix3, next->suffix3);
    features_add(&f, next->suffix3, 0);
    features_add(&f, next->suffix2, before->part);
    features_add(&f, o->word, next->word);
    features_add(&f, o->lexicon, 0);
    features_add(&f, next->lexicon, before->part);
    features_add(&f, o->word, o->shape);
    features_add(&f, before->word, o->suffix2);
    features_add(&f, later->suffix2, next->suffix2);
    return features_find_rows(&f, MODEL_TAGGER_BITS, rows);
}

void tagger_run(const struct model *model, struct observations *all)
{
    uint32_t rows[TAGGER_MOST_FEATURES];
    for (size_t i = 0; i < all->count; i++) {
        int16_t sums[MODEL_TAGGER_ROW] = {0};
        if (i + 1 < all->count) /* most features do not depend on the part that is still open */
            rows_fetch(model->tagger, MODEL_TAGGER_ROW, rows, tagger_features(all, i + 1, rows));
        rows_add(model->tagger, MODEL_TAGGER_ROW, rows, tagger_features(all, i, rows), sums);
        all->items[i].part = rows_best(sums, PART_COUNT);
    }
}
