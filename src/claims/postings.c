/* postings.c: see postings.h. The lists lie in one array, sorted by counting. */
#include "postings.h"

#include <stdbool.h>

void postings_add(struct postings *p, uint32_t term, uint32_t item)
{
    vector_push(&p->added, ((struct posting){term, item}));
}

void postings_index(struct postings *p, size_t terms, size_t items)
{
    vector_clear(&p->first);
    vector_clear(&p->behind);
    vector_clear(&p->met);
    for (size_t i = 0; i <= terms; i++)
        vector_push(&p->first, 0u);
    vector_each (&p->added, posting)
        p->first.data[posting->term + 1]++;
    for (size_t i = 0; i < terms; i++) {
        p->first.data[i + 1] += p->first.data[i];
        vector_push(&p->behind, p->first.data[i]);
    }
    vector_clear(&p->items);
    vector_reserve(&p->items, p->added.size);
    p->items.size = p->added.size;
    vector_each (&p->added, posting)
        p->items.data[p->behind.data[posting->term]++] = posting->item;
    for (size_t i = 0; i < terms; i++)
        p->behind.data[i] = p->first.data[i];
    for (size_t i = 0; i < items; i++)
        vector_push(&p->met, ((struct meeting){0}));
    p->question = 0;
    vector_clear(&p->added);
}

void postings_ask(struct postings *p, uint32_t item)
{
    p->asked = item;
    p->question++;
    vector_clear(&p->found);
}

/* Where the items of a term behind the one asked about begin. They are looked for from where the last
 * question left off. */
static uint32_t items_behind(struct postings *p, uint32_t term)
{
    uint32_t first = p->first.data[term], end = p->first.data[term + 1], at = p->behind.data[term];
    if (at > first && p->items.data[at - 1] > p->asked)
        at = first;
    while (at < end && p->items.data[at] <= p->asked)
        at++;
    return p->behind.data[term] = at;
}

static struct candidate *meet(struct postings *p, uint32_t item)
{
    struct meeting *met = &p->met.data[item];
    if (met->question != p->question) {
        *met = (struct meeting){p->question, (uint32_t)p->found.size};
        vector_push(&p->found, ((struct candidate){.item = item}));
    }
    return &p->found.data[met->place];
}

void postings_ask_term(struct postings *p, uint32_t term, double weight, size_t most)
{
    uint32_t at = items_behind(p, term), end = p->first.data[term + 1];
    for (end = end - at > most ? at + (uint32_t)most : end; at < end; at++) {
        struct candidate *candidate = meet(p, p->items.data[at]);
        candidate->weight += weight;
        candidate->terms++;
    }
}

static bool is_better(const struct candidate *a, const struct candidate *b)
{
    return a->weight != b->weight ? a->weight > b->weight : a->item < b->item;
}

void candidates_keep_best(candidate_vector *candidates, size_t most)
{
    struct candidate *all = candidates->data;
    size_t kept = 0;
    for (size_t i = 0; i < candidates->size; i++) {
        struct candidate one = all[i];
        if (kept == most && !is_better(&one, &all[kept - 1]))
            continue;
        size_t at = kept < most ? kept++ : kept - 1;
        for (; at && is_better(&one, &all[at - 1]); at--)
            all[at] = all[at - 1];
        all[at] = one;
    }
    candidates->size = kept;
}

void postings_clear(struct postings *p)
{
    vector_clear(&p->found);
    vector_clear(&p->added);
    vector_clear(&p->items);
    vector_clear(&p->first);
    vector_clear(&p->behind);
    vector_clear(&p->met);
}

void postings_release(struct postings *p)
{
    vector_release(&p->found);
    vector_release(&p->added);
    vector_release(&p->items);
    vector_release(&p->first);
    vector_release(&p->behind);
    vector_release(&p->met);
}
