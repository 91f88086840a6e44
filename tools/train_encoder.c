/* train_encoder.c: fits the encoder (src/annotate/encoder.h) as a linear-chain conditional random field of
 * its own, by stochastic gradients of its likelihood: AdaGrad (Duchi, Hazan & Singer 2011) for the table, a
 * paragraph a step; Adam (Kingma & Ba 2015) for the rest, a few paragraphs a step. What is written is the
 * mean over the later steps (Polyak & Juditsky 1992). */
#include "chain.h"
#include "encoder.h"
#include "train.h"

#include "whosaid/base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    EPOCHS = 8,
    PARAGRAPHS_A_STEP = 4,
    FIRST_MEAN_EPOCH = 2, /* from which on weights go into the mean, */
    MEAN_EVERY = 1000,    /* once in so many paragraphs */
    ROW = MODEL_ENCODER_ROW,
    GATES = MODEL_ENCODER_GATES,
    STATES = MODEL_ENCODER_STATES,
    WAY = ENCODER_ONE_WAY,
    CELLS = MODEL_ENCODER_ROW << MODEL_ENCODER_BITS,
};

/* Tuned on the articles held out. Dropped are a share of the features, of the numbers of their sum, and of
 * those that the first layer hands on. */
static const float table_rate = 0.02f, weights_rate = 0.001f, cooling = 0.7f;
static const float dropped_features = 0.3f, dropped_inputs = 0.2f, dropped_states = 0.2f;

/* A paragraph, or a piece of a long one, ready for many epochs. */
struct piece {
    uint32_t (*rows)[ENCODER_FEATURES];
    const uint8_t *labels;
    size_t count;
};

typedef VECTOR(struct piece) piece_vector;

/* All that Adam moves; nothing but floats. */
struct weights {
    struct encoder_weights encoder;
    label_table transitions;
};

enum { WEIGHTS = sizeof(struct weights) / sizeof(float) };

/* What a layer made of a token, and in back_* how much better each number should be. */
struct layer_state {
    float raw[GATES];                  /* gates before they are bent, */
    float keep[STATES], fresh[STATES]; /* and after, forwards then backwards */
    float cells[STATES], states[STATES];
    float scale[STATES], out[STATES]; /* what is left out, 0, and the states less that */
    float back_states[STATES], back_gates[GATES];
};

struct token_state {
    uint32_t rows[ENCODER_FEATURES]; /* or LEFT_OUT */
    float sum[ROW], scale[ROW], input[ROW], back_input[ROW];
    struct layer_state layers[ENCODER_LAYERS];
};

#define LEFT_OUT UINT32_MAX

struct network {
    struct weights now, gradients, moments, squares, mean;
    float *table, *table_squares, *table_mean;
    size_t steps, means;
    float table_rate, rate;
    struct token_state *tokens; /* scratch, for the longest piece */
    struct chain chain;
    uint64_t random;
};

static float random_share(struct network *n)
{
    return (float)(train_random(&n->random) >> 40) / (float)(1 << 24);
}

/* 0, or what makes up for those that are 0. */
static float drop(struct network *n, float share)
{
    return random_share(n) < share ? 0 : 1 / (1 - share);
}

/* --- forwards: as in encoder.c, but that all is kept and some left out ---------------------------- */

static void embed(struct network *n, const uint32_t *rows, struct token_state *t)
{
    memcpy(t->sum, n->now.encoder.bias, sizeof t->sum);
    for (size_t f = 0; f < ENCODER_FEATURES; f++) {
        float scale = drop(n, dropped_features);
        t->rows[f] = scale > 0 ? rows[f] : LEFT_OUT;
        for (size_t i = 0; scale > 0 && i < ROW; i++)
            t->sum[i] += scale * n->table[(size_t)rows[f] * ROW + i];
    }
    for (size_t i = 0; i < ROW; i++) {
        t->scale[i] = drop(n, dropped_inputs);
        t->input[i] = encoder_bend(t->sum[i]) * t->scale[i];
    }
}

static const float *layer_input(const struct token_state *t, size_t layer)
{
    return layer == 0 ? t->input : t->layers[layer - 1].out;
}

static size_t layer_inputs(size_t layer)
{
    return layer == 0 ? ROW : STATES;
}

/* Where a layer's gate for what to keep of a state stands; that for what is new stands WAY behind it. */
static size_t gate_of(size_t state)
{
    return state < WAY ? state : state + WAY;
}

