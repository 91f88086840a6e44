/* names.c: see names.h. */
#include "names.h"

#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>

enum {
    NOT_IN_NAMES = TAG_DETERMINER | TAG_PREPOSITION | TAG_CONJUNCTION | TAG_PRONOUN | TAG_WEEKDAY |
                   TAG_AUXILIARY | TAG_THAT | TAG_RELATIVE | TAG_NEGATION
};

static bool is_capital(const struct token *token)
{
    return token->shape >= TOKEN_CAPITALISED && token->shape <= TOKEN_MIXED;
}

static bool may_be_named(const struct token *token)
{
    uint32_t unfit = NOT_IN_NAMES | TAG_ADVERB;
    if (token->shape == TOKEN_CAPITALISED && (token->tags & (TAG_MALE | TAG_FEMALE)) &&
        !(token->tags & TAG_PRONOUN))
        return true;
    return is_capital(token) && !(token->tags & unfit);
}

/* "van", "bin": lower-case words inside names. */
static bool is_particle(const struct reading *r, uint32_t i)
{
    static const char *const particles[] = {"van", "von", "de", "der", "den", "bin", "ibn", "al",
                                            "el",  "la",  "le", "du",  "da",  "di",  "dos", "ben"};
    for (size_t p = 0; p < sizeof particles / sizeof *particles; p++)
        if (reading_is(r, i, particles[p]))
            return true;
    return false;
}

static uint64_t hash_word(const struct reading *r, uint32_t i)
{
    struct str lower = r->tokens[i].lower;
    return hash_bytes(HASH_START, lower.data, lower.size);
}

/* The slot of a key, or the free one where it would go. */
static size_t find_slot(const struct name_table *t, uint64_t key)
{
    size_t slot = hash_mix(key) & (t->slot_count - 1);
    while (t->slots[slot] != NO_INDEX && t->keys[slot] != key)
        slot = (slot + 1) & (t->slot_count - 1);
    return slot;
}

/* The table has room for two keys a name and one a speaker, and stays at most half full. */
static void make_slots(struct name_table *t, size_t names)
{
    t->slot_count = 64;
    while (t->slot_count < 4 * names + 4 * t->reading->attribution_count)
        t->slot_count *= 2;
    t->slots = memory_alloc(t->slot_count * sizeof *t->slots);
    t->keys = memory_calloc(t->slot_count, sizeof *t->keys);
    for (size_t i = 0; i < t->slot_count; i++)
        t->slots[i] = NO_INDEX;
}

static void set_key(struct name_table *t, uint64_t key, uint32_t figure, bool replace)
{
    size_t slot = find_slot(t, key);
    if (t->slots[slot] != NO_INDEX && !replace)
        return;
    t->keys[slot] = key;
    t->slots[slot] = figure;
}

static uint32_t new_figure(struct name_table *t, struct stretch name, enum figure_kind kind)
{
    struct figure *figure = vector_add(&t->figures);
    figure->name = name;
    figure->kind = kind;
    figure->entity = figure->namesake = NO_INDEX;
    return (uint32_t)(t->figures.size - 1);
}

/* The end of the run of capitalised words that begins at first. */
static uint32_t run_end(const struct reading *r, uint32_t first, uint32_t limit)
{
    uint32_t i = first + 1;
    while (i < limit && !r->tokens[i].newline) {
        if (may_be_named(&r->tokens[i]))
            i++;
        else if (i + 1 < limit && is_particle(r, i) && may_be_named(&r->tokens[i + 1]))
            i += 2;
        else
            break;
    }
    return i;
}

/* Splits a run at its last title; a title that ends it is a name when a first name stands before it: "Larry
 * King". */
static struct name split_run(const struct reading *r, struct stretch run)
{
    struct name name = {.title = {run.first, run.first}, .words = run, .figure = NO_INDEX};
    for (uint32_t i = run.first; i < run.end; i++)
        if (reading_has(r, i, TAG_TITLE | TAG_ROLE))
            name.title.end = name.words.first = i + 1;
    bool surname = stretch_is_empty(name.words) && reading_has(r, run.first, TAG_MALE | TAG_FEMALE) &&
                   !reading_has(r, run.first, TAG_TITLE);
    if (surname || reading_has(r, run.end - 1, TAG_ORGANISATION))
        name = (struct name){.title = {run.first, run.first}, .words = run, .figure = NO_INDEX};
    if (stretch_is_empty(name.title) && run.first > 0 && reading_has(r, run.first - 1, TAG_TITLE) &&
        reading_token(r, run.first - 1)->shape == TOKEN_LOWER)
        name.title = (struct stretch){run.first - 1, run.first};
    return name;
}

static uint32_t gender_of(const struct reading *r, const struct name *name)
{
    uint32_t gender = 0, both = TAG_MALE | TAG_FEMALE;
    for (uint32_t i = name->title.first; i < name->title.end; i++)
        gender |= r->tokens[i].tags & both;
    if (gender == 0 && name->words.end > name->words.first + 1)
        gender = r->tokens[name->words.first].tags & both;
    return gender == both ? 0 : gender;
}

