/* test_screens.c: whole screens as cells, at the sizes that people have. Read a golden's diff as a designer
 * would. */
#include "fixture.h"

#include "whosaid/base/array.h"

#include <locale.h>
#include <stdio.h>

static const struct {
    const char *name;
    unsigned rows, columns;
} sizes[] = {{"40x12", 12, 40}, {"80x24", 24, 80}, {"120x36", 36, 120}, {"200x60", 60, 200}};

/* The screen after some keys, at every size. */
static void compare_at_all_sizes(const char *what, const char *keys)
{
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        char name[64];
        struct screen screen;
        screen_open(&screen, fixture_library(), sizes[i].rows, sizes[i].columns);
        screen_type(&screen, keys);
        snprintf(name, sizeof name, "%s-%s", what, sizes[i].name);
        screen_golden(&screen, name);
        screen_close(&screen);
    }
}

static void list_screens(void **state)
{
    compare_at_all_sizes("list", "j +150");
}

static void reader_screens(void **state)
{
    compare_at_all_sizes("reader", "Enter ] ]");
}

static void compare_screens(void **state)
{
    compare_at_all_sizes("compare", "c j");
}

static void help_screens(void **state)
{
    compare_at_all_sizes("help", "Enter ?");
}

static void cosmetic_differences_when_asked_for(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library(), 36, 120);
    screen_type(&screen, "c j l l ~ Tab");
    screen_golden(&screen, "compare-cosmetic-120x36");
    screen_close(&screen);
}

static void roles_of_the_reader_and_the_comparison(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library(), 24, 110);
    screen_type(&screen, "Enter ] ]");
    screen_golden_roles(&screen, "reader-110x24");
    screen_type(&screen, "c");
    screen_golden_roles(&screen, "compare-110x24");
    screen_close(&screen);
}

/* One statement: as said, with a clause put in, with one left out, and broken off but for a word added. */
static struct library *make_tellings(void)
{
    static const char *const texts[] = {
        "Northern Quay to Close\n\n"
        "HARBOUR, May 3 — “The northern quay will close on Monday, and the crews will be paid until the "
        "autumn, because the town owes them that much,” said Ilse Brandt, the harbour master.\n",
        "Quay Closes After Eleven Years\n\n"
        "HARBOUR, May 3 — “The northern quay will close on Monday, after eleven long years of losses and of "
        "quarrels with the insurers, and the crews will be paid until the autumn, because the town owes "
        "them that much,” said Ilse Brandt, the harbour master.\n",
        "Crews Stay On the Books\n\n"
        "HARBOUR, May 4 — “The northern quay will close on Monday, because the town owes them that "
        "much,” said Ilse Brandt, the harbour master.\n",
        "A Quay Falls Silent\n\n"
        "HARBOUR, May 4 — “The northern quay will close on Monday, and the angry crews will be paid "
        "until the autumn,” said Ilse Brandt, the harbour master.\n",
    };
    return fixture_library_of(texts, LENGTH(texts));
}

static void columns_stay_in_step(void **state)
{
    for (size_t i = 1; i < LENGTH(sizes); i++) {
        char name[64];
        struct screen screen;
        screen_open(&screen, make_tellings(), sizes[i].rows, sizes[i].columns);
        screen_type(&screen, "c Tab");
        if (sizes[i].rows == 24)
            screen_type(&screen, "G"); /* the columns are below the window */
        snprintf(name, sizeof name, "in-step-%s", sizes[i].name);
        screen_golden(&screen, name);
        screen_close(&screen);
    }
}

/* Two outlets print one wire report, a third has its own; they tell the fare differently. */
static struct library *make_wire_copies(void)
{
#define REPORT                                                                                               \
    "The northern quay was closed on Monday after an inspection found cracks in three of its pillars, and "  \
    "the "                                                                                                   \
    "ferries to the outer islands were sent to the old harbour instead.\n\n"                                 \
    "Repairs are expected to take until the autumn, and the insurers have agreed to pay for two thirds of "  \
    "the "                                                                                                   \
    "work, while the town council will vote on the rest before the summer.\n\n"
    static const char *const texts[] = {
        "Quay Closed\n\n" REPORT "“The crews will be paid in full,” said Ilse Brandt, the harbour master.\n",
        "Cracks Close Northern Quay\n\n" REPORT
        "“The crews will be paid in full,” said Ilse Brandt, the harbour master.\n",
        "Islanders Face Detour\n\nPeople on the outer islands now land at the old harbour, an hour away on "
        "foot.\n\n"
        "“The crews will be paid in part,” said Ilse Brandt, the harbour master.\n",
    };
#undef REPORT
    return fixture_library_of(texts, LENGTH(texts));
}

