/* test_tui.c: the colour ladder, painting and themes, with curses on /dev/null and read back. */
#include "support.h"

#include "clipboard.h"
#include "color.h"
#include "painter.h"
#include "terminal.h"
#include "themes.h"

#include "whosaid/base/array.h"

#define NCURSES_NOMACROS
#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void test_color_is_used_unless_refused(void **state)
{
    assert_true(color_is_wanted(TUI_COLOR_AUTO, NULL));
    assert_true(color_is_wanted(TUI_COLOR_AUTO, ""));
    assert_false(color_is_wanted(TUI_COLOR_AUTO, "1"));
    assert_true(color_is_wanted(TUI_COLOR_ALWAYS, "1"));
    assert_false(color_is_wanted(TUI_COLOR_NEVER, NULL));
}

static void test_direct_color_is_tried_where_it_is_promised(void **state)
{
    static const struct {
        const char *term, *colorterm, *entry;
    } cases[] = {
        {"xterm-256color", "truecolor", "xterm-direct"},
        {"xterm", "24bit", "xterm-direct"},
        {"tmux-256color", "truecolor", "tmux-direct"},
        {"xterm-kitty", "truecolor", "kitty-direct"},
        {"alacritty", "truecolor", "alacritty-direct"},
        {"xterm-256color", NULL, NULL},
        {"xterm-256color", "yes", NULL},
        {"xterm-direct", "truecolor", NULL},
        {"xterm-direct256", "truecolor", NULL},
        {"", "truecolor", NULL},
        {NULL, "truecolor", NULL},
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char name[64] = "";
        bool found = color_direct_entry(cases[i].term, cases[i].colorterm, name, sizeof name);
        assert_int_equal(found, cases[i].entry != NULL);
        if (found)
            assert_string_equal(name, cases[i].entry);
    }
}

static void test_a_light_background_is_told_by_colorfgbg(void **state)
{
    assert_true(tui_background_is_light("0;15"));
    assert_true(tui_background_is_light("0;default;15"));
    assert_true(tui_background_is_light("0;7"));
    assert_false(tui_background_is_light("15;0"));
    assert_false(tui_background_is_light("7;8"));
    assert_false(tui_background_is_light("15;default"));
    assert_false(tui_background_is_light(NULL));
}

