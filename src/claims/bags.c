/* bags.c: see bags.h. */
#include "bags.h"

#include "whosaid/base/array.h"

#include <math.h>
#include <stdlib.h>

enum {
    MOST_POSTINGS = 96,   /* of one concept that propose to a statement */
    UNIT = 256,           /* a weight of one */
    LEAST_SHARE = 100,    /* no rule of facts asks for less of both weights than one in so many */
    INNER_SHARE = 3,      /* a word inside a name weighs one in so many */
    LEAST_SENTENCES = 30, /* fewer do not tell which words are rare */
};

static int compare_items(const void *left, const void *right)
{
    const struct bag_item *a = left, *b = right;
    int order = COMPARE(a->concept, b->concept);
    return order ? order : COMPARE(a->inner, b->inner);
}

static void add_words(struct bags *all, const struct statement *s, const struct word *words, uint32_t count)
{
    const struct figure *figures = all->statements->figures.data + s->first_figure;
    bool in_name = false;
    uint32_t next = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool capital = words[i].flags & WORD_CAPITAL;
        const struct form *form = vocabulary_form(all->vocabulary, words[i].form);
        bool figure = form->text.size > 1 && form->text.data[0] >= '0' && form->text.data[0] <= '9';
        bool next_capital = i + 1 < count && words[i + 1].flags & WORD_CAPITAL &&
                            words[i + 1].span.start - words[i].span.end <= 2;
        bool name = capital && (!(words[i].flags & WORD_INITIAL) || next_capital);
        while (next < s->figure_count && figures[next].span.end <= words[i].span.start)
            next++;
        bool dated = next < s->figure_count && figures[next].kind == FIGURE_DATE &&
                     figures[next].span.start <= words[i].span.start;
        bool year = figure && form->text.size == 4 && words[i].span.end - words[i].span.start == 4;
        struct bag_item item = {form->concept, figure, year, dated, name, in_name && capital};
        if (word_has_content(all->vocabulary, &words[i]))
            vector_push(&all->items, item);
        in_name = capital && i + 1 < count && words[i + 1].span.start - words[i].span.end <= 2;
    }
}

void bags_add(struct bags *all, uint32_t statement)
{
    const struct statement *s = &all->statements->list.data[statement];
    struct bag bag = {.statement = statement, .first = (uint32_t)all->items.size, .document = s->document};
    if (s->told_count)
        add_words(all, s, statement_told(all->statements, s), s->told_count);
    else
        add_words(all, s, statement_words(all->statements, s), s->count);
    struct bag_item *own = all->items.data + bag.first;
    size_t count = all->items.size - bag.first;
    if (count)
        qsort(own, count, sizeof *own, compare_items);
    for (size_t i = 0; i < count; i++)
        if (!bag.count || own[bag.count - 1].concept != own[i].concept)
            own[bag.count++] = own[i];
    all->items.size = bag.first + bag.count;
    vector_push(&all->list, bag);
    vector_push(&all->shared, 0);
}

uint32_t bags_item_weight(const struct bags *all, const struct bag_item *item)
{
    return all->weights.data[item->concept] / (item->inner ? INNER_SHARE : 1);
}

static void count_occurrences(struct bags *all, size_t keys)
{
    vector_clear(&all->occurrences);
    for (size_t i = 0; i <= keys; i++)
        vector_push(&all->occurrences, 0);
    all->sentences = 0;
    vector_each (&all->list, bag) {
        bool whole = !all->statements->list.data[bag->statement].is_part;
        all->sentences += whole;
        for (uint32_t i = 0; whole && i < bag->count; i++)
            all->occurrences.data[all->items.data[bag->first + i].concept]++;
    }
}

/* What a concept tells: the rarer in the story, the more. */
static void weigh_concepts(struct bags *all, size_t keys)
{
    double sentences = all->sentences < LEAST_SENTENCES ? LEAST_SENTENCES : (double)all->sentences;
    vector_clear(&all->weights);
    for (size_t i = 0; i <= keys; i++) {
        uint32_t count = all->occurrences.data[i];
        vector_push(&all->weights, count ? (uint32_t)(UNIT * log2(1.0 + sentences / count)) : 0);
    }
}

/* Numbers the story's concepts from 0 in their order, so that what is kept for each grows with the story and
 * not with the vocabulary. Returns how many there are. */
