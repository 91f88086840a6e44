/* meter.h: how far the opening of a library has come, for another thread to read. Inside library only. */
#ifndef WHOSAID_SRC_LIBRARY_METER_H
#define WHOSAID_SRC_LIBRARY_METER_H

#include "whosaid/library/library.h"

#include <stdatomic.h>

/* A zeroed one is at its beginning. */
struct meter {
    atomic_size_t done, total;
    atomic_bool comparing;
};

/* library_open, which writes down how far it has come. */
struct library *library_open_metered(const char *const *paths, size_t count, unsigned jobs,
                                     corpus_report *report, void *context, struct meter *meter);

#endif
