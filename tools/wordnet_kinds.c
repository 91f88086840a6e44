/* wordnet_kinds.c: see wordnet_find_kinds in wordnet.h. */
#include "wordnet.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

enum { MOST_KINDS = 255, MOST_FILES = 64 };

/* The meanings as trees, one or more a file. */
struct trees {
    synset_vector *synsets;
    size_t *parents; /* an index, or the number of meanings for a root */
    size_t *order;   /* indices, parents before their children */
    size_t ordered;
    uint64_t *branches; /* what a meaning weighs with all below it of its kind */
    uint64_t kinds[MOST_KINDS + 1];
    unsigned kind_count;
};

static void find_parents(struct trees *t)
{
    size_t none = t->synsets->size;
    for (size_t i = 0; i < none; i++) {
        const struct synset *own = &t->synsets->data[i];
        const struct synset *above = own->hypernym ? wordnet_find(t->synsets, own->hypernym) : NULL;
        t->parents[i] = above && above->file == own->file ? (size_t)(above - t->synsets->data) : none;
    }
}

/* Depth by depth; what stands in a circle is never reached, keeps its file's kind and weighs nothing. */
static void order_by_depth(struct trees *t)
{
    size_t none = t->synsets->size, *depths = memory_calloc(none + 1, sizeof *depths), deepest = 0;
    enum { MOST_DEPTH = 64 };
    for (size_t i = 0; i < none; i++) {
        for (size_t at = t->parents[i]; at != none && depths[i] <= MOST_DEPTH; at = t->parents[at])
            depths[i]++;
        deepest = depths[i] > deepest && depths[i] <= MOST_DEPTH ? depths[i] : deepest;
    }
    for (size_t depth = 0; depth <= deepest; depth++)
        for (size_t i = 0; i < none; i++)
            if (depths[i] == depth)
                t->order[t->ordered++] = i;
    free(depths);
}

static void begin_with_files(struct trees *t)
{
    uint8_t kinds[MOST_FILES] = {0};
    vector_each (t->synsets, synset) {
        uint8_t *kind = &kinds[synset->file % MOST_FILES];
        if (*kind == 0)
            *kind = (uint8_t)++t->kind_count;
        synset->kind = *kind;
    }
}

static void weigh(struct trees *t)
{
    struct synset *all = t->synsets->data;
    for (size_t k = 0; k <= MOST_KINDS; k++)
        t->kinds[k] = 0;
    for (size_t i = 0; i < t->synsets->size; i++) {
        t->branches[i] = all[i].weight;
        t->kinds[all[i].kind] += all[i].weight;
    }
    for (size_t i = t->ordered; i-- > 0;) {
        size_t at = t->order[i], parent = t->parents[at];
        if (parent != t->synsets->size && all[parent].kind == all[at].kind)
            t->branches[parent] += t->branches[at];
    }
}

/* The branch of which the lighter part, it or the rest of its kind, weighs most; the number of meanings when
 * none is left. */
static size_t find_best(const struct trees *t)
{
    size_t best = t->synsets->size;
    uint64_t most = 0;
    for (size_t i = 0; i < t->ordered; i++) {
        size_t at = t->order[i];
        uint64_t rest = t->kinds[t->synsets->data[at].kind] - t->branches[at];
        uint64_t lighter = rest < t->branches[at] ? rest : t->branches[at];
        if (lighter > most) {
            most = lighter;
            best = at;
        }
    }
    return best;
}

/* Gives a meaning and all below it of its kind a kind of their own. */
static void split(struct trees *t, size_t top)
{
    struct synset *all = t->synsets->data;
    uint8_t old = all[top].kind;
    all[top].kind = (uint8_t)++t->kind_count;
    for (size_t i = 0; i < t->ordered; i++) {
        size_t at = t->order[i], parent = t->parents[at];
        if (parent != t->synsets->size && all[at].kind == old && all[parent].kind == all[top].kind)
            all[at].kind = all[top].kind;
    }
}

void wordnet_find_kinds(synset_vector *synsets)
{
    size_t count = synsets->size;
    struct trees t = {.synsets = synsets};
    t.parents = memory_calloc(count + 1, sizeof *t.parents);
    t.order = memory_calloc(count + 1, sizeof *t.order);
    t.branches = memory_calloc(count + 1, sizeof *t.branches);
    find_parents(&t);
    order_by_depth(&t);
    begin_with_files(&t);
    while (t.kind_count < MOST_KINDS) {
        weigh(&t);
        size_t best = find_best(&t);
        if (best == count)
            break;
        split(&t, best);
    }
    free(t.parents);
    free(t.order);
    free(t.branches);
}