static void outlets_of_one_text_are_one_witness(void **state)
{
    struct screen screen;
    screen_open(&screen, make_wire_copies(), 24, 110);
    screen_type(&screen, "c j");
    assert_true(screen_shows(&screen, "largely one text, so one witness"));
    screen_golden(&screen, "witness-110x24");
    screen_close(&screen);
}

/* One accident: the day, the number of the injured, who said it and one word of it are told in different
 * ways. */
static struct library *make_disputed(void)
{
    static const char *const texts[] = {
        "Outlet: Harbour Post\nDate: 2031-03-06\n\nFerry Strikes Pier at Karsund\n\n"
        "KARSUND, March 6 — The ferry Halcyon struck the northern pier at Karsund on Wednesday, injuring 14 "
        "passengers.\n\n"
        "“The brakes did not answer, and the captain did what any captain would do,” said Mirela Ostrander, "
        "the "
        "harbour master.\n",
        "Outlet: The Karsund Beacon\nDate: 2031-03-06\n\nPassengers Hurt as Ferry Hits Pier\n\n"
        "KARSUND, March 6 — The ferry Halcyon struck the northern pier at Karsund on Tuesday, injuring 19 "
        "passengers.\n\n"
        "“The engine did not answer, and the captain did what any captain would do,” said Jorun Tal, a union "
        "spokesman.\n",
        "Outlet: Lowland Mirror\nDate: 2031-03-07\n\nPier Closed After Collision\n\n"
        "KARSUND, March 7 — The ferry Halcyon struck the northern pier at Karsund on Wednesday, injuring 14 "
        "passengers.\n\n"
        "“The brakes did not answer, and the captain did what any captain would do,” said Mirela Ostrander, "
        "the "
        "harbour master.\n",
    };
    return fixture_library_of(texts, LENGTH(texts));
}

static void figures_and_speakers_that_differ(void **state)
{
    for (size_t i = 1; i < LENGTH(sizes); i++) {
        char name[64];
        struct screen screen;
        screen_open(&screen, make_disputed(), sizes[i].rows, sizes[i].columns);
        screen_type(&screen, "c }");
        snprintf(name, sizeof name, "disputed-%s", sizes[i].name);
        screen_golden(&screen, name);
        screen_close(&screen);
    }
}

static void wide_characters_and_notes_below_the_paragraph(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library(), 24, 60);
    screen_type(&screen, "G Enter");
    screen_golden(&screen, "letter-60x24");
    screen_type(&screen, "K g");
    screen_golden(&screen, "notes-60x24");
    screen_close(&screen);
}

static void long_lists_give_an_article_one_line(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library_large(300), 24, 80);
    screen_type(&screen, "^D ^D ^D");
    screen_golden(&screen, "long-list-80x24");
    screen_close(&screen);
}

static void the_smallest_screens_say_what_is_needed(void **state)
{
    struct screen screen;
    screen_open(&screen, fixture_library(), 11, 80);
    assert_true(screen_shows(&screen, "whosaid needs 40 columns and 12 rows"));
    screen_resize(&screen, 12, 39);
    assert_true(screen_shows(&screen, "whosaid needs 40 columns and 12 rows"));
    screen_resize(&screen, 5, 22);
    assert_true(screen_shows(&screen, "40 columns, 12 rows"));
    screen_close(&screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list_screens),
        cmocka_unit_test(reader_screens),
        cmocka_unit_test(compare_screens),
        cmocka_unit_test(help_screens),
        cmocka_unit_test(cosmetic_differences_when_asked_for),
        cmocka_unit_test(roles_of_the_reader_and_the_comparison),
        cmocka_unit_test(columns_stay_in_step),
        cmocka_unit_test(outlets_of_one_text_are_one_witness),
        cmocka_unit_test(figures_and_speakers_that_differ),
        cmocka_unit_test(wide_characters_and_notes_below_the_paragraph),
        cmocka_unit_test(long_lists_give_an_article_one_line),
        cmocka_unit_test(the_smallest_screens_say_what_is_needed),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
