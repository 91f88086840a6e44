/* join.c: see join.h.
 *
 * Per story: statements with the same words and speaker become one node; candidates.c proposes for each node
 * longer ones that share most rare words; verdict.c and retold.c judge; a union-find joins. */
#include "join.h"

#include "align.h"
#include "candidates.h"
#include "clashes.h"
#include "facts.h"
#include "groups.h"
#include "retold.h"
#include "slips.h"
#include "verdict.h"

#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_ASKED = 6, /* of a group, before a fact joins it */
    FEW_NODES = 30, /* a story has no fewer, when it comes to how rare a word is */
};

struct edge {
    uint32_t a, b; /* statements */
    struct judgement judgement;
    uint32_t number; /* in the order found */
};

struct joiner {
    const struct vocabulary *vocabulary;
    const struct statements *statements;
    struct joined *joined;
    struct candidates candidates; /* of the story at hand */
    VECTOR(struct edge) edges;
    VECTOR(struct edge) retold; /* one remark in other words, as far as two statements tell */
    uint32_t *speaker_of;       /* by group: a named speaker among its statements, 0 none */
    uint32_t *next;             /* by statement: the next of its group, in a ring */
    VECTOR(uint32_t) story;     /* statements of the story at hand, by document; no terms */
    uint32_t document_count;    /* of the story */
    fact_pair_vector facts;
    VECTOR(uint8_t) told; /* by document: whether the group at hand has a version of it */
    struct rarity rarity;
    struct aligner aligner;
    struct alignment alignment;
};

/* The lowest statement names the group. */
static void unite(struct joiner *j, uint32_t a, uint32_t b)
{
    uint32_t *group = j->joined->group;
    uint32_t after = j->next[a];
    if (group_root(group, a) != group_root(group, b)) { /* two rings become one */
        j->next[a] = j->next[b];
        j->next[b] = after;
    }
    a = group_root(group, a);
    b = group_root(group, b);
    uint32_t low = a < b ? a : b, high = a < b ? b : a;
    group[high] = low;
    if (!j->speaker_of[low])
        j->speaker_of[low] = j->speaker_of[high];
}

static uint32_t stem_count(const struct joiner *j, const struct word *word)
{
    return j->candidates.statements_with.data[vocabulary_form(j->vocabulary, word->form)->stem];
}

/* Alike in content: of the words aligned, enough are rare in this story; what everybody mentions makes
 * nothing alike. */
static bool are_alike(const struct joiner *j, const struct statement *a, const struct statement *b)
{
    uint32_t shorter =
        statement_evidence(a) < statement_evidence(b) ? statement_evidence(a) : statement_evidence(b);
    size_t rare = 0;
    size_t limit = 3 + j->candidates.nodes.size / 16;
    const struct word *words_a = statement_words(j->statements, a),
                      *words_b = statement_words(j->statements, b);
    for (size_t i = 0; i < j->alignment.pairs.size; i++) {
        const struct word *x = &words_a[j->alignment.pairs.data[i].a],
                          *y = &words_b[j->alignment.pairs.data[i].b];
        if (!word_has_content(j->vocabulary, x) || !word_has_content(j->vocabulary, y))
            continue;
        rare += stem_count(j, x) <= limit && stem_count(j, y) <= limit;
    }
    return a->document != b->document && rare >= 2 && j->alignment.content * 3 >= shorter;
}

/* Whether b may tell in its own words what a says; then the pair is kept for unite_retold. */
static bool judge_retold(struct joiner *j, const struct statement *a, const struct statement *b,
                         struct judgement *judgement)
{
    if (a->document == b->document || (a->kind == VERSION_DIRECT && b->kind == VERSION_DIRECT))
        return false;
    judgement->strength = retold_judge(j->statements, &j->rarity, judgement->speakers, a, b);
    if (judgement->strength <= 0)
        return false;
    uint32_t x = (uint32_t)(a - j->statements->list.data), y = (uint32_t)(b - j->statements->list.data);
    vector_push(&j->retold, ((struct edge){x, y, *judgement, (uint32_t)j->retold.size}));
    return true;
}

