/* test_base.c: containers, strings, blobs and threads. */
#include "support.h"

#include "whosaid/base/arena.h"
#include "whosaid/base/array.h"
#include "whosaid/base/blob.h"
#include "whosaid/base/calendar.h"
#include "whosaid/base/error.h"
#include "whosaid/base/hash.h"
#include "whosaid/base/parallel.h"
#include "whosaid/base/vector.h"
#include "whosaid/base/word_table.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

static void arena_gives_zeroed_aligned_memory_that_stays(void **state)
{
    struct arena arena;
    arena_init(&arena);
    unsigned char *blocks[200];
    for (size_t i = 0; i < 200; i++) {
        blocks[i] = arena_alloc(&arena, i * 7 + 1);
        assert_int_equal((uintptr_t)blocks[i] % 16, 0);
        assert_int_equal(blocks[i][i * 7], 0);
        memset(blocks[i], (int)i, i * 7 + 1);
    }
    for (size_t i = 0; i < 200; i++)
        assert_int_equal(blocks[i][i * 7], i);
    arena_release(&arena);
}

static void vector_grows_and_keeps_order(void **state)
{
    VECTOR(unsigned) numbers = {0};
    for (unsigned i = 0; i < 1000; i++)
        vector_push(&numbers, i);
    unsigned expected = 0;
    vector_each (&numbers, number)
        assert_int_equal(*number, expected++);
    assert_int_equal(expected, 1000);
    assert_int_equal(vector_last(&numbers), 999);
    vector_release(&numbers);
    vector_each (&numbers, number)
        fail();
}

static void numbers_are_sorted_and_ranked(void **state)
{
    uint32_t numbers[] = {7, 2, 7, UINT32_MAX}, ranked[] = {7, 2, 7, UINT32_MAX};
    assert_int_equal(array_rank(ranked, LENGTH(ranked)), 3);
    assert_true(ranked[0] == 1 && ranked[1] == 0 && ranked[2] == 1 && ranked[3] == 2);
    assert_int_equal(array_sort_distinct(numbers, LENGTH(numbers)), 3);
    assert_true(numbers[0] == 2 && numbers[1] == 7 && numbers[2] == UINT32_MAX);
    assert_int_equal(array_rank(numbers, 0), 0);
}

static void strings_slice_trim_and_find(void **state)
{
    assert_str(str_trim(STR("  a b\n")), "a b");
    assert_str(str_slice(STR("abc"), 1, 99), "bc");
    assert_str(str_slice(STR("abc"), 9, 2), "");
    assert_int_equal(str_find(STR("banana"), STR("an"), 2), 3);
    assert_true(str_find(STR("banana"), STR("x"), 0) == STR_NONE);
    assert_true(str_find(STR("a"), STR("abc"), 0) == STR_NONE);
    assert_true(str_equal_nocase(STR("SAID"), STR("said")));
    static const char *const CUES[] = {"says", "said"};
    assert_true(str_is_listed(STR("said"), "says said") && str_is_listed(STR("says"), " says said "));
    assert_false(str_is_listed(STR("sai"), "says said") || str_is_listed(STR(""), " says "));
    assert_true(STR_IS_ONE_OF(STR("said"), CUES));
    assert_false(STR_IS_ONE_OF(STR("sai"), CUES) || STR_IS_ONE_OF(STR(""), CUES));
    assert_true(str_compare(STR("ab"), STR("abc")) < 0);
    assert_true(str_starts(STR("quote"), STR("quo")) && str_ends(STR("quote"), STR("te")));
}

static void tables_are_searched_by_their_words(void **state)
{
    static const struct {
        const char *word;
        int value;
    } rows[] = {{"one", 1}, {"two", 2}, {"two", 3}};
    static const char *const words[] = {"on", "off"};
    assert_int_equal(rows[STR_ROW(STR("two"), rows)].value, 2);
    assert_true(STR_ROW(STR("tw"), rows) == STR_NONE);
    assert_true(STR_ROW(STR(""), rows) == STR_NONE);
    assert_true(STR_IS_ONE_OF(STR("off"), words));
    assert_false(STR_IS_ONE_OF(STR("offer"), words));
}

/* Among them words of which one begins another, and words that are alike in their first eight bytes. */
static void word_tables_are_searched_by_their_keys(void **state)
{
    static const char *const words[] = {"a", "attribute", "attributed", "attributes", "be", "être"};
    static const uint64_t keys[] = {WORD_KEY("a"),          WORD_KEY("attribute"), WORD_KEY("attributed"),
                                    WORD_KEY("attributes"), WORD_KEY("be"),        WORD_KEY("être")};
    static const char *const absent[] = {"",  "A", "an", "attribut", "attributer", "attributes-",
                                         "b", "ê", "z"};
    struct word_table table = {keys, words, LENGTH(words), sizeof *words};
    for (size_t i = 0; i < LENGTH(words); i++)
        assert_int_equal(word_table_find(&table, str_from(words[i])), i);
    for (size_t i = 0; i < LENGTH(absent); i++)
        assert_true(word_table_find(&table, str_from(absent[i])) == STR_NONE);
    assert_true(word_table_find(&table, STR("a\0b")) == STR_NONE);
    table.count = 0;
    assert_true(word_table_find(&table, STR("a")) == STR_NONE);
}

