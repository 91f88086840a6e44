/* test_claims.c: stories, joining, differences, marks and order, as a reader of the compare view meets them. */
#include "fixture.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* One event, told around whatever the test is about: enough shared names for a story. */
#define DAM "The Orlova Dam above Tresk leaked on Monday, and engineers of the Tresk Water Board opened its gates. Mayor " \
            "Ana Ruiz ordered people in Lower Tresk to leave. "

static void add_dam(struct fixture *f, const char *name, const char *quotations)
{
    char body[16384];
    snprintf(body, sizeof body, DAM "%s", quotations);
    fixture_add(f, name, "Orlova Dam leaks above Tresk", body);
}

static void compare_two(struct fixture *f, const char *first, const char *second)
{
    add_dam(f, "a/alpha.txt", first);
    add_dam(f, "b/beta.txt", second);
    fixture_compare(f);
    assert_int_equal(f->claims->story_count, 1);
}

/* ---- stories */

static void articles_of_one_event_are_one_story(void **state)
{
    struct fixture f = {0};
    add_dam(&f, "a/alpha.txt", "");
    fixture_add(&f, "b/bank.txt", "Central bank of Norvia holds rates",
                "The Central Bank of Norvia left interest rates alone on Tuesday. Governor Pal Hendrik said inflation in "
                "Norvia was slowing, and the krona rose against the euro in Stavik.");
    add_dam(&f, "c/gamma.txt", "The Tresk Water Board will meet again in Tresk on Friday.");
    fixture_add(&f, "d/delta.txt", "Norvia keeps its rates",
                "Interest rates in Norvia stay where they are, the Central Bank of Norvia said on Tuesday. Pal Hendrik, its "
                "governor, told traders in Stavik that inflation was slowing.");
    fixture_compare(&f);
    assert_int_equal(f.claims->story_count, 2);
    assert_int_equal(claims_story_of(f.claims, 0), 0);
    assert_int_equal(claims_story_of(f.claims, 1), 1);
    assert_int_equal(claims_story_of(f.claims, 2), 0);
    assert_int_equal(claims_story_of(f.claims, 3), 1);
    assert_int_equal(f.claims->stories[0].document_count, 2);
    assert_int_equal(f.claims->stories[0].outlets, 2);
    assert_str(f.claims->stories[1].title, "Central bank of Norvia holds rates");
    fixture_release(&f);
}

static void unreadable_documents_take_part_in_nothing(void **state)
{
    struct fixture f = {0};
    size_t count;
    fixture_compare(&f);
    assert_int_equal(f.claims->story_count, 0);
    assert_int_equal(f.claims->claim_count, 0);
    assert_int_equal(claims_story_of(f.claims, 0), NO_INDEX);
    claims_of_document(f.claims, 7, &count);
    assert_int_equal(count, 0);
    f.count = 1; /* an article that could not be read */
    add_dam(&f, "a/alpha.txt", "{Ana Ruiz} said, [[“The dam will hold.”]]");
    fixture_compare(&f);
    assert_int_equal(f.claims->story_count, 1);
    assert_int_equal(claims_story_of(f.claims, 0), NO_INDEX);
    assert_int_equal(claims_story_of(f.claims, 1), 0);
    assert_int_equal(f.claims->claims[0].relation, RELATION_SINGLE);
    fixture_release(&f);
}

/* ---- what is joined */

static bool are_joined(const char *first, const char *second, const char *needle_first, const char *needle_second)
{
    struct fixture f = {0};
    compare_two(&f, first, second);
    bool joined = fixture_claim(&f, 0, needle_first) == fixture_claim(&f, 1, needle_second);
    fixture_release(&f);
    return joined;
}

#define RUIZ "{Mayor Ana Ruiz} said, "

static void the_same_words_are_one_claim(void **state)
{
    assert_true(are_joined(RUIZ "[[“The old dam will hold until spring.”]]",
                           "{Ruiz} told reporters: [[“The old dam will hold until spring.”]]", "old dam", "old dam"));
    assert_true(are_joined(RUIZ "[[“The old dam will hold,”| she said, |“until the engineers come in spring.”]]",
                           "{Ana Ruiz} said [[the dam would hold “until the engineers come in spring.”]]", "old dam",
                           "engineers come"));
    assert_true(are_joined(RUIZ "[[“We're not leaving anybody behind.”]]",
                           "{Ruiz} said, [[“We are not leaving anybody behind.”]]", "behind", "behind"));
}