static void judge(struct joiner *j, const struct node *node, const struct node *other)
{
    const struct statement *a = &j->statements->list.data[node->statement];
    const struct statement *b = &j->statements->list.data[other->statement];
    align_statements(&j->aligner, j->statements, a, b, &j->alignment);
    struct judgement judgement = verdict_judge(j->statements, &j->rarity, a, b, &j->alignment);
    if (judgement.same)
        vector_push(&j->edges,
                    ((struct edge){node->statement, other->statement, judgement, (uint32_t)j->edges.size}));
    else if (!judge_retold(j, a, b, &judgement) && are_alike(j, a, b))
        vector_push(&j->joined->alike, ((struct alike){node->statement, other->statement}));
}

/* Surest first: the same speaker, then the strongest. Edges are found in canonical order, so the sort is made
 * stable. */
static int compare_edges(const void *left, const void *right)
{
    const struct edge *a = left, *b = right;
    int order = COMPARE(a->judgement.speakers != SPEAKER_SAME, b->judgement.speakers != SPEAKER_SAME);
    order = order ? order : -COMPARE(a->judgement.exact, b->judgement.exact);
    order = order ? order : -COMPARE(a->judgement.strength, b->judgement.strength);
    return order ? order : COMPARE(a->number, b->number);
}

/* Two claims of different speakers do not become one through a version that names nobody, unless word for
 * word. */
static bool speakers_agree(const struct joiner *j, const struct edge *edge)
{
    if (edge->judgement.exact || edge->judgement.speakers == SPEAKER_SAME)
        return true;
    const struct speaker *speakers = j->statements->speakers.data;
    uint32_t a = j->speaker_of[group_root(j->joined->group, edge->a)];
    uint32_t b = j->speaker_of[group_root(j->joined->group, edge->b)];
    return speaker_compare(j->vocabulary, &speakers[a], &speakers[b]) != SPEAKER_OTHER;
}

static void unite_edges(struct joiner *j)
{
    if (j->edges.size)
        qsort(j->edges.data, j->edges.size, sizeof *j->edges.data, compare_edges);
    vector_each (&j->edges, edge) {
        if (!speakers_agree(j, edge))
            continue;
        unite(j, edge->a, edge->b);
        const struct statement *a = &j->statements->list.data[edge->a],
                               *b = &j->statements->list.data[edge->b];
        bool changed = a->hash != b->hash || a->count != b->count;
        j->joined->changed[edge->a] |= changed;
        j->joined->changed[edge->b] |= changed;
    }
}

/* Marks the documents with a version in the statement's group as told, when set. Returns whether one was
 * marked. */
static bool mark_documents(struct joiner *j, uint32_t statement, bool told, bool set)
{
    bool any = false;
    uint32_t at = statement;
    do {
        uint32_t document = j->statements->list.data[at].document;
        any |= j->told.data[document];
        if (set)
            j->told.data[document] = told;
        at = j->next[at];
    } while (at != statement);
    return any;
}

/* Whether an article would tell the claim twice: then it is two facts,
 * of which one article makes a sentence. */
static bool share_document(struct joiner *j, uint32_t a, uint32_t b)
{
    (void)mark_documents(j, a, true, true);
    bool shared = mark_documents(j, b, false, false);
    (void)mark_documents(j, a, false, true);
    return shared;
}

/* Whether a statement fits most of a group, of which the first few are asked: facts are not chained through a
 * sentence that tells two of them. */
static bool fits_group(const struct joiner *j, const struct facts *facts, uint32_t statement, uint32_t member)
{
    int asked = 0, agreed = 0;
    uint32_t at = member;
    do {
        if (!j->statements->list.data[at].is_term) {
            asked++;
            agreed += facts_may_meet(facts, statement, at);
        }
        at = j->next[at];
    } while (at != member && asked < MOST_ASKED);
    return agreed * 2 >= asked;
}

