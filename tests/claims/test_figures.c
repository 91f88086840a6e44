/* test_figures.c: numbers, dates and times that outlets tell of one thing: which fit together, which are held against
 * each other, and which only grew. */
#include "fixture.h"
#include "support.h"

#include "whosaid/base/array.h"

#include <stdio.h>

static void compare_two(struct fixture *f, const char *first, const char *second)
{
    fixture_compare_two(f, &FIXTURE_MINE, first, second);
}

/* What two outlets tell of one event, and how it differs; NULL when it must not. */
static const struct {
    const char *first, *second;
    enum difference_kind kind;
    const char *readings;
} FIGURES[] = {
    {"The flood trapped 47 miners in the eastern shaft of Halden.", "The flood trapped 43 miners in Halden's eastern shaft.",
     DIFFERENCE_NUMBER, "47 miners (0) | 43 miners (1)"},
    {"The flood trapped forty miners in the eastern shaft of Halden.", "The flood trapped 40 miners in Halden's eastern shaft.",
     DIFFERENCE_NUMBER, NULL},
    {"The flood trapped about 3,000 miners in the eastern shaft of Halden.",
     "The flood trapped 3,012 miners in Halden's eastern shaft.", DIFFERENCE_NUMBER, NULL},
    {"The flood trapped more than 40 miners in the eastern shaft of Halden.",
     "The flood trapped 43 miners in Halden's eastern shaft.", DIFFERENCE_NUMBER, NULL},
    {"Divers lifted a pump of 260 pounds from the flooded eastern shaft.",
     "From the flooded eastern shaft divers lifted a pump of 118 kg.", DIFFERENCE_NUMBER, NULL},
    {"Halden's copper mine earned $3.5 billion in 2022.", "The copper mine of Halden earned $3.5 billion in 2023.",
     DIFFERENCE_DATE, "2022 (0) | 2023 (1)"},
    {"Minister Rolf Eide arrived at the flooded mine late Monday with two engineers.",
     "On the roof of a bus, Minister Rolf Eide arrived at the flooded mine early Tuesday with two engineers.", DIFFERENCE_DATE,
     "Monday (0) | Tuesday (1)"},
    {"Minister Rolf Eide arrived at the flooded mine late Monday with two engineers.",
     "Minister Rolf Eide arrived at the flooded mine on Monday night with two engineers.", DIFFERENCE_DATE, NULL},
    {"Repairs to the flooded shaft will begin on June 3 under engineer Kari Lund.",
     "Repairs to the flooded shaft will begin June 5 under engineer Kari Lund.", DIFFERENCE_DATE, "June 3 (0) | June 5 (1)"},
    {"The flood trapped dozens of miners in the eastern shaft of Halden.", "The flood trapped 43 miners in Halden's eastern shaft.",
     DIFFERENCE_NUMBER, NULL},
    {"The flood trapped twenty-three miners in the eastern shaft of Halden.", "The flood trapped 23 miners in Halden's eastern shaft.",
     DIFFERENCE_NUMBER, NULL},
    {"The flood trapped up to 40 miners in the eastern shaft of Halden.", "The flood trapped 43 miners in Halden's eastern shaft.",
     DIFFERENCE_NUMBER, "40 miners (0) | 43 miners (1)"},
    {"Engineer Kari Lund, 41, drained the flooded eastern shaft of Halden.", "Engineer Kari Lund, 43, drained Halden's flooded eastern shaft.",
     DIFFERENCE_NUMBER, "41 (0) | 43 (1)"},
    {"Repairs to the flooded shaft under engineer Kari Lund cost $4 million in wages.",
     "Repairs to the flooded shaft under engineer Kari Lund cost \u20ac5 million in wages.", DIFFERENCE_NUMBER, NULL},
    {"Repairs to the flooded shaft under engineer Kari Lund cost $4.2 million in wages.",
     "Repairs to the flooded shaft under engineer Kari Lund cost $9 million in wages.", DIFFERENCE_NUMBER,
     "$4.2 million (0) | $9 million (1)"},
    {"Repairs to the flooded shaft began in September under engineer Kari Lund.",
     "Repairs to the flooded shaft began on September 14 under engineer Kari Lund.", DIFFERENCE_DATE, NULL},
    {"Repairs to the flooded shaft began in 2029 under engineer Kari Lund.",
     "Repairs to the flooded shaft began in 2027 under engineer Kari Lund.", DIFFERENCE_DATE, "2029 (0) | 2027 (1)"},
    {"Police held six looters at the flooded eastern shaft of Halden on Monday, after 40 looters on Sunday.",
     "Police held 40 looters at the flooded eastern shaft of Halden on Sunday.", DIFFERENCE_NUMBER, NULL},
    {"The council of Port Aster voted 52-48 for new pumps in the flooded eastern shaft.",
     "The council of Port Aster voted 53 to 47 for new pumps in the flooded eastern shaft.", DIFFERENCE_NUMBER,
     "52-48 (0) | 53 to 47 (1)"},
    {"The council of Port Aster voted 52-48 for new pumps in the flooded eastern shaft.",
     "The council of Port Aster voted 52 to 48 for new pumps in the flooded eastern shaft.", DIFFERENCE_NUMBER, NULL},
    {"It was the third visit of Minister Rolf Eide to the flooded eastern shaft.",
     "It was the second visit of Minister Rolf Eide to the flooded eastern shaft.", DIFFERENCE_NUMBER,
     "third visit (0) | second visit (1)"},
    {"The Norvian Mining Office put a 25 percent duty on copper of the flooded eastern shaft.",
     "The Norvian Mining Office put a 10 percent duty on tin of the flooded eastern shaft.", DIFFERENCE_NUMBER, NULL},
    {"The Norvian Mining Office put a 25 percent duty on copper of the flooded eastern shaft.",
     "The Norvian Mining Office put a 10 percent duty on copper of the flooded eastern shaft.", DIFFERENCE_NUMBER,
     "25 percent (0) | 10 percent (1)"},
    {"Two crews of Captain Ilse Brandt entered the flooded eastern shaft of Halden.",
     "Four crews of Captain Ilse Brandt left the flooded eastern shaft of Halden.", DIFFERENCE_NUMBER, NULL},
    {"The Norvian Mining Office put tariffs of 25 percent on imported copper and 10 percent on tin of the flooded eastern shaft.",
     "A 15 percent tariff on tin was put by the Norvian Mining Office on the flooded eastern shaft.", DIFFERENCE_NUMBER,
     "10 percent (0) | 15 percent (1)"},
    {"Owners of the flooded eastern shaft booked a loss of $9 million under engineer Kari Lund.",
     "Under engineer Kari Lund, owners of the flooded eastern shaft took a $4 million loss.", DIFFERENCE_NUMBER,
     "$9 million (0) | $4 million (1)"},
    {"The flooded eastern shaft paid an effective rate of 35.7 percent under engineer Kari Lund.",
     "The flooded eastern shaft paid 35.72 percent and a combined rate of 45.8 percent under engineer Kari Lund.", DIFFERENCE_NUMBER, NULL},
    {"A two-year grand jury investigation cleared engineer Kari Lund of the flooded eastern shaft.",
     "Engineer Kari Lund of the flooded eastern shaft was cleared by a six-year investigation.", DIFFERENCE_NUMBER,
     "two-year grand (0) | six-year investigation (1)"},
    {"Owners of the eastern shaft of Halden rely on a 1962 mining law under engineer Kari Lund.",
     "Under engineer Kari Lund, owners of Halden's eastern shaft rely on a 1974 law.", DIFFERENCE_DATE, "1962 (0) | 1974 (1)"},
    {"Engineer Kari Lund left the city council of Port Aster, a month after declaring her candidacy in June.",
     "Since declaring her candidacy in October, engineer Kari Lund has left the city council of Port Aster.", DIFFERENCE_DATE,
     "June (0) | October (1)"},
    {"Hearings on the flooded eastern shaft will be held in mid May by the council of Port Aster.",
     "The council of Port Aster says that hearings on its flooded eastern shaft would be held on April 30.", DIFFERENCE_DATE,
     "mid May (0) | April 30 (1)"},
    {"A 14-year-old boy was found in the flooded eastern shaft by Captain Ilse Brandt.",
     "A 15-year-old boy was found in the flooded eastern shaft by Captain Ilse Brandt.", DIFFERENCE_NUMBER,
     "14-year-old (0) | 15-year-old (1)"},
    {"Owners of the flooded eastern shaft avoided federal taxes for as long as 18 years under engineer Kari Lund.",
     "Under engineer Kari Lund, owners of the flooded eastern shaft avoided federal taxes for the next 12 years.", DIFFERENCE_NUMBER,
     "18 years (0) | 12 years (1)"},
    {"Owners of the flooded eastern shaft avoided federal taxes for the past 18 years under engineer Kari Lund.",
     "Under engineer Kari Lund, owners of the flooded eastern shaft will avoid federal taxes for the next 12 years.", DIFFERENCE_NUMBER,
     NULL},
    {"In a poll of Halden miners on the flooded eastern shaft Kari Lund leads with 41 percent.",
     "A poll of Halden miners on the flooded eastern shaft shows Kari Lund in the Norvia race at 23 percent.", DIFFERENCE_NUMBER,
     "41 percent (0) | 23 percent (1)"},
    {"In a poll of Halden miners on the flooded eastern shaft Kari Lund leads with 41 percent.",
     "A poll of Halden miners on the flooded eastern shaft shows Rolf Eide at 23 percent.", DIFFERENCE_NUMBER, NULL},
    {"The flood reached the eastern shaft of Halden at 9 p.m. under heavy rain.",
     "The flood reached the eastern shaft of Halden at 11 p.m. under heavy rain.", DIFFERENCE_NUMBER, NULL},
    {"The council will inspect the flooded eastern shaft of Halden on Monday.",
     "The council will inspect the flooded eastern shaft of Halden on Thursday.", DIFFERENCE_DATE, "Monday (0) | Thursday (1)"},
    {"Minister Rolf Eide landed at Grell airport with two engineers from the flooded mine.",
     "Minister Rolf Eide landed at Osterfoss airport with two engineers from the flooded mine.", DIFFERENCE_PLACE,
     "Grell airport (0) | Osterfoss airport (1)"},
    {"Minister Rolf Eide landed in Grell with two engineers from the flooded mine.",
     "Minister Rolf Eide landed in Norvia with two engineers from the flooded mine.", DIFFERENCE_PLACE, NULL},
    {"Minister Rolf Eide landed in Grell, Norvia, with two engineers from the flooded mine.",
     "Minister Rolf Eide landed in Osterfoss, Norvia, with two engineers from the flooded mine.", DIFFERENCE_PLACE,
     "Grell (0) | Osterfoss (1)"},
    {"Minister Rolf Eide landed in northern Grell with two engineers from the flooded mine.",
     "Minister Rolf Eide landed in Grell with two engineers from the flooded mine.", DIFFERENCE_PLACE, NULL},
    {"Minister Rolf Eide landed in northern Grell with two engineers from the flooded mine.",
     "Minister Rolf Eide landed in southern Grell with two engineers from the flooded mine.", DIFFERENCE_PLACE,
     "northern Grell (0) | southern Grell (1)"},
    {"Lawyers said in 2029 that engineer Kari Lund repaid the Halden mine $4 million in wages.",
     "She repaid the Halden mine $4 million in wages earlier this year, as engineer Kari Lund tells.", DIFFERENCE_DATE,
     "2029 (0) | earlier this year (1)"},
    {"Lawyers said in 2029 that engineer Kari Lund repaid the Halden mine $4 million in wages.",
     "She repaid the Halden mine $4 million in wages last year, as engineer Kari Lund tells.", DIFFERENCE_DATE,
     NULL},
    {"Lawyers said in 2029 that engineer Kari Lund repaid the Halden mine $4 million in wages.",
     "She repaid the Halden mine $4 million in wages in 2030, as engineer Kari Lund tells.", DIFFERENCE_DATE,
     "2029 (0) | 2030 (1)"},
    {"Lawyers said in 2029 that engineer Kari Lund repaid the Halden mine $4 million in wages.",
     "She repaid the Halden mine $4 million in wages in 2027, as engineer Kari Lund tells.", DIFFERENCE_DATE,
     NULL},
    {"Two engineers from the flooded mine were greeted at the gate by police chief Anna Stromm.",
     "Two engineers from the flooded mine were greeted at the gate by police chief Ida Holm.", DIFFERENCE_NAME,
     "Anna Stromm (0) | Ida Holm (1)"},
    {"Two engineers from the flooded mine were greeted at the gate by police chief Anna Stromberg.",
     "Two engineers from the flooded mine were greeted at the gate by the police chief, Ana Stromborg.", DIFFERENCE_NAME, NULL},
    {"Two engineers from the flooded mine were greeted at the gate by Anna Stromm, a miner.",
     "Two engineers from the flooded mine were greeted at the gate by police chief Ida Holm.", DIFFERENCE_NAME, NULL},
    {"Minister Rolf Eide met the miners' families in Port Aster's old church.",
     "Minister Rolf Eide is scheduled to meet the miners' families in Port Aster's old church.", DIFFERENCE_TENSE,
     "met (0) | scheduled to meet (1)"},
};

