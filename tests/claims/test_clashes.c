/* test_clashes.c: sentences that share little but contradict each other: whom they tell to be the largest of
 * a sort, whom they tell to be of a sort or not, and how long something lasted. */
#include "fixture.h"
#include "support.h"

#include "whosaid/base/array.h"

#include <string.h>

static const struct fixture_event PORT = {
    "Dockers walk out in Port Aster",
    "Dockers in Port Aster walked out on Sunday, and the Norvian Harbour Office closed its gates. "};

static void add_port(struct fixture *f, const char *name, const char *sentences)
{
    fixture_tell(f, &PORT, name, NULL, sentences);
}

/* What two outlets tell, and how it differs; NULL when no claim may differ so. */
struct row {
    const char *first, *second;
    const char *readings;
};

static const struct row RANKINGS[] = {
    {"Canada is the largest exporter of copper to Norvia, ahead of Chile.",
     "Chile made up the largest share, shipping 13 percent of Norvia imports, says the Copper Board.",
     "Canada (0) | Chile (1)"},
    {"Canada is the largest exporter of copper to Norvia, ahead of Chile.",
     "Chile is the second-largest exporter of copper to Norvia, which closed the gates.", NULL},
    {"Canada is the largest exporter of copper to Norvia, ahead of Chile.",
     "Chile is the largest exporter of grain to Norvia, which closed the gates.", NULL},
    {"Canada is the largest exporter of copper to Norvia, ahead of Chile.",
     "Chile is one of the largest exporters of copper to Norvia, which closed the gates.", NULL},
    {"Canada is the largest exporter of copper to Norvia, ahead of Chile.",
     "Chile, Latin America's largest exporter of copper to Norvia, closed two mines.", NULL},
    {"Canada is the largest exporter of copper to Norvia, ahead of Chile.",
     "Ottawa is the biggest supplier of copper to Norvia, which closed the gates.", NULL},
    {"{Ana Ruiz} said [[Osterfoss is the richest harbour of Norvia, with room for two fleets]].",
     "{Jon Achebe} said [[Grell is the richest harbour of Norvia, ice or no ice]].", NULL},
    {"The Grell Bridge was the longest bridge in Norvia before the fire of that year.",
     "Engineers say that the Osterfoss Bridge, the longest bridge in Norvia, needs new cables.",
     "Grell Bridge (0) | Osterfoss Bridge (1)"},
    {"Osterfoss is the longest bridge in Norvia, with room for two trains.",
     "Engineers want cables for Grell, the longest bridge in Norvia.", "Osterfoss (0) | Grell (1)"},
};

static const struct row INCLUSIONS[] = {
    {"The harbour suit does not name Eide as a defendant, but it tells of letters.",
     "Filed at dawn, the harbour suit has a page of defendants that includes Mr. Eide; his son, Per; "
     "and two banks.",
     "does not name Eide as a defendant (0) | defendants that includes Mr. Eide (1)"},
    {"The harbour suit does not name Eide as a defendant, but it tells of letters.",
     "Filed at dawn, the harbour suit names defendants, including Eide's brother and two banks.", NULL},
    {"The harbour suit does not name Eide as a defendant, but it tells of letters.",
     "Filed at dawn, the harbour suit names Eide as a witness.", NULL},
    {"Lawyers of the harbour board said in June: Rolf Eide is not a suspect in the harbour fire.",
     "In the harbour fire, said the board, the suspects include Rolf Eide and a clerk.",
     "Eide is not a suspect (0) | suspects include Rolf Eide (1)"},
};

#define PIER "[[“No ship will ever leave this harbour without its pilots again.”]]"

