/* across.c: see across.h. */
#include "across.h"

#include "align.h"
#include "candidates.h"
#include "groups.h"
#include "verdict.h"

enum {
    LEAST_CONTENT = 4, /* words of content that two stories must share: fewer are said again and again */
    LEAST_RUN = 4,     /* words that they must have one after the other */
    RARE = 4,          /* a word in no more quotations of the corpus is rare */
};

struct crosser {
    const struct statements *statements;
    const uint32_t *story_of;
    struct joined *joined;
    struct candidates candidates;
    struct rarity rarity;
    struct aligner aligner;
    struct alignment alignment;
};

static const struct statement *statement_at(const struct crosser *c, uint32_t index)
{
    return &c->statements->list.data[index];
}

static bool share_story(const struct crosser *c, const struct statement *a, const struct statement *b)
{
    return c->story_of[a->document] == c->story_of[b->document];
}

/* The lowest statement names the group. */
static void unite(struct crosser *c, uint32_t a, uint32_t b)
{
    uint32_t x = group_root(c->joined->group, a), y = group_root(c->joined->group, b);
    c->joined->group[x > y ? x : y] = x < y ? x : y;
    if (statement_at(c, a)->hash != statement_at(c, b)->hash)
        c->joined->changed[a] = c->joined->changed[b] = true;
}

/* Quotations with a good part in marks; of others the words are the outlet's. */
static bool takes_part(const struct statement *s)
{
    return (s->kind == VERSION_DIRECT || s->kind == VERSION_MIXED) && s->quoted >= LEAST_CONTENT;
}

static void judge(struct crosser *c, uint32_t a, uint32_t b)
{
    const struct statement *x = statement_at(c, a), *y = statement_at(c, b);
    if (share_story(c, x, y))
        return;
    align_statements(&c->aligner, c->statements, x, y, &c->alignment);
    struct judgement judgement = verdict_judge(c->statements, &c->rarity, x, y, &c->alignment);
    if (judgement.same && c->alignment.content >= LEAST_CONTENT && c->alignment.longest_run >= LEAST_RUN &&
        (judgement.speakers == SPEAKER_SAME || judgement.exact))
        unite(c, a, b);
}

static void join_nodes(struct crosser *c)
{
    const struct node *nodes = c->candidates.nodes.data;
    vector_each (&c->candidates.equal, pair)
        if (!share_story(c, statement_at(c, pair->a), statement_at(c, pair->b)))
            unite(c, pair->a, pair->b);
    for (uint32_t i = 0; i < c->candidates.nodes.size; i++) {
        candidates_propose(&c->candidates, i);
        vector_each (&c->candidates.index.found, candidate)
            judge(c, nodes[i].statement, nodes[candidate->item].statement);
    }
}

/* Sentences that are versions of a second claim name it by its group. */
static void name_groups(struct crosser *c)
{
    size_t count = c->statements->list.size;
    for (uint32_t i = 0; i < count; i++)
        c->joined->group[i] = group_root(c->joined->group, i);
    vector_each (&c->joined->seconds.list, second)
        if (second->group < count)
            second->group = c->joined->group[second->group];
}

void across_join(const struct statements *statements, const uint32_t *story_of, struct joined *joined)
{
    struct crosser c = {.statements = statements, .story_of = story_of, .joined = joined};
    candidates_init(&c.candidates, statements);
    for (uint32_t i = 0; i < statements->list.size; i++)
        if (takes_part(statement_at(&c, i)))
            candidates_add(&c.candidates, i);
    candidates_index(&c.candidates);
    c.rarity = (struct rarity){c.candidates.statements_with.data, RARE, (double)c.candidates.nodes.size};
    join_nodes(&c);
    name_groups(&c);
    candidates_release(&c.candidates);
    aligner_release(&c.aligner);
    alignment_release(&c.alignment);
}
