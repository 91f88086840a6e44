/* tellings.c: see tellings.h. Linear but for sorting. */
#include "tellings.h"

#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>

struct membership {
    uint32_t group, statement;
};

struct teller {
    const struct statements *statements;
    const struct joined *joined;
    uint32_t *size; /* by group: members */
    bool *changed;  /* by group: some version changes words */
    uint32_t *into; /* by group: the group it continues, or itself */
};

static int compare_memberships(const void *left, const void *right)
{
    const struct membership *a = left, *b = right;
    int order = COMPARE(a->group, b->group);
    return order ? order : COMPARE(a->statement, b->statement);
}

static bool follows(const struct statements *statements, uint32_t next)
{
    const struct statement *a = &statements->list.data[next - 1], *b = &statements->list.data[next];
    return a->document == b->document && a->quote == b->quote && a->quote != NO_INDEX && !b->is_part;
}

/* Whether each member of a group is followed, in its quotation, by one of the same other group, and that has
 * no more. */
static bool is_continued(const struct teller *t, const struct membership *members, size_t count)
{
    uint32_t other = NO_INDEX;
    for (size_t i = 0; i < count; i++) {
        uint32_t next = members[i].statement + 1;
        if (next >= t->statements->list.size || !follows(t->statements, next))
            return false;
        uint32_t group = t->joined->group[next];
        if (group == members[i].group || (other != NO_INDEX && group != other))
            return false;
        other = group;
    }
    return t->size[other] == count && !t->changed[other];
}

/* Groups are numbered by their first statement, so the one continued is settled before the one that
 * continues. */
static void chain_groups(struct teller *t, const struct membership *list, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && list[end].group == list[i].group; end++)
            continue;
        if (t->changed[list[i].group] || !is_continued(t, list + i, end - i))
            continue;
        uint32_t next = t->joined->group[list[i].statement + 1];
        t->into[next] = t->into[list[i].group];
    }
}

/* Whether a statement continues the telling's last sentence: the one right before it. */
static bool extends(const struct teller *t, uint32_t previous, uint32_t statement)
{
    return previous + 1 == statement && follows(t->statements, statement);
}

static void extend(const struct statements *statements, struct statement *telling,
                   const struct statement *next)
{
    telling->count = next->first + next->count - telling->first;
    telling->span.end = next->span.end;
    statement_measure(statements->vocabulary, &statements->words, telling);
}

static void lay_out(const struct teller *t, const struct membership *list, size_t count, struct tellings *out)
{
    for (size_t i = 0; i < count; i++) {
        const struct statement *statement = &t->statements->list.data[list[i].statement];
        bool same_group = i > 0 && list[i - 1].group == list[i].group;
        out->group_count += !same_group;
        if (list[i].group == t->into[t->joined->group[list[i].statement]]) /* not a second place */
            out->group_of[list[i].statement] = (uint32_t)out->group_count - 1;
        if (same_group && extends(t, list[i - 1].statement, list[i].statement)) {
            extend(t->statements, &vector_last(&out->list), statement);
            continue;
        }
        vector_push(&out->list, *statement);
        vector_push(&out->group, (uint32_t)out->group_count - 1);
    }
}

void tellings_make(const struct statements *statements, const struct joined *joined,
                   struct tellings *tellings)
{
    const second_vector *seconds = &joined->seconds.list;
    size_t count = statements->list.size, groups = count + joined->seconds.new_groups;
    struct teller t = {statements, joined, memory_calloc(groups, sizeof(uint32_t)),
                       memory_calloc(groups, sizeof(bool)), memory_calloc(groups, sizeof(uint32_t))};
    struct membership *list = memory_alloc((count + seconds->size) * sizeof *list);
    tellings->group_of = memory_calloc(count, sizeof *tellings->group_of);
    for (uint32_t i = 0; i < count; i++) {
        list[i] = (struct membership){joined->group[i], i};
        t.size[joined->group[i]]++;
        t.changed[joined->group[i]] |= joined->changed[i];
    }
    for (uint32_t i = 0; i < groups; i++)
        t.into[i] = i;
    for (size_t i = 0; i < seconds->size; i++) {
        list[count++] = (struct membership){seconds->data[i].group, seconds->data[i].statement};
        t.size[seconds->data[i].group]++;
        t.changed[seconds->data[i].group] = true;
    }
    qsort(list, count, sizeof *list, compare_memberships);
    chain_groups(&t, list, count);
    for (size_t i = 0; i < count; i++)
        list[i].group = t.into[list[i].group];
    qsort(list, count, sizeof *list, compare_memberships);
    lay_out(&t, list, count, tellings);
    free(t.size);
    free(t.changed);
    free(t.into);
    free(list);
}

void tellings_release(struct tellings *tellings)
{
    vector_release(&tellings->list);
    vector_release(&tellings->group);
    free(tellings->group_of);
}
