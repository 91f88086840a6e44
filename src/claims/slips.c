/* slips.c: see slips.h. The figures of an article are sorted by what they are of; neighbours are compared. */
#include "slips.h"

#include "whosaid/base/array.h"

#include <stdlib.h>

struct entry {
    uint32_t document, statement;
    const struct figure *figure;
};

typedef VECTOR(struct entry) entry_vector;

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = COMPARE(a->document, b->document);
    order = order ? order : COMPARE(a->figure->kind, b->figure->kind);
    order = order ? order : COMPARE(a->figure->of, b->figure->of);
    order = order ? order : COMPARE(a->figure->head, b->figure->head);
    return order ? order : COMPARE(a->statement, b->statement);
}

/* Whether the words of a figure tell what it is of closely enough. */
static bool is_close(const struct figure *figure)
{
    bool number = figure->kind == FIGURE_NUMBER && !figure->time && !figure->toll && !figure->vague;
    return figure->of != CONCEPT_NONE &&
           ((number && figure->head != CONCEPT_NONE) || figure->kind == FIGURE_AGE);
}

static void collect(const struct statements *statements, uint32_t index, entry_vector *entries)
{
    const struct statement *s = &statements->list.data[index];
    const struct figure *figures = statements->figures.data + s->first_figure;
    for (uint32_t i = 0; s->told_count && !s->is_part && i < s->figure_count; i++)
        if (is_close(&figures[i]))
            vector_push(entries, ((struct entry){s->document, index, &figures[i]}));
}

static bool is_slip(const struct facts *facts, const struct statements *statements, const struct entry *a,
                    const struct entry *b)
{
    const struct statement *list = statements->list.data;
    return a->statement != b->statement && a->document == b->document &&
           figures_correspond(a->figure, b->figure) && !figures_agree(a->figure, b->figure) &&
           !statement_tells_value(statements, &list[a->statement], b->figure->value) &&
           !statement_tells_value(statements, &list[b->statement], a->figure->value) &&
           facts_are_alike(facts, a->statement, b->statement);
}

void slips_find(const struct facts *facts, const struct statements *statements, const uint32_t *story,
                size_t count, slip_vector *slips)
{
    entry_vector entries = {0};
    for (size_t i = 0; i < count; i++)
        collect(statements, story[i], &entries);
    if (entries.size)
        qsort(entries.data, entries.size, sizeof *entries.data, compare_entries);
    for (size_t i = 1; i < entries.size; i++)
        if (is_slip(facts, statements, &entries.data[i - 1], &entries.data[i]))
            vector_push(slips, ((struct slip){entries.data[i - 1].statement, entries.data[i].statement}));
    vector_release(&entries);
}
