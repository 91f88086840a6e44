/* test_prompt.c: what is typed after / and :, and messages, told by what the screen shows. */
#include "fixture.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static unsigned count_overlay(const struct screen *screen, enum overlay overlay)
{
    unsigned count = 0;
    for (size_t i = 0; i < (size_t)screen->grid.rows * screen->grid.columns; i++)
        count += screen->grid.cells[i].overlay == overlay;
    return count;
}

static void search_in_the_article_marks_and_goes_round(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 60, 80);
    screen_type(&screen, "Enter / CHANNEL Enter");
    assert_cursor_on(&screen, "Not everybody");
    assert_int_equal(count_overlay(&screen, OVERLAY_MATCH), 7);
    screen_type(&screen, "n");
    assert_shows(&screen, "search went on from the top");
    screen_type(&screen, "/ aldmere Enter");
    assert_cursor_on(&screen, "The foreign");
    assert_int_equal(count_overlay(&screen, OVERLAY_MATCH), 14);
    screen_type(&screen, "n");
    assert_cursor_on(&screen, "“The strait");
    screen_type(&screen, "N");
    assert_cursor_on(&screen, "The foreign");
    screen_type(&screen, "/ newsletter Enter");
    assert_shows(&screen, "Sign up for our newsletter");
    screen_type(&screen, "/ nine Enter n n");
    assert_int_equal(count_overlay(&screen, OVERLAY_MATCH), 8);
    screen_type(&screen, "/ zeppelin Enter");
    assert_shows(&screen, "not found here: zeppelin");
    screen_type(&screen, "q");
    assert_int_equal(count_overlay(&screen, OVERLAY_MATCH), 0);
    screen_close(&screen);
}

static void search_in_the_list_and_the_claims(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "/ lowland Enter");
    assert_cursor_on(&screen, "Lowland Mirror");
    screen_type(&screen, "g c / Anneke Enter");
    assert_cursor_on(&screen, "“We will count");
    screen_type(&screen, "? / theme Enter");
    assert_int_equal(count_overlay(&screen, OVERLAY_MATCH), strlen("next theme"));
    screen_close(&screen);
}

static void a_match_stays_marked_in_the_selected_row(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "/ worth Enter");
    assert_cursor_on(&screen, "Lowland Mirror");
    assert_int_equal(count_overlay(&screen, OVERLAY_MATCH), strlen("worth"));
    assert_true(count_overlay(&screen, OVERLAY_SELECTED) > 0);
    screen_close(&screen);
}

static void actions_run_by_name(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, ": split");
    assert_shows(&screen, ":split   split-left split-right");
    screen_type(&screen, "Enter");
    assert_shows(&screen, "no action here is called split");
    screen_type(&screen, ": compare-s Enter");
    assert_shows(&screen, "claim 1/");
    screen_type(&screen, ": back Enter : Enter : Esc");
    assert_shows(&screen, "article 1/5");
    screen_close(&screen);
}

static void the_prompt_is_edited_cancelled_and_repeated(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 24, 80);
    screen_type(&screen, "n");
    assert_shows(&screen, "nothing to search for yet");
    screen_type(&screen, "/ lowlandx Backspace");
    assert_shows(&screen, "/lowland");
    assert_int_equal(screen.cursor.row, 23);
    assert_int_equal(screen.cursor.column, 8);
    screen_type(&screen, "Esc n");
    assert_shows(&screen, "nothing to search for yet");
    screen_type(&screen, "/ beacon Enter g / Enter");
    assert_cursor_on(&screen, "The Karsund Beacon");
    browser_key(screen.browser, '/', 0);
    browser_key(screen.browser, 0x1F1EB, 0);
    browser_key(screen.browser, 0x1F1F7, 0);
    browser_key(screen.browser, 127, 0);
    browser_key(screen.browser, 0x202E, 0);
    browser_key(screen.browser, 0x65, 0);
    browser_key(screen.browser, 0x301, 0);
    screen_type(&screen, "x");
    assert_string_equal(screen_row(&screen, 23), "/e\xcc\x81x");
    screen_close(&screen);
}

static void messages_are_sanitised_and_last_until_the_next_key(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 24, 80);
    browser_say(screen.browser, STR("bad \x1b[31mtheme\x07"), true);
    screen_type(&screen, "");
    assert_shows(&screen, "bad ␛[31mtheme␇");
    screen_type(&screen, "j");
    assert_hides(&screen, "theme");
    screen_close(&screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(search_in_the_article_marks_and_goes_round),
        cmocka_unit_test(search_in_the_list_and_the_claims),
        cmocka_unit_test(a_match_stays_marked_in_the_selected_row),
        cmocka_unit_test(actions_run_by_name),
        cmocka_unit_test(the_prompt_is_edited_cancelled_and_repeated),
        cmocka_unit_test(messages_are_sanitised_and_last_until_the_next_key),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
