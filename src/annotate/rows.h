/* rows.h: from features to the rows of a table of weights, and rows added up.
 *
 * Most of the annotator's time goes by here, so both work on vectors. The tables are larger than the caches
 * near the processor; what is needed next is asked for early. */
#ifndef WHOSAID_ANNOTATE_ROWS_H
#define WHOSAID_ANNOTATE_ROWS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { FEATURES_MOST = 144, FEATURES_LANES = 8 };

/* What is known of a token or a state, as pairs of values. A feature's template is its place in the list:
 * whoever changes their order trains anew. Only count need be set at first. */
struct features {
    size_t count;
    uint32_t a[FEATURES_MOST], b[FEATURES_MOST];
};

static inline void features_add(struct features *features, uint32_t a, uint32_t b)
{
    features->a[features->count] = a;
    features->b[features->count++] = b;
}

/* The rows, of 1 << bits, that the features stand for. rows has room for their count rounded up to
 * FEATURES_LANES. Returns the count. */
size_t features_find_rows(const struct features *features, unsigned bits, uint32_t *rows);

enum { ROWS_BLOCK = 16, ROWS_MOST_BLOCKS = 3 };

/* Sixteen weights, two a lane, the first in its lower byte. Shifts sign-extend each half, so that sums are
 * wide enough for 256 rows; any processor with vectors can do that. */
typedef int16_t rows_block __attribute__((vector_size(ROWS_BLOCK)));

/* Four rows of four weights, or two of eight, or a part of a long one. */
static inline rows_block rows_load(const int8_t *table, size_t width, const uint32_t *rows, size_t part)
{
    typedef uint32_t quarters __attribute__((vector_size(ROWS_BLOCK)));
    typedef uint64_t halves __attribute__((vector_size(ROWS_BLOCK)));
    rows_block block;
    if (width == 4) {
        uint32_t w[4];
        for (size_t r = 0; r < 4; r++)
            memcpy(&w[r], table + rows[r] * width, width);
        return (rows_block)(quarters){w[0], w[1], w[2], w[3]};
    }
    if (width == 8) {
        uint64_t w[2];
        for (size_t r = 0; r < 2; r++)
            memcpy(&w[r], table + rows[r] * width, width);
        return (rows_block)(halves){w[0], w[1]};
    }
    memcpy(&block, table + rows[0] * width + part * ROWS_BLOCK, sizeof block);
    return block;
}

/* Adds the width weights of each row to sums. width is a constant: 4, 8, or a multiple of ROWS_BLOCK. */
static inline void rows_add(const int8_t *table, size_t width, const uint32_t *rows, size_t count,
                            int16_t *sums)
{
    rows_block even[ROWS_MOST_BLOCKS] = {0}, odd[ROWS_MOST_BLOCKS] = {0};
    const size_t together = width < ROWS_BLOCK ? ROWS_BLOCK / width : 1; /* rows in a block */
    const size_t parts = width < ROWS_BLOCK ? 1 : width / ROWS_BLOCK;    /* blocks in a row */
    size_t r = 0;
    for (; r + together <= count; r += together)
#pragma GCC unroll 3
        for (size_t p = 0; p < parts; p++) {
            rows_block block = rows_load(table, width, rows + r, p);
            even[p] += (block << 8) >> 8;
            odd[p] += block >> 8;
        }
#pragma GCC unroll 24
    for (size_t i = 0; i < parts * ROWS_BLOCK; i += 2) {
        sums[i % width] += even[i / ROWS_BLOCK][i % ROWS_BLOCK / 2];
        sums[(i + 1) % width] += odd[i / ROWS_BLOCK][i % ROWS_BLOCK / 2];
    }
    for (; r < count; r++) /* those that fill no block */
        for (size_t c = 0; c < width; c++)
            sums[c] += table[rows[r] * width + c];
}

/* The first of the classes with the largest sum. The largest is looked for before its place, so that no
 * comparison waits for a load. */
static inline uint8_t rows_best(const int16_t *sums, uint8_t classes)
{
    uint8_t best = 0;
    int16_t most = sums[0];
#pragma GCC unroll 8
    for (uint8_t c = 1; c < classes; c++)
        most = sums[c] > most ? sums[c] : most;
    while (sums[best] != most)
        best++;
    return best;
}

/* Asks for the rows, so that they are near when rows_add wants them. */
static inline void rows_fetch(const int8_t *table, size_t width, const uint32_t *rows, size_t count)
{
#pragma GCC unroll 4
    for (size_t r = 0; r < count; r++)
        __builtin_prefetch(table + rows[r] * width);
}

#endif