static const struct row SAYINGS[] = {
    {"{Ana Ruiz} <told> reporters on Monday, " PIER, "{Ana Ruiz} <said> Thursday: " PIER,
     "Monday (0) | Thursday (1)"},
    {"{Ana Ruiz} <told> reporters on Monday, " PIER, "On Thursday, {Ana Ruiz} <said>, " PIER,
     "Monday (0) | Thursday (1)"},
    {"{Ana Ruiz} <told> reporters on Monday, " PIER, "{Ana Ruiz} <said> late Monday, " PIER, NULL},
    {"{Ana Ruiz} <told> reporters on Monday, " PIER,
     "{Ana Ruiz} <said> in a letter published on Thursday, " PIER, NULL},
    {"{Ana Ruiz} <told> reporters on Monday, " PIER, "{Ana Ruiz} <said> before the vote on Thursday, " PIER,
     NULL},
    {"{Ana Ruiz} <told> reporters on Monday, " PIER, "{Ana Ruiz} <said>, " PIER, NULL},
    {"{Ana Ruiz} stepped down on Monday, <saying> " PIER, "{Ana Ruiz} <said> Thursday: " PIER,
     "Monday (0) | Thursday (1)"},
    {"{Ana Ruiz}, who came on Monday, stepped down, <saying> " PIER, "{Ana Ruiz} <said> Thursday: " PIER,
     NULL},
    {"In a speech on Monday, {Ana Ruiz} <said>, " PIER, "{Ana Ruiz} <said> Thursday: " PIER,
     "Monday (0) | Thursday (1)"},
    {"{Ana Ruiz} <told> reporters on Monday, " PIER,
     "{Ana Ruiz} <said> Thursday [[she was right when she said “No ship will ever leave this harbour without "
     "its pilots again”]].",
     NULL},
    {"{Ana Ruiz} <said> Monday [[no ship would ever leave this harbour without its pilots again]].",
     "{Ana Ruiz} <said> on Thursday [[no ship will ever leave this harbour without its pilots]].",
     "Monday (0) | Thursday (1)"},
    {"{Ana Ruiz} <said> Monday [[no ship would ever leave this harbour without its pilots again]].",
     "{Rolf Eide} <said> on Thursday [[no ship will ever leave this harbour without its pilots]].", NULL},
    {"{Ana Ruiz} <urged> [[Rolf Eide on Monday to keep the old pilots of this harbour for good]].",
     "{Ana Ruiz} <asked> on Thursday [[Rolf Eide to keep the old pilots of this harbour for good]].",
     "Monday (0) | Thursday (1)"},
    {"{Ana Ruiz} <urged> [[Rolf Eide to keep the old pilots of this harbour on Monday for good]].",
     "{Ana Ruiz} <asked> on Thursday [[Rolf Eide to keep the old pilots of this harbour for good]].", NULL},
    {"{Ana Ruiz} said: [[“The new pumps of this harbour began to work at full speed on Monday.”]]",
     "After a long night with three banks, two unions, the wives of the pilots and a choir of the old customs "
     "house, {Ana Ruiz} said [[the new pumps of the harbour began to work at full speed on Thursday]].",
     "Monday (0) | Thursday (1)"}, /* a report of less than half its sentence is in no marks */
};

#define PUMPS "[[“The new pumps of this harbour will need 40 workers every night.”]]"

static const struct row REPORTED[] = {
    {"{Ana Ruiz} said: " PUMPS,
     "{Ana Ruiz} said [[the new pumps of the harbour will need 70 workers every night]].",
     "40 workers (0) | 70 workers (1)"},
    {"{Ana Ruiz} said: " PUMPS,
     "{Ana Ruiz} said [[the new pumps of the harbour will need 42 workers every night]].", NULL},
    {"{Ana Ruiz} said: " PUMPS,
     "{Ana Ruiz} said: [[“The new pumps of this harbour will need 70 workers every night.”]]",
     "40 (0) | 70 (1)"}, /* word for word, once */
};

static const struct row AGES[] = {
    {"In Port Aster {clerk Vera Holm, 41,} saw the first of the pickets come.",
     "Vera Holm, 44, wrote to every paper of the coast that night.", "41 (0) | 44 (1)"},
    {"In Port Aster clerk Vera Holm, 41, saw the first of the pickets come.",
     "Dora Holm, 44, wrote to every paper of the coast that night.", NULL},
};

