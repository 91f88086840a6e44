/* stories.c: see stories.h.
 *
 * A document is a vector of its most telling terms: stems of names (capitalised inside a sentence), pairs of
 * words in a row that another document has too, and, weighing less, other words; by frequency here, the
 * headline counted more than once, and by rarity in the corpus. Rarity is smoothed with an imagined
 * background of articles that have none of the terms, so that five articles of one event are not told that
 * their shared names are common. Neighbours come from an inverted index; pairs are taken most similar first,
 * and two groups join when their sums are similar too, so that one article that touches two events does not
 * chain them (agglomerative clustering with centroids; van Rijsbergen 1979, ch. 3). */
#include "stories.h"

#include "groups.h"
#include "postings.h"
#include "term_counts.h"
#include "terms.h"

#include "whosaid/base/array.h"
#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"

#include <math.h>
#include <stdlib.h>

enum {
    MOST_WORDS = 1200,   /* of a document that are read for terms */
    MOST_TERMS = 120,    /* of a document or group that are kept */
    MOST_POSTINGS = 128, /* of one term that propose neighbours */
    BACKGROUND = 60,     /* imagined documents */
    DAYS_APART = 10,     /* documents further apart are never compared */
    TITLE_WEIGHT = 3,    /* times that a word of the headline counts */
};

#define PAIR_TERM (UINT32_C(1) << 31) /* terms that are two words; single ones are below */

static const float NAME_WEIGHT = 1.0f, OTHER_WEIGHT = 0.6f;
static const float SIMILARITY = 0.22f /* of two documents, and of the groups they are in */;

struct group {
    term_vector terms; /* by their numbers, see term_number; ascending */
    float norm;
    int32_t first_day, last_day;
    bool dated;
};

struct pair {
    uint32_t a, b; /* ranks: places of documents in canonical order */
    float similarity;
};

struct seen {
    uint32_t term, count, names; /* occurrences of a term in a document; those that are names */
};

typedef VECTOR(struct seen) seen_vector;

struct grouper {
    struct vocabulary *vocabulary;
    const struct document *documents;
    VECTOR(uint32_t) order;      /* documents that could be read, in canonical order */
    VECTOR(struct group) groups; /* by rank */
    struct term_counts counts;
    struct postings index; /* of ranks by the number of a term */
    VECTOR(struct pair) pairs;
    uint32_t *parent; /* by rank: union-find */
};

/* ---- terms of a document */

/* A term of a group to its number among all, and whether it is two words. */
static uint32_t term_number(uint32_t term)
{
    return term & ~PAIR_TERM;
}

static bool is_pair(uint32_t term)
{
    return (term & PAIR_TERM) != 0;
}

/* Two content words in a row, "birthright citizenship", name an event better than either. */
static uint32_t pair_key(uint32_t first, uint32_t second)
{
    return (uint32_t)hash_mix((uint64_t)first << 32 | second) | PAIR_TERM;
}

/* Counts one occurrence of a term in the document that is read. */
static void see_term(struct grouper *g, uint32_t key, bool name, seen_vector *seen)
{
    bool first;
    uint32_t document = (uint32_t)g->groups.size; /* from 1: its own group is the last */
    uint32_t number = term_counts_meet(&g->counts, key, document, &first);
    if (first) {
        g->counts.terms.data[number].place = (uint32_t)seen->size;
        vector_push(seen, ((struct seen){number | (key & PAIR_TERM), 0, 0}));
    }
    struct seen *entry = &seen->data[g->counts.terms.data[number].place];
    entry->count++;
    entry->names += name;
}

/* One entry a term. */
static void count_terms(struct grouper *g, const word_vector *words, seen_vector *seen)
{
    uint32_t last = 0;
    size_t previous = SIZE_MAX;
    for (size_t i = 0; i < words->size && i < MOST_WORDS; i++) {
        const struct word *word = &words->data[i];
        const struct form *form = vocabulary_form(g->vocabulary, word->form);
        if (form->kind != FORM_CONTENT || form->number != FORM_NO_NUMBER || form->text.size < 2)
            continue;
        see_term(g, form->stem, (word->flags & WORD_CAPITAL) && !(word->flags & WORD_INITIAL), seen);
        if (i > 0 && previous == i - 1)
            see_term(g, pair_key(last, form->stem), true, seen);
        last = form->stem;
        previous = i;
    }
}

