/* facts.c: see facts.h.
 *
 * A statement is a set of concepts (stems, synonyms and numbers folded), each weighted by its rarity in the
 * story. An inverted index proposes those that share most weight; the rules of fact_rules.h decide. */
#include "facts.h"

#include "fact_rules.h"

#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"

#include <math.h>
#include <stdlib.h>

enum {
    MOST_POSTINGS = 96,   /* of one concept that propose to a statement */
    UNIT = 256,           /* a weight of one */
    LEAST_SHARE = 100,    /* no rule asks for less of both weights than one in so many */
    INNER_SHARE = 3,      /* a word inside a name weighs one in so many */
    LEAST_SENTENCES = 30, /* fewer do not tell which words are rare */
    RARE = 3,             /* a concept of so many sentences is rare, */
    RARE_SHARE = 16,      /* and one in so many of a story's sentences more */
};

static const double STRENGTH_ONE = 1e6; /* of a pair that shares everything */

/* The product of the shares that members of one claim have with most others. */
static const double LEAST_COMPANY = 0.08;

/* A concept as one statement has it. */
struct item {
    uint32_t concept;
    bool figure; /* written in digits, two or more */
    bool year;   /* four digits without a comma */
    bool dated;  /* stands in a date, which is compared as such */
    bool name;   /* begins with a capital inside a sentence */
    bool inner;  /* only behind another word of the same name: a name is one thing, of however many words */
};

struct bag {
    uint32_t statement;
    uint32_t first, count; /* distinct concepts, ascending, in facts.items */
    uint32_t weight;       /* of all of them */
    uint32_t document;
};

struct posting {
    uint32_t concept, bag;
};

struct candidate {
    uint32_t bag, weight; /* of the concepts shared */
};

struct facts {
    const struct vocabulary *vocabulary;
    const struct statements *statements;
    VECTOR(struct bag) bags;
    VECTOR(struct item) items;
    VECTOR(struct posting) postings;
    VECTOR(uint32_t) first_posting; /* by concept, and one past the last */
    VECTOR(uint32_t) occurrences;   /* by concept: sentences that have it, clauses apart */
    VECTOR(uint32_t) weights;       /* by concept */
    uint32_t sentences;             /* how many there are */
    uint32_t documents;      /* a year in more sentences than these is background: "the 2016 election" */
    VECTOR(uint32_t) shared; /* by bag: weight shared with the bag at hand; zero between bags */
    VECTOR(struct candidate) candidates;
    VECTOR(uint32_t) story;   /* its statements, ascending */
    VECTOR(uint32_t) bag_of;  /* by place in story */
    VECTOR(uint32_t) ordered; /* the story's statements in an order that is theirs */
};

static const struct statement *statement_of(const struct facts *f, const struct bag *bag)
{
    return &f->statements->list.data[bag->statement];
}

static int compare_items(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    int order = COMPARE(a->concept, b->concept);
    return order ? order : COMPARE(a->inner, b->inner);
}

static void add_words(struct facts *f, const struct statement *s, const struct word *words, uint32_t count)
{
    const struct figure *figures = f->statements->figures.data + s->first_figure;
    bool in_name = false;
    uint32_t next = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool capital = words[i].flags & WORD_CAPITAL;
        const struct form *form = vocabulary_form(f->vocabulary, words[i].form);
        bool figure = form->text.size > 1 && form->text.data[0] >= '0' && form->text.data[0] <= '9';
        bool next_capital = i + 1 < count && words[i + 1].flags & WORD_CAPITAL &&
                            words[i + 1].span.start - words[i].span.end <= 2;
        bool name = capital && (!(words[i].flags & WORD_INITIAL) || next_capital);
        while (next < s->figure_count && figures[next].span.end <= words[i].span.start)
            next++;
        bool dated = next < s->figure_count && figures[next].kind == FIGURE_DATE &&
                     figures[next].span.start <= words[i].span.start;
        bool year = figure && form->text.size == 4 && words[i].span.end - words[i].span.start == 4;
        struct item item = {form->concept, figure, year, dated, name, in_name && capital};
        if (word_has_content(f->vocabulary, &words[i]))
            vector_push(&f->items, item);
        in_name = capital && i + 1 < count && words[i + 1].span.start - words[i].span.end <= 2;
    }
}

static void add_bag(struct facts *f, uint32_t statement)
{
    const struct statement *s = &f->statements->list.data[statement];
    struct bag bag = {.statement = statement, .first = (uint32_t)f->items.size, .document = s->document};
    if (s->told_count)
        add_words(f, s, statement_told(f->statements, s), s->told_count);
    else
        add_words(f, s, statement_words(f->statements, s), s->count);
    struct item *own = f->items.data + bag.first;
    size_t count = f->items.size - bag.first;
    if (count)
        qsort(own, count, sizeof *own, compare_items);
    for (size_t i = 0; i < count; i++)
        if (!bag.count || own[bag.count - 1].concept != own[i].concept)
            own[bag.count++] = own[i];
    f->items.size = bag.first + bag.count;
    vector_push(&f->bags, bag);
}

