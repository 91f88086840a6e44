/* rows.h: from features to the rows of a table of weights, and rows added up.
 *
 * Most of the annotator's time goes by here, so both work on vectors. The tables are larger than the caches
 * near the processor; what is needed next is asked for early. */
#ifndef WHOSAID_ANNOTATE_ROWS_H
#define WHOSAID_ANNOTATE_ROWS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { FEATURES_MOST = 160, FEATURES_LANES = 8 };

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

/* Adds the width weights of each row to sums, which are wide enough for 256 rows. width is that of one of the
 * model's tables: 4, 8, 16 or 48. */
void rows_add(const int8_t *table, size_t width, const uint32_t *rows, size_t count, int16_t *sums);

/* The first of the classes with the largest sum. The first is where most of the classes are left; told like
 * that, compilers look at many at once, with nothing for the processor to guess. */
static inline uint8_t rows_best(const int16_t *sums, uint8_t classes)
{
    int16_t most = sums[0], left = 0;
    for (uint8_t c = 1; c < classes; c++)
        most = sums[c] > most ? sums[c] : most;
    for (int16_t c = 0; c < classes; c++) {
        int16_t here = (int16_t)(sums[c] == most ? classes - c : 0);
        left = here > left ? here : left;
    }
    return (uint8_t)(classes - left);
}

/* Asks for the rows, so that they are near when rows_add wants them. */
static inline void rows_fetch(const int8_t *table, size_t width, const uint32_t *rows, size_t count)
{
#pragma GCC unroll 4
    for (size_t r = 0; r < count; r++) {
        __builtin_prefetch(table + rows[r] * width);
        if (width > 16) /* the end of such a row may lie on another line */
            __builtin_prefetch(table + rows[r] * width + width - 1);
    }
}

#endif
