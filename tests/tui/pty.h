/* pty.h: runs the real program in a pseudo-terminal, types at it, and keeps every byte it sends.
 *
 * Nothing sleeps blindly: whoever waits says what for, and a deadline ends it. For tests and benchmarks. */
#ifndef WHOSAID_TEST_PTY_H
#define WHOSAID_TEST_PTY_H

#include "vt.h"

#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

enum { PTY_DEADLINE_MS = 20000 };

struct pty_options {
    const char *const *command;     /* program and arguments, closed by NULL */
    const char *const *environment; /* "NAME=value" beside the pinned ones, closed by NULL; or NULL */
    const char *term;
    unsigned rows, columns;
    bool blind; /* for timing: the strict terminal is not fed */
};

struct pty {
    pid_t process;
    int master;
    int slave; /* kept open, so that the modes can be read when the program is gone */
    struct termios modes;
    struct strbuf log; /* every byte */
    struct vt vt;
    bool blind;
    uint64_t started_ns, last_ns; /* when it was started, when its last byte came; monotonic */
};

uint64_t pty_now_ns(void);

/* Starts the program. False when there is no pseudo-terminal. Close with pty_close, which kills what still
 * runs. */
bool pty_open(struct pty *pty, const struct pty_options *options);
void pty_close(struct pty *pty);

void pty_type(struct pty *pty, const char *keys);
void pty_resize(struct pty *pty, unsigned rows, unsigned columns);

/* Reads what comes within timeout_ms; the bytes read, 0 when nothing came. */
size_t pty_read(struct pty *pty, int timeout_ms);

/* Reads until the screen shows text, or until PTY_DEADLINE_MS is over: false then. */
bool pty_wait_for(struct pty *pty, const char *text);

/* Reads until nothing came for quiet_ms. Returns the bytes read. */
size_t pty_settle(struct pty *pty, int quiet_ms);

/* Hangs up: the terminal is gone for the program. */
void pty_hang_up(struct pty *pty);

/* Reads until the program ends; its wait status, or -1 when it does not within PTY_DEADLINE_MS. */
int pty_wait_exit(struct pty *pty);

/* Whether the terminal is as it was before: first screen, cursor shown, no margins, same modes. */
bool pty_is_given_back(const struct pty *pty);

/* Peak resident memory of the running program in KiB (VmHWM), 0 when unknown. */
long pty_peak_memory(const struct pty *pty);

#endif
