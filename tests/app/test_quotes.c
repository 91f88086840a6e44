/* test_quotes.c: what whosaid quotes and annotate print: filters, speakers, wordings, order. */
#include "program.h"

#include "whosaid/base/array.h"

#include <stdio.h>

static void annotations_explain_themselves(void **state)
{
    struct run run = {0};
    char path[256];
    program_path(path, "good/one.txt");
    whosaid(&run, "annotate", "--explain", path, NULL);
    assert_true(run_holds(&run.out, "The cue is “said”, right behind it."));
    assert_run(&run, 0, " % sure: ", NULL);
    whosaid(&run, "annotate", "--explain", "--format=jsonl", path, NULL);
    assert_run(&run, 0, "\"why\":[\"The cue is", NULL);
    whosaid(&run, "quotes", "--explain", path, NULL);
    assert_run(&run, 2, NULL, "unknown option: --explain");
}

static void quotes_pass_the_filters(void **state)
{
    static const struct {
        const char *filter, *shown, *hidden;
    } CASES[] = {
        {"--speaker=BERG", "It rains", "It pours"},     {"--speaker=holm", "It pours", "It rains"},
        {"--since=2024-06-20", "It pours", "It rains"}, {"--until=2024-06", "It pours", "nothing else"},
        {"--outlet=two", "It pours", "It rains"},
    };
    char good[256];
    program_path(good, "good");
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        struct run run = {0};
        whosaid(&run, "quotes", CASES[i].filter, good, NULL);
        assert_false(run_holds(&run.out, CASES[i].hidden));
        assert_run(&run, 0, CASES[i].shown, NULL);
    }
    struct run run = {0};
    whosaid(&run, "quotes", "--until=2024-06-19", "--speaker=Holm", good, NULL);
    assert_run(&run, 3, NULL, "nothing to show");
}

/* A surname in one article is the person whom another one names in full. */
static void speakers_are_known_across_articles(void **state)
{
    char people[256];
    program_path(people, "people");
    program_make_folder("people");
    program_write("people/1.txt",
                  "Sorin opens the port of Vik\n\nPresident Ilya Sorin said the port of Vik was open.\n");
    program_write("people/2.txt", "Port of Vik opened by Sorin\n\n“The port of Vik is open,” Sorin said.\n");
    struct run run = {0};
    whosaid(&run, "quotes", "--speaker=ilya", people, NULL);
    assert_true(run_holds(&run.out, "“The port of Vik is open,”"));
    assert_run(&run, 0, "the port of Vik was open", NULL);
    struct run json = {0};
    whosaid(&json, "quotes", "--format=jsonl", people, NULL);
    assert_true(run_holds(&json.out, "\"speaker\":\"Sorin\""));
    assert_run(&json, 0, "\"affiliation\":null,\"person\":\"Ilya Sorin\",\"speaker_text\":\"Sorin\"", NULL);
}

/* One statement as two outlets print it, and another that all print alike. */
static void variants_are_statements_in_several_wordings(void **state)
{
    static const char *const TEXTS[] = {
        "Dam to be sold\n\nDate: 2024-06-19\n\n“Nobody should give the company a "
        "platform to sell our "
        "water,” said Ana Ruiz, the mayor of Karsund. “We will vote in the spring of next year,” she "
        "added.\n",
        "The dam and the mayor\n\nDate: 2024-06-20\n\n“Nobody should provide the company "
        "with an "
        "opportunity to sell our water,” said Ana Ruiz, the mayor of Karsund. “We will vote in the spring of "
        "next "
        "year,” she added.\n",
    };
    char variants[256];
    program_make_folder("variants");
    program_write("variants/north.txt", TEXTS[0]);
    program_write("variants/south.txt", TEXTS[1]);
    program_path(variants, "variants");
    static const char *const FORMATS[][2] = {{"--format=text", "Ana Ruiz · 2 wordings"},
                                             {"--format=jsonl", "\"wordings\":[[0],[1]]"},
                                             {"--format=csv", ",speaker,text,person,stance,wording\r\n"}};
    for (size_t i = 0; i < LENGTH(FORMATS); i++) {
        struct run run = {0};
        whosaid(&run, "quotes", "--variants", FORMATS[i][0], variants, NULL);
        assert_true(run_holds(&run.out, "platform") && run_holds(&run.out, "opportunity"));
        assert_false(run_holds(&run.out, "spring of next"));
        assert_run(&run, 0, FORMATS[i][1], NULL);
    }
    static const char *const NOBODY[] = {"--speaker=Berg", "--outlet=West", "--since=2024-06-21",
                                         "--until=2024-05"};
    for (size_t i = 0; i < LENGTH(NOBODY); i++) {
        struct run run = {0};
        whosaid(&run, "quotes", "--variants", NOBODY[i], variants, NULL);
        assert_run(&run, 3, NULL, "nothing to show");
    }
    struct run run = {0};
    whosaid(&run, "quotes", "--variants", "--outlet=south", "--speaker=ruiz", variants, NULL);
    assert_run(&run, 0, "north.txt", NULL); /* the other wording is shown with it */
}

