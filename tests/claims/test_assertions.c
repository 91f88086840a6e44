/* test_assertions.c: what outlets tell in their own voice: which sentences are one fact, and which sentences of one
 * outlet are claims. Figures and days are for test_figures.c. */
#include "fixture.h"
#include "support.h"

#include "whosaid/base/array.h"

static void compare_two(struct fixture *f, const char *first, const char *second)
{
    fixture_compare_two(f, &FIXTURE_MINE, first, second);
}

static void sentences_that_tell_one_fact_are_one_claim(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "Rescuers led by Captain Ilse Brandt pulled seven miners from the eastern shaft before dawn.",
                "Before dawn, seven miners were pulled out of the eastern shaft by rescuers under Ilse Brandt.");
    const struct claim *claim = fixture_claim(&f, 0, "Rescuers");
    assert_ptr_equal(claim, fixture_claim(&f, 1, "Before dawn"));
    assert_int_equal(claim->versions[0].kind, VERSION_ASSERTION);
    assert_int_equal(claim->versions[0].quote, NO_INDEX);
    assert_int_equal(claim->versions[0].speaker.size, 0);
    assert_int_equal(claim->relation, RELATION_SAME);
    assert_str(fixture_text(&f, &claim->versions[0]),
               "Rescuers led by Captain Ilse Brandt pulled seven miners from the eastern shaft before dawn.");
    fixture_release(&f);
}

/* What was earned in one year and in the next. */
static void amounts_of_two_years_stay_apart(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "Halden's copper mine earned $3.5 billion in 2022.", "The copper mine of Halden earned $3.6 billion in 2023.");
    assert_ptr_not_equal(fixture_claim(&f, 0, "$3.5 billion"), fixture_claim(&f, 1, "$3.6 billion"));
    fixture_release(&f);
    compare_two(&f, "Lawyers said in 2029 that engineer Kari Lund repaid the Halden mine $4 million in wages.",
                "She repaid the Halden mine $7 million in wages in 2030, as engineer Kari Lund tells.");
    assert_ptr_not_equal(fixture_claim(&f, 0, "$4 million"), fixture_claim(&f, 1, "$7 million"));
    fixture_release(&f);
}

static void sentences_that_share_only_names_stay_apart(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "The Norvian Mining Office inspected Port Aster's western pumps for $2 million last spring.",
                "The Norvian Mining Office will hear from Port Aster families, who want 4 percent of the copper.");
    assert_ptr_not_equal(fixture_claim(&f, 0, "western pumps"), fixture_claim(&f, 1, "families"));
    fixture_release(&f);
}

/* It has that from her too, in its own way. */
static void a_sentence_that_names_the_speaker_is_not_without_a_source(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "{Ilse Brandt} said [[the eastern shaft had no working pump when the water broke through]].",
                "To Brandt the eastern shaft had no working pump when the water broke through.");
    const struct claim *claim = fixture_claim(&f, 0, "working pump");
    assert_ptr_equal(claim, fixture_claim(&f, 1, "working pump"));
    assert_null(fixture_difference(claim, DIFFERENCE_SPEAKER));
    fixture_release(&f);
}

/* The sentence goes on behind what was found to be the report; its beginning says whose all of it is. */
static void a_sentence_is_another_outlet_s_when_that_begins_it(void **state)
{
    struct fixture f = {0};
    char readings[256];
    compare_two(&f, "{The Aster Times} wrote [[that the Orlova mine lost $916 million in 2019]], which could spare its owner all "
                    "copper duties for the next 18 years.",
                "Documents show that the Orlova mine lost $916 million in 2019, which could spare its owner all copper duties "
                "for 18 years.");
    const struct claim *claim = fixture_claim(&f, 0, "copper duties");
    assert_ptr_equal(claim, fixture_claim(&f, 1, "copper duties"));
    assert_string_equal(fixture_readings(fixture_difference(claim, DIFFERENCE_SPEAKER), readings, sizeof readings),
                        "The Aster Times (0) |  (1)");
    fixture_release(&f);
}