static uint32_t occurrences(const struct facts *f, uint32_t concept)
{
    return f->occurrences.data[concept];
}

static uint32_t item_weight(const struct facts *f, const struct item *item)
{
    return f->weights.data[item->concept] / (item->inner ? INNER_SHARE : 1);
}

static void count_occurrences(struct facts *f, size_t keys)
{
    vector_clear(&f->occurrences);
    for (size_t i = 0; i <= keys; i++)
        vector_push(&f->occurrences, 0);
    f->sentences = 0;
    vector_each (&f->bags, bag) {
        bool whole = !statement_of(f, bag)->is_part;
        f->sentences += whole;
        for (uint32_t i = 0; whole && i < bag->count; i++)
            f->occurrences.data[f->items.data[bag->first + i].concept]++;
    }
}

/* What a concept tells: the rarer in the story, the more. */
static void weigh_concepts(struct facts *f, size_t keys)
{
    double sentences = f->sentences < LEAST_SENTENCES ? LEAST_SENTENCES : (double)f->sentences;
    vector_clear(&f->weights);
    for (size_t i = 0; i <= keys; i++) {
        uint32_t count = f->occurrences.data[i];
        vector_push(&f->weights, count ? (uint32_t)(UNIT * log2(1.0 + sentences / count)) : 0);
    }
}

static int compare_concepts(const void *left, const void *right)
{
    return COMPARE(*(const uint32_t *)left, *(const uint32_t *)right);
}

/* Numbers the story's concepts from 0 in their order, so that what is kept for each grows with the story and
 * not with the vocabulary. Returns how many there are. */
static size_t number_concepts(struct facts *f)
{
    VECTOR(uint32_t) concepts = {0};
    vector_each (&f->items, item)
        vector_push(&concepts, item->concept);
    if (concepts.size)
        qsort(concepts.data, concepts.size, sizeof *concepts.data, compare_concepts);
    size_t count = 0;
    for (size_t i = 0; i < concepts.size; i++)
        if (!count || concepts.data[count - 1] != concepts.data[i])
            concepts.data[count++] = concepts.data[i];
    vector_each (&f->items, item) {
        const uint32_t *place =
            bsearch(&item->concept, concepts.data, count, sizeof *concepts.data, compare_concepts);
        item->concept = (uint32_t)(place - concepts.data);
    }
    vector_release(&concepts);
    return count;
}

/* Counting sort of the concepts of all bags. */
static void index_bags(struct facts *f)
{
    size_t keys = number_concepts(f);
    vector_clear(&f->first_posting);
    for (size_t i = 0; i <= keys + 1; i++)
        vector_push(&f->first_posting, 0);
    uint32_t *first = f->first_posting.data;
    for (size_t i = 0; i < f->items.size; i++)
        first[f->items.data[i].concept + 2]++;
    for (size_t i = 2; i <= keys + 1; i++)
        first[i] += first[i - 1];
    vector_clear(&f->postings);
    for (size_t i = 0; i < f->items.size; i++)
        vector_push(&f->postings, ((struct posting){0, 0}));
    for (uint32_t b = 0; b < f->bags.size; b++)
        for (uint32_t i = 0; i < f->bags.data[b].count; i++) {
            uint32_t concept = f->items.data[f->bags.data[b].first + i].concept;
            f->postings.data[first[concept + 1]++] = (struct posting){concept, b};
        }
    count_occurrences(f, keys);
    weigh_concepts(f, keys);
    vector_each (&f->bags, bag)
        for (uint32_t i = 0; i < bag->count; i++)
            bag->weight += item_weight(f, &f->items.data[bag->first + i]);
}

/* ---- judging */

