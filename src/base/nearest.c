/* nearest.c: see nearest.h. Optimal string alignment distance (Damerau 1964 without overlapping edits). */
#include "whosaid/base/nearest.h"

#include "whosaid/base/ascii.h"

enum { LONGEST = 31 };

static unsigned smaller(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static bool same(char a, char b)
{
    return ascii_lower(a) == ascii_lower(b);
}

unsigned nearest_distance(struct str a, struct str b, unsigned most)
{
    unsigned table[LONGEST + 1][LONGEST + 1];
    if (a.size > LONGEST || b.size > LONGEST)
        return most + 1;
    for (size_t i = 0; i <= a.size; i++)
        for (size_t k = 0; k <= b.size; k++) {
            if (i == 0 || k == 0) {
                table[i][k] = (unsigned)(i + k);
                continue;
            }
            bool equal = same(a.data[i - 1], b.data[k - 1]);
            unsigned edit = smaller(table[i - 1][k], table[i][k - 1]) + 1;
            table[i][k] = smaller(edit, table[i - 1][k - 1] + !equal);
            if (i > 1 && k > 1 && same(a.data[i - 1], b.data[k - 2]) && same(a.data[i - 2], b.data[k - 1]))
                table[i][k] = smaller(table[i][k], table[i - 2][k - 2] + 1);
        }
    return smaller(table[a.size][b.size], most + 1);
}

struct str nearest_word(struct str word, const struct str *candidates, size_t count)
{
    unsigned best = (unsigned)word.size / 3 + 1;
    struct str nearest = {"", 0};
    for (size_t i = 0; i < count; i++) {
        unsigned distance = nearest_distance(word, candidates[i], best);
        if (distance < best) {
            best = distance;
            nearest = candidates[i];
        }
    }
    return nearest;
}
