/* perceptron.h: an averaged perceptron (Collins 2002; Freund & Schapire 1999) over hashed features, for the
 * tagger and the parser. */
#ifndef WHOSAID_TOOLS_PERCEPTRON_H
#define WHOSAID_TOOLS_PERCEPTRON_H

#include <stddef.h>
#include <stdint.h>

/* Weights, their sums over time, and when each last changed: [rows][width], one a class in a row. */
struct perceptron {
    size_t cells, width;
    int32_t *weights;
    int64_t *totals;
    uint32_t *changed;
    uint32_t now; /* steps so far; the caller counts them */
};

enum { PERCEPTRON_MOST_CLASSES = 64 };

void perceptron_open(struct perceptron *p, size_t rows, size_t width);
void perceptron_close(struct perceptron *p);

/* What the features say for each class. scores: width of them. */
void perceptron_score(const struct perceptron *p, const uint32_t *rows, size_t count, int32_t *scores);

/* Learns that it was right, not wrong. */
void perceptron_mend(struct perceptron *p, const uint32_t *rows, size_t count, unsigned right,
                     unsigned wrong);

/* Writes the averages, scaled so that few of them are cut. weights: cells of them. */
void perceptron_finish(struct perceptron *p, int8_t *weights);

#endif
