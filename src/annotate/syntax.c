/* syntax.c: see syntax.h. */
#include "syntax.h"

#include "parser.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

/* Tokens with each head before its dependents. Caller frees. */
static uint32_t *order_by_heads(const struct observations *all)
{
    uint32_t *order = memory_calloc(all->count + 1, sizeof *order);
    uint32_t *first = memory_calloc(all->count + 1, sizeof *first); /* each one's dependents, as a list */
    uint32_t *following = memory_calloc(all->count + 1, sizeof *following);
    size_t filled = 0;
    for (size_t i = all->count; i-- > 0;) {
        uint32_t head = all->items[i].head;
        if (head == NO_INDEX) {
            order[filled++] = (uint32_t)i;
        } else {
            following[i] = first[head];
            first[head] = (uint32_t)i + 1;
        }
    }
    for (size_t next = 0; next < filled; next++)
        for (uint32_t d = first[order[next]]; d; d = following[d - 1])
            order[filled++] = d - 1;
    free(first);
    free(following);
    return order;
}

/* Where the token stands in its argument. */
static uint8_t place_in(const struct observations *all, uint32_t index, const struct ancestry *a)
{
    struct stretch extent = all->items[a->argument].extent;
    return (uint8_t)((index == extent.first) + 2 * (index + 1 == extent.end) + 4 * (index > a->token));
}

/* The token's place below its nearest ancestor of a kind. above: that of its head; fits: whether the head is
 * of the kind. */
static struct ancestry descend(const struct observations *all, uint32_t index, bool fits,
                               const struct ancestry *above)
{
    enum { DEEPEST = 4 }; /* further down, a path says no more than its first steps */
    const struct observation *o = &all->items[index];
    struct ancestry a = *above;
    if (fits)
        a = (struct ancestry){
            .word = all->items[o->head].word,
            .path = o->dependency + 1u,
            .token = o->head,
            .argument = index,
            .kind = o->dependency,
            .steps = 1,
        };
    if (a.word == 0)
        return a;
    a.steps += !fits && a.steps < DEEPEST;
    if (!fits && a.steps < DEEPEST)
        a.path = observation_mix(a.path, o->dependency + 1u);
    a.place = place_in(all, index, &a);
    return a;
}

static void observe_token(struct observations *all, uint32_t index)
{
    struct observation *o = &all->items[index];
    if (o->head == NO_INDEX)
        return;
    struct observation *head = &all->items[o->head];
    o->cue_above = descend(all, index, observation_is_candidate(head), &head->cue_above);
    o->verb_above = descend(all, index, observation_is_verb(head), &head->verb_above);
    head->children |= (uint16_t)(1u << o->dependency);
    if (o->dependency == DEPENDENCY_SUBJECT)
        head->subject = index;
}

void syntax_observe(struct observations *all)
{
    uint32_t *order = order_by_heads(all);
    for (size_t i = 0; i < all->count; i++) {
        struct observation *o = &all->items[i];
        o->subject = NO_INDEX;
        o->children = 0;
        o->cue_above = o->verb_above = (struct ancestry){0};
    }
    for (size_t i = 0; i < all->count; i++)
        observe_token(all, order[i]);
    free(order);
}

/* The token of a stretch that the others depend on: the first whose head lies outside, a verb rather. */
static uint32_t head_of(const struct observations *all, struct stretch s)
{
    uint32_t best = NO_INDEX;
    for (uint32_t i = s.first; i < s.end && i < all->count; i++) {
        uint32_t head = all->items[i].head;
        if (head != NO_INDEX && s.first <= head && head < s.end)
            continue;
        if (best == NO_INDEX ||
            (!observation_is_verb(&all->items[best]) && observation_is_verb(&all->items[i])))
            best = i;
    }
    return best;
}

static bool shares_subject(const struct observation *o)
{
    return o->dependency == DEPENDENCY_COORDINATION || o->dependency == DEPENDENCY_OPEN_CLAUSE ||
           o->dependency == DEPENDENCY_ADVERBIAL || o->dependency == DEPENDENCY_AUXILIARY;
}

uint32_t syntax_subject(const struct observations *all, struct stretch stretch)
{
    enum { MOST_STEPS = 5 };
    uint32_t verb = head_of(all, stretch);
    for (int step = 0; step < MOST_STEPS && verb != NO_INDEX; step++) {
        const struct observation *o = &all->items[verb];
        if (o->subject != NO_INDEX)
            return o->subject;
        if (o->dependency == DEPENDENCY_RELATIVE)
            return o->head;
        verb = shares_subject(o) ? o->head : NO_INDEX;
    }
    return NO_INDEX;
}
