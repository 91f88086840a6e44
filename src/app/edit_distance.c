/* edit_distance.c: see edit_distance.h. V. Levenshtein, "Binary codes capable of correcting deletions,
 * insertions, and reversals" (1966), by dynamic programming with one row (Wagner and Fischer, 1974). */
#include "edit_distance.h"

#include <string.h>

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned edit_distance(const char *a, const char *b)
{
    unsigned row[EDIT_DISTANCE_FAR + 1];
    size_t size_a = strlen(a), size_b = strlen(b);
    if (size_a > EDIT_DISTANCE_FAR || size_b > EDIT_DISTANCE_FAR)
        return EDIT_DISTANCE_FAR;
    for (unsigned j = 0; j <= size_b; j++)
        row[j] = j;
    for (size_t i = 0; i < size_a; i++) {
        unsigned diagonal = row[0];
        row[0] = (unsigned)i + 1;
        for (size_t j = 0; j < size_b; j++) {
            unsigned change = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = least(change, least(row[j], row[j + 1]) + 1);
        }
    }
    return row[size_b];
}
