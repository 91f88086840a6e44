/* test_end_to_end.c PROGRAM: the real program in a pseudo-terminal: keys, sizes, signals, hostile text. */
#include "support.h"

#include "pty.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROWS = 36, COLUMNS = 120 };

static const char articles[] = SOURCE_ROOT "/tests/tui/articles";
static const char *program;

static void open_command(struct pty *pty, const char *const *command, const char *term)
{
    struct pty_options options = {.command = command, .term = term, .rows = ROWS, .columns = COLUMNS};
    if (!pty_open(pty, &options))
        fail_msg("no pseudo-terminal");
}

static void open_articles(struct pty *pty)
{
    open_command(pty, (const char *const[]){program, articles, NULL}, "xterm-256color");
}

static void show_screen(const struct pty *pty)
{
    struct strbuf text;
    strbuf_init(&text);
    vt_text(&pty->vt, &text);
    fputs(text.data, stderr); /* cmocka's own would cut it */
    strbuf_release(&text);
}

static void expect(struct pty *pty, const char *text)
{
    if (pty_wait_for(pty, text))
        return;
    show_screen(pty);
    fail_msg("the screen never showed \"%s\"", text);
}

/* Reads until the screen no longer shows text. */
static void expect_gone(struct pty *pty, const char *text)
{
    for (int i = 0; vt_shows(&pty->vt, text); i++) {
        if (i == PTY_DEADLINE_MS / 100) {
            show_screen(pty);
            fail_msg("the screen went on showing \"%s\"", text);
        }
        pty_read(pty, 100);
    }
}

static void expect_no_fault(const struct pty *pty)
{
    if (pty->vt.faults > 0)
        fail_msg("%u faults in what was sent, the first: %s", pty->vt.faults, pty->vt.first_fault);
}

/* The program has ended by itself, and the terminal is as it was. */
static void expect_exit(struct pty *pty, int expected)
{
    int status = pty_wait_exit(pty);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), expected);
    assert_true(pty_is_given_back(pty));
    expect_no_fault(pty);
}

static void expect_death(struct pty *pty, int number)
{
    int status = pty_wait_exit(pty);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), number);
}

static void quit(struct pty *pty)
{
    pty_type(pty, "Q");
    expect_exit(pty, 0);
    pty_close(pty);
}

/* Keys */

static void test_reading_from_list_to_quotation(void **state)
{
    struct pty pty;
    open_articles(&pty);
    expect(&pty, "Ferry towns settle");
    assert_true(pty.vt.alternate);
    pty_type(&pty, "j");
    expect(&pty, "About 3,500 people"); /* the reader follows */
    pty_type(&pty, "k\r");
    expect(&pty, "Nobody should have to miss a boat");
    pty_type(&pty, "?");
    expect(&pty, "next row or line");
    pty_type(&pty, "q");
    expect_gone(&pty, "next row or line");
    pty_type(&pty, "Q");
    expect_exit(&pty, 0);
    pty_close(&pty);
}

static void test_a_burst_of_keys_ends_where_single_keys_do(void **state)
{
    struct pty pty;
    open_articles(&pty);
    expect(&pty, "Ferry towns settle");
    pty_type(&pty, "jjjjkkkkjj\033[A\033[B\033[Bkkk?");
    expect(&pty, "next row or line");
    pty_type(&pty, "\033"); /* a lone Esc */
    expect_gone(&pty, "next row or line");
    quit(&pty);
}

static void test_comparing_shows_each_outlet(void **state)
{
    struct pty pty;
    open_articles(&pty);
    expect(&pty, "Ferry towns settle");
    pty_type(&pty, "\r");
    pty_type(&pty, "]c");
    expect(&pty, "outlets with full text");
    pty_type(&pty, "q");
    expect(&pty, "Ferry towns settle");
    quit(&pty);
}

static void test_an_article_piped_in_is_read_with_keys_from_the_terminal(void **state)
{
    struct pty pty;
    char line[2048];
    snprintf(line, sizeof line, "cat '%s/1-estuary-gazette.txt' | '%s' -", articles, program);
    open_command(&pty, (const char *const[]){"/bin/sh", "-c", line, NULL}, "xterm-256color");
    expect(&pty, "Ferry towns settle");
    quit(&pty);
}

