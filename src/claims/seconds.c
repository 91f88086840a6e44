/* seconds.c: see seconds.h. */
#include "seconds.h"

enum { MOST_ASKED = 24 }; /* versions of a claim; a larger one takes no more */

/* Whether a statement may stand beside another: of another article, and alike enough in agreed. */
static bool may_stand(const struct facts *facts, const struct statements *statements, uint32_t member,
                      uint32_t statement, int *agreed)
{
    *agreed += facts_may_meet(facts, statement, member) ? 1 : -1;
    return statements->list.data[member].document != statements->list.data[statement].document;
}

/* Whether the statement may stand in a group: no version of its article there, and alike to at least half. */
static bool fits(const struct seconds *seconds, const struct facts *facts,
                 const struct statements *statements, const struct groups *groups, uint32_t group,
                 uint32_t statement)
{
    int agreed = 0;
    uint32_t asked = 0, at = group;
    if (group < statements->list.size)
        do {
            if (++asked > MOST_ASKED || !may_stand(facts, statements, at, statement, &agreed))
                return false;
            at = groups->next[at];
        } while (at != group);
    for (uint32_t i = seconds->last_of.data[group]; i; i = seconds->previous.data[i - 1])
        if (++asked > MOST_ASKED ||
            !may_stand(facts, statements, seconds->list.data[i - 1].statement, statement, &agreed))
            return false;
    return agreed >= 0;
}

static void put(struct seconds *seconds, uint32_t group, uint32_t statement)
{
    vector_push(&seconds->list, ((struct second){group, statement}));
    vector_push(&seconds->previous, seconds->last_of.data[group]);
    seconds->last_of.data[group] = (uint32_t)seconds->list.size;
    seconds->group_of.data[statement] = group;
}

static void prepare(struct seconds *seconds, size_t statements)
{
    while (seconds->group_of.size < statements) {
        vector_push(&seconds->group_of, NO_INDEX);
        vector_push(&seconds->last_of, 0);
    }
}

/* Puts statement into the other's group, or that one's second. */
static bool follow(struct seconds *seconds, const struct facts *facts, const struct statements *statements,
                   const struct groups *groups, uint32_t statement, uint32_t other)
{
    uint32_t second = seconds->group_of.data[other], first = groups->group[other];
    if (seconds->group_of.data[statement] != NO_INDEX)
        return false;
    bool fits_first =
        groups->next[other] != other && fits(seconds, facts, statements, groups, first, statement);
    if (!fits_first && (second == NO_INDEX || !fits(seconds, facts, statements, groups, second, statement)))
        return false;
    put(seconds, fits_first ? first : second, statement);
    return true;
}

static void begin_group(struct seconds *seconds, const struct statements *statements, uint32_t a, uint32_t b)
{
    vector_push(&seconds->last_of, 0);
    uint32_t group = (uint32_t)statements->list.size + seconds->new_groups++;
    put(seconds, group, a);
    put(seconds, group, b);
}

void seconds_add(struct seconds *seconds, const struct facts *facts, const struct statements *statements,
                 const struct groups *groups, const struct fact_pair *pair)
{
    prepare(seconds, statements->list.size);
    if (follow(seconds, facts, statements, groups, pair->a, pair->b) ||
        follow(seconds, facts, statements, groups, pair->b, pair->a) ||
        seconds->group_of.data[pair->a] != NO_INDEX || seconds->group_of.data[pair->b] != NO_INDEX)
        return;
    begin_group(seconds, statements, pair->a, pair->b);
}

/* Whether a group has a version of the document, or is too large to ask. */
static bool holds_document(const struct seconds *seconds, const struct statements *statements,
                           const struct groups *groups, uint32_t group, uint32_t document)
{
    const struct statement *list = statements->list.data;
    uint32_t asked = 0, at = group;
    if (group < statements->list.size)
        do {
            if (++asked > MOST_ASKED || list[at].document == document)
                return true;
            at = groups->next[at];
        } while (at != group);
    for (uint32_t i = seconds->last_of.data[group]; i; i = seconds->previous.data[i - 1])
        if (++asked > MOST_ASKED || list[seconds->list.data[i - 1].statement].document == document)
            return true;
    return false;
}

/* Puts statement into a group of the other's, where that is a claim without its article. */
static bool stand_beside(struct seconds *seconds, const struct statements *statements,
                         const struct groups *groups, uint32_t statement, uint32_t other)
{
    uint32_t first = groups->group[other], second = seconds->group_of.data[other];
    uint32_t document = statements->list.data[statement].document;
    uint32_t group = groups->next[other] != other ? first : second;
    if (seconds->group_of.data[statement] != NO_INDEX || group == NO_INDEX ||
        holds_document(seconds, statements, groups, group, document))
        return false;
    put(seconds, group, statement);
    return true;
}

void seconds_add_clash(struct seconds *seconds, const struct statements *statements,
                       const struct groups *groups, uint32_t a, uint32_t b)
{
    prepare(seconds, statements->list.size);
    uint32_t second_a = seconds->group_of.data[a], second_b = seconds->group_of.data[b];
    bool together = groups->group[a] == groups->group[b] || second_a == groups->group[b] ||
                    second_b == groups->group[a] || (second_a != NO_INDEX && second_a == second_b);
    if (together || stand_beside(seconds, statements, groups, a, b) ||
        stand_beside(seconds, statements, groups, b, a) || second_a != NO_INDEX || second_b != NO_INDEX)
        return;
    begin_group(seconds, statements, a, b);
}

void seconds_add_slip(struct seconds *seconds, const struct statements *statements, uint32_t a, uint32_t b)
{
    prepare(seconds, statements->list.size);
    if (seconds->group_of.data[a] == NO_INDEX && seconds->group_of.data[b] == NO_INDEX)
        begin_group(seconds, statements, a, b);
}

void seconds_release(struct seconds *seconds)
{
    vector_release(&seconds->list);
    vector_release(&seconds->group_of);
    vector_release(&seconds->last_of);
    vector_release(&seconds->previous);
}
