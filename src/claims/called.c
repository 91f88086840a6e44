/* called.c: see called.h. */
#include "called.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/base/hash.h"
#include "whosaid/text/character.h"

#include <string.h>

uint64_t called_word_key(struct str word)
{
    return hash_bytes(HASH_START, word.data, word.size);
}

/* "russia's" without its ending. */
static void drop_possessive(struct strbuf *word)
{
    static const char *const endings[] = {"'s", "\u2019s"};
    for (size_t e = 0; e < LENGTH(endings); e++)
        if (str_ends(strbuf_str(word), str_from(endings[e])) && word->size > strlen(endings[e]))
            word->data[word->size -= strlen(endings[e])] = '\0';
}

/* Cuts text into folded words; dots inside words go, "U.S." is "us". Returns how many there are, at most
 * most. */
static uint32_t cut_words(struct str text, struct arena *arena, struct str *words, uint32_t most)
{
    struct strbuf folded, word;
    uint32_t count = 0;
    strbuf_init(&folded);
    strbuf_init(&word);
    text_fold(text, &folded);
    for (size_t i = 0; i <= folded.size && count < most; i++) {
        char c = i < folded.size ? folded.data[i] : ' ';
        bool ends = c == ' ' || c == '\n' || c == '\t' || c == ',' || c == '(' || c == ')';
        if (!ends && c != '.')
            strbuf_add_byte(&word, c);
        if (ends && word.size > 0) {
            drop_possessive(&word);
            words[count++] = (struct str){arena_copy_string(arena, word.data, word.size), word.size};
            strbuf_clear(&word);
        }
    }
    strbuf_release(&folded);
    strbuf_release(&word);
    return count;
}

static void drop_first(struct called *called)
{
    memmove(called->words, called->words + 1, --called->count * sizeof *called->words);
}

static void drop_suffix(struct called *called)
{
    static const char *const suffixes[] = {"jr", "sr", "ii", "iii", "iv"};
    struct str last = called->words[called->count - 1];
    if (called->count < 2 || !STR_IS_ONE_OF(last, suffixes))
        return;
    called->suffix = called_word_key(last);
    called->count--;
}

/* A phrase with one of these describes somebody and is no title: "spokesperson for the embassy". */
static bool is_description(const struct called *called)
{
    static const char *const links[] = {"of", "for", "at", "in", "to", "who", "with", "from", "and", "near"};
    for (uint32_t i = 0; i < called->count; i++)
        if (STR_IS_ONE_OF(called->words[i], links))
            return true;
    return false;
}

static bool is_particle(struct str word)
{
    static const char *const particles[] = {"van", "von", "der", "den", "de", "ten", "ter", "bin",
                                            "ibn", "al",  "el",  "la",  "di", "da",  "dos", "del"};
    return STR_IS_ONE_OF(word, particles);
}

/* How many words a name has besides particles. */
static uint32_t count_names(const struct called *called)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < called->count; i++)
        count += !is_particle(called->words[i]);
    return count;
}

static enum called_form form_of(const struct called *called, const struct entity *entity)
{
    bool person = entity->kind == ENTITY_PERSON;
    if (entity->kind == ENTITY_ROLE && !is_description(called))
        return CALLED_TITLE;
    if ((!person && entity->kind != ENTITY_UNKNOWN) || is_description(called))
        return CALLED_OTHER;
    uint32_t names = count_names(called);
    if (names == 1 || (names == 2 && called->words[0].size == 1))
        return CALLED_BARE;
    return person ? CALLED_FULL : CALLED_OTHER;
}

/* The letters of "IAEA", or the initials of "International Atomic Energy Agency"; small words have none. */
static uint64_t initials_of(const struct called *called, struct str name)
{
    static const char *const small[] = {"of", "the", "and", "for", "on"};
    char letters[CALLED_MOST_WORDS];
    size_t count = 0;
    if (called->count == 1) {
        bool upper = name.size >= 2;
        for (size_t i = 0; i < name.size; i++)
            upper &= name.data[i] == '.' || ascii_is_upper(name.data[i]);
        return upper && called->words[0].size >= 2 ? called_word_key(called->words[0]) : 0;
    }
    for (uint32_t i = 0; i < called->count; i++)
        if (!STR_IS_ONE_OF(called->words[i], small))
            letters[count++] = called->words[i].data[0];
    return count >= 2 ? hash_bytes(HASH_START, letters, count) : 0;
}

