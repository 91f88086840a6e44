/* chain.c: see chain.h. */
#include "chain.h"

#include "whosaid/base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void chain_init(struct chain *chain, size_t most)
{
    *chain = (struct chain){0};
    chain->scores = memory_calloc(most, sizeof *chain->scores);
    chain->errors = memory_calloc(most, sizeof *chain->errors);
    chain->forward = memory_calloc(most, sizeof *chain->forward);
    chain->backward = memory_calloc(most, sizeof *chain->backward);
}

void chain_release(struct chain *chain)
{
    free(chain->scores);
    free(chain->errors);
    free(chain->forward);
    free(chain->backward);
}

/* Turns scores into factors of at most 1; what is taken out cancels in the probabilities. */
static void exponentiate(struct chain *chain, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        float most = -INFINITY;
        for (size_t c = 0; c < LABEL_COUNT; c++)
            most = fmaxf(most, chain->scores[i][c]);
        for (size_t c = 0; c < LABEL_COUNT; c++)
            chain->scores[i][c] = expf(chain->scores[i][c] - most);
    }
}

static void normalise(float *column)
{
    float sum = 0;
    for (size_t c = 0; c < LABEL_COUNT; c++)
        sum += column[c];
    for (size_t c = 0; c < LABEL_COUNT; c++)
        column[c] /= sum;
}

static void fill_factors(label_table transitions, label_table factors)
{
    for (unsigned a = 0; a < LABEL_COUNT; a++)
        for (unsigned b = 0; b < LABEL_COUNT; b++)
            factors[a][b] = label_may_follow(a, b) ? expf(transitions[a][b]) : 0;
}

/* Forward and backward sums, each column scaled to sum to 1. */
static void sum_paths(struct chain *chain, size_t count, label_table factors)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t b = 0; b < LABEL_COUNT; b++) {
            float sum = i == 0 ? factors[LABEL_NONE][b] : 0;
            for (size_t a = 0; i > 0 && a < LABEL_COUNT; a++)
                sum += chain->forward[i - 1][a] * factors[a][b];
            chain->forward[i][b] = sum * chain->scores[i][b];
        }
        normalise(chain->forward[i]);
    }
    for (size_t i = count; i-- > 0;) {
        for (size_t a = 0; a < LABEL_COUNT; a++) {
            float sum = i + 1 == count;
            for (size_t b = 0; i + 1 < count && b < LABEL_COUNT; b++)
                sum += factors[a][b] * chain->scores[i + 1][b] * chain->backward[i + 1][b];
            chain->backward[i][a] = sum;
        }
        normalise(chain->backward[i]);
    }
}

static void find_errors(struct chain *chain, const uint8_t *labels, size_t i)
{
    float sum = 0;
    for (size_t c = 0; c < LABEL_COUNT; c++)
        sum += chain->errors[i][c] = chain->forward[i][c] * chain->backward[i][c];
    for (size_t c = 0; c < LABEL_COUNT; c++)
        chain->errors[i][c] = (float)(c == labels[i]) - chain->errors[i][c] / sum;
}

/* What stands at token i behind what stands before it. */
static void add_step(struct chain *chain, const uint8_t *labels, size_t i, label_table factors)
{
    float belief[LABEL_COUNT][LABEL_COUNT], sum = 0;
    for (size_t a = 0; a < LABEL_COUNT; a++)
        for (size_t b = 0; b < LABEL_COUNT; b++)
            sum += belief[a][b] =
                chain->forward[i - 1][a] * factors[a][b] * chain->scores[i][b] * chain->backward[i][b];
    for (size_t a = 0; a < LABEL_COUNT; a++)
        for (size_t b = 0; b < LABEL_COUNT; b++)
            chain->steps[a][b] += (float)(a == labels[i - 1] && b == labels[i]) - belief[a][b] / sum;
}

void chain_learn(struct chain *chain, label_table transitions, const uint8_t *labels, size_t count)
{
    label_table factors;
    exponentiate(chain, count);
    fill_factors(transitions, factors);
    sum_paths(chain, count, factors);
    memset(chain->steps, 0, sizeof chain->steps);
    for (size_t i = 0; i < count; i++)
        find_errors(chain, labels, i);
    for (size_t i = 1; i < count; i++)
        add_step(chain, labels, i, factors);
}
