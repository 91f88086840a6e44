/* test_browser.c: what keys do, told by what the screen shows. */
#include "fixture.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define assert_shows(screen, text)                                                                           \
    do {                                                                                                     \
        if (!screen_shows((screen), (text)))                                                                 \
            fail_screen((screen), (text));                                                                   \
    } while (0)
#define assert_hides(screen, text) assert_false(screen_shows((screen), (text)))
#define assert_cursor_on(screen, text)                                                                       \
    do {                                                                                                     \
        if (!strstr(screen_cursor_row(screen), (text)))                                                      \
            fail_msg("the cursor is on \"%s\", not on \"%s\"", screen_cursor_row(screen), (text));           \
    } while (0)

static void fail_screen(struct screen *screen, const char *text)
{
    struct strbuf out;
    strbuf_init(&out);
    grid_text(&screen->grid, &out);
    print_error("%s", out.data);
    strbuf_release(&out);
    fail_msg("the screen does not show \"%s\"", text);
}

static void open_fixture(struct screen *screen, unsigned rows, unsigned columns)
{
    screen_open(screen, fixture_library(), rows, columns);
}

/* --- list and reader -------------------------------------------------------------------------- */

static void the_reader_follows_the_list_once_it_rests(void **state)
{
    struct screen screen;
    open_fixture(&screen, 36, 120);
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
    open_fixture(&screen, 36, 120);
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
    open_fixture(&screen, 24, 80);
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
    open_fixture(&screen, 36, 120);
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
    open_fixture(&screen, 16, 60);
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
    open_fixture(&screen, 16, 60);
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
    open_fixture(&screen, 40, 120);
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
    open_fixture(&screen, 36, 120);
    screen_type(&screen, "G Enter");
    assert_shows(&screen, "3 hidden characters removed");
    assert_shows(&screen, "Invisible ink is no ink");
    screen_close(&screen);
}