static bool is_person(const struct reading *r, const struct name *name)
{
    if (reading_has(r, name->words.end - 1, TAG_ORGANISATION))
        return false;
    if (!stretch_is_empty(name->title))
        return true;
    return name->words.end > name->words.first + 1 &&
           reading_has(r, name->words.first, TAG_MALE | TAG_FEMALE);
}

static bool same_first_word(const struct reading *r, struct stretch a, struct stretch b)
{
    struct str x = r->tokens[a.first].lower, y = r->tokens[b.first].lower;
    if (x.size == 0 || y.size == 0)
        return false;
    bool initial = (x.size <= 2 && str_ends(x, STR("."))) || (y.size <= 2 && str_ends(y, STR(".")));
    return str_equal(x, y) || (initial && x.data[0] == y.data[0]);
}

/* Whether a name can be the figure's: one word always, more when the first agrees. */
static bool may_share(const struct reading *r, const struct figure *figure, const struct name *name,
                      uint32_t gender)
{
    if (figure->gender && gender && figure->gender != gender)
        return false;
    bool short_name = name->words.end == name->words.first + 1,
         short_figure = figure->name.end == figure->name.first + 1;
    return short_name || short_figure || same_first_word(r, figure->name, name->words);
}

static uint32_t find_figure(const struct name_table *t, const struct name *name, uint64_t key,
                            uint32_t gender)
{
    uint32_t index = t->slots[find_slot(t, key)];
    for (int i = 0; i < NAMES_MOST_NAMESAKES && index != NO_INDEX; i++) {
        if (may_share(t->reading, &t->figures.data[index], name, gender))
            return index;
        index = t->figures.data[index].namesake;
    }
    return NO_INDEX;
}

/* What one more mention tells about a figure. */
static void enrich(const struct reading *r, struct figure *figure, const struct name *name, uint32_t gender)
{
    uint32_t size = name->words.end - name->words.first, known = figure->name.end - figure->name.first;
    if (size > known && size <= 5)
        figure->name = name->words;
    if (!figure->gender)
        figure->gender = gender;
    if (is_person(r, name))
        figure->kind = FIGURE_PERSON;
    if (stretch_is_empty(figure->title) && !stretch_is_empty(name->title))
        figure->title = name->title;
}

static uint32_t assign_figure(struct name_table *t, const struct name *name)
{
    const struct reading *r = t->reading;
    uint64_t key = hash_word(r, name->words.end - 1);
    uint32_t gender = gender_of(r, name), index = find_figure(t, name, key, gender);
    if (index == NO_INDEX) {
        uint32_t namesake = t->slots[find_slot(t, key)];
        index = new_figure(t, name->words, FIGURE_UNKNOWN);
        t->figures.data[index].namesake = namesake;
    }
    set_key(t, key, index, true);
    bool family_first =
        name->words.end > name->words.first + 1 && !reading_has(r, name->words.first, TAG_MALE | TAG_FEMALE);
    if (family_first)
        set_key(t, hash_word(r, name->words.first), index, false); /* "Xi Jinping", later "Xi" */
    enrich(r, &t->figures.data[index], name, gender);
    return index;
}

static void find_runs(struct name_table *t, const struct paragraph *paragraph)
{
    const struct reading *r = t->reading;
    uint32_t pair = paragraph->first_pair, quoted_until = 0;
    for (uint32_t i = paragraph->tokens.first; i < paragraph->tokens.end;) {
        for (; pair < paragraph->pair_end && r->pairs[pair].open < i; pair++)
            if (r->pairs[pair].close > quoted_until)
                quoted_until = r->pairs[pair].close;
        if (!may_be_named(&r->tokens[i])) {
            i++;
            continue;
        }
        struct stretch run = {i, run_end(r, i, paragraph->tokens.end)};
        struct name name = split_run(r, run);
        name.quoted = i < quoted_until;
        vector_push(&t->names, name);
        i = run.end;
    }
}

void names_find(struct name_table *t, const struct reading *reading)
{
    *t = (struct name_table){.reading = reading};
    for (size_t i = 0; i < reading->paragraph_count; i++)
        find_runs(t, &reading->paragraphs[i]);
    make_slots(t, t->names.size);
    vector_each (&t->names, name)
        if (!stretch_is_empty(name->words))
            name->figure = assign_figure(t, name);
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

uint32_t names_phrase(struct name_table *t, struct stretch phrase, enum figure_kind kind)
{
    uint64_t key = hash_bytes(HASH_START, "phrase", 6); /* apart from single words */
    for (uint32_t i = phrase.first; i < phrase.end; i++) {
        struct str lower = t->reading->tokens[i].lower;
        key = hash_bytes(hash_mix(key), lower.data, lower.size);
    }
    size_t slot = find_slot(t, key);
    if (t->slots[slot] == NO_INDEX) {
        t->keys[slot] = key;
        t->slots[slot] = new_figure(t, phrase, kind);
    }
    return t->slots[slot];
}