static void test_every_theme_can_be_drawn(void **state)
{
    struct pty pty;
    open_articles(&pty);
    expect(&pty, "Ferry towns settle");
    for (int i = 0; i < 6; i++) {
        pty_type(&pty, "t");
        assert_true(pty_read(&pty, PTY_DEADLINE_MS) > 0);
    }
    pty_type(&pty, "\014");
    expect(&pty, "Ferry towns settle");
    quit(&pty);
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
    open_command(&pty, (const char *const[]){program, option, articles, NULL}, "xterm-256color");
    expect(&pty, strrchr(path, '/') + 1);
    expect(&pty, "Ferry towns settle");
    unlink(path);
    quit(&pty);
}

/* Sizes */

static void test_a_hundred_resizes_crash_nothing(void **state)
{
    static const unsigned sizes[][2] = {{24, 80}, {12, 40},  {60, 200}, {1, 1},
                                        {5, 13},  {36, 120}, {11, 39},  {2, 300}};
    struct pty pty;
    open_articles(&pty);
    expect(&pty, "Ferry towns settle");
    pty_type(&pty, "\r");
    for (unsigned i = 0; i < 100; i++) {
        const unsigned *size = sizes[i % (sizeof sizes / sizeof *sizes)];
        pty_resize(&pty, size[0], size[1]);
        pty_type(&pty, &"jk)(]c?q"[i % 8]);
        pty_read(&pty, 20);
    }
    pty_settle(&pty, 200);
    pty_resize(&pty, ROWS, COLUMNS);
    pty_type(&pty, "aaa?");
    expect(&pty, "next row or line");
    quit(&pty);
}

/* The end */

static void test_signals_give_the_terminal_back(void **state)
{
    static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGBUS,  SIGABRT,
                                  SIGILL,  SIGFPE, SIGSYS, SIGTRAP, SIGXCPU, SIGUSR1, SIGALRM};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct pty pty;
        open_articles(&pty);
        expect(&pty, "Ferry towns settle");
        assert_false(pty_is_given_back(&pty));
        kill(pty.process, signals[i]);
        expect_death(&pty, signals[i]);
        assert_true(pty_is_given_back(&pty));
        expect_no_fault(&pty);
        pty_close(&pty);
    }
}

static void test_control_c_is_a_signal(void **state)
{
    struct pty pty;
    open_articles(&pty);
    expect(&pty, "Ferry towns settle");
    pty_type(&pty, "\003");
    expect_death(&pty, SIGINT);
    assert_true(pty_is_given_back(&pty));
    pty_close(&pty);
}

static void test_a_closed_terminal_ends_the_program(void **state)
{
    struct pty pty;
    open_articles(&pty);
    expect(&pty, "Ferry towns settle");
    pty_hang_up(&pty);
    expect_death(&pty, SIGHUP);
    pty_close(&pty);
}

/* Under nohup SIGHUP is ignored; the program must not then spin on a terminal that is gone. */
static void test_a_closed_terminal_ends_it_even_where_hangups_are_ignored(void **state)
{
    struct pty pty;
    signal(SIGHUP, SIG_IGN);
    open_articles(&pty);
    signal(SIGHUP, SIG_DFL);
    expect(&pty, "Ferry towns settle");
    pty_hang_up(&pty);
    expect_death(&pty, SIGHUP);
    pty_close(&pty);
}

static void test_control_z_stops_and_fg_returns(void **state)
{
    struct pty pty;
    char line[2048];
    snprintf(line, sizeof line, "set -m; '%s' '%s'; echo 'now stopped'; read go; fg >/dev/null", program,
             articles);
    open_command(&pty, (const char *const[]){"/bin/sh", "-c", line, NULL}, "xterm-256color");
    expect(&pty, "Ferry towns settle");
    pty_type(&pty, "\032");
    expect(&pty, "now stopped");
    assert_false(pty.vt.alternate || pty.vt.mouse);
    pty_type(&pty, "go\n");
    expect(&pty, "Ferry towns settle");
    assert_true(pty.vt.alternate && pty.vt.mouse);
    expect_gone(&pty, "now stopped");
    quit(&pty);
}