static void hard_wrapped_lines_are_joined_and_wide_characters_fit(void **state)
{
    struct screen screen;
    open_fixture(&screen, 36, 120);
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

/* --- comparison ------------------------------------------------------------------------------- */

static void compare_opens_on_the_focused_claim(void **state)
{
    struct screen screen;
    open_fixture(&screen, 36, 120);
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
    open_fixture(&screen, 36, 120);
    screen_type(&screen, "Enter {");
    assert_shows(&screen, "no ≠ further up in this article");
    screen_type(&screen, "}");
    assert_hides(&screen, "further up");
    screen_type(&screen, "} } }");
    assert_shows(&screen, "no ≠ further down in this article");
    screen_type(&screen, "] ] ] ] ]");
    assert_shows(&screen, "no quotation further down");
    screen_close(&screen);
}

static void outlets_stay_over_the_words_of_a_scrolled_comparison(void **state)
{
    struct screen screen;
    open_fixture(&screen, 24, 80);
    screen_type(&screen, "c j Tab j j j j j j");
    assert_hides(&screen, "4 of 4 outlets");
    assert_shows(&screen, "▌ Harbour Post");
    screen_mouse_on(&screen, MOUSE_CLICK, "The Karsund Beacon");
    assert_shows(&screen, "The Karsund Beacon · 5 March 2031");
    screen_close(&screen);
}

static void the_comparison_is_come_back_to_as_it_was(void **state)
{
    static const char *const away[] = {"? q", "Enter q"};
    for (size_t i = 0; i < sizeof away / sizeof *away; i++) {
        struct screen screen;
        open_fixture(&screen, 24, 80);
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
    open_fixture(&screen, 36, 120);
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
    open_fixture(&screen, 36, 120);
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
    open_fixture(&screen, 60, 200);
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
    open_fixture(&screen, 36, 120);
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
    open_fixture(&screen, 24, 60);
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
    open_fixture(&screen, 12, 40);
    screen_type(&screen, "c j");
    assert_shows(&screen, "● ● ● ○");
    screen_type(&screen, "Tab");
    assert_shows(&screen, "4 of 4 outlets");
    assert_hides(&screen, "● ● ● ○");
    screen_type(&screen, "Tab q Enter ] c");
    assert_shows(&screen, "4 of 4 outlets");
    screen_close(&screen);
}

/* --- going about ------------------------------------------------------------------------------ */

static void the_jump_list_returns_to_the_same_place(void **state)
{
    struct screen screen;
    open_fixture(&screen, 20, 80);
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
    open_fixture(&screen, 24, 80);
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
    open_fixture(&screen, 50, 80);
    screen_type(&screen, "?");
    assert_shows(&screen, "Keys in the article list");
    assert_hides(&screen, "next sentence");
    screen_type(&screen, "q Enter ?");
    assert_shows(&screen, "next sentence");
    assert_hides(&screen, "next version");
    screen_close(&screen);
}

/* --- search ----------------------------------------------------------------------------------- */

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
    open_fixture(&screen, 60, 80);
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
    open_fixture(&screen, 36, 120);
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
    open_fixture(&screen, 36, 120);
    screen_type(&screen, "/ worth Enter");
    assert_cursor_on(&screen, "Lowland Mirror");
    assert_int_equal(count_overlay(&screen, OVERLAY_MATCH), strlen("worth"));
    assert_true(count_overlay(&screen, OVERLAY_SELECTED) > 0);
    screen_close(&screen);
}

static void the_prompt_is_edited_cancelled_and_repeated(void **state)
{
    struct screen screen;
    open_fixture(&screen, 24, 80);
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
    open_fixture(&screen, 24, 80);
    browser_say(screen.browser, STR("bad \x1b[31mtheme\x07"), true);
    screen_type(&screen, "");
    assert_shows(&screen, "bad ␛[31mtheme␇");
    screen_type(&screen, "j");
    assert_hides(&screen, "theme");
    screen_close(&screen);
}

/* --- sizes ------------------------------------------------------------------------------------ */

static void resizing_keeps_the_reading_place(void **state)
{
    struct screen screen;
    open_fixture(&screen, 14, 90);
    screen_type(&screen, "Enter ] ] ]");
    for (unsigned columns = 40; columns <= 250; columns += 7) {
        screen_resize(&screen, 14, columns);
        assert_cursor_on(&screen, "Not");
    }
    screen_resize(&screen, 3, 10);
    screen_resize(&screen, 14, 90);
    assert_cursor_on(&screen, "Not everybody");
    screen_close(&screen);
}

static void the_split_moves_within_limits(void **state)
{
    struct screen screen;
    open_fixture(&screen, 20, 120);
    for (int i = 0; i < 50; i++)
        screen_type(&screen, ">");
    assert_shows(&screen, "│");
    for (int i = 0; i < 100; i++)
        screen_type(&screen, "<");
    assert_shows(&screen, "Harbour Post");
    screen_resize(&screen, 20, 100);
    screen_close(&screen);
}

static void empty_libraries_and_articles_are_no_trouble(void **state)
{
    static const char *const keys =
        "j k J K g G Space b c Enter ] [ ) ( } { z n / x Enter ? q ^O L a Tab < > ~ +200 l h";
    static const char *const empty[] = {"", " \n\n", "word"};
    struct screen screen;
    screen_open(&screen, fixture_library_of(NULL, 0), 24, 110);
    assert_shows(&screen, "no articles here");
    screen_type(&screen, keys);
    screen_close(&screen);
    screen_open(&screen, fixture_library_of(empty, 3), 24, 110);
    for (int i = 0; i < 3; i++) {
        screen_type(&screen, keys);
        screen_type(&screen, "q j Enter");
        screen_type(&screen, keys);
    }
    screen_close(&screen);
}

/* A small generator of our own, so that a failure can be repeated (Steele and Vigna's SplitMix64). */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static key_code random_key(uint64_t *random)
{
    static const char keys[] = "jkJKgG b\x04\x15\rcq\t)(][}{hl~z/nNa\x0fHL<>t?\x1b";
    uint64_t roll = next_random(random) % 100;
    if (roll < 80)
        return (key_code)keys[next_random(random) % (sizeof keys - 1)];
    if (roll < 90)
        return KEY_UP_ARROW + (key_code)(next_random(random) % 10);
    return (key_code)(next_random(random) % 0x3000);
}

/* Texts that fit no line: no blanks, wide, from right to left, piles of marks, marks alone, unbalanced
 * quotations. */
static struct library *hostile_library(void)
{
    static const char *const texts[] = {
        "“北京東京大阪北京東京大阪北京東京大阪北京東京大阪北京東京大阪北京東京大阪北京東京大阪北京東京大阪,” "
        "said Ann Bo.\n",
        "שלום “עולם,” said Ann Bo, שלום\n\n“e\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85\xcc\x86” "
        "\xcc\x81\xcc\x81 x\n",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaa",
        "““““““““a” ”””””””””” said said said “ ” ‘’ “x\n\n\n\n“y\n\n“z,” he said, “and, and, “and,” and",
        "\x1b[31mred\x1b]0;title\x07 \xff\xfe\x80 \xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9 “ok,” said "
        "\x1b[2J.",
        "“One and one is two,” said Ann Bo.\n\n- item\n- item\n\n“One and one is three,” said Cy Da. She "
        "said he said so.",
        "“One and one is two,” said Ann Bo of the Institute of Institutes of Very Long Names Indeed and "
        "Beyond.",
    };
    return fixture_library_of(texts, sizeof texts / sizeof *texts);
}

static void storm(struct library *library, uint64_t random)
{
    struct screen screen;
    screen_open(&screen, library, 24, 80);
    for (int i = 0; i < 10000; i++) {
        if (next_random(&random) % 4 == 0) {
            unsigned rows = 1 + (unsigned)(next_random(&random) % (i % 2 ? 250 : 40));
            screen_resize(&screen, rows, 1 + (unsigned)(next_random(&random) % 250));
        } else {
            browser_key(screen.browser, random_key(&random), screen.now += next_random(&random) % 200);
            browser_tick(screen.browser, screen.now);
        }
        screen_type(&screen, "");
        assert_true(screen.cursor.row < screen.grid.rows && screen.cursor.column <= screen.grid.columns);
    }
    screen_close(&screen);
}

static void storms_of_keys_and_sizes_crash_nothing(void **state)
{
    storm(fixture_library(), 2031);
    storm(hostile_library(), 304);
}

static void a_long_list_stays_usable(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library_large(100000), 24, 120);
    assert_shows(&screen, "Bulletin number 0");
    screen_type(&screen, "G");
    assert_shows(&screen, "Bulletin number 99999");
    assert_shows(&screen, "article 100000/100000");
    screen_type(&screen, "k b");
    assert_cursor_on(&screen, "Bulletin number 999");
    screen_type(&screen, "g j j +150");
    assert_cursor_on(&screen, "Bulletin number 2");
    screen_close(&screen);
}

