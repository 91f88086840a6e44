/* test_comparison.c: the view that lays versions side by side: what its keys do, told by what it shows. */
#include "fixture.h"

#include "whosaid/base/array.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void compare_opens_on_the_focused_claim(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "Enter ] ] ] c");
    assert_shows(&screen, "3 of 4 outlets with full text");
    assert_cursor_on(&screen, "“This paper");
    screen_type(&screen, "q");
    assert_cursor_on(&screen, "Not everybody");
    screen_close(&screen);
}

static void a_step_that_finds_nothing_says_so(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "Enter {");
    assert_shows(&screen, "no ≠ or ≈ further up in this article");
    screen_type(&screen, "}");
    assert_hides(&screen, "further up");
    screen_type(&screen, "} } } }");
    assert_shows(&screen, "no ≠ or ≈ further down in this article");
    screen_type(&screen, "] ] ] ] ]");
    assert_shows(&screen, "no quotation further down");
    screen_close(&screen);
}

static void steps_go_through_the_differences_of_all_claims(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "c");
    assert_shows(&screen, "claim 1/");
    screen_type(&screen, "}");
    assert_shows(&screen, "claim 2/");
    assert_shows(&screen, "have “fleet”; The Karsund");
    screen_type(&screen, "}");
    assert_shows(&screen, "claim 3/");
    screen_type(&screen, "} } } } }");
    assert_shows(&screen, "no difference further down in this story");
    assert_shows(&screen, "▌ ≈");
    screen_type(&screen, "{ { { { { {");
    assert_shows(&screen, "no difference further up in this story");
    screen_type(&screen, "j");
    assert_shows(&screen, "claim 2/");
    screen_type(&screen, "~ {");
    assert_shows(&screen, "claim 1/");
    screen_close(&screen);
}

/* Two people on one thing, in two articles. */
static struct library *similar_library(void)
{
    static const char *const texts[] = {
        "Dam inspection in Karrow\n\nInspectors came to the Karrow dam on Monday.\n\n“The company wants "
        "everyone to "
        "believe that its old concrete dams are perfectly safe,” Petra Lind said.\n\nThe Karrow dam was "
        "built in "
        "1931.\n",
        "Karrow dam inspected\n\nInspectors came to the Karrow dam on Monday.\n\n“Old concrete dams are "
        "rarely safe, "
        "whatever the company says,” Jon Achebe said.\n\nThe Karrow dam was built in 1931.\n",
    };
    return fixture_library_of(texts, LENGTH(texts));
}

static void a_similar_claim_is_a_key_or_a_click_away(void **state)
{
    struct screen screen;
    screen_open(&screen, similar_library(), 36, 120);
    screen_type(&screen, "c / perfectly Enter");
    assert_cursor_on(&screen, "“The company wants");
    screen_type(&screen, "*");
    assert_cursor_on(&screen, "“Old concrete dams");
    screen_type(&screen, "^O");
    assert_cursor_on(&screen, "“The company wants");
    screen_mouse_on(&screen, MOUSE_CLICK, "similar  ");
    assert_shows(&screen, "“Old concrete dams are rarely safe, whatever");
    screen_type(&screen, "* Tab g *");
    assert_shows(&screen, "no claim is similar to this one");
    screen_close(&screen);
}

static void outlets_stay_over_the_words_of_a_scrolled_comparison(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 24, 80);
    screen_type(&screen, "c j Tab j j j j j j");
    assert_hides(&screen, "4 of 4 outlets");
    assert_shows(&screen, "▌ Harbour Post");
    screen_mouse_on(&screen, MOUSE_CLICK, "The Karsund Beacon");
    assert_shows(&screen, "▌ The Karsund Beacon");
    screen_mouse_on(&screen, MOUSE_CLICK, "The Karsund Beacon");
    assert_shows(&screen, "The Karsund Beacon · 5 March 2031");
    screen_close(&screen);
}

static void the_comparison_is_come_back_to_as_it_was(void **state)
{
    static const char *const away[] = {"? q", "Enter q"};
    for (size_t i = 0; i < LENGTH(away); i++) {
        struct screen screen;
        screen_open_fixture(&screen, 24, 80);
        screen_type(&screen, "c j ~ } Tab j j j");
        assert_shows(&screen, "prints it without the end");
        char *before = strdup(screen_row(&screen, 12));
        screen_type(&screen, away[i]);
        assert_shows(&screen, "prints it without the end");
        assert_string_equal(screen_row(&screen, 12), before);
        free(before);
        screen_resize(&screen, 12, 40); /* room for one pane: the page, not the list */
        screen_type(&screen, away[i]);
        assert_hides(&screen, "=");
        screen_close(&screen);
    }
}

static void a_sentence_without_a_claim_is_said_politely(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "Enter c");
    assert_shows(&screen, "no claim here");
    assert_shows(&screen, "Harbour Post · 4 March 2031");
    screen_type(&screen, ")");
    assert_hides(&screen, "no claim here");
    screen_close(&screen);
}

