/* test_browser.c: what keys do in the list and the reader and from view to view, told by what the screen
 * shows. */
#include "fixture.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void the_reader_follows_the_list_once_it_rests(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    assert_shows(&screen, "4 March 2031");
    screen_type(&screen, "j j");
    assert_shows(&screen, "4 March 2031");
    assert_int_equal(browser_timeout(screen.browser, screen.now), BROWSER_FOLLOW_MS);
    screen_type(&screen, "+100");
    assert_shows(&screen, "4 March 2031");
    screen_type(&screen, "j +100");
    assert_shows(&screen, "4 March 2031");
    screen_type(&screen, "+50");
    assert_shows(&screen, "What a Ferry Is Worth");
    assert_shows(&screen, "Lowland Mirror · 5 March 2031");
    assert_int_equal(browser_timeout(screen.browser, screen.now), -1);
    screen_close(&screen);
}

static void enter_and_tab_show_the_article_at_once(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "j j Enter");
    assert_shows(&screen, "The Karsund Beacon · 5 March 2031");
    screen_type(&screen, "q j Tab");
    assert_shows(&screen, "Lowland Mirror · 5 March 2031");
    screen_type(&screen, "Tab");
    assert_cursor_on(&screen, "Lowland Mirror");
    screen_close(&screen);
}

static void next_article_works_while_reading(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 24, 80);
    screen_type(&screen, "Enter J J");
    assert_shows(&screen, "The Karsund Beacon · 5 March 2031");
    assert_shows(&screen, "article 3/5");
    screen_type(&screen, "K");
    assert_shows(&screen, "2-tidewater-wire.txt · Tidewater Wire");
    screen_type(&screen, "Left");
    assert_cursor_on(&screen, "2-tidewater-wire.txt");
    screen_close(&screen);
}

static void the_focus_moves_by_sentence_and_quotation(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "Enter");
    assert_cursor_on(&screen, "The two shores");
    screen_type(&screen, ")");
    assert_cursor_on(&screen, "The foreign");
    screen_type(&screen, "]");
    assert_cursor_on(&screen, "The strait belongs");
    screen_type(&screen, ")");
    assert_cursor_on(&screen, "“We have");
    screen_type(&screen, "( (");
    assert_cursor_on(&screen, "The foreign");
    screen_type(&screen, "] ]");
    assert_cursor_on(&screen, "“This paper");
    screen_type(&screen, "[");
    assert_cursor_on(&screen, "“The strait belongs");
    screen_close(&screen);
}

static void the_focus_reaches_the_last_sentence(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 16, 60);
    screen_type(&screen, "Enter");
    for (int i = 0; i < 8; i++) {
        struct strbuf before, after;
        strbuf_init(&before);
        strbuf_init(&after);
        grid_text_roles(&screen.grid, &before);
        screen_type(&screen, ")");
        grid_text_roles(&screen.grid, &after);
        assert_false(str_equal(strbuf_str(&before), strbuf_str(&after)));
        strbuf_release(&before);
        strbuf_release(&after);
    }
    assert_cursor_on(&screen, "The fare is 12");
    screen_type(&screen, ") )");
    assert_cursor_on(&screen, "The fare is 12");
    screen_close(&screen);
}

static void the_focus_stays_in_the_window_while_lines_scroll(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 16, 60);
    screen_type(&screen, "Enter");
    for (int i = 0; i < 40; i++) {
        screen_type(&screen, i % 7 == 6 ? "k" : "j");
        assert_in_range(screen.cursor.row, 1, 14);
    }
    screen_type(&screen, "G");
    assert_shows(&screen, "100 %");
    screen_type(&screen, "g");
    assert_cursor_on(&screen, "The two shores");
    screen_close(&screen);
}

static void boilerplate_folds_and_unfolds(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 40, 120);
    screen_type(&screen, "Enter G");
    assert_shows(&screen, "⋯ boilerplate, 2 lines (z unfolds)");
    assert_hides(&screen, "Share this article");
    screen_type(&screen, "z G");
    assert_shows(&screen, "Share this article");
    assert_shows(&screen, "Outlet: Harbour Post");
    assert_hides(&screen, "(z unfolds)");
    screen_type(&screen, "z");
    assert_hides(&screen, "Share this article");
    screen_close(&screen);
}

static void what_the_sanitiser_dropped_is_counted(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "G Enter");
    assert_shows(&screen, "3 hidden characters removed");
    assert_shows(&screen, "Invisible ink is no ink");
    screen_close(&screen);
}

static void hard_wrapped_lines_are_joined_and_wide_characters_fit(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "G Enter");
    assert_shows(&screen, "北京 and 東京");
    assert_shows(&screen, "王小明");
    assert_shows(&screen, "the one that people");
    for (unsigned columns = 40; columns < 60; columns++) {
        screen_resize(&screen, 20, columns);
        for (unsigned row = 0; row < 20; row++)
            assert_true(text_width(str_from(screen_row(&screen, row))) <= columns);
    }
    screen_close(&screen);
}

