/* error.h: what went wrong, where, in words; a value that the caller prints or drops.
 *
 * Messages and paths are raw here: text from a corpus passes the sanitiser where it is printed (see
 * whosaid/text/sanitise.h). A struct error needs no release. */
#ifndef WHOSAID_BASE_ERROR_H
#define WHOSAID_BASE_ERROR_H

#include <stdbool.h>

enum error_code {
    ERROR_NONE,
    ERROR_SYSTEM,   /* the system refused: open, read, ... */
    ERROR_KIND,     /* not something whosaid reads: a device, a FIFO, a link loop */
    ERROR_SYNTAX,   /* malformed input */
    ERROR_LIMIT,    /* too large or too deep */
    ERROR_USAGE,    /* the command line */
    ERROR_TERMINAL, /* the terminal cannot be used */
};

struct error {
    enum error_code code;
    char path[1024]; /* "" where no file is concerned; cut when longer */
    unsigned line;   /* from 1; 0 unknown */
    unsigned column; /* from 1, in characters; 0 unknown */
    char message[256];
};

/* Fills *error (NULL allowed) and returns false, so that a function can end with `return error_set(...)`. */
bool error_set(struct error *error, enum error_code code, const char *path, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same with a position. */
bool error_set_at(struct error *error, enum error_code code, const char *path, unsigned line, unsigned column,
                  const char *format, ...) __attribute__((format(printf, 6, 7)));

#endif
