/* corpus.h: a folder of files as a list of articles, loaded one by one when asked for.
 *
 * Opening lists files and reads none, so 100,000 articles cost one walk; corpus_load reads, decodes and
 * sanitises one. Order is that of the arguments, and by name within a folder (bytewise, digits by value).
 * Only regular files are opened (O_NONBLOCK, fstat); link loops, FIFOs, sockets and devices are reported and
 * skipped. Hidden files and folders inside a folder are passed over; so are files whose names say that they
 * hold no text. */
#ifndef WHOSAID_CORPUS_CORPUS_H
#define WHOSAID_CORPUS_CORPUS_H

#include "whosaid/base/error.h"
#include "whosaid/corpus/article.h"

enum corpus_limits {
    CORPUS_MOST_FILE_BYTES = 16 << 20, /* of one article */
    CORPUS_MOST_DEPTH = 64,            /* folders in folders */
};

struct corpus;

/* Called for each input that cannot be read; the rest still loads. The error is borrowed for the call. */
typedef void corpus_report(void *context, const struct error *error);

/* Lists the articles below count paths: files, folders, or "-" (standard input, read at once). Always
 * succeeds; what cannot be listed is reported. Free with corpus_free. */
struct corpus *corpus_open(const char *const *paths, size_t count, corpus_report *report, void *context);
void corpus_free(struct corpus *corpus); /* NULL allowed */

size_t corpus_size(const struct corpus *corpus); /* articles, readable or not */

/* A name for all of it, sanitised: the last part of the first path. Borrowed. */
struct str corpus_name(const struct corpus *corpus);

/* The raw path of an article ("-" for standard input). Borrowed. */
const char *corpus_path(const struct corpus *corpus, size_t index);

/* Loads one article: NULL and *error when it cannot be read, is binary, too large or empty. Thread-safe.
 * Caller frees with free(). */
struct article *corpus_load(const struct corpus *corpus, size_t index, struct error *error);

/* Builds an article of plain text from bytes in memory, as corpus_load does from a file. Never NULL. Caller
 * frees. */
struct article *article_from_plain_text(const char *path, struct str bytes);

/* The decoded file, code point for code point (for --verbatim): reads the file again. Appended to utf8. False
 * and *error when it cannot be read or no longer is the file that was loaded (by content hash). */
bool corpus_verbatim(const struct corpus *corpus, size_t index, const struct article *article,
                     struct strbuf *utf8, struct error *error);

#endif
