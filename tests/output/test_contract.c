/* test_contract.c: what is printed of whatever the annotator finds, in hostile bytes too: the keys and offsets that
 * are promised, and nothing that harms a terminal. */
#include "contract.h"
#include "fixture.h"
#include "support.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/array.h"
#include "whosaid/text/decode.h"

#include <stdlib.h>
#include <string.h>

static const struct output_options JSONL = {.format = OUTPUT_JSONL};
static const struct output_options PLAIN = {.format = OUTPUT_TEXT, .width = 60};
static const struct output_options BRAT = {.format = OUTPUT_BRAT};

/* What the annotator meets in the wild, and what somebody may send to hurt a terminal. */
static const struct {
    const char *name, *bytes;
} INPUTS[] = {
    {"plain", "Lake level falls\n\nThe lake is low, warden Ole Berg said. “We walk across,” he added.\n"},
    {"crlf",
     "Lake level falls\r\n\r\n“We walk across,” said Ole Berg.\r\nHe added that “rain may help”.\r\n"},
    {"bom", "\xEF\xBB\xBF“We walk across,” said Ole Berg.\n"},
    {"cp1252", "Ole Berg said: \x93We walk across\x94 \x96 and caf\xE9.\n"},
    {"escapes",
     "“We \033[31mwalk\033[m across\033]0;owned\007,” said Ole\033P Berg\x7F. “No \x01\x02,” he added.\n"},
    {"c1", "“We walk \xC2\x9B"
           "31m across \xC2\x85,” said Ole Berg.\n"},
    {"bidi",
     "“We \xE2\x80\xAEklaw\xE2\x80\xAC across,” said \xE2\x81\xA6Ole Berg\xE2\x81\xA9. He said “no”.\n"},
    {"invisible",
     "“We\xE2\x80\x8B wa\xC2\xADlk \xF3\xA0\x81\x81\xF3\xA0\x81\xBF across,” said Ole\xE2\x80\x8C Berg.\n"},
    {"marks", "“We wa\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87\xCC\x88lk,” said Ole Berg.\n"},
    {"emoji", "“We \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 walk \xE2\x9D\xA4\xEF\xB8\x8F "
              "\xF0\x9F\x87\xBB\xF0\x9F\x87\xB3,” said Ole.\n"},
    {"separators", "“We walk\xE2\x80\xA8 across,\xE2\x80\xA9” said Ole Berg.\v\fThe “tide” is \"out\"\\.\n"},
    {"invalid", "“We \xFF\xFEwalk \xC3( across,” said Ole \xF0\x9F Berg. \xED\xA0\x80\n"},
    {"nested", "“He told me ‘they said “we walk” twice’,” said Ole Berg. ““““Oh,” he said.\n"},
};

static void print_input(const char *path, const char *bytes, bool verbatim,
                        const struct output_options *options, struct strbuf *out)
{
    struct article *article = article_from_plain_text(path, str_from(bytes));
    struct annotations *annotations = annotate(article);
    struct text_decoded decoded;
    struct output_text text;
    text_decode(str_from(bytes), NULL, &decoded);
    output_text_init(&text, article, verbatim ? &decoded.utf8 : NULL);
    output_annotate(&text, annotations, options, out);
    output_quotes(&text, annotations, &(struct output_choice){0}, options, out);
    output_text_release(&text);
    text_decoded_release(&decoded);
    free(annotations);
    free(article);
}

/* A quotation over a line end is two fragments; offsets count the file's code points. */
static void standoff_fragments_end_with_the_line(void **state)
{
    struct strbuf out;
    strbuf_init(&out);
    print_input("/nowhere/lake.txt", "\xEF\xBB\xBFLake\r\n\r\n“We walk\r\n  across,” said Ole Berg.\r\n",
                true, &BRAT, &out);
    assert_true(str_find(strbuf_str(&out),
                         STR("T1\tQuotation 9 17;21 29\t“We walk across,”\nA1\tKind T1 direct\n"), 0) == 0);
    assert_true(str_find(strbuf_str(&out), STR("\tSpeaker 35 43\tOle Berg\n"), 0) != STR_NONE);
    assert_true(str_find(strbuf_str(&out), STR("\tSaidBy Arg1:T1 Arg2:T2\n"), 0) != STR_NONE);
    strbuf_release(&out);
}

static void a_colon_is_no_word_behind_the_name(void **state)
{
    struct strbuf out;
    strbuf_init(&out);
    print_input("lake.txt", "Lake\n\nOle Berg, a diver: “We walk across, all of us, when it freezes.”\n",
                false, &PLAIN, &out);
    assert_true(str_find(strbuf_str(&out), STR("— Ole Berg, diver\n"), 0) != STR_NONE);
    strbuf_release(&out);
}