/* The statement of a sentence's number i: itself, then its clauses. */
static uint32_t statement_of_sentence(const struct joiner *j, uint32_t sentence, uint32_t i)
{
    return i == 0 ? sentence : j->statements->list.data[sentence].first_part + i - 1;
}

/* Whether the sentences of the two are in one claim already, or clauses of them. */
static bool is_told(const struct joiner *j, const struct fact_pair *pair)
{
    const struct statement *list = j->statements->list.data;
    uint32_t a = list[pair->a].is_part ? list[pair->a].whole : pair->a;
    uint32_t b = list[pair->b].is_part ? list[pair->b].whole : pair->b;
    for (uint32_t i = 0; i <= list[a].part_count; i++)
        for (uint32_t k = 0; k <= list[b].part_count; k++)
            if (group_root(j->joined->group, statement_of_sentence(j, a, i)) ==
                group_root(j->joined->group, statement_of_sentence(j, b, k)))
                return true;
    return false;
}

/* Whether the claim of a has a piece of b's sentence already, such as its report; a large one is not asked to
 * the end. */
static bool meets_piece(const struct joiner *j, uint32_t a, uint32_t b)
{
    enum { MOST_VERSIONS = 24 };
    const struct statement *list = j->statements->list.data;
    uint32_t at = a, asked = 0;
    do {
        if (list[at].document == list[b].document && span_overlaps(list[at].span, list[b].span))
            return true;
        at = j->next[at];
    } while (at != a && ++asked < MOST_VERSIONS);
    return false;
}

/* Pairs that contradict each other have the first choice of a second place. */
static void add_rivals(struct joiner *j, const struct facts *facts, const struct groups *groups)
{
    vector_each (&j->facts, pair)
        if (pair->rival && !is_told(j, pair) && !meets_piece(j, pair->a, pair->b) &&
            !meets_piece(j, pair->b, pair->a))
            seconds_add(&j->joined->seconds, facts, j->statements, groups, pair);
}

/* Pairs that a claim had no place for, since it has another sentence of the article. */
static void add_seconds(struct joiner *j, const struct facts *facts)
{
    const struct statement *list = j->statements->list.data;
    struct groups groups = {j->joined->group, j->next};
    vector_each (&j->story, statement)
        j->joined->group[*statement] = group_root(j->joined->group, *statement);
    add_rivals(j, facts, &groups);
    vector_each (&j->facts, pair)
        if (pair->matched && list[pair->a].told_count && list[pair->b].told_count && !is_told(j, pair))
            seconds_add(&j->joined->seconds, facts, j->statements, &groups, pair);
    clash_vector clashes = {0};
    clashes_find(facts, j->statements, j->story.data, j->story.size, &clashes);
    vector_each (&clashes, clash)
        seconds_add_clash(&j->joined->seconds, j->statements, &groups, clash->a, clash->b);
    vector_release(&clashes);
    slip_vector slips = {0};
    slips_find(facts, j->statements, j->story.data, j->story.size, &slips);
    vector_each (&slips, slip)
        seconds_add_slip(&j->joined->seconds, j->statements, slip->a, slip->b);
    vector_release(&slips);
}

/* Retellings come after quotations, surest first: each statement goes with what is likest to it in another
 * article. */
static void unite_retold(struct joiner *j)
{
    if (j->retold.size)
        qsort(j->retold.data, j->retold.size, sizeof *j->retold.data, compare_edges);
    vector_each (&j->retold, edge) {
        if (group_root(j->joined->group, edge->a) == group_root(j->joined->group, edge->b) ||
            share_document(j, edge->a, edge->b))
            continue;
        unite(j, edge->a, edge->b);
        j->joined->changed[edge->a] = j->joined->changed[edge->b] = true;
    }
    vector_clear(&j->retold);
}

