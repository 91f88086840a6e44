/* senses.c: makes the table of senses (src/annotate/senses.h) from WordNet's files.
 *
 *     senses /usr/share/wordnet SENSES.bin
 *
 * Of each verb, and of each noun that is common or means a person, a group, a feeling, communication or
 * thought, in all its forms, it keeps the lexicographer's file of the first sense and a few flags. Where
 * slots run out, common words come first. */
#include "senses.h"

#include "observation.h"

#include "whosaid/base/arena.h"
#include "whosaid/base/string.h"
#include "whosaid/base/vector.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Numbers of lexicographer's files and of sentence frames (wnintro(5), wninput(5)). */
enum {
    FIRST_NOUN_FILE = 3,
    NOUN_COGNITION = 9,
    NOUN_COMMUNICATION = 10,
    NOUN_FEELING = 12,
    NOUN_GROUP = 14,
    NOUN_PERSON = 18,
    FIRST_VERB_FILE = 29,
    VERB_COGNITION = 31,
    VERB_COMMUNICATION = 32,
    FRAME_THAT = 26,
    FRAME_INFINITIVE = 28,
    FRAME_WHETHER = 29,
    SENSES_READ = 4, /* rarer ones say little of a word in the news */
};

struct synset {
    unsigned long offset;
    unsigned file;
    bool clause, infinitive;
};

typedef VECTOR(struct synset) synset_vector;

/* A form of a word, and how common the word is: in how many of its senses it was met in tagged texts. */
struct entry {
    const char *form;
    unsigned rank, order;
    uint8_t sense, kind;
};

typedef VECTOR(struct entry) entry_vector;

struct maker {
    const char *folder;
    struct arena arena;
    entry_vector entries;
};

static FILE *open_file(const struct maker *m, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", m->folder, name);
    FILE *file = fopen(path, "r");
    if (!file) {
        perror(path);
        exit(2);
    }
    return file;
}

static void read_frames(struct synset *synset, char *rest)
{
    char *save;
    unsigned count = (unsigned)strtoul(rest, &save, 10);
    for (unsigned i = 0; i < count; i++) {
        unsigned frame, word;
        int used = 0;
        if (sscanf(save, " + %u %x%n", &frame, &word, &used) < 2)
            return;
        synset->clause |= frame == FRAME_THAT || frame == FRAME_WHETHER;
        synset->infinitive |= frame == FRAME_INFINITIVE;
        save += used;
    }
}

/* Skips count fields that spaces end. */
static char *skip(char *at, unsigned long count)
{
    while (count-- > 0 && at)
        at = strchr(at + 1, ' ');
    return at ? at : (char *)"";
}

static void read_synsets(const struct maker *m, const char *name, synset_vector *synsets)
{
    FILE *file = open_file(m, name);
    char *line = NULL;
    size_t capacity = 0;
    while (getline(&line, &capacity, file) > 0) {
        struct synset synset = {0};
        unsigned words;
        int used = 0;
        if (line[0] == ' ' ||
            sscanf(line, "%lu %u %*c %x%n", &synset.offset, &synset.file, &words, &used) < 3)
            continue;
        char *pointers = skip(line + used, 2ul * words);
        char *behind = pointers;
        unsigned long count = strtoul(pointers, &behind, 10);
        read_frames(&synset, skip(behind, 4 * count));
        vector_push(synsets, synset);
    }
    free(line);
    fclose(file);
}

static int compare_synsets(const void *a, const void *b)
{
    unsigned long x = ((const struct synset *)a)->offset, y = ((const struct synset *)b)->offset;
    return (x > y) - (x < y);
}

static const struct synset *find_synset(const synset_vector *synsets, unsigned long offset)
{
    struct synset key = {.offset = offset};
    return bsearch(&key, synsets->data, synsets->size, sizeof key, compare_synsets);
}

