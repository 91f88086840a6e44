/* train_labeller.c: fits the conditional random field by stochastic gradients of its likelihood, a paragraph
 * a step, with rates of their own for each weight (AdaGrad; Duchi, Hazan & Singer 2011). Where a field ends
 * depends on the order of its steps, by half a point of F1; the mean of a few fields is steadier than any of
 * them. */
#include "chain.h"
#include "train.h"

#include "whosaid/base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS = MODEL_LABELLER_ROW << MODEL_LABELLER_BITS, EPOCHS = 5, RUNS = 6 };

/* Tuned on the articles held out. */
static const float first_rate = 0.007f, cooling = 0.8f, shrinking = 1e-5f;

/* The share of features that a step leaves out (dropout; Hinton et al. 2012), so that none is relied on
 * alone. */
static const float dropped = 0.3f;

/* A paragraph ready for many epochs: the rows of each token's features. */
struct sequence {
    uint32_t *rows;
    const uint8_t *labels;
    size_t count, features; /* tokens; rows a token */
};

typedef VECTOR(struct sequence) sequence_vector;

struct weight {
    float value, squares;
};

enum { DROPPED_ROW = 1 << MODEL_LABELLER_BITS }; /* a row of zeros, in place of a feature left out */

struct field {
    struct weight *cells; /* [DROPPED_ROW + 1][MODEL_LABELLER_ROW] */
    struct weight transitions[MODEL_LABELLER_ROW][MODEL_LABELLER_ROW];
    struct chain chain; /* scratch, for the longest sequence */
    uint32_t *rows;     /* those of the step, less what it leaves out */
    float rate;
    uint64_t random;
};

/* The weights of several fields, added up. */
struct sums {
    float *cells;
    float transitions[MODEL_LABELLER_ROW][MODEL_LABELLER_ROW];
};

static void step(struct weight *w, float gradient, float rate)
{
    w->squares += gradient * gradient;
    w->value += rate * gradient / sqrtf(w->squares + 1e-6f) - shrinking * w->value;
}

static void score(struct field *field, const struct sequence *s)
{
    for (size_t i = 0; i < s->count; i++) {
        float *sums = field->chain.scores[i];
        memset(sums, 0, MODEL_LABELLER_ROW * sizeof *sums);
        for (size_t f = 0; f < s->features; f++) {
            const struct weight *row =
                field->cells + (size_t)field->rows[i * s->features + f] * MODEL_LABELLER_ROW;
            for (size_t c = 0; c < LABEL_COUNT; c++)
                sums[c] += row[c].value;
        }
    }
}

static void learn_token(struct field *field, const struct sequence *s, size_t i)
{
    const float *errors = field->chain.errors[i];
    for (size_t c = 0; c < LABEL_COUNT; c++) {
        if (fabsf(errors[c]) < 1e-4f)
            continue;
        for (size_t f = 0; f < s->features; f++) {
            uint32_t row = field->rows[i * s->features + f];
            if (row != DROPPED_ROW)
                step(&field->cells[(size_t)row * MODEL_LABELLER_ROW + c], errors[c], field->rate);
        }
    }
}

static void learn_transitions(struct field *field)
{
    for (unsigned a = 0; a < LABEL_COUNT; a++)
        for (unsigned b = 0; b < LABEL_COUNT; b++)
            if (label_may_follow(a, b))
                step(&field->transitions[a][b], field->chain.steps[a][b], field->rate);
}

static void drop_features(struct field *field, const struct sequence *s)
{
    const uint32_t limit = (uint32_t)(dropped * 65536);
    for (size_t i = 0; i < s->count * s->features; i++)
        field->rows[i] = train_random(&field->random) >> 48 < limit ? DROPPED_ROW : s->rows[i];
}

static void learn(struct field *field, const struct sequence *s)
{
    label_table transitions;
    for (size_t a = 0; a < LABEL_COUNT; a++)
        for (size_t b = 0; b < LABEL_COUNT; b++)
            transitions[a][b] = field->transitions[a][b].value;
    drop_features(field, s);
    score(field, s);
    chain_learn(&field->chain, transitions, s->labels, s->count);
    for (size_t i = 0; i < s->count; i++)
        learn_token(field, s, i);
    learn_transitions(field);
}

