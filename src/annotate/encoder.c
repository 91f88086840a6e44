/* encoder.c: see encoder.h. */
#include "encoder.h"

#include "rows.h"
#include "wide.h"

#include "whosaid/base/memory.h"

#include <assert.h>
#include <stdlib.h>

static void add_token(struct features *f, const struct observation *o)
{
    features_add(f, o->word, 0);
    features_add(f, o->stem, 0);
    features_add(f, o->suffix3, 0);
    features_add(f, o->part, o->shape);
    features_add(f, o->lexicon, 0);
    features_add(f, o->sense, o->part);
    features_add(f, o->first, o->last);
    features_add(f, o->quoted, o->quote_size);
    features_add(f, o->rule_label, o->rule);
}

static void add_sentence(struct features *f, const struct observations *all, const struct observation *o)
{
    const struct observation *head = observation_by_index(all, o->head);
    const struct observation *subject = observation_by_index(all, o->subject);
    features_add(f, o->dependency, 0);
    features_add(f, head->word, 0);
    features_add(f, head->part, o->part);
    features_add(f, head->sense, 0);
    features_add(f, o->children, 0);
    features_add(f, subject->word, 0);
    features_add(f, subject->sense, subject->part);
    features_add(f, o->cue_above.word, 0);
    features_add(f, o->cue_above.path, 0);
    features_add(f, o->cue_above.kind, o->cue_above.place);
    features_add(f, o->verb_above.path, 0);
    features_add(f, o->verb_above.kind, o->verb_above.place);
    features_add(f, o->segment, o->segment_after);
    features_add(f, o->cue_left.between, o->cue_left.distance);
    features_add(f, o->cue_right.between, o->cue_right.distance);
}

static void add_neighbours(struct features *f, const struct observations *all, size_t index)
{
    const struct observation *near[5];
    for (ptrdiff_t i = 0; i < 5; i++)
        near[i] = observation_at(all, (ptrdiff_t)index + i - 2);
    features_add(f, near[0]->word, 0);
    features_add(f, near[1]->word, 0);
    features_add(f, near[3]->word, 0);
    features_add(f, near[4]->word, 0);
    features_add(f, near[1]->word, near[2]->word);
    features_add(f, near[2]->word, near[3]->word);
    features_add(f, near[1]->part, near[3]->part);
    features_add(f, near[1]->sense, near[3]->sense);
}

static void add_kinds(struct features *f, const struct observations *all, size_t index)
{
    const struct observation *o = &all->items[index];
    const struct observation *head = observation_by_index(all, o->head);
    const struct observation *subject = observation_by_index(all, o->subject);
    const struct observation *before = observation_at(all, (ptrdiff_t)index - 1);
    const struct observation *behind = observation_at(all, (ptrdiff_t)index + 1);
    uint32_t cue = o->cue_above.word ? o->cue_above.token : NO_INDEX;
    uint32_t verb = o->verb_above.word ? o->verb_above.token : NO_INDEX;
    features_add(f, o->kind, o->part);
    features_add(f, o->other_kind, o->part);
    features_add(f, o->telling, o->part);
    features_add(f, head->kind, head->part);
    features_add(f, subject->kind, subject->part);
    features_add(f, before->kind, behind->kind);
    features_add(f, observation_by_index(all, cue)->telling, o->cue_above.place);
    features_add(f, observation_by_index(all, verb)->kind, o->verb_above.place);
}

void encoder_features(const struct observations *all, size_t index, uint32_t rows[ENCODER_FEATURES])
{
    struct features f;
    f.count = 0;
    add_token(&f, &all->items[index]);
    add_sentence(&f, all, &all->items[index]);
    add_neighbours(&f, all, index);
    add_kinds(&f, all, index);
    assert(f.count == ENCODER_FEATURES);
    features_find_rows(&f, MODEL_ENCODER_BITS, rows);
}

/* What a token comes to, layer by layer. */
struct activations {
    float input[MODEL_ENCODER_ROW];
    float gates[MODEL_ENCODER_GATES];
    float states[ENCODER_LAYERS][MODEL_ENCODER_STATES];
};

/* The sum of a token's embeddings, not bent yet. */
static void embed(const struct model *model, const uint32_t *rows, float *restrict input)
{
    const struct encoder_weights *w = model->encoder;
    int16_t sums[MODEL_ENCODER_ROW] = {0};
    rows_add(model->embeddings, MODEL_ENCODER_ROW, rows, ENCODER_FEATURES, sums);
    for (size_t i = 0; i < MODEL_ENCODER_ROW; i++)
        input[i] = w->bias[i] + model->head.embedding_scale * (float)sums[i];
}

