/* test_facts.c: what an article says of itself: datelines, bylines, dates, front matter. */
#include "support.h"

#include "dates.h"
#include "listing.h"
#include "whosaid/base/array.h"
#include "whosaid/corpus/corpus.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

struct dateline_case {
    const char *start;    /* of the first paragraph */
    const char *dateline; /* "" for none */
    const char *credit, *published;
};

static void datelines(void **state)
{
    static const struct dateline_case cases[] = {
        {"ALDBY, March 3 (Reuters) – It", "ALDBY, March 3 (Reuters) –", "Reuters", NULL},
        {"date 2031-03-03 ALDBY, March 3 (Reuters) – It", "date 2031-03-03 ALDBY, March 3 (Reuters) –",
         "Reuters", "2031-03-03"},
        {"date 2031-03-03 It", "date 2031-03-03", NULL, "2031-03-03"},
        {"WASHINGTON (AP) — It", "WASHINGTON (AP) —", "AP", NULL},
        {"PORT ELLERY, Norrl. — It", "PORT ELLERY, Norrl. —", NULL, NULL},
        {"ST. LOUIS -- It", "ST. LOUIS --", NULL, NULL},
        {"CHARLOTTE - It", "CHARLOTTE -", NULL, NULL},
        {"SÃO PAULO ― It", "SÃO PAULO ―", NULL, NULL},
        {"WINSTON-SALEM, N.C. — It", "WINSTON-SALEM, N.C. —", NULL, NULL},
        {"LONDON/BRUSSELS, 3 March 2031 (dpa) - It", "LONDON/BRUSSELS, 3 March 2031 (dpa) -", "dpa",
         "2031-03-03"},
        {"MOSCOW, March 3. /TASS/. It", "MOSCOW, March 3. /TASS/.", "TASS", NULL},
        {"Rio de Janeiro (AFP) – It", "Rio de Janeiro (AFP) –", "AFP", NULL},
        {"Aldby, March 3, 2031 (Norrland News Agency) — It", "Aldby, March 3, 2031 (Norrland News Agency) —",
         "Norrland News Agency", "2031-03-03"},
        {"(Reuters) - It", "(Reuters) -", "Reuters", NULL},
        {"March 3 (Reuters) - It", "March 3 (Reuters) -", "Reuters", NULL},
        {"(CNN)It", "(CNN)", "CNN", NULL},
        {"Aldby (CNN) It", "Aldby (CNN)", "CNN", NULL},
        {"PORT ELLERY (AP) _ It", "PORT ELLERY (AP) _", "AP", NULL},
        {"Port Ellery [Norrland], Mar 3 (PTI): It", "Port Ellery [Norrland], Mar 3 (PTI):", "PTI", NULL},
        {"ALDBY, March 3: It", "ALDBY, March 3:", NULL, NULL},
        {"ALDBY—It", "ALDBY—", NULL, NULL},
        /* Not datelines. */
        {"Kari Moe (Labour) – she of the bridge – said it", "", NULL, NULL},
        {"Kari Moe — the engineer — said it", "", NULL, NULL},
        {"NATO and the county said it", "", NULL, NULL},
        {"(Laughter) It", "", NULL, NULL},
        {"ANALYSIS: It", "", NULL, NULL},
        {"The wire (AP) that", "", NULL, NULL},
        {"Kari Moe (BBC) of the bridge", "", NULL, NULL},
        {"EVEN THE OLDEST MAN IN ALDBY SAYS SO — It", "", NULL, NULL},
        {"March 3 was a day like any other in Aldby - it", "", NULL, NULL},
        {"date night is over. It", "", NULL, NULL},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char text[512];
        snprintf(text, sizeof text, "%s was shut on Monday, the county said, and nobody knew for how long.",
                 cases[i].start);
        struct article *article = listing_article(text);
        assert_str(span_str(article_text(article), article->dateline), cases[i].dateline);
        assert_str(article_str(article, article->credit), cases[i].credit ? cases[i].credit : "");
        assert_str(article_str(article, article->published), cases[i].published ? cases[i].published : "");
        free(article);
    }
}

static void lines_before_the_body_belong_to_the_dateline(void **state)
{
    struct article *article = listing_article(
        "Skell Bridge Shut\n\nBy Kari Moe and Bo Lund\n\nUpdated March 3, 2031 10:15 am GMT\n\n"
        "ALDBY — The bridge was shut on Monday.\n\nBy Land, Sea and Air\n\nIt rained.");
    assert_str(span_str(article_text(article), article->dateline),
               "By Kari Moe and Bo Lund\n\nUpdated March 3, 2031 10:15 am GMT\n\nALDBY —");
    assert_str(article_str(article, article->byline), "Kari Moe and Bo Lund");
    assert_str(article_str(article, article->published), "2031-03-03");
    free(article);
}

