/* program.h: runs of the real program, and a folder of articles for them. */
#ifndef WHOSAID_TEST_PROGRAM_H
#define WHOSAID_TEST_PROGRAM_H

#include "support.h"

#include "whosaid/base/string.h"

#include <stdbool.h>

extern const char CLOSED[], GONE_READER[];

/* A run of the program: arguments and conditions go in, what it wrote and its exit status come out. */
struct run {
    const char *input;  /* its standard input; NULL: none */
    const char *config; /* XDG_CONFIG_HOME; NULL: a folder that is not there */
    const char
        *stdout_; /* a file to write to; CLOSED, or a pipe whose reader has gone; NULL: it is collected */
    struct strbuf out, err;
    int status;
};

/* Runs whosaid with arguments up to a NULL. Release with run_release. */
void whosaid(struct run *run, const char *first, ...);
void run_release(struct run *run);

/* The folder, made with some articles by program_set_up; a path in it; files and folders in it. */
extern char program_folder[64];
int program_set_up(void **state);
int program_tear_down(void **state);
void program_path(char path[256], const char *name);
void program_write(const char *name, const char *text);
void program_write_bytes(const char *name, const char *bytes, size_t size);
void program_make_folder(const char *name);

bool run_holds(const struct strbuf *text, const char *words);
size_t run_count(const struct strbuf *text, const char *words);

/* Fails when text holds what a terminal obeys or hides. */
void assert_harmless(const struct strbuf *text);

/* Fails unless the run ended so and wrote these words (NULL: nothing) to standard output and error; releases
 * it. */
void assert_run(struct run *run, int status, const char *out, const char *err);

#endif
