/* names.c: see names.h. */
#include "names.h"

#include "descriptions.h"
#include "figures.h"
#include "given_names.h"
#include "offices.h"
#include "short_forms.h"
#include "surnames.h"

#include "whosaid/base/array.h"
#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>

enum {
    NOT_IN_NAMES = TAG_DETERMINER | TAG_PREPOSITION | TAG_CONJUNCTION | TAG_PRONOUN | TAG_WEEKDAY |
                   TAG_AUXILIARY | TAG_THAT | TAG_RELATIVE | TAG_NEGATION,
    LONGEST_RUN = 24,  /* words; more are no name, and are looked at again and again */
    KEYS_PER_NAME = 6, /* surname, first name, other surname, two kinds of initials, a place */
};

/* "Connolly" has the ending of an adverb and is none: inside a sentence, or before a verb. */
static bool is_name_in_ly(const struct reading *r, uint32_t i)
{
    const struct token *token = &r->tokens[i];
    bool opens = i == 0 || !token_is_word(&r->tokens[i - 1]) || token->newline ||
                 r->tokens[i - 1].sentence != token->sentence;
    bool acts =
        reading_has(r, i + 1, TAG_CUE_VERB | TAG_AUXILIARY | TAG_VERB) || reading_is_possessive(r, i + 1);
    return token->tags == TAG_ADVERB && str_ends(token->lower, STR("ly")) &&
           (!opens || acts || given_name_gender(token));
}

static bool may_be_named(const struct reading *r, uint32_t i)
{
    const struct token *token = &r->tokens[i];
    if (token->shape == TOKEN_CAPITALISED && (token->tags & (TAG_MALE | TAG_FEMALE)) &&
        !(token->tags & TAG_PRONOUN))
        return true;
    return token_is_capital(token) && !(token->tags & NOT_IN_NAMES) &&
           (!(token->tags & TAG_ADVERB) || is_name_in_ly(r, i));
}

/* The table stays at most half full. */
static void make_slots(struct name_table *t, size_t names)
{
    t->slot_count = 64;
    while (t->slot_count < 2 * (KEYS_PER_NAME * names + 2 * t->reading->attribution_count))
        t->slot_count *= 2;
    t->slots = memory_alloc(t->slot_count * sizeof *t->slots);
    t->keys = memory_calloc(t->slot_count, sizeof *t->keys);
    for (size_t i = 0; i < t->slot_count; i++)
        t->slots[i] = NO_INDEX;
}

uint32_t *names_slot(struct name_table *t, uint64_t key)
{
    size_t slot = hash_mix(key) & (t->slot_count - 1);
    while (t->slots[slot] != NO_INDEX && t->keys[slot] != key)
        slot = (slot + 1) & (t->slot_count - 1);
    t->keys[slot] = key;
    return &t->slots[slot];
}

uint32_t names_new_figure(struct name_table *t, struct stretch name, enum entity_kind kind)
{
    struct figure *figure = vector_add(&t->figures);
    figure->name = name;
    figure->kind = kind;
    figure->entity = figure->namesake = NO_INDEX;
    return (uint32_t)(t->figures.size - 1);
}

/* The end of the particles at i that a word of a name follows ("van der" Laan), or i. */
static uint32_t particles_end(const struct reading *r, uint32_t i, uint32_t limit)
{
    enum { MOST = 3 };
    uint32_t end = i;
    while (end + 1 < limit && end < i + MOST && surname_is_particle(r, end) && !r->tokens[end + 1].newline)
        end++;
    return end < limit && may_be_named(r, end) ? end : i;
}

/* Whether a nickname stands at i, inside a name that begins with a first name: John “Tig” Tell. */
static bool is_nickname(const struct reading *r, uint32_t first, uint32_t i, uint32_t limit)
{
    return i + 3 < limit && i == first + 1 && r->tokens[i].shape == TOKEN_OPEN &&
           token_is_capital(&r->tokens[i + 1]) && r->tokens[i + 2].shape == TOKEN_CLOSE &&
           may_be_named(r, i + 3) && given_name_gender(&r->tokens[first]);
}