static size_t number_concepts(struct bags *all)
{
    VECTOR(uint32_t) concepts = {0};
    vector_each (&all->items, item)
        vector_push(&concepts, item->concept);
    size_t count = array_sort_distinct(concepts.data, concepts.size);
    vector_each (&all->items, item) {
        const uint32_t *place =
            bsearch(&item->concept, concepts.data, count, sizeof *concepts.data, array_compare_numbers);
        item->concept = (uint32_t)(place - concepts.data);
    }
    vector_release(&concepts);
    return count;
}

/* Counting sort of the concepts of all bags. */
void bags_index(struct bags *all)
{
    size_t keys = number_concepts(all);
    vector_clear(&all->first_posting);
    for (size_t i = 0; i <= keys + 1; i++)
        vector_push(&all->first_posting, 0);
    uint32_t *first = all->first_posting.data;
    for (size_t i = 0; i < all->items.size; i++)
        first[all->items.data[i].concept + 2]++;
    for (size_t i = 2; i <= keys + 1; i++)
        first[i] += first[i - 1];
    vector_clear(&all->postings);
    for (size_t i = 0; i < all->items.size; i++)
        vector_push(&all->postings, 0);
    for (uint32_t b = 0; b < all->list.size; b++)
        for (uint32_t i = 0; i < all->list.data[b].count; i++) {
            uint32_t concept = all->items.data[all->list.data[b].first + i].concept;
            all->postings.data[first[concept + 1]++] = b;
        }
    count_occurrences(all, keys);
    weigh_concepts(all, keys);
    vector_each (&all->list, bag)
        for (uint32_t i = 0; i < bag->count; i++)
            bag->weight += bags_item_weight(all, &all->items.data[bag->first + i]);
}

static int compare_candidates(const void *left, const void *right)
{
    const struct bag_candidate *a = left, *b = right;
    int order = -COMPARE(a->weight, b->weight);
    return order ? order : COMPARE(a->bag, b->bag);
}

/* The first posting of a concept whose bag comes after this one. */
static uint32_t posting_after(const struct bags *all, uint32_t concept, uint32_t bag)
{
    uint32_t low = all->first_posting.data[concept], high = all->first_posting.data[concept + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (all->postings.data[middle] <= bag)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Sums up what later bags share with this one; the candidates are those that share anything. */
static void sum_shared(struct bags *all, uint32_t index)
{
    const struct bag *bag = &all->list.data[index];
    for (uint32_t i = 0; i < bag->count; i++) {
        const struct bag_item *item = &all->items.data[bag->first + i];
        uint32_t concept = item->concept, weight = bags_item_weight(all, item);
        uint32_t at = posting_after(all, concept, index), end = all->first_posting.data[concept + 1];
        for (uint32_t k = at; k < end && k < at + MOST_POSTINGS; k++) {
            uint32_t other = all->postings.data[k];
            if (all->list.data[other].document == bag->document)
                continue;
            if (!all->shared.data[other])
                vector_push(&all->candidates, ((struct bag_candidate){other, 0}));
            all->shared.data[other] += weight;
        }
    }
}

/* Takes the sums into the candidates, and keeps those that a rule may let through. */
static void keep_likely(struct bags *all, const struct bag *bag)
{
    size_t kept = 0;
    for (size_t i = 0; i < all->candidates.size; i++) {
        uint32_t other = all->candidates.data[i].bag, weight = all->shared.data[other];
        all->shared.data[other] = 0;
        if ((uint64_t)weight * weight * LEAST_SHARE >= (uint64_t)bag->weight * all->list.data[other].weight)
            all->candidates.data[kept++] = (struct bag_candidate){other, weight};
    }
    all->candidates.size = kept;
}

void bags_propose(struct bags *all, uint32_t index)
{
    vector_clear(&all->candidates);
    sum_shared(all, index);
    keep_likely(all, &all->list.data[index]);
    if (all->candidates.size)
        qsort(all->candidates.data, all->candidates.size, sizeof *all->candidates.data, compare_candidates);
    if (all->candidates.size > BAGS_MOST_CANDIDATES)
        all->candidates.size = BAGS_MOST_CANDIDATES;
}

void bags_release(struct bags *all)
{
    vector_release(&all->list);
    vector_release(&all->items);
    vector_release(&all->postings);
    vector_release(&all->first_posting);
    vector_release(&all->occurrences);
    vector_release(&all->weights);
    vector_release(&all->shared);
    vector_release(&all->candidates);
}
