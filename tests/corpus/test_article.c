/* test_article.c: the parts of a plain text: headline, dateline, dates, bylines, front matter, headings,
 * body. */
#include "support.h"

#include "dates.h"
#include "listing.h"
#include "whosaid/corpus/corpus.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct article *article_of(const char *text)
{
    struct article *article = article_from_plain_text("news/sample.txt", str_from(text));
    listing_check(article);
    return article;
}

#define BODY                                                                                                 \
    "\n\nThe county closed the bridge on Monday, and nobody in Aldby could say for how long it would stay "  \
    "shut."

/* ---- golden listings ---- */

static void check_golden(const char *source, const char *golden)
{
    size_t size;
    struct strbuf listing;
    char *bytes = support_read(source, &size);
    struct article *article = article_from_plain_text(source, (struct str){bytes, size});
    strbuf_init(&listing);
    listing_check(article);
    listing_add(article, &listing);
    support_golden(golden, strbuf_str(&listing));
    strbuf_release(&listing);
    free(article);
    free(bytes);
}

static void fixtures_fall_into_their_parts(void **state)
{
    static const char *const names[] = {"scraped-blog", "wire", "lines", "wrapped", "dated"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char source[128], golden[128];
        snprintf(source, sizeof source, "tests/corpus/fixtures/%s.txt", names[i]);
        snprintf(golden, sizeof golden, "corpus/golden/%s.txt", names[i]);
        check_golden(source, golden);
    }
}

static void the_bundled_corpus_falls_into_its_parts(void **state)
{
    static const char *const names[] = {"01-harbour-courier",  "02-continental-wire", "03-meridian-post",
                                        "04-fenwick-examiner", "05-two-rivers-daily", "06-lantern-review"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char source[128], golden[128];
        snprintf(source, sizeof source, "corpus/%s.txt", names[i]);
        snprintf(golden, sizeof golden, "corpus/golden/%s.txt", names[i]);
        check_golden(source, golden);
    }
}

/* ---- title ---- */

struct title_case {
    const char *text, *title;
    bool in_text; /* a headline stands there */
};

static void titles(void **state)
{
    static const struct title_case cases[] = {
        {"Skell Bridge Shut Until May" BODY, "Skell Bridge Shut Until May", true},
        {"Bridge shut after engineers find rust" BODY, "Bridge shut after engineers find rust", true},
        {"Who Will Pay for the Bridge?" BODY, "Who Will Pay for the Bridge?", true},
        {"\n\n  Skell Bridge Shut  " BODY, "Skell Bridge Shut", true},
        /* Broken lines are one headline. */
        {"Skell Bridge Shut After Engineers Find Rust\nin Both of Its Piers\n\nThe county closed the bridge "
         "on Monday,\n"
         "and nobody in Aldby could say how long it\nwould stay shut, or how the children would\nget to "
         "school.",
         "Skell Bridge Shut After Engineers Find Rust in Both of Its Piers", true},
        {"Rust Shuts the Skell Bridge\nThe county closed the bridge on Monday, for a month at the very "
         "least, it said.",
         "Rust Shuts the Skell Bridge", true},
        {"Share this article\n\nSkell Bridge Shut" BODY, "Skell Bridge Shut", true},
        {"Sign Up Before the Bridge Shuts" BODY, "Sign Up Before the Bridge Shuts", true},
        {"By Kari Moe\n\nSkell Bridge Shut" BODY, "Skell Bridge Shut", true},
        {"Watch: Ferry Leaves Port Ellery" BODY, "Watch: Ferry Leaves Port Ellery", true},
        /* A sentence over a dateline is a headline with a stop. */
        {"County shuts the bridge over the Skell.\n\nALDBY (AP) — The county closed the bridge on Monday.",
         "County shuts the bridge over the Skell.", true},
        /* So is a short question, but not the last sentence of a paragraph. */
        {"Can the bridge be saved?" BODY, "Can the bridge be saved?", true},
        {"It rained. Can the bridge be saved?" BODY, "It rained.", false},
        {"It rained.\n\nIt went on raining.", "It rained.", false},
        {"ALDBY, March 3 (Reuters) - The bridge is shut. Nobody knows why.", "The bridge is shut.", false},
        {"The county closed the bridge over the Skell on Monday morning after engineers had found rust in "
         "both of its "
         "piers, and it will stay shut.",
         "The county closed the bridge over the Skell on Monday morning after engineers had found…", false},
        {"Skell Bridge Shut", "Skell Bridge Shut", false},
        {"...", "...", false},
        {"Title: Rust and Steel\nOutlet: Aldby Advertiser" BODY, "Rust and Steel", true},
        {"Title: Rust and Steel\n\nBridge Shut Over Rust" BODY, "Bridge Shut Over Rust", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article *article = article_of(cases[i].text);
        assert_str(article_str(article, article->title), cases[i].title);
        if (span_is_empty(article->title_span) == cases[i].in_text)
            fail_msg("headline or not: %s", cases[i].title);
        free(article);
    }
}

static void what_has_no_words_is_named_after_its_file(void **state)
{
    struct article *article = article_from_plain_text("a/b\x1b[31m\nc.txt", STR(" \n "));
    assert_str(article_str(article, article->path), "a/b\x1b[31m\nc.txt");
    assert_null(strchr(article_str(article, article->name).data, '\x1b'));
    assert_true(str_equal(article_str(article, article->title), article_str(article, article->name)));
    assert_str(article_outlet_or_name(article), article_str(article, article->name).data);
    free(article);
}

/* ---- dateline ---- */

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
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[512];
        snprintf(text, sizeof text, "%s was shut on Monday, the county said, and nobody knew for how long.",
                 cases[i].start);
        struct article *article = article_of(text);
        assert_str(span_str(article_text(article), article->dateline), cases[i].dateline);
        assert_str(article_str(article, article->credit), cases[i].credit ? cases[i].credit : "");
        assert_str(article_str(article, article->published), cases[i].published ? cases[i].published : "");
        free(article);
    }
}

