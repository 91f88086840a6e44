/* words.c: see words.h. The scanner is one pass; everything costly is done once a distinct form. */
#include "words.h"

#include "spelling.h"

#include "whosaid/base/arena.h"
#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <assert.h>
#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

/* Strings that share a number; an open-addressing table of indices into entries. */
struct table_entry {
    struct str text;
    uint32_t value;
};

struct table {
    VECTOR(struct table_entry) entries;
    uint32_t *slots; /* index + 1, 0 empty */
    size_t slot_count;
};

/* The synonym groups of a stem, 0 none. */
struct synonym_groups {
    uint8_t of[FORM_MOST_GROUPS];
};

struct vocabulary {
    struct arena arena;
    struct table forms; /* lower-case text to index into list */
    struct table keys;  /* spellings and stems to numbers */
    VECTOR(struct form) list;
    VECTOR(struct synonym_groups) groups; /* by stem */
    VECTOR(uint32_t) group_concepts;      /* by synonym group: the stem of its first word; 0 is no group */
    struct table irregular;               /* "met" to the stem of "meet" */
    struct sb_stemmer *stemmer;
    struct strbuf lower, key; /* scratch */
};

static size_t table_slot(const struct table *table, struct str text)
{
    size_t mask = table->slot_count - 1;
    size_t slot = hash_mix(hash_bytes(HASH_START, text.data, text.size)) & mask;
    while (table->slots[slot] && !str_equal(table->entries.data[table->slots[slot] - 1].text, text))
        slot = (slot + 1) & mask;
    return slot;
}

static void table_grow(struct table *table)
{
    table->slot_count = table->slot_count ? table->slot_count * 2 : 1024;
    free(table->slots);
    table->slots = memory_calloc(table->slot_count, sizeof *table->slots);
    for (uint32_t i = 0; i < table->entries.size; i++)
        table->slots[table_slot(table, table->entries.data[i].text)] = i + 1;
}

/* The entry of text, or NULL. Borrowed, until the table grows. */
static struct table_entry *table_find(const struct table *table, struct str text)
{
    uint32_t found = table->slot_count ? table->slots[table_slot(table, text)] : 0;
    return found ? &table->entries.data[found - 1] : NULL;
}

/* Adds text, which must be new, with its own copy of the bytes. */
static struct table_entry *table_add(struct table *table, struct arena *arena, struct str text,
                                     uint32_t value)
{
    if ((table->entries.size + 1) * 2 > table->slot_count)
        table_grow(table);
    struct table_entry entry = {{arena_copy_string(arena, text.data, text.size), text.size}, value};
    size_t slot = table_slot(table, text);
    vector_push(&table->entries, entry);
    table->slots[slot] = (uint32_t)table->entries.size;
    return &vector_last(&table->entries);
}

static uint32_t key_number(struct vocabulary *v, struct str key)
{
    struct table_entry *entry = table_find(&v->keys, key);
    if (entry)
        return entry->value;
    uint32_t number = (uint32_t)v->keys.entries.size;
    table_add(&v->keys, &v->arena, key, number);
    (void)vector_add(&v->groups);
    return number;
}

static const char *const NUMBERS[] = {"zero",     "one",      "two",      "three",   "four",    "five",
                                      "six",      "seven",    "eight",    "nine",    "ten",     "eleven",
                                      "twelve",   "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
                                      "eighteen", "nineteen", "twenty"};

enum { ORDINAL = FORM_FIRST_ORDINAL };

static const struct {
    const char *word;
    int32_t value;
} MORE_NUMBERS[] = {
    {"thirty", 30},       {"forty", 40},           {"fifty", 50},          {"sixty", 60},
    {"seventy", 70},      {"eighty", 80},          {"ninety", 90},         {"first", ORDINAL + 1},
    {"1st", ORDINAL + 1}, {"second", ORDINAL + 2}, {"2nd", ORDINAL + 2},   {"third", ORDINAL + 3},
    {"3rd", ORDINAL + 3}, {"fourth", ORDINAL + 4}, {"4th", ORDINAL + 4},   {"fifth", ORDINAL + 5},
    {"5th", ORDINAL + 5}, {"sixth", ORDINAL + 6},  {"6th", ORDINAL + 6},   {"seventh", ORDINAL + 7},
    {"7th", ORDINAL + 7}, {"eighth", ORDINAL + 8}, {"8th", ORDINAL + 8},   {"ninth", ORDINAL + 9},
    {"9th", ORDINAL + 9}, {"tenth", ORDINAL + 10}, {"10th", ORDINAL + 10},
};

static int32_t digits_value(struct str text)
{
    int64_t value = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == ',')
            continue;
        if (!ascii_is_digit(text.data[i]) || value > ORDINAL / 10 - 10)
            return FORM_NO_NUMBER;
        value = value * 10 + (text.data[i] - '0');
    }
    return (int32_t)value;
}

