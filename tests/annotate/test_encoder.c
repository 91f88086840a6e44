/* test_encoder.c: the recurrent network with weights made by hand: what it may carry from where to where.
 * What it has learned shows in the golden listings. */
#include "support.h"

#include "encoder.h"

#include "whosaid/base/memory.h"

#include <math.h>
#include <stdlib.h>

static void test_bends_about_as_tanh_does(void **state)
{
    for (float x = -5; x <= 5; x += 0.125f) {
        assert_true(fabsf(encoder_bend(x) - tanhf(x)) < 0.03f);
        assert_true(fabsf(encoder_gate(x) - 1 / (1 + expf(-x - 1))) < 0.02f);
    }
}

/* A network that says of one word that it is a cue, and passes that on to all tokens behind it as a content
 * and to all before it as a source. */
struct made {
    int8_t *table;
    struct encoder_weights *weights;
    struct model model;
    struct observations observations;
};

enum { KEEP = 0, FRESH = ENCODER_ONE_WAY, BACKWARDS = 2 * ENCODER_ONE_WAY };

static void make(struct made *m, size_t count, size_t word)
{
    uint32_t rows[ENCODER_FEATURES];
    m->table = memory_calloc(MODEL_ENCODER_SIZE, 1);
    m->weights = memory_calloc(1, sizeof *m->weights);
    m->model = (struct model){.embeddings = m->table, .encoder = m->weights};
    m->observations =
        (struct observations){.items = memory_calloc(count, sizeof *m->observations.items), .count = count};
    for (size_t i = 0; i < count; i++)
        m->observations.items[i] =
            (struct observation){.word = i == word ? 2 : 1, .head = NO_INDEX, .subject = NO_INDEX};
    encoder_features(&m->observations, word, rows);
    m->table[(size_t)rows[0] * MODEL_ENCODER_ROW] = 100; /* the first feature is the word */
    m->model.head.embedding_scale = 0.1f;
    struct encoder_layer *layer = &m->weights->layers[0];
    layer->bias[KEEP] = layer->bias[BACKWARDS + KEEP] = 9;               /* what a state has it keeps, */
    layer->weights[0][KEEP] = layer->weights[0][BACKWARDS + KEEP] = -18; /* but at the word, where it */
    layer->weights[0][FRESH] = layer->weights[0][BACKWARDS + FRESH] = 1; /* becomes 1 */
    m->weights->from_states[0][0][LABEL_CONTENT_BEGIN] = 1;
    m->weights->from_states[0][ENCODER_ONE_WAY][LABEL_SOURCE_BEGIN] = 1;
    m->weights->from_input[0][LABEL_CUE_BEGIN] = 1;
}

static void release(struct made *m)
{
    free(m->table);
    free(m->weights);
    free(m->observations.items);
}

static void test_reads_forwards_and_backwards(void **state)
{
    enum { COUNT = 9, WORD = 4 };
    label_scores scores[COUNT] = {{0}};
    struct made m;
    make(&m, COUNT, WORD);
    encoder_score(&m.model, &m.observations, scores);
    for (size_t i = 0; i < COUNT; i++) {
        assert_true((scores[i][LABEL_CUE_BEGIN] > 0.9f) == (i == WORD));
        assert_true((scores[i][LABEL_CONTENT_BEGIN] > 0.7f) == (i >= WORD));
        assert_true((scores[i][LABEL_SOURCE_BEGIN] > 0.7f) == (i <= WORD));
        assert_true(scores[i][LABEL_NONE] == 0);
    }
    release(&m);
}

/* What a paragraph of any length takes is bounded; what is read apart does not hear of the word. */
static void test_reads_a_long_paragraph_in_pieces(void **state)
{
    enum { COUNT = 3 * ENCODER_MOST_TOKENS + 5, WORD = ENCODER_MOST_TOKENS + 1 };
    struct made m;
    label_scores *scores = memory_calloc(COUNT, sizeof *scores);
    make(&m, COUNT, WORD);
    encoder_score(&m.model, &m.observations, scores);
    assert_true(scores[WORD + 400][LABEL_CONTENT_BEGIN] > 0.7f);
    assert_true(scores[WORD - 1][LABEL_SOURCE_BEGIN] > 0.7f);
    assert_true(scores[2 * ENCODER_MOST_TOKENS][LABEL_CONTENT_BEGIN] < 0.1f);
    assert_true(scores[ENCODER_MOST_TOKENS - 1][LABEL_SOURCE_BEGIN] < 0.1f);
    free(scores);
    release(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bends_about_as_tanh_does),
        cmocka_unit_test(test_reads_forwards_and_backwards),
        cmocka_unit_test(test_reads_a_long_paragraph_in_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
