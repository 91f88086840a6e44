/* facts.c: see facts.h. Which statements share most is told by bags.c; the rules of fact_rules.h decide which
 * of them tell one fact. */
#include "facts.h"

#include "bags.h"
#include "fact_rules.h"

#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>

enum {
    RARE = 3,        /* a concept of so many sentences is rare, */
    RARE_SHARE = 16, /* and one in so many of a story's sentences more */
};

static const double STRENGTH_ONE = 1e6; /* of a pair that shares everything */

/* The product of the shares that members of one claim have with most others. */
static const double LEAST_COMPANY = 0.08;

struct facts {
    const struct vocabulary *vocabulary;
    const struct statements *statements;
    struct bags bags;
    uint32_t documents;       /* a year in more sentences than these is background: "the 2016 election" */
    VECTOR(uint32_t) story;   /* its statements, ascending */
    VECTOR(uint32_t) bag_of;  /* by place in story */
    VECTOR(uint32_t) ordered; /* the story's statements in an order that is theirs */
};

static const struct statement *statement_of(const struct facts *f, const struct bag *bag)
{
    return &f->statements->list.data[bag->statement];
}

/* ---- judging */

/* Counts a concept that both have; one in no more sentences than limit is rare. */
static void count_shared(const struct facts *f, const struct bag_item *x, const struct bag_item *y,
                         uint32_t limit, struct evidence *e)
{
    uint32_t occurrences = f->bags.occurrences.data[x->concept];
    bool inner = x->inner || y->inner, dated = x->dated || y->dated;
    bool rare = !inner && occurrences <= limit;
    bool figure = rare && x->figure && (!x->year || occurrences <= f->documents);
    e->shared += !inner;
    e->rare += rare;
    e->plain += !inner && !dated && !x->name && !y->name && !x->figure;
    e->figures += figure && !x->year; /* a year is of many things */
    e->matches += figure && x->year;
    e->weight += bags_item_weight(&f->bags, inner == x->inner ? x : y);
}

static struct evidence weigh(const struct facts *f, const struct bag *a, const struct bag *b)
{
    struct evidence e = {0};
    const struct bag_item *x = f->bags.items.data + a->first, *y = f->bags.items.data + b->first;
    uint32_t limit = RARE + f->bags.sentences / RARE_SHARE;
    for (uint32_t i = 0, j = 0; i < a->count && j < b->count;) {
        uint32_t left = x[i].concept, right = y[j].concept;
        if (left == right)
            count_shared(f, &x[i], &y[j], limit, &e);
        i += left <= right;
        j += right <= left;
    }
    uint32_t low = a->weight < b->weight ? a->weight : b->weight, high = a->weight + b->weight - low;
    e.shorter = low ? (double)e.weight / low : 0;
    e.longer = high ? (double)e.weight / high : 0;
    return e;
}

/* How many figures of one are of the same thing as one of the other's; those with two words of it count
 * twice. */
static uint32_t count_figures(const struct facts *f, const struct statement *a, const struct statement *b)
{
    const struct figure *x = f->statements->figures.data + a->first_figure,
                        *y = f->statements->figures.data + b->first_figure;
    uint32_t found = 0;
    for (uint32_t i = 0; i < a->figure_count; i++)
        for (uint32_t j = 0; j < b->figure_count; j++)
            if (figures_correspond(&x[i], &y[j]))
                found += figures_share_head(&x[i], &y[j]) ? 2 : 1;
    return found;
}

static uint32_t count_matches(const struct facts *f, const struct statement *a, const struct statement *b)
{
    const struct figure *x = f->statements->figures.data + a->first_figure,
                        *y = f->statements->figures.data + b->first_figure;
    uint32_t found = 0;
    for (uint32_t i = 0; i < a->figure_count; i++)
        for (uint32_t k = 0; k < b->figure_count; k++)
            if (figures_match(&x[i], &y[k])) {
                found++;
                break;
            }
    return found;
}

/* Whether two dates stand with one word, though with two verbs: "told members on Monday", "met members on
 * Friday". */
