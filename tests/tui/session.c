/* session.c: see session.h. */
#include "session.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

const char session_articles[] = SOURCE_ROOT "/tests/tui/articles";
const char *session_program;

bool session_begin(int count, char **arguments)
{
    if (count < 2)
        return false;
    session_program = arguments[1];
    setlocale(LC_ALL, "C.UTF-8");
    signal(SIGPIPE, SIG_IGN);
    return true;
}

void session_open(struct pty *pty, const char *const *command, const char *term)
{
    struct pty_options options = {.command = command, .term = term, .rows = ROWS, .columns = COLUMNS};
    if (!pty_open(pty, &options))
        fail_msg("no pseudo-terminal");
}

void session_open_articles(struct pty *pty)
{
    session_open(pty, (const char *const[]){session_program, session_articles, NULL}, "xterm-256color");
}

static void show_screen(const struct pty *pty)
{
    struct strbuf text;
    strbuf_init(&text);
    vt_text(&pty->vt, &text);
    fputs(text.data, stderr); /* cmocka's own would cut it */
    strbuf_release(&text);
}

void session_expect(struct pty *pty, const char *text)
{
    if (pty_wait_for(pty, text))
        return;
    show_screen(pty);
    fail_msg("the screen never showed \"%s\"", text);
}

/* Reads until the screen no longer shows text. */
void session_expect_gone(struct pty *pty, const char *text)
{
    for (int i = 0; vt_shows(&pty->vt, text); i++) {
        if (i == PTY_DEADLINE_MS / 100) {
            show_screen(pty);
            fail_msg("the screen went on showing \"%s\"", text);
        }
        pty_read(pty, 100);
    }
}

void session_expect_no_fault(const struct pty *pty)
{
    if (pty->vt.faults > 0)
        fail_msg("%u faults in what was sent, the first: %s", pty->vt.faults, pty->vt.first_fault);
}

/* The program has ended by itself, and the terminal is as it was. */
void session_expect_exit(struct pty *pty, int expected)
{
    int status = pty_wait_exit(pty);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), expected);
    assert_true(pty_is_given_back(pty));
    session_expect_no_fault(pty);
}

void session_expect_death(struct pty *pty, int number)
{
    int status = pty_wait_exit(pty);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), number);
}

void session_quit(struct pty *pty)
{
    pty_type(pty, "Q");
    session_expect_exit(pty, 0);
    pty_close(pty);
}