/* The words of the headline, which count for more, and of the body. */
static void scan_article(struct grouper *g, const struct article *article, word_vector *words)
{
    span_vector body = {0};
    struct str title = article_str(article, article->title);
    for (int i = 0; i < TITLE_WEIGHT; i++)
        words_scan(g->vocabulary, title, (struct span){0, (uint32_t)title.size}, words);
    article_body(article, &body);
    vector_each (&body, part)
        words_scan(g->vocabulary, article_text(article), *part, words);
    vector_release(&body);
}

/* Raw weights: frequency and kind; rarity follows when all documents are counted. */
static void read_terms(struct grouper *g, const struct article *article, struct group *group)
{
    word_vector words = {0};
    seen_vector seen = {0};
    scan_article(g, article, &words);
    count_terms(g, &words, &seen);
    vector_each (&seen, one) {
        bool name = one->names * 2 >= one->count && one->names > 0;
        struct term term = {one->term,
                            (name ? NAME_WEIGHT : OTHER_WEIGHT) * (1.0f + logf((float)one->count))};
        vector_push(&group->terms, term);
    }
    group->dated = article_day(article, &group->first_day);
    group->last_day = group->first_day;
    vector_release(&words);
    vector_release(&seen);
}

static uint32_t holders_of(const struct grouper *g, const struct term *term)
{
    return g->counts.terms.data[term_number(term->stem)].documents;
}

/* What one document alone has in a row is noise. */
static void drop_lone_pairs(const struct grouper *g, term_vector *terms)
{
    size_t kept = 0;
    for (size_t i = 0; i < terms->size; i++)
        if (!is_pair(terms->data[i].stem) || holders_of(g, &terms->data[i]) > 1)
            terms->data[kept++] = terms->data[i];
    terms->size = kept;
}

static void weigh_terms(const struct grouper *g, struct group *group)
{
    float documents = (float)g->order.size + BACKGROUND;
    drop_lone_pairs(g, &group->terms);
    vector_each (&group->terms, term)
        term->weight *= logf(documents / (float)holders_of(g, term));
    terms_keep_heaviest(&group->terms, MOST_TERMS);
    group->norm = terms_norm(&group->terms);
    vector_each (&group->terms, term)
        term->weight /= group->norm > 0 ? group->norm : 1;
    group->norm = group->norm > 0 ? 1 : 0;
}

/* ---- neighbours */

/* Cosine of the angle between both. */
static float similarity(const struct group *a, const struct group *b)
{
    return a->norm > 0 && b->norm > 0 ? terms_dot(&a->terms, &b->terms) / (a->norm * b->norm) : 0;
}

static bool days_agree(const struct group *a, const struct group *b)
{
    if (!a->dated || !b->dated)
        return true;
    return (int64_t)a->first_day - b->last_day <= DAYS_APART &&
           (int64_t)b->first_day - a->last_day <= DAYS_APART;
}

/* A term of one document proposes nobody. */
static void index_terms(struct grouper *g)
{
    for (uint32_t rank = 0; rank < g->groups.size; rank++)
        vector_each (&g->groups.data[rank].terms, term)
            if (holders_of(g, term) > 1)
                postings_add(&g->index, term_number(term->stem), rank);
    postings_index(&g->index, g->counts.terms.size, g->groups.size);
}

/* Leaves the later documents that share most with the one at rank in g->index.found. */
static void find_neighbours(struct grouper *g, uint32_t rank)
{
    postings_ask(&g->index, rank);
    vector_each (&g->groups.data[rank].terms, term)
        postings_ask_term(&g->index, term_number(term->stem), term->weight * term->weight, MOST_POSTINGS);
    candidates_keep_best(&g->index.found, STORIES_MOST_NEIGHBOURS);
}

static void find_pairs(struct grouper *g)
{
    for (uint32_t rank = 0; rank < g->groups.size; rank++) {
        find_neighbours(g, rank);
        vector_each (&g->index.found, neighbour) {
            const struct group *a = &g->groups.data[rank], *b = &g->groups.data[neighbour->item];
            float alike = days_agree(a, b) ? similarity(a, b) : 0;
            if (alike >= SIMILARITY)
                vector_push(&g->pairs, ((struct pair){rank, neighbour->item, alike}));
        }
    }
}

/* ---- groups */

