/* test_live_themes.c PROGRAM: themes on a real screen: each is drawn, follows the terminal's background, is
 * read again when its file is written. */
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LIGHT "48;5;231" /* newsprint's background */

static void test_every_theme_can_be_drawn(void **state)
{
    struct pty pty;
    session_open_articles(&pty);
    session_expect(&pty, "Ferry towns settle");
    for (int i = 0; i < 6; i++) {
        pty_type(&pty, "t");
        assert_true(pty_read(&pty, PTY_DEADLINE_MS) > 0);
    }
    pty_type(&pty, "\014");
    session_expect(&pty, "Ferry towns settle");
    session_quit(&pty);
}

static void test_a_broken_theme_is_named_and_the_default_runs(void **state)
{
    char path[] = "/tmp/whosaid-theme-XXXXXX", option[64];
    static const char text[] = "scheme: Broken\nbase00: \"no colour\"\n";
    int file = mkstemp(path);
    assert_true(file >= 0 && write(file, text, sizeof text - 1) == sizeof text - 1);
    close(file);
    struct pty pty;
    snprintf(option, sizeof option, "--theme=%s", path);
    session_open(&pty, (const char *const[]){session_program, option, session_articles, NULL},
                 "xterm-256color");
    session_expect(&pty, strrchr(path, '/') + 1);
    session_expect(&pty, "Ferry towns settle");
    unlink(path);
    session_quit(&pty);
}

/* Whether bytes come that paint a background, by its number in the palette of 256. */
static bool is_painted(struct pty *pty, size_t from, const char *background)
{
    for (int i = 0; i < PTY_DEADLINE_MS / 100; i++) {
        if (str_find(strbuf_str(&pty->log), str_from(background), from) != STR_NONE)
            return true;
        pty_read(pty, 100);
    }
    return false;
}

static void wait_for_question(struct pty *pty)
{
    session_expect(pty, "Ferry towns settle");
    for (int i = 0; !pty->vt.asked_background && i < PTY_DEADLINE_MS / 100; i++)
        pty_read(pty, 100);
    assert_true(pty->vt.asked_background);
}

static void test_a_light_terminal_is_given_the_light_theme(void **state)
{
    struct pty pty;
    session_open_articles(&pty);
    wait_for_question(&pty);
    size_t from = pty.log.size;
    pty_type(&pty, "j\033]11;rgb:ffff/ffff/dddd\033\\j");
    assert_true(is_painted(&pty, from, LIGHT));
    session_expect(&pty, "article 3/");
    session_quit(&pty);
}

/* The first byte alone would be Esc, which quits here. */
static void test_an_answer_in_pieces_is_no_key(void **state)
{
    struct pty pty;
    session_open_articles(&pty);
    wait_for_question(&pty);
    size_t from = pty.log.size;
    pty_type(&pty, "\033");
    pty_settle(&pty, 60);
    pty_type(&pty, "]11;rgb:ffff/ff");
    pty_settle(&pty, 60);
    pty_type(&pty, "ff/ffff\007");
    assert_true(is_painted(&pty, from, LIGHT));
    session_quit(&pty);
}

static void test_who_chose_a_theme_keeps_it(void **state)
{
    struct pty pty;
    session_open(&pty, (const char *const[]){session_program, "--theme=night-desk", session_articles, NULL},
                 "xterm-256color");
    session_expect(&pty, "Ferry towns settle");
    pty_settle(&pty, 100);
    assert_false(pty.vt.asked_background);
    size_t from = pty.log.size;
    pty_type(&pty, "\033]11;rgb:ffff/ffff/dddd\033\\j");
    session_expect(&pty, "article 2/");
    assert_true(str_find(strbuf_str(&pty.log), STR(LIGHT), from) == STR_NONE);
    session_quit(&pty);
}

static void write_theme(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void test_a_theme_that_is_written_is_read_again(void **state)
{
    char folder[] = "/tmp/whosaid-themes-XXXXXX", path[64], option[80];
    struct pty pty;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/mine.yaml", folder);
    snprintf(option, sizeof option, "--theme=%s", path);
    write_theme(path, "inherits: night-desk\n");
    session_open(&pty, (const char *const[]){session_program, option, session_articles, NULL},
                 "xterm-256color");
    session_expect(&pty, "Ferry towns settle");
    size_t from = pty.log.size;
    write_theme(path, "inherits: newsprint\n");
    assert_true(is_painted(&pty, from, LIGHT));
    write_theme(path, "inherits: 3.5\n  - x\n");
    session_expect(&pty, "mine.yaml:");
    unlink(path);
    rmdir(folder);
    session_quit(&pty);
}

int main(int count, char **arguments)
{
    if (!session_begin(count, arguments))
        return 2;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_theme_can_be_drawn),
        cmocka_unit_test(test_a_broken_theme_is_named_and_the_default_runs),
        cmocka_unit_test(test_a_light_terminal_is_given_the_light_theme),
        cmocka_unit_test(test_an_answer_in_pieces_is_no_key),
        cmocka_unit_test(test_who_chose_a_theme_keeps_it),
        cmocka_unit_test(test_a_theme_that_is_written_is_read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
