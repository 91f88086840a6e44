/* labeller_paths.c: see labeller_decode and labeller_marginals in labeller.h. What goes from one token's
 * labels to the next one's is worked out for all labels at once. */
#include "labeller.h"

#include "whosaid/base/memory.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef float half_column __attribute__((vector_size(16)));
typedef int32_t half_mask __attribute__((vector_size(16)));

enum { HALF = sizeof(half_column) / sizeof(float) };

static_assert(MODEL_LABELLER_ROW == 2 * HALF, "a column is two vectors");

/* A value for each label, the last one for none. Sums and products are made a column at a time. */
struct column {
    half_column halves[2];
};

/* What a step adds or multiplies, by the label before. */
struct steps {
    struct column from[LABEL_COUNT];
};

static float at(const struct column *column, unsigned label)
{
    return column->halves[label / HALF][label % HALF];
}

static void set(struct column *column, unsigned label, float value)
{
    column->halves[label / HALF][label % HALF] = value;
}

static void fill(struct column *column, float value)
{
    for (unsigned c = 0; c < MODEL_LABELLER_ROW; c++)
        set(column, c, value);
}

static float most_of(const struct column *column)
{
    float most = at(column, 0);
    for (unsigned c = 1; c < LABEL_COUNT; c++)
        most = at(column, c) > most ? at(column, c) : most;
    return most;
}

static void add_transitions(const struct model_head *head, struct steps *steps)
{
    for (unsigned a = 0; a < LABEL_COUNT; a++) {
        fill(&steps->from[a], -INFINITY);
        for (unsigned b = 0; b < LABEL_COUNT; b++)
            if (label_may_follow(a, b))
                set(&steps->from[a], b, head->transitions[a][b]);
    }
}

/* The best score of each label after a column, and the label before that it comes from. */
static void step_best(const struct steps *steps, struct column *column, half_mask from[2])
{
    struct column best;
    fill(&best, -INFINITY);
    from[0] = from[1] = (half_mask){LABEL_NONE};
    for (int32_t b = 0; b < LABEL_COUNT; b++)
        for (unsigned h = 0; h < 2; h++) {
            half_column sum = at(column, (unsigned)b) + steps->from[b].halves[h];
            half_mask better = sum > best.halves[h];
            from[h] = (better & b) | (~better & from[h]);
            best.halves[h] = (half_column)((better & (half_mask)sum) | (~better & (half_mask)best.halves[h]));
        }
    *column = best;
}

/* Back from the last token to the first, along the labels that each one's came from. */
static void follow_back(half_mask (*from)[2], size_t count, uint8_t best, uint8_t *labels)
{
    for (size_t i = count; i-- > 0;) {
        labels[i] = best;
        best = (uint8_t)from[i][best / HALF][best % HALF];
    }
}

void labeller_decode(const struct model_head *head, const label_scores *scores, size_t count, uint8_t *labels)
{
    half_mask(*from)[2] = memory_calloc(count + 1, sizeof *from);
    struct column column, own;
    struct steps steps;
    uint8_t best = LABEL_NONE;
    add_transitions(head, &steps);
    fill(&column, -INFINITY);
    set(&column, LABEL_NONE, 0); /* before the paragraph is nothing */
    for (size_t i = 0; i < count; i++) {
        memcpy(&own, scores[i], sizeof own);
        step_best(&steps, &column, from[i]);
        for (unsigned h = 0; h < 2; h++)
            column.halves[h] += own.halves[h];
        float most = most_of(&column); /* taken out, so that sums stay small however long the paragraph */
        for (unsigned h = 0; h < 2; h++)
            column.halves[h] -= most;
    }
    for (uint8_t c = 1; c < LABEL_COUNT; c++)
        if (at(&column, c) > at(&column, best))
            best = c;
    follow_back(from, count, best, labels);
    free(from);
}

/* The factors of steps forward, and of the same steps taken backward. */
static void fill_factors(const struct model_head *head, struct steps *forward, struct steps *backward)
{
    *forward = *backward = (struct steps){0};
    for (unsigned a = 0; a < LABEL_COUNT; a++)
        for (unsigned b = 0; b < LABEL_COUNT; b++)
            if (label_may_follow(a, b)) {
                float factor = expf(head->transitions[a][b]);
                set(&forward->from[a], b, factor);
                set(&backward->from[b], a, factor);
            }
}

/* A token's own factors; the largest is 1. */
static void fill_own(const float *scores, struct column *own)
{
    memcpy(own, scores, sizeof *own);
    float most = most_of(own);
    for (unsigned c = 0; c < LABEL_COUNT; c++)
        set(own, c, expf(at(own, c) - most));
}

/* Multiplies a column by the token's factors and scales it to sum to 1, so that nothing overflows. */
static void weigh(struct column *column, const struct column *own)
{
    float sum = 0;
    for (unsigned h = 0; h < 2; h++)
        column->halves[h] *= own->halves[h];
    for (unsigned c = 0; c < LABEL_COUNT; c++)
        sum += at(column, c);
    if (sum > 0)
        for (unsigned h = 0; h < 2; h++)
            column->halves[h] /= sum;
    else
        fill(column, 1.0f / LABEL_COUNT);
}

/* The sums over all labels before. */
static void step_sums(const struct steps *steps, struct column *column)
{
    struct column sums = {0};
    for (unsigned b = 0; b < LABEL_COUNT; b++)
        for (unsigned h = 0; h < 2; h++)
            sums.halves[h] += at(column, b) * steps->from[b].halves[h];
    *column = sums;
}

static float share(const struct column *forward, const struct column *backward, uint8_t label)
{
    float sum = 0;
    for (unsigned c = 0; c < LABEL_COUNT; c++)
        sum += at(forward, c) * at(backward, c);
    return sum > 0 ? at(forward, label) * at(backward, label) / sum : 0;
}

void labeller_marginals(const struct model_head *head, const label_scores *scores, size_t count,
                        const uint8_t *labels, float *probabilities)
{
    struct steps ahead, back;
    struct column column = {0}, *forward = memory_calloc(count + 1, sizeof *forward),
                  *own = memory_calloc(count + 1, sizeof *own);
    fill_factors(head, &ahead, &back);
    set(&column, LABEL_NONE, 1);
    for (size_t i = 0; i < count; i++) {
        fill_own(scores[i], &own[i]);
        step_sums(&ahead, &column);
        weigh(&column, &own[i]);
        forward[i] = column;
    }
    fill(&column, 1);
    for (size_t i = count; i-- > 0;) {
        probabilities[i] = share(&forward[i], &column, labels[i]);
        weigh(&column, &own[i]);
        step_sums(&back, &column);
    }
    free(forward);
    free(own);
}
