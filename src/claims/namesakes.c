/* namesakes.c: see namesakes.h. */
#include "namesakes.h"

#include "nicknames.h"

#include "whosaid/base/array.h"

#include <stdlib.h>

enum { MOST_BEARERS = 64 }; /* of one surname in one story that are compared */

/* A member under a surname by which it may be known. */
struct bearer {
    uint32_t story, member;
    uint64_t surname;
};

typedef VECTOR(struct bearer) bearer_vector;

static int compare_bearers(const void *left, const void *right)
{
    const struct bearer *a = left, *b = right;
    if (a->story != b->story)
        return COMPARE(a->story, b->story);
    return a->surname != b->surname ? COMPARE(a->surname, b->surname) : COMPARE(a->member, b->member);
}

static struct str given_name(const struct member *m)
{
    return m->called.words[0];
}

/* Whether two full names under one surname can be one person's. */
static bool may_be_one(const struct member *a, const struct member *b)
{
    struct str x = given_name(a), y = given_name(b);
    bool genders = a->gender && b->gender && a->gender != b->gender;
    bool middles = a->called.middle && b->called.middle && a->called.middle != b->called.middle;
    if (a->document == b->document || genders || a->called.suffix != b->called.suffix)
        return false;
    if (str_equal(x, y)) /* and another surname behind it */
        return a->called.count != b->called.count && (a->called.other || b->called.other);
    return !middles && nickname_may_be(x, y);
}

/* The one person besides its own that a member can be, by name; NO_INDEX for none or several. */
static uint32_t only_other(const struct member *members, const struct bearer *group, size_t count,
                           const struct member *m)
{
    uint32_t found = NO_INDEX;
    for (size_t i = 0; i < count; i++) {
        const struct member *other = &members[group[i].member];
        if (other->person == m->person || other->person == found || !may_be_one(m, other))
            continue;
        if (found != NO_INDEX)
            return NO_INDEX;
        found = other->person;
    }
    return found;
}

/* Whether an article of the group names both, so that they are two. */
static bool stand_together(const struct member *members, const struct bearer *group, size_t count, uint32_t a,
                           uint32_t b)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count && members[group[i].member].person == a; k++)
            if (members[group[k].member].person == b &&
                members[group[k].member].document == members[group[i].member].document)
                return true;
    return false;
}

/* Members of the persons in the group get one number where two are one. */
static void join_group(struct member *members, const struct bearer *group, size_t count, uint32_t *stands_for)
{
    for (size_t i = 0; i < count; i++) {
        const struct member *m = &members[group[i].member];
        uint32_t other = only_other(members, group, count, m);
        if (other == NO_INDEX || stand_together(members, group, count, m->person, other))
            continue;
        uint32_t low = other < m->person ? other : m->person, high = other < m->person ? m->person : other;
        stands_for[high] = low < stands_for[high] ? low : stands_for[high];
    }
}

static void add_bearer(bearer_vector *bearers, const struct member *m, uint32_t index, uint64_t surname)
{
    vector_push(bearers, ((struct bearer){m->story, index, surname}));
}

void namesakes_join(member_vector *members)
{
    bearer_vector bearers = {0};
    uint32_t persons = 0;
    for (uint32_t i = 0; i < members->size; i++) {
        const struct member *m = &members->data[i];
        if (m->called.form != CALLED_FULL)
            continue;
        persons = m->person >= persons ? m->person + 1 : persons;
        add_bearer(&bearers, m, i, called_word_key(m->called.words[m->called.count - 1]));
        if (m->called.other)
            add_bearer(&bearers, m, i, m->called.other);
    }
    if (bearers.size)
        qsort(bearers.data, bearers.size, sizeof *bearers.data, compare_bearers);
    VECTOR(uint32_t) stands_for = {0};
    for (uint32_t i = 0; i < persons; i++)
        vector_push(&stands_for, i);
    for (size_t i = 0, end; i < bearers.size; i = end) {
        for (end = i; end < bearers.size && bearers.data[end].story == bearers.data[i].story &&
                      bearers.data[end].surname == bearers.data[i].surname;
             end++)
            ;
        if (end - i <= MOST_BEARERS)
            join_group(members->data, bearers.data + i, end - i, stands_for.data);
    }
    vector_each (members, m)
        while (m->person != NO_INDEX && m->person < persons && stands_for.data[m->person] != m->person)
            m->person = stands_for.data[m->person];
    vector_release(&stands_for);
    vector_release(&bearers);
}