static bool cells_alike(const struct cell *a, const struct cell *b)
{
    return memcmp(a->text.code_points, b->text.code_points, sizeof a->text.code_points) == 0 &&
           a->text.width == b->text.width && a->role == b->role && a->overlay == b->overlay;
}

/* Presses j. Returns how many cells changed, 0 when the list scrolled. */
static size_t cells_changed_by_a_step(struct screen *screen)
{
    size_t size = (size_t)screen->grid.rows * screen->grid.columns, changed = 0;
    struct cell *before = malloc(size * sizeof *before);
    unsigned row = screen->cursor.row;
    memcpy(before, screen->grid.cells, size * sizeof *before);
    screen_type(screen, "j");
    for (size_t i = 0; i < size; i++)
        changed += !cells_alike(&before[i], &screen->grid.cells[i]);
    free(before);
    return screen->cursor.row > row ? changed : 0;
}

static void a_step_changes_few_cells(void **state)
{
    struct screen screen;
    unsigned scrolled = 0;
    screen_open(&screen, fixture_library_large(500), 24, 120);
    for (int i = 0; i < 200; i++) {
        size_t changed = cells_changed_by_a_step(&screen);
        assert_in_range(changed, 0, 90);
        scrolled += changed == 0;
    }
    assert_in_range(scrolled, 1, 25);
    screen_close(&screen);
    open_fixture(&screen, 36, 120); /* cards: two titles, two bars, a digit */
    for (int i = 0; i < 4; i++)
        assert_in_range(cells_changed_by_a_step(&screen), 1, 2 * 39 + 2 * 3 + 1);
    screen_close(&screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_reader_follows_the_list_once_it_rests),
        cmocka_unit_test(enter_and_tab_show_the_article_at_once),
        cmocka_unit_test(next_article_works_while_reading),
        cmocka_unit_test(the_focus_moves_by_sentence_and_quotation),
        cmocka_unit_test(the_focus_reaches_the_last_sentence),
        cmocka_unit_test(the_focus_stays_in_the_window_while_lines_scroll),
        cmocka_unit_test(boilerplate_folds_and_unfolds),
        cmocka_unit_test(what_the_sanitiser_dropped_is_counted),
        cmocka_unit_test(hard_wrapped_lines_are_joined_and_wide_characters_fit),
        cmocka_unit_test(compare_opens_on_the_focused_claim),
        cmocka_unit_test(a_step_that_finds_nothing_says_so),
        cmocka_unit_test(outlets_stay_over_the_words_of_a_scrolled_comparison),
        cmocka_unit_test(the_comparison_is_come_back_to_as_it_was),
        cmocka_unit_test(a_sentence_without_a_claim_is_said_politely),
        cmocka_unit_test(enter_on_each_version_lands_on_its_sentence),
        cmocka_unit_test(versions_told_identically_share_a_column),
        cmocka_unit_test(cosmetic_differences_show_when_asked_for),
        cmocka_unit_test(narrow_columns_scroll_sideways),
        cmocka_unit_test(small_screens_compare_one_pane_at_a_time),
        cmocka_unit_test(the_jump_list_returns_to_the_same_place),
        cmocka_unit_test(back_goes_one_level_and_quits_at_the_root),
        cmocka_unit_test(help_lists_only_the_keys_of_the_view),
        cmocka_unit_test(search_in_the_article_marks_and_goes_round),
        cmocka_unit_test(search_in_the_list_and_the_claims),
        cmocka_unit_test(a_match_stays_marked_in_the_selected_row),
        cmocka_unit_test(the_prompt_is_edited_cancelled_and_repeated),
        cmocka_unit_test(messages_are_sanitised_and_last_until_the_next_key),
        cmocka_unit_test(resizing_keeps_the_reading_place),
        cmocka_unit_test(the_split_moves_within_limits),
        cmocka_unit_test(empty_libraries_and_articles_are_no_trouble),
        cmocka_unit_test(storms_of_keys_and_sizes_crash_nothing),
        cmocka_unit_test(a_long_list_stays_usable),
        cmocka_unit_test(a_step_changes_few_cells),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