struct line_case {
    const char *line;
    const char *byline, *published, *credit; /* NULL: unknown */
};

static void lines_under_a_headline_give_facts(void **state)
{
    static const struct line_case cases[] = {
        {"By Kari Moe", "Kari Moe", NULL, NULL},
        {"Written by Kari Moe", "Kari Moe", NULL, NULL},
        {"Author: Kari Moe", "Kari Moe", NULL, NULL},
        {"By Željko Öst, Zoë d’Arc and agencies", "Željko Öst, Zoë d’Arc and agencies", NULL, NULL},
        {"By Kari Moe | Updated: 3 March 2031", "Kari Moe", "2031-03-03", NULL},
        {"Kari Moe · 3 Mar 2031", "Kari Moe", "2031-03-03", NULL},
        {"Last modified on Mon 3 Mar 2031 14.05 EST", NULL, "2031-03-03", NULL},
        {"MARCH 3, 2031 / 2:05 PM / CBS/AP", NULL, "2031-03-03", NULL},
        {"Issued on: 13/03/2031 - 14:05", NULL, "2031-03-13", NULL},
        {"3 hours ago", NULL, NULL, NULL},
        {"Agence France-Presse", NULL, NULL, "Agence France-Presse"},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char text[512];
        snprintf(text, sizeof text, "Skell bridge shut\n\n%s" LISTING_BODY, cases[i].line);
        struct article *article = listing_article(text);
        assert_str(span_str(article_text(article), article->dateline), cases[i].line);
        assert_str(article_str(article, article->byline), cases[i].byline ? cases[i].byline : "");
        assert_str(article_str(article, article->published), cases[i].published ? cases[i].published : "");
        assert_str(article_str(article, article->credit), cases[i].credit ? cases[i].credit : "");
        free(article);
    }
}

static void a_paragraph_that_begins_like_a_byline_stays_body(void **state)
{
    static const char *const starts[] = {"By Monday March 3, 2031, it was clear to the county",
                                         "ALDBY, Norrland | Monday 3/3/2031 - 14:05 UTC | The county knew",
                                         "Author Kari Moe wrote in March"};
    for (size_t i = 0; i < LENGTH(starts); i++) {
        char text[512];
        snprintf(text, sizeof text,
                 "Skell bridge shut\n\n%s that the bridge would not open again." LISTING_BODY, starts[i]);
        struct article *article = listing_article(text);
        size_t at = str_find(article_text(article), STR("would not open"), 0);
        assert_int_equal(listing_part_at(article, (uint32_t)at), 'B');
        assert_null(article_str(article, article->byline).data);
        free(article);
    }
}

/* Found by the fuzzer: the paragraph behind the dateline was also taken for a line of names. */
static void names_behind_a_dateline_stay_body(void **state)
{
    struct article *article =
        listing_article("Skell bridge shut\n\nBy Ann Lee\n\nALDBY - Kari Moe" LISTING_BODY);
    size_t count, at = str_find(article_text(article), STR("Kari"), 0);
    const struct span *plate = article_boilerplate(article, &count);
    for (size_t i = 0; i < count; i++)
        assert_false(span_overlaps(plate[i], article->dateline));
    assert_int_equal(listing_part_at(article, (uint32_t)at), 'B');
    free(article);
}

static void lines_of_names_beside_a_byline_or_date_belong_to_it(void **state)
{
    struct article *article = listing_article(
        "Skell bridge shut\n\nPublished\n3 March 2031\n\nBy Kari Moe | Updated 4 March 2031 11.42 GMT+1\n"
        "Norrland News Agency" LISTING_BODY);
    assert_str(
        span_str(article_text(article), article->dateline),
        "Published\n3 March 2031\n\nBy Kari Moe | Updated 4 March 2031 11.42 GMT+1\nNorrland News Agency");
    assert_str(article_str(article, article->byline), "Kari Moe");
    assert_str(article_str(article, article->published), "2031-03-03");
    free(article);
}

static void a_paragraph_on_the_author_belongs_to_the_page(void **state)
{
    struct article *article = listing_article(
        "Skell Bridge Shut\n\nBy Kari Moe" LISTING_BODY "\n\n“Kari Moe is wrong,” the mayor said.\n\n"
        "Related articles\n\nFerry adds a sailing\n\nKeeper retires after 40 years\n\n"
        "Kari Moe is the bridge correspondent of the Advertiser, and was born in Aldby.");
    struct str text = article_text(article);
    assert_int_equal(listing_part_at(article, (uint32_t)str_find(text, STR("Kari Moe is the"), 0)), 'P');
    assert_int_equal(listing_part_at(article, (uint32_t)str_find(text, STR("Keeper"), 0)), 'P');
    assert_int_equal(listing_part_at(article, (uint32_t)str_find(text, STR("“Kari"), 0)), 'B');
    free(article);
}

