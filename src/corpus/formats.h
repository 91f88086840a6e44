/* formats.h: what a file is by its name's ending, and who reads it.
 *
 * A new format is a decoder and a line in the table of formats.c. */
#ifndef WHOSAID_SRC_CORPUS_FORMATS_H
#define WHOSAID_SRC_CORPUS_FORMATS_H

#include "whosaid/corpus/article.h"

enum format_use {
    FORMAT_READ,      /* decode reads it */
    FORMAT_NOT_YET,   /* text, but nobody reads it yet: an error that names it */
    FORMAT_PASS_OVER, /* not text: not listed when found in a folder */
};

/* Builds an article from a file's bytes. Never NULL. Caller frees. */
typedef struct article *format_decode(const char *path, struct str bytes);

struct format {
    const char *endings; /* of names, in lower case, without the dot, a space between */
    enum format_use use;
    const char *name; /* for messages: "web pages" */
    format_decode *decode;
};

/* The format of a file by the ending of its name (case is ignored): plain text when the ending is unknown or
 * there is none. Never NULL, static. */
const struct format *format_of_name(const char *path);

#endif