static void open_gates(const struct encoder_layer *w, const float *input, size_t inputs,
                       struct layer_state *l)
{
    memcpy(l->raw, w->bias, sizeof l->raw);
    for (size_t i = 0; i < inputs; i++)
        for (size_t g = 0; g < GATES; g++)
            l->raw[g] += w->weights[i][g] * input[i];
    for (size_t s = 0; s < STATES; s++) {
        l->keep[s] = encoder_gate(l->raw[gate_of(s)]);
        l->fresh[s] = l->raw[gate_of(s) + WAY];
    }
}

/* The cells of the token before, in the direction of the state; NULL for the first. */
static const float *cells_before(const struct network *n, size_t count, size_t i, size_t layer, size_t state)
{
    if (state < WAY)
        return i > 0 ? n->tokens[i - 1].layers[layer].cells : NULL;
    return i + 1 < count ? n->tokens[i + 1].layers[layer].cells : NULL;
}

static void advance(struct network *n, size_t count, size_t i, size_t layer, size_t first)
{
    struct layer_state *l = &n->tokens[i].layers[layer];
    const float *before = cells_before(n, count, i, layer, first);
    for (size_t s = first; s < first + WAY; s++)
        l->cells[s] = l->keep[s] * (before ? before[s] : 0) + (1 - l->keep[s]) * l->fresh[s];
}

static void run_layer(struct network *n, size_t count, size_t layer)
{
    for (size_t i = 0; i < count; i++)
        open_gates(&n->now.encoder.layers[layer], layer_input(&n->tokens[i], layer), layer_inputs(layer),
                   &n->tokens[i].layers[layer]);
    for (size_t i = 0; i < count; i++)
        advance(n, count, i, layer, 0);
    for (size_t i = count; i-- > 0;)
        advance(n, count, i, layer, WAY);
    for (size_t i = 0; i < count; i++) {
        struct layer_state *l = &n->tokens[i].layers[layer];
        for (size_t s = 0; s < STATES; s++) {
            l->scale[s] = layer + 1 < ENCODER_LAYERS ? drop(n, dropped_states) : 1;
            l->states[s] = encoder_bend(l->cells[s]);
            l->out[s] = l->states[s] * l->scale[s];
        }
    }
}

static void score(struct network *n, size_t count)
{
    const struct encoder_weights *w = &n->now.encoder;
    for (size_t i = 0; i < count; i++) {
        const struct token_state *t = &n->tokens[i];
        float *scores = n->chain.scores[i];
        memset(scores, 0, MODEL_LABELLER_ROW * sizeof *scores);
        for (size_t l = 0; l < ENCODER_LAYERS; l++)
            for (size_t s = 0; s < STATES; s++)
                for (size_t c = 0; c < LABEL_COUNT; c++)
                    scores[c] += t->layers[l].out[s] * w->from_states[l][s][c];
        for (size_t s = 0; s < ROW; s++)
            for (size_t c = 0; c < LABEL_COUNT; c++)
                scores[c] += t->input[s] * w->from_input[s][c];
    }
}

/* --- backwards ----------------------------------------------------------------------------------- */

/* How steep encoder_bend is. */
static float bend_slope(float x)
{
    float root = fabsf(x) < 3 ? (9 - x * x) / (3 * (3 + x * x)) : 0;
    return root * root;
}

static float gate_slope(float x)
{
    return 0.25f * bend_slope(0.5f * x + 0.5f);
}

/* From the errors of a token's labels to its states and its input; the gradients of what turns one into the
 * other. */
static void blame_scores(struct network *n, size_t i)
{
    const struct encoder_weights *w = &n->now.encoder;
    struct encoder_weights *g = &n->gradients.encoder;
    struct token_state *t = &n->tokens[i];
    memset(t->back_input, 0, sizeof t->back_input);
    for (size_t l = 0; l < ENCODER_LAYERS; l++)
        memset(t->layers[l].back_states, 0, sizeof t->layers[l].back_states);
    for (size_t c = 0; c < LABEL_COUNT; c++) {
        float error = n->chain.errors[i][c];
        for (size_t l = 0; l < ENCODER_LAYERS; l++)
            for (size_t s = 0; s < STATES; s++) {
                g->from_states[l][s][c] += error * t->layers[l].out[s];
                t->layers[l].back_states[s] += error * w->from_states[l][s][c];
            }
        for (size_t s = 0; s < ROW; s++) {
            g->from_input[s][c] += error * t->input[s];
            t->back_input[s] += error * w->from_input[s][c];
        }
    }
}