static void embed_tokens(const struct model *model, const struct observations *all, size_t first,
                         size_t count, struct activations *tokens)
{
    uint32_t rows[2][ENCODER_FEATURES]; /* of this token and of the next one */
    for (size_t i = 0; i <= count; i++) {
        if (i < count) {
            encoder_features(all, first + i, rows[i % 2]);
            rows_fetch(model->embeddings, MODEL_ENCODER_ROW, rows[i % 2], ENCODER_FEATURES);
        }
        if (i > 0)
            embed(model, rows[(i - 1) % 2], tokens[i - 1].input);
    }
}

enum { LANES = 8, TOGETHER = 4 };

/* Eight numbers that may lie anywhere, and what a comparison says of each: all bits or none. */
typedef float lanes __attribute__((vector_size(LANES * sizeof(float)), aligned(sizeof(float)), may_alias));
typedef int32_t masks
    __attribute__((vector_size(LANES * sizeof(int32_t)), aligned(sizeof(float)), may_alias));

/* encoder_bend and encoder_gate, eight at a time; they round alike. By address, since how a function gives
 * back a vector depends on the processor. */
WIDE_INLINE void bend(lanes *x)
{
    const lanes most = (lanes){0} + 3;
    masks above = *x > most, below = *x < -most;
    lanes y = (lanes)((above & (masks)most) | (below & (masks)-most) | (~(above | below) & (masks)*x));
    *x = y * (27 + y * y) / (27 + 9 * y * y);
}

WIDE_INLINE void gate(lanes *x)
{
    lanes bent = 0.5f * *x + 0.5f;
    bend(&bent);
    *x = 0.5f + 0.5f * bent;
}

static const float *layer_input(const struct activations *token, size_t layer)
{
    return layer == 0 ? token->input : token->states[layer - 1];
}

/* gates = bias + weights * input of a few tokens in a row, where a row of the weights is what one number of
 * the input adds. Weights once loaded serve all of the tokens. */
WIDE_INLINE void multiply(const struct encoder_layer *w, size_t layer, struct activations *tokens,
                          size_t together)
{
    const size_t inputs = layer == 0 ? MODEL_ENCODER_ROW : MODEL_ENCODER_STATES;
    const float *input[TOGETHER];
    for (size_t t = 0; t < together; t++)
        input[t] = layer_input(&tokens[t], layer);
    for (size_t g = 0; g < MODEL_ENCODER_GATES; g += 2 * LANES) {
        lanes sums[TOGETHER][2];
#pragma GCC unroll 4
        for (size_t t = 0; t < together; t++) {
            sums[t][0] = *(const lanes *)(w->bias + g);
            sums[t][1] = *(const lanes *)(w->bias + g + LANES);
        }
        for (size_t i = 0; i < inputs; i++) {
            const lanes low = *(const lanes *)(w->weights[i] + g);
            const lanes high = *(const lanes *)(w->weights[i] + g + LANES);
#pragma GCC unroll 4
            for (size_t t = 0; t < together; t++) {
                sums[t][0] += low * input[t][i];
                sums[t][1] += high * input[t][i];
            }
        }
#pragma GCC unroll 4
        for (size_t t = 0; t < together; t++) {
            *(lanes *)(tokens[t].gates + g) = sums[t][0];
            *(lanes *)(tokens[t].gates + g + LANES) = sums[t][1];
        }
    }
}

WIDE_INLINE void multiply_all(const struct encoder_weights *w, size_t layer, struct activations *tokens,
                              size_t count)
{
    size_t i = 0;
    for (; i + TOGETHER <= count; i += TOGETHER)
        multiply(&w->layers[layer], layer, tokens + i, TOGETHER);
    for (; i < count; i++)
        multiply(&w->layers[layer], layer, tokens + i, 1);
}

WIDE_INLINE void bend_inputs(struct activations *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < MODEL_ENCODER_ROW; k += LANES)
            bend((lanes *)(tokens[i].input + k));
}

/* One token further in one direction: keeps a part of the state before, and adds of what is new. */
WIDE_INLINE void advance(const float *keep, const float *fresh, lanes *state, float *bent)
{
#pragma GCC unroll 4
    for (size_t s = 0; s < ENCODER_ONE_WAY / LANES; s++) {
        lanes kept = *(const lanes *)(keep + s * LANES);
        gate(&kept);
        state[s] = kept * state[s] + (1 - kept) * *(const lanes *)(fresh + s * LANES);
        lanes out = state[s];
        bend(&out);
        *(lanes *)(bent + s * LANES) = out;
    }
}

