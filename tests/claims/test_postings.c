/* test_postings.c: who shares terms with whom. */
#include "support.h"

#include "../../src/claims/postings.h"

enum { ALL = 100 };

/* Three items: 0 holds a and b, 1 holds b, 2 holds a, b and c. */
static struct postings sample(void)
{
    enum { A, B, C, TERMS };
    struct postings index = {0};
    postings_add(&index, A, 0);
    postings_add(&index, A, 2);
    postings_add(&index, B, 0);
    postings_add(&index, B, 1);
    postings_add(&index, B, 2);
    postings_add(&index, C, 2);
    postings_index(&index, TERMS, 3);
    return index;
}

static void later_items_are_found_with_what_they_share(void **state)
{
    struct postings index = sample();
    postings_ask(&index, 0);
    postings_ask_term(&index, 0, 5, ALL);
    postings_ask_term(&index, 1, 2, ALL);
    candidates_keep_best(&index.found, ALL);
    assert_int_equal(index.found.size, 2);
    assert_int_equal(index.found.data[0].item, 2);
    assert_int_equal(index.found.data[0].terms, 2);
    assert_float_equal(index.found.data[0].weight, 7, 0);
    assert_int_equal(index.found.data[1].item, 1);
    postings_ask(&index, 2); /* the last: nothing is behind it */
    postings_ask_term(&index, 0, 5, ALL);
    postings_ask_term(&index, 2, 5, ALL);
    assert_int_equal(index.found.size, 0);
    postings_ask(&index, 1); /* and back */
    postings_ask_term(&index, 1, 1, ALL);
    assert_int_equal(index.found.size, 1);
    assert_int_equal(index.found.data[0].item, 2);
    postings_release(&index);
}

static void a_common_term_proposes_its_next_items_only(void **state)
{
    struct postings index = {0};
    for (uint32_t i = 0; i < ALL; i++)
        postings_add(&index, 0, i);
    postings_index(&index, 1, ALL);
    for (uint32_t i = 0; i < ALL; i++) {
        postings_ask(&index, i);
        postings_ask_term(&index, 0, 1, 3);
        uint32_t behind = ALL - 1 - i;
        assert_int_equal(index.found.size, behind < 3 ? behind : 3);
        for (size_t k = 0; k < index.found.size; k++)
            assert_int_equal(index.found.data[k].item, i + 1 + k);
    }
    postings_release(&index);
}

static void the_weightiest_are_kept_in_order(void **state)
{
    candidate_vector found = {0};
    static const double WEIGHTS[] = {1, 4, 2, 4, 3, 0};
    for (uint32_t i = 0; i < 6; i++)
        vector_push(&found, ((struct candidate){.item = i, .weight = WEIGHTS[i]}));
    candidates_keep_best(&found, 3);
    assert_int_equal(found.size, 3);
    assert_int_equal(found.data[0].item, 1); /* of equals the first */
    assert_int_equal(found.data[1].item, 3);
    assert_int_equal(found.data[2].item, 4);
    vector_release(&found);
}

static void an_index_is_used_again_when_cleared(void **state)
{
    struct postings index = sample();
    postings_ask(&index, 0);
    postings_ask_term(&index, 1, 1, ALL);
    postings_clear(&index);
    postings_add(&index, 0, 1);
    postings_index(&index, 1, 2);
    postings_ask(&index, 0);
    assert_int_equal(index.found.size, 0);
    postings_ask_term(&index, 0, 1, ALL);
    assert_int_equal(index.found.size, 1);
    postings_release(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(later_items_are_found_with_what_they_share),
        cmocka_unit_test(a_common_term_proposes_its_next_items_only),
        cmocka_unit_test(the_weightiest_are_kept_in_order),
        cmocka_unit_test(an_index_is_used_again_when_cleared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
