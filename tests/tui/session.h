/* session.h: the real program at work in a pseudo-terminal, and what a test expects of its screen. */
#ifndef WHOSAID_TEST_SESSION_H
#define WHOSAID_TEST_SESSION_H

#include "support.h"

#include "pty.h"

enum { ROWS = 36, COLUMNS = 120 };

extern const char session_articles[]; /* the folder that the tests read */
extern const char *session_program;   /* set by session_begin */

/* Takes the program to test from the arguments of main; false when there is none. A closed terminal is then
 * an error and no signal. */
bool session_begin(int count, char **arguments);

/* Starts a command (closed by NULL), or the program on the articles; 36 rows, 120 columns. */
void session_open(struct pty *pty, const char *const *command, const char *term);
void session_open_articles(struct pty *pty);

/* Waits until the screen shows text, or no longer does. */
void session_expect(struct pty *pty, const char *text);
void session_expect_gone(struct pty *pty, const char *text);

/* Nothing was sent that curses has no business sending. */
void session_expect_no_fault(const struct pty *pty);
/* The program has ended by itself, and the terminal is as it was; or it has died of a signal. */
void session_expect_exit(struct pty *pty, int expected);
void session_expect_death(struct pty *pty, int number);

/* Quits and closes. */
void session_quit(struct pty *pty);

#endif