static void figures_of_one_fact_are_held_against_each_other(void **state)
{
    for (size_t i = 0; i < LENGTH(FIGURES); i++) {
        struct fixture f = {0};
        char readings[256] = "";
        compare_two(&f, FIGURES[i].first, FIGURES[i].second);
        const struct claim *claim = NULL;
        for (size_t c = 0; c < f.claims->claim_count && !claim; c++)
            if (f.claims->claims[c].version_count == 2 &&
                str_find(fixture_text(&f, &f.claims->claims[c].versions[0]), STR("Halden copper"), 0) == STR_NONE)
                claim = &f.claims->claims[c];
        if (!claim)
            fail_msg("not one claim: %s / %s", FIGURES[i].first, FIGURES[i].second);
        const struct difference *difference = fixture_difference(claim, FIGURES[i].kind);
        if (!difference != !FIGURES[i].readings)
            fail_msg("%s: %s / %s", difference ? "differs" : "does not differ", FIGURES[i].first, FIGURES[i].second);
        if (difference)
            assert_string_equal(fixture_readings(difference, readings, sizeof readings), FIGURES[i].readings);
        fixture_release(&f);
    }
}

static void one_thing_measured_twice_joins_what_shares_little_else(void **state)
{
    struct fixture f = {0};
    char readings[256];
    compare_two(&f, "Lawyers for the widows quoted from the 47-page inquest for most of that long morning.",
                "The 48-page inquest blames nobody.");
    const struct claim *claim = fixture_claim(&f, 0, "inquest");
    assert_ptr_equal(claim, fixture_claim(&f, 1, "inquest"));
    assert_string_equal(fixture_readings(fixture_difference(claim, DIFFERENCE_NUMBER), readings, sizeof readings),
                        "47-page inquest (0) | 48-page inquest (1)");
    fixture_release(&f);
}

