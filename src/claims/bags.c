/* bags.c: see bags.h. */
#include "bags.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"

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
        bool figure = form->text.size > 1 && ascii_is_digit(form->text.data[0]);
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
    size_t count = array_rank(concepts.data, concepts.size);
    for (size_t i = 0; i < concepts.size; i++)
        all->items.data[i].concept = concepts.data[i];
    vector_release(&concepts);
    return count;
}

void bags_index(struct bags *all)
{
    size_t concepts = number_concepts(all);
    for (uint32_t b = 0; b < all->list.size; b++)
        for (uint32_t i = 0; i < all->list.data[b].count; i++)
            postings_add(&all->index, all->items.data[all->list.data[b].first + i].concept, b);
    postings_index(&all->index, concepts, all->list.size);
    count_occurrences(all, concepts);
    weigh_concepts(all, concepts);
    vector_each (&all->list, bag)
        for (uint32_t i = 0; i < bag->count; i++)
            bag->weight += bags_item_weight(all, &all->items.data[bag->first + i]);
}

/* Whether so much is shared that a rule of facts may let two through, of two documents. */
static bool is_likely(const struct bags *all, const struct bag *bag, const struct candidate *candidate)
{
    const struct bag *other = &all->list.data[candidate->item];
    return bag->document != other->document &&
           candidate->weight * candidate->weight * LEAST_SHARE >= (double)bag->weight * other->weight;
}

void bags_propose(struct bags *all, uint32_t index)
{
    const struct bag *bag = &all->list.data[index];
    size_t kept = 0;
    postings_ask(&all->index, index);
    for (uint32_t i = bag->first; i < bag->first + bag->count; i++) {
        const struct bag_item *item = &all->items.data[i];
        postings_ask_term(&all->index, item->concept, bags_item_weight(all, item), MOST_POSTINGS);
    }
    vector_each (&all->index.found, candidate)
        if (is_likely(all, bag, candidate))
            all->index.found.data[kept++] = *candidate;
    all->index.found.size = kept;
    candidates_keep_best(&all->index.found, BAGS_MOST_CANDIDATES);
}

void bags_release(struct bags *all)
{
    vector_release(&all->list);
    vector_release(&all->items);
    vector_release(&all->occurrences);
    vector_release(&all->weights);
    postings_release(&all->index);
}