/* A statement is quoted again weeks later, in an article on another event, and in other words. */
static void variants_are_found_across_stories(void **state)
{
    static const char *const TEXTS[] = {
        "Dam to be sold\n\nDate: 2024-03-04\n\nThe council of Karsund voted on Monday to sell its dam to a "
        "company from the south. “Nobody should ever hand the valley's water to strangers for money,” said "
        "Ana "
        "Ruiz, the mayor of Karsund.\n",
        "A comet over the fells\n\nDate: 2024-06-20\n\nHundreds climbed the fells on Thursday to see the "
        "comet, among them Ana Ruiz, a mayor known for her words on the sale of a dam: “Nobody should ever "
        "hand "
        "the valley's water to foreigners for money,” Ruiz said in spring. The tail was green.\n",
    };
    char again[256];
    program_make_folder("again");
    program_write("again/north.txt", TEXTS[0]);
    program_write("again/south.txt", TEXTS[1]);
    program_path(again, "again");
    struct run claims = {0}, run = {0};
    whosaid(&claims, "claims", "--format=jsonl", again, NULL);
    assert_false(run_holds(&claims.out, "\"kind\":\"wording\"")); /* stories are compared each for itself */
    run_release(&claims);
    whosaid(&run, "quotes", "--variants", again, NULL);
    assert_true(run_holds(&run.out, "strangers") && run_holds(&run.out, "foreigners"));
    assert_run(&run, 0, "Ana Ruiz · 2 wordings · Dam to be sold and 1 other story", NULL);
}

static void output_comes_in_input_order_whatever_the_jobs(void **state)
{
    char many[256], expected[64];
    struct run one = {0}, eight = {0};
    program_path(many, "many");
    whosaid(&one, "annotate", "--jobs=1", "--format=jsonl", many, NULL);
    whosaid(&eight, "annotate", "-j8", "--format=jsonl", many, NULL);
    assert_true(str_equal(strbuf_str(&one.out), strbuf_str(&eight.out)));
    size_t at = 0;
    for (int i = 0; i < 70; i++) {
        snprintf(expected, sizeof expected, "/%03d.txt\",\"uri\"", i);
        at = str_find(strbuf_str(&one.out), str_from(expected), at);
        assert_true(at != STR_NONE);
    }
    run_release(&one);
    run_release(&eight);
    whosaid(&one, "claims", "--jobs=1", "--format=jsonl", many, NULL);
    whosaid(&eight, "claims", "-j8", "--format=jsonl", many, NULL);
    assert_true(one.out.size > 0 && str_equal(strbuf_str(&one.out), strbuf_str(&eight.out)));
    run_release(&one);
    run_release(&eight);
}

/* The same words by two people differ in speaker where both are named, and not where one is a pronoun's
 * guess. */
static void a_pronoun_of_another_paragraph_is_no_other_speaker(void **state)
{
#define WORDS "“Nobody will ever flood the valley of Karsund again for the money of strangers,” "
#define DAM                                                                                                  \
    "The dam of Karsund was opened on Monday, and the valley of Karsund stood under water for a day.\n\n"
    static const char *const SECOND[] = {
        DAM "Petra Lind, the engineer, walked along the dam on Monday.\n\n" WORDS "Petra Lind said.\n",
        DAM "Petra Lind, the engineer, walked along the dam on Monday.\n\n" WORDS "she said.\n"};
    for (size_t i = 0; i < 2; i++) {
        char dam[256];
        struct run run = {0};
        program_make_folder(i ? "guessed" : "named");
        program_write(i ? "guessed/north.txt" : "named/north.txt",
                      "Dam opened\n\nDate: 2024-03-04\n\n" DAM WORDS
                      "said Ana Ruiz, the mayor of Karsund.\n");
        char second[1024];
        snprintf(second, sizeof second, "Karsund under water\n\nDate: 2024-03-05\n\n%s", SECOND[i]);
        program_write(i ? "guessed/south.txt" : "named/south.txt", second);
        program_path(dam, i ? "guessed" : "named");
        whosaid(&run, "claims", "--format=jsonl", dam, NULL);
        assert_true(run_holds(&run.out, "\"speaker\":\"Petra Lind\"") &&
                    run_holds(&run.out, "\"speaker\":\"Ana Ruiz\""));
        assert_int_equal(run_holds(&run.out, "\"kind\":\"speaker\""), i == 0);
        run_release(&run);
    }
#undef WORDS
#undef DAM
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(annotations_explain_themselves),
        cmocka_unit_test(quotes_pass_the_filters),
        cmocka_unit_test(speakers_are_known_across_articles),
        cmocka_unit_test(variants_are_statements_in_several_wordings),
        cmocka_unit_test(variants_are_found_across_stories),
        cmocka_unit_test(a_pronoun_of_another_paragraph_is_no_other_speaker),
        cmocka_unit_test(output_comes_in_input_order_whatever_the_jobs),
    };
    return cmocka_run_group_tests(tests, program_set_up, program_tear_down);
}
