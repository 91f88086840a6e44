/* test_differences.c: how versions of one quotation differ: each kind with its readings, the sentence that tells it,
 * and the marks in the text. */
#include "fixture.h"
#include "support.h"

#include "whosaid/base/array.h"

#include <stdio.h>

#define RUIZ "{Mayor Ana Ruiz} said, "

static void add_dam(struct fixture *f, const char *name, const char *quotations)
{
    fixture_tell(f, &FIXTURE_DAM, name, NULL, quotations);
}

static void compare_two(struct fixture *f, const char *first, const char *second)
{
    fixture_compare_two(f, &FIXTURE_DAM, first, second);
}

struct difference_case {
    const char *first, *second; /* quotations of Ruiz */
    enum difference_kind kind;
    const char *readings;
    enum relation relation;
};

static const struct difference_case DIFFERENCES[] = {
    {"“The old dam will survive the coming winter.”", "“The old dam will survive the bitter winter.”", DIFFERENCE_WORDING,
     "coming (0) | bitter (1)", RELATION_REWORDED},
    {"“Nobody should give the company a platform to sell its water.”",
     "“Nobody should provide the company with an opportunity to sell its water.”", DIFFERENCE_WORDING,
     "give … a platform (0) | provide … with an opportunity (1)", RELATION_REWORDED},
    {"“Nobody should allow this company to sell our clean water.”", "“Nobody should let this company sell our clean water.”",
     DIFFERENCE_WORDING, "allow this company to (0) | let this company (1)", RELATION_REWORDED},
    {"“We thank Lind, Achebe and the brave firemen of this town.”", "“We thank Lind and the brave firemen of this town.”",
     DIFFERENCE_OMISSION, "Lind, Achebe and (0) | Lind and (1)", RELATION_REWORDED},
    {"“The old dam will protect the valley for many years.”", "“The old dam would protect the valley for many years.”",
     DIFFERENCE_MODALITY, "will (0) | would (1)", RELATION_REWORDED},
    {"“The engineers who have expressed doubts about concrete are right.”",
     "“The engineers who had expressed doubts about concrete are right.”", DIFFERENCE_TENSE, "have (0) | had (1)",
     RELATION_REWORDED},
    {"“The old dam will survive the coming winter.”", "“The old dam will not survive the coming winter.”",
     DIFFERENCE_POLARITY, "will survive (0) | will not survive (1)", RELATION_DIFFERS},
    {"“The flood drowned 40 cows in Lower Tresk.”", "“The flood drowned 60 cows in Lower Tresk.”", DIFFERENCE_NUMBER,
     "40 (0) | 60 (1)", RELATION_DIFFERS},
    {"“The flood drowned two cows in Lower Tresk.”", "“The flood drowned 2 cows in Lower Tresk.”", DIFFERENCE_NUMBER_FORM,
     "two (0) | 2 (1)", RELATION_SAME},
    {"“We must never normalize such reckless building.”", "“We must never normalise such reckless building.”",
     DIFFERENCE_SPELLING, "normalize (0) | normalise (1)", RELATION_SAME},
    {"“We are not leaving any family behind tonight.”", "“We aren't leaving any family behind tonight.”",
     DIFFERENCE_CONTRACTION, "are not (0) | aren't (1)", RELATION_SAME},
    {"“We thank the police and the firemen of Tresk.”", "“We thank the police & the firemen of Tresk.”",
     DIFFERENCE_TYPOGRAPHY, "and (0) | & (1)", RELATION_SAME},
    {"“Nobody in this valley trusts the water company.”", "“Everybody in this valley trusts the water company.”",
     DIFFERENCE_POLARITY, "Nobody (0) | Everybody (1)", RELATION_DIFFERS},
    {"“The engineers are likely to repair the dam this year.”", "“The engineers are unlikely to repair the dam this year.”",
     DIFFERENCE_POLARITY, "likely (0) | unlikely (1)", RELATION_DIFFERS},
    {"“We closed the gates on Monday to save the bridge.”", "“We closed the gates on Tuesday to save the bridge.”",
     DIFFERENCE_DATE, "Monday (0) | Tuesday (1)", RELATION_DIFFERS},
    {"“The minister must answer before the summer recess.”", "“The minister should answer before the summer recess.”",
     DIFFERENCE_MODALITY, "must (0) | should (1)", RELATION_REWORDED},
    {"“They took our water and our fields and nobody was punished.”", "“They took our water and nobody was punished.”",
     DIFFERENCE_OMISSION, "and our fields and nobody (0) | and nobody (1)", RELATION_REWORDED},
    {"“The company lost $5 billion in the great flood.”", "“The company lost five billion dollars in the great flood.”",
     DIFFERENCE_NUMBER_FORM, "5 billion (0) | five billion dollars (1)", RELATION_SAME},
    {"“We lost twenty-five houses and all the sheep.”", "“We lost 25 houses and all the sheep.”",
     DIFFERENCE_NUMBER_FORM, "twenty-five (0) | 25 (1)", RELATION_SAME},
    {"“There is a lot of good will among the fishermen and the farmers of the whole valley.”", "“There is a lot of goodwill among the fishermen and the farmers of the whole valley.”",
     DIFFERENCE_SPELLING, "good will (0) | goodwill (1)", RELATION_SAME},
    {"“The workforce of this harbour deserves a contract.”", "“The work force of this harbour deserves a contract.”",
     DIFFERENCE_SPELLING, "workforce (0) | work force (1)", RELATION_SAME},
    {"“Those d**n engineers drowned our cows again.”", "“Those damn engineers drowned our cows again.”",
     DIFFERENCE_SPELLING, "d**n (0) | damn (1)", RELATION_SAME},
    {"“He promised our children a new school by spring.”", "“[The mayor] promised our children a new school by spring.”",
     DIFFERENCE_TYPOGRAPHY, "He (0) | The mayor (1)", RELATION_SAME},
    {"“The company lost $5 billion in the great flood.”", "“The company lost $5bn in the great flood.”",
     DIFFERENCE_NUMBER_FORM, "billion (0) | bn (1)", RELATION_SAME},
    {"“Our valley lost nine in ten of its sheep, 90 percent.”", "“Our valley lost nine in ten of its sheep, 90%.”",
     DIFFERENCE_NUMBER_FORM, "percent (0) | % (1)", RELATION_SAME},
    {"“We will examine how the sale of the dam touches our work force.”",
     "“We will examine how the sale of the dam touches our workforce.”", DIFFERENCE_SPELLING,
     "work force (0) | workforce (1)", RELATION_SAME},
    {"“We sell the upper dam ... and the mills before the spring floods.”",
     "“We sell the upper dam, the lower locks and the mills before the spring floods.”", DIFFERENCE_OMISSION,
     "dam and (0) | dam, the lower locks and (1)", RELATION_REWORDED},
    {"“The old dam will hold, and the engineers know exactly why.”", "“The old dam will hold.”", DIFFERENCE_TRUNCATION,
     "in full (0) | without the end (1)", RELATION_SAME},
};

