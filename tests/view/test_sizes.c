/* test_sizes.c: other sizes, empty and hostile libraries, storms of keys:
 * what must hold whatever is shown. */
#include "fixture.h"

#include "whosaid/base/array.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void resizing_keeps_the_reading_place(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 14, 90);
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

/* The column of the rule between the panes; the screen's width when there is none. */
static unsigned split_column(const struct screen *screen)
{
    const struct cell *row = screen->grid.cells + 2 * screen->grid.columns;
    unsigned column = 0;
    while (column < screen->grid.columns && row[column].text.code_points[0] != U'│')
        column++;
    return column;
}

static void the_split_moves_within_limits(void **state)
{
    struct screen screen;
    screen_open_fixture(&screen, 20, 120);
    unsigned start = split_column(&screen);
    screen_type(&screen, ">");
    assert_true(split_column(&screen) > start);
    for (int i = 0; i < 50; i++)
        screen_type(&screen, ">");
    unsigned right = split_column(&screen);
    assert_in_range(right, start + 1, 119);
    for (int i = 0; i < 100; i++)
        screen_type(&screen, "<");
    assert_in_range(split_column(&screen), 1, start - 1);
    assert_shows(&screen, "Harbour Post");
    screen_resize(&screen, 20, 100);
    assert_in_range(split_column(&screen), 1, 99);
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
    static const char keys[] = "jkJKgG b\x04\x15\rcq\t)(][}{hl~z/nNayY*:w\x0fHL<>t?\x1b";
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
    return fixture_library_of(texts, LENGTH(texts));
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
    screen_open_fixture(&screen, 36, 120); /* cards: two titles, two bars, a digit */
    for (int i = 0; i < 4; i++)
        assert_in_range(cells_changed_by_a_step(&screen), 1, 2 * 39 + 2 * 3 + 1);
    screen_close(&screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
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