/* One token back, against the direction of the states from first on; carry is what came from behind. */
static void retreat(struct network *n, size_t count, size_t i, size_t layer, size_t first, float *carry)
{
    struct layer_state *l = &n->tokens[i].layers[layer];
    const float *before = cells_before(n, count, i, layer, first);
    for (size_t s = first; s < first + WAY; s++) {
        float error = l->back_states[s] * l->scale[s] * bend_slope(l->cells[s]) + carry[s - first];
        float change = (before ? before[s] : 0) - l->fresh[s];
        l->back_gates[gate_of(s)] = error * change * gate_slope(l->raw[gate_of(s)]);
        l->back_gates[gate_of(s) + WAY] = error * (1 - l->keep[s]);
        carry[s - first] = error * l->keep[s];
    }
}

static void blame_gates(struct network *n, size_t i, size_t layer)
{
    const struct encoder_layer *w = &n->now.encoder.layers[layer];
    struct encoder_layer *g = &n->gradients.encoder.layers[layer];
    struct token_state *t = &n->tokens[i];
    const float *input = layer_input(t, layer), *back = t->layers[layer].back_gates;
    float *to = layer == 0 ? t->back_input : t->layers[layer - 1].back_states;
    for (size_t k = 0; k < GATES; k++)
        g->bias[k] += back[k];
    for (size_t s = 0; s < layer_inputs(layer); s++) {
        float sum = 0;
        for (size_t k = 0; k < GATES; k++) {
            g->weights[s][k] += back[k] * input[s];
            sum += back[k] * w->weights[s][k];
        }
        to[s] += sum;
    }
}

static void blame_layer(struct network *n, size_t count, size_t layer)
{
    float carry[2][WAY] = {{0}};
    for (size_t i = count; i-- > 0;)
        retreat(n, count, i, layer, 0, carry[0]);
    for (size_t i = 0; i < count; i++)
        retreat(n, count, i, layer, WAY, carry[1]);
    for (size_t i = 0; i < count; i++)
        blame_gates(n, i, layer);
}

/* The table learns at once: each row is in few paragraphs. */
static void blame_rows(struct network *n, struct token_state *t)
{
    for (size_t i = 0; i < ROW; i++) {
        t->back_input[i] *= t->scale[i] * bend_slope(t->sum[i]);
        n->gradients.encoder.bias[i] += t->back_input[i];
    }
    for (size_t f = 0; f < ENCODER_FEATURES; f++) {
        size_t row = t->rows[f] == LEFT_OUT ? 0 : (size_t)t->rows[f] * ROW;
        for (size_t i = 0; t->rows[f] != LEFT_OUT && i < ROW; i++) {
            float gradient = t->back_input[i] / (1 - dropped_features);
            n->table_squares[row + i] += gradient * gradient;
            n->table[row + i] += n->table_rate * gradient / sqrtf(n->table_squares[row + i] + 1e-6f);
        }
    }
}

static void learn(struct network *n, const struct piece *piece)
{
    for (size_t i = 0; i < piece->count; i++)
        embed(n, piece->rows[i], &n->tokens[i]);
    for (size_t layer = 0; layer < ENCODER_LAYERS; layer++)
        run_layer(n, piece->count, layer);
    score(n, piece->count);
    chain_learn(&n->chain, n->now.transitions, piece->labels, piece->count);
    for (size_t a = 0; a < LABEL_COUNT; a++)
        for (size_t b = 0; b < LABEL_COUNT; b++)
            n->gradients.transitions[a][b] += n->chain.steps[a][b];
    for (size_t i = 0; i < piece->count; i++)
        blame_scores(n, i);
    for (size_t layer = ENCODER_LAYERS; layer-- > 0;)
        blame_layer(n, piece->count, layer);
    for (size_t i = 0; i < piece->count; i++)
        blame_rows(n, &n->tokens[i]);
}

/* --- steps, and the mean over them ---------------------------------------------------------------- */

static void adam_step(struct network *n)
{
    const float slow = 0.999f, quick = 0.9f;
    float *now = (float *)&n->now, *gradients = (float *)&n->gradients, *moments = (float *)&n->moments,
          *squares = (float *)&n->squares;
    n->steps++;
    float young = 1 - powf(quick, (float)n->steps), old = 1 - powf(slow, (float)n->steps);
    for (size_t i = 0; i < WEIGHTS; i++) {
        float g = gradients[i];
        moments[i] = quick * moments[i] + (1 - quick) * g;
        squares[i] = slow * squares[i] + (1 - slow) * g * g;
        now[i] += n->rate * (moments[i] / young) / (sqrtf(squares[i] / old) + 1e-8f);
    }
    memset(&n->gradients, 0, sizeof n->gradients);
}