static int32_t number_value(struct str text)
{
    if (ascii_is_digit(text.data[0]) && text.data[text.size - 1] <= '9')
        return digits_value(text);
    size_t number = STR_ROW(text, NUMBERS), more = STR_ROW(text, MORE_NUMBERS);
    if (number != STR_NONE)
        return (int32_t)number;
    return more != STR_NONE ? MORE_NUMBERS[more].value : FORM_NO_NUMBER;
}

#define NO_STEM UINT32_MAX

static uint32_t stem_number(struct vocabulary *v, struct str spelling)
{
    const struct table_entry *irregular = table_find(&v->irregular, spelling);
    if (irregular)
        return irregular->value;
    const sb_symbol *stem = sb_stemmer_stem(v->stemmer, (const sb_symbol *)spelling.data, (int)spelling.size);
    if (!stem)
        return key_number(v, spelling);
    struct str text = {(const char *)stem, (size_t)sb_stemmer_length(v->stemmer)};
    return key_number(v, text);
}

/* What two forms share when they mean the same: the first synonym group, the number, else the stem. */
static uint32_t concept_number(struct vocabulary *v, const struct form *form)
{
    if (form->groups[0] && form->groups[0] < v->group_concepts.size)
        return v->group_concepts.data[form->groups[0]];
    if (form->number == FORM_NO_NUMBER)
        return form->stem;
    strbuf_clear(&v->key);
    strbuf_add_format(&v->key, "#%d", form->number);
    return key_number(v, strbuf_str(&v->key));
}

uint32_t vocabulary_intern(struct vocabulary *v, struct str lower)
{
    struct table_entry *entry = table_find(&v->forms, lower);
    if (entry)
        return entry->value;
    uint32_t index = (uint32_t)v->list.size;
    struct form form = {.number = lower.size ? number_value(lower) : FORM_NO_NUMBER};
    form.text = table_add(&v->forms, &v->arena, lower, index)->text;
    form.hash = hash_mix(hash_bytes(HASH_START, lower.data, lower.size));
    strbuf_clear(&v->key);
    spelling_fold(form.text, &v->key);
    form.spelling = key_number(v, strbuf_str(&v->key));
    form.stem = stem_number(v, strbuf_str(&v->key));
    form.past =
        (lower.size > 4 && str_ends(lower, STR("ed"))) || table_find(&v->irregular, strbuf_str(&v->key));
    memcpy(form.groups, v->groups.data[form.stem].of, sizeof form.groups);
    form.concept = concept_number(v, &form);
    vector_push(&v->list, form);
    return index;
}

const struct form *vocabulary_form(const struct vocabulary *v, uint32_t form)
{
    return &v->list.data[form];
}

size_t vocabulary_key_count(const struct vocabulary *v)
{
    return v->keys.entries.size;
}

/* Interns the words of a space-separated list and hands each to visit. */
static void each_listed(struct vocabulary *v, const char *list,
                        void (*visit)(struct vocabulary *v, uint32_t form, uint32_t argument),
                        uint32_t argument)
{
    for (struct str rest = str_from(list); rest.size;) {
        size_t end = str_find(rest, STR(" "), 0);
        struct str word = str_slice(rest, 0, end);
        visit(v, vocabulary_intern(v, word), argument);
        rest = str_slice(rest, word.size + 1, rest.size);
    }
}

static void set_class(struct vocabulary *v, uint32_t form, uint32_t class)
{
    v->list.data[form].kind = (uint8_t) class;
}

static void add_trait(struct vocabulary *v, uint32_t form, uint32_t trait)
{
    v->list.data[form].name_traits |= (uint8_t)trait;
}

static void set_base(struct vocabulary *v, uint32_t form, uint32_t base)
{
    v->list.data[form].base = base;
}

static void add_group(struct vocabulary *v, uint32_t form, uint32_t group)
{
    uint8_t *of = v->groups.data[v->list.data[form].stem].of;
    for (size_t i = 0; i < FORM_MOST_GROUPS; i++) {
        if (of[i] == group)
            return;
        if (!of[i]) {
            of[i] = (uint8_t)group;
            return;
        }
    }
}

static const struct {
    enum form_class kind;
    const char *words;
} CLASSES[] = {
#define CLASS(kind, words) {kind, words},
#include "word_classes.def"
#undef CLASS
};

static const struct {
    enum name_trait trait;
    const char *words;
} ROLES[] = {
#define ROLE(trait, words) {trait, words},
#include "speaker_words.def"
#undef ROLE
};

static const char *const GROUPS[] = {
#define GROUP(words) words,
#include "synonyms.def"
#undef GROUP
};

static_assert(LENGTH(GROUPS) < UINT8_MAX, "groups are numbered in a byte");

static const char *const AUXILIARIES[] = {"am is are was were be been being", "have has had having",
                                          "do does did doing done"};