static void front_matter_gives_facts_and_is_no_body(void **state)
{
    struct article *article =
        listing_article("OUTLET: Aldby Advertiser\nDate: 2031-03-03T08:30+01:00\nbyline: Kari Moe\n"
                        "Url: https://aldby.example/1\n\nSkell Bridge Shut" LISTING_BODY);
    assert_str(article_str(article, article->outlet), "Aldby Advertiser");
    assert_str(article_outlet_or_name(article), "Aldby Advertiser");
    assert_str(article_str(article, article->published), "2031-03-03T08:30:00+01:00");
    assert_str(article_str(article, article->byline), "Kari Moe");
    assert_str(article_str(article, article->url), "https://aldby.example/1");
    assert_int_equal(listing_part_at(article, 0), 'P');
    free(article);

    article = listing_article("Warning: the bridge is shut.\nDate: unknown." LISTING_BODY);
    assert_null(article_str(article, article->published).data);
    assert_int_equal(listing_part_at(article, 0), 'B');
    free(article);
}

struct date_case {
    const char *text;
    int year, month, day; /* month 0: no date */
    size_t size;
};

static void dates_are_read_as_news_writes_them(void **state)
{
    static const struct date_case cases[] = {
        {"2024-06-20", 2024, 6, 20, 10},
        {"2024-02-29 x", 2024, 2, 29, 10},
        {"2023-02-29", 0, 0, 0, 0},
        {"June 20, 2024", 2024, 6, 20, 13},
        {"20 June 2024.", 2024, 6, 20, 12},
        {"Jun 20", 0, 6, 20, 6},
        {"Sept. 1st, 2024", 2024, 9, 1, 15},
        {"Friday, July 21, 2017", 2017, 7, 21, 21},
        {"Thurs. 3 May", 0, 5, 3, 12},
        {"May 5 2020", 2020, 5, 5, 10},
        {"June 2024", 0, 0, 0, 0},
        {"June 31", 0, 0, 0, 0},
        {"June 20,000", 0, 0, 0, 0},
        {"Marched 3", 0, 0, 0, 0},
        {"Friday", 0, 0, 0, 0},
        {"2024-06-200", 0, 0, 0, 0},
        {"21/06/2023", 2023, 6, 21, 10},
        {"06/21/2023", 2023, 6, 21, 10},
        {"3.6.2023", 2023, 6, 3, 8},
        {"2023/6/3", 2023, 6, 3, 8},
        {"05/05/2023", 2023, 5, 5, 10},
        {"03/04/2023", 0, 0, 0, 0}, /* of April or of March? */
        {"3/21", 0, 0, 0, 0},
        {"1.2.34", 0, 0, 0, 0},
        {"", 0, 0, 0, 0},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct date date;
        size_t at = 0;
        bool found = date_read(str_from(cases[i].text), &at, &date);
        if (found != (cases[i].month != 0) || at != cases[i].size)
            fail_msg("%s: read %zu bytes", cases[i].text, at);
        if (found && (date.year != cases[i].year || date.month != cases[i].month || date.day != cases[i].day))
            fail_msg("%s: %d-%d-%d", cases[i].text, date.year, date.month, date.day);
    }
}

static int32_t day_of(const char *published)
{
    char text[128];
    int32_t day = -1;
    snprintf(text, sizeof text, "Date: %s" LISTING_BODY, published);
    struct article *article = listing_article(text);
    assert_true(article_day(article, &day));
    free(article);
    return day;
}

static void days_are_counted_from_1970(void **state)
{
    int32_t day;
    assert_int_equal(day_of("1970-01-01"), 0);
    assert_int_equal(day_of("2000-03-01"), 11017);
    assert_int_equal(day_of("2024-06-20"), 19894);
    assert_int_equal(day_of("1969-12-31"), -1);
    assert_int_equal(day_of("20 June 2024"), 19894);
    struct article *article = listing_article("No date here." LISTING_BODY);
    assert_false(article_day(article, &day));
    free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(datelines),
        cmocka_unit_test(lines_before_the_body_belong_to_the_dateline),
        cmocka_unit_test(lines_under_a_headline_give_facts),
        cmocka_unit_test(a_paragraph_that_begins_like_a_byline_stays_body),
        cmocka_unit_test(names_behind_a_dateline_stay_body),
        cmocka_unit_test(lines_of_names_beside_a_byline_or_date_belong_to_it),
        cmocka_unit_test(a_paragraph_on_the_author_belongs_to_the_page),
        cmocka_unit_test(front_matter_gives_facts_and_is_no_body),
        cmocka_unit_test(dates_are_read_as_news_writes_them),
        cmocka_unit_test(days_are_counted_from_1970),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
