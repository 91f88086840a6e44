/* array.h: two macros for plain arrays: how long one is, and how numbers in one are sorted. */
#ifndef WHOSAID_BASE_ARRAY_H
#define WHOSAID_BASE_ARRAY_H

/* The number of elements of an array; not of a pointer, nor of a parameter. */
#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* The order of two numbers as qsort wants it: below, at or above 0. Each is evaluated twice. */
#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b))

#endif
