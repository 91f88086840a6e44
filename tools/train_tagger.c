/* train_tagger.c: an averaged perceptron (Collins 2002; Freund & Schapire 1999) for the tagger. */
#include "train.h"

#include "whosaid/base/memory.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EPOCHS = 4, CELLS = MODEL_TAGGER_ROW << MODEL_TAGGER_BITS };

/* Weights, their sums over time, and when each last changed. */
struct perceptron {
    int32_t *weights;
    int64_t *totals;
    uint32_t *changed;
    uint32_t now;
};

static void change(struct perceptron *p, uint32_t row, uint8_t class, int32_t by)
{
    size_t cell = (size_t)row * MODEL_TAGGER_ROW + class;
    p->totals[cell] += (int64_t)p->weights[cell] * (p->now - p->changed[cell]);
    p->changed[cell] = p->now;
    p->weights[cell] += by;
}

static uint8_t predict(const struct perceptron *p, const uint32_t *rows, size_t count)
{
    int32_t scores[MODEL_TAGGER_ROW] = {0};
    for (size_t f = 0; f < count; f++)
        for (size_t c = 0; c < MODEL_TAGGER_ROW; c++)
            scores[c] += p->weights[(size_t)rows[f] * MODEL_TAGGER_ROW + c];
    uint8_t best = 0;
    for (uint8_t c = 1; c < PART_COUNT; c++)
        if (scores[c] > scores[best])
            best = c;
    return best;
}

/* Tags the example as the tagger would and mends the weights after each mistake. */
static void learn(struct perceptron *p, struct example *example)
{
    uint32_t rows[TAGGER_MOST_FEATURES];
    for (size_t i = 0; i < example->observations.count; i++, p->now++) {
        size_t count = tagger_features(&example->observations, i, rows);
        uint8_t guess = predict(p, rows, count), gold = example->parts[i];
        example->observations.items[i].part = guess;
        for (size_t f = 0; guess != gold && f < count; f++) {
            change(p, rows[f], gold, 1);
            change(p, rows[f], guess, -1);
        }
    }
}

/* The averages, scaled so that few of them are cut. */
static void finish(struct perceptron *p, int8_t *weights)
{
    double sum = 0, count = 0;
    for (size_t i = 0; i < CELLS; i++) {
        p->totals[i] += (int64_t)p->weights[i] * (p->now - p->changed[i]);
        if (p->totals[i] != 0) {
            sum += fabs((double)p->totals[i]);
            count++;
        }
    }
    double scale = count > 0 ? 12 * count / sum : 1;
    for (size_t i = 0; i < CELLS; i++)
        weights[i] = (int8_t)fmax(-127, fmin(127, round((double)p->totals[i] * scale)));
}

void train_tagger(document_vector *documents, unsigned folds, unsigned fold, int8_t *weights)
{
    struct perceptron p = {
        .weights = memory_calloc(CELLS, sizeof *p.weights),
        .totals = memory_calloc(CELLS, sizeof *p.totals),
        .changed = memory_calloc(CELLS, sizeof *p.changed),
    };
    for (int epoch = 0; epoch < EPOCHS; epoch++)
        for (size_t b = 0; b < documents->size; b++) {
            struct document *document = &documents->data[b];
            if (document->held_out || (folds && b % folds == fold))
                continue;
            vector_each (&document->examples, example)
                if (example->parts)
                    learn(&p, example);
        }
    finish(&p, weights);
    free(p.weights);
    free(p.totals);
    free(p.changed);
}