/* The first line is the article, the others are its quotations. */
static void assert_lines(struct str out)
{
    json_t *article = NULL;
    for (size_t at = 0; at < out.size;) {
        size_t end = str_find(out, STR("\n"), at) + 1;
        json_t *record = contract_parse(str_slice(out, at, end));
        if (article)
            contract_assert_quote(record, json_string_value(json_object_get(article, "text")));
        else
            contract_assert_article(record);
        if (article)
            json_decref(record);
        else
            article = record;
        at = end;
    }
    assert_non_null(article);
    json_decref(article);
}

static void offsets_are_code_points_of_the_printed_text(void **state)
{
    for (size_t i = 0; i < LENGTH(INPUTS); i++) {
        for (int verbatim = 0; verbatim < 2; verbatim++) {
            struct strbuf out;
            strbuf_init(&out);
            print_input("/nowhere/lake.txt", INPUTS[i].bytes, verbatim, &JSONL, &out);
            contract_assert_safe(strbuf_str(&out), false);
            assert_lines(strbuf_str(&out));
            strbuf_release(&out);
        }
    }
}

/* Every quotation of the record, inner ones too, has sentences that say why. */
static void assert_why(const json_t *quotes)
{
    size_t i, j;
    const json_t *quote, *sentence;
    json_array_foreach(quotes, i, quote)
    {
        const json_t *why = json_object_get(quote, "why");
        assert_true(json_array_size(why) >= 4);
        json_array_foreach(why, j, sentence) assert_true(json_string_length(sentence) > 0);
        assert_why(json_object_get(quote, "inner"));
    }
}

static void quotations_explain_themselves_when_asked(void **state)
{
    for (size_t i = 0; i < LENGTH(INPUTS); i++) {
        struct article *article = article_from_plain_text("x.txt", str_from(INPUTS[i].bytes));
        struct document document = {article, annotate(article)};
        struct output_options options = JSONL;
        struct strbuf out;
        strbuf_init(&out);
        options.explain = true;
        fixture_print(&document, &options, &out);
        json_t *record = contract_parse(strbuf_str(&out));
        contract_assert_article(record);
        assert_why(json_object_get(record, "quotes"));
        options.format = OUTPUT_TEXT;
        fixture_print(&document, &options, &out);
        contract_assert_safe(strbuf_str(&out), false);
        json_decref(record);
        strbuf_release(&out);
        free((struct annotations *)document.annotations);
        free(article);
    }
}

static void verbatim_text_is_the_file(void **state)
{
    struct strbuf out;
    strbuf_init(&out);
    print_input("/nowhere/lake.txt",
                "\xEF\xBB\xBFOle \033said\r\n\r\n“We\xE2\x80\x8B walk,” said Ole Berg.\r\n", true, &JSONL,
                &out);
    struct str line = str_slice(strbuf_str(&out), 0, str_find(strbuf_str(&out), STR("\n"), 0) + 1);
    json_t *record = contract_parse(line);
    assert_string_equal(json_string_value(json_object_get(record, "text")),
                        "\xEF\xBB\xBFOle \033said\r\n\r\n“We\xE2\x80\x8B walk,” said Ole Berg.\r\n");
    const json_t *quotes = json_object_get(record, "quotes");
    assert_true(json_array_size(quotes) > 0);
    assert_string_equal(json_string_value(json_object_get(json_array_get(quotes, 0), "text")),
                        "“We\xE2\x80\x8B walk,”");
    json_decref(record);
    strbuf_release(&out);
}

static void text_for_people_is_safe(void **state)
{
    static const char PATH[] = "/nowhere/a\033[31m\xC2\x9B\xE2\x80\xAE\xE2\x80\x8B\xF3\xA0\x81\x81\n\xFF"
                               "b\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81.txt";
    for (size_t i = 0; i < LENGTH(INPUTS); i++) {
        struct strbuf out;
        strbuf_init(&out);
        print_input(PATH, INPUTS[i].bytes, false, &PLAIN, &out);
        contract_assert_safe(strbuf_str(&out), false);
        assert_true(out.size > 0);
        strbuf_clear(&out);
        print_input(PATH, INPUTS[i].bytes, false, &JSONL, &out);
        contract_assert_safe(strbuf_str(&out), false);
        assert_lines(strbuf_str(&out));
        strbuf_release(&out);
    }
}