/* Facts come after quotations, surest first. */
static void unite_facts(struct joiner *j)
{
    struct facts *facts = facts_new(j->statements, j->story.data, j->story.size);
    facts_find(facts, &j->facts);
    vector_each (&j->facts, pair) {
        uint32_t a = group_root(j->joined->group, pair->a), b = group_root(j->joined->group, pair->b);
        if (a == b || share_document(j, a, b) || (pair->part && is_told(j, pair)) ||
            !fits_group(j, facts, pair->a, pair->b) || !fits_group(j, facts, pair->b, pair->a))
            continue;
        unite(j, pair->a, pair->b);
        j->joined->changed[pair->a] = j->joined->changed[pair->b] = true;
    }
    add_seconds(j, facts);
    vector_clear(&j->facts);
    facts_free(facts);
}

static void join_story(struct joiner *j)
{
    struct candidates *c = &j->candidates;
    vector_clear(&j->edges);
    candidates_index(c);
    vector_each (&c->equal, pair)
        unite(j, pair->a, pair->b);
    j->rarity = (struct rarity){c->statements_with.data, j->document_count + j->document_count / 2 + 1,
                                c->nodes.size < FEW_NODES ? FEW_NODES : (double)c->nodes.size};
    for (uint32_t i = 0; i < c->nodes.size; i++) {
        candidates_propose(c, i);
        vector_each (&c->index.found, candidate)
            judge(j, &c->nodes.data[i], &c->nodes.data[candidate->item]);
    }
    unite_edges(j);
    unite_retold(j);
    unite_facts(j);
    candidates_clear(c);
}

struct placed {
    uint32_t story, statement;
};

static int compare_placed(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    int order = COMPARE(a->story, b->story);
    return order ? order : COMPARE(a->statement, b->statement);
}

static void add_node(struct joiner *j, uint32_t statement)
{
    const struct statement *s = &j->statements->list.data[statement];
    if (!j->story.size || j->statements->list.data[vector_last(&j->story)].document != s->document)
        j->document_count++;
    if (!s->is_term) /* a few words tell no fact */
        vector_push(&j->story, statement);
    if (!s->is_part && (s->kind != VERSION_ASSERTION || statement_is_quoted(s)))
        candidates_add(&j->candidates, statement);
}

static void release(struct joiner *j)
{
    candidates_release(&j->candidates);
    vector_release(&j->edges);
    vector_release(&j->retold);
    vector_release(&j->story);
    vector_release(&j->facts);
    vector_release(&j->told);
    free(j->speaker_of);
    free(j->next);
    aligner_release(&j->aligner);
    alignment_release(&j->alignment);
}

void join_statements(const struct statements *statements, const uint32_t *story_of, struct joined *joined)
{
    struct joiner j = {.vocabulary = statements->vocabulary, .statements = statements, .joined = joined};
    size_t count = statements->list.size;
    struct placed *placed = memory_calloc(count, sizeof *placed);
    joined->group = memory_calloc(count, sizeof *joined->group);
    j.speaker_of = memory_calloc(count, sizeof *j.speaker_of);
    j.next = memory_calloc(count, sizeof *j.next);
    joined->changed = memory_calloc(count, sizeof *joined->changed);
    candidates_init(&j.candidates, statements);
    for (uint32_t i = 0; i < count; i++) {
        joined->group[i] = i;
        j.speaker_of[i] = statements->list.data[i].speaker;
        j.next[i] = i;
        while (j.told.size <= statements->list.data[i].document)
            vector_push(&j.told, false);
        placed[i] = (struct placed){story_of[statements->list.data[i].document], i};
    }
    qsort(placed, count, sizeof *placed, compare_placed);
    for (size_t i = 0; i < count; i++) {
        add_node(&j, placed[i].statement);
        if (i + 1 == count || placed[i + 1].story != placed[i].story) {
            join_story(&j);
            vector_clear(&j.story);
            j.document_count = 0;
        }
    }
    for (uint32_t i = 0; i < count; i++)
        joined->group[i] = group_root(joined->group, i);
    free(placed);
    release(&j);
}

void joined_release(struct joined *joined)
{
    free(joined->group);
    free(joined->changed);
    vector_release(&joined->alike);
    seconds_release(&joined->seconds);
}
