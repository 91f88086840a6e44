/* test_output.c: what is printed of annotations and claims made by hand. What holds for whatever is found is for
 * test_contract.c. */
#include "contract.h"
#include "fixture.h"
#include "support.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/text/decode.h"

#include <stdlib.h>

static const struct output_options JSONL = {.format = OUTPUT_JSONL};
static const struct output_options PLAIN = {.format = OUTPUT_TEXT, .width = 60};
static const struct output_options EXPLAINED = {.format = OUTPUT_TEXT, .width = 60, .explain = true};
static const struct output_options EXPLAINED_JSONL = {.format = OUTPUT_JSONL, .explain = true};
static const struct output_options BRAT = {.format = OUTPUT_BRAT};
static const struct output_options CSV = {.format = OUTPUT_CSV};
static const struct output_options COLOR = {.format = OUTPUT_TEXT, .width = 60, .color = true};

static void assert_golden(const char *path, struct strbuf *out, bool escapes)
{
    contract_assert_safe(strbuf_str(out), escapes);
    support_golden(path, strbuf_str(out));
    strbuf_release(out);
}

static void annotations_as_printed(const char *path, const struct output_options *options)
{
    struct fixture fixture;
    struct strbuf out;
    strbuf_init(&out);
    fixture_open(&fixture);
    fixture_print(&fixture.documents[0], options, &out);
    fixture_print(&fixture.documents[1], options, &out);
    fixture_close(&fixture);
    assert_golden(path, &out, options->color);
}

static void annotations_as_json_lines(void **state)
{
    annotations_as_printed("output/golden/annotate.jsonl", &JSONL);
}

static void annotations_as_text(void **state)
{
    annotations_as_printed("output/golden/annotate.txt", &PLAIN);
}

/* Tabs separate its fields; no other control may be there. */
static void annotations_as_standoff(void **state)
{
    struct fixture fixture;
    struct strbuf out;
    strbuf_init(&out);
    fixture_open(&fixture);
    fixture_print(&fixture.documents[0], &BRAT, &out);
    fixture_close(&fixture);
    support_golden("output/golden/annotate.ann", strbuf_str(&out));
    for (size_t i = 0; i < out.size; i++)
        out.data[i] = out.data[i] == '\t' ? ' ' : out.data[i];
    contract_assert_safe(strbuf_str(&out), false);
    strbuf_release(&out);
}

static void annotations_in_colour(void **state)
{
    annotations_as_printed("output/golden/annotate-color.txt", &COLOR);
}

static void quotes_as_printed(const char *path, const bool *wanted, const struct output_options *options)
{
    struct fixture fixture;
    struct output_text text;
    struct strbuf out;
    strbuf_init(&out);
    fixture_open(&fixture);
    output_text_init(&text, fixture.documents[0].article, NULL);
    struct output_choice choice = {.wanted = wanted};
    output_quotes(&text, fixture.documents[0].annotations, &choice, options, &out);
    output_text_release(&text);
    fixture_close(&fixture);
    assert_golden(path, &out, options->color);
}

static void all_quotations(void **state)
{
    quotes_as_printed("output/golden/quotes.jsonl", NULL, &JSONL);
    quotes_as_printed("output/golden/quotes.txt", NULL, &PLAIN);
}

static void an_inner_quotation_alone_when_the_outer_is_not_wanted(void **state)
{
    static const bool WANTED[] = {false, true, false};
    quotes_as_printed("output/golden/quotes-inner.jsonl", WANTED, &JSONL);
    quotes_as_printed("output/golden/quotes-inner.txt", WANTED, &PLAIN);
}

/* Golden files end their lines as text does. */
static void drop_returns(struct strbuf *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < out->size; i++)
        if (out->data[i] != '\r')
            out->data[kept++] = out->data[i];
    out->size = kept;
    out->data[kept] = '\0';
}