static uint8_t flags_of(enum sense_kind kind, const struct synset *s)
{
    bool verb = kind == SENSE_VERB;
    return (uint8_t)((s->file == (verb ? VERB_COMMUNICATION : NOUN_COMMUNICATION) ? SENSE_COMMUNICATION : 0) |
                     (s->file == (verb ? VERB_COGNITION : NOUN_COGNITION) ? SENSE_COGNITION : 0) |
                     ((verb ? s->clause : s->file == NOUN_PERSON) ? SENSE_CLAUSE : 0) |
                     (verb && s->infinitive ? SENSE_INFINITIVE : 0));
}

static bool is_kept(enum sense_kind kind, unsigned file, unsigned rank)
{
    return kind == SENSE_VERB || rank > 0 || file == NOUN_PERSON || file == NOUN_GROUP ||
           file == NOUN_FEELING || file == NOUN_COMMUNICATION || file == NOUN_COGNITION;
}

/* The sense of a line of an index, 0 for a word that is left out; *rank: how common. */
static uint8_t read_sense(enum sense_kind kind, const synset_vector *synsets, char *line, unsigned *rank)
{
    unsigned count, pointers, sense = 0;
    int used = 0;
    if (sscanf(line, "%*s %*c %u %u%n", &count, &pointers, &used) < 2)
        return 0;
    char *at = skip(line + used, pointers);
    if (sscanf(at, "%*u %u%n", rank, &used) < 1)
        return 0;
    at += used;
    for (unsigned i = 0; i < count && i < SENSES_READ; i++) {
        const struct synset *synset = find_synset(synsets, strtoul(at, &at, 10));
        if (!synset || (i == 0 && !is_kept(kind, synset->file, *rank)))
            return 0;
        if (i == 0 && kind == SENSE_VERB)
            sense = 16 * (synset->file - FIRST_VERB_FILE + 1);
        else if (i == 0)
            sense = 8 * (synset->file - FIRST_NOUN_FILE + 1);
        sense |= flags_of(kind, synset);
    }
    return (uint8_t)sense;
}

/* Adds the form of a word's first size letters, what is doubled, and an ending. */
static void add(struct maker *m, const struct entry *like, const char *word, size_t size, const char *doubled,
                const char *ending)
{
    char form[512];
    int length = snprintf(form, sizeof form, "%.*s%s%s", (int)size, word, doubled, ending);
    struct entry entry = *like;
    entry.form = arena_copy_string(&m->arena, form, (size_t)length);
    entry.order = (unsigned)m->entries.size;
    vector_push(&m->entries, entry);
}

static bool ends_in(const char *word, size_t size, const char *letters)
{
    return size > 0 && strchr(letters, word[size - 1]);
}

static bool is_hissing(const char *word, size_t size)
{
    return ends_in(word, size, "sxz") ||
           (size > 1 && ends_in(word, size, "h") && ends_in(word, size - 1, "cs"));
}

/* "carry", not "play" */
static bool ends_in_consonant_y(const char *word, size_t size)
{
    return size > 1 && word[size - 1] == 'y' && !ends_in(word, size - 1, "aeiou");
}

/* "stop" doubles its last letter, "ask" and "repeat" do not; longer words may or may not. */
static bool may_double(const char *word, size_t size)
{
    return size > 2 && ends_in(word, size, "bdgklmnprt") && ends_in(word, size - 1, "aeiou") &&
           !ends_in(word, size - 2, "aeiou");
}

static void add_forms(struct maker *m, const struct entry *like, const char *word)
{
    size_t size = strlen(word);
    bool y = ends_in_consonant_y(word, size), e = ends_in(word, size, "e");
    add(m, like, word, size, "", "");
    add(m, like, word, size - y, "", y ? "ies" : is_hissing(word, size) ? "es" : "s");
    if (like->kind != SENSE_VERB)
        return;
    add(m, like, word, size - (y || e), "", y ? "ied" : "ed");
    add(m, like, word, size - e, "", "ing");
    if (may_double(word, size)) {
        const char last[] = {word[size - 1], '\0'};
        add(m, like, word, size, last, "ed");
        add(m, like, word, size, last, "ing");
    }
}

static bool is_word(const char *word)
{
    for (; *word; word++)
        if (*word < 'a' || *word > 'z')
            return false;
    return true;
}

