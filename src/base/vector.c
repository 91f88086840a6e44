/* vector.c: the untyped half of vector.h. */
#include "whosaid/base/vector.h"
#include "whosaid/base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void *vector_grow(void *data, size_t size, size_t extra, size_t *capacity, size_t element)
{
    if (extra <= *capacity - size)
        return data;
    if (extra > SIZE_MAX / 2 - size)
        memory_exhausted();
    size_t grown = *capacity + *capacity / 2;
    if (grown < size + extra)
        grown = size + extra;
    if (grown < 8)
        grown = 8;
    *capacity = grown;
    return memory_resize(data, grown, element);
}

void vector_zero(void *element, size_t size)
{
    memset(element, 0, size);
}

void vector_free(void *data)
{
    free(data);
}