static void test_clicks_select_and_open(void **state)
{
    struct pty pty;
    open_articles(&pty);
    expect(&pty, "Ferry towns settle");
    assert_true(pty.vt.mouse);
    pty_type(&pty, "\033[<0;5;10M\033[<0;5;10m"); /* the third row of cards: another article */
    expect(&pty, "article 2/");
    pty_type(&pty, "\033[<0;5;10M\033[<0;5;10m");
    expect(&pty, ") sentence");
    pty_type(&pty, "\033[<2;5;10M\033[<2;5;10m");
    expect_gone(&pty, ") sentence");
    quit(&pty);
}

/* Without a shell to return to the system does not stop a program; it must then just go on. */
static void test_control_z_without_a_shell_changes_nothing(void **state)
{
    struct pty pty;
    open_articles(&pty);
    expect(&pty, "Ferry towns settle");
    pty_type(&pty, "\032");
    pty_type(&pty, "?");
    expect(&pty, "next row or line");
    assert_true(pty.vt.alternate);
    quit(&pty);
}

static void test_a_terminal_that_cannot_do_is_named(void **state)
{
    struct pty pty;
    open_command(&pty, (const char *const[]){program, articles, NULL}, "no-such-terminal");
    int status = pty_wait_exit(&pty);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) != 0);
    assert_true(vt_shows(&pty.vt, "no-such-terminal"));
    assert_true(pty_is_given_back(&pty));
    pty_close(&pty);
}

/* Hostile text */

#define ESC_TITLE     "\033]2;owned\007"
#define ESC_LINK      "\033]8;;http://evil.example/\033\\link\033]8;;\033\\"
#define ESC_CLIPBOARD "\033]52;c;ZXZpbA==\007"
#define C1_SEQUENCE   "\302\2332J\302\235\302\220"
#define BIDI          "\u202Edlrow\u202C\u2066x\u2069\u200F\u061C"
#define ZERO_WIDTH    "a\u200Bb\u200Cc\u2060d\uFEFFe\u00ADf\u034Fg"
#define TAGS          "\U000E0001\U000E0041\U000E007F"
#define MARKS         "o\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B\u030C"
#define MOVES         "one\rtwo\btree\vfour\f\007\016\177"
#define HOSTILE       ESC_TITLE ESC_LINK ESC_CLIPBOARD C1_SEQUENCE BIDI ZERO_WIDTH TAGS MARKS MOVES "\033[2J\033c"

static const char hostile_name[] =
    "evil \033]2;owned\007 \302\2332J \u202Egnp \u200B\U000E0041 o\u0301\u0302\u0303"
    "\u0304\u0305\u0306\rx\377.txt";

static void write_file(const char *folder, const char *name, const char *text)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void write_hostile(const char *folder)
{
    static const char text[] =
        "Harbour " HOSTILE " payload\n\n"
        "HANOI, June 20 (" HOSTILE ") – The crossing " HOSTILE " reopened on Monday.\n\n"
        "“Nobody " HOSTILE " should have to miss a boat because of a border,” Marta " HOSTILE
        " Quill said.\n\n"
        "Share " HOSTILE " this article\n";
    write_file(folder, hostile_name, text);
    write_file(folder, "second.txt",
               "Second harbour payload\n\n“Nobody should have to miss a boat because of a border,” " HOSTILE
               " Breck told " HOSTILE ".\n");
    char fifo[1024];
    snprintf(fifo, sizeof fifo, "%s/fifo \033]2;owned\007 \u202E.txt", folder);
    assert_int_equal(mkfifo(fifo, 0600), 0);
}

static void remove_hostile(const char *folder)
{
    char line[256];
    snprintf(line, sizeof line, "rm -r '%s'", folder);
    assert_int_equal(system(line), 0);
}

/* The same once more, without trusting the strict terminal: byte strings that may stand nowhere in what was
 * sent. */