static void set(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static struct terminal *open_null(const char *term, enum tui_color color, struct error *error)
{
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    assert_true(null >= 0);
    set("TERM", term);
    struct terminal *terminal = terminal_open(null, null, color, true, error);
    close(null);
    return terminal;
}

/* Entries outside ncurses-base may be missing. */
static bool is_described(const char *term)
{
    struct terminal *terminal = open_null(term, TUI_COLOR_AUTO, NULL);
    terminal_close(terminal);
    return terminal != NULL;
}

static void test_the_ladder_ends_where_the_terminal_does(void **state)
{
    static const struct {
        const char *term, *colorterm, *no_color;
        enum tui_color option;
        enum color_depth depth;
    } cases[] = {
        {"xterm-256color", NULL, NULL, TUI_COLOR_AUTO, DEPTH_256},
        {"xterm-256color", NULL, "1", TUI_COLOR_AUTO, DEPTH_ATTRIBUTES},
        {"xterm-256color", NULL, "1", TUI_COLOR_ALWAYS, DEPTH_256},
        {"xterm-256color", NULL, NULL, TUI_COLOR_NEVER, DEPTH_ATTRIBUTES},
        {"xterm-256color", "truecolor", NULL, TUI_COLOR_AUTO, DEPTH_DIRECT},
        {"xterm-256color", "truecolor", "1", TUI_COLOR_AUTO, DEPTH_ATTRIBUTES},
        {"screen-256color", "truecolor", NULL, TUI_COLOR_AUTO, DEPTH_256},
        {"xterm-direct", NULL, NULL, TUI_COLOR_AUTO, DEPTH_DIRECT},
        {"xterm-16color", NULL, NULL, TUI_COLOR_AUTO, DEPTH_16},
        {"xterm", NULL, NULL, TUI_COLOR_AUTO, DEPTH_8},
        {"linux", NULL, NULL, TUI_COLOR_AUTO, DEPTH_8},
        {"vt100", NULL, NULL, TUI_COLOR_AUTO, DEPTH_ATTRIBUTES},
    };
    bool direct = is_described("xterm-direct");
    for (size_t i = 0; i < LENGTH(cases); i++) {
        if (!is_described(cases[i].term))
            continue;
        set("COLORTERM", cases[i].colorterm);
        set("NO_COLOR", cases[i].no_color);
        struct terminal *terminal = open_null(cases[i].term, cases[i].option, NULL);
        enum color_depth depth = cases[i].depth == DEPTH_DIRECT && !direct ? DEPTH_256 : cases[i].depth;
        assert_non_null(terminal);
        assert_int_equal(terminal_depth(terminal), depth);
        terminal_close(terminal);
        set("COLORTERM", NULL);
        set("NO_COLOR", NULL);
    }
}

static void test_a_terminal_that_cannot_do_is_an_error(void **state)
{
    struct error error;
    assert_null(open_null("dumb", TUI_COLOR_AUTO, &error));
    assert_int_equal(error.code, ERROR_TERMINAL);
    assert_non_null(strstr(error.message, "dumb"));
    assert_null(open_null("no-such-terminal", TUI_COLOR_AUTO, &error));
    assert_non_null(strstr(error.message, "no-such-terminal"));
    assert_null(open_null(NULL, TUI_COLOR_AUTO, &error));
    assert_non_null(strstr(error.message, "TERM"));
}

enum { ROWS = 24, COLUMNS = 80 };

static void put(struct grid *grid, unsigned row, unsigned column, const char32_t *points, unsigned width,
                enum role role, enum overlay overlay)
{
    struct cell *cell = &grid->cells[row * grid->columns + column];
    *cell = (struct cell){.text.width = (uint8_t)width, .role = (uint8_t)role, .overlay = (uint8_t)overlay};
    for (size_t i = 0; i < CELL_CODE_POINTS && points[i]; i++)
        cell->text.code_points[i] = points[i];
    if (width == 2)
        cell[1].text.width = 0;
}

/* One cell of the screen as curses has it: its characters, as UTF-8. */
static attr_t read_back(unsigned row, unsigned column, struct strbuf *text)
{
    cchar_t cell[2];
    wchar_t characters[CCHARW_MAX + 1] = {0};
    attr_t attributes = 0;
    short pair;
    char bytes[64];
    assert_int_not_equal(mvin_wchnstr((int)row, (int)column, cell, 1), ERR);
    getcchar(&cell[0], characters, &attributes, &pair, NULL);
    size_t size = wcstombs(bytes, characters, sizeof bytes);
    assert_int_not_equal(size, (size_t)-1);
    strbuf_clear(text);
    strbuf_add(text, bytes, size);
    return attributes;
}

static void assert_cell(unsigned row, unsigned column, const char *expected)
{
    struct strbuf text;
    strbuf_init(&text);
    read_back(row, column, &text);
    assert_str(strbuf_str(&text), expected);
    strbuf_release(&text);
}

static void hostile_and_ordinary_cells(struct grid *grid)
{
    put(grid, 0, 0, U"w", 1, ROLE_TEXT, OVERLAY_NONE);
    put(grid, 0, 1, U"e\u0301\u0323", 1, ROLE_TITLE, OVERLAY_NONE);
    put(grid, 0, 2, U"漢", 2, ROLE_TEXT, OVERLAY_SELECTED);
    put(grid, 0, 4, U"≠", 1, ROLE_RELATION_DIFFERS, OVERLAY_NONE);
    put(grid, 1, 0, U"\033", 1, ROLE_TEXT, OVERLAY_NONE);
    put(grid, 1, 1, U"\x9B", 1, ROLE_TEXT, OVERLAY_NONE);
    put(grid, 1, 2, U"\u202E", 1, ROLE_TEXT, OVERLAY_NONE);
    put(grid, 1, 3, U"\u0301", 1, ROLE_TEXT, OVERLAY_NONE);
    put(grid, 1, 4, U"a\u200B\u0301\U000E0041", 1, ROLE_TEXT, OVERLAY_NONE);
    put(grid, 1, 5, U"漢", 1, ROLE_TEXT, OVERLAY_NONE);
    put(grid, 1, 6, U"z", 1, ROLE_TEXT, OVERLAY_NONE);
    put(grid, 2, COLUMNS - 1, U"漢", 1, ROLE_TEXT, OVERLAY_NONE);
    grid->cells[2 * COLUMNS + COLUMNS - 1].text.width = 2; /* a wide one without room for its right half */
    put(grid, 2, 0, U"x", 1, ROLE_TEXT, OVERLAY_NONE);
    grid->cells[2 * COLUMNS].role = 255;
    put(grid, ROWS - 1, COLUMNS - 1, U"!", 1, ROLE_TEXT, OVERLAY_NONE);
}

static void some_styles(enum color_depth depth, struct style_table *styles)
{
    for (int role = 0; role < ROLE_TOTAL; role++)
        for (int overlay = 0; overlay < OVERLAY_TOTAL; overlay++)
            styles->styles[role][overlay] = (struct style){
                .foreground = depth == DEPTH_DIRECT ? 0x808080 + role
                              : depth >= DEPTH_16   ? 1 + role % 15
                                                    : 1 + role % 7,
                .background = depth == DEPTH_DIRECT ? 0x101010 + overlay * 0x010101 : overlay,
                .attributes = role == ROLE_TITLE ? STYLE_BOLD : 0,
            };
    styles->styles[ROLE_TEXT][OVERLAY_SELECTED].attributes = STYLE_REVERSE;
}

static void paint_and_check(const char *term)
{
    struct terminal *terminal = open_null(term, TUI_COLOR_AUTO, NULL);
    assert_non_null(terminal);
    struct painter *painter = painter_create(terminal_depth(terminal));
    struct style_table styles;
    struct grid grid;
    struct strbuf text;
    int row, column;

    strbuf_init(&text);
    some_styles(terminal_depth(terminal), &styles);
    painter_set_styles(painter, &styles);
    grid_init(&grid, ROWS, COLUMNS);
    hostile_and_ordinary_cells(&grid);
    painter_show(painter, &grid, 1, 6);
    getyx(stdscr, row, column);
    assert_int_equal(row, 1);
    assert_int_equal(column, 6);

    assert_cell(0, 0, "w");
    assert_true(read_back(0, 1, &text) & A_BOLD);
    assert_str(strbuf_str(&text), "e\u0301\u0323");
    assert_true(read_back(0, 2, &text) & A_REVERSE);
    assert_str(strbuf_str(&text), "漢");
    assert_cell(0, 4, "≠");
    for (unsigned i = 0; i < 4; i++)
        assert_cell(1, i, "\uFFFD");
    assert_cell(1, 4, "a\u0301");
    assert_cell(1, 5, "\uFFFD");
    assert_cell(1, 6, "z");
    assert_cell(2, COLUMNS - 1, "\uFFFD");
    assert_cell(2, 0, "x");
    assert_cell(ROWS - 1, COLUMNS - 1, "!");

    put(&grid, 0, 0, U"v", 1, ROLE_TEXT, OVERLAY_NONE); /* one row changed */
    painter_show(painter, &grid, 0, 0);
    assert_cell(0, 0, "v");
    assert_cell(1, 6, "z");
    painter_set_styles(painter, &styles); /* another theme */
    painter_show(painter, &grid, 0, 0);
    assert_cell(1, 6, "z");

    grid_release(&grid);
    strbuf_release(&text);
    painter_free(painter);
    terminal_close(terminal);
}

static void test_a_grid_is_what_curses_shows(void **state)
{
    static const char *const terms[] = {"xterm-256color", "xterm", "vt100", "linux", "xterm-direct"};
    for (size_t i = 0; i < LENGTH(terms); i++)
        if (is_described(terms[i]))
            paint_and_check(terms[i]);
}

/* A terminal with few pairs draws on in the text's colours. */
static void test_running_out_of_pairs_costs_colors_only(void **state)
{
    struct terminal *terminal = open_null("linux", TUI_COLOR_AUTO, NULL);
    if (!terminal)
        skip();
    struct painter *painter = painter_create(DEPTH_8);
    struct style_table styles = {0};
    struct grid grid;
    grid_init(&grid, ROWS, COLUMNS);
    for (unsigned role = 0; role < ROLE_TOTAL; role++)
        for (unsigned overlay = 0; overlay < OVERLAY_TOTAL; overlay++) {
            unsigned number = role * OVERLAY_TOTAL + overlay;
            styles.styles[role][overlay].foreground = (int32_t)(number % 8);
            styles.styles[role][overlay].background = (int32_t)(number / 8 % 8);
            put(&grid, number / COLUMNS, number % COLUMNS, U"x", 1, role, overlay);
        }
    painter_set_styles(painter, &styles);
    painter_show(painter, &grid, 0, 0);
    assert_cell(0, 0, "x");
    assert_cell((ROLE_TOTAL * OVERLAY_TOTAL - 1) / COLUMNS, (ROLE_TOTAL * OVERLAY_TOTAL - 1) % COLUMNS, "x");
    grid_release(&grid);
    painter_free(painter);
    terminal_close(terminal);
}

static void test_text_is_copied_in_base64(void **state)
{
    static const char *const cases[][2] = {{"", "\033]52;c;\033\\"},
                                           {"a", "\033]52;c;YQ==\033\\"},
                                           {"ab", "\033]52;c;YWI=\033\\"},
                                           {"“é", "\033]52;c;4oCcw6k=\033\\"}};
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct strbuf out;
        strbuf_init(&out);
        clipboard_sequence(str_from(cases[i][0]), &out);
        assert_str(strbuf_str(&out), cases[i][1]);
        strbuf_release(&out);
    }
}

