/* identity.c: see identity.h. In each pass those settled before can be found by handles (story, key), which
 * are sorted, so that nothing depends on the order of the documents. */
#include "identity.h"

#include "handles.h"
#include "namesakes.h"

#include "whosaid/annotate/demonyms.h"
#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>

#define EVERYWHERE (UINT32_MAX - 1) /* the story that all are in */

enum {
    MOST_BEARERS = 64, /* of one key that are compared */
    PLACE_PREFIX = 4,  /* letters that Russia and Russian share */
};

struct finder {
    member_vector members; /* borrowed */
    handle_vector handles; /* of the pass at hand */
    uint32_t count;        /* persons so far */
};

/* ---- handles */

static void add_handle(struct finder *f, uint32_t story, uint64_t key, uint32_t member, struct str word)
{
    const struct member *m = &f->members.data[member];
    vector_push(&f->handles,
                ((struct handle){story, key, m->person, member, m->gender, m->called.suffix, word}));
}

/* Gives each group of unsettled members with one key in one story a person; all handles are of unsettled
 * ones. */
static void settle_groups(struct finder *f)
{
    handles_sort(&f->handles);
    for (size_t i = 0; i < f->handles.size; i++) {
        const struct handle *h = &f->handles.data[i], *last = i ? h - 1 : NULL;
        if (!last || last->story != h->story || last->key != h->key)
            f->count++;
        f->members.data[h->member].person = f->count - 1;
    }
    vector_clear(&f->handles);
}

/* ---- full names */

static struct str surname_of(const struct called *called)
{
    return called->words[called->count - 1];
}

static uint64_t full_key(const struct called *called)
{
    uint64_t key = hash_mix(called_word_key(surname_of(called)) + called->suffix);
    return hash_bytes(key, called->words[0].data, called->words[0].size);
}

static uint32_t middle_bit(char middle)
{
    return ascii_is_lower(middle) ? UINT32_C(1) << (middle - 'a') : 0;
}

/* People of one given name and surname are one, unless their middle names tell them apart: George W. Bush,
 * George H. W. Bush; then nobody knows who George Bush is. */
static void settle_full(struct finder *f)
{
    for (uint32_t i = 0; i < f->members.size; i++)
        if (f->members.data[i].called.form == CALLED_FULL)
            add_handle(f, EVERYWHERE, full_key(&f->members.data[i].called), i, (struct str){"", 0});
    handles_sort(&f->handles);
    for (size_t i = 0, end; i < f->handles.size; i = end) {
        uint32_t middles = 0;
        for (end = i; end < f->handles.size && f->handles.data[end].key == f->handles.data[i].key; end++)
            middles |= middle_bit(f->members.data[f->handles.data[end].member].called.middle);
        bool one = (middles & (middles - 1)) == 0;
        for (size_t k = i; k < end; k++)
            f->handles.data[k].key +=
                one ? 0 : (unsigned char)f->members.data[f->handles.data[k].member].called.middle;
    }
    settle_groups(f);
}

/* ---- surnames */

static uint64_t first_word_key(const struct called *called)
{
    return hash_mix(called_word_key(called->words[0]));
}

static void add_bearers(struct finder *f)
{
    for (uint32_t i = 0; i < f->members.size; i++) {
        const struct member *m = &f->members.data[i];
        if (m->called.form != CALLED_FULL)
            continue;
        add_handle(f, m->story, called_word_key(surname_of(&m->called)), i, m->called.rank);
        add_handle(f, EVERYWHERE, called_word_key(surname_of(&m->called)), i, m->called.rank);
        add_handle(f, m->story, first_word_key(&m->called), i, m->called.rank);
        if (m->called.other)
            add_handle(f, m->story, hash_mix(m->called.other + 1), i, m->called.rank);
    }
    handles_sort(&f->handles);
}

/* Whether a bare surname, by its own gender, title, initial and "Jr.", can be the bearer's. */
static bool can_be(const struct finder *f, const struct member *bare, const struct handle *bearer)
{
    const struct called *called = &bare->called, *full = &f->members.data[bearer->member].called;
    if (bare->gender && bearer->gender && bare->gender != bearer->gender)
        return false;
    if (called->words[0].size == 1 && called->words[0].data[0] != full->words[0].data[0])
        return false;
    return called->suffix == bearer->suffix && called_ranks_agree(called->rank, bearer->word);
}

/* The one person among the bearers that the bare name can be; NO_INDEX for none or several. */
static uint32_t only_bearer(const struct finder *f, const struct member *bare, const struct handle *bearers,
                            size_t count)
{
    uint32_t found = NO_INDEX;
    if (count > MOST_BEARERS)
        return NO_INDEX;
    for (size_t i = 0; i < count; i++) {
        if (!can_be(f, bare, &bearers[i]))
            continue;
        if (found != NO_INDEX && found != bearers[i].person)
            return NO_INDEX;
        found = bearers[i].person;
    }
    return found;
}

