/* memory.c: the one place where running out of memory ends the program. */
#include "whosaid/base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Noreturn void memory_exhausted(void)
{
    static const char message[] = "whosaid: out of memory\n";
    if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
        _exit(70);
    abort();
}

static void *checked(void *block)
{
    if (!block)
        memory_exhausted();
    return block;
}

void *memory_alloc(size_t size)
{
    return checked(malloc(size ? size : 1));
}

void *memory_calloc(size_t count, size_t size)
{
    return checked(calloc(count ? count : 1, size ? size : 1));
}

void *memory_resize(void *block, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_exhausted();
    size_t bytes = count * size;
    return checked(realloc(block, bytes > 0 ? bytes : 1));
}

char *memory_copy_string(const char *bytes, size_t size)
{
    char *copy = memory_alloc(size + 1);
    if (size)
        memcpy(copy, bytes, size);
    copy[size] = '\0';
    return copy;
}