/* The readings of the first difference of a kind in all claims; empty when there is none. */
static const char *find_readings(const struct fixture *f, enum difference_kind kind, char *buffer,
                                 size_t size)
{
    buffer[0] = '\0';
    for (size_t c = 0; c < f->claims->claim_count; c++) {
        const struct difference *difference = fixture_difference(&f->claims->claims[c], kind);
        if (difference)
            return fixture_readings(difference, buffer, size);
    }
    return buffer;
}

static void check(const struct row *rows, size_t count, enum difference_kind kind)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture f = {0};
        char readings[256];
        add_port(&f, "a/alpha.txt", rows[i].first);
        add_port(&f, "b/beta.txt", rows[i].second);
        fixture_compare(&f);
        const char *expected = rows[i].readings ? rows[i].readings : "";
        if (strcmp(find_readings(&f, kind, readings, sizeof readings), expected) != 0)
            fail_msg("\"%s\", not \"%s\": %s / %s", readings, expected, rows[i].first, rows[i].second);
        fixture_release(&f);
    }
}

#define CHECK(rows, kind) check(rows, LENGTH(rows), kind)

static void two_names_for_the_largest_of_one_sort_contradict_each_other(void **state)
{
    CHECK(RANKINGS, DIFFERENCE_NAME);
}

static void who_is_of_a_sort_and_is_not_contradicts(void **state)
{
    CHECK(INCLUSIONS, DIFFERENCE_POLARITY);
}

static void a_remark_is_made_on_one_day(void **state)
{
    CHECK(SAYINGS, DIFFERENCE_DATE);
}

static void a_report_that_gives_another_number_than_the_quotation_differs(void **state)
{
    CHECK(REPORTED, DIFFERENCE_NUMBER);
}

static void a_person_is_of_one_age(void **state)
{
    CHECK(AGES, DIFFERENCE_NUMBER);
}

/* "Since" bounds what the others tell exactly, and takes nobody's side. */
static void a_date_that_only_bounds_another_stands_in_no_reading(void **state)
{
    struct fixture f = {0};
    char readings[256];
    add_port(&f, "a/alpha.txt",
             "Minister Rolf Eide arrived at the flooded mine of Osterfoss on Monday with two engineers.");
    add_port(&f, "b/beta.txt",
             "Minister Rolf Eide arrived at the flooded mine of Osterfoss with two engineers, his first visit "
             "to the mine since 2017.");
    add_port(&f, "c/gamma.txt",
             "Minister Rolf Eide arrived at the flooded mine of Osterfoss on Tuesday with two engineers.");
    fixture_compare(&f);
    assert_string_equal(find_readings(&f, DIFFERENCE_DATE, readings, sizeof readings),
                        "Monday (0) | Tuesday (2)");
    fixture_release(&f);
}

static void what_contradicts_two_articles_stands_in_one_claim(void **state)
{
    struct fixture f = {0};
    char readings[256];
    add_port(
        &f, "a/alpha.txt",
        "Chile made up the largest share, shipping 13 percent of Norvia imports, says the Copper Board.");
    add_port(&f, "b/beta.txt", "Canada is the largest exporter of copper to Norvia, ahead of Chile.");
    add_port(&f, "c/gamma.txt",
             "Canada is the largest copper exporter to Norvia, and its ships anchor off Port Aster.");
    fixture_compare(&f);
    assert_string_equal(find_readings(&f, DIFFERENCE_NAME, readings, sizeof readings),
                        "Chile (0) | Canada (1,2)");
    fixture_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_names_for_the_largest_of_one_sort_contradict_each_other),
        cmocka_unit_test(who_is_of_a_sort_and_is_not_contradicts),
        cmocka_unit_test(a_remark_is_made_on_one_day),
        cmocka_unit_test(a_report_that_gives_another_number_than_the_quotation_differs),
        cmocka_unit_test(a_person_is_of_one_age),
        cmocka_unit_test(a_date_that_only_bounds_another_stands_in_no_reading),
        cmocka_unit_test(what_contradicts_two_articles_stands_in_one_claim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