static void changed_words_are_still_one_claim(void **state)
{
    assert_true(are_joined("{Ruiz} praised [[a “pragmatic way to solve the shortage.”]]",
                           "{Ana Ruiz} praised [[“a practical way to fix the shortage.”]]", "pragmatic", "practical"));
    assert_true(are_joined(RUIZ "[[“Nobody should give this company a chance to repeat its shameful mistakes in our valley.”]]",
                           "{Ruiz} said [[that “nobody should offer this firm a chance to repeat its shameful mistakes in "
                           "our valley.”]]",
                           "company", "firm"));
    assert_true(are_joined(RUIZ "[[“I do not think that that is what we are here to do.”]]",
                           "{Ruiz} said, [[“I don't think that's what we're here to do.”]]", "that is", "that's"));
}

static void fragments_in_marks_are_found_in_the_sentence_they_are_from(void **state)
{
    /* two of one sentence; one telling word; a few words by one whom the other article names only by role */
    assert_true(are_joined(RUIZ "[[“I think the board deceived itself, and I think it deceived the whole valley.”]]",
                           "{Ruiz} said [[the board “deceived itself” as well as “the whole valley.”]]", "I think", "as well"));
    assert_true(are_joined(RUIZ "[[“Whoever signed these papers was reckless, and he knows it.”]]",
                           "{Ruiz} called [[the decision “reckless”]].", "reckless", "reckless"));
    assert_true(are_joined("{attorney Jon Achebe} said, [[“When the water sinks she will be vindicated.”]]",
                           "{Ruiz's attorney} said [[that the mayor “will be vindicated.”]]", "vindicated", "vindicated"));
    /* one word by nobody in particular */
    assert_false(are_joined("{attorney Jon Achebe} said, [[“That is an important road for every farm.”]]",
                            "{a spokeswoman} called [[the school “important”]].", "road", "school"));
}

static void a_remark_told_in_other_words_is_one_claim(void **state)
{
    assert_true(are_joined(RUIZ "[[“If that man ever comes back, I will throw him down the spillway myself.”]]",
                           "{Ruiz} threatened [[to throw the chairman down the spillway]].", "that man", "to throw"));
    /* what the talk is about is no remark */
    assert_false(are_joined(RUIZ "[[“I asked our honest engineers to copy the inspection reports of eleven winters, and their chief "
                                 "answered with a threat against my family.”]]",
                            "{Ruiz} discussed [[the inspection reports]].", "threat", "the inspection"));
}

static void look_alikes_stay_apart(void **state)
{
    /* other words on one subject, by two people */
    assert_false(are_joined("{Petra Lind} said, [[“The company wants to show that its old dams are safe everywhere.”]]",
                            "{Jon Achebe} said, [[“Attempts by the company to call old dams safe have failed before.”]]",
                            "everywhere", "Attempts"));
    /* the same few words by two people */
    assert_false(are_joined("{Petra Lind} said, [[“We are not quite there yet.”]]",
                            "{Jon Achebe} said, [[“Not quite there yet.”]]", "quite there", "quite there"));
    /* one person, two remarks with a phrase in common */
    assert_false(are_joined(RUIZ "[[“You cannot close a whole town with an emergency order.”]]",
                            "{Ruiz} said, [[“Now they tell me I can do it just with an emergency order.”]]", "whole town",
                            "tell me"));
    /* only words that everybody uses */
    assert_false(are_joined(RUIZ "[[“I have been there and so have they.”]]", "{Ruiz} said, [[“They have been so.”]]",
                            "been there", "been so"));
}

static void similar_remarks_are_listed_and_not_joined(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "{Petra Lind} said, [[“The company wants everyone to believe that its old concrete dams are perfectly safe.”]]",
                "{Jon Achebe} said, [[“Old concrete dams are rarely safe, whatever the company says.”]]");
    const struct claim *claim = fixture_claim(&f, 0, "believe"), *other = fixture_claim(&f, 1, "rarely");
    assert_ptr_not_equal(claim, other);
    assert_int_equal(claim->similar_count, 1);
    assert_int_equal(claim->similar[0], other - f.claims->claims);
    assert_int_equal(other->similar[0], claim - f.claims->claims);
    fixture_release(&f);
}