static void a_report_and_an_assertion_differ_in_reporting_and_speaker(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "{Ilse Brandt} said [[the eastern shaft had no working pump when the water broke through]].",
                "The eastern shaft had no working pump when the water broke through.");
    const struct claim *claim = fixture_claim(&f, 0, "working pump");
    char readings[256];
    assert_ptr_equal(claim, fixture_claim(&f, 1, "working pump"));
    assert_string_equal(fixture_readings(fixture_difference(claim, DIFFERENCE_REPORTING), readings, sizeof readings),
                        "paraphrased (0) | in the outlet's own voice (1)");
    assert_string_equal(difference_phrase(fixture_difference(claim, DIFFERENCE_REPORTING)), "attributed by some only");
    const struct difference *speaker = fixture_difference(claim, DIFFERENCE_SPEAKER);
    assert_string_equal(fixture_readings(speaker, readings, sizeof readings), "Ilse Brandt (0) |  (1)");
    assert_str(speaker->why, "Counted as differing: one has it from somebody, another tells it without a source.");
    fixture_release(&f);
}

static void what_was_not_said_differs_from_what_was(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "{Ilse Brandt} said [[the eastern shaft had no working pump when the water broke through]].",
                "{Ilse Brandt} did not say [[~the eastern shaft had no working pump when the water broke through]].");
    const struct claim *claim = fixture_claim(&f, 0, "working pump");
    char readings[256];
    assert_int_equal(claim->relation, RELATION_DIFFERS);
    assert_string_equal(fixture_readings(fixture_difference(claim, DIFFERENCE_POLARITY), readings, sizeof readings),
                        "said (0) | not said (1)");
    assert_null(fixture_difference(claim, DIFFERENCE_REPORTING));
    fixture_release(&f);
}

/* Reports of which one denies what the other tells, and others that deny nothing; NULL when no polarity differs. */
static const struct {
    const char *first, *second, *readings;
} DENIALS[] = {
    {"{Ilse Brandt} said [[the company had offered the miners new pumps]].",
     "{Ilse Brandt} said [[the company had never offered the miners new pumps]].", "offered (0) | never offered (1)"},
    {"{Ilse Brandt} said [[she would not reopen the eastern shaft this winter]].",
     "{Ilse Brandt} said [[she would reopen the eastern shaft this winter]].", "not reopen (0) | reopen (1)"},
    {"{Ilse Brandt} said [[she would not reopen the eastern shaft this winter]].",
     "{Ilse Brandt} said [[she refused to reopen the eastern shaft this winter]].", NULL},
    {"{Ilse Brandt} said [[she would not only reopen the eastern shaft this winter]].",
     "{Ilse Brandt} said [[she would reopen the eastern shaft this winter]].", NULL},
    {"{Ilse Brandt} said [[she would reopen the eastern shaft if the miners did not strike]].",
     "{Ilse Brandt} said [[she would reopen the eastern shaft after the miners' talks]].", NULL},
};

static void a_question_left_open_denies_nothing(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "{Ilse Brandt} said [[the eastern shaft had no working pump when the water broke through]].",
                "{Ilse Brandt} did not say [[~why the eastern shaft had no working pump when the water broke through]].");
    assert_null(fixture_difference(fixture_claim(&f, 0, "working pump"), DIFFERENCE_POLARITY));
    fixture_release(&f);
}

static void reports_that_deny_each_other_differ_in_polarity(void **state)
{
    for (size_t i = 0; i < LENGTH(DENIALS); i++) {
        struct fixture f = {0};
        char readings[256];
        compare_two(&f, DENIALS[i].first, DENIALS[i].second);
        const struct difference *difference =
            fixture_difference(fixture_claim(&f, 0, i ? "the eastern shaft" : "new pumps"), DIFFERENCE_POLARITY);
        if (DENIALS[i].readings)
            assert_string_equal(fixture_readings(difference, readings, sizeof readings), DENIALS[i].readings);
        else
            assert_null(difference);
        fixture_release(&f);
    }
}

static void a_sentence_that_tells_two_facts_is_in_two_claims(void **state)
{
    struct fixture f = {0};
    char readings[256];
    compare_two(&f,
                "A crew of 47 miners escaped through the northern tunnel on Sunday, while the Ostvik pump stopped after 16 hours "
                "in the western gallery.",
                "A crew of 43 miners escaped through the northern tunnel on Sunday. Nobody in the town slept. The Ostvik pump in "
                "the western gallery stopped after 16 hours.");
    const struct claim *escape = fixture_claim(&f, 1, "43 miners"), *pump = fixture_claim(&f, 1, "Ostvik");
    assert_ptr_not_equal(escape, pump);
    assert_int_equal(escape->version_count, 2);
    assert_int_equal(pump->version_count, 2);
    assert_string_equal(fixture_readings(fixture_difference(escape, DIFFERENCE_NUMBER), readings, sizeof readings),
                        "47 miners (0) | 43 miners (1)");
    assert_int_equal(pump->relation, RELATION_SAME);
    fixture_release(&f);
}