/* A path may hold any code point but NUL: all of them come back from JSON, none unsafe in the raw line. */
static void json_strings_hold_every_code_point_safely(void **state)
{
    enum { BLOCK = 1024 };
    for (char32_t first = 1; first < 0x110000; first += BLOCK) {
        struct strbuf path, out;
        strbuf_init(&path);
        strbuf_init(&out);
        for (char32_t c = first; c < first + BLOCK && c < 0x110000; c++)
            if ((c < 0xD800 || c > 0xDFFF))
                strbuf_add_code_point(&path, c);
        print_input(path.data, "Ole Berg said that it rains.\n", false, &JSONL, &out);
        contract_assert_safe(strbuf_str(&out), false);
        struct str line = str_slice(strbuf_str(&out), 0, str_find(strbuf_str(&out), STR("\n"), 0) + 1);
        assert_true(str_find(line, STR("\xEF\xB8\x8F"), 0) == STR_NONE &&
                    str_find(line, STR("\xE2\x80\x8D"), 0) == STR_NONE);
        json_t *record = contract_parse(line);
        assert_string_equal(json_string_value(json_object_get(record, "path")), path.data);
        json_decref(record);
        strbuf_release(&path);
        strbuf_release(&out);
    }
}

static void uri_of(const char *path, char out[256])
{
    struct strbuf printed;
    strbuf_init(&printed);
    print_input(path, "Ole Berg said that it rains.\n", false, &JSONL, &printed);
    struct str line = str_slice(strbuf_str(&printed), 0, str_find(strbuf_str(&printed), STR("\n"), 0) + 1);
    json_t *record = contract_parse(line);
    const char *uri = json_string_value(json_object_get(record, "uri"));
    snprintf(out, 256, "%s", uri ? uri : "null");
    json_decref(record);
    strbuf_release(&printed);
}

static void uris_are_absolute_and_percent_encoded(void **state)
{
    char uri[256];
    uri_of("/nowhere/a b%\xFF?#\xC3\xA9\n.txt", uri);
    assert_string_equal(uri, "file:///nowhere/a%20b%25%FF%3F%23%C3%A9%0A.txt");
    uri_of("-", uri);
    assert_string_equal(uri, "null");
    uri_of("no-such-file.txt", uri);
    assert_true(strncmp(uri, "file:///", 8) == 0 && str_ends(str_from(uri), STR("/no-such-file.txt")));
}

/* A chain of quotations, each inside the one before, deeper than JSON readers may follow. */
static void deep_nesting_is_flattened(void **state)
{
    enum { DEPTH = 500 };
    struct blob_builder builder;
    struct annotations parts = {0};
    struct quote quotes[DEPTH];
    struct span piece = {0, 4};
    struct strbuf out;

    for (uint32_t i = 0; i < DEPTH; i++)
        quotes[i] = (struct quote){
            .span = piece, .piece_count = 1, .entity = NO_INDEX, .parent = i ? i - 1 : NO_INDEX};
    blob_builder_init(&builder, sizeof parts);
    parts.quotes = blob_builder_add(&builder, quotes, DEPTH, sizeof *quotes);
    parts.pieces = blob_builder_add(&builder, &piece, 1, sizeof piece);
    *(struct annotations *)blob_builder_head(&builder) = parts;
    struct annotations *annotations = blob_builder_finish(&builder, ANNOTATIONS_KIND);
    struct article *article = article_from_plain_text("/nowhere/deep.txt", STR("Deep words.\n"));

    strbuf_init(&out);
    fixture_print(&(struct document){article, annotations}, &JSONL, &out);
    json_t *record = contract_parse(strbuf_str(&out));
    contract_assert_article(record);
    size_t shown = 0;
    for (size_t at = 0; (at = str_find(strbuf_str(&out), STR("\"inner\""), at)) != STR_NONE; at++)
        shown++;
    assert_int_equal(shown, DEPTH);
    json_decref(record);
    strbuf_release(&out);
    free(annotations);
    free(article);
}

static void the_digest_names_articles_and_speakers(void **state)
{
    static const char *const EXPECTED[] = {"lake: 1 article, 2 quotations, 1 speaker, ", "Ole Berg",
                                           "“We walk across,”", "Lake level falls", "Who said what"};
    struct article *article = article_from_plain_text("/nowhere/lake.txt", str_from(INPUTS[0].bytes));
    struct document document = {article, annotate(article)};
    struct library *library = library_from_documents(STR("lake"), &document, 1);
    struct strbuf out;

    strbuf_init(&out);
    output_digest_head(library, &PLAIN, &out);
    assert_int_equal(library_claims(library)->story_count, 1);
    output_digest_story(library, 0, NULL, &PLAIN, &out);
    contract_assert_safe(strbuf_str(&out), false);
    for (size_t i = 0; i < LENGTH(EXPECTED); i++)
        if (str_find(strbuf_str(&out), str_from(EXPECTED[i]), 0) == STR_NONE)
            fail_msg("the digest does not say %s", EXPECTED[i]);
    strbuf_release(&out);
    library_free(library);
}

