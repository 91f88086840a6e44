/* rows.c: see rows.h. */
#include "rows.h"

#include "observation.h"
#include "wide.h"

#include <assert.h>

typedef uint32_t hashes __attribute__((vector_size(FEATURES_LANES * sizeof(uint32_t))));

/* observation_mix, eight at a time. */
WIDE_INLINE void mix(hashes *hash, const uint32_t *values)
{
    hashes value;
    memcpy(&value, values, sizeof value);
    *hash = (*hash ^ value) * OBSERVATION_FACTOR;
    *hash ^= *hash >> OBSERVATION_SHIFT;
}

WIDE_INLINE void find_rows(const struct features *features, unsigned bits, uint32_t *rows)
{
    const uint32_t factor = UINT32_C(0x85ebca6b); /* keeps the templates, counted from 1, apart */
    hashes templates = (hashes){1, 2, 3, 4, 5, 6, 7, 8} * factor;
    for (size_t i = 0; i < features->count; i += FEATURES_LANES, templates += FEATURES_LANES * factor) {
        hashes hash = templates;
        mix(&hash, features->a + i);
        mix(&hash, features->b + i);
        hash >>= 32 - bits;
        memcpy(rows + i, &hash, sizeof hash);
    }
}

/* The same once more for processors that multiply eight numbers at a time, six times as fast; any other takes
 * no longer than it would number by number. */
WIDE_FUNCTION("avx2")
static void find_rows_wide(const struct features *features, unsigned bits, uint32_t *rows)
{
    find_rows(features, bits, rows);
}

size_t features_find_rows(const struct features *features, unsigned bits, uint32_t *rows)
{
    if (WIDE_IS_SUPPORTED("avx2"))
        find_rows_wide(features, bits, rows);
    else
        find_rows(features, bits, rows);
    return features->count;
}

enum { SHORT = 8, LONG = 16, MOST_BLOCKS = 3 };

typedef int16_t short_sums __attribute__((vector_size(SHORT * sizeof(int16_t))));
typedef int16_t long_sums __attribute__((vector_size(LONG * sizeof(int16_t))));

/* Adds a block of weights. They are made wider first, which a compiler has one instruction for. */
WIDE_INLINE void add_short(const int8_t *restrict weights, short_sums *sums)
{
    int16_t wider[SHORT];
    short_sums vector;
    for (size_t i = 0; i < SHORT; i++)
        wider[i] = weights[i];
    memcpy(&vector, wider, sizeof vector);
    *sums += vector;
}

WIDE_INLINE void add_long(const int8_t *restrict weights, long_sums *sums)
{
    int16_t wider[LONG];
    long_sums vector;
    for (size_t i = 0; i < LONG; i++)
        wider[i] = weights[i];
    memcpy(&vector, wider, sizeof vector);
    *sums += vector;
}

/* Rows of half a block, two at a time; what is left of an odd count goes alone. */
WIDE_INLINE void add_halves(const int8_t *table, const uint32_t *rows, size_t count, int16_t *sums)
{
    enum { WIDTH = SHORT / 2 };
    short_sums both = {0};
    for (size_t r = 0; r + 2 <= count; r += 2) {
        uint32_t halves[2];
        memcpy(&halves[0], table + (size_t)rows[r] * WIDTH, WIDTH);
        memcpy(&halves[1], table + (size_t)rows[r + 1] * WIDTH, WIDTH);
        uint64_t block = halves[0] | (uint64_t)halves[1] << 32;
        add_short((const int8_t *)&block, &both);
    }
    for (size_t c = 0; c < WIDTH; c++)
        sums[c] += both[c] + both[c + WIDTH];
    for (size_t c = 0; count % 2 && c < WIDTH; c++)
        sums[c] += table[(size_t)rows[count - 1] * WIDTH + c];
}

WIDE_INLINE void add_blocks(const int8_t *table, const uint32_t *rows, size_t count, int16_t *sums)
{
    short_sums all;
    memcpy(&all, sums, sizeof all);
#pragma GCC unroll 4
    for (size_t r = 0; r < count; r++)
        add_short(table + (size_t)rows[r] * SHORT, &all);
    memcpy(sums, &all, sizeof all);
}

/* Rows of a few long blocks each. */
WIDE_INLINE void add_long_rows(const int8_t *table, size_t blocks, const uint32_t *rows, size_t count,
                               int16_t *sums)
{
    long_sums all[MOST_BLOCKS];
    memcpy(all, sums, blocks * sizeof *all);
    for (size_t r = 0; r < count; r++)
#pragma GCC unroll 3
        for (size_t b = 0; b < blocks; b++)
            add_long(table + (rows[r] * blocks + b) * LONG, &all[b]);
    memcpy(sums, all, blocks * sizeof *all);
}

WIDE_INLINE void add(const int8_t *table, size_t width, const uint32_t *rows, size_t count, int16_t *sums)
{
    switch (width) {
    case SHORT / 2: add_halves(table, rows, count, sums); break;
    case SHORT: add_blocks(table, rows, count, sums); break;
    case LONG: add_long_rows(table, 1, rows, count, sums); break;
    default: assert(width == 3 * LONG); add_long_rows(table, 3, rows, count, sums);
    }
}

WIDE_FUNCTION("avx2")
static void add_wide(const int8_t *table, size_t width, const uint32_t *rows, size_t count, int16_t *sums)
{
    add(table, width, rows, count, sums);
}

void rows_add(const int8_t *table, size_t width, const uint32_t *rows, size_t count, int16_t *sums)
{
    if (WIDE_IS_SUPPORTED("avx2"))
        add_wide(table, width, rows, count, sums);
    else
        add(table, width, rows, count, sums);
}