static void read_index(struct maker *m, enum sense_kind kind, const char *name, const synset_vector *synsets)
{
    FILE *file = open_file(m, name);
    char *line = NULL, word[256];
    size_t capacity = 0;
    while (getline(&line, &capacity, file) > 0) {
        struct entry entry = {.kind = (uint8_t)kind};
        if (line[0] == ' ' || sscanf(line, "%255s", word) != 1 || !is_word(word))
            continue;
        entry.sense = read_sense(kind, synsets, line, &entry.rank);
        if (entry.sense)
            add_forms(m, &entry, word);
    }
    free(line);
    fclose(file);
}

static int compare_forms(const void *a, const void *b)
{
    return strcmp(((const struct entry *)a)->form, ((const struct entry *)b)->form);
}

/* Adds forms that no rule makes ("said"), of words from entry first on. */
static void read_exceptions(struct maker *m, const char *name, size_t first)
{
    FILE *file = open_file(m, name);
    size_t count = m->entries.size - first;
    struct entry *known = arena_array(&m->arena, count, struct entry);
    char form[256], word[256], *line = NULL;
    size_t capacity = 0;
    if (count > 0)
        memcpy(known, m->entries.data + first, count * sizeof *known);
    qsort(known, count, sizeof *known, compare_forms);
    while (getline(&line, &capacity, file) > 0) {
        struct entry key = {.form = word};
        if (sscanf(line, "%255s %255s", form, word) != 2 || !is_word(form))
            continue;
        const struct entry *found = bsearch(&key, known, count, sizeof *known, compare_forms);
        if (found)
            add(m, found, form, strlen(form), "", "");
    }
    free(line);
    fclose(file);
}

static void read_part(struct maker *m, enum sense_kind kind, const char *part)
{
    char name[64];
    synset_vector synsets = {0};
    size_t first = m->entries.size;
    snprintf(name, sizeof name, "data.%s", part);
    read_synsets(m, name, &synsets);
    snprintf(name, sizeof name, "index.%s", part);
    read_index(m, kind, name, &synsets);
    snprintf(name, sizeof name, "%s.exc", part);
    read_exceptions(m, name, first);
    vector_release(&synsets);
}

static int compare_ranks(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return x->rank != y->rank ? (x->rank < y->rank) - (x->rank > y->rank)
                              : (x->order > y->order) - (x->order < y->order);
}

/* Puts an entry into the first free slot; false when there is none near, or one that looks the same. */
static bool place(uint16_t *table, const struct entry *entry)
{
    uint8_t check;
    uint32_t slot = senses_slot(observation_hash(str_from(entry->form)), entry->kind, &check);
    for (uint32_t probe = 0; probe < SENSES_MOST_PROBES; probe++) {
        uint16_t *at = &table[(slot + probe) % SENSES_SLOTS];
        if (*at && *at >> 8 == check)
            return false;
        if (*at == 0) {
            *at = (uint16_t)(check << 8 | entry->sense);
            return true;
        }
    }
    return false;
}

int main(int argc, char **argv)
{
    static uint16_t table[SENSES_SLOTS];
    struct maker m = {.folder = argc == 3 ? argv[1] : NULL};
    size_t placed = 0;
    if (argc != 3) {
        fprintf(stderr, "usage: senses WORDNET-FOLDER SENSES.bin\n");
        return 2;
    }
    arena_init(&m.arena);
    read_part(&m, SENSE_VERB, "verb");
    read_part(&m, SENSE_NOUN, "noun");
    qsort(m.entries.data, m.entries.size, sizeof *m.entries.data, compare_ranks);
    vector_each (&m.entries, entry)
        placed += place(table, entry);
    FILE *file = fopen(argv[2], "wb");
    bool good = file && fwrite(table, sizeof table, 1, file) == 1;
    if (!file || fclose(file) != 0 || !good) {
        perror(argv[2]);
        return 1;
    }
    printf("%zu forms, %zu of them placed\n", m.entries.size, placed);
    vector_release(&m.entries);
    arena_release(&m.arena);
    return 0;
}
