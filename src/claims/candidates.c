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

static void index_nodes(struct candidates *c)
{
    vector_clear(&c->stems);
    vector_clear(&c->terms);
    vector_each (&c->nodes, node)
        collect_stems(c, node);
    vector_each (&c->stems, stem) {
        vector_push(&c->terms, *stem);
        c->statements_with.data[*stem]++;
    }
    size_t terms = array_rank(c->terms.data, c->terms.size);
    for (uint32_t i = 0; i < c->nodes.size; i++)
        for (size_t k = 0; k < c->nodes.data[i].stem_count; k++)
            postings_add(&c->index, c->terms.data[c->nodes.data[i].first_stem + k], i);
    postings_index(&c->index, terms, c->nodes.size);
}

void candidates_index(struct candidates *c)
{
    if (c->nodes.size)
        qsort_r(c->nodes.data, c->nodes.size, sizeof *c->nodes.data, compare_nodes, c);
    merge_equal_nodes(c);
    index_nodes(c);
}

/* A stem in many nodes weighs little; in whole numbers, whose sum does not depend on their order. */
static double stem_weight(const struct candidates *c, uint32_t stem)
{
    return floor(4096 / (1.0 + log2(c->statements_with.data[stem])));
}

void candidates_propose(struct candidates *c, uint32_t index)
{
    const struct node *node = &c->nodes.data[index];
    uint32_t content = statement_evidence(&c->statements->list.data[node->statement]);
    size_t kept = 0;
    postings_ask(&c->index, index);
    for (size_t k = node->first_stem; k < node->first_stem + node->stem_count; k++)
        postings_ask_term(&c->index, c->terms.data[k], stem_weight(c, c->stems.data[k]), MOST_POSTINGS);
    vector_each (&c->index.found, candidate)
        if (candidate->terms * LEAST_SHARED >= content)
            c->index.found.data[kept++] = *candidate;
    c->index.found.size = kept;
    candidates_keep_best(&c->index.found, CANDIDATES_MOST);
}

void candidates_add(struct candidates *c, uint32_t statement)
{
    const struct statement *s = &c->statements->list.data[statement];
    vector_push(&c->nodes,
                ((struct node){.statement = statement, .speaker = speaker_hash(c, s), .order = s->order}));
}

void candidates_init(struct candidates *c, const struct statements *statements)
{
    *c = (struct candidates){.vocabulary = statements->vocabulary, .statements = statements};
    for (size_t i = 0; i < vocabulary_key_count(statements->vocabulary); i++)
        vector_push(&c->statements_with, 0u);
}

void candidates_clear(struct candidates *c)
{
    vector_each (&c->stems, stem)
        c->statements_with.data[*stem] = 0;
    vector_clear(&c->stems);
    vector_clear(&c->terms);
    vector_clear(&c->nodes);
    vector_clear(&c->equal);
    postings_clear(&c->index);
}

void candidates_release(struct candidates *c)
{
    vector_release(&c->nodes);
    vector_release(&c->equal);
    vector_release(&c->statements_with);
    vector_release(&c->stems);
    vector_release(&c->terms);
    postings_release(&c->index);
}
