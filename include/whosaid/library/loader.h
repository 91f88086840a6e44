/* loader.h: a library that is opened while something else goes on: a large corpus takes its time. */
#ifndef WHOSAID_LIBRARY_LOADER_H
#define WHOSAID_LIBRARY_LOADER_H

#include "whosaid/library/library.h"

struct library_loader;

/* How far it has come. */
struct library_progress {
    size_t done, total; /* articles read; total is 0 while they are being looked for */
    bool comparing;     /* all are read */
};

/* Begins what library_open does, on a thread of its own, from which report is called. Borrows paths until it
 * is done. NULL when there can be no thread: library_open will do. */
struct library_loader *library_loader_start(const char *const *paths, size_t count, unsigned jobs,
                                            corpus_report *report, void *context);

/* Readable, and stays so, when the library is there. */
int library_loader_descriptor(const struct library_loader *loader);

/* From any thread. */
struct library_progress library_loader_progress(const struct library_loader *loader);

/* Waits until the library is there, and frees the loader. The caller owns the library. */
struct library *library_loader_finish(struct library_loader *loader);

#endif
