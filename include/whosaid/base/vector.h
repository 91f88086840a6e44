/* vector.h: a growing array of any type, as macros over one function.
 *
 *     VECTOR(struct span) spans = {0};
 *     vector_push(&spans, ((struct span){0, 4}));
 *     vector_each(&spans, span) use(span->start);
 *     vector_release(&spans);
 *
 * Growth is by half again. Elements move when the vector grows: keep indices, not pointers. */
#ifndef WHOSAID_BASE_VECTOR_H
#define WHOSAID_BASE_VECTOR_H

#include <stddef.h>

#define VECTOR(type)                                                                                         \
    struct {                                                                                                 \
        type *data;                                                                                          \
        size_t size;                                                                                         \
        size_t capacity;                                                                                     \
    }

/* Ensures room for extra more elements. */
#define vector_reserve(v, extra)                                                                             \
    ((v)->data = vector_grow((v)->data, (v)->size, (extra), &(v)->capacity, sizeof *(v)->data))

/* Appends a copy of value. */
#define vector_push(v, value) (vector_reserve((v), 1), (v)->data[(v)->size++] = (value))

/* Appends a zeroed element and gives its address (borrowed, until the vector grows). */
#define vector_add(v)                                                                                        \
    (vector_reserve((v), 1), vector_zero(&(v)->data[(v)->size], sizeof *(v)->data), &(v)->data[(v)->size++])

/* The last element as an lvalue; the vector must not be empty. */
#define vector_last(v) ((v)->data[(v)->size - 1])

/* Forgets the elements and keeps the memory. */
#define vector_clear(v) ((void)((v)->size = 0))

/* Frees the memory; the vector is then empty and usable. */
#define vector_release(v) (vector_free((v)->data), (v)->data = NULL, (v)->size = (v)->capacity = 0)

/* for (each element), with `it` a pointer to it. */
#define vector_each(v, it)                                                                                   \
    for (__typeof__(*(v)->data) *it = (v)->data; (v)->data && it < (v)->data + (v)->size; it++)

/* Behind the macros. */
void *vector_grow(void *data, size_t size, size_t extra, size_t *capacity, size_t element);
void vector_zero(void *element, size_t size);
void vector_free(void *data);

#endif
