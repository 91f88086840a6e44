/* test_words.c: words, spelling, speakers' names and alignment, below the public header. */
#include "support.h"

#include "../../src/claims/align.h"
#include "../../src/claims/spelling.h"
#include "../../src/claims/words.h"

#include <stdlib.h>
#include <string.h>

static void assert_words(const char *text, const char *expected)
{
    struct vocabulary *vocabulary = vocabulary_new();
    word_vector words = {0};
    struct strbuf found;
    strbuf_init(&found);
    words_scan(vocabulary, str_from(text), (struct span){0, (uint32_t)strlen(text)}, &words);
    uint32_t last = 0;
    vector_each (&words, word) {
        assert_true(word->span.start >= last && word->span.end <= strlen(text));
        last = word->span.end;
        if (found.size)
            strbuf_add_byte(&found, ' ');
        strbuf_add_str(&found, vocabulary_form(vocabulary, word->form)->text);
    }
    assert_str(strbuf_str(&found), expected);
    strbuf_release(&found);
    vector_release(&words);
    vocabulary_free(vocabulary);
}

static void words_are_cut_as_they_are_compared(void **state)
{
    assert_words("The well-known U.S. envoy's plan", "the well known u.s. envoy plan");
    assert_words("He won’t, can't and isn't; we're gonna", "he will not can not and is not we are going to");
    assert_words("That's Ana's & it’s 5%.", "that is ana and it is 5 percent");
    assert_words("3,000 men, 3.5 miles, the U.N. and the EU", "3,000 men 3.5 miles the un and the eu");
    assert_words("the US told us", "the u.s. told us");
    assert_words("«Это»—да…", "это да");
    assert_words(" \n.,;", "");
}

static enum word_likeness compare(const char *a, const char *b)
{
    struct vocabulary *vocabulary = vocabulary_new();
    word_vector words = {0};
    words_scan(vocabulary, str_from(a), (struct span){0, (uint32_t)strlen(a)}, &words);
    words_scan(vocabulary, str_from(b), (struct span){0, (uint32_t)strlen(b)}, &words);
    assert_int_equal(words.size, 2);
    enum word_likeness likeness = words_compare(vocabulary, &words.data[0], &words.data[1]);
    assert_int_equal(likeness, words_compare(vocabulary, &words.data[1], &words.data[0]));
    vector_release(&words);
    vocabulary_free(vocabulary);
    return likeness;
}

static void words_are_alike_in_degrees(void **state)
{
    assert_int_equal(compare("Dam", "dam"), LIKENESS_EXACT);
    assert_int_equal(compare("normalise", "normalize"), LIKENESS_SPELLING);
    assert_int_equal(compare("colours", "colors"), LIKENESS_SPELLING);
    assert_int_equal(compare("travelled", "traveled"), LIKENESS_SPELLING);
    assert_int_equal(compare("Zelensky", "Zelenskyy"), LIKENESS_SPELLING);
    assert_int_equal(compare("two", "2"), LIKENESS_NUMBER);
    assert_int_equal(compare("provide", "providing"), LIKENESS_STEM);
    assert_int_equal(compare("was", "is"), LIKENESS_STEM);
    assert_int_equal(compare("solve", "fixing"), LIKENESS_SYNONYM);
    assert_int_equal(compare("truce", "ceasefire"), LIKENESS_SYNONYM);
    assert_int_equal(compare("adopted", "adapted"), LIKENESS_NONE);
    assert_int_equal(compare("first", "one"), LIKENESS_NONE);
    assert_int_equal(compare("Wednesday", "Thursday"), LIKENESS_NONE);
    assert_int_equal(compare("killed", "filed"), LIKENESS_NONE);
}

static void near_spellings_are_long_words_with_one_slip(void **state)
{
    assert_true(spelling_is_near(STR("khamenei"), STR("khamenai")));
    assert_true(spelling_is_near(STR("netanyahu"), STR("netanyhau")));
    assert_false(spelling_is_near(STR("iran"), STR("iraq")));
    assert_false(spelling_is_near(STR("austria"), STR("australia")));
    assert_false(spelling_is_near(STR("normal"), STR("formal")));
}

/* Aligns two texts and lists the pairs as "a=b". */
static void assert_aligned(const char *a, const char *b, const char *expected)
{
    struct vocabulary *vocabulary = vocabulary_new();
    struct statements statements = {.vocabulary = vocabulary};
    struct aligner aligner = {0};
    struct alignment alignment = {0};
    struct statement s = {0}, t = {0};
    struct strbuf found;
    strbuf_init(&found);
    words_scan(vocabulary, str_from(a), (struct span){0, (uint32_t)strlen(a)}, &statements.words);
    s.count = t.first = (uint32_t)statements.words.size;
    words_scan(vocabulary, str_from(b), (struct span){0, (uint32_t)strlen(b)}, &statements.words);
    t.count = (uint32_t)statements.words.size - t.first;
    align_statements(&aligner, &statements, &s, &t, &alignment);
    vector_each (&alignment.pairs, pair) {
        const struct word *x = &statements.words.data[pair->a],
                          *y = &statements.words.data[t.first + pair->b];
        strbuf_add_format(&found, "%s%.*s=%.*s", found.size ? " " : "",
                          STR_FMT(span_str(str_from(a), x->span)), STR_FMT(span_str(str_from(b), y->span)));
    }
    assert_str(strbuf_str(&found), expected);
    strbuf_release(&found);
    aligner_release(&aligner);
    alignment_release(&alignment);
    statements_release(&statements);
    vocabulary_free(vocabulary);
}

static void alignment_prefers_the_same_words_in_order(void **state)
{
    assert_aligned("give Tresk a way out", "they must give Tresk some way out",
                   "give=give Tresk=Tresk way=way out=out");
    assert_aligned("solve the crisis", "fix the crisis", "solve=fix the=the crisis=crisis");
    assert_aligned("cows and goats", "goats and cows", "cows=cows"); /* one order only */
    assert_aligned("nothing alike", "other words", "");
    assert_aligned("", "words", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_cut_as_they_are_compared),
        cmocka_unit_test(words_are_alike_in_degrees),
        cmocka_unit_test(near_spellings_are_long_words_with_one_slip),
        cmocka_unit_test(alignment_prefers_the_same_words_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