/* Whether all bearers are one person, of the bare name's title. */
static bool is_known_by_title(const struct member *bare, const struct handle *bearers, size_t count)
{
    bool titled = false;
    for (size_t i = 0; i < count && count <= MOST_BEARERS; i++) {
        if (bearers[i].person != bearers[0].person)
            return false;
        titled |= bearers[i].word.size > 0 && called_ranks_agree(bearers[i].word, bare->called.rank);
    }
    return titled && bare->called.rank.size > 0;
}

static uint32_t find_bearer(const struct finder *f, const struct member *bare)
{
    size_t count;
    const struct called *called = &bare->called;
    const struct handle *bearers =
        handles_find(&f->handles, bare->story, called_word_key(surname_of(called)), &count);
    if (count > 0)
        return only_bearer(f, bare, bearers, count);
    bearers = handles_find(&f->handles, bare->story, first_word_key(called), &count); /* "Xi", "Hillary" */
    if (count > 0)
        return called->count == 1 ? only_bearer(f, bare, bearers, count) : NO_INDEX;
    bearers =
        handles_find(&f->handles, bare->story, hash_mix(called_word_key(surname_of(called)) + 1), &count);
    if (count > 0)
        return only_bearer(f, bare, bearers, count); /* "Ibáñez" */
    bearers = handles_find(&f->handles, EVERYWHERE, called_word_key(surname_of(called)), &count);
    return is_known_by_title(bare, bearers, count) ? only_bearer(f, bare, bearers, count) : NO_INDEX;
}

/* Mr. Orr and Mrs. Orr are two, and nobody knows whose a bare "Orr" is. */
static void part_genders(struct finder *f)
{
    const uint32_t both = UINT32_C(1) << GENDER_MALE | UINT32_C(1) << GENDER_FEMALE;
    handles_sort(&f->handles);
    for (size_t i = 0, end; i < f->handles.size; i = end) {
        uint32_t genders = 0;
        const struct handle *first = &f->handles.data[i];
        for (end = i; end < f->handles.size && f->handles.data[end].story == first->story &&
                      f->handles.data[end].key == first->key;
             end++)
            genders |= UINT32_C(1) << f->handles.data[end].gender;
        for (size_t k = i; k < end; k++)
            f->handles.data[k].key += (genders & both) == both ? f->handles.data[k].gender : 0;
    }
}

static void settle_bare(struct finder *f)
{
    add_bearers(f);
    vector_each (&f->members, m)
        if (m->called.form == CALLED_BARE && m->called.count > 0)
            m->person = find_bearer(f, m);
    vector_clear(&f->handles);
    for (uint32_t i = 0; i < f->members.size; i++) {
        const struct member *m = &f->members.data[i];
        if (m->called.form == CALLED_BARE && m->called.count > 0 && m->person == NO_INDEX)
            add_handle(f, m->story, m->called.key, i, (struct str){"", 0});
    }
    part_genders(f);
    settle_groups(f);
}

/* ---- titles */

static uint64_t place_key(uint64_t office, struct str place)
{
    return hash_bytes(hash_mix(office), place.data, place.size < PLACE_PREFIX ? place.size : PLACE_PREFIX);
}

static void add_holders(struct finder *f)
{
    for (uint32_t i = 0; i < f->members.size; i++) {
        const struct member *m = &f->members.data[i];
        if (m->person == NO_INDEX || !m->called.office)
            continue;
        add_handle(f, m->story, m->called.office, i, (struct str){"", 0});
        for (uint32_t p = 0; p < m->called.place_count; p++)
            add_handle(f, m->story, place_key(m->called.office, m->called.places[p]), i, m->called.places[p]);
    }
    handles_sort(&f->handles);
}

/* Whether the person holds the title's office and is of the place. */
static bool is_of(const struct finder *f, const struct member *title, struct str place, uint32_t person)
{
    size_t count;
    const struct handle *h =
        handles_find(&f->handles, title->story, place_key(title->called.office, place), &count);
    for (size_t i = 0; i < count && i < MOST_BEARERS; i++)
        if (h[i].person == person && demonym_matches(h[i].word, place))
            return true;
    return false;
}

/* Whether a holder can be who the title means: of its places, or, where places are left open, told of none.
 */
