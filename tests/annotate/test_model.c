/* test_model.c: the model's file, and the labeller on scores made by hand. What the model knows shows in the
 * golden listings. */
#include "support.h"

#include "labeller.h"
#include "model.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>
#include <string.h>

/* A whole file of weights that say nothing. Caller frees. */
static char *blank_file(void)
{
    char *bytes = memory_calloc(MODEL_FILE_SIZE + 1, 1);
    memcpy(bytes, MODEL_MAGIC, sizeof MODEL_MAGIC);
    return bytes;
}

static void test_reads_a_whole_file(void **state)
{
    char *bytes = blank_file();
    struct model model;
    bytes[sizeof(struct model_head) + MODEL_TAGGER_SIZE] = 7;
    assert_true(model_read((struct str){bytes, MODEL_FILE_SIZE}, &model));
    assert_int_equal(model.parser[0], 7);
    assert_int_equal(model.tagger[0], 0);
    assert_true(model.encoder->bias[0] == 0);
    free(bytes);
}

static void test_rejects_other_files(void **state)
{
    char *bytes = blank_file();
    struct model model;
    assert_false(model_read((struct str){bytes, MODEL_FILE_SIZE - 1}, &model));
    assert_false(model_read((struct str){bytes, MODEL_FILE_SIZE + 1}, &model));
    assert_false(model_read((struct str){bytes, 0}, &model));
    bytes[0] ^= 1;
    assert_false(model_read((struct str){bytes, MODEL_FILE_SIZE}, &model));
    free(bytes);
}

static void test_is_compiled_in_when_asked_for(void **state)
{
    struct model model;
    assert_int_equal(model_builtin(&model), HAS_MODEL);
}

static void test_inside_follows_its_own_kind(void **state)
{
    assert_true(label_may_follow(LABEL_CUE_BEGIN, LABEL_CUE_INSIDE));
    assert_true(label_may_follow(LABEL_CUE_INSIDE, LABEL_CUE_INSIDE));
    assert_true(label_may_follow(LABEL_CUE_INSIDE, LABEL_CUE_BEGIN));
    assert_true(label_may_follow(LABEL_CUE_INSIDE, LABEL_NONE));
    assert_false(label_may_follow(LABEL_NONE, LABEL_CUE_INSIDE));
    assert_false(label_may_follow(LABEL_SOURCE_BEGIN, LABEL_CUE_INSIDE));
}

/* Labels that the tokens want, but that may not follow each other, give way to the likeliest that may. */
static void test_decodes_the_best_allowed_sequence(void **state)
{
    struct model_head head = {.labeller_scale = 1};
    label_scores scores[3] = {{0}, {0}, {0}};
    uint8_t labels[3];
    float sure[3];
    scores[0][LABEL_CONTENT_INSIDE] = 5; /* cannot begin */
    scores[0][LABEL_CONTENT_BEGIN] = 4;
    scores[1][LABEL_CONTENT_INSIDE] = 6;
    scores[2][LABEL_CUE_INSIDE] = 3; /* cannot follow content */
    scores[2][LABEL_NONE] = 2;
    labeller_decode(&head, (const label_scores *)scores, 3, labels);
    assert_int_equal(labels[0], LABEL_CONTENT_BEGIN);
    assert_int_equal(labels[1], LABEL_CONTENT_INSIDE);
    assert_int_equal(labels[2], LABEL_NONE);
    labeller_marginals(&head, (const label_scores *)scores, 3, labels, sure);
    assert_true(sure[0] > 0.8 && sure[0] < 1);
    assert_true(sure[2] > 0.3 && sure[2] < sure[0]);
}

/* Sums of a long paragraph neither overflow nor vanish. */
static void test_stays_sound_over_long_paragraphs(void **state)
{
    enum { TOKENS = 200000 };
    struct model_head head = {.labeller_scale = 1};
    label_scores *scores = memory_calloc(TOKENS, sizeof *scores);
    uint8_t *labels = memory_calloc(TOKENS, 1);
    float *sure = memory_calloc(TOKENS, sizeof *sure);
    for (size_t i = 0; i < TOKENS; i++)
        scores[i][i % 2 ? LABEL_NONE : LABEL_CUE_BEGIN] = 50;
    labeller_decode(&head, (const label_scores *)scores, TOKENS, labels);
    labeller_marginals(&head, (const label_scores *)scores, TOKENS, labels, sure);
    for (size_t i = 0; i < TOKENS; i++) {
        assert_int_equal(labels[i], i % 2 ? LABEL_NONE : LABEL_CUE_BEGIN);
        assert_true(sure[i] > 0.99f && sure[i] <= 1.001f);
    }
    free(scores);
    free(labels);
    free(sure);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_a_whole_file),
        cmocka_unit_test(test_rejects_other_files),
        cmocka_unit_test(test_is_compiled_in_when_asked_for),
        cmocka_unit_test(test_inside_follows_its_own_kind),
        cmocka_unit_test(test_decodes_the_best_allowed_sequence),
        cmocka_unit_test(test_stays_sound_over_long_paragraphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
