/* wordings.c: see wordings.h. A version that does not tell some part goes with the first wording that it does
 * not contradict. */
#include "wordings.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

/* Which reading a version or a wording stands in, a row each with an entry a difference of words; NO_INDEX:
 * in none. */
struct table {
    uint32_t *rows;
    uint32_t columns;
};

/* Whether a difference is one of words; who said them and how it is reported is another matter. */
static bool is_of_words(const struct difference *difference)
{
    return !difference->cosmetic && difference->kind != DIFFERENCE_SPEAKER &&
           difference->kind != DIFFERENCE_REPORTING;
}

static struct table make_table(const struct claim *claim)
{
    struct table table = {0};
    for (size_t i = 0; i < claim->difference_count; i++)
        table.columns += is_of_words(&claim->differences[i]);
    size_t size = claim->version_count * table.columns;
    table.rows = memory_alloc((size ? size : 1) * sizeof *table.rows);
    for (size_t i = 0; i < size; i++)
        table.rows[i] = NO_INDEX;
    return table;
}

static uint32_t *row_of(const struct table *table, uint32_t row)
{
    return table->rows + (size_t)row * table->columns;
}

static struct table read_versions(const struct claim *claim)
{
    struct table table = make_table(claim);
    uint32_t column = 0;
    for (size_t i = 0; i < claim->difference_count; i++) {
        const struct difference *difference = &claim->differences[i];
        if (!is_of_words(difference))
            continue;
        for (uint32_t r = 0; r < difference->reading_count; r++)
            for (size_t v = 0; v < difference->readings[r].version_count; v++)
                row_of(&table, difference->readings[r].versions[v])[column] = r;
        column++;
    }
    return table;
}

static bool agree(const uint32_t *wording, const uint32_t *version, uint32_t columns)
{
    for (uint32_t i = 0; i < columns; i++)
        if (wording[i] != NO_INDEX && version[i] != NO_INDEX && wording[i] != version[i])
            return false;
    return true;
}

void wordings_find(const struct claim *claim, struct wordings *wordings)
{
    struct table versions = read_versions(claim), known = make_table(claim);
    uint32_t columns = known.columns;
    wordings->of = memory_alloc(claim->version_count * sizeof *wordings->of);
    wordings->count = 0;
    for (uint32_t i = 0; i < claim->version_count; i++) {
        uint32_t kind = claim->versions[i].kind, wording = 0;
        wordings->of[i] = NO_INDEX;
        if (kind != VERSION_DIRECT && kind != VERSION_MIXED)
            continue;
        while (wording < wordings->count && !agree(row_of(&known, wording), row_of(&versions, i), columns))
            wording++;
        wordings->count += wording == wordings->count;
        wordings->of[i] = wording;
        for (uint32_t k = 0; k < columns; k++)
            if (row_of(&known, wording)[k] == NO_INDEX)
                row_of(&known, wording)[k] = row_of(&versions, i)[k];
    }
    free(versions.rows);
    free(known.rows);
}

void wordings_release(struct wordings *wordings)
{
    free(wordings->of);
    *wordings = (struct wordings){0};
}
