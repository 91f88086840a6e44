/* signals.c: see signals.h. A signal handler has no argument of its own, hence the static state. */
#include "signals.h"

#include "crash.h"

#include "whosaid/base/array.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static const struct {
    int number;
    bool deadly;
} caught[] = {
    {SIGHUP, true},   {SIGTERM, true},  {SIGINT, true},    {SIGQUIT, true},
    {SIGTSTP, false}, {SIGCONT, false}, {SIGWINCH, false},
};

enum { CAUGHT = LENGTH(caught) };

static volatile sig_atomic_t noted[CAUGHT];
static struct sigaction before[CAUGHT];
static int wake[2] = {-1, -1};

static void die_at_once(int number)
{
    signal(number, SIG_DFL);
    raise(number); /* delivered when the handler returns */
}

static void note(int number)
{
    int saved = errno;
    for (size_t i = 0; i < CAUGHT; i++) {
        if (caught[i].number != number)
            continue;
        if (noted[i] && caught[i].deadly) {
            crash_restore();
            die_at_once(number);
        }
        noted[i] = 1;
    }
    /* A full pipe wakes the loop just as well. */
    if (write(wake[1], "", 1) < 0)
        errno = 0;
    errno = saved;
}

static void catch (size_t index)
{
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigfillset(&action.sa_mask);
    sigaction(caught[index].number, NULL, &before[index]);
    if (before[index].sa_handler != SIG_IGN)
        sigaction(caught[index].number, &action, NULL);
}

bool signals_open(void)
{
    if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0)
        return false;
    for (size_t i = 0; i < CAUGHT; i++) {
        noted[i] = 0;
        catch (i);
    }
    return true;
}

void signals_close(void)
{
    if (wake[0] < 0)
        return;
    for (size_t i = 0; i < CAUGHT; i++)
        sigaction(caught[i].number, &before[i], NULL);
    for (size_t i = 0; i < 2; i++) {
        close(wake[i]);
        wake[i] = -1;
    }
}

int signals_descriptor(void)
{
    return wake[0];
}

/* The pipe is emptied before the notes are read: a signal between the two wakes the loop once more, for
 * nothing. */
int signals_take(void)
{
    char bytes[64];
    while (read(wake[0], bytes, sizeof bytes) > 0)
        continue;
    for (size_t i = 0; i < CAUGHT; i++) {
        if (!noted[i])
            continue;
        if (!caught[i].deadly)
            noted[i] = 0;
        return caught[i].number;
    }
    return 0;
}

/* Whoever stopped here knows that it was continued: the SIGCONT needs no other answer. */
void signals_stop(void)
{
    struct sigaction stop = {.sa_handler = SIG_DFL}, mine;
    sigaction(SIGTSTP, &stop, &mine);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &mine, NULL);
    for (size_t i = 0; i < CAUGHT; i++)
        if (caught[i].number == SIGCONT)
            noted[i] = 0;
}

_Noreturn void signals_die(int number)
{
    sigset_t set;
    signal(number, SIG_DFL);
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
    _exit(128 + number);
}
