/* test_sentence.c: a sentence's words by their place, and the numbers that are read off them. */
#include "support.h"

#include "../../src/claims/numbers.h"
#include "../../src/claims/sentence.h"

#include <string.h>

/* A sentence and what it borrows. */
struct reading {
    struct vocabulary *vocabulary;
    word_vector words;
    struct sentence s;
};

static struct reading scan(const char *text)
{
    struct reading r = {.vocabulary = vocabulary_new()};
    words_scan(r.vocabulary, str_from(text), (struct span){0, (uint32_t)strlen(text)}, &r.words);
    r.s = (struct sentence){r.vocabulary, str_from(text), r.words.data, (uint32_t)r.words.size};
    return r;
}

static void release(struct reading *r)
{
    vector_release(&r->words);
    vocabulary_free(r->vocabulary);
}

static void words_tell_what_they_are(void **state)
{
    struct reading r = scan("The mayor of Stavik's town voted.");
    assert_str(sentence_word(&r.s, 3), "stavik");
    assert_true(sentence_has_name(&r.s, 3) && sentence_has_possessive(&r.s, 3));
    assert_true(sentence_has_capital(&r.s, 0));
    assert_false(sentence_has_content(&r.s, 0) || sentence_has_name(&r.s, 0));
    assert_true(sentence_has_content(&r.s, 1));
    assert_false(sentence_has_name(&r.s, 1) || sentence_has_possessive(&r.s, 1));
    assert_true(sentence_form(&r.s, 5)->past && sentence_has_word(&r.s, 5, "voted"));
    release(&r);
}

static void repeated_words_and_first_capitals_tell_nothing(void **state)
{
    struct reading r = scan("Boats left the port. Boats never voted in Norvia.");
    assert_true(sentence_has_new_stem(&r.s, 0));
    assert_false(sentence_has_new_stem(&r.s, 2) || sentence_has_new_stem(&r.s, 4));
    assert_false(sentence_has_proper_noun(&r.s, 0) || sentence_has_proper_noun(&r.s, 4));
    assert_true(sentence_has_proper_noun(&r.s, 8));
    assert_true(sentence_has_negation(&r.s));
    r.s.count = 4;
    assert_false(sentence_has_negation(&r.s));
    release(&r);
}

static void nothing_stands_behind_the_last_word(void **state)
{
    struct reading r = scan("Ruiz left");
    assert_int_equal(r.s.count, 2);
    assert_str(sentence_word(&r.s, 2), "");
    assert_false(sentence_has_content(&r.s, 2) || sentence_has_capital(&r.s, 2) ||
                 sentence_has_name(&r.s, 2));
    assert_true(sentence_touches(&r.s, 0));
    assert_false(sentence_touches(&r.s, 1));
    release(&r);
}

static void signs_part_words_and_hyphens_do_not(void **state)
{
    struct reading r = scan("well-known, big\ntown 25% – all");
    assert_true(sentence_touches(&r.s, 0));  /* well-known */
    assert_false(sentence_touches(&r.s, 1)); /* known, big */
    assert_true(sentence_touches(&r.s, 2));  /* big\ntown */
    assert_true(sentence_touches(&r.s, 4));  /* 25% */
    assert_false(sentence_touches(&r.s, 5));
    assert_str(sentence_gap(&r.s, 1), ", ");
    assert_str(span_str(r.s.text, sentence_span(&r.s, 1, 3)), "known, big\ntown");
    release(&r);
}

/* Reads the number at a word; the words it takes. */
static uint32_t number_at(const char *text, uint32_t at, double *value)
{
    struct reading r = scan(text);
    struct number number;
    uint32_t length = number_read(&r.s, at, &number);
    *value = number.value;
    release(&r);
    return length;
}

static void numbers_take_their_multipliers(void **state)
{
    double value;
    assert_int_equal(number_at("twenty-three boats", 0, &value), 2);
    assert_float_equal(value, 23, 1e-9);
    assert_int_equal(number_at("some 2.8 billion", 1, &value), 2);
    assert_float_equal(value, 2.8e9, 1);
    assert_int_equal(number_at("3,012, thousand", 0, &value), 1); /* a comma parts them */
    assert_float_equal(value, 3012, 1e-9);
    assert_int_equal(number_at("one boat", 0, &value), 0);
    assert_int_equal(number_at("third boat", 0, &value), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_tell_what_they_are),
        cmocka_unit_test(repeated_words_and_first_capitals_tell_nothing),
        cmocka_unit_test(nothing_stands_behind_the_last_word),
        cmocka_unit_test(signs_part_words_and_hyphens_do_not),
        cmocka_unit_test(numbers_take_their_multipliers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