static void add_dated(struct fixture *f, const char *name, const char *day, const char *sentences)
{
    fixture_tell(f, &FIXTURE_MINE, name, day, sentences);
}

/* Of 5 March 2031, a Wednesday, and the days told for one event. */
static const struct {
    const char *first, *second;
    const char *readings; /* NULL when they agree */
} DAYS[] = {
    {"last week", "on February 27", NULL},
    {"last week", "on February 3", "last week (0) | February 3 (1)"},
    {"last month", "on February 3", NULL},
    {"last month", "in January", "last month (0) | January (1)"},
    {"yesterday", "on March 4", NULL},
    {"yesterday", "on March 3", "yesterday (0) | March 3 (1)"},
    {"on Monday", "on March 3", NULL},
    {"on Monday", "on February 28", "Monday (0) | February 28 (1)"},
    {"two weeks ago", "on February 20", NULL},
    {"earlier this year", "in 2030", "earlier this year (0) | 2030 (1)"},
    {"a year ago", "in March 2030", NULL},
    {"in late February", "on February 26", NULL},
    {"in late February", "on February 3", "late February (0) | February 3 (1)"},
    {"on the 27th", "last week", NULL},
};

static void a_time_is_resolved_as_finely_as_it_is_told(void **state)
{
    for (size_t i = 0; i < LENGTH(DAYS); i++) {
        struct fixture f = {0};
        char first[256], second[256], readings[256];
        snprintf(first, sizeof first, "Minister Rolf Eide visited the flooded mine %s with two engineers.", DAYS[i].first);
        snprintf(second, sizeof second, "Minister Rolf Eide visited the flooded mine %s with two engineers.", DAYS[i].second);
        add_dated(&f, "a/alpha.txt", "2031-03-05", first);
        add_dated(&f, "b/beta.txt", "2031-03-05", second);
        fixture_compare(&f);
        const struct difference *difference = fixture_difference(fixture_claim(&f, 0, "Rolf Eide"), DIFFERENCE_DATE);
        if (!difference != !DAYS[i].readings)
            fail_msg("%s: %s, %s", difference ? "differs" : "does not differ", DAYS[i].first, DAYS[i].second);
        if (difference)
            assert_string_equal(fixture_readings(difference, readings, sizeof readings), DAYS[i].readings);
        fixture_release(&f);
    }
}

