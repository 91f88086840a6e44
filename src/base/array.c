/* array.c: see array.h. */
#include "whosaid/base/array.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>
#include <string.h>

int array_compare_numbers(const void *left, const void *right)
{
    return COMPARE(*(const uint32_t *)left, *(const uint32_t *)right);
}

size_t array_sort_distinct(uint32_t *numbers, size_t count)
{
    size_t kept = 0;
    if (count)
        qsort(numbers, count, sizeof *numbers, array_compare_numbers);
    for (size_t i = 0; i < count; i++)
        if (!kept || numbers[kept - 1] != numbers[i])
            numbers[kept++] = numbers[i];
    return kept;
}

size_t array_rank(uint32_t *numbers, size_t count)
{
    uint32_t *sorted = memory_alloc(count * sizeof *sorted);
    if (count)
        memcpy(sorted, numbers, count * sizeof *sorted);
    size_t distinct = array_sort_distinct(sorted, count);
    for (size_t i = 0; i < count; i++) {
        const uint32_t *place = bsearch(&numbers[i], sorted, distinct, sizeof *sorted, array_compare_numbers);
        numbers[i] = (uint32_t)(place - sorted);
    }
    free(sorted);
    return distinct;
}