static struct sequence make_sequence(const struct example *example)
{
    uint32_t rows[LABELLER_MOST_FEATURES];
    struct sequence s = {.labels = example->labels, .count = example->observations.count};
    for (size_t i = 0; i < s.count; i++) {
        s.features = labeller_features(&example->observations, i, rows);
        if (!s.rows)
            s.rows = memory_calloc(s.count * s.features, sizeof *s.rows);
        memcpy(s.rows + i * s.features, rows, s.features * sizeof *rows);
    }
    return s;
}

static void make_sequences(document_vector *documents, sequence_vector *sequences)
{
    vector_each (documents, document)
        if (!document->held_out)
            vector_each (&document->examples, example)
                if (example->observations.count > 0)
                    vector_push(sequences, make_sequence(example));
}

static void shuffle(sequence_vector *sequences, uint64_t *state)
{
    for (size_t i = sequences->size; i > 1; i--) {
        size_t other = train_random(state) % i;
        struct sequence swap = sequences->data[i - 1];
        sequences->data[i - 1] = sequences->data[other];
        sequences->data[other] = swap;
    }
}

static void init_field(struct field *field, sequence_vector *sequences)
{
    size_t longest = 1, most_rows = 1;
    vector_each (sequences, s) {
        longest = s->count > longest ? s->count : longest;
        most_rows = s->count * s->features > most_rows ? s->count * s->features : most_rows;
    }
    *field = (struct field){.random = 2};
    field->cells = memory_calloc(CELLS + MODEL_LABELLER_ROW, sizeof *field->cells);
    field->rows = memory_calloc(most_rows, sizeof *field->rows);
    chain_init(&field->chain, longest);
}

static void clear_field(struct field *field)
{
    memset(field->cells, 0, CELLS * sizeof *field->cells);
    memset(field->transitions, 0, sizeof field->transitions);
    field->rate = first_rate;
}

static void release_field(struct field *field)
{
    free(field->cells);
    free(field->rows);
    chain_release(&field->chain);
}

static void finish(const struct sums *sums, int8_t *weights, struct model_head *head)
{
    head->labeller_scale = train_round(sums->cells, CELLS, weights) / RUNS;
    for (size_t a = 0; a < LABEL_COUNT; a++)
        for (size_t b = 0; b < LABEL_COUNT; b++)
            head->transitions[a][b] = sums->transitions[a][b] / RUNS;
}

/* Fits a field from nothing and adds its weights to the sum. */
static void fit(struct field *field, sequence_vector *sequences, uint64_t *state, struct sums *sums)
{
    clear_field(field);
    for (int epoch = 0; epoch < EPOCHS; epoch++, field->rate *= cooling) {
        shuffle(sequences, state);
        vector_each (sequences, s)
            learn(field, s);
    }
    for (size_t i = 0; i < CELLS; i++)
        sums->cells[i] += field->cells[i].value * (1 - dropped); /* none is left out later */
    for (size_t a = 0; a < LABEL_COUNT; a++)
        for (size_t b = 0; b < LABEL_COUNT; b++)
            sums->transitions[a][b] += field->transitions[a][b].value;
}

void train_labeller(document_vector *documents, int8_t *weights, struct model_head *head)
{
    sequence_vector sequences = {0};
    struct field field;
    struct sums sums = {.cells = memory_calloc(CELLS, sizeof *sums.cells)};
    uint64_t state = 1;
    make_sequences(documents, &sequences);
    init_field(&field, &sequences);
    for (int run = 0; run < RUNS; run++)
        fit(&field, &sequences, &state, &sums);
    finish(&sums, weights, head);
    vector_each (&sequences, s)
        free(s->rows);
    vector_release(&sequences);
    release_field(&field);
    free(sums.cells);
}