static bool differ_in_verb(const struct figure *a, const struct figure *b)
{
    return a->anchor.verb != CONCEPT_NONE && b->anchor.verb != CONCEPT_NONE &&
           a->anchor.verb != b->anchor.verb;
}

/* Whether two statements tell two days of one thing, or that one speaker said it on two days. */
static bool has_rivals(const struct facts *f, const struct statement *a, const struct statement *b,
                       enum speaker_relation speakers)
{
    const struct figure *all = f->statements->figures.data;
    const struct figure *x = all + a->first_figure, *y = all + b->first_figure;
    for (uint32_t i = 0; i < a->figure_count; i++)
        for (uint32_t k = 0; k < b->figure_count; k++)
            if (x[i].kind == FIGURE_DATE && figures_correspond(&x[i], &y[k]) &&
                !differ_in_verb(&x[i], &y[k]) && !figures_agree(&x[i], &y[k]))
                return true;
    return speakers <= SPEAKER_OPEN && a->saying != NO_INDEX && b->saying != NO_INDEX &&
           !figures_agree(&all[a->saying], &all[b->saying]);
}

/* Whether two sentences report what two people said. */
static bool tell_of_others(const struct facts *f, const struct statement *s, const struct statement *t)
{
    const struct speaker *speakers = f->statements->speakers.data;
    return s->reports && t->reports &&
           speaker_compare(f->vocabulary, &speakers[s->reported], &speakers[t->reported]) == SPEAKER_OTHER;
}

static bool is_year(const struct figure *figure)
{
    enum { YEAR = 360 /* days, at least */ };
    return figure->kind == FIGURE_DATE && figure->date.resolved &&
           figure->date.last - figure->date.first >= YEAR;
}

static bool is_amount(const struct figure *figure)
{
    return figure->kind == FIGURE_MONEY || figure->kind == FIGURE_PERCENT;
}

/* Whether two sentences tell amounts of two years: trade in 2022, and trade in the year after. An amount that
 * both tell makes them one fact all the same. */
static bool tell_two_years(const struct facts *f, const struct statement *s, const struct statement *t)
{
    const struct figure *x = f->statements->figures.data + s->first_figure,
                        *y = f->statements->figures.data + t->first_figure;
    bool years = false, amounts = false;
    for (uint32_t i = 0; i < s->figure_count; i++)
        for (uint32_t k = 0; k < t->figure_count; k++) {
            if (is_year(&x[i]) && is_year(&y[k]) && moments_agree(&x[i].date, &y[k].date))
                return false;
            if (is_amount(&x[i]) && x[i].kind == y[k].kind && x[i].value == y[k].value)
                return false;
            years |= is_year(&x[i]) && is_year(&y[k]);
            amounts |= is_amount(&x[i]) && x[i].kind == y[k].kind;
        }
    return years && amounts;
}

static void judge(const struct facts *f, const struct bag *a, const struct bag *b, fact_pair_vector *pairs)
{
    const struct statement *s = statement_of(f, a), *t = statement_of(f, b);
    bool quoted =
        statement_is_quoted(s) && statement_is_quoted(t) && s->quote != NO_INDEX && t->quote != NO_INDEX;
    if (s->document == t->document || quoted || tell_two_years(f, s, t))
        return;
    struct evidence e = weigh(f, a, b);
    enum speaker_relation speakers = speaker_compare(f->vocabulary, &f->statements->speakers.data[s->speaker],
                                                     &f->statements->speakers.data[t->speaker]);
    bool part = s->is_part || t->is_part;
    if (part && (s->figure_count == 0 || t->figure_count == 0))
        return; /* a clause is compared for its figure */
    e.figures += count_figures(f, s, t);
    e.matches += count_matches(f, s, t);
    if (e.matches == 0 && e.figures == 0 && tell_of_others(f, s, t))
        return; /* what two say may be one fact, but then a figure or a day tells */
    e.reported = s->kind == VERSION_INDIRECT || t->kind == VERSION_INDIRECT;
    e.rival = has_rivals(f, s, t, speakers);
    if (!evidence_suffices(&e, speakers, part))
        return;
    struct fact_pair pair = {
        .a = a->statement,
        .b = b->statement,
        .strength = (uint32_t)(STRENGTH_ONE * e.shorter * e.longer),
        .number = (uint32_t)pairs->size,
        .part = part,
        .rival = e.rival,
        .matched = e.matches > 0 || e.figures > 1,
    };
    vector_push(pairs, pair);
}

