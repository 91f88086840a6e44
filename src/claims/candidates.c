/* candidates.c: see candidates.h. */
#include "candidates.h"

#include "whosaid/base/array.h"

#include <math.h>
#include <stdlib.h>

enum {
    MOST_POSTINGS = 96, /* of one stem that propose candidates to a node: its neighbours in canonical order */
    LEAST_SHARED = 4, /* one in so many content words must be shared to be aligned; others may be synonyms */
};

static uint64_t speaker_hash(const struct candidates *c, const struct statement *statement)
{
    const struct speaker *speaker = &c->statements->speakers.data[statement->speaker];
    return speaker->name_count
               ? vocabulary_form(c->vocabulary, speaker->name_words[speaker->name_count - 1].form)->hash
               : 0;
}

static int compare_nodes(const void *left, const void *right, void *context)
{
    const struct node *a = left, *b = right;
    const struct candidates *c = context;
    const struct statement *s = &c->statements->list.data[a->statement],
                           *t = &c->statements->list.data[b->statement];
    int order = COMPARE(statement_evidence(s), statement_evidence(t));
    order = order ? order : COMPARE(s->content, t->content);
    order = order ? order : COMPARE(s->count, t->count);
    order = order ? order : COMPARE(s->hash, t->hash);
    order = order ? order : COMPARE(a->speaker, b->speaker);
    order = order ? order : COMPARE(a->order, b->order);
    return order ? order : COMPARE(s->span.start, t->span.start);
}

/* Nodes with the same words and the same speaker become one; needs the order of compare_nodes. */
static void merge_equal_nodes(struct candidates *c)
{
    const struct statement *list = c->statements->list.data;
    size_t kept = 0;
    for (size_t i = 0; i < c->nodes.size; i++) {
        const struct node *node = &c->nodes.data[i], *last = kept ? &c->nodes.data[kept - 1] : NULL;
        const struct statement *statement = &list[node->statement];
        if (last && statement->content && list[last->statement].hash == statement->hash &&
            list[last->statement].count == statement->count && last->speaker == node->speaker &&
            node->speaker)
            vector_push(&c->equal, ((struct equal_pair){last->statement, node->statement}));
        else
            c->nodes.data[kept++] = *node;
    }
    c->nodes.size = kept;
}

static void collect_stems(struct candidates *c, struct node *node)
{
    const struct statement *statement = &c->statements->list.data[node->statement];
    const struct word *words = statement_words(c->statements, statement);
    node->first_stem = (uint32_t)c->stems.size;
    for (size_t i = 0; i < statement->count; i++)
        if (word_has_content(c->vocabulary, &words[i]))
            vector_push(&c->stems, vocabulary_form(c->vocabulary, words[i].form)->stem);
    uint32_t *stems = c->stems.data + node->first_stem;
    size_t kept = array_sort_distinct(stems, c->stems.size - node->first_stem);
    node->stem_count = (uint32_t)kept;
    c->stems.size = node->first_stem + kept;
}

static int compare_postings(const void *left, const void *right)
{
    const struct posting *a = left, *b = right;
    int order = COMPARE(a->stem, b->stem);
    return order ? order : COMPARE(a->node, b->node);
}

static void index_nodes(struct candidates *c)
{
    vector_clear(&c->stems);
    vector_clear(&c->postings);
    for (uint32_t i = 0; i < c->nodes.size; i++) {
        struct node *node = &c->nodes.data[i];
        collect_stems(c, node);
        for (size_t k = 0; k < node->stem_count; k++) {
            struct posting posting = {c->stems.data[node->first_stem + k], i};
            vector_push(&c->postings, posting);
            c->statements_with.data[posting.stem]++;
        }
    }
    if (c->postings.size)
        qsort(c->postings.data, c->postings.size, sizeof *c->postings.data, compare_postings);
}

void candidates_index(struct candidates *c)
{
    if (c->nodes.size)
        qsort_r(c->nodes.data, c->nodes.size, sizeof *c->nodes.data, compare_nodes, c);
    merge_equal_nodes(c);
    index_nodes(c);
    vector_clear(&c->shared);
    for (size_t i = 0; i < c->nodes.size; i++)
        vector_push(&c->shared, ((struct candidate){0}));
}

/* The first posting not before (stem, node). */
static size_t posting_at(const struct candidates *c, uint32_t stem, uint32_t node)
{
    struct posting key = {stem, node};
    size_t low = 0, high = c->postings.size;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_postings(&c->postings.data[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Adds the nodes after this one that hold stem; a stem in many nodes weighs little. */
static void propose_by_stem(struct candidates *c, uint32_t stem, uint32_t node)
{
    double all = c->statements_with.data[stem];
    uint32_t weight = (uint32_t)(4096 / (1.0 + log2(all))); /* whole numbers: sums do not depend on order */
    size_t at = posting_at(c, stem, node + 1);
    for (size_t k = 0;
         k < MOST_POSTINGS && at + k < c->postings.size && c->postings.data[at + k].stem == stem; k++) {
        uint32_t other = c->postings.data[at + k].node;
        struct candidate *shared = &c->shared.data[other];
        if (!shared->stems)
            vector_push(&c->list, ((struct candidate){.node = other}));
        shared->node = other;
        shared->shared += weight;
        shared->stems++;
    }
}

static int compare_candidates(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    int order = -COMPARE(a->shared, b->shared);
    return order ? order : COMPARE(a->node, b->node);
}

void candidates_propose(struct candidates *c, uint32_t index)
{
    const struct node *node = &c->nodes.data[index];
    vector_clear(&c->list);
    for (size_t k = 0; k < node->stem_count; k++)
        propose_by_stem(c, c->stems.data[node->first_stem + k], index);
    uint32_t content = statement_evidence(&c->statements->list.data[node->statement]);
    size_t kept = 0;
    for (size_t i = 0; i < c->list.size; i++) {
        struct candidate *shared = &c->shared.data[c->list.data[i].node];
        if (shared->stems * LEAST_SHARED >= content)
            c->list.data[kept++] = *shared;
        *shared = (struct candidate){0};
    }
    c->list.size = kept;
    if (c->list.size)
        qsort(c->list.data, c->list.size, sizeof *c->list.data, compare_candidates);
    if (c->list.size > CANDIDATES_MOST)
        c->list.size = CANDIDATES_MOST;
}

void candidates_add(struct candidates *c, uint32_t statement)
{
    const struct statement *s = &c->statements->list.data[statement];
    vector_push(&c->nodes,
                ((struct node){.statement = statement, .speaker = speaker_hash(c, s), .order = s->order}));
}

void candidates_init(struct candidates *c, const struct vocabulary *vocabulary,
                     const struct statements *statements)
{
    *c = (struct candidates){.vocabulary = vocabulary, .statements = statements};
    for (size_t i = 0; i < vocabulary_key_count(vocabulary); i++)
        vector_push(&c->statements_with, 0u);
}

void candidates_clear(struct candidates *c)
{
    vector_each (&c->stems, stem)
        c->statements_with.data[*stem] = 0;
    vector_clear(&c->stems);
    vector_clear(&c->nodes);
    vector_clear(&c->equal);
}

void candidates_release(struct candidates *c)
{
    vector_release(&c->nodes);
    vector_release(&c->equal);
    vector_release(&c->list);
    vector_release(&c->statements_with);
    vector_release(&c->stems);
    vector_release(&c->postings);
    vector_release(&c->shared);
}