/* The first article tells in one sentence what the second tells in two. */
static void a_sentence_has_a_place_beside_both_that_tell_it(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "Captain Ilse Brandt pulled seven miners from the eastern shaft of Halden on Sunday with Ostvik ropes and lamps.",
                "Captain Ilse Brandt pulled seven miners from the eastern shaft of Halden on Sunday. Nobody slept. The Ostvik ropes and "
                "lamps of Captain Ilse Brandt came to the eastern shaft on Sunday.");
    assert_ptr_equal(fixture_claim(&f, 1, "seven miners"), fixture_claim(&f, 0, "seven miners"));
    const struct claim *ropes = fixture_claim(&f, 1, "Ostvik ropes");
    assert_ptr_not_equal(ropes, fixture_claim(&f, 1, "seven miners"));
    assert_int_equal(ropes->version_count, 2);
    assert_int_equal(ropes->versions[0].document, 0);
    fixture_release(&f);
}

static void one_outlet_alone_is_a_claim_only_with_something_to_compare(void **state)
{
    struct fixture f = {0};
    compare_two(&f,
                "The pumps cost $3.5 million to repair. Grey clouds hung over the valley all afternoon. The drilling firm "
                "Ostvik agreed to invest in a new shaft.",
                "");
    assert_int_equal(fixture_claim(&f, 0, "$3.5 million")->relation, RELATION_SINGLE);
    assert_int_equal(fixture_claim(&f, 0, "Ostvik")->relation, RELATION_SINGLE);
    assert_false(fixture_has_claim(&f, 0, "Grey clouds"));
    fixture_release(&f);
}

static void words_around_a_quotation_are_an_assertion_only_when_they_tell_more(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "{Ilse Brandt} said at the gate of the mine, [[“We heard the water first.”]]",
                "{Ilse Brandt} said at the gate of the mine: [[“We heard the water first.”]]");
    assert_false(fixture_has_claim(&f, 0, "said at the gate"));
    fixture_release(&f);
    compare_two(&f, "Mine inspector {Ilse Brandt} said on Tuesday, [[“We heard the water first.”]]",
                "Mine inspector {Ilse Brandt} said on Tuesday: [[“We heard the water first.”]]");
    assert_false(fixture_has_claim(&f, 0, "said on Tuesday"));
    fixture_release(&f);
}

static void a_sentence_joins_a_claim_once_an_article(void **state)
{
    struct fixture f = {0};
    compare_two(&f,
                "Rescuers pulled seven miners from the eastern shaft before dawn. Rescuers pulled four more miners from the "
                "eastern shaft before noon.",
                "Rescuers pulled seven miners from the eastern shaft before dawn.");
    assert_int_equal(fixture_claim(&f, 0, "seven miners")->version_count, 2);
    assert_ptr_equal(fixture_claim(&f, 0, "seven miners"), fixture_claim(&f, 1, "seven miners"));
    fixture_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_that_tell_one_fact_are_one_claim),
        cmocka_unit_test(sentences_that_share_only_names_stay_apart),
        cmocka_unit_test(amounts_of_two_years_stay_apart),
        cmocka_unit_test(a_report_and_an_assertion_differ_in_reporting_and_speaker),
        cmocka_unit_test(a_sentence_that_names_the_speaker_is_not_without_a_source),
        cmocka_unit_test(a_sentence_is_another_outlet_s_when_that_begins_it),
        cmocka_unit_test(what_was_not_said_differs_from_what_was),
        cmocka_unit_test(a_question_left_open_denies_nothing),
        cmocka_unit_test(reports_that_deny_each_other_differ_in_polarity),
        cmocka_unit_test(a_sentence_that_tells_two_facts_is_in_two_claims),
        cmocka_unit_test(a_sentence_has_a_place_beside_both_that_tell_it),
        cmocka_unit_test(one_outlet_alone_is_a_claim_only_with_something_to_compare),
        cmocka_unit_test(words_around_a_quotation_are_an_assertion_only_when_they_tell_more),
        cmocka_unit_test(a_sentence_joins_a_claim_once_an_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