/* Whether "and" at i joins two words of one name: "the Reform and Justice Party". */
static bool joins_words(const struct reading *r, uint32_t first, uint32_t i, uint32_t limit)
{
    enum { LONGEST = 4 };
    if (!reading_is(r, i, "and") || i != first + 1 || first == 0 || !reading_is(r, first - 1, "the") ||
        short_form_is_head(r, first) || reading_has(r, first, TAG_TITLE | TAG_ROLE))
        return false;
    uint32_t end = i + 1;
    while (end < limit && end < i + LONGEST && may_be_named(r, end))
        end++;
    return end > i + 2 && reading_has(r, end - 1, TAG_ORGANISATION);
}

/* The end of the run of capitalised words that begins at first. */
static uint32_t run_end(const struct reading *r, uint32_t first, uint32_t limit)
{
    uint32_t i = first + 1;
    if (limit > first + LONGEST_RUN)
        limit = first + LONGEST_RUN;
    while (i < limit && !r->tokens[i].newline) {
        uint32_t named = particles_end(r, i, limit);
        if (may_be_named(r, named))
            i = named + 1;
        else if (is_nickname(r, first, i, limit))
            i += 4;
        else if (joins_words(r, first, i, limit) || reading_is(r, i, "plc"))
            i++;
        else
            break;
    }
    return i;
}

/* A name that ends in a plural: "United Metalworkers". */
static bool is_of_several(const struct reading *r, struct stretch words)
{
    struct str last = r->tokens[words.end - 1].lower;
    return words.end > words.first + 1 && str_ends(last, STR("ers")) &&
           !given_name_gender(&r->tokens[words.first]);
}

/* "Bank of England", "Ministry for the Environment", "United Metalworkers of the North": what an
 * organisation's name goes on with. */
static uint32_t organisation_end(const struct reading *r, struct stretch words, uint32_t limit)
{
    uint32_t end = words.end;
    bool several = reading_is(r, end, "of") && reading_is(r, end + 1, "the") && is_of_several(r, words);
    if (!several &&
        (!short_form_is_head(r, end - 1) || !(reading_is(r, end, "of") || reading_is(r, end, "for"))))
        return end;
    uint32_t next = end + 1 + reading_is(r, end + 1, "the");
    bool goes_on = next < limit && !r->tokens[next].newline && may_be_named(r, next);
    return goes_on ? run_end(r, next, limit) : end;
}

/* Where a known first name begins the name behind words that are no title we know: "Whip Kevin McCarthy". Not
 * in "San Juan Capistrano". */
static uint32_t first_name_in(const struct reading *r, struct stretch run)
{
    static const char *const places[] = {"san",  "santa", "saint", "st.", "fort",  "port", "mount",
                                         "camp", "lake",  "new",   "los", "north", "south"};
    for (size_t p = 0; p < LENGTH(places); p++)
        if (reading_is(r, run.first, places[p]))
            return run.first;
    for (uint32_t i = run.first; i + 1 < run.end && !surname_is_particle(r, i); i++)
        if (given_name_gender(&r->tokens[i]))
            return i > run.first && str_ends(r->tokens[i - 1].lower, STR(".")) ? run.first
                                                                               : i; /* "J. Paul Getty" */
    return run.first;
}

/* The rank that "of" joins to what begins at the token, or the token: "Secretary of" before "State John Doe".
 */
static uint32_t office_before(const struct reading *r, uint32_t token, uint32_t limit)
{
    uint32_t of = token - (token > limit && reading_is(r, token - 1, "the"));
    bool office = of > limit + 1 && reading_is(r, of - 1, "of") && reading_has(r, of - 2, TAG_TITLE) &&
                  !reading_has(r, token, TAG_HONORIFIC);
    return office ? of - 2 : token;
}