static const char *const IRREGULAR[] = {
#define VERB(forms) forms,
#include "irregular_verbs.def"
#undef VERB
};

/* Each list is a base form and its past forms. Done before any word of theirs is interned. */
static void add_irregular_verbs(struct vocabulary *v)
{
    for (size_t i = 0; i < LENGTH(IRREGULAR); i++) {
        struct str rest = str_from(IRREGULAR[i]);
        uint32_t stem = NO_STEM;
        while (rest.size) {
            struct str word = str_slice(rest, 0, str_find(rest, STR(" "), 0));
            if (stem == NO_STEM)
                stem = stem_number(v, word);
            else
                table_add(&v->irregular, &v->arena, word, stem);
            rest = str_slice(rest, word.size + 1, rest.size);
        }
    }
}

static void set_group_concept(struct vocabulary *v, uint32_t form, uint32_t group)
{
    if (v->group_concepts.size <= group)
        vector_push(&v->group_concepts, v->list.data[form].stem);
}

static void add_lists(struct vocabulary *v)
{
    add_irregular_verbs(v);
    for (size_t i = 0; i < LENGTH(CLASSES); i++)
        each_listed(v, CLASSES[i].words, set_class, CLASSES[i].kind);
    for (uint32_t i = 0; i < LENGTH(AUXILIARIES); i++)
        each_listed(v, AUXILIARIES[i], set_base, i + 1);
    for (uint32_t i = 0; i < LENGTH(GROUPS); i++)
        each_listed(v, GROUPS[i], add_group, i + 1);
    for (size_t i = 0; i < LENGTH(ROLES); i++)
        each_listed(v, ROLES[i].words, add_trait, ROLES[i].trait);
    vector_push(&v->group_concepts, NO_STEM);
    for (uint32_t i = 0; i < LENGTH(GROUPS); i++)
        each_listed(v, GROUPS[i], set_group_concept, i + 1);
    for (size_t i = 0; i < v->list.size; i++) { /* listed before the groups of their stems were known */
        struct form *form = &v->list.data[i];
        memcpy(form->groups, v->groups.data[form->stem].of, sizeof form->groups);
        form->concept = concept_number(v, form);
    }
}

struct vocabulary *vocabulary_new(void)
{
    struct vocabulary *v = memory_calloc(1, sizeof *v);
    arena_init(&v->arena);
    strbuf_init(&v->lower);
    strbuf_init(&v->key);
    v->stemmer = sb_stemmer_new("english", NULL);
    if (!v->stemmer)
        memory_exhausted();
    add_lists(v);
    return v;
}

void vocabulary_free(struct vocabulary *v)
{
    if (!v)
        return;
    sb_stemmer_delete(v->stemmer);
    strbuf_release(&v->lower);
    strbuf_release(&v->key);
    vector_release(&v->forms.entries);
    vector_release(&v->keys.entries);
    vector_release(&v->irregular.entries);
    free(v->forms.slots);
    free(v->keys.slots);
    free(v->irregular.slots);
    vector_release(&v->list);
    vector_release(&v->groups);
    vector_release(&v->group_concepts);
    arena_release(&v->arena);
    free(v);
}

/* ---- comparing */

static bool share_group(const struct form *a, const struct form *b)
{
    for (size_t i = 0; i < FORM_MOST_GROUPS && a->groups[i]; i++)
        for (size_t j = 0; j < FORM_MOST_GROUPS && b->groups[j]; j++)
            if (a->groups[i] == b->groups[j])
                return true;
    return false;
}

/* Two spellings of one name; only names, since "adopted" and "adapted" are as near. */
static bool are_near_names(const struct form *a, const struct form *b, const struct word *word_a,
                           const struct word *word_b)
{
    return (word_a->flags & WORD_CAPITAL) && (word_b->flags & WORD_CAPITAL) &&
           spelling_is_near(a->text, b->text);
}

enum word_likeness words_compare(const struct vocabulary *vocabulary, const struct word *word_a,
                                 const struct word *word_b)
{
    if (word_a->form == word_b->form)
        return LIKENESS_EXACT;
    const struct form *a = &vocabulary->list.data[word_a->form], *b = &vocabulary->list.data[word_b->form];
    if (a->spelling == b->spelling)
        return LIKENESS_SPELLING;
    if (a->number != FORM_NO_NUMBER && a->number == b->number)
        return LIKENESS_NUMBER;
    if (a->stem == b->stem || (a->base && a->base == b->base))
        return LIKENESS_STEM;
    if (share_group(a, b))
        return LIKENESS_SYNONYM;
    return are_near_names(a, b, word_a, word_b) ? LIKENESS_SPELLING : LIKENESS_NONE;
}

bool word_has_content(const struct vocabulary *vocabulary, const struct word *word)
{
    return vocabulary->list.data[word->form].kind == FORM_CONTENT;
}