/* From the first claim, goes to its version `number`, opens it, and expects the reader on its sentence. */
static void open_version(struct screen *screen, unsigned number, const char *outlet, const char *words)
{
    char position[32];
    snprintf(position, sizeof position, "version %u/4", number);
    assert_shows(screen, position);
    screen_type(screen, "Enter");
    assert_shows(screen, outlet);
    assert_cursor_on(screen, words);
    screen_type(screen, number % 2 ? "q" : "^O");
    assert_shows(screen, position);
    assert_cursor_on(screen, "“The strait");
}

static void enter_on_each_version_lands_on_its_sentence(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "c j");
    open_version(&screen, 1, "Harbour Post · 4 March 2031", "“The strait belongs");
    screen_type(&screen, "l");
    open_version(&screen, 2, "2-tidewater-wire.txt · Tidewater Wire", "“The strait belongs");
    screen_type(&screen, "l");
    open_version(&screen, 3, "The Karsund Beacon · 5 March 2031", "“The strait belongs");
    screen_type(&screen, "l");
    open_version(&screen, 4, "Lowland Mirror · 5 March 2031", "“The strait belongs");
    screen_type(&screen, "l");
    assert_shows(&screen, "version 4/4");
    screen_type(&screen, "h h h h");
    assert_shows(&screen, "version 1/4");
    screen_close(&screen);
}

static void versions_told_identically_share_a_column(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 60, 200);
    screen_type(&screen, "c j");
    assert_shows(&screen, "2-tidewater-wire.txt");
    unsigned columns = 0;
    for (unsigned row = 0; row < 60; row++) {
        const char *at = screen_row(&screen, row);
        unsigned here = 0;
        while ((at = strstr(at, "“The strait belongs to the people who cross"))) {
            here++;
            at++;
        }
        columns = here > columns ? here : columns;
    }
    assert_int_equal(columns, 3);
    screen_close(&screen);
}

static void cosmetic_differences_show_when_asked_for(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "c j");
    assert_shows(&screen, "cosmetic difference hidden");
    assert_hides(&screen, "(cosmetic)");
    screen_type(&screen, "~");
    assert_shows(&screen, "(cosmetic)");
    assert_shows(&screen, "truncation");
    screen_close(&screen);
}

static void narrow_columns_scroll_sideways(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 24, 60);
    screen_type(&screen, "c j");
    assert_shows(&screen, "1 more ›");
    screen_type(&screen, "l l l");
    assert_shows(&screen, "‹ 1 more");
    assert_hides(&screen, "more ›");
    screen_close(&screen);
}

static void small_screens_compare_one_pane_at_a_time(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 12, 40);
    screen_type(&screen, "c j");
    assert_shows(&screen, "● ● ● ○");
    screen_type(&screen, "Tab");
    assert_shows(&screen, "4 of 4 outlets");
    assert_hides(&screen, "● ● ● ○");
    screen_type(&screen, "Tab q Enter ] c");
    assert_shows(&screen, "4 of 4 outlets");
    screen_close(&screen);
}

static void versions_are_copied_with_their_sources(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 36, 120);
    screen_type(&screen, "c y");
    assert_int_equal(browser_take_request(screen.browser), REQUEST_COPY);
    assert_true(
        str_starts(browser_copied(screen.browser), STR("The fare is 14 crowns for a single crossing.\n— ")));
    screen_type(&screen, "Y");
    assert_int_equal(browser_take_request(screen.browser), REQUEST_COPY);
    assert_true(str_find(browser_copied(screen.browser), STR("— Harbour Post, “Ferry Accord Signed"), 0) !=
                STR_NONE);
    assert_true(str_ends(browser_copied(screen.browser), STR(", 4 March 2031\n")) ||
                str_find(browser_copied(screen.browser), STR("\n\nThe fare is"), 0) != STR_NONE);
    screen_type(&screen, "q Enter ] y");
    struct str copied = browser_copied(screen.browser);
    assert_int_equal(browser_take_request(screen.browser), REQUEST_COPY);
    assert_int_equal(str_find(copied, STR("\n"), 0), str_find(copied, STR("\n— Harbour Post"), 0));
    screen_close(&screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compare_opens_on_the_focused_claim),
        cmocka_unit_test(a_step_that_finds_nothing_says_so),
        cmocka_unit_test(steps_go_through_the_differences_of_all_claims),
        cmocka_unit_test(a_similar_claim_is_a_key_or_a_click_away),
        cmocka_unit_test(outlets_stay_over_the_words_of_a_scrolled_comparison),
        cmocka_unit_test(the_comparison_is_come_back_to_as_it_was),
        cmocka_unit_test(a_sentence_without_a_claim_is_said_politely),
        cmocka_unit_test(enter_on_each_version_lands_on_its_sentence),
        cmocka_unit_test(versions_told_identically_share_a_column),
        cmocka_unit_test(cosmetic_differences_show_when_asked_for),
        cmocka_unit_test(narrow_columns_scroll_sideways),
        cmocka_unit_test(small_screens_compare_one_pane_at_a_time),
        cmocka_unit_test(versions_are_copied_with_their_sources),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
