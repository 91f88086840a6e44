/* test_article.c: the parts of a plain text: headline, dateline, dates, bylines, front matter, headings,
 * body. */
#include "support.h"

#include "listing.h"
#include "whosaid/base/array.h"
#include "whosaid/corpus/corpus.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    for (size_t i = 0; i < LENGTH(names); i++) {
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
    for (size_t i = 0; i < LENGTH(names); i++) {
        char source[128], golden[128];
        snprintf(source, sizeof source, "corpus/%s.txt", names[i]);
        snprintf(golden, sizeof golden, "corpus/golden/%s.txt", names[i]);
        check_golden(source, golden);
    }
}

struct title_case {
    const char *text, *title;
    bool in_text; /* a headline stands there */
};

static void titles(void **state)
{
    static const struct title_case cases[] = {
        {"Skell Bridge Shut Until May" LISTING_BODY, "Skell Bridge Shut Until May", true},
        {"Bridge shut after engineers find rust" LISTING_BODY, "Bridge shut after engineers find rust", true},
        {"Who Will Pay for the Bridge?" LISTING_BODY, "Who Will Pay for the Bridge?", true},
        {"\n\n  Skell Bridge Shut  " LISTING_BODY, "Skell Bridge Shut", true},
        /* Broken lines are one headline. */
        {"Skell Bridge Shut After Engineers Find Rust\nin Both of Its Piers\n\nThe county closed the bridge "
         "on Monday,\n"
         "and nobody in Aldby could say how long it\nwould stay shut, or how the children would\nget to "
         "school.",
         "Skell Bridge Shut After Engineers Find Rust in Both of Its Piers", true},
        {"Rust Shuts the Skell Bridge\nThe county closed the bridge on Monday, for a month at the very "
         "least, it said.",
         "Rust Shuts the Skell Bridge", true},
        {"Share this article\n\nSkell Bridge Shut" LISTING_BODY, "Skell Bridge Shut", true},
        {"Sign Up Before the Bridge Shuts" LISTING_BODY, "Sign Up Before the Bridge Shuts", true},
        {"By Kari Moe\n\nSkell Bridge Shut" LISTING_BODY, "Skell Bridge Shut", true},
        {"Watch: Ferry Leaves Port Ellery" LISTING_BODY, "Watch: Ferry Leaves Port Ellery", true},
        /* A sentence over a dateline is a headline with a stop. */
        {"County shuts the bridge over the Skell.\n\nALDBY (AP) — The county closed the bridge on Monday.",
         "County shuts the bridge over the Skell.", true},
        /* So is a short question, but not the last sentence of a paragraph. */
        {"Can the bridge be saved?" LISTING_BODY, "Can the bridge be saved?", true},
        {"It rained. Can the bridge be saved?" LISTING_BODY, "It rained.", false},
        {"It rained.\n\nIt went on raining.", "It rained.", false},
        {"ALDBY, March 3 (Reuters) - The bridge is shut. Nobody knows why.", "The bridge is shut.", false},
        {"The county closed the bridge over the Skell on Monday morning after engineers had found rust in "
         "both of its "
         "piers, and it will stay shut.",
         "The county closed the bridge over the Skell on Monday morning after engineers had found…", false},
        {"Skell Bridge Shut", "Skell Bridge Shut", false},
        {"...", "...", false},
        {"Title: Rust and Steel\nOutlet: Aldby Advertiser" LISTING_BODY, "Rust and Steel", true},
        {"Title: Rust and Steel\n\nBridge Shut Over Rust" LISTING_BODY, "Bridge Shut Over Rust", true},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct article *article = listing_article(cases[i].text);
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
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char text[512];
        snprintf(text, sizeof text, "Skell Bridge Shut" LISTING_BODY "\n\n%s" LISTING_BODY, cases[i].line);
        struct article *article = listing_article(text);
        size_t at = str_find(article_text(article), str_from(cases[i].line), 0);
        char kind = listing_part_at(article, (uint32_t)at);
        if (kind != (cases[i].heading ? 'H' : 'B'))
            fail_msg("%c: %s", kind, cases[i].line);
        free(article);
    }
}

static void several_questions_head_their_parts(void **state)
{
    struct article *article =
        listing_article("Skell Bridge Shut" LISTING_BODY "\n\nWhy was it shut?" LISTING_BODY
                        "\n\nAnd now?" LISTING_BODY "\n\nWho pays?" LISTING_BODY);
    struct str text = article_text(article);
    assert_int_equal(listing_part_at(article, (uint32_t)str_find(text, STR("Why was"), 0)), 'H');
    assert_int_equal(listing_part_at(article, (uint32_t)str_find(text, STR("And now"), 0)), 'B');
    assert_int_equal(listing_part_at(article, (uint32_t)str_find(text, STR("Who pays"), 0)), 'H');
    free(article);
    article = listing_article("Skell Bridge Shut" LISTING_BODY "\n\nWhy was it shut?" LISTING_BODY);
    text = article_text(article);
    assert_int_equal(listing_part_at(article, (uint32_t)str_find(text, STR("Why was"), 0)), 'B');
    free(article);
}

static const char *language_of_text(const char *text)
{
    static char language[16];
    struct article *article = listing_article(text);
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
        listing_article("Skell\x1b[31m Bridge\xe2\x80\x8b Shut\r\n\r\nIt \xff rained on \xe2\x80\xaeMonday.");
    assert_null(memchr(article_text(article).data, '\x1b', article_text(article).size));
    assert_int_equal(article->hygiene.controls, 1);
    assert_int_equal(article->hygiene.bidi + article->hygiene.ignorables > 0, 1);
    assert_non_null(article_edits(article, &edits));
    assert_true(edits >= 3);
    struct article *other = listing_article("Skell Bridge Shut\n\nIt rained on Monday.");
    assert_true(article->content_hash != other->content_hash);
    free(article);
    free(other);
}

static void body_is_what_nothing_else_claims(void **state)
{
    span_vector body = {0};
    struct article *article =
        listing_article("Skell Bridge Shut\n\nALDBY — It rained.\n\nIt snowed.\n\nThe Day After\n\n"
                        "The county said nothing at all.\n\nShare this article");
    article_body(article, &body);
    assert_int_equal(body.size, 2);
    assert_str(span_str(article_text(article), body.data[0]), "It rained.\n\nIt snowed.");
    assert_str(span_str(article_text(article), body.data[1]), "The county said nothing at all.");
    vector_release(&body);
    free(article);
}

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