static void lines_before_the_body_belong_to_the_dateline(void **state)
{
    struct article *article =
        article_of("Skell Bridge Shut\n\nBy Kari Moe and Bo Lund\n\nUpdated March 3, 2031 10:15 am GMT\n\n"
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
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[512];
        snprintf(text, sizeof text, "Skell bridge shut\n\n%s" BODY, cases[i].line);
        struct article *article = article_of(text);
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
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        char text[512];
        snprintf(text, sizeof text, "Skell bridge shut\n\n%s that the bridge would not open again." BODY,
                 starts[i]);
        struct article *article = article_of(text);
        size_t at = str_find(article_text(article), STR("would not open"), 0);
        assert_int_equal(listing_part_at(article, (uint32_t)at), 'B');
        assert_null(article_str(article, article->byline).data);
        free(article);
    }
}

/* Found by the fuzzer: the paragraph behind the dateline was also taken for a line of names. */
static void names_behind_a_dateline_stay_body(void **state)
{
    struct article *article = article_of("Skell bridge shut\n\nBy Ann Lee\n\nALDBY - Kari Moe" BODY);
    size_t count, at = str_find(article_text(article), STR("Kari"), 0);
    const struct span *plate = article_boilerplate(article, &count);
    for (size_t i = 0; i < count; i++)
        assert_false(span_overlaps(plate[i], article->dateline));
    assert_int_equal(listing_part_at(article, (uint32_t)at), 'B');
    free(article);
}

static void lines_of_names_beside_a_byline_or_date_belong_to_it(void **state)
{
    struct article *article = article_of(
        "Skell bridge shut\n\nPublished\n3 March 2031\n\nBy Kari Moe | Updated 4 March 2031 11.42 GMT+1\n"
        "Norrland News Agency" BODY);
    assert_str(
        span_str(article_text(article), article->dateline),
        "Published\n3 March 2031\n\nBy Kari Moe | Updated 4 March 2031 11.42 GMT+1\nNorrland News Agency");
    assert_str(article_str(article, article->byline), "Kari Moe");
    assert_str(article_str(article, article->published), "2031-03-03");
    free(article);
}

