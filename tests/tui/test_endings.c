/* test_endings.c PROGRAM: however the program ends or stops, the terminal is given back. */
#include "session.h"

#include "whosaid/base/array.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

static void test_signals_give_the_terminal_back(void **state)
{
    static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGBUS,  SIGABRT,
                                  SIGILL,  SIGFPE, SIGSYS, SIGTRAP, SIGXCPU, SIGUSR1, SIGALRM};
    for (size_t i = 0; i < LENGTH(signals); i++) {
        struct pty pty;
        session_open_articles(&pty);
        session_expect(&pty, "Ferry towns settle");
        assert_false(pty_is_given_back(&pty));
        kill(pty.process, signals[i]);
        session_expect_death(&pty, signals[i]);
        assert_true(pty_is_given_back(&pty));
        session_expect_no_fault(&pty);
        pty_close(&pty);
    }
}

static void test_control_c_is_a_signal(void **state)
{
    struct pty pty;
    session_open_articles(&pty);
    session_expect(&pty, "Ferry towns settle");
    pty_type(&pty, "\003");
    session_expect_death(&pty, SIGINT);
    assert_true(pty_is_given_back(&pty));
    pty_close(&pty);
}

static void test_a_closed_terminal_ends_the_program(void **state)
{
    struct pty pty;
    session_open_articles(&pty);
    session_expect(&pty, "Ferry towns settle");
    pty_hang_up(&pty);
    session_expect_death(&pty, SIGHUP);
    pty_close(&pty);
}

/* Under nohup SIGHUP is ignored; the program must not then spin on a terminal that is gone. */
static void test_a_closed_terminal_ends_it_even_where_hangups_are_ignored(void **state)
{
    struct pty pty;
    signal(SIGHUP, SIG_IGN);
    session_open_articles(&pty);
    signal(SIGHUP, SIG_DFL);
    session_expect(&pty, "Ferry towns settle");
    pty_hang_up(&pty);
    session_expect_death(&pty, SIGHUP);
    pty_close(&pty);
}

static void test_control_z_stops_and_fg_returns(void **state)
{
    struct pty pty;
    char line[2048];
    snprintf(line, sizeof line, "set -m; '%s' '%s'; echo 'now stopped'; read go; fg >/dev/null",
             session_program, session_articles);
    session_open(&pty, (const char *const[]){"/bin/sh", "-c", line, NULL}, "xterm-256color");
    session_expect(&pty, "Ferry towns settle");
    pty_type(&pty, "\032");
    session_expect(&pty, "now stopped");
    assert_false(pty.vt.alternate || pty.vt.mouse);
    pty_type(&pty, "go\n");
    session_expect(&pty, "Ferry towns settle");
    assert_true(pty.vt.alternate && pty.vt.mouse);
    session_expect_gone(&pty, "now stopped");
    session_quit(&pty);
}

/* Without a shell to return to the system does not stop a program; it must then just go on. */
static void test_control_z_without_a_shell_changes_nothing(void **state)
{
    struct pty pty;
    session_open_articles(&pty);
    session_expect(&pty, "Ferry towns settle");
    pty_type(&pty, "\032");
    pty_type(&pty, "?");
    session_expect(&pty, "next row or line");
    assert_true(pty.vt.alternate);
    session_quit(&pty);
}

static void test_a_terminal_that_cannot_do_is_named(void **state)
{
    struct pty pty;
    session_open(&pty, (const char *const[]){session_program, session_articles, NULL}, "no-such-terminal");
    int status = pty_wait_exit(&pty);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) != 0);
    assert_true(vt_shows(&pty.vt, "no-such-terminal"));
    assert_true(pty_is_given_back(&pty));
    pty_close(&pty);
}

int main(int count, char **arguments)
{
    if (!session_begin(count, arguments))
        return 2;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signals_give_the_terminal_back),
        cmocka_unit_test(test_control_c_is_a_signal),
        cmocka_unit_test(test_a_closed_terminal_ends_the_program),
        cmocka_unit_test(test_a_closed_terminal_ends_it_even_where_hangups_are_ignored),
        cmocka_unit_test(test_control_z_stops_and_fg_returns),
        cmocka_unit_test(test_control_z_without_a_shell_changes_nothing),
        cmocka_unit_test(test_a_terminal_that_cannot_do_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
