/* train_tagger.c: the tagger's perceptron. */
#include "train.h"

#include "perceptron.h"

enum { EPOCHS = 4 };

static uint8_t best_part(const int32_t *scores)
{
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
    int32_t scores[PERCEPTRON_MOST_CLASSES];
    for (size_t i = 0; i < example->observations.count; i++, p->now++) {
        size_t count = tagger_features(&example->observations, i, rows);
        perceptron_score(p, rows, count, scores);
        uint8_t guess = best_part(scores), gold = example->parts[i];
        example->observations.items[i].part = guess;
        if (guess != gold)
            perceptron_mend(p, rows, count, gold, guess);
    }
}

void train_tagger(document_vector *documents, unsigned folds, unsigned fold, int8_t *weights)
{
    struct perceptron p;
    perceptron_open(&p, (size_t)1 << MODEL_TAGGER_BITS, MODEL_TAGGER_ROW);
    for (int epoch = 0; epoch < EPOCHS; epoch++)
        for (size_t d = 0; d < documents->size; d++) {
            struct document *document = &documents->data[d];
            if (document->held_out || (folds && d % folds == fold))
                continue;
            vector_each (&document->examples, example)
                if (example->parts)
                    learn(&p, example);
        }
    perceptron_finish(&p, weights);
    perceptron_close(&p);
}
