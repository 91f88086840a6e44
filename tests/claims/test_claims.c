/* test_claims.c: stories, joining and order, as a reader of the compare view meets them. How versions differ is for
 * test_differences.c. */
#include "fixture.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RUIZ "{Mayor Ana Ruiz} said, "

static void add_dam(struct fixture *f, const char *name, const char *quotations)
{
    fixture_tell(f, &FIXTURE_DAM, name, NULL, quotations);
}

static void compare_two(struct fixture *f, const char *first, const char *second)
{
    fixture_compare_two(f, &FIXTURE_DAM, first, second);
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

static void huge_quotations_are_compared_up_to_a_limit(void **state)
{
    struct fixture f = {0};
    char *words = repeat(" word%d", 10000);
    struct strbuf body;
    strbuf_init(&body);
    strbuf_add_format(&body, RUIZ "[[“Start%s.”]]", words);
    add_dam(&f, "a/alpha.txt", body.data);
    add_dam(&f, "b/beta.txt", body.data);
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
    strbuf_add_format(&body, "%s%s", quotations, others);
    add_dam(&f, "a/alpha.txt", body.data);
    add_dam(&f, "b/beta.txt", body.data);
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