static void quotations_of_one_article_are_joined_only_when_repeated(void **state)
{
    struct fixture f = {0};
    compare_two(&f,
                RUIZ "[[“The concrete wall of the dam will certainly hold this winter.”]] Again she said, "
                     "[[“The concrete wall of the dam will certainly hold this winter.”]] Then she said, [[“The concrete wall of "
                     "the dam may hold this whole winter.”]]",
                "");
    assert_int_equal(fixture_claim(&f, 0, "certainly")->version_count, 2);
    assert_int_equal(fixture_claim(&f, 0, "certainly")->relation, RELATION_SINGLE);
    assert_ptr_not_equal(fixture_claim(&f, 0, "certainly"), fixture_claim(&f, 0, "whole winter"));
    fixture_release(&f);
}

static void sentences_that_outlets_pick_alone_are_claims_of_their_own(void **state)
{
    struct fixture f = {0};
    compare_two(&f,
                RUIZ "[[“The valley is empty tonight. Every family found a warm bed. Nobody was hurt by the water.”]]",
                "{Ruiz} said, [[“Every family found a warm bed.”]]");
    assert_int_equal(fixture_claim(&f, 0, "warm bed")->version_count, 2);
    assert_str(fixture_text(&f, &fixture_claim(&f, 0, "warm bed")->versions[0]), "Every family found a warm bed.");
    assert_int_equal(fixture_claim(&f, 0, "valley is empty")->relation, RELATION_SINGLE);
    fixture_release(&f);

    compare_two(&f, RUIZ "[[“The valley is empty tonight. Every family found a warm bed.”]]",
                "{Ruiz} said, [[“The valley is empty tonight. Every family found a warm bed.”]]");
    assert_ptr_equal(fixture_claim(&f, 0, "valley"), fixture_claim(&f, 0, "warm bed"));
    assert_int_equal(fixture_claim(&f, 0, "valley")->version_count, 2);
    assert_int_equal(fixture_claim(&f, 0, "valley")->relation, RELATION_SAME);
    fixture_release(&f);
}

static void fragments_of_one_report_are_claims_of_their_own(void **state)
{
    struct fixture f = {0};
    compare_two(&f,
                RUIZ "[[that the board “hid every inspection report” and that its chairman was “a danger to the valley.”]]",
                "{Ruiz} said, [[“They hid every inspection report from us.”]] Later she called the chairman [[“a danger to "
                "the valley.”]]");
    assert_ptr_equal(fixture_claim(&f, 0, "inspection"), fixture_claim(&f, 1, "inspection"));
    assert_ptr_equal(fixture_claim(&f, 0, "danger"), fixture_claim(&f, 1, "danger"));
    assert_ptr_not_equal(fixture_claim(&f, 0, "inspection"), fixture_claim(&f, 0, "danger"));
    assert_str(fixture_text(&f, &fixture_claim(&f, 0, "inspection")->versions[0]),
               "that the board “hid every inspection report”");
    fixture_release(&f);
}

/* A quotation that begins inside marks: what follows the closing one is the outlet's, and no other wording. */
static void words_behind_a_closing_mark_are_the_outlet_s(void **state)
{
    struct fixture f = {0};
    compare_two(&f, "{Ruiz} said \"I went to see the engineers. [[They knew it for a whole year,\" before the meeting ended in uproar]].",
                "{Ruiz} said, [[“They knew it for a whole year, and the meeting ended in uproar.”]]");
    assert_null(fixture_difference(fixture_claim(&f, 0, "whole year"), DIFFERENCE_WORDING));
    fixture_release(&f);
}