static void the_jump_list_returns_to_the_same_place(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 20, 80);
    screen_type(&screen, "Enter ] ] ] j");
    struct strbuf before, after;
    strbuf_init(&before);
    strbuf_init(&after);
    grid_text(&screen.grid, &before);
    screen_type(&screen, "c l Enter ) ) H H");
    grid_text(&screen.grid, &after);
    assert_str(strbuf_str(&after), before.data);
    screen_type(&screen, "L");
    assert_shows(&screen, "3 of 4 outlets with full text");
    screen_type(&screen, "L L L");
    assert_shows(&screen, "at the newest place");
    screen_type(&screen, "H H H H H H");
    assert_shows(&screen, "at the oldest place");
    strbuf_release(&before);
    strbuf_release(&after);
    screen_close(&screen);
}

static void back_goes_one_level_and_quits_at_the_root(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 24, 80);
    screen_type(&screen, "Enter ] c ?");
    assert_shows(&screen, "Keys in the comparison");
    screen_type(&screen, "q");
    assert_shows(&screen, "claims   ");
    screen_type(&screen, "Esc");
    assert_cursor_on(&screen, "“The strait");
    screen_type(&screen, "q");
    assert_cursor_on(&screen, "Harbour Post");
    assert_int_equal(browser_take_request(screen.browser), REQUEST_NONE);
    screen_type(&screen, "q");
    assert_int_equal(browser_take_request(screen.browser), REQUEST_QUIT);
    assert_int_equal(browser_take_request(screen.browser), REQUEST_NONE);
    screen_type(&screen, "Enter c Q");
    assert_int_equal(browser_take_request(screen.browser), REQUEST_QUIT);
    screen_type(&screen, "t");
    assert_int_equal(browser_take_request(screen.browser), REQUEST_NEXT_THEME);
    screen_close(&screen);
}

static void help_lists_only_the_keys_of_the_view(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 50, 80);
    screen_type(&screen, "?");
    assert_shows(&screen, "Keys in the article list");
    assert_hides(&screen, "next sentence");
    screen_type(&screen, "q Enter ?");
    assert_shows(&screen, "next sentence");
    assert_hides(&screen, "next version");
    screen_close(&screen);
}

static void while_articles_are_read_the_screen_says_how_far(void **state)
{
    struct screen screen;
    screen_open(&screen, NULL, 24, 80);
    assert_shows(&screen, "looking for articles");
    assert_true(browser_set_progress(screen.browser, &(struct library_progress){30, 120, false}));
    screen_type(&screen, "j Enter / x c");
    screen_mouse(&screen, MOUSE_CLICK, 5, 5);
    assert_shows(&screen, "reading article 30 of 120");
    assert_shows(&screen, "━━━━━━━━━────");
    assert_false(browser_set_progress(screen.browser, &(struct library_progress){30, 120, false}));
    assert_true(browser_set_progress(screen.browser, &(struct library_progress){120, 120, true}));
    screen_type(&screen, "");
    assert_shows(&screen, "comparing what 120 articles say");
    screen.library = fixture_library();
    browser_set_library(screen.browser, screen.library);
    screen_type(&screen, "");
    assert_shows(&screen, "article 1/5");
    screen_close(&screen);
    screen_open(&screen, NULL, 24, 80);
    screen_type(&screen, "q");
    assert_int_equal(browser_take_request(screen.browser), REQUEST_QUIT);
    screen_close(&screen);
}

static void another_library_keeps_the_place(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "j j Enter ) ) R");
    assert_int_equal(browser_take_request(screen.browser), REQUEST_RELOAD);
    char *row = strdup(screen_cursor_row(&screen));
    struct library *again = fixture_library();
    browser_set_library(screen.browser, again);
    library_free(screen.library);
    screen.library = again;
    screen_type(&screen, "");
    assert_shows(&screen, "article 3/5");
    assert_string_equal(screen_cursor_row(&screen), row);
    free(row);
    screen_type(&screen, "c w");
    again = fixture_library_of(NULL, 0);
    browser_set_library(screen.browser, again);
    library_free(screen.library);
    screen.library = again;
    screen_type(&screen, "j c Enter");
    assert_shows(&screen, "no articles here");
    screen_close(&screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(while_articles_are_read_the_screen_says_how_far),
        cmocka_unit_test(another_library_keeps_the_place),
        cmocka_unit_test(the_reader_follows_the_list_once_it_rests),
        cmocka_unit_test(enter_and_tab_show_the_article_at_once),
        cmocka_unit_test(next_article_works_while_reading),
        cmocka_unit_test(the_focus_moves_by_sentence_and_quotation),
        cmocka_unit_test(the_focus_reaches_the_last_sentence),
        cmocka_unit_test(the_focus_stays_in_the_window_while_lines_scroll),
        cmocka_unit_test(boilerplate_folds_and_unfolds),
        cmocka_unit_test(what_the_sanitiser_dropped_is_counted),
        cmocka_unit_test(hard_wrapped_lines_are_joined_and_wide_characters_fit),
        cmocka_unit_test(the_jump_list_returns_to_the_same_place),
        cmocka_unit_test(back_goes_one_level_and_quits_at_the_root),
        cmocka_unit_test(help_lists_only_the_keys_of_the_view),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
