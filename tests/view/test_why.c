/* test_why.c: the explanation below what is read, and the dimming of what is unsure. */
#include "fixture.h"

#include "whosaid/base/array.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static const struct {
    const char *name;
    unsigned rows, columns;
} sizes[] = {{"40x12", 12, 40}, {"80x24", 24, 80}, {"120x36", 36, 120}, {"200x60", 60, 200}};

static void compare_at_all_sizes(const char *what, struct library *(*make)(void), const char *keys)
{
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        char name[64];
        struct screen screen;
        screen_open(&screen, make(), sizes[i].rows, sizes[i].columns);
        screen_type(&screen, keys);
        snprintf(name, sizeof name, "%s-%s", what, sizes[i].name);
        screen_golden(&screen, name);
        screen_close(&screen);
    }
}

static char *screen_copy(struct screen *screen)
{
    struct strbuf out;
    strbuf_init(&out);
    grid_text_roles(&screen->grid, &out);
    return strbuf_detach(&out);
}

/* Whether the screen is as it was, roles and all. */
static void assert_unchanged(struct screen *screen, char *before)
{
    char *after = screen_copy(screen);
    assert_string_equal(after, before);
    free(after);
    free(before);
}

static void why_in_the_reader(void **state)
{
    compare_at_all_sizes("why", fixture_library, "Enter ] ] w");
}

static void why_in_the_comparison(void **state)
{
    compare_at_all_sizes("why-compare", fixture_library, "c w");
}

static void unsure_quotations_dimmed(void **state)
{
    struct screen screen;
    compare_at_all_sizes("unsure", fixture_library_unsure, "Enter u");
    screen_open(&screen, fixture_library_unsure(), 24, 110);
    screen_type(&screen, "Enter u");
    screen_golden_roles(&screen, "unsure-110x24");
    screen_close(&screen);
}

static void three_keys_close_it_and_the_text_stands_as_before(void **state)
{
    static const char *const keys[] = {"w", "q", "Esc"};
    for (size_t i = 0; i < LENGTH(keys); i++) {
        struct screen screen;
        screen_open(&screen, fixture_library(), 24, 80);
        screen_type(&screen, "Enter ] ]");
        char *before = screen_copy(&screen);
        screen_type(&screen, "w");
        assert_true(screen_shows(&screen, "The cue is"));
        screen_type(&screen, keys[i]);
        assert_unchanged(&screen, before);
        assert_int_equal(browser_take_request(screen.browser), REQUEST_NONE);
        screen_close(&screen);
    }
}

static void it_follows_the_focus(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library(), 36, 120);
    screen_type(&screen, "j +150 Enter ] w");
    assert_true(screen_shows(&screen, "“Mirela Ostrander, the foreign"));
    screen_type(&screen, "] ");
    assert_true(screen_shows(&screen, "“Jorun Tal, who speaks for the Seafarers Union” is"));
    screen_type(&screen, "q w");
    assert_true(screen_shows(&screen, "“Jorun Tal, who speaks for the Seafarers Union” is"));
    screen_type(&screen, "[ [ ( (");
    assert_true(screen_shows(&screen, "Nobody is quoted in this sentence."));
    screen_close(&screen);
}

static void a_sentence_without_a_quotation_says_so(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library(), 24, 80);
    screen_type(&screen, "j +150 Enter w");
    assert_true(screen_shows(&screen, "no quotation here"));
    assert_false(screen_shows(&screen, "close"));
    screen_close(&screen);
}

static void what_does_not_fit_scrolls(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library(), 12, 40);
    screen_type(&screen, "j +150 Enter ] w");
    assert_true(screen_shows(&screen, "lines 1–"));
    assert_false(screen_shows(&screen, "% sure"));
    screen_type(&screen, "G");
    assert_true(screen_shows(&screen, "checking."));
    assert_false(screen_shows(&screen, "lines 1–"));
    screen_type(&screen, "g / sure Enter");
    assert_true(screen_shows(&screen, "% sure"));
    screen_close(&screen);
}

static void it_survives_other_keys_and_sizes(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library(), 36, 120);
    screen_type(&screen, "j +150 Enter ] w");
    for (unsigned rows = 1; rows < 40; rows += 3)
        for (unsigned columns = 1; columns < 140; columns += 13)
            screen_resize(&screen, rows, columns);
    screen_resize(&screen, 36, 120);
    assert_true(screen_shows(&screen, "The cue is"));
    screen_type(&screen, "?");
    assert_true(screen_shows(&screen, "Keys in the explanation"));
    screen_type(&screen, "q");
    assert_true(screen_shows(&screen, "The cue is"));
    screen_type(&screen, "l ~ x Enter t");
    assert_true(screen_shows(&screen, "The cue is"));
    screen_type(&screen, "a");
    assert_false(screen_shows(&screen, "The cue is"));
    screen_type(&screen, "^O");
    assert_true(screen_shows(&screen, "Mirela Ostrander"));
    assert_false(screen_shows(&screen, "The cue is"));
    screen_close(&screen);
}

static void the_comparison_explains_the_version_at_hand(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library(), 60, 200);
    screen_type(&screen, "c j w");
    char *first = screen_copy(&screen);
    screen_type(&screen, "l");
    char *second = screen_copy(&screen);
    assert_string_not_equal(first, second);
    screen_type(&screen, "h");
    assert_unchanged(&screen, first);
    free(second);
    screen_close(&screen);
}

static void dimming_is_counted_and_undone(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library_unsure(), 36, 120);
    screen_type(&screen, "Enter");
    char *before = screen_copy(&screen);
    screen_type(&screen, "u");
    assert_true(screen_shows(&screen, "unsure, dimmed"));
    assert_true(screen_shows(&screen, "? "));
    screen_type(&screen, "u");
    assert_unchanged(&screen, before);
    browser_set_least_sure(screen.browser, 0.2f);
    screen_type(&screen, "u");
    assert_true(screen_shows(&screen, "nothing unsure"));
    screen_close(&screen);
}

static void help_knows_both_keys(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library(), 60, 200);
    screen_type(&screen, "Enter ?");
    assert_true(screen_shows(&screen, "why this quotation"));
    assert_true(screen_shows(&screen, "dim the quotations that are unsure"));
    screen_close(&screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(why_in_the_reader),
        cmocka_unit_test(why_in_the_comparison),
        cmocka_unit_test(unsure_quotations_dimmed),
        cmocka_unit_test(three_keys_close_it_and_the_text_stands_as_before),
        cmocka_unit_test(it_follows_the_focus),
        cmocka_unit_test(a_sentence_without_a_quotation_says_so),
        cmocka_unit_test(what_does_not_fit_scrolls),
        cmocka_unit_test(it_survives_other_keys_and_sizes),
        cmocka_unit_test(the_comparison_explains_the_version_at_hand),
        cmocka_unit_test(dimming_is_counted_and_undone),
        cmocka_unit_test(help_knows_both_keys),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
