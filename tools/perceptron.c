/* perceptron.c: see perceptron.h. */
#include "perceptron.h"

#include "whosaid/base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What the mean weight becomes, of 127. Higher, and too many are cut: 12 costs the parser a point. */
static const double spread = 4;

void perceptron_open(struct perceptron *p, size_t rows, size_t width)
{
    *p = (struct perceptron){.cells = rows * width, .width = width};
    p->weights = memory_calloc(p->cells, sizeof *p->weights);
    p->totals = memory_calloc(p->cells, sizeof *p->totals);
    p->changed = memory_calloc(p->cells, sizeof *p->changed);
}

void perceptron_close(struct perceptron *p)
{
    free(p->weights);
    free(p->totals);
    free(p->changed);
}

void perceptron_score(const struct perceptron *p, const uint32_t *rows, size_t count, int32_t *scores)
{
    memset(scores, 0, p->width * sizeof *scores);
    for (size_t f = 0; f < count; f++)
        for (size_t c = 0; c < p->width; c++)
            scores[c] += p->weights[(size_t)rows[f] * p->width + c];
}

static void change(struct perceptron *p, size_t cell, int32_t by)
{
    p->totals[cell] += (int64_t)p->weights[cell] * (p->now - p->changed[cell]);
    p->changed[cell] = p->now;
    p->weights[cell] += by;
}

void perceptron_mend(struct perceptron *p, const uint32_t *rows, size_t count, unsigned right, unsigned wrong)
{
    for (size_t f = 0; f < count; f++) {
        change(p, (size_t)rows[f] * p->width + right, 1);
        change(p, (size_t)rows[f] * p->width + wrong, -1);
    }
}

void perceptron_finish(struct perceptron *p, int8_t *weights)
{
    double sum = 0, count = 0;
    for (size_t i = 0; i < p->cells; i++) {
        p->totals[i] += (int64_t)p->weights[i] * (p->now - p->changed[i]);
        if (p->totals[i] != 0) {
            sum += fabs((double)p->totals[i]);
            count++;
        }
    }
    double scale = count > 0 ? spread * count / sum : 1;
    for (size_t i = 0; i < p->cells; i++)
        weights[i] = (int8_t)fmax(-127, fmin(127, round((double)p->totals[i] * scale)));
}
