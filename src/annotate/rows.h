/* rows.h: adding up rows of a table of weights, eight bytes at a time. The tables are larger than the caches near
 * the processor, so what is needed next is asked for early. */
#ifndef WHOSAID_ANNOTATE_ROWS_H
#define WHOSAID_ANNOTATE_ROWS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { ROWS_LANES = 8 };

typedef int8_t rows_weights __attribute__((vector_size(ROWS_LANES)));
typedef int16_t rows_sums __attribute__((vector_size(2 * ROWS_LANES))); /* wide enough for 256 rows */

/* Adds width weights of each row to sums; width is a multiple of ROWS_LANES, sums has width / ROWS_LANES. */
static inline void rows_add(const int8_t *table, size_t width, const uint32_t *rows, size_t count,
                            rows_sums *sums)
{
    for (size_t r = 0; r < count; r++)
        for (size_t lane = 0; lane < width / ROWS_LANES; lane++) {
            rows_weights weights;
            memcpy(&weights, table + rows[r] * width + lane * ROWS_LANES, sizeof weights);
            sums[lane] += __builtin_convertvector(weights, rows_sums);
        }
}

/* The class, of the first classes, with the largest sum. */
static inline uint8_t rows_best(const rows_sums *sums, uint8_t classes)
{
    const int16_t *lanes = (const int16_t *)sums; /* a vector may be read as its elements */
    uint8_t best = 0;
    for (uint8_t c = 1; c < classes; c++)
        if (lanes[c] > lanes[best])
            best = c;
    return best;
}

/* Asks for the rows, so that they are near when rows_add wants them. */
static inline void rows_fetch(const int8_t *table, size_t width, const uint32_t *rows, size_t count)
{
    for (size_t r = 0; r < count; r++)
        __builtin_prefetch(table + rows[r] * width);
}

#endif