static void claims_as_printed(const char *path, const struct output_options *options)
{
    struct fixture fixture;
    struct output_text texts[2];
    struct strbuf out;
    strbuf_init(&out);
    fixture_open(&fixture);
    for (size_t i = 0; i < 2; i++)
        output_text_init(&texts[i], fixture.documents[i].article, NULL);
    output_begin(OUTPUT_CLAIMS, options, &out);
    for (uint32_t i = 0; i < fixture.claims->claim_count; i++)
        output_claim(fixture.claims, i, fixture.documents, texts, options, &out);
    output_end(OUTPUT_CLAIMS, options, &out);
    for (size_t i = 0; i < 2; i++)
        output_text_release(&texts[i]);
    fixture_close(&fixture);
    if (options->format == OUTPUT_CSV)
        drop_returns(&out);
    assert_golden(path, &out, options->color);
}

static void claims_as_json_lines_and_text(void **state)
{
    claims_as_printed("output/golden/claims.jsonl", &JSONL);
    claims_as_printed("output/golden/claims.txt", &PLAIN);
}

static void claims_as_rows(void **state)
{
    claims_as_printed("output/golden/claims.csv", &CSV);
}

static void differences_explain_themselves(void **state)
{
    claims_as_printed("output/golden/claims-explained.txt", &EXPLAINED);
    claims_as_printed("output/golden/claims-explained.jsonl", &EXPLAINED_JSONL);
}

/* Formulas are disarmed, quotation marks doubled, line ends gone, and a row ends as RFC 4180 wants it. */
static void a_spreadsheet_can_trust_the_rows(void **state)
{
    static const char HOSTILE[] =
        "=cmd|' /C calc'!A0\n\n“@SUM(1,2) \"and\"\tmore,” said Ole Berg. “-1+1,” he added.\n";
    struct strbuf out;
    strbuf_init(&out);
    struct article *article = article_from_plain_text("+1.txt", str_from(HOSTILE));
    struct annotations *annotations = annotate(article);
    struct output_text text;
    output_text_init(&text, article, NULL);
    output_begin(OUTPUT_QUOTATIONS, &CSV, &out);
    output_quotes(&text, annotations, &(struct output_choice){0}, &CSV, &out);
    output_text_release(&text);
    assert_true(str_starts(strbuf_str(&out), STR("path,title,outlet,published,start,")));
    assert_true(str_find(strbuf_str(&out), STR("\r\n'+1.txt,'=cmd|' /C calc'!A0,,,"), 0) != STR_NONE);
    assert_true(str_find(strbuf_str(&out), STR("\"“@SUM(1,2) \"\"and\"\""), 0) != STR_NONE);
    assert_true(str_ends(strbuf_str(&out), STR("\r\n")));
    for (size_t at = 0; at < out.size; at++)
        assert_true(out.data[at] != '\n' || out.data[at - 1] == '\r');
    strbuf_release(&out);
    free(annotations);
    free(article);
}

static void text_wraps_to_the_width(void **state)
{
    struct fixture fixture;
    struct strbuf out;
    strbuf_init(&out);
    fixture_open(&fixture);
    fixture_print(&fixture.documents[0], &(struct output_options){.width = 40}, &out);
    fixture_close(&fixture);
    for (size_t at = 0; at < out.size;) {
        size_t end = str_find(strbuf_str(&out), STR("\n"), at);
        assert_true(text_code_points(str_slice(strbuf_str(&out), at, end)) <= 40);
        at = end + 1;
    }
    strbuf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(annotations_as_json_lines),
        cmocka_unit_test(annotations_as_text),
        cmocka_unit_test(annotations_as_standoff),
        cmocka_unit_test(annotations_in_colour),
        cmocka_unit_test(all_quotations),
        cmocka_unit_test(an_inner_quotation_alone_when_the_outer_is_not_wanted),
        cmocka_unit_test(claims_as_json_lines_and_text),
        cmocka_unit_test(claims_as_rows),
        cmocka_unit_test(differences_explain_themselves),
        cmocka_unit_test(a_spreadsheet_can_trust_the_rows),
        cmocka_unit_test(text_wraps_to_the_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
