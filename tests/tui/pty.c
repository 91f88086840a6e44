/* pty.c: see pty.h. */
#include "pty.h"

#include "whosaid/base/array.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* A sanitizer's own handler would hide the signal that a crash must end with. */
static const char *const pinned_environment[] = {
    "LC_ALL=C.UTF-8",
    "TZ=UTC",
    "PATH=/usr/bin:/bin",
    "HOME=/nonexistent",
    "XDG_CONFIG_HOME=/nonexistent",
    "XDG_STATE_HOME=/nonexistent",
    "XDG_CACHE_HOME=/nonexistent",
    "ASAN_OPTIONS=handle_segv=0:handle_abort=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0",
};

uint64_t pty_now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

static bool open_pair(struct pty *pty)
{
    char name[64];
    pty->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (pty->master < 0 || grantpt(pty->master) != 0 || unlockpt(pty->master) != 0 ||
        ptsname_r(pty->master, name, sizeof name) != 0)
        return false;
    pty->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    return pty->slave >= 0 && tcgetattr(pty->slave, &pty->modes) == 0;
}

static _Noreturn void run(const struct pty *pty, const struct pty_options *options)
{
    char term[64];
    snprintf(term, sizeof term, "TERM=%s", options->term);
    setsid();
    ioctl(pty->slave, TIOCSCTTY, 0);
    for (int i = 0; i < 3; i++)
        dup2(pty->slave, i);
    clearenv();
    for (size_t i = 0; i < LENGTH(pinned_environment); i++)
        putenv((char *)pinned_environment[i]);
    for (const char *const *more = options->environment; more && *more; more++)
        putenv((char *)*more);
    putenv(term);
    execv(options->command[0], (char *const *)options->command);
    _exit(127);
}

bool pty_open(struct pty *pty, const struct pty_options *options)
{
    *pty = (struct pty){.master = -1, .slave = -1, .process = -1, .blind = options->blind};
    strbuf_init(&pty->log);
    vt_init(&pty->vt, options->rows, options->columns);
    if (!open_pair(pty))
        return false;
    struct winsize size = {.ws_row = (unsigned short)options->rows,
                           .ws_col = (unsigned short)options->columns};
    ioctl(pty->slave, TIOCSWINSZ, &size);
    pty->started_ns = pty->last_ns = pty_now_ns();
    pty->process = fork();
    if (pty->process == 0)
        run(pty, options);
    return pty->process > 0;
}

static void close_descriptor(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

void pty_close(struct pty *pty)
{
    if (pty->process > 0) {
        kill(pty->process, SIGKILL);
        waitpid(pty->process, NULL, 0);
    }
    pty_hang_up(pty);
    strbuf_release(&pty->log);
    vt_release(&pty->vt);
}

void pty_hang_up(struct pty *pty)
{
    close_descriptor(&pty->master);
    close_descriptor(&pty->slave);
}

void pty_type(struct pty *pty, const char *keys)
{
    size_t size = strlen(keys);
    while (size > 0) {
        ssize_t wrote = write(pty->master, keys, size);
        if (wrote < 0 && errno != EAGAIN && errno != EINTR)
            return;
        keys += wrote > 0 ? wrote : 0;
        size -= wrote > 0 ? (size_t)wrote : 0;
        if (wrote < 0)
            pty_read(pty, 10); /* it may wait for us to read */
    }
}

void pty_resize(struct pty *pty, unsigned rows, unsigned columns)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    vt_resize(&pty->vt, rows, columns);
    ioctl(pty->master, TIOCSWINSZ, &size);
}

size_t pty_read(struct pty *pty, int timeout_ms)
{
    char bytes[65536];
    struct pollfd source = {.fd = pty->master, .events = POLLIN};
    if (pty->master < 0 || poll(&source, 1, timeout_ms) <= 0)
        return 0;
    ssize_t got = read(pty->master, bytes, sizeof bytes);
    if (got <= 0)
        return 0;
    pty->last_ns = pty_now_ns();
    strbuf_add(&pty->log, bytes, (size_t)got);
    if (!pty->blind)
        vt_feed(&pty->vt, bytes, (size_t)got);
    return (size_t)got;
}

static int64_t milliseconds_since(uint64_t start_ns)
{
    return (int64_t)((pty_now_ns() - start_ns) / 1000000);
}

bool pty_wait_for(struct pty *pty, const char *text)
{
    uint64_t start = pty_now_ns();
    while (!vt_shows(&pty->vt, text)) {
        if (milliseconds_since(start) > PTY_DEADLINE_MS)
            return false;
        pty_read(pty, 100);
    }
    return true;
}

size_t pty_settle(struct pty *pty, int quiet_ms)
{
    size_t total = 0;
    for (size_t got; (got = pty_read(pty, quiet_ms)) > 0;)
        total += got;
    return total;
}

int pty_wait_exit(struct pty *pty)
{
    uint64_t start = pty_now_ns();
    int status = -1;
    while (milliseconds_since(start) < PTY_DEADLINE_MS) {
        pid_t ended = waitpid(pty->process, &status, WNOHANG);
        if (ended == pty->process) {
            pty->process = -1;
            pty_settle(pty, 0);
            return status;
        }
        if (pty->master >= 0)
            pty_read(pty, 10);
        else
            poll(NULL, 0, 5);
    }
    return -1;
}

bool pty_is_given_back(const struct pty *pty)
{
    struct termios now;
    const struct vt *vt = &pty->vt;
    return tcgetattr(pty->slave, &now) == 0 && now.c_iflag == pty->modes.c_iflag &&
           now.c_oflag == pty->modes.c_oflag && now.c_lflag == pty->modes.c_lflag && !vt->alternate &&
           !vt->cursor_hidden && !vt->mouse && !vt->line_drawing && vt->top == 0 &&
           vt->bottom == vt->rows - 1;
}

long pty_peak_memory(const struct pty *pty)
{
    char path[64], line[256];
    long kib = 0;
    snprintf(path, sizeof path, "/proc/%d/status", (int)pty->process);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, "VmHWM:", 6) == 0)
            kib = strtol(line + 6, NULL, 10);
    if (file)
        fclose(file);
    return kib;
}