static void each_kind_of_difference_has_its_readings(void **state)
{
    for (size_t i = 0; i < LENGTH(DIFFERENCES); i++) {
        const struct difference_case *c = &DIFFERENCES[i];
        struct fixture f = {0};
        char first[512], second[512], readings[512];
        snprintf(first, sizeof first, RUIZ "[[%s]]", c->first);
        snprintf(second, sizeof second, "{Ana Ruiz} said, [[%s]]", c->second);
        compare_two(&f, first, second);
        const struct claim *claim = &f.claims->claims[0];
        assert_int_equal(claim->version_count, 2);
        const struct difference *difference = fixture_difference(claim, c->kind);
        if (!difference)
            fail_msg("no %s between %s and %s", difference_kind_name(c->kind), c->first, c->second);
        assert_string_equal(fixture_readings(difference, readings, sizeof readings), c->readings);
        assert_int_equal(claim->relation, c->relation);
        assert_int_equal(difference->cosmetic, c->kind >= DIFFERENCE_TRUNCATION);
        fixture_release(&f);
    }
}

static void equal_quotations_have_no_difference_whatever_their_marks(void **state)
{
    struct fixture f = {0};
    compare_two(&f, RUIZ "[[“The old dam will hold until spring.”]]", "{Ana Ruiz} said, [[\"The old dam will hold until spring.\"]]");
    assert_int_equal(f.claims->claims[0].relation, RELATION_SAME);
    assert_int_equal(f.claims->claims[0].difference_count, 0);
    fixture_release(&f);
}