static void expect_clean_bytes(const struct pty *pty)
{
    static const char *const forbidden[] = {
        "\033]",        "\033P",        "\033_",        "\033^",        "\033c",        "\007",
        "\302\233",     "\302\235",     "\302\220",     "\302\255",     "\342\200\213", "\342\200\214",
        "\342\200\217", "\342\200\256", "\342\200\254", "\342\201\240", "\342\201\246", "\342\201\251",
        "\330\234",     "\357\273\277", "\363\240",     "\315\217",     "\314\206",
    };
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        if (str_find(strbuf_str(&pty->log), str_from(forbidden[i]), 0) != STR_NONE)
            fail_msg("forbidden bytes, number %zu of the table, were sent", i);
}

static void visit_every_view(struct pty *pty)
{
    static const char *const keys[] = {"j", "k", "\r",       "j", "z", "]", "c", "j", "l",  "~", "\r", "a",
                                       "?", "q", "/Marta\r", "n", "a", "c", "G", "a", "\r", "t", "a"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        pty_type(pty, keys[i]);
        pty_settle(pty, 30);
    }
    pty_type(pty, "/]52;c;ZXZpbA==\302\233\u202E\u200B\U000E0041o\u0301\u0302\u0303\u0304\u0305\u0306");
    pty_settle(pty, 60);
    pty_type(pty, "\033]52;c;ZXZpbA==\007\033"); /* an answer nobody asked for, and Esc to leave the prompt */
    pty_settle(pty, 60);
}

static void browse_hostile(const char *folder, const char *term)
{
    struct pty pty;
    open_command(&pty, (const char *const[]){program, folder, NULL}, term);
    expect(&pty, "payload");
    visit_every_view(&pty);
    pty_type(&pty, "?");
    expect(&pty, "next row or line");
    pty_type(&pty, "Q");
    int status = pty_wait_exit(&pty);
    assert_true(WIFEXITED(status));
    expect_no_fault(&pty);
    expect_clean_bytes(&pty);
    pty_close(&pty);
}

static bool is_described(const char *term)
{
    static const char *const folders[] = {"/usr/share/terminfo", "/lib/terminfo", "/etc/terminfo"};
    char path[256];
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s/%c/%s", folders[i], term[0], term);
        if (access(path, R_OK) == 0)
            return true;
    }
    return false;
}

static void test_hostile_text_reaches_no_terminal(void **state)
{
    static const char *const terms[] = {"xterm-256color", "vt100", "xterm-direct"};
    char folder[] = "/tmp/whosaid-hostile-XXXXXX";
    assert_non_null(mkdtemp(folder));
    write_hostile(folder);
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        if (is_described(terms[i]))
            browse_hostile(folder, terms[i]);
    remove_hostile(folder);
}

int main(int count, char **arguments)
{
    if (count < 2)
        return 2;
    program = arguments[1];
    setlocale(LC_ALL, "C.UTF-8");
    signal(SIGPIPE, SIG_IGN);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading_from_list_to_quotation),
        cmocka_unit_test(test_a_burst_of_keys_ends_where_single_keys_do),
        cmocka_unit_test(test_comparing_shows_each_outlet),
        cmocka_unit_test(test_an_article_piped_in_is_read_with_keys_from_the_terminal),
        cmocka_unit_test(test_every_theme_can_be_drawn),
        cmocka_unit_test(test_a_broken_theme_is_named_and_the_default_runs),
        cmocka_unit_test(test_a_hundred_resizes_crash_nothing),
        cmocka_unit_test(test_signals_give_the_terminal_back),
        cmocka_unit_test(test_control_c_is_a_signal),
        cmocka_unit_test(test_a_closed_terminal_ends_the_program),
        cmocka_unit_test(test_a_closed_terminal_ends_it_even_where_hangups_are_ignored),
        cmocka_unit_test(test_clicks_select_and_open),
        cmocka_unit_test(test_control_z_stops_and_fg_returns),
        cmocka_unit_test(test_control_z_without_a_shell_changes_nothing),
        cmocka_unit_test(test_a_terminal_that_cannot_do_is_named),
        cmocka_unit_test(test_hostile_text_reaches_no_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
