/* memory.h: allocation that never fails.
 *
 * Out of memory ends the program in one place (memory_exhausted), so that no caller carries a branch that
 * nobody can test. Everything returned here is released with free(). */
#ifndef WHOSAID_BASE_MEMORY_H
#define WHOSAID_BASE_MEMORY_H

#include <stddef.h>

/* Uninitialised memory of size bytes (at least one). Caller frees. */
void *memory_alloc(size_t size);

/* Zeroed memory for count elements of size bytes; an overflowing product ends the program. Caller frees. */
void *memory_calloc(size_t count, size_t size);

/* Resizes a block as realloc() does, for count elements of size bytes. Caller frees the result. */
void *memory_resize(void *block, size_t count, size_t size);

/* A NUL-terminated copy of size bytes. Caller frees. */
char *memory_copy_string(const char *bytes, size_t size);

/* Called when memory runs out: says so on stderr and aborts. */
_Noreturn void memory_exhausted(void);

#endif