static void speakers_differ_by_person_and_office_but_not_by_title(void **state)
{
    static const char WORDS[] = "[[“No city in this valley should ever trust that company again.”]]";
    static const struct {
        const char *first, *second;
        bool differs;
    } CASES[] = {
        {"{Mayor Ana Ruiz}", "{Ruiz}", false},
        {"{Ana Ruiz}", "{Jon Achebe}", true},
        {"{Ana Ruiz}", "{Carla Ruiz}", true},
        {"{Water Ministry spokesperson}", "{spokesperson for the U.S. embassy in Tresk}", true},
        {"{US embassy in Tresk}", "{A spokeswoman for the U.S. embassy in Tresk}", true},
        {"{a spokeswoman}", "{Ana Ruiz}", false},
        {"{the lawsuit}", "{Ana Ruiz}", true},
        {"{Ruiz's attorney}", "{Jon Achebe}", false}, /* he may be that attorney */
        {"{attorney Jon Achebe}", "{Ana Ruiz}", true},
        {"{an essay under Ana Ruiz's name}", "{Ruiz}", false},
        {"{Yet Ruiz}", "{Ana Ruiz}", false},
        {"{the video}", "{Ana Ruiz}", false}, /* she speaks in it */
        {"{the Kremlin}", "{Russia}", true},
        {"{the Water Ministry}", "{a letter from the Tresk Dioceses}", true},
        {"{the company}", "{Norvia Water}", false}, /* it may be that company */
        {"{Dick Lind}", "{Richard J. Lind}", false},
        {"{Dick Lind}", "{Mary Lind}", true},
        {"{the Norvian government}", "{A Norvian government spokeswoman}", true},
        {"{the Norvian government}", "{a statement from the Norvian government}", false},
        {"{Bill Lind}", "{William Lind}", false},
    };
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        struct fixture f = {0};
        char first[512], second[512];
        snprintf(first, sizeof first, "%s said, %s", CASES[i].first, WORDS);
        snprintf(second, sizeof second, "%s said, %s", CASES[i].second, WORDS);
        compare_two(&f, first, second);
        const struct claim *claim = &f.claims->claims[0];
        assert_int_equal(claim->version_count, 2);
        if ((fixture_difference(claim, DIFFERENCE_SPEAKER) != NULL) != CASES[i].differs)
            fail_msg("%s and %s", CASES[i].first, CASES[i].second);
        assert_int_equal(claim->relation, CASES[i].differs ? RELATION_DIFFERS : RELATION_SAME);
        fixture_release(&f);
    }
}

static void an_unnamed_spokeswoman_differs_from_her_office_alone(void **state)
{
    struct fixture f = {0};
    char readings[256];
    compare_two(&f, "{The Norvian government} said, [[“No city in this valley should ever trust that company again.”]]",
                "{A Norvian government spokeswoman} said, [[“No city in this valley should ever trust that company again.”]]");
    const struct difference *difference = fixture_difference(&f.claims->claims[0], DIFFERENCE_SPEAKER);
    assert_str(difference->why, "Counted as differing: an office or a group says it here, and somebody without a name who "
                                "speaks for it there.");
    fixture_release(&f);
    /* beside another speaker it is the lesser difference */
    add_dam(&f, "a/alpha.txt", "{The Norvian government} said, [[“No city in this valley should ever trust that company again.”]]");
    add_dam(&f, "b/beta.txt",
            "{A Norvian government spokeswoman} said, [[“No city in this valley should ever trust that company again.”]]");
    add_dam(&f, "c/gamma.txt", "{Jon Achebe} said, [[“No city in this valley should ever trust that company again.”]]");
    fixture_compare(&f);
    assert_string_equal(fixture_readings(fixture_difference(&f.claims->claims[0], DIFFERENCE_SPEAKER), readings, sizeof readings),
                        "The Norvian government (0,1) | Jon Achebe (2)");
    fixture_release(&f);
}

