/* test_resolution.c: small articles in which a speaker's mention stands for a name, and how it came to. All
 * people and outlets are invented. */
#include "support.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/corpus/corpus.h"

#include <stdlib.h>

/* Whom the quotation that holds some words is attributed to. */
struct expected {
    const char *words;
    const char *speaker;          /* "" for nobody */
    uint32_t antecedent;          /* enum annotate_antecedent */
    const char *antecedent_words; /* "" for none */
};

enum { MOST_EXPECTED = 4 };

struct resolution_case {
    const char *body;
    struct expected expected[MOST_EXPECTED]; /* up to one without words */
};

static const struct resolution_case cases[] = {
    {"Minister Anna Kell came to the port. Kell said the cranes were late. “They are rusty,” she said.",
     {{"the cranes were late", "Anna Kell", ANTECEDENT_SURNAME, "Anna Kell"},
      {"They are rusty", "Anna Kell", ANTECEDENT_PRONOUN, "Kell"}}},
    {"The bridge stays shut, Minister Anna Kell said. “It is rusty,” the minister said.",
     {{"The bridge stays shut", "Anna Kell", ANTECEDENT_SELF, ""},
      {"It is rusty", "Anna Kell", ANTECEDENT_TITLE, "Minister Anna Kell"}}},
    {"The bridge stays shut for now. “It is rusty,” he said.", {{"It is rusty", "", ANTECEDENT_NONE, ""}}},
};

static const struct quote *find_quote(struct str text, const struct annotations *a, const char *words)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(a, &count);
    for (size_t i = 0; i < count; i++)
        if (str_find(span_str(text, quotes[i].span), str_from(words), 0) != STR_NONE)
            return &quotes[i];
    fail_msg("no quotation with \"%s\"", words);
    return NULL;
}

static void check_speaker(struct str text, const struct annotations *a, const struct expected *expected)
{
    const struct quote *quote = find_quote(text, a, expected->words);
    const struct entity *speaker = annotations_speaker(a, quote);
    struct str name = speaker ? span_str(text, speaker->name) : STR("");
    if (!str_equal(name, str_from(expected->speaker)) || quote->antecedent != expected->antecedent)
        print_error("\"%s\": %s\n", expected->words, annotate_antecedent_name(quote->antecedent));
    assert_str(name, expected->speaker);
    assert_int_equal(quote->antecedent, expected->antecedent);
    assert_str(span_str(text, quote->antecedent_span), expected->antecedent_words);
}

static void check_case(const struct resolution_case *c)
{
    struct strbuf file;
    strbuf_init(&file);
    strbuf_add_format(&file, "A headline of the day\n\n%s\n", c->body);
    struct article *article = article_from_plain_text("case.txt", strbuf_str(&file));
    struct annotations *a = annotate(article);
    for (size_t i = 0; i < MOST_EXPECTED && c->expected[i].words; i++)
        check_speaker(article_text(article), a, &c->expected[i]);
    free(a);
    free(article);
    strbuf_release(&file);
}

static void test_cases(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_case(&cases[i]);
}

static void test_antecedent_names(void **state)
{
    assert_string_equal(annotate_antecedent_name(UINT32_MAX), annotate_antecedent_name(ANTECEDENT_NONE));
    for (uint32_t i = 0; i < ANTECEDENT_COUNT; i++)
        assert_non_null(annotate_antecedent_name(i));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_antecedent_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