static void a_toll_that_grew_is_updated_and_no_conflict(void **state)
{
    static const char *const DAYS_LATER[] = {"2031-03-05", "2031-03-06"};
    for (size_t i = 0; i < 2; i++) {
        struct fixture f = {0};
        add_dated(&f, "a/alpha.txt", "2031-03-05", "The flood in the eastern shaft of Halden killed at least 12 people.");
        add_dated(&f, "b/beta.txt", DAYS_LATER[i], "15 people were killed by the flood in Halden's eastern shaft.");
        fixture_compare(&f);
        const struct claim *claim = fixture_claim(&f, 1, "15 people");
        assert_ptr_equal(claim, fixture_claim(&f, 0, "12 people"));
        assert_null(fixture_difference(claim, DIFFERENCE_NUMBER)); /* at least 12 are 15 */
        fixture_release(&f);
        f = (struct fixture){0};
        add_dated(&f, "a/alpha.txt", "2031-03-05", "The flood in the eastern shaft of Halden killed 12 people.");
        add_dated(&f, "b/beta.txt", DAYS_LATER[i], "15 people were killed by the flood in Halden's eastern shaft.");
        fixture_compare(&f);
        claim = fixture_claim(&f, 1, "15 people");
        const struct difference *difference = fixture_difference(claim, DIFFERENCE_NUMBER);
        assert_non_null(difference);
        assert_int_equal(difference->updated, i == 1);
        assert_int_equal(claim->relation, i == 1 ? RELATION_REWORDED : RELATION_DIFFERS);
        fixture_release(&f);
    }
}

