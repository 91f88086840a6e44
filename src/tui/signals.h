/* signals.h: signals as a queue that the event loop reads.
 *
 * Handlers only take note and write to a pipe, so that whichever thread a signal lands in, the loop wakes.
 * Signals that were ignored when the program started (nohup, a shell without job control) stay ignored. */
#ifndef WHOSAID_TUI_SIGNALS_H
#define WHOSAID_TUI_SIGNALS_H

#include <stdbool.h>

/* Installs the handlers for SIGWINCH, SIGCONT, SIGTSTP and the deadly ones (SIGINT, SIGQUIT, SIGTERM,
 * SIGHUP). False, with errno, when there is no pipe. Close with signals_close, which puts back what was
 * there. */
bool signals_open(void);
void signals_close(void);

/* Readable when signals_take has something. */
int signals_descriptor(void);

/* The next signal that came, or 0. A deadly one stays noted: when it comes again while the loop hangs (a
 * terminal that takes no more output), the handler itself gives the terminal back and dies of it. */
int signals_take(void);

/* Stops the process as SIGTSTP would have, and returns when it is continued. */
void signals_stop(void);

/* Ends the process by a signal, so that its exit status is the signal's. */
_Noreturn void signals_die(int signal);

#endif