static void words_printed_as_the_outlet_s_own_differ_in_speaker(void **state)
{
    struct fixture f = {0};
    char readings[512];
    compare_two(&f, RUIZ "[[“The family paid three hundred dental bills with money from the flood relief fund of Tresk.”]]",
                "The family paid three hundred dental bills with money from the flood relief fund of Tresk.");
    const struct claim *claim = fixture_claim(&f, 0, "dental");
    assert_int_equal(claim->version_count, 2);
    const struct difference *difference = fixture_difference(claim, DIFFERENCE_SPEAKER);
    assert_string_equal(fixture_readings(difference, readings, sizeof readings), "Mayor Ana Ruiz (0) |  (1)");
    assert_str(difference->why, "Counted as differing: the words are one, and one outlet prints them as its own.");
    assert_int_equal(claim->relation, RELATION_DIFFERS);
    fixture_release(&f);
}

/* One outlet has it from another, the next from people whom it does not name, the last tells it itself. */
static void what_one_has_from_another_outlet_differs_in_speaker(void **state)
{
    static const char *const OUTLETS[] = {"The Norvia Times", "Tresk Herald", "The Norvia Post"};
    for (size_t i = 0; i < LENGTH(OUTLETS); i++) {
        struct fixture f = {0};
        char first[256], expected[128], readings[512];
        snprintf(first, sizeof first, "{%s} reported [[that the Orlova company paid eleven inspectors to sign empty reports]].",
                 OUTLETS[i]);
        snprintf(expected, sizeof expected, "%s (0) | People close to the board (1)", OUTLETS[i]);
        add_dam(&f, "a/alpha.txt", first);
        add_dam(&f, "b/beta.txt",
                "{People close to the board} said [[that the Orlova company paid eleven inspectors to sign empty reports]].");
        fixture_compare(&f);
        const struct claim *claim = fixture_claim(&f, 0, "inspectors");
        assert_int_equal(claim->version_count, 2);
        assert_string_equal(fixture_readings(fixture_difference(claim, DIFFERENCE_SPEAKER), readings, sizeof readings), expected);
        fixture_release(&f);
    }
}

/* Two words in marks that few statements have are one remark of a document and of those whose it is. */
static void a_short_fragment_is_of_the_document_and_of_who_wrote_it(void **state)
{
    struct fixture f = {0};
    char readings[512];
    compare_two(&f, "{the Norvian Farmers Union} accused the Orlova company of [[“gleeful swindle”]] for years.",
                "{The lawsuit} tells of [[a scheme of “gleeful swindle” that drained the valley]].");
    assert_string_equal(fixture_readings(fixture_difference(fixture_claim(&f, 0, "gleeful"), DIFFERENCE_SPEAKER), readings,
                                         sizeof readings),
                        "the Norvian Farmers Union (0) | The lawsuit (1)");
    fixture_release(&f);
}

/* Words that a report has a third person say. */
static void a_third_person_s_words_are_not_the_speaker_s(void **state)
{
    struct fixture f = {0};
    compare_two(&f,
                "{The readers} said [[that the sale looks bad, with one reader asking “who on earth would ever sell "
                "his only river to strangers”]].",
                "{Petra Lind} said, [[“Who on earth would ever sell his only river to strangers?”]]");
    assert_null(fixture_difference(fixture_claim(&f, 0, "his only river"), DIFFERENCE_SPEAKER));
    fixture_release(&f);
}

static void unattributed_versions_are_in_no_reading_of_the_speaker(void **state)
{
    struct fixture f = {0};
    char readings[512];
    add_dam(&f, "a/alpha.txt", "{Ana Ruiz} said, [[“No city in this valley should ever trust that company again.”]]");
    add_dam(&f, "b/beta.txt", "[[“No city in this valley should ever trust that company again.”]]");
    add_dam(&f, "c/gamma.txt", "{Jon Achebe} said, [[“No city in this valley should ever trust that company again.”]]");
    fixture_compare(&f);
    const struct difference *difference = fixture_difference(&f.claims->claims[0], DIFFERENCE_SPEAKER);
    assert_string_equal(fixture_readings(difference, readings, sizeof readings), "Ana Ruiz (0) | Jon Achebe (2)");
    assert_str(difference->note, "alpha.txt attributes it to Ana Ruiz; gamma.txt attributes it to Jon Achebe.");
    fixture_release(&f);
}