static void test_themes_take_turns(void **state)
{
    static const char *const names[] = {"no-such-theme", NULL}, *const folders[] = {"/nonexistent", NULL};
    struct themes themes;
    struct error error;
    set("COLORFGBG", "0;15");
    assert_true(themes_open(&themes, &(struct tui_options){0}, &error));
    assert_true(theme_is_light(themes.shown));
    assert_true(themes_next(&themes, &error));
    assert_false(theme_is_light(themes.shown));
    assert_true(themes_next(&themes, &error));
    assert_true(theme_is_light(themes.shown));
    themes_close(&themes);
    set("COLORFGBG", NULL);

    assert_false(themes_open(&themes, &(struct tui_options){.themes = names, .folders = folders}, &error));
    assert_non_null(themes.shown);
    assert_false(theme_is_light(themes.shown));
    themes_close(&themes);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    setenv("LINES", "24", 1);
    setenv("COLUMNS", "80", 1);
    unsetenv("COLORTERM");
    unsetenv("NO_COLOR");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_color_is_used_unless_refused),
        cmocka_unit_test(test_direct_color_is_tried_where_it_is_promised),
        cmocka_unit_test(test_a_light_background_is_told_by_colorfgbg),
        cmocka_unit_test(test_the_ladder_ends_where_the_terminal_does),
        cmocka_unit_test(test_a_terminal_that_cannot_do_is_an_error),
        cmocka_unit_test(test_a_grid_is_what_curses_shows),
        cmocka_unit_test(test_running_out_of_pairs_costs_colors_only),
        cmocka_unit_test(test_text_is_copied_in_base64),
        cmocka_unit_test(test_themes_take_turns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
