/* tagger.c: see tagger.h. A perceptron over hashed features (Collins 2002), greedy.
 *
 * What a token's part is hangs on weights that are far away in memory, and the next token's on that. So a few
 * paragraphs are tagged side by side: all ask for their weights, then all decide. */
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

enum { LANES = 4 };

/* A paragraph on its way. */
struct lane {
    struct observations *all;
    size_t token;
    uint32_t rows[TAGGER_MOST_FEATURES]; /* that decide on its part */
    size_t count;
};

static void ask(const struct model *model, struct lane *lane)
{
    lane->count = tagger_features(lane->all, lane->token, lane->rows);
    rows_fetch(model->tagger, MODEL_TAGGER_ROW, lane->rows, lane->count);
}

static void decide(const struct model *model, struct lane *lane)
{
    int16_t sums[MODEL_TAGGER_ROW] = {0};
    rows_add(model->tagger, MODEL_TAGGER_ROW, lane->rows, lane->count, sums);
    lane->all->items[lane->token++].part = rows_best(sums, PART_COUNT);
}

/* Begins the next paragraph that has tokens in a lane; false after the last one. */
static bool take_paragraph(struct lane *lane, struct observations **next, const struct observations *end)
{
    while (*next < end && (*next)->count == 0)
        ++*next;
    if (*next == end)
        return false;
    lane->all = (*next)++;
    lane->token = 0;
    return true;
}

void tagger_run(const struct model *model, struct observations *paragraphs, size_t count)
{
    struct lane lanes[LANES];
    struct observations *next = paragraphs;
    size_t active = 0;
    while (active < LANES && take_paragraph(&lanes[active], &next, paragraphs + count))
        active++;
    while (active > 0) {
        for (size_t i = 0; i < active; i++)
            ask(model, &lanes[i]);
        for (size_t i = 0; i < active; i++)
            decide(model, &lanes[i]);
        for (size_t i = active; i-- > 0;)
            if (lanes[i].token == lanes[i].all->count &&
                !take_paragraph(&lanes[i], &next, paragraphs + count))
                lanes[i] = lanes[--active];
    }
}