/* A layer's states from its gates: of each direction what to keep, then what is new. */
WIDE_INLINE void run_layer(struct activations *tokens, size_t count, size_t layer)
{
    enum { N = ENCODER_ONE_WAY };
    lanes state[2][N / LANES] = {{{0}}};
    for (size_t i = 0; i < count; i++)
        advance(tokens[i].gates, tokens[i].gates + N, state[0], tokens[i].states[layer]);
    for (size_t i = count; i-- > 0;)
        advance(tokens[i].gates + 2 * N, tokens[i].gates + 3 * N, state[1], tokens[i].states[layer] + N);
}

/* Adds what the states of a few tokens in a row, and their inputs, are worth to each label. */
WIDE_INLINE void add_scores(const struct encoder_weights *w, const struct activations *tokens,
                            label_scores *scores, size_t together)
{
    static_assert((int)MODEL_LABELLER_ROW == (int)LANES, "the scores of a token are one vector");
    lanes sums[TOGETHER] = {{0}};
    for (size_t l = 0; l < ENCODER_LAYERS; l++)
        for (size_t s = 0; s < MODEL_ENCODER_STATES; s++)
#pragma GCC unroll 4
            for (size_t t = 0; t < together; t++)
                sums[t] += *(const lanes *)w->from_states[l][s] * tokens[t].states[l][s];
    for (size_t k = 0; k < MODEL_ENCODER_ROW; k++)
#pragma GCC unroll 4
        for (size_t t = 0; t < together; t++)
            sums[t] += *(const lanes *)w->from_input[k] * tokens[t].input[k];
#pragma GCC unroll 4
    for (size_t t = 0; t < together; t++)
        *(lanes *)scores[t] += sums[t];
}

WIDE_INLINE void add_all_scores(const struct encoder_weights *w, const struct activations *tokens,
                                size_t count, label_scores *scores)
{
    size_t i = 0;
    for (; i + TOGETHER <= count; i += TOGETHER)
        add_scores(w, tokens + i, scores + i, TOGETHER);
    for (; i < count; i++)
        add_scores(w, tokens + i, scores + i, 1);
}

WIDE_INLINE void read_tokens(const struct encoder_weights *w, struct activations *tokens, size_t count,
                             label_scores *scores)
{
    bend_inputs(tokens, count);
    for (size_t layer = 0; layer < ENCODER_LAYERS; layer++) {
        multiply_all(w, layer, tokens, count);
        run_layer(tokens, count, layer);
    }
    add_all_scores(w, tokens, count, scores);
}

/* The same for processors with vectors of eight numbers. Both round alike. */
WIDE_FUNCTION("avx")
static void read_wide(const struct encoder_weights *w, struct activations *tokens, size_t count,
                      label_scores *scores)
{
    read_tokens(w, tokens, count, scores);
}

static size_t piece_size(const struct observations *all, size_t first)
{
    size_t left = all->count - first;
    return left < ENCODER_MOST_TOKENS ? left : ENCODER_MOST_TOKENS;
}

/* Reads the piece that begins at first; scores are those of its tokens. */
static void score_piece(const struct model *model, const struct observations *all, size_t first,
                        struct activations *tokens, label_scores *scores)
{
    size_t count = piece_size(all, first);
    embed_tokens(model, all, first, count, tokens);
    if (WIDE_IS_SUPPORTED("avx"))
        read_wide(model->encoder, tokens, count, scores);
    else
        read_tokens(model->encoder, tokens, count, scores);
}

void encoder_score(const struct model *model, const struct observations *all, label_scores *scores)
{
    struct activations *tokens = memory_alloc(piece_size(all, 0) * sizeof *tokens);
    for (size_t first = 0; first < all->count; first += ENCODER_MOST_TOKENS)
        score_piece(model, all, first, tokens, scores + first);
    free(tokens);
}

void encoder_score_token(const struct model *model, const struct observations *all, size_t index,
                         float scores[MODEL_LABELLER_ROW])
{
    size_t first = index - index % ENCODER_MOST_TOKENS, count = piece_size(all, first);
    struct activations *tokens = memory_alloc(count * sizeof *tokens);
    label_scores *all_scores = memory_calloc(count, sizeof *all_scores);
    score_piece(model, all, first, tokens, all_scores);
    for (size_t c = 0; c < MODEL_LABELLER_ROW; c++)
        scores[c] += all_scores[index - first][c];
    free(tokens);
    free(all_scores);
}