static void a_quotation_and_its_report_differ_in_reporting(void **state)
{
    struct fixture f = {0};
    char readings[512];
    compare_two(&f, RUIZ "[[“The concrete wall of the Orlova Dam will certainly hold this winter.”]]",
                "{Ana Ruiz} said [[that the concrete wall of the Orlova Dam would certainly hold this winter]].");
    const struct claim *claim = &f.claims->claims[0];
    assert_int_equal(claim->version_count, 2);
    assert_string_equal(fixture_readings(fixture_difference(claim, DIFFERENCE_REPORTING), readings, sizeof readings),
                        "quoted (0) | paraphrased (1)");
    assert_null(fixture_difference(claim, DIFFERENCE_MODALITY)); /* a report shifts tenses; that is no change */
    assert_int_equal(claim->relation, RELATION_REWORDED);
    fixture_release(&f);
}

static void notes_name_the_outlets_and_quote_the_words(void **state)
{
    struct fixture f = {0};
    add_dam(&f, "a/alpha.txt", RUIZ "[[“Nobody should give the company a platform to sell its water.”]]");
    add_dam(&f, "b/beta.txt", RUIZ "[[“Nobody should give the company a platform to sell its water.”]]");
    add_dam(&f, "c/gamma.txt", RUIZ "[[“Nobody should provide the company with an opportunity to sell its water.”]]");
    fixture_compare(&f);
    const struct difference *difference = fixture_difference(&f.claims->claims[0], DIFFERENCE_WORDING);
    assert_non_null(difference);
    assert_str(difference->note, "alpha.txt and beta.txt have “give … a platform”; gamma.txt has “provide … with an opportunity”.");
    fixture_release(&f);
}

static void substance_comes_before_the_cosmetic(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "{Ana Ruiz} said, [[“We must never normalize such reckless building in this old valley, and our children will thank us.”]]",
                "{Jon Achebe} said, [[“We must never normalise such reckless building in this old valley.”]]");
    const struct claim *claim = &f.claims->claims[0];
    assert_true(claim->difference_count >= 3);
    assert_int_equal(claim->differences[0].kind, DIFFERENCE_SPEAKER);
    for (size_t i = 1; i < claim->difference_count; i++)
        assert_true(claim->differences[i].cosmetic);
    fixture_release(&f);
}

/* ---- marks */

static void marks_show_what_departs_from_the_fullest_version(void **state)
{
    struct fixture f = {0};
    char marks[512];
    compare_two(&f, RUIZ "[[“Nobody in Tresk should give the greedy old company a platform to normalize its shameful mistakes again.”]]",
                "{Ruiz} said [[that “nobody in Tresk should give the company one more chance to normalise its shameful "
                "mistakes.”]]");
    const struct claim *claim = &f.claims->claims[0];
    assert_int_equal(claim->version_count, 2);
    assert_int_equal(claim->reference, 0);
    assert_int_equal(claim->versions[0].mark_count, 0);
    assert_string_equal(fixture_marks(&f, &claim->versions[1], marks, sizeof marks),
                        "cosmetic <nobody>; omitted <>; changed <one more chance>; cosmetic <normalise>");
    fixture_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_of_difference_has_its_readings),
        cmocka_unit_test(equal_quotations_have_no_difference_whatever_their_marks),
        cmocka_unit_test(speakers_differ_by_person_and_office_but_not_by_title),
        cmocka_unit_test(an_unnamed_spokeswoman_differs_from_her_office_alone),
        cmocka_unit_test(words_printed_as_the_outlet_s_own_differ_in_speaker),
        cmocka_unit_test(what_one_has_from_another_outlet_differs_in_speaker),
        cmocka_unit_test(a_short_fragment_is_of_the_document_and_of_who_wrote_it),
        cmocka_unit_test(a_third_person_s_words_are_not_the_speaker_s),
        cmocka_unit_test(unattributed_versions_are_in_no_reading_of_the_speaker),
        cmocka_unit_test(a_quotation_and_its_report_differ_in_reporting),
        cmocka_unit_test(notes_name_the_outlets_and_quote_the_words),
        cmocka_unit_test(substance_comes_before_the_cosmetic),
        cmocka_unit_test(marks_show_what_departs_from_the_fullest_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
