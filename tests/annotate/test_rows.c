/* test_rows.c: the quick ways to find rows and add them up give what the plain ways give. */
#include "support.h"

#include "joining.h"
#include "model.h"
#include "parser.h"
#include "rows.h"
#include "tagger.h"

#include "whosaid/base/memory.h"
#include "whosaid/corpus/corpus.h"

#include <stdlib.h>

enum { TABLE_BITS = 10, TABLE_ROWS = 1 << TABLE_BITS };

static uint32_t next_random(uint32_t *state)
{
    return *state = *state * 1664525 + 1013904223; /* Numerical Recipes */
}

/* Each feature is hashed with its place in the list, whatever the count: groups of eight and what is left. */
static void test_finds_rows(void **state)
{
    uint32_t random = 1, rows[FEATURES_MOST];
    for (size_t count = 0; count <= FEATURES_MOST; count++) {
        struct features f;
        f.count = 0;
        while (f.count < count) {
            uint32_t a = next_random(&random), b = next_random(&random);
            features_add(&f, a, b);
        }
        assert_int_equal(features_find_rows(&f, TABLE_BITS, rows), count);
        for (size_t i = 0; i < count; i++) {
            uint32_t hash = observation_mix((uint32_t)(i + 1) * UINT32_C(0x85ebca6b), f.a[i]);
            assert_int_equal(rows[i], observation_mix(hash, f.b[i]) >> (32 - TABLE_BITS));
        }
    }
}

static void assert_added(const int8_t *table, size_t width, const uint32_t *rows, size_t count,
                         const int16_t *sums)
{
    for (size_t c = 0; c < width; c++) {
        int sum = 0;
        for (size_t r = 0; r < count; r++)
            sum += table[rows[r] * width + c];
        assert_int_equal(sums[c], sum);
    }
}

/* For each width that a table has and each count, with weights at both ends of their range among them. */
static void test_adds_rows(void **state)
{
    uint32_t random = 2, rows[FEATURES_MOST];
    int8_t *table = memory_alloc((size_t)TABLE_ROWS * MODEL_TAGGER_ROW);
    for (size_t i = 0; i < (size_t)TABLE_ROWS * MODEL_TAGGER_ROW; i++) {
        int weight = (int)(next_random(&random) >> 23) - 256;
        table[i] = (int8_t)(weight < -127 ? -127 : weight > 127 ? 127 : weight);
    }
    for (size_t count = 0; count <= FEATURES_MOST; count++) {
        int16_t actions[MODEL_PARSER_ROW] = {0}, labels[MODEL_LABELLER_ROW] = {0};
        int16_t relations[MODEL_RELATION_ROW] = {0}, parts[MODEL_TAGGER_ROW] = {0};
        for (size_t i = 0; i < count; i++)
            rows[i] = next_random(&random) >> (32 - TABLE_BITS);
        rows_add(table, MODEL_PARSER_ROW, rows, count, actions);
        rows_add(table, MODEL_LABELLER_ROW, rows, count, labels);
        rows_add(table, MODEL_RELATION_ROW, rows, count, relations);
        rows_add(table, MODEL_TAGGER_ROW, rows, count, parts);
        assert_added(table, MODEL_PARSER_ROW, rows, count, actions);
        assert_added(table, MODEL_LABELLER_ROW, rows, count, labels);
        assert_added(table, MODEL_RELATION_ROW, rows, count, relations);
        assert_added(table, MODEL_TAGGER_ROW, rows, count, parts);
    }
    free(table);
}

static void test_best_is_the_first_largest(void **state)
{
    const int16_t sums[] = {-5, -3, -9, -3, 7};
    assert_int_equal(rows_best(sums, 1), 0);
    assert_int_equal(rows_best(sums, 4), 1);
    assert_int_equal(rows_best(sums, 5), 4);
}

static void assert_parsed_alike(const struct observations *a, const struct observations *b)
{
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert_int_equal(a->items[i].part, b->items[i].part);
        assert_int_equal(a->items[i].head, b->items[i].head);
        assert_int_equal(a->items[i].dependency, b->items[i].dependency);
        assert_int_equal(a->items[i].extent.first, b->items[i].extent.first);
        assert_int_equal(a->items[i].extent.end, b->items[i].extent.end);
    }
}

/* What stands beside a sentence while it is parsed makes no difference, however long either is. */
static void test_parses_side_by_side_as_alone(void **state)
{
    struct arena arena;
    struct reading reading;
    struct model model;
    struct article *article = article_from_plain_text(
        "x.txt", STR("Ferry row\n\nRIVERTON, June 3 - The ferry that the council had bought sank.\n\n"
                     "Why? \"Rust,\" said Ida Lind, who had built it. She left. The mayor, asked on Monday "
                     "whether he would resign, said nothing and walked away.\n\nNobody was hurt.\n\n"
                     "No.\n\nThe owners, two brothers from the north, want their money back, and the council "
                     "fears that others will follow them to court.\n\nIt rains.\n"));
    if (!model_builtin(&model)) {
        free(article);
        skip();
    }
    arena_init(&arena);
    reading_open(&reading, article, &arena);
    assert_true(reading.paragraph_count > 4);
    struct observations *together = joining_parse(&model, &reading), alone;
    for (size_t i = 0; i < reading.paragraph_count; i++) {
        observe_tokens(&alone, &reading, &reading.paragraphs[i]);
        tagger_run(&model, &alone, 1);
        parser_run(&model, &alone, 1);
        assert_parsed_alike(&together[i], &alone);
    }
    tagger_run(&model, NULL, 0);
    parser_run(&model, NULL, 0);
    arena_release(&arena);
    free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_finds_rows),
        cmocka_unit_test(test_adds_rows),
        cmocka_unit_test(test_best_is_the_first_largest),
        cmocka_unit_test(test_parses_side_by_side_as_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
