/* crash.c: see crash.h. A signal handler has no argument of its own, hence the static state. */
#include "crash.h"

#include "whosaid/base/array.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STACK_BYTES = 64 * 1024, MOST_WAIT_MS = 200 };

/* What ends a program that does not catch it: faults, limits, and what others may send. The signals by which
 * people end programs are signals.c's. */
static const int deadly[] = {SIGSEGV, SIGBUS,  SIGFPE,  SIGILL,  SIGABRT,   SIGSYS,  SIGTRAP, SIGXCPU,
                             SIGXFSZ, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR};
enum { DEADLY = LENGTH(deadly) };

static struct {
    volatile sig_atomic_t armed;
    int descriptor;
    char bytes[CRASH_MOST_BYTES];
    size_t size;
    struct termios modes;
    bool has_modes;
    bool installed;
    struct sigaction before[DEADLY]; /* the system's, or a sanitizer's that still wants to report */
} crash;

static char stack[STACK_BYTES];

static void write_bytes(void)
{
    struct pollfd terminal = {.fd = crash.descriptor, .events = POLLOUT};
    size_t done = 0;
    while (done < crash.size && poll(&terminal, 1, MOST_WAIT_MS) > 0) {
        ssize_t wrote = write(crash.descriptor, crash.bytes + done, crash.size - done);
        if (wrote < 0 && errno != EINTR)
            return;
        done += wrote > 0 ? (size_t)wrote : 0;
    }
}

void crash_restore(void)
{
    if (!crash.armed)
        return;
    crash.armed = 0;
    write_bytes();
    if (crash.has_modes)
        tcsetattr(crash.descriptor, TCSANOW, &crash.modes);
}

static void handle(int number)
{
    crash_restore();
    for (size_t i = 0; i < DEADLY; i++)
        if (deadly[i] == number)
            sigaction(number, &crash.before[i], NULL);
    raise(number); /* blocked until the handler returns, then fatal */
}

/* On a stack of its own, since a stack that overflowed is among the crashes. */
static void install(void)
{
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    struct sigaction action = {.sa_handler = handle, .sa_flags = SA_ONSTACK};
    sigaltstack(&own, NULL);
    sigfillset(&action.sa_mask);
    for (size_t i = 0; i < DEADLY; i++) {
        sigaction(deadly[i], NULL, &crash.before[i]);
        if (crash.before[i].sa_handler != SIG_IGN)
            sigaction(deadly[i], &action, NULL);
    }
    atexit(crash_restore);
    crash.installed = true;
}

void crash_arm(int descriptor, struct str bytes, const struct termios *modes)
{
    crash.armed = 0;
    crash.descriptor = descriptor;
    crash.size = bytes.size < sizeof crash.bytes ? bytes.size : sizeof crash.bytes;
    memcpy(crash.bytes, bytes.data, crash.size);
    crash.has_modes = modes != NULL;
    if (modes)
        crash.modes = *modes;
    if (!crash.installed)
        install();
    crash.armed = 1;
}

void crash_disarm(void)
{
    crash.armed = 0;
}
