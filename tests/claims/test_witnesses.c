/* test_witnesses.c: outlets that print one text are one witness, whatever they cut and add. */
#include "fixture.h"
#include "support.h"

#include <stdio.h>

#define WIRE                                                                                                             \
    "The Orlova Dam above Tresk leaked on Monday, and engineers of the Tresk Water Board opened its gates before noon. " \
    "Mayor Ana Ruiz ordered people in Lower Tresk to leave their homes and to take the road over the hills. Buses "      \
    "brought the first of them to a school in Stavik, where the army has set up beds for nine hundred. The water in "    \
    "the reservoir had risen by four metres within a week, after the wettest autumn in living memory. "

#define OWN                                                                                                              \
    "Nobody in the valley slept on Monday. When water came through the Orlova Dam the sirens of Tresk howled, and Ana "  \
    "Ruiz, its mayor, went from door to door with the fire brigade. By the afternoon Lower Tresk was empty but for "     \
    "goats and a few old men. The Water Board had opened every gate it has, and says that it did so in time. "

#define SAID "{Ana Ruiz} said, [[“The old dam will hold until spring, and nobody has to be afraid of it.”]] "

static void add(struct fixture *f, const char *name, const char *first, const char *second)
{
    char body[4096];
    snprintf(body, sizeof body, "%s%s", first, second);
    fixture_add(f, name, "Orlova Dam leaks above Tresk", body);
}

static void outlets_that_print_one_text_are_one_witness(void **state)
{
    struct fixture f = {0};
    add(&f, "a/alpha.txt", OWN, SAID);
    add(&f, "b/beta.txt", WIRE, SAID);
    add(&f, "c/gamma.txt", "Tresk braced for a long night. " WIRE, SAID "The board meets again in Tresk on Friday.");
    fixture_compare(&f);
    const struct story *story = &f.claims->stories[0];
    assert_int_equal(story->document_count, 3);
    assert_int_equal(story->witnesses[0], 0);
    assert_int_equal(story->witnesses[1], 1);
    assert_int_equal(story->witnesses[2], 1);
    assert_int_equal(story->outlets, 2);
    const struct claim *claim = fixture_claim(&f, 0, "until spring");
    assert_int_equal(claim->version_count, 3);
    assert_int_equal(claim->outlets, 2);
    assert_int_equal(claim->relation, RELATION_SAME);
    fixture_release(&f);
}

static void what_one_witness_alone_says_is_single(void **state)
{
    struct fixture f = {0};
    add(&f, "a/alpha.txt", WIRE, SAID "{Lind} said, [[“Nobody asked the engineers about the cracks in March.”]]");
    add(&f, "b/beta.txt", WIRE, SAID "{Lind} said, [[“Nobody asked the engineers about the cracks in March.”]]");
    fixture_compare(&f);
    const struct claim *claim = fixture_claim(&f, 0, "cracks");
    assert_int_equal(claim->version_count, 2);
    assert_int_equal(claim->outlets, 1);
    assert_int_equal(claim->relation, RELATION_SINGLE);
    fixture_release(&f);
}

/* A desk that changes the words of a wire report does something that its readers want to see. */
static void a_changed_word_in_a_shared_text_is_shown(void **state)
{
    struct fixture f = {0};
    add(&f, "a/alpha.txt", WIRE, "{Lind} said, [[“Nobody asked the engineers about the cracks in March.”]]");
    add(&f, "b/beta.txt", WIRE, "{Lind} said, [[“Nobody asked the builders about the cracks in March.”]]");
    fixture_compare(&f);
    const struct claim *claim = fixture_claim(&f, 0, "cracks");
    assert_int_equal(claim->outlets, 1);
    assert_int_equal(claim->relation, RELATION_REWORDED);
    fixture_release(&f);
}

/* Who was there has the same words; the telling is their own. */
static void shared_quotations_make_no_shared_text(void **state)
{
    struct fixture f = {0};
    add(&f, "a/alpha.txt", OWN, SAID SAID SAID);
    add(&f, "b/beta.txt", WIRE, SAID SAID SAID);
    fixture_compare(&f);
    assert_int_equal(f.claims->stories[0].outlets, 2);
    assert_int_equal(f.claims->stories[0].witnesses[1], 1);
    fixture_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outlets_that_print_one_text_are_one_witness),
        cmocka_unit_test(what_one_witness_alone_says_is_single),
        cmocka_unit_test(a_changed_word_in_a_shared_text_is_shown),
        cmocka_unit_test(shared_quotations_make_no_shared_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