static void a_paragraph_on_the_author_belongs_to_the_page(void **state)
{
    struct article *article =
        article_of("Skell Bridge Shut\n\nBy Kari Moe" BODY "\n\n“Kari Moe is wrong,” the mayor said.\n\n"
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
        article_of("OUTLET: Aldby Advertiser\nDate: 2031-03-03T08:30+01:00\nbyline: Kari Moe\n"
                   "Url: https://aldby.example/1\n\nSkell Bridge Shut" BODY);
    assert_str(article_str(article, article->outlet), "Aldby Advertiser");
    assert_str(article_outlet_or_name(article), "Aldby Advertiser");
    assert_str(article_str(article, article->published), "2031-03-03T08:30:00+01:00");
    assert_str(article_str(article, article->byline), "Kari Moe");
    assert_str(article_str(article, article->url), "https://aldby.example/1");
    assert_int_equal(listing_part_at(article, 0), 'P');
    free(article);

    article = article_of("Warning: the bridge is shut.\nDate: unknown." BODY);
    assert_null(article_str(article, article->published).data);
    assert_int_equal(listing_part_at(article, 0), 'B');
    free(article);
}

/* ---- dates ---- */

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
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
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
    snprintf(text, sizeof text, "Date: %s" BODY, published);
    struct article *article = article_of(text);
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
    struct article *article = article_of("No date here." BODY);
    assert_false(article_day(article, &day));
    free(article);
}

/* ---- headings ---- */

struct heading_case {
    const char *line;
    bool heading;
};

