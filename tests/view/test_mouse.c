/* test_mouse.c: what clicks and the wheel do, told by what the screen shows. */
#include "fixture.h"

#include "whosaid/base/array.h"

#include <locale.h>
#include <stdlib.h>

static void a_click_selects_an_article_and_another_opens_it(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_mouse_on(&screen, MOUSE_CLICK, "What a Ferry Is Worth");
    assert_cursor_on(&screen, "Lowland Mirror");
    assert_shows(&screen, "Enter read");
    screen_mouse_on(&screen, MOUSE_CLICK, "What a Ferry Is Worth");
    assert_shows(&screen, "Lowland Mirror · 5 March 2031");
    assert_shows(&screen, ") sentence");
    screen_mouse(&screen, MOUSE_BACK, 5, 60);
    assert_hides(&screen, ") sentence");
    screen_close(&screen);
}

static void a_click_in_the_reader_focuses_a_sentence_and_another_compares_it(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "Enter");
    screen_mouse_on(&screen, MOUSE_CLICK, "strait belongs");
    assert_shows(&screen, ") sentence");
    screen_mouse_on(&screen, MOUSE_CLICK, "strait belongs");
    assert_shows(&screen, "outlets with full text");
    screen_close(&screen);
}

static void in_the_comparison_rows_differences_and_versions_take_clicks(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "c");
    assert_shows(&screen, "claim 1/");
    screen_mouse_on(&screen, MOUSE_CLICK, "“This paper gives away the …");
    assert_shows(&screen, "claim 3/");
    assert_shows(&screen, "wording · Harbour Post and 2-tidewater-wire.txt have “gives away”");
    screen_mouse_on(&screen, MOUSE_CLICK, "[hands over]");
    assert_shows(&screen, "claim 3/");
    assert_shows(&screen, "▌ The Karsund Beacon");
    screen_mouse_on(&screen, MOUSE_CLICK, "[hands over]");
    assert_shows(&screen, "The Karsund Beacon · 5 March 2031");
    screen_mouse(&screen, MOUSE_BACK, 5, 60);
    assert_shows(&screen, "claim 3/");
    screen_close(&screen);
}

static void a_click_on_a_difference_makes_it_explain_itself(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "c j ~");
    assert_shows(&screen, "have “fleet”; The Karsund");
    screen_mouse_on(&screen, MOUSE_CLICK, "truncation");
    assert_shows(&screen, "prints it without the end");
    screen_type(&screen, "{");
    assert_shows(&screen, "have “fleet”; The Karsund");
    screen_type(&screen, "}");
    assert_shows(&screen, "prints it without the end");
    screen_close(&screen);
}

static void a_click_on_what_is_hidden_shows_it(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "Enter");
    screen_mouse_on(&screen, MOUSE_CLICK, "⋯ header");
    assert_hides(&screen, "⋯ header");
    screen_type(&screen, "q c j");
    screen_mouse_on(&screen, MOUSE_CLICK, "cosmetic difference");
    assert_shows(&screen, "shown (~ hides)");
    screen_mouse_on(&screen, MOUSE_CLICK, "shown (~ hides)");
    assert_shows(&screen, "hidden (~ shows)");
    screen_resize(&screen, 24, 60);
    screen_mouse_on(&screen, MOUSE_CLICK, "1 more ›");
    assert_hides(&screen, "1 more ›");
    screen_mouse_on(&screen, MOUSE_CLICK, "‹ 1 more");
    assert_shows(&screen, "1 more ›");
    screen_close(&screen);
}

static void a_click_on_a_key_presses_it(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_mouse_on(&screen, MOUSE_CLICK, "c compare");
    assert_shows(&screen, "claim 1/");
    screen_mouse_on(&screen, MOUSE_CLICK, "} difference");
    assert_shows(&screen, "claim 2/");
    screen_mouse_on(&screen, MOUSE_CLICK, "q back");
    assert_shows(&screen, "article 1/5");
    screen_mouse_on(&screen, MOUSE_CLICK, "? help");
    assert_shows(&screen, "Keys in the article list");
    screen_type(&screen, "q / zeppelin Enter");
    assert_shows(&screen, "not found here: zeppelin");
    screen_mouse(&screen, MOUSE_CLICK, 35, 100); /* the keys are not to be seen: nothing is pressed */
    assert_shows(&screen, "article 1/5");
    screen_close(&screen);
}

static void the_wheel_moves_the_pane_under_it(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library(), 16, 120);
    screen_type(&screen, "Enter");
    const char *title = "4 March 2031";
    assert_shows(&screen, title);
    for (unsigned i = 0; i < 4; i++)
        screen_mouse(&screen, MOUSE_WHEEL_DOWN, 5, 80);
    assert_hides(&screen, title);
    for (unsigned i = 0; i < 5; i++)
        screen_mouse(&screen, MOUSE_WHEEL_UP, 5, 80);
    assert_shows(&screen, title);
    screen_type(&screen, "q");
    screen_mouse(&screen, MOUSE_WHEEL_DOWN, 5, 5);
    assert_shows(&screen, "article 2/5");
    screen_close(&screen);
}

static void a_prompt_takes_no_clicks(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "/ ab");
    screen_mouse_on(&screen, MOUSE_CLICK, "What a Ferry Is Worth");
    assert_shows(&screen, "/ab");
    screen_close(&screen);
}

/* Anywhere, in any view, at any size, also beyond the screen. */
static void clicks_anywhere_do_no_harm(void **state)
{
    static const unsigned SIZES[][2] = {{36, 120}, {24, 80}, {12, 40}, {5, 20}};
    static const char *const KEYS[] = {"", "Enter", "c", "c Tab", "?", "c ~ l", "c w"};
    uint32_t random = 7;
    for (size_t size = 0; size < LENGTH(SIZES); size++)
        for (size_t i = 0; i < LENGTH(KEYS); i++) {
            struct screen screen;
            screen_open(&screen, fixture_library(), SIZES[size][0], SIZES[size][1]);
            screen_type(&screen, KEYS[i]);
            for (unsigned event = 0; event < 120; event++) {
                random = random * 1664525 + 1013904223;
                screen_mouse(&screen, (enum mouse_kind)(random >> 30), (random >> 8) % 40,
                             (random >> 16) % 130);
            }
            screen_close(&screen);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_click_selects_an_article_and_another_opens_it),
        cmocka_unit_test(a_click_in_the_reader_focuses_a_sentence_and_another_compares_it),
        cmocka_unit_test(in_the_comparison_rows_differences_and_versions_take_clicks),
        cmocka_unit_test(a_click_on_a_difference_makes_it_explain_itself),
        cmocka_unit_test(a_click_on_what_is_hidden_shows_it),
        cmocka_unit_test(a_click_on_a_key_presses_it),
        cmocka_unit_test(the_wheel_moves_the_pane_under_it),
        cmocka_unit_test(a_prompt_takes_no_clicks),
        cmocka_unit_test(clicks_anywhere_do_no_harm),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