static bool may_hold(const struct finder *f, const struct member *title, const struct handle *holder,
                     bool open)
{
    if (title->gender && holder->gender && title->gender != holder->gender)
        return false;
    if (open)
        return f->members.data[holder->member].called.place_count == 0;
    for (uint32_t p = 0; p < title->called.place_count; p++)
        if (!is_of(f, title, title->called.places[p], holder->person))
            return false;
    return true;
}

/* The one person of the story who holds the office; NO_INDEX for none or several. */
static uint32_t find_holder(const struct finder *f, const struct member *title, bool open)
{
    size_t count;
    uint32_t found = NO_INDEX;
    const struct handle *holders = handles_find(&f->handles, title->story, title->called.office, &count);
    for (size_t i = 0; i < count && count <= MOST_BEARERS; i++) {
        if (found == holders[i].person || !may_hold(f, title, &holders[i], open))
            continue;
        if (found != NO_INDEX)
            return NO_INDEX;
        found = holders[i].person;
    }
    return found;
}

/* Whether of an office a story seldom has two: "the prime minister", not "the lawyer". */
static bool is_sole(const struct called *called)
{
    static const char *const ranks[] = {"president",  "premier", "minister", "chancellor", "governor",
                                        "mayor",      "king",    "queen",    "pope",       "emperor",
                                        "sheriff",    "chief",   "speaker",  "bishop",     "archbishop",
                                        "ambassador", "coroner"};
    return called->definite && STR_IS_ONE_OF(called->rank, ranks);
}

/* Whose a title is that stands alone: of the place it tells, or of none; without one the sole office's. */
static uint32_t find_titled(const struct finder *f, const struct member *m)
{
    if (m->called.place_count == 0 && !is_sole(&m->called))
        return NO_INDEX;
    uint32_t found = find_holder(f, m, false);
    bool open = found == NO_INDEX && is_sole(&m->called) && m->called.place_count > 0;
    return open ? find_holder(f, m, true) : found;
}

static void settle_titles(struct finder *f)
{
    add_holders(f);
    vector_each (&f->members, m)
        if (m->called.form == CALLED_TITLE)
            m->person = find_titled(f, m);
    vector_clear(&f->handles);
    for (uint32_t i = 0; i < f->members.size; i++) {
        const struct member *m = &f->members.data[i];
        if (m->called.form == CALLED_TITLE && m->person == NO_INDEX)
            add_handle(f, m->story, m->called.key, i, (struct str){"", 0});
    }
    settle_groups(f);
}

/* ---- organisations and phrases */

/* An abbreviation stands for the one organisation of the story with its initials. */
static const struct called *spelled_out(const struct finder *f, const struct member *short_form)
{
    size_t count;
    const struct called *called = &short_form->called, *found = NULL;
    if (called->count != 1 || !called->initials)
        return called;
    const struct handle *h = handles_find(&f->handles, short_form->story, called->initials, &count);
    for (size_t i = 0; i < count && count <= MOST_BEARERS; i++) {
        const struct called *full = &f->members.data[h[i].member].called;
        if (found && found->key != full->key)
            return called;
        found = full;
    }
    return found ? found : called;
}

static void settle_others(struct finder *f)
{
    handle_vector wanted = {0};
    for (uint32_t i = 0; i < f->members.size; i++) {
        const struct called *called = &f->members.data[i].called;
        if (called->form == CALLED_OTHER && called->count > 1 && called->initials)
            add_handle(f, f->members.data[i].story, called->initials, i, (struct str){"", 0});
    }
    handles_sort(&f->handles);
    for (uint32_t i = 0; i < f->members.size; i++) {
        const struct member *m = &f->members.data[i];
        if (m->person == NO_INDEX)
            vector_push(&wanted, ((struct handle){.story = m->called.named ? EVERYWHERE : m->story,
                                                  .key = spelled_out(f, m)->key,
                                                  .person = NO_INDEX,
                                                  .member = i,
                                                  .word = {"", 0}}));
    }
    vector_release(&f->handles);
    f->handles = wanted;
    settle_groups(f);
}

/* Numbers persons without gaps, in the order of their old numbers. */
static uint32_t renumber(member_vector *members, uint32_t count)
{
    uint32_t *number = memory_calloc(count + 1, sizeof *number), next = 0;
    vector_each (members, m)
        number[m->person] = 1;
    for (uint32_t i = 0; i < count; i++)
        number[i] = number[i] ? next++ : 0;
    vector_each (members, m)
        m->person = number[m->person];
    free(number);
    return next;
}

uint32_t identity_settle(member_vector *members)
{
    struct finder f = {.members = *members};
    settle_full(&f);
    namesakes_join(members);
    settle_bare(&f);
    settle_titles(&f);
    settle_others(&f);
    vector_release(&f.handles);
    return renumber(members, f.count);
}