/* ---- differences */

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
    for (size_t i = 0; i < sizeof DIFFERENCES / sizeof *DIFFERENCES; i++) {
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
        {"{US embassy in Tresk}", "{A spokeswoman for the U.S. embassy in Tresk}", false},
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
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
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
    static const char *const OUTLETS[] = {"The Norvia Times", "Tresk Herald"};
    for (size_t i = 0; i < sizeof OUTLETS / sizeof *OUTLETS; i++) {
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

/* ---- order and identity */

static void add_ranked(struct fixture *f)
{
    add_dam(f, "a/alpha.txt",
            RUIZ "[[“Every family found a warm bed.”]] {Lind} said, [[“Concrete ages faster than politicians admit.”]] "
                 "{Jon Achebe} said, [[“Nobody should trust that greedy water company again.”]] {Tom Hale} said, [[“My goats "
                 "drowned.”]]");
    add_dam(f, "b/beta.txt",
            RUIZ "[[“Every family found a warm bed.”]] {Lind} said, [[“Concrete ages quicker than politicians admit.”]] "
                 "{Carla Mota} said, [[“Nobody should trust that greedy water company again.”]]");
}

static void claims_come_most_interesting_first(void **state)
{
    struct fixture f = {0};
    add_ranked(&f);
    fixture_compare(&f);
    static const enum relation ORDER[] = {RELATION_DIFFERS, RELATION_REWORDED, RELATION_SAME,
                                          RELATION_SAME,    RELATION_SAME,     RELATION_SINGLE};
    assert_int_equal(f.claims->claim_count, 6);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(f.claims->claims[i].relation, ORDER[i]);
    assert_int_equal(f.claims->claims[2].versions[0].kind, VERSION_DIRECT);
    assert_int_equal(f.claims->claims[3].versions[0].kind, VERSION_ASSERTION);
    assert_int_equal(f.claims->stories[0].first_claim, 0);
    assert_int_equal(f.claims->stories[0].claim_count, 6);
    fixture_release(&f);
}

static void claims_of_a_document_are_in_reading_order(void **state)
{
    struct fixture f = {0};
    size_t count;
    add_ranked(&f);
    fixture_compare(&f);
    const struct claim_ref *refs = claims_of_document(f.claims, 0, &count);
    assert_int_equal(count, 6);
    for (size_t i = 0; i + 1 < count; i++) {
        const struct version *a = &f.claims->claims[refs[i].claim].versions[refs[i].version];
        const struct version *b = &f.claims->claims[refs[i + 1].claim].versions[refs[i + 1].version];
        assert_int_equal(a->document, 0);
        assert_true(a->span.start < b->span.start);
    }
    fixture_release(&f);
}

static int compare_ids(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

static size_t sorted_ids(const struct fixture *f, uint64_t *ids)
{
    for (size_t i = 0; i < f->claims->claim_count; i++)
        ids[i] = f->claims->claims[i].id;
    qsort(ids, f->claims->claim_count, sizeof *ids, compare_ids);
    return f->claims->claim_count;
}

static void the_order_of_documents_changes_nothing_in_what_is_joined(void **state)
{
    struct fixture f = {0};
    uint64_t before[64], after[64];
    add_ranked(&f);
    add_dam(&f, "c/gamma.txt", RUIZ "[[“Each family found one warm bed.”]] {Lind} said [[that “concrete ages faster.”]]");
    add_dam(&f, "d/delta.txt", "[[“Every family found a warm bed.”]] {Hale} said, [[“All of my goats drowned.”]]");
    fixture_compare(&f);
    size_t count = sorted_ids(&f, before);
    for (size_t turn = 1; turn < f.count; turn++) {
        struct document first = f.documents[0];
        memmove(f.documents, f.documents + 1, (f.count - 1) * sizeof *f.documents);
        f.documents[f.count - 1] = first;
        fixture_compare(&f);
        assert_int_equal(sorted_ids(&f, after), count);
        assert_memory_equal(before, after, count * sizeof *before);
    }
    fixture_release(&f);
}

/* ---- hostile input */

static char *repeat(const char *unit, size_t times)
{
    struct strbuf text;
    strbuf_init(&text);
    for (size_t i = 0; i < times; i++)
        strbuf_add_format(&text, unit, (int)i);
    return strbuf_detach(&text);
}

static void add_long(struct fixture *f, const char *name, const char *body)
{
    fixture_add(f, name, "Orlova Dam leaks above Tresk", body);
}

static void huge_quotations_are_compared_up_to_a_limit(void **state)
{
    struct fixture f = {0};
    char *words = repeat(" word%d", 10000);
    struct strbuf body;
    strbuf_init(&body);
    strbuf_add_format(&body, DAM RUIZ "[[“Start%s.”]]", words);
    add_long(&f, "a/alpha.txt", body.data);
    add_long(&f, "b/beta.txt", body.data);
    fixture_compare(&f);
    assert_int_equal(f.claims->claims[0].version_count, 2);
    assert_int_equal(f.claims->claims[0].relation, RELATION_SAME);
    strbuf_release(&body);
    free(words);
    fixture_release(&f);
}

static void thousands_of_equal_quotations_take_no_quadratic_time(void **state)
{
    struct fixture f = {0};
    char *quotations = repeat(" {Ana Ruiz} said, [[“The old concrete dam will hold.”]]", 2500);
    char *others = repeat(" [[“The old concrete dam will hold %d days.”]]", 2500);
    struct strbuf body;
    strbuf_init(&body);
    strbuf_add_format(&body, DAM "%s%s", quotations, others);
    add_long(&f, "a/alpha.txt", body.data);
    add_long(&f, "b/beta.txt", body.data);
    clock_t start = clock();
    fixture_compare(&f);
    assert_true(clock() - start < 30 * CLOCKS_PER_SEC); /* squared it would be minutes, sanitizers included */
    assert_true(fixture_claim(&f, 0, "will hold.")->version_count >= 5000);
    strbuf_release(&body);
    free(quotations);
    free(others);
    fixture_release(&f);
}

static void odd_texts_do_no_harm(void **state)
{
    struct fixture f = {0};
    compare_two(&f, RUIZ "[[“”]] [[“…”]] [[“'”]] [[“’s’t’”]] [[“& % ' 1.2.3,4 U.S.”]] [[“дамба держится”]] [[“¿?”]]",
                RUIZ "[[“ ”]] [[“n't 's 'll gonna cannot”]] [[“大坝不会倒塌”]] [[“\xcc\x81\xcc\x81”]] [[“99999999999999999999”]]");
    assert_true(f.claims->claim_count > 0);
    fixture_release(&f);
}

static void names_are_those_of_the_contract(void **state)
{
    assert_string_equal(difference_kind_name(DIFFERENCE_NUMBER_FORM), "number-form");
    assert_string_equal(relation_name(RELATION_REWORDED), "reworded");
    assert_string_equal(version_kind_name(VERSION_ASSERTION), "assertion");
    assert_string_equal(difference_kind_name(DIFFERENCE_KINDS), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(articles_of_one_event_are_one_story),
        cmocka_unit_test(unreadable_documents_take_part_in_nothing),
        cmocka_unit_test(the_same_words_are_one_claim),
        cmocka_unit_test(changed_words_are_still_one_claim),
        cmocka_unit_test(fragments_in_marks_are_found_in_the_sentence_they_are_from),
        cmocka_unit_test(a_remark_told_in_other_words_is_one_claim),
        cmocka_unit_test(look_alikes_stay_apart),
        cmocka_unit_test(similar_remarks_are_listed_and_not_joined),
        cmocka_unit_test(quotations_of_one_article_are_joined_only_when_repeated),
        cmocka_unit_test(sentences_that_outlets_pick_alone_are_claims_of_their_own),
        cmocka_unit_test(fragments_of_one_report_are_claims_of_their_own),
        cmocka_unit_test(words_behind_a_closing_mark_are_the_outlet_s),
        cmocka_unit_test(each_kind_of_difference_has_its_readings),
        cmocka_unit_test(equal_quotations_have_no_difference_whatever_their_marks),
        cmocka_unit_test(speakers_differ_by_person_and_office_but_not_by_title),
        cmocka_unit_test(words_printed_as_the_outlet_s_own_differ_in_speaker),
        cmocka_unit_test(what_one_has_from_another_outlet_differs_in_speaker),
        cmocka_unit_test(a_short_fragment_is_of_the_document_and_of_who_wrote_it),
        cmocka_unit_test(unattributed_versions_are_in_no_reading_of_the_speaker),
        cmocka_unit_test(a_third_person_s_words_are_not_the_speaker_s),
        cmocka_unit_test(a_quotation_and_its_report_differ_in_reporting),
        cmocka_unit_test(notes_name_the_outlets_and_quote_the_words),
        cmocka_unit_test(substance_comes_before_the_cosmetic),
        cmocka_unit_test(marks_show_what_departs_from_the_fullest_version),
        cmocka_unit_test(claims_come_most_interesting_first),
        cmocka_unit_test(claims_of_a_document_are_in_reading_order),
        cmocka_unit_test(the_order_of_documents_changes_nothing_in_what_is_joined),
        cmocka_unit_test(huge_quotations_are_compared_up_to_a_limit),
        cmocka_unit_test(thousands_of_equal_quotations_take_no_quadratic_time),
        cmocka_unit_test(odd_texts_do_no_harm),
        cmocka_unit_test(names_are_those_of_the_contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
