/* first_frame.c PROGRAM FLOOR [PATH]: from exec to the last byte of the first full frame, and what one key
 * costs.
 *
 * Prints figures and asserts none: a timed test fails on somebody's slow day. PATH is the bundled corpus
 * unless given. The floor (floor.c) takes turns with the program, so that both meet the same machine. */
#include "pty.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    ROWS = 50,
    COLUMNS = 160,
    REPETITIONS = 21,
    WARM_UP = 2,
    QUIET_MS = 60, /* silence that ends a frame; less than the 150 ms after which the reader follows */
    KEYS = 200,
};

struct sample {
    double values[KEYS];
    size_t count;
};

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void add(struct sample *sample, double value)
{
    sample->values[sample->count++] = value;
}

/* The value below which a share of the sample lies; 0 of nothing. */
static double quantile(struct sample *sample, double share)
{
    if (sample->count == 0)
        return 0;
    qsort(sample->values, sample->count, sizeof *sample->values, compare);
    return sample->values[(size_t)(share * (double)(sample->count - 1) + 0.5)];
}

static void start(struct pty *pty, const char *program, const char *path)
{
    struct pty_options options = {
        .command = (const char *const[]){program, path, NULL},
        .term = "xterm-256color",
        .rows = ROWS,
        .columns = COLUMNS,
        .blind = true,
    };
    if (!pty_open(pty, &options)) {
        fputs("no pseudo-terminal\n", stderr);
        exit(1);
    }
    pty_read(pty, PTY_DEADLINE_MS);
    pty_settle(pty, QUIET_MS);
}

static void finish(struct pty *pty)
{
    pty_type(pty, "Q");
    pty_wait_exit(pty);
    pty_close(pty);
}

static double elapsed_ms(uint64_t start_ns, uint64_t end_ns)
{
    return (double)(end_ns - start_ns) / 1e6;
}

static double first_frame_ms(const char *program, const char *path)
{
    struct pty pty;
    start(&pty, program, path);
    double ms = elapsed_ms(pty.started_ns, pty.last_ns);
    finish(&pty);
    return ms;
}

/* The bytes of the program's first frame, for the floor to send. */
static void save_frame(const char *program, const char *path, char *file)
{
    struct pty pty;
    int descriptor = mkstemp(file);
    start(&pty, program, path);
    if (descriptor < 0 || write(descriptor, pty.log.data, pty.log.size) != (ssize_t)pty.log.size)
        exit(1);
    close(descriptor);
    printf("first frame           %zu bytes, %d×%d\n", pty.log.size, ROWS, COLUMNS);
    finish(&pty);
}

static void print_range(const char *name, struct sample *sample)
{
    printf("%-21s min %.1f  median %.1f  max %.1f ms\n", name, quantile(sample, 0), quantile(sample, 0.5),
           quantile(sample, 1));
}

static void measure_first_frame(const char *program, const char *bare, const char *path)
{
    char file[] = "/tmp/whosaid-frame-XXXXXX";
    struct sample ours = {0}, least = {0};
    save_frame(program, path, file);
    for (int i = 0; i < WARM_UP + REPETITIONS; i++) {
        double mine = first_frame_ms(program, path), floor = first_frame_ms(bare, file);
        if (i >= WARM_UP) {
            add(&ours, mine);
            add(&least, floor);
        }
    }
    unlink(file);
    print_range("exec to first frame", &ours);
    print_range("floor, the same bytes", &least);
    printf("ratio of the medians  %.1f\n", quantile(&ours, 0.5) / quantile(&least, 0.5));
}

/* One key a time, each to the last byte of its redraw. A key that changes nothing is not counted. */
static void press(struct pty *pty, const char *key, struct sample *latency, struct sample *bytes)
{
    uint64_t start_ns = pty_now_ns();
    pty_type(pty, key);
    size_t got = pty_read(pty, QUIET_MS);
    if (got == 0)
        return;
    got += pty_settle(pty, 10);
    add(latency, elapsed_ms(start_ns, pty->last_ns));
    add(bytes, (double)got);
}

static void measure_keys(const char *name, const char *program, const char *path, const char *first_keys,
                         int run)
{
    struct pty pty;
    struct sample latency = {0}, bytes = {0};
    start(&pty, program, path);
    pty_type(&pty, first_keys);
    pty_settle(&pty, 400);
    for (int i = 0; i < KEYS; i++)
        press(&pty, i / run % 2 ? "k" : "j", &latency, &bytes);
    printf("%-21s p50 %.2f  p99 %.2f ms, median %.0f bytes, n %zu\n", name, quantile(&latency, 0.5),
           quantile(&latency, 0.99), quantile(&bytes, 0.5), latency.count);
    printf("peak memory           %.1f MiB\n", (double)pty_peak_memory(&pty) / 1024);
    finish(&pty);
}

int main(int count, char **arguments)
{
    if (count < 3)
        return 2;
    const char *path = count > 3 ? arguments[3] : SOURCE_ROOT "/corpus";
    setlocale(LC_ALL, "C.UTF-8");
    measure_first_frame(arguments[1], arguments[2], path);
    measure_keys("j and k in the list", arguments[1], path, "", 3);
    measure_keys("j and k in the reader", arguments[1], path, "\r", 5);
    return 0;
}