static void headings_are_told_from_sentences(void **state)
{
    static const struct heading_case cases[] = {
        {"Talks To Resume", true},
        {"What happens next", true},
        {"Background", true},
        {"No Town Should Have To Beg for a Harbor", true},
        {"– A bridge too far –", true},
        {"Who Will Pay for the Bridge?", true},
        {"“No town should beg.”", false},
        {"\"We will not beg\"", true},
        {"‘NOT BEGGING’", true},
        {"“We will not beg,”", false},
        {"It rained.", false},
        {"He said:", false},
        {"And the mayor?", false},
        {"but not for long", false},
        {"Moderator: Thank you, Mayor", false},
        {"— Kari Moe (@karimoe) March 3", false},
        {"https://aldby.example/1", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[512];
        snprintf(text, sizeof text, "Skell Bridge Shut" BODY "\n\n%s" BODY, cases[i].line);
        struct article *article = article_of(text);
        size_t at = str_find(article_text(article), str_from(cases[i].line), 0);
        char kind = listing_part_at(article, (uint32_t)at);
        if (kind != (cases[i].heading ? 'H' : 'B'))
            fail_msg("%c: %s", kind, cases[i].line);
        free(article);
    }
}

static void several_questions_head_their_parts(void **state)
{
    struct article *article = article_of("Skell Bridge Shut" BODY "\n\nWhy was it shut?" BODY
                                         "\n\nAnd now?" BODY "\n\nWho pays?" BODY);
    struct str text = article_text(article);
    assert_int_equal(listing_part_at(article, (uint32_t)str_find(text, STR("Why was"), 0)), 'H');
    assert_int_equal(listing_part_at(article, (uint32_t)str_find(text, STR("And now"), 0)), 'B');
    assert_int_equal(listing_part_at(article, (uint32_t)str_find(text, STR("Who pays"), 0)), 'H');
    free(article);
    article = article_of("Skell Bridge Shut" BODY "\n\nWhy was it shut?" BODY);
    text = article_text(article);
    assert_int_equal(listing_part_at(article, (uint32_t)str_find(text, STR("Why was"), 0)), 'B');
    free(article);
}

/* ---- the rest ---- */

static const char *language_of_text(const char *text)
{
    static char language[16];
    struct article *article = article_of(text);
    snprintf(language, sizeof language, "%s", article_str(article, article->language).data);
    free(article);
    return language;
}

static void english_is_told_from_what_is_not(void **state)
{
    assert_string_equal(
        language_of_text("The bridge was shut by the county after engineers had found rust in it."), "en");
    assert_string_equal(language_of_text("Die Brücke wurde am Montag gesperrt, weil Ingenieure Rost fanden."),
                        "und");
    assert_string_equal(
        language_of_text("Le pont a été fermé lundi par le comté, on ne sait pas pour combien de temps."),
        "und");
    assert_string_equal(
        language_of_text("De brug werd maandag door de gemeente gesloten, en niemand was verbaasd."), "und");
    assert_string_equal(language_of_text("橋は月曜日に閉鎖された。"), "und");
}

static void articles_keep_what_was_cleaned(void **state)
{
    size_t edits;
    struct article *article =
        article_of("Skell\x1b[31m Bridge\xe2\x80\x8b Shut\r\n\r\nIt \xff rained on \xe2\x80\xaeMonday.");
    assert_null(memchr(article_text(article).data, '\x1b', article_text(article).size));
    assert_int_equal(article->hygiene.controls, 1);
    assert_int_equal(article->hygiene.bidi + article->hygiene.ignorables > 0, 1);
    assert_non_null(article_edits(article, &edits));
    assert_true(edits >= 3);
    struct article *other = article_of("Skell Bridge Shut\n\nIt rained on Monday.");
    assert_true(article->content_hash != other->content_hash);
    free(article);
    free(other);
}

static void body_is_what_nothing_else_claims(void **state)
{
    span_vector body = {0};
    struct article *article =
        article_of("Skell Bridge Shut\n\nALDBY — It rained.\n\nIt snowed.\n\nThe Day After\n\n"
                   "The county said nothing at all.\n\nShare this article");
    article_body(article, &body);
    assert_int_equal(body.size, 2);
    assert_str(span_str(article_text(article), body.data[0]), "It rained.\n\nIt snowed.");
    assert_str(span_str(article_text(article), body.data[1]), "The county said nothing at all.");
    vector_release(&body);
    free(article);
}

/* ---- the seeds beside the repository ---- */

/* Whether a text's part of a kind holds the words. */
static bool part_holds(const struct article *article, char kind, const char *words)
{
    size_t at = str_find(article_text(article), str_from(words), 0);
    return at != STR_NONE && listing_part_at(article, (uint32_t)at) == kind;
}

static void the_seeds_fall_into_their_parts(void **state)
{
    const char *folder = support_shared("seeds");
    struct corpus *corpus = corpus_open(&folder, 1, NULL, NULL);
    struct article *articles[5];
    size_t count;
    assert_int_equal(corpus_size(corpus), 5);
    for (size_t i = 0; i < 5; i++) {
        assert_non_null(articles[i] = corpus_load(corpus, i, NULL));
        listing_check(articles[i]);
        assert_str(article_str(articles[i], articles[i]->language), "en");
    }
    assert_str(article_str(articles[2], articles[2]->published), "2024-06-20");
    assert_str(article_str(articles[2], articles[2]->credit), "Reuters");
    assert_true(span_is_empty(articles[2]->title_span) && span_is_empty(articles[3]->title_span));
    assert_true(part_holds(articles[1], 'P', "Share this") && part_holds(articles[1], 'P', "Read next"));
    assert_true(part_holds(articles[2], 'P', "Thank you for") &&
                part_holds(articles[4], 'P', "Corrections:"));
    assert_true(part_holds(articles[4], 'H', "No Country Should"));
    article_headings(articles[2], &count);
    assert_int_equal(count, 4);
    article_headings(articles[3], &count);
    assert_int_equal(count, 0);
    article_boilerplate(articles[0], &count);
    assert_int_equal(count, 0);
    for (size_t i = 0; i < 5; i++)
        free(articles[i]);
    corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fixtures_fall_into_their_parts),
        cmocka_unit_test(the_bundled_corpus_falls_into_its_parts),
        cmocka_unit_test(titles),
        cmocka_unit_test(what_has_no_words_is_named_after_its_file),
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
        cmocka_unit_test(headings_are_told_from_sentences),
        cmocka_unit_test(several_questions_head_their_parts),
        cmocka_unit_test(english_is_told_from_what_is_not),
        cmocka_unit_test(articles_keep_what_was_cleaned),
        cmocka_unit_test(body_is_what_nothing_else_claims),
        cmocka_unit_test(the_seeds_fall_into_their_parts),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