static int compare_pairs(const void *left, const void *right)
{
    const struct fact_pair *a = left, *b = right;
    int order = COMPARE(a->part, b->part);
    order = order ? order : -COMPARE(a->strength, b->strength);
    return order ? order : COMPARE(a->number, b->number);
}

/* Whatever the order of documents: by words, then by article. */
static int compare_statements(const void *left, const void *right, void *context)
{
    const struct facts *f = context;
    const struct statement *a = &f->statements->list.data[*(const uint32_t *)left];
    const struct statement *b = &f->statements->list.data[*(const uint32_t *)right];
    int order = COMPARE(a->hash, b->hash);
    order = order ? order : COMPARE(a->order, b->order);
    return order ? order : COMPARE(a->span.start, b->span.start);
}

/* Where a statement of the story stands in it. */
static size_t place_of(const struct facts *f, uint32_t statement)
{
    size_t low = 0, high = f->story.size;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (f->story.data[middle] <= statement)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct facts *facts_new(const struct statements *statements, const uint32_t *story, size_t count)
{
    struct facts *f = memory_calloc(1, sizeof *f);
    f->vocabulary = f->bags.vocabulary = statements->vocabulary;
    f->statements = f->bags.statements = statements;
    for (size_t i = 0; i < count; i++)
        f->documents += i == 0 || statements->list.data[story[i]].document !=
                                      statements->list.data[story[i - 1]].document;
    for (size_t i = 0; i < count; i++) {
        vector_push(&f->story, story[i]);
        vector_push(&f->bag_of, 0);
        vector_push(&f->ordered, story[i]);
    }
    if (count)
        qsort_r(f->ordered.data, count, sizeof *f->ordered.data, compare_statements, f);
    for (uint32_t i = 0; i < count; i++) {
        f->bag_of.data[place_of(f, f->ordered.data[i])] = i;
        bags_add(&f->bags, f->ordered.data[i]);
    }
    bags_index(&f->bags);
    return f;
}

void facts_find(struct facts *f, fact_pair_vector *pairs)
{
    for (uint32_t i = 0; i < f->bags.list.size; i++) {
        bags_propose(&f->bags, i);
        vector_each (&f->bags.index.found, candidate)
            judge(f, &f->bags.list.data[i], &f->bags.list.data[candidate->item], pairs);
    }
    if (pairs->size)
        qsort(pairs->data, pairs->size, sizeof *pairs->data, compare_pairs);
}

static const struct bag *bag_of(const struct facts *f, uint32_t statement)
{
    return &f->bags.list.data[f->bag_of.data[place_of(f, statement)]];
}

bool facts_are_alike(const struct facts *f, uint32_t a, uint32_t b)
{
    struct evidence e = weigh(f, bag_of(f, a), bag_of(f, b));
    return e.shared >= 2 && e.rare >= 1 && e.shorter * e.longer >= LEAST_COMPANY;
}

uint32_t facts_count_shared(const struct facts *f, uint32_t a, uint32_t b)
{
    return weigh(f, bag_of(f, a), bag_of(f, b)).shared;
}

bool facts_may_meet(const struct facts *f, uint32_t a, uint32_t b)
{
    const struct bag *bag_a = bag_of(f, a), *bag_b = bag_of(f, b);
    struct evidence e = weigh(f, bag_a, bag_b);
    return e.shorter * e.longer >= LEAST_COMPANY ||
           count_figures(f, statement_of(f, bag_a), statement_of(f, bag_b)) > 0;
}

void facts_free(struct facts *f)
{
    if (!f)
        return;
    bags_release(&f->bags);
    vector_release(&f->story);
    vector_release(&f->bag_of);
    vector_release(&f->ordered);
    free(f);
}
