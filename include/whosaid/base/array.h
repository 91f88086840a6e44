/* array.h: plain arrays: how long one is, and how numbers in one are sorted and ranked. */
#ifndef WHOSAID_BASE_ARRAY_H
#define WHOSAID_BASE_ARRAY_H

#include <stddef.h>
#include <stdint.h>

/* The number of elements of an array; not of a pointer, nor of a parameter. */
#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* The order of two numbers as qsort wants it: below, at or above 0. Each is evaluated twice. */
#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b))

/* The same of what two pointers to uint32_t point at, for qsort and bsearch. */
int array_compare_numbers(const void *left, const void *right);

/* Sorts numbers and keeps one of each. Returns how many are left, in front. n log n. */
size_t array_sort_distinct(uint32_t *numbers, size_t count);

/* Replaces each number by how many smaller ones there are, equals counted once: {7, 2, 7} becomes {1, 0, 1}.
 * Returns how many distinct ones there are. n log n. */
size_t array_rank(uint32_t *numbers, size_t count);

#endif