/* Where the name begins behind a body and its officer: "CEO of the Refugee Council | Enver Lind". */
static uint32_t behind_body(const struct reading *r, struct stretch words, uint32_t limit)
{
    uint32_t of = words.first - (words.first > limit && reading_is(r, words.first - 1, "the"));
    if (of < limit + 2 || !(reading_is(r, of - 1, "of") || reading_is(r, of - 1, "to")) ||
        !reading_has(r, of - 2, TAG_TITLE | TAG_ROLE))
        return words.first;
    for (uint32_t i = words.end; i > words.first + 1; i--)
        if (i + 1 < words.end && short_form_is_head(r, i - 1))
            return i;
    return words.first;
}

/* Where the name begins behind "of" and what an office is of: "State | John Doe", "Trade | Le Thi Hong". */
static uint32_t behind_office(const struct reading *r, struct stretch words)
{
    bool one = words.end == words.first + 3 || short_form_is_portfolio(r, words.first);
    return one && words.end > words.first + 2 ? words.first + 1 : words.first;
}

/* What stands in lower case, or as another name, before a name and belongs to its title: "Russian president".
 */
static uint32_t title_start(const struct reading *r, struct stretch title, uint32_t limit)
{
    enum { MOST_QUALIFYING = 3 };
    static const char *const bodies[] = {"ministry", "department", "office",    "agency", "embassy",
                                         "campaign", "commission", "committee", "bank",   "police"};
    uint32_t first = title.first,
             office = title.first - reading_is(r, title.first - (title.first > 0), "the");
    bool link = office > limit + 1 && (reading_is(r, office - 1, "of") || reading_is(r, office - 1, "to"));
    if (!stretch_is_empty(title) && link && description_is_rank(r, office - 2))
        first = title.first = office - 2; /* "Secretary of State John Doe" */
    while (first > limit && (description_is_rank(r, first - 1) || office_is_portfolio(r, first - 1)) &&
           (r->tokens[first - 1].shape == TOKEN_LOWER || title.first < office))
        first--;
    if (first == title.first && title.first >= office)
        return first;
    if (first > limit && READING_IS_ONE_OF(r, first - 1, bodies))
        first--; /* "commerce ministry spokeswoman" */
    while (first > limit && r->tokens[first - 1].shape == TOKEN_LOWER &&
           short_form_is_portfolio(r, first - 1))
        first--;
    for (int i = 0; i < MOST_QUALIFYING && first > limit && may_be_named(r, first - 1); i++)
        first--;
    return first;
}

/* "Sgt. 1st Class Devon Marsh": the number cuts the rank in two. */
static bool is_class(const struct reading *r, struct stretch run, uint32_t limit)
{
    return run.first >= limit + 2 && run.end > run.first + 1 && reading_is(r, run.first, "class") &&
           r->tokens[run.first - 1].shape == TOKEN_NUMBER && description_is_rank(r, run.first - 2);
}

/* Splits a run at its last title; a title that ends it is a name when a first name stands before it: "Larry
 * King". */
static struct name split_run(const struct reading *r, struct stretch run, uint32_t limit)
{
    struct name name = {.title = {run.first, run.first}, .words = run, .figure = NO_INDEX};
    for (uint32_t i = run.first; i < run.end; i++)
        if (reading_has(r, i, TAG_TITLE | TAG_ROLE))
            name.title.end = name.words.first = i + 1;
    bool surname = stretch_is_empty(name.words) && given_name_gender(&r->tokens[run.first]) &&
                   !reading_has(r, run.first, TAG_TITLE);
    if (is_class(r, run, limit)) {
        name.title = (struct stretch){run.first - 2, run.first - 1};
        name.words.first = run.first + 1;
        return name;
    }
    if (surname || short_form_is_head(r, run.end - 1))
        return (struct name){.title = {run.first, run.first}, .words = run, .figure = NO_INDEX};
    if (!stretch_is_empty(name.words)) {
        bool office = office_before(r, run.first, limit) < run.first;
        uint32_t first = first_name_in(r, name.words);
        if (first == run.first)
            first = office ? behind_office(r, run) : behind_body(r, run, limit);
        name.title.end = name.words.first = first;
    }
    name.title.first = title_start(r, name.title, limit);
    return name;
}