static void an_article_that_contradicts_itself_is_shown(void **state)
{
    struct fixture f = {0};
    char readings[256];
    compare_two(&f,
                "Lawyers for the widows quoted from the 47-page inquest on the flooded shaft. Soup was served at noon. The widows "
                "of the flooded shaft called the 48-page inquest a disgrace.",
                "Soup was served at noon.");
    const struct claim *claim = NULL;
    for (size_t i = 0; i < f.claims->claim_count; i++)
        if (fixture_difference(&f.claims->claims[i], DIFFERENCE_NUMBER))
            claim = &f.claims->claims[i];
    assert_non_null(claim);
    assert_int_equal(claim->version_count, 2);
    assert_int_equal(claim->outlets, 1);
    assert_int_equal(claim->relation, RELATION_DIFFERS);
    assert_string_equal(fixture_readings(fixture_difference(claim, DIFFERENCE_NUMBER), readings, sizeof readings),
                        "47-page inquest (0) | 48-page inquest (1)");
    const struct difference *number = fixture_difference(claim, DIFFERENCE_NUMBER);
    assert_true(str_ends(number->note, STR(" says “47-page inquest”; elsewhere it says “48-page inquest”.")));
    assert_int_equal(claim->versions[1].mark_count, 1); /* the figure stands out in the text */
    fixture_release(&f);
}

/* The second article tells in two sentences what the first tells in one; what the first contradicts stands beside it. */
static void a_sentence_is_held_against_the_one_with_another_day(void **state)
{
    struct fixture f = {0};
    char readings[256];
    compare_two(&f, "Captain Ilse Brandt drained the eastern shaft of Halden on Monday with Ostvik ropes and lamps.",
                "Captain Ilse Brandt drained the eastern shaft of Halden with Ostvik ropes and lamps. Nobody slept. Ilse Brandt "
                "drained the eastern shaft on Thursday.");
    assert_ptr_equal(fixture_claim(&f, 0, "Ostvik ropes"), fixture_claim(&f, 1, "on Thursday"));
    const struct claim *days = fixture_claim(&f, 1, "on Thursday");
    assert_int_equal(days->version_count, 2);
    assert_string_equal(fixture_readings(fixture_difference(days, DIFFERENCE_DATE), readings, sizeof readings),
                        "Monday (0) | Thursday (1)");
    fixture_release(&f);
}

static void a_date_is_resolved_against_the_day_of_publication(void **state)
{
    struct fixture f = {0};
    add_dated(&f, "a/alpha.txt", "2031-03-05", "Minister Rolf Eide arrived at the flooded mine yesterday with two engineers.");
    add_dated(&f, "b/beta.txt", "2031-03-05", "Minister Rolf Eide arrived at the flooded mine on Tuesday with two engineers."); /* 2031-03-04 */
    fixture_compare(&f);
    assert_ptr_equal(fixture_claim(&f, 0, "Rolf Eide"), fixture_claim(&f, 1, "Rolf Eide"));
    assert_null(fixture_difference(fixture_claim(&f, 0, "Rolf Eide"), DIFFERENCE_DATE));
    fixture_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_of_one_fact_are_held_against_each_other),
        cmocka_unit_test(one_thing_measured_twice_joins_what_shares_little_else),
        cmocka_unit_test(a_time_is_resolved_as_finely_as_it_is_told),
        cmocka_unit_test(a_toll_that_grew_is_updated_and_no_conflict),
        cmocka_unit_test(an_article_that_contradicts_itself_is_shown),
        cmocka_unit_test(a_sentence_is_held_against_the_one_with_another_day),
        cmocka_unit_test(a_date_is_resolved_against_the_day_of_publication),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
