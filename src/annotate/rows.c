/* rows.c: see rows.h. */
#include "rows.h"

#include "observation.h"
#include "wide.h"

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
    hashes templates = {1, 2, 3, 4, 5, 6, 7, 8};
    for (size_t i = 0; i < features->count; i += FEATURES_LANES, templates += FEATURES_LANES) {
        hashes hash = templates * factor;
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