static int compare_pairs(const void *left, const void *right)
{
    const struct pair *p = left, *q = right;
    int order = -COMPARE(p->similarity, q->similarity);
    order = order ? order : COMPARE(p->a, q->a);
    return order ? order : COMPARE(p->b, q->b);
}

static void absorb(struct group *a, struct group *b)
{
    term_vector sum = {0};
    terms_add(&a->terms, &b->terms, &sum);
    vector_release(&a->terms);
    vector_release(&b->terms);
    a->terms = sum;
    terms_keep_heaviest(&a->terms, MOST_TERMS);
    a->norm = terms_norm(&a->terms);
    if (b->dated) {
        a->first_day = a->dated && a->first_day < b->first_day ? a->first_day : b->first_day;
        a->last_day = a->dated && a->last_day > b->last_day ? a->last_day : b->last_day;
        a->dated = true;
    }
}

static void merge_groups(struct grouper *g)
{
    if (g->pairs.size)
        qsort(g->pairs.data, g->pairs.size, sizeof *g->pairs.data, compare_pairs);
    vector_each (&g->pairs, pair) {
        uint32_t a = group_root(g->parent, pair->a), b = group_root(g->parent, pair->b);
        if (a == b || !days_agree(&g->groups.data[a], &g->groups.data[b]) ||
            similarity(&g->groups.data[a], &g->groups.data[b]) < SIMILARITY)
            continue;
        uint32_t into = a < b ? a : b, from = a < b ? b : a;
        absorb(&g->groups.data[into], &g->groups.data[from]);
        g->parent[from] = into;
    }
}

/* ---- all together */

static int compare_documents(const void *left, const void *right, void *context)
{
    const struct document *documents = context;
    const struct article *a = documents[*(const uint32_t *)left].article,
                         *b = documents[*(const uint32_t *)right].article;
    int32_t day_a = 0, day_b = 0;
    article_day(a, &day_a);
    article_day(b, &day_b);
    int order = COMPARE(day_a, day_b);
    order = order ? order : COMPARE(a->content_hash, b->content_hash);
    order = order ? order : str_compare(article_str(a, a->path), article_str(b, b->path));
    return order ? order : COMPARE(*(const uint32_t *)left, *(const uint32_t *)right);
}

static void read_documents(struct grouper *g, size_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (g->documents[i].article)
            vector_push(&g->order, i);
    if (g->order.size)
        qsort_r(g->order.data, g->order.size, sizeof *g->order.data, compare_documents, (void *)g->documents);
    g->parent = memory_calloc(g->order.size, sizeof *g->parent);
    for (uint32_t rank = 0; rank < g->order.size; rank++) {
        g->parent[rank] = rank;
        read_terms(g, g->documents[g->order.data[rank]].article, vector_add(&g->groups));
    }
    vector_each (&g->groups, group)
        weigh_terms(g, group);
}

/* Numbers the stories by their first document. */
static size_t number_stories(struct grouper *g, size_t count, uint32_t *story_of)
{
    uint32_t *number = memory_alloc(g->order.size * sizeof *number);
    uint32_t *rank_of = memory_calloc(count, sizeof *rank_of);
    size_t stories = 0;
    for (uint32_t rank = 0; rank < g->order.size; rank++) {
        number[rank] = NO_INDEX;
        rank_of[g->order.data[rank]] = rank;
    }
    for (uint32_t i = 0; i < count; i++) {
        story_of[i] = NO_INDEX;
        if (!g->documents[i].article)
            continue;
        uint32_t root = group_root(g->parent, rank_of[i]);
        if (number[root] == NO_INDEX)
            number[root] = (uint32_t)stories++;
        story_of[i] = number[root];
    }
    free(number);
    free(rank_of);
    return stories;
}

static void release(struct grouper *g)
{
    vector_each (&g->groups, group)
        vector_release(&group->terms);
    vector_release(&g->order);
    vector_release(&g->groups);
    term_counts_release(&g->counts);
    postings_release(&g->index);
    vector_release(&g->pairs);
    free(g->parent);
}

size_t stories_group(struct vocabulary *vocabulary, const struct document *documents, size_t count,
                     uint32_t *story_of)
{
    struct grouper g = {.vocabulary = vocabulary, .documents = documents};
    read_documents(&g, count);
    index_terms(&g);
    find_pairs(&g);
    merge_groups(&g);
    size_t stories = number_stories(&g, count, story_of);
    release(&g);
    return stories;
}