static void find_runs(struct name_table *t, const struct paragraph *paragraph)
{
    const struct reading *r = t->reading;
    uint32_t pair = paragraph->first_pair, quoted_until = 0, limit = paragraph->tokens.end;
    for (uint32_t i = paragraph->tokens.first; i < limit;) {
        for (; pair < paragraph->pair_end && r->pairs[pair].open < i; pair++)
            if (r->pairs[pair].close > quoted_until)
                quoted_until = r->pairs[pair].close;
        if (!may_be_named(r, i)) {
            i++;
            continue;
        }
        struct stretch run = {i, run_end(r, i, limit)};
        struct name name = split_run(r, run, paragraph->tokens.first);
        if (!stretch_is_empty(name.words))
            run.end = name.words.end = organisation_end(r, name.words, limit);
        name.quoted = i < quoted_until;
        vector_push(&t->names, name);
        i = run.end;
    }
}

/* The long form in front of "(IAEA)" owns its initials, whatever other name has them. */
static void find_definitions(struct name_table *t)
{
    const struct reading *r = t->reading;
    vector_each (&t->names, name) {
        struct stretch words = name->words;
        if (stretch_is_empty(words) || !reading_is(r, words.first - (words.first > 0), "("))
            continue;
        struct stretch definition = short_form_definition(r, words.first);
        if (stretch_is_empty(definition))
            continue;
        size_t index = names_at(t, definition.end - 1);
        bool named = index < t->names.size && t->names.data[index].words.end == definition.end &&
                     t->names.data[index].figure != NO_INDEX;
        uint32_t figure =
            named ? t->names.data[index].figure : names_phrase(t, definition, ENTITY_ORGANISATION);
        if (t->figures.data[figure].name.end - t->figures.data[figure].name.first <
            definition.end - definition.first)
            t->figures.data[figure].name = definition;
        *names_slot(t, short_form_key(r, words)) = figure;
    }
}

void names_find(struct name_table *t, const struct reading *reading)
{
    *t = (struct name_table){.reading = reading};
    for (size_t i = 0; i < reading->paragraph_count; i++)
        find_runs(t, &reading->paragraphs[i]);
    make_slots(t, t->names.size);
    vector_each (&t->names, name)
        if (!stretch_is_empty(name->words) && !short_form_key(reading, name->words))
            figures_assign(t, name);
    find_definitions(t);
    vector_each (&t->names, name)
        if (!stretch_is_empty(name->words) && name->figure == NO_INDEX)
            figures_assign_short(t, name);
}

void names_release(struct name_table *t)
{
    vector_release(&t->names);
    vector_release(&t->figures);
    free(t->slots);
    free(t->keys);
}

static uint32_t name_end(const struct name *name)
{
    return stretch_is_empty(name->words) ? name->title.end : name->words.end;
}

size_t names_at(const struct name_table *t, uint32_t token)
{
    size_t low = 0, high = t->names.size;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (name_end(&t->names.data[middle]) <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t names_phrase(struct name_table *t, struct stretch phrase, enum entity_kind kind)
{
    uint64_t key = hash_bytes(HASH_START, "phrase", 6); /* apart from single words */
    for (uint32_t i = phrase.first; i < phrase.end; i++) {
        struct str lower = t->reading->tokens[i].lower;
        key = hash_bytes(hash_mix(key), lower.data, lower.size);
    }
    uint32_t *slot = names_slot(t, key);
    if (*slot == NO_INDEX)
        *slot = names_new_figure(t, phrase, kind);
    return *slot;
}