static struct evidence weigh(const struct facts *f, const struct bag *a, const struct bag *b)
{
    struct evidence e = {0};
    const struct item *x = f->items.data + a->first, *y = f->items.data + b->first;
    uint32_t limit = RARE + f->sentences / RARE_SHARE;
    for (uint32_t i = 0, j = 0; i < a->count && j < b->count;) {
        uint32_t left = x[i].concept, right = y[j].concept;
        if (left == right) {
            bool inner = x[i].inner || y[j].inner;
            bool dated = x[i].dated || y[j].dated;
            e.shared += !inner;
            bool rare = !inner && occurrences(f, left) <= limit;
            e.rare += rare;
            e.plain += !inner && !dated && !x[i].name && !y[j].name && !x[i].figure;
            bool figure = rare && x[i].figure && (!x[i].year || occurrences(f, left) <= f->documents);
            e.figures += figure && !x[i].year; /* a year is of many things */
            e.matches += figure && x[i].year;
            e.weight += item_weight(f, inner == x[i].inner ? &x[i] : &y[j]);
        }
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
    if (!evidence_suffices(&e, speakers, part))
        return;
    struct fact_pair pair = {
        .a = a->statement,
        .b = b->statement,
        .strength = (uint32_t)(STRENGTH_ONE * e.shorter * e.longer),
        .number = (uint32_t)pairs->size,
        .part = part,
        .matched = e.matches > 0 || e.figures > 1,
    };
    vector_push(pairs, pair);
}

static int compare_candidates(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    int order = -COMPARE(a->weight, b->weight);
    return order ? order : COMPARE(a->bag, b->bag);
}

/* The first posting of a concept whose bag comes after this one. */
static uint32_t posting_after(const struct facts *f, uint32_t concept, uint32_t bag)
{
    uint32_t low = f->first_posting.data[concept], high = f->first_posting.data[concept + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (f->postings.data[middle].bag <= bag)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Leaves the best later bags for this one in f->candidates. */
static void propose(struct facts *f, uint32_t index)
{
    const struct bag *bag = &f->bags.data[index];
    vector_clear(&f->candidates);
    for (uint32_t i = 0; i < bag->count; i++) {
        const struct item *item = &f->items.data[bag->first + i];
        uint32_t concept = item->concept, weight = item_weight(f, item);
        uint32_t at = posting_after(f, concept, index), end = f->first_posting.data[concept + 1];
        for (uint32_t k = at; k < end && k < at + MOST_POSTINGS; k++) {
            uint32_t other = f->postings.data[k].bag;
            if (f->bags.data[other].document == bag->document)
                continue;
            if (!f->shared.data[other])
                vector_push(&f->candidates, ((struct candidate){other, 0}));
            f->shared.data[other] += weight;
        }
    }
    size_t kept = 0;
    for (size_t i = 0; i < f->candidates.size; i++) {
        struct candidate candidate = {f->candidates.data[i].bag, f->shared.data[f->candidates.data[i].bag]};
        f->shared.data[candidate.bag] = 0;
        if ((uint64_t)candidate.weight * candidate.weight * LEAST_SHARE >=
            (uint64_t)bag->weight * f->bags.data[candidate.bag].weight)
            f->candidates.data[kept++] = candidate;
    }
    f->candidates.size = kept;
    if (f->candidates.size)
        qsort(f->candidates.data, f->candidates.size, sizeof *f->candidates.data, compare_candidates);
    if (f->candidates.size > FACTS_MOST_CANDIDATES)
        f->candidates.size = FACTS_MOST_CANDIDATES;
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

struct facts *facts_new(const struct vocabulary *vocabulary, const struct statements *statements,
                        const uint32_t *story, size_t count)
{
    struct facts *f = memory_calloc(1, sizeof *f);
    f->vocabulary = vocabulary;
    f->statements = statements;
    for (size_t i = 0; i < count; i++)
        f->documents += i == 0 || statements->list.data[story[i]].document !=
                                      statements->list.data[story[i - 1]].document;
    for (size_t i = 0; i < count; i++) {
        vector_push(&f->story, story[i]);
        vector_push(&f->bag_of, 0);
        vector_push(&f->shared, 0);
        vector_push(&f->ordered, story[i]);
    }
    if (count)
        qsort_r(f->ordered.data, count, sizeof *f->ordered.data, compare_statements, f);
    for (uint32_t i = 0; i < count; i++) {
        f->bag_of.data[place_of(f, f->ordered.data[i])] = i;
        add_bag(f, f->ordered.data[i]);
    }
    index_bags(f);
    return f;
}

void facts_find(struct facts *f, fact_pair_vector *pairs)
{
    for (uint32_t i = 0; i < f->bags.size; i++) {
        propose(f, i);
        vector_each (&f->candidates, candidate)
            judge(f, &f->bags.data[i], &f->bags.data[candidate->bag], pairs);
    }
    if (pairs->size)
        qsort(pairs->data, pairs->size, sizeof *pairs->data, compare_pairs);
}

static const struct bag *bag_of(const struct facts *f, uint32_t statement)
{
    return &f->bags.data[f->bag_of.data[place_of(f, statement)]];
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
    vector_release(&f->bags);
    vector_release(&f->items);
    vector_release(&f->postings);
    vector_release(&f->first_posting);
    vector_release(&f->occurrences);
    vector_release(&f->weights);
    vector_release(&f->shared);
    vector_release(&f->candidates);
    vector_release(&f->story);
    vector_release(&f->bag_of);
    vector_release(&f->ordered);
    free(f);
}
