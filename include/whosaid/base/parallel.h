/* parallel.h: the same work on many items, on several threads. */
#ifndef WHOSAID_BASE_PARALLEL_H
#define WHOSAID_BASE_PARALLEL_H

#include <stddef.h>

/* Calls work(context, index) once for each index below count, on up to jobs threads (0: one a processor).
 * Items are handed out in ascending order; work must not touch what another index writes. Returns when all
 * are done. When a thread cannot be started, the others (at the least the caller's) do its share. */
void parallel_each(size_t count, unsigned jobs, void (*work)(void *context, size_t index), void *context);

/* Processors this process may use; at least 1. */
unsigned parallel_processors(void);

#endif