static void add_to_mean(struct network *n)
{
    const float *now = (const float *)&n->now;
    float *mean = (float *)&n->mean;
    n->means++;
    for (size_t i = 0; i < WEIGHTS; i++)
        mean[i] += (now[i] - mean[i]) / (float)n->means;
    for (size_t i = 0; i < CELLS; i++)
        n->table_mean[i] += (n->table[i] - n->table_mean[i]) / (float)n->means;
}

static void fit(struct network *n, piece_vector *pieces)
{
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        for (size_t i = pieces->size; i > 1; i--) {
            size_t other = train_random(&n->random) % i;
            struct piece swap = pieces->data[i - 1];
            pieces->data[i - 1] = pieces->data[other];
            pieces->data[other] = swap;
        }
        for (size_t i = 0; i < pieces->size; i++) {
            learn(n, &pieces->data[i]);
            if (i % PARAGRAPHS_A_STEP == PARAGRAPHS_A_STEP - 1)
                adam_step(n);
            if (epoch >= FIRST_MEAN_EPOCH && i % MEAN_EVERY == MEAN_EVERY - 1)
                add_to_mean(n);
        }
        n->rate *= cooling;
        n->table_rate *= cooling;
    }
}

/* --- what goes in and what comes out ---------------------------------------------------------------- */

static void add_pieces(piece_vector *pieces, const struct example *example)
{
    const struct observations *all = &example->observations;
    for (size_t first = 0; first < all->count; first += ENCODER_MOST_TOKENS) {
        size_t left = all->count - first;
        struct piece piece = {.labels = example->labels + first,
                              .count = left < ENCODER_MOST_TOKENS ? left : ENCODER_MOST_TOKENS};
        piece.rows = memory_calloc(piece.count, sizeof *piece.rows);
        for (size_t i = 0; i < piece.count; i++)
            encoder_features(all, first + i, piece.rows[i]);
        vector_push(pieces, piece);
    }
}

static void spread(struct network *n, float *weights, size_t count, float width)
{
    for (size_t i = 0; i < count; i++)
        weights[i] = width * (2 * random_share(n) - 1);
}

/* Random weights between the layers, so that their numbers come to differ; an empty table. */
static struct network *network_new(void)
{
    struct network *n = memory_calloc(1, sizeof *n);
    struct encoder_weights *w = &n->now.encoder;
    *n = (struct network){.table_rate = table_rate, .rate = weights_rate, .random = 3};
    n->table = memory_calloc(CELLS, sizeof *n->table);
    n->table_squares = memory_calloc(CELLS, sizeof *n->table);
    n->table_mean = memory_calloc(CELLS, sizeof *n->table);
    n->tokens = memory_calloc(ENCODER_MOST_TOKENS, sizeof *n->tokens);
    chain_init(&n->chain, ENCODER_MOST_TOKENS);
    for (size_t l = 0; l < ENCODER_LAYERS; l++) {
        spread(n, w->layers[l].weights[0], layer_inputs(l) * GATES, sqrtf(3.0f / (float)layer_inputs(l)));
        spread(n, w->from_states[l][0], STATES * MODEL_LABELLER_ROW, 0.08f);
    }
    spread(n, w->from_input[0], ROW * MODEL_LABELLER_ROW, 0.08f);
    return n;
}

static void network_free(struct network *n)
{
    free(n->table);
    free(n->table_squares);
    free(n->table_mean);
    free(n->tokens);
    chain_release(&n->chain);
    free(n);
}

float train_encoder(document_vector *documents, int8_t *table, struct encoder_weights *weights,
                    float transitions[MODEL_LABELLER_ROW][MODEL_LABELLER_ROW])
{
    piece_vector pieces = {0};
    struct network *n = network_new();
    vector_each (documents, document)
        if (!document->held_out)
            vector_each (&document->examples, example)
                add_pieces(&pieces, example);
    fit(n, &pieces);
    *weights = n->mean.encoder;
    float scale = train_round(n->table_mean, CELLS, table);
    memcpy(transitions, n->mean.transitions, sizeof n->mean.transitions);
    vector_each (&pieces, piece)
        free(piece->rows);
    vector_release(&pieces);
    network_free(n);
    return scale;
}