/* Splits a title at the words that make its office: "russian" | "foreign minister". */
static void read_title(struct called *called, const struct str *words, uint32_t count)
{
    static const char *const offices[] = {"prime",    "deputy",    "vice",    "foreign",  "former",
                                          "acting",   "interim",   "defense", "defence",  "chief",
                                          "attorney", "assistant", "general", "minister", "secretary",
                                          "majority", "minority",  "press"};
    uint32_t first = count;
    if (count == 0)
        return;
    called->rank = words[count - 1];
    called->office = HASH_START;
    while (first > 0 && (first == count || STR_IS_ONE_OF(words[first - 1], offices)))
        first--;
    for (uint32_t i = first; i < count; i++)
        called->office = hash_bytes(hash_mix(called->office), words[i].data, words[i].size);
    for (uint32_t i = 0; i < first; i++)
        called->places[called->place_count++] = words[i];
}

/* The title before a name, else the role of an apposition; what the affiliation says is a place too. */
static void read_office(struct str text, const struct entity *entity, struct arena *arena,
                        struct called *called)
{
    struct str words[CALLED_MOST_WORDS];
    struct span title = span_is_empty(entity->title) ? entity->role : entity->title;
    if (called->form == CALLED_TITLE) {
        read_title(called, called->words, called->count);
        return;
    }
    read_title(called, words, cut_words(span_str(text, title), arena, words, CALLED_MOST_WORDS));
    uint32_t count = cut_words(span_str(text, entity->affiliation), arena, words, CALLED_MOST_WORDS);
    for (uint32_t i = 0; i < count && called->place_count < CALLED_MOST_WORDS; i++)
        called->places[called->place_count++] = words[i];
}

/* "Department of State" as "State Department", "U.S." left out: the words of one body in one order. */
static void order_department(struct called *called)
{
    static const char *const bodies[] = {"department", "ministry"}, *const countries[] = {"us", "american"};
    while (
        called->count > 2 && STR_IS_ONE_OF(called->words[0], countries) &&
        (STR_IS_ONE_OF(called->words[1], bodies) || STR_IS_ONE_OF(called->words[called->count - 1], bodies)))
        drop_first(called);
    if (called->count < 3 || !STR_IS_ONE_OF(called->words[0], bodies) ||
        !str_equal(called->words[1], STR("of")))
        return;
    struct str body = called->words[0];
    drop_first(called);
    drop_first(called);
    if (str_equal(called->words[0], STR("the")) && called->count > 1)
        drop_first(called);
    called->words[called->count++] = body;
}

/* The first of two surnames: "Carolina Ibáñez Lagos". */
static uint64_t other_surname(const struct called *called)
{
    if (called->count < 3 || called->form != CALLED_FULL)
        return 0;
    struct str word = called->words[called->count - 2];
    bool letters = word.size > 2 && ascii_is_lower(word.data[0]);
    return letters && !is_particle(word) ? called_word_key(word) : 0;
}

/* Whether "the" stands before a name in the text. */
static bool follows_the(struct str text, struct span name)
{
    return name.start >= 4 && str_equal_nocase(str_slice(text, name.start - 4, name.start), STR("the "));
}

static bool has_capital(struct str name)
{
    for (size_t i = 0; i < name.size; i++)
        if (ascii_is_upper(name.data[i]))
            return true;
    return false;
}

void called_read(struct str text, const struct entity *entity, struct arena *arena, struct called *called)
{
    struct str name = span_str(text, entity->name);
    *called = (struct called){.form = CALLED_OTHER, .key = HASH_START};
    called->count = cut_words(name, arena, called->words, CALLED_MOST_WORDS);
    if (called->count > 1 && str_equal(called->words[0], STR("the")))
        drop_first(called);
    if (called->count == 0)
        return;
    drop_suffix(called);
    order_department(called);
    for (uint32_t i = 0; i < called->count; i++)
        called->key = hash_bytes(hash_mix(called->key), called->words[i].data, called->words[i].size);
    called->form = form_of(called, entity);
    called->other = other_surname(called);
    called->definite = follows_the(text, entity->name);
    char middle = called->count > 2 ? called->words[1].data[0] : '\0';
    if (called->form == CALLED_FULL && ascii_is_lower(middle) &&
        !is_particle(called->words[1])) /* no nickname */
        called->middle = middle;
    called->initials = initials_of(called, name);
    called->named = entity->kind == ENTITY_ORGANISATION || has_capital(str_slice(name, 1, name.size));
    read_office(text, entity, arena, called);
}

bool called_ranks_agree(struct str a, struct str b)
{
    if (a.size == 0 || b.size == 0 || str_equal(a, b))
        return true;
    return str_starts(a, b) || str_starts(b, a); /* "sen" of "Sen.", "senator" */
}
