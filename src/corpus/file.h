/* file.h: reads one file that may be anything into memory. */
#ifndef WHOSAID_SRC_CORPUS_FILE_H
#define WHOSAID_SRC_CORPUS_FILE_H

#include "whosaid/base/error.h"
#include "whosaid/base/string.h"

#include <stdbool.h>

/* Appends the bytes of the regular file at path. False and *error when it cannot be opened, is no regular
 * file, too large, empty or binary. Never waits for a FIFO or a device. */
bool file_read(const char *path, struct strbuf *bytes, struct error *error);

/* Appends the bytes of an open descriptor up to the limit of an article's size. path is for messages. */
bool file_read_descriptor(int descriptor, const char *path, struct strbuf *bytes, struct error *error);

/* Whether bytes can be an article: not too large, not empty, not binary. */
bool file_check_bytes(struct str bytes, const char *path, struct error *error);

#endif
