/* program.c: see program.h. */
#include "program.h"

#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_ARGUMENTS = 24 };

const char CLOSED[] = "closed", GONE_READER[] = "gone";
char program_folder[64];

void program_path(char path[256], const char *name)
{
    snprintf(path, 256, "%s/%s", program_folder, name);
}

void program_write_bytes(const char *name, const char *bytes, size_t size)
{
    char path[256];
    program_path(path, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

void program_write(const char *name, const char *text)
{
    program_write_bytes(name, text, strlen(text));
}

void program_make_folder(const char *name)
{
    char path[256];
    program_path(path, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

static int pipe_without_reader(void)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return -1;
    close(ends[0]);
    return ends[1];
}

/* The child's side: everything pinned, then the program. */
static void become(const struct run *run, char **argv, int in, int out, int err)
{
    dup2(in, STDIN_FILENO);
    dup2(err, STDERR_FILENO);
    if (run->stdout_ == GONE_READER)
        out = pipe_without_reader();
    else if (run->stdout_ && run->stdout_ != CLOSED)
        out = open(run->stdout_, O_WRONLY | O_CLOEXEC);
    dup2(out, STDOUT_FILENO);
    if (run->stdout_ == CLOSED)
        close(STDOUT_FILENO);
    setenv("XDG_CONFIG_HOME", run->config ? run->config : "/nonexistent", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    unsetenv("COLUMNS");
    unsetenv("NO_COLOR");
    unsetenv("COLORTERM");
    execv(argv[0], argv);
    _exit(127);
}

/* Temporary files rather than pipes: nothing can block. */
static int scratch(const char *content)
{
    char path[] = "/tmp/whosaid-run-XXXXXX";
    int descriptor = mkostemp(path, O_CLOEXEC);
    assert_true(descriptor >= 0);
    unlink(path);
    assert_int_equal(write(descriptor, content, strlen(content)), strlen(content));
    lseek(descriptor, 0, SEEK_SET);
    return descriptor;
}

static void collect(int descriptor, struct strbuf *text)
{
    char part[65536];
    ssize_t size;
    lseek(descriptor, 0, SEEK_SET);
    strbuf_init(text);
    while ((size = read(descriptor, part, sizeof part)) > 0)
        strbuf_add(text, part, (size_t)size);
    close(descriptor);
}

void whosaid(struct run *run, const char *first, ...)
{
    char *argv[MOST_ARGUMENTS + 2] = {(char *)BUILD_ROOT "/whosaid"};
    int in = scratch(run->input ? run->input : ""), out = scratch(""), err = scratch(""), status;
    size_t count = 1;
    va_list args;
    va_start(args, first);
    for (const char *argument = first; argument && count < MOST_ARGUMENTS;
         argument = va_arg(args, const char *))
        argv[count++] = (char *)argument;
    va_end(args);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        become(run, argv, in, out, err);
    assert_int_equal(waitpid(child, &status, 0), child);
    run->status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    close(in);
    collect(out, &run->out);
    collect(err, &run->err);
}

void run_release(struct run *run)
{
    strbuf_release(&run->out);
    strbuf_release(&run->err);
}

bool run_holds(const struct strbuf *text, const char *words)
{
    return str_find(strbuf_str(text), str_from(words), 0) != STR_NONE;
}

size_t run_count(const struct strbuf *text, const char *words)
{
    size_t count = 0;
    for (size_t at = 0; (at = str_find(strbuf_str(text), str_from(words), at)) != STR_NONE; at++)
        count++;
    return count;
}

void assert_harmless(const struct strbuf *text)
{
    unsigned marks = 0;
    for (size_t at = 0; at < text->size;) {
        size_t start = at;
        char32_t c = text_next(strbuf_str(text), &at);
        marks = char_is_mark(c) ? marks + 1 : 0;
        bool invalid = c == 0xFFFD && at - start != 3;
        bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F);
        bool hidden = (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
                      (c >= 0x2060 && c <= 0x206F) || c == 0xAD || c == 0xFEFF ||
                      (c >= 0xE0000 && c <= 0xE0FFF);
        if (invalid || control || hidden || marks > 4)
            fail_msg("U+%04X at byte %zu: %.*s", (unsigned)c, start, STR_FMT(strbuf_str(text)));
    }
}

int program_set_up(void **state)
{
    char many[32], text[128];
    strcpy(program_folder, "/tmp/whosaid-app-XXXXXX");
    assert_non_null(mkdtemp(program_folder));
    program_make_folder("good");
    program_write("good/one.txt",
                  "Rain at last\n\nOSLO, May 2 (Wire) – “It rains,” warden Ole Berg said. 2024.\n");
    program_write("good/two.txt",
                  "date 2024-06-20\nRain again\n\n“It pours,” minister Eva Holm said on Thursday.\n");
    program_make_folder("empty");
    program_make_folder("mute");
    program_write("mute/mute.txt", "Nothing much\n\nIt was dry. It stayed dry.\n");
    program_make_folder("mixed");
    program_write("mixed/a.txt", "Rain\n\n“It rains,” warden Ole Berg said.\n");
    program_write_bytes("mixed/b.txt", "\0\0\0\0\0\0\0\0", 8);
    program_write("mixed/c.txt", "Sun\n\n“It shines,” warden Ole Berg said.\n");
    program_make_folder("many");
    for (int i = 0; i < 70; i++) {
        snprintf(many, sizeof many, "many/%03d.txt", i);
        snprintf(text, sizeof text, "Day %d\n\n“Day %d was wet,” warden Ole Berg said.\n", i, i);
        program_write(many, text);
    }
    return 0;
}

int program_tear_down(void **state)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", program_folder);
    return system(command) == 0 ? 0 : -1;
}

void assert_run(struct run *run, int status, const char *out, const char *err)
{
    if (run->status != status)
        print_error("%s", run->err.data);
    assert_int_equal(run->status, status);
    if (out && !run_holds(&run->out, out))
        fail_msg("standard output holds no \"%s\": %.*s", out, STR_FMT(strbuf_str(&run->out)));
    if (!out)
        assert_int_equal(run->out.size, 0);
    if (err && !run_holds(&run->err, err))
        fail_msg("standard error holds no \"%s\": %s", err, run->err.data);
    if (!err)
        assert_string_equal(run->err.data, "");
    run_release(run);
}