static void strbuf_is_always_terminated(void **state)
{
    struct strbuf buffer;
    strbuf_init(&buffer);
    assert_string_equal(buffer.data, "");
    strbuf_add_format(&buffer, "%d outlets", 5);
    strbuf_add_byte(&buffer, '.');
    assert_string_equal(buffer.data, "5 outlets.");
    strbuf_clear(&buffer);
    assert_string_equal(buffer.data, "");
    char *bytes = strbuf_detach(&buffer);
    assert_string_equal(bytes, "");
    free(bytes);
    strbuf_release(&buffer);
}

struct sample {
    struct blob blob;
    struct blob_range name, numbers, absent;
};

static void blob_can_be_moved(void **state)
{
    struct blob_builder builder;
    uint64_t numbers[] = {1, 2, 3};
    blob_builder_init(&builder, sizeof(struct sample));
    struct blob_range name = blob_builder_add_str(&builder, STR("Vuving"));
    struct blob_range range = blob_builder_add(&builder, numbers, 3, sizeof *numbers);
    struct sample *head = blob_builder_head(&builder);
    head->name = name;
    head->numbers = range;
    struct sample *sample = blob_builder_finish(&builder, 7);

    struct sample *moved = malloc(sample->blob.size);
    memcpy(moved, sample, sample->blob.size);
    free(sample);
    assert_str(blob_str(moved, moved->name), "Vuving");
    assert_int_equal(((const uint64_t *)blob_array(moved, moved->numbers))[2], 3);
    assert_null(blob_str(moved, moved->absent).data);
    assert_int_equal(moved->blob.kind, 7);
    free(moved);
}

static void error_keeps_its_place_and_cuts_long_paths(void **state)
{
    struct error error;
    char path[5000];
    memset(path, 'x', sizeof path);
    path[sizeof path - 1] = '\0';
    assert_false(error_set_at(&error, ERROR_SYNTAX, path, 3, 9, "expected %s", "a colour"));
    assert_int_equal(error.line, 3);
    assert_int_equal(strlen(error.path), sizeof error.path - 1);
    assert_string_equal(error.message, "expected a colour");
    assert_false(error_set(NULL, ERROR_SYSTEM, NULL, "dropped"));
}

static void hash_is_the_published_one(void **state)
{
    /* Test vectors of the FNV reference page. */
    assert_true(hash_bytes(HASH_START, "", 0) == UINT64_C(0xcbf29ce484222325));
    assert_true(hash_bytes(HASH_START, "a", 1) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(hash_bytes(HASH_START, "foobar", 6) == UINT64_C(0x85944171f73967e8));
}

static void count_visit(void *context, size_t index)
{
    atomic_fetch_add((atomic_uint *)context + index, 1);
}

static void parallel_visits_each_index_once(void **state)
{
    static atomic_uint visits[500];
    parallel_each(500, 4, count_visit, visits);
    parallel_each(500, 1, count_visit, visits);
    for (size_t i = 0; i < 500; i++)
        assert_int_equal(visits[i], 2);
    parallel_each(0, 0, count_visit, visits);
}

static void calendar_counts_days_both_ways(void **state)
{
    assert_int_equal(calendar_days(1970, 1, 1), 0);
    assert_int_equal(calendar_days(2000, 3, 1), 11017);
    for (int32_t day = -800000; day <= 800000; day += 61) {
        struct calendar_date date = calendar_date(day);
        assert_int_equal(calendar_days(date.year, date.month, date.day), day);
        assert_in_range(date.day, 1, calendar_month_length(date.year, date.month));
    }
    assert_int_equal(calendar_month_length(1900, 2), 28);
    assert_int_equal(calendar_month_length(2000, 2), 29);
    assert_int_equal(calendar_month_length(2023, 12), 31);
    assert_int_equal(calendar_weekday(calendar_days(2024, 6, 19)), 3);
    assert_int_equal(calendar_weekday(calendar_days(1969, 12, 31)), 3);
    assert_string_equal(calendar_month_name(12), "December");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_aligned_memory_that_stays),
        cmocka_unit_test(vector_grows_and_keeps_order),
        cmocka_unit_test(numbers_are_sorted_and_ranked),
        cmocka_unit_test(strings_slice_trim_and_find),
        cmocka_unit_test(tables_are_searched_by_their_words),
        cmocka_unit_test(word_tables_are_searched_by_their_keys),
        cmocka_unit_test(strbuf_is_always_terminated),
        cmocka_unit_test(blob_can_be_moved),
        cmocka_unit_test(error_keeps_its_place_and_cuts_long_paths),
        cmocka_unit_test(calendar_counts_days_both_ways),
        cmocka_unit_test(hash_is_the_published_one),
        cmocka_unit_test(parallel_visits_each_index_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
