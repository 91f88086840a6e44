/* test_web.c: the page of claims: what is on it, that it is well-formed whatever the articles hold, and that
 * it needs nothing from elsewhere. */
#include "fixture.h"

#include "support.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/array.h"
#include "whosaid/output/output.h"

#include <stdlib.h>
#include <string.h>

static const struct output_options HTML = {.format = OUTPUT_HTML};
static const struct output_options EXPLAINED = {.format = OUTPUT_HTML, .explain = true};

/* ---- a small checker of HTML */

enum { MOST_DEPTH = 32 };

static bool is_void(struct str name)
{
    return str_equal(name, STR("meta")) || str_equal(name, STR("br")) || str_equal(name, STR("!DOCTYPE"));
}

/* Every element that is opened is closed, in order; what stands between tags holds no loose sign. */
static void assert_well_formed(struct str page)
{
    struct str open[MOST_DEPTH];
    size_t depth = 0;
    for (size_t at = 0; (at = str_find(page, STR("<"), at)) != STR_NONE;) {
        size_t end = str_find(page, STR(">"), at);
        assert_true(end != STR_NONE);
        struct str tag = str_slice(page, at + 1, end);
        bool closes = str_starts(tag, STR("/"));
        struct str name = str_slice(tag, closes, closes + strcspn(tag.data + closes, " >"));
        assert_true(str_find(tag, STR("<"), 0) == STR_NONE);
        if (closes && (!depth || !str_equal(open[--depth], name)))
            fail_msg("</%.*s> closes nothing", STR_FMT(name));
        else if (!closes && !is_void(name)) {
            assert_true(depth < MOST_DEPTH);
            open[depth++] = name;
        }
        at = end;
    }
    assert_int_equal(depth, 0);
}

static void assert_self_contained(struct str page)
{
    static const char *const FORBIDDEN[] = {"<script", "<link", "<img",       "url(",
                                            "@import", "src=",  "javascript:"};
    for (size_t i = 0; i < LENGTH(FORBIDDEN); i++)
        if (str_find(page, str_from(FORBIDDEN[i]), 0) != STR_NONE)
            fail_msg("the page holds %s", FORBIDDEN[i]);
}

static void print_all(const struct claims *claims, const struct document *documents,
                      const struct output_options *options, struct strbuf *out)
{
    for (uint32_t i = 0; i < claims->claim_count; i++)
        output_claim(claims, i, documents, NULL, options, out);
}

/* ---- tests */

static void a_story_as_a_table(void **state)
{
    struct fixture fixture;
    struct strbuf out;
    strbuf_init(&out);
    fixture_open(&fixture);
    print_all(fixture.claims, fixture.documents, &EXPLAINED, &out);
    fixture_close(&fixture);
    assert_well_formed(strbuf_str(&out));
    support_golden("output/golden/claims.html", strbuf_str(&out));
    strbuf_release(&out);
}

/* Articles that try to break out of the page. */
static void hostile_articles_stay_text(void **state)
{
    static const char *const TEXTS[] = {
        "<script>alert(1)</script> & \"tide\"\n\nOutlet: \"><img src=x onerror=y>\n\n"
        "“We <b>walk</b> & run across the ice <!-- every --> morning,” said Ole <i>Berg</i>.\n",
        "Lake </style></table>\n\n“We <b>walk</b> & run across the ice every \033[31mmorning,” said Ole "
        "Berg. "
        "He said “</html> it rains”.\n",
    };
    struct document documents[2];
    struct strbuf out;
    strbuf_init(&out);
    for (size_t i = 0; i < 2; i++) {
        struct article *article =
            article_from_plain_text(i ? "b<u>.txt" : "a\"'<a href=javascript:x>.txt", str_from(TEXTS[i]));
        documents[i] = (struct document){article, annotate(article)};
    }
    struct library *library = library_from_documents(STR("lake"), documents, 2);
    output_begin(OUTPUT_CLAIMS, &HTML, &out);
    print_all(library_claims(library), library_documents(library), &HTML, &out);
    output_end(OUTPUT_CLAIMS, &HTML, &out);
    assert_true(library_claims(library)->claim_count > 0);
    assert_true(str_starts(strbuf_str(&out), STR("<!DOCTYPE html>\n<html lang=\"en\">")));
    assert_true(str_ends(strbuf_str(&out), STR("</html>\n")));
    assert_well_formed(strbuf_str(&out));
    assert_true(str_find(strbuf_str(&out), STR("&lt;b&gt;walk&lt;/b&gt; &amp; run"), 0) != STR_NONE);
    assert_true(str_find(strbuf_str(&out), STR("\033"), 0) == STR_NONE);
    strbuf_release(&out);
    library_free(library);
}

static void the_page_needs_nothing_else(void **state)
{
    struct fixture fixture;
    struct strbuf out;
    strbuf_init(&out);
    fixture_open(&fixture);
    output_begin(OUTPUT_CLAIMS, &HTML, &out);
    print_all(fixture.claims, fixture.documents, &HTML, &out);
    output_end(OUTPUT_CLAIMS, &HTML, &out);
    fixture_close(&fixture);
    assert_well_formed(strbuf_str(&out));
    assert_self_contained(strbuf_str(&out));
    strbuf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_story_as_a_table),
        cmocka_unit_test(hostile_articles_stay_text),
        cmocka_unit_test(the_page_needs_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
