/* clashes.c: see clashes.h. What sentences tell is sorted by what it is told of; neighbours are compared. */
#include "clashes.h"

#include "whosaid/base/array.h"
#include "whosaid/base/hash.h"

#include <stdlib.h>

enum {
    LEAST_SHARED = 2,        /* concepts that two sentences have in common, */
    LEAST_SHARED_DENIED = 3, /* beside a name and a sort another one */
};

static const uint64_t AGE_KEYS = 1ull << 40; /* apart from those of other things */

struct entry {
    uint64_t key; /* of what is told */
    uint32_t statement;
    const struct ranking *ranking;     /* or NULL */
    const struct inclusion *inclusion; /* or NULL */
    const struct figure *age;          /* or NULL */
};

typedef VECTOR(struct entry) entry_vector;

struct finder {
    const struct vocabulary *vocabulary;
    const struct facts *facts;
    const struct statements *statements;
    entry_vector entries;
};

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = COMPARE(a->key, b->key);
    return order ? order : COMPARE(a->statement, b->statement);
}

static void collect(struct finder *f, uint32_t index)
{
    const struct statement *s = &f->statements->list.data[index];
    for (uint32_t i = 0; i < s->ranking_count; i++) {
        const struct ranking *ranking = &f->statements->rankings.data[s->first_ranking + i];
        uint64_t key = hash_mix(((uint64_t)ranking->rank << 32) + ranking->noun);
        vector_push(&f->entries, ((struct entry){key, index, .ranking = ranking}));
    }
    for (uint32_t i = 0; i < s->inclusion_count; i++) {
        const struct inclusion *inclusion = &f->statements->inclusions.data[s->first_inclusion + i];
        uint64_t key = hash_mix(~(((uint64_t)inclusion->sort << 32) + inclusion->name));
        vector_push(&f->entries, ((struct entry){key, index, .inclusion = inclusion}));
    }
    for (uint32_t i = 0; !s->is_part && s->told_count && i < s->figure_count; i++) {
        const struct figure *figure = &f->statements->figures.data[s->first_figure + i];
        if (figure->kind == FIGURE_AGE && figure->is_named)
            vector_push(&f->entries, ((struct entry){hash_mix(figure->of + AGE_KEYS), index, .age = figure}));
    }
}

static bool are_of_two_ages(const struct finder *f, const struct entry *a, const struct entry *b)
{
    const struct statement *list = f->statements->list.data;
    return figures_correspond(a->age, b->age) && !figures_agree(a->age, b->age) &&
           !statement_tells_value(f->statements, &list[a->statement], b->age->value) &&
           !statement_tells_value(f->statements, &list[b->statement], a->age->value);
}

static bool rank_others(const struct finder *f, const struct entry *a, const struct entry *b)
{
    const struct statement *list = f->statements->list.data;
    struct sentence told_a = statement_told_sentence(f->statements, &list[a->statement]),
                    told_b = statement_told_sentence(f->statements, &list[b->statement]);
    return rankings_correspond(a->ranking, &told_a, b->ranking, &told_b) &&
           !rankings_agree(f->vocabulary, a->ranking, b->ranking);
}

/* Whether two people are reported to have said it: then they contradict each other,
 * and the outlets need not. */
static bool tell_of_others(const struct finder *f, const struct entry *a, const struct entry *b)
{
    const struct statement *s = &f->statements->list.data[a->statement],
                           *t = &f->statements->list.data[b->statement];
    uint32_t x = s->reports ? s->reported : s->speaker, y = t->reports ? t->reported : t->speaker;
    const struct speaker *speakers = f->statements->speakers.data;
    return x && y && speaker_compare(f->vocabulary, &speakers[x], &speakers[y]) == SPEAKER_OTHER;
}

static bool is_clash(const struct finder *f, const struct entry *a, const struct entry *b)
{
    if (f->statements->list.data[a->statement].document == f->statements->list.data[b->statement].document)
        return false;
    if (!a->age && tell_of_others(f, a, b))
        return false;
    uint32_t shared = facts_count_shared(f->facts, a->statement, b->statement);
    if (a->ranking && b->ranking)
        return shared >= LEAST_SHARED && rank_others(f, a, b);
    if (a->age && b->age)
        return are_of_two_ages(f, a, b);
    return a->inclusion && b->inclusion && shared >= LEAST_SHARED_DENIED &&
           inclusions_correspond(a->inclusion, b->inclusion) && a->inclusion->denied != b->inclusion->denied;
}

void clashes_find(const struct facts *facts, const struct statements *statements, const uint32_t *story,
                  size_t count, clash_vector *clashes)
{
    struct finder f = {.vocabulary = statements->vocabulary, .facts = facts, .statements = statements};
    for (size_t i = 0; i < count; i++)
        collect(&f, story[i]);
    if (f.entries.size)
        qsort(f.entries.data, f.entries.size, sizeof *f.entries.data, compare_entries);
    for (size_t i = 0; i < f.entries.size; i++)
        for (size_t k = i + 1; k < f.entries.size && k <= i + CLASHES_MOST_ASKED &&
                               f.entries.data[k].key == f.entries.data[i].key;
             k++)
            if (is_clash(&f, &f.entries.data[i], &f.entries.data[k]))
                vector_push(clashes,
                            ((struct clash){f.entries.data[i].statement, f.entries.data[k].statement}));
    vector_release(&f.entries);
}