/* The digest of one article as JSON: a story that holds it, its quotation, and a claim. */
static void a_story_is_one_json_line(void **state)
{
    struct article *article = article_from_plain_text("/nowhere/lake.txt", str_from(INPUTS[0].bytes));
    struct document document = {article, annotate(article)};
    struct library *library = library_from_documents(STR("lake"), &document, 1);
    struct output_text text;
    struct strbuf out;

    strbuf_init(&out);
    output_text_init(&text, article, NULL);
    output_digest_head(library, &JSONL, &out);
    output_digest_story(library, 0, &text, &JSONL, &out);
    json_t *record = contract_parse(strbuf_str(&out));
    const json_t *articles = json_object_get(record, "articles"), *claims = json_object_get(record, "claims");
    const json_t *first = json_array_get(articles, 0);
    assert_int_equal(json_array_size(articles), 1);
    assert_string_equal(json_string_value(json_object_get(first, "path")), "/nowhere/lake.txt");
    contract_assert_quote(json_array_get(json_object_get(first, "quotes"), 0), article_text(article).data);
    assert_int_equal(json_array_size(claims), library_claims(library)->claim_count);
    const char *path = "/nowhere/lake.txt", *printed = article_text(article).data;
    contract_assert_claim(json_array_get(claims, 0), &path, &printed, 1);
    json_decref(record);
    strbuf_release(&out);
    output_text_release(&text);
    library_free(library);
}

/* Claims of hostile articles under --verbatim, as the program prints them. */
static void claims_keep_the_contract(void **state)
{
    enum { COUNT = LENGTH(INPUTS) };
    struct document documents[COUNT];
    struct output_text texts[COUNT];
    struct text_decoded decoded[COUNT];
    char paths[COUNT][64];
    const char *path_list[COUNT], *text_list[COUNT];
    struct strbuf out;

    for (size_t i = 0; i < COUNT; i++) {
        snprintf(paths[i], sizeof paths[i], "/nowhere/%s.txt", INPUTS[i].name);
        struct article *article = article_from_plain_text(paths[i], str_from(INPUTS[i].bytes));
        documents[i] = (struct document){article, annotate(article)};
        text_decode(str_from(INPUTS[i].bytes), NULL, &decoded[i]);
        output_text_init(&texts[i], article, &decoded[i].utf8);
        path_list[i] = paths[i];
        text_list[i] = decoded[i].utf8.data;
    }
    struct library *library = library_from_documents(STR("lake"), documents, COUNT);
    const struct claims *claims = library_claims(library);
    strbuf_init(&out);
    assert_true(claims->claim_count > 0);
    for (uint32_t i = 0; i < claims->claim_count; i++) {
        output_claim(claims, i, documents, texts, &JSONL, &out);
        contract_assert_safe(strbuf_str(&out), false);
        json_t *record = contract_parse(strbuf_str(&out));
        contract_assert_claim(record, path_list, text_list, COUNT);
        json_decref(record);
        strbuf_clear(&out);
        output_claim(claims, i, documents, texts, &PLAIN, &out);
        contract_assert_safe(strbuf_str(&out), false);
        strbuf_clear(&out);
    }
    strbuf_release(&out);
    library_free(library);
    for (size_t i = 0; i < COUNT; i++) {
        output_text_release(&texts[i]);
        text_decoded_release(&decoded[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standoff_fragments_end_with_the_line),
        cmocka_unit_test(a_colon_is_no_word_behind_the_name),
        cmocka_unit_test(offsets_are_code_points_of_the_printed_text),
        cmocka_unit_test(quotations_explain_themselves_when_asked),
        cmocka_unit_test(verbatim_text_is_the_file),
        cmocka_unit_test(text_for_people_is_safe),
        cmocka_unit_test(json_strings_hold_every_code_point_safely),
        cmocka_unit_test(uris_are_absolute_and_percent_encoded),
        cmocka_unit_test(deep_nesting_is_flattened),
        cmocka_unit_test(the_digest_names_articles_and_speakers),
        cmocka_unit_test(a_story_is_one_json_line),
        cmocka_unit_test(claims_keep_the_contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
