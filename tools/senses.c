/* senses.c: makes the table of senses (src/annotate/senses.h) from WordNet's files.
 *
 *     senses /usr/share/wordnet SENSES.bin
 *
 * Of each verb, of each noun that is common or means a person, a group, a feeling, communication or thought,
 * in all their forms, and of each adjective that is derived from a noun or a verb, it keeps what senses.h
 * tells of. Where slots run out, common words come first. */
#include "senses.h"

#include "observation.h"
#include "wordnet.h"

#include "whosaid/base/array.h"
#include "whosaid/base/string.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Numbers of lexicographer's files (lexnames(5WN)). */
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
    VERB_EMOTION = 37,
};

enum {
    SENSES_READ = 4, /* whose flags are kept */
    FRAMES_READ = 3, /* whose frames are */
};

/* A form of a word, and how common the word is. */
struct entry {
    const char *form;
    unsigned rank, order;
    uint8_t kind; /* enum sense_kind */
    struct sense sense;
};

typedef VECTOR(struct entry) entry_vector;

struct maker {
    const char *folder;
    struct arena arena;
    synset_vector synsets[SENSE_ADJECTIVE + 1]; /* by enum sense_kind */
    entry_vector entries;
};

#define FRAME(number) (UINT64_C(1) << (number))

/* The frames of a verb that a bit each stands for (wninput(5WN)): ... that CLAUSE, whether INFINITIVE, to
 * INFINITIVE, somebody to INFINITIVE, (somebody) INFINITIVE, (into) V-ing, it ... that CLAUSE, something or
 * somebody. */
static const uint64_t frames[] = {FRAME(26),
                                  FRAME(29),
                                  FRAME(28),
                                  FRAME(24) | FRAME(25),
                                  FRAME(32) | FRAME(35),
                                  FRAME(30) | FRAME(33),
                                  FRAME(34),
                                  FRAME(8) | FRAME(9) | FRAME(11)};

static uint8_t flags_of(enum sense_kind kind, const struct synset *s)
{
    bool verb = kind == SENSE_VERB;
    bool clause = verb ? s->frames & (frames[0] | frames[1]) : s->file == NOUN_PERSON;
    return (uint8_t)((s->file == (verb ? VERB_COMMUNICATION : NOUN_COMMUNICATION) ? SENSE_COMMUNICATION : 0) |
                     (s->file == (verb ? VERB_COGNITION : NOUN_COGNITION) ? SENSE_COGNITION : 0) |
                     (clause ? SENSE_CLAUSE : 0) | (verb && (s->frames & frames[2]) ? SENSE_INFINITIVE : 0));
}

static bool is_kept(const struct word *word)
{
    unsigned file = word->senses[0]->file;
    return word->rank > 0 || file == NOUN_PERSON || file == NOUN_GROUP || file == NOUN_FEELING ||
           file == NOUN_COMMUNICATION || file == NOUN_COGNITION;
}

static bool tells(const struct synset *s)
{
    return s->file == VERB_COMMUNICATION || s->file == VERB_COGNITION || s->file == VERB_EMOTION ||
           s->file == NOUN_COMMUNICATION || s->file == NOUN_COGNITION || s->file == NOUN_FEELING;
}

static uint8_t frames_of(const struct word *word)
{
    uint64_t taken = 0;
    uint8_t bits = 0;
    for (size_t i = 0; i < word->sense_count && i < FRAMES_READ; i++)
        taken |= word->senses[i]->frames;
    for (size_t f = 0; f < LENGTH(frames); f++)
        bits |= (uint8_t)((taken & frames[f] ? 1 : 0) << f);
    return bits;
}

static struct sense sense_of(enum sense_kind kind, const struct word *word)
{
    const struct synset *first = word->senses[0];
    unsigned file = kind == SENSE_VERB ? 16 * (first->file - FIRST_VERB_FILE + 1)
                                       : 8 * (first->file - FIRST_NOUN_FILE + 1);
    struct sense sense = {.group = (uint8_t)file, .kind = first->kind};
    sense.other = kind == SENSE_VERB ? frames_of(word) : word->sense_count > 1 ? word->senses[1]->kind : 0;
    for (size_t i = 0; i < word->sense_count && i < SENSES_READ; i++)
        sense.group |= flags_of(kind, word->senses[i]);
    for (size_t i = 0; i < word->sense_count && sense.telling == 0; i++)
        if (tells(word->senses[i]))
            sense.telling = word->senses[i]->kind;
    return sense;
}

static uint8_t kind_of(const synset_vector *synsets, unsigned long offset)
{
    const struct synset *synset = offset ? wordnet_find(synsets, offset) : NULL;
    return synset ? synset->kind : 0;
}

/* What an adjective is derived from; all zero when that is not known. */
static struct sense sense_of_adjective(const struct maker *m, const struct word *word)
{
    struct sense sense = {0};
    for (size_t i = 0; i < word->sense_count && i < FRAMES_READ; i++) {
        if (sense.kind == 0)
            sense.kind = kind_of(&m->synsets[SENSE_NOUN], word->senses[i]->from_noun);
        if (sense.other == 0)
            sense.other = kind_of(&m->synsets[SENSE_VERB], word->senses[i]->from_verb);
    }
    return sense;
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
    add(m, like, word, size, "", "");
    if (like->kind == SENSE_ADJECTIVE)
        return;
    bool y = ends_in_consonant_y(word, size), e = ends_in(word, size, "e");
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

static int compare_forms(const void *a, const void *b)
{
    return strcmp(((const struct entry *)a)->form, ((const struct entry *)b)->form);
}

/* Adds forms that no rule makes ("said"), of words from entry first on. */
static void read_exceptions(struct maker *m, const char *name, size_t first)
{
    FILE *file = wordnet_open(m->folder, name);
    size_t count = m->entries.size - first;
    struct entry *known = arena_array(&m->arena, count, struct entry);
    char form[256], word[256], *line = NULL;
    size_t capacity = 0;
    if (count > 0)
        memcpy(known, m->entries.data + first, count * sizeof *known);
    qsort(known, count, sizeof *known, compare_forms);
    while (getline(&line, &capacity, file) > 0) {
        struct entry key = {.form = word};
        if (sscanf(line, "%255s %255s", form, word) != 2 || !wordnet_is_plain(form))
            continue;
        const struct entry *found = bsearch(&key, known, count, sizeof *known, compare_forms);
        if (found)
            add(m, found, form, strlen(form), "", "");
    }
    free(line);
    fclose(file);
}

static void add_word(struct maker *m, enum sense_kind kind, const struct word *word)
{
    struct entry entry = {.kind = (uint8_t)kind, .rank = word->rank};
    if (kind == SENSE_NOUN && !is_kept(word))
        return;
    entry.sense = kind == SENSE_ADJECTIVE ? sense_of_adjective(m, word) : sense_of(kind, word);
    if (!sense_is_empty(entry.sense))
        add_forms(m, &entry, word->text);
}

static void read_part(struct maker *m, enum sense_kind kind, const char *part)
{
    char name[64];
    word_vector words = {0};
    size_t first = m->entries.size;
    wordnet_read_synsets(m->folder, part, &m->synsets[kind]);
    wordnet_read_words(m->folder, part, &m->synsets[kind], &m->arena, &words);
    wordnet_find_kinds(&m->synsets[kind]);
    vector_each (&words, word)
        add_word(m, kind, word);
    snprintf(name, sizeof name, "%s.exc", part);
    if (kind != SENSE_ADJECTIVE)
        read_exceptions(m, name, first);
    vector_release(&words);
}

static int compare_ranks(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return x->rank != y->rank ? COMPARE(y->rank, x->rank) : COMPARE(x->order, y->order);
}

/* Puts an entry into the first free slot; false when there is none near, or one that looks the same. */
static bool place(struct sense_slot *table, const struct entry *entry)
{
    uint8_t check;
    uint32_t slot = senses_slot(observation_hash(str_from(entry->form)), entry->kind, &check);
    for (uint32_t probe = 0; probe < SENSES_MOST_PROBES; probe++) {
        struct sense_slot *at = &table[(slot + probe) % SENSES_SLOTS];
        bool free = sense_is_empty(at->sense);
        if (!free && at->check == check)
            return false;
        if (free) {
            *at = (struct sense_slot){.check = check, .sense = entry->sense};
            return true;
        }
    }
    return false;
}

int main(int argc, char **argv)
{
    static struct sense_slot table[SENSES_SLOTS];
    struct maker m = {.folder = argc == 3 ? argv[1] : NULL};
    size_t placed = 0;
    if (argc != 3) {
        fprintf(stderr, "usage: senses WORDNET-FOLDER SENSES.bin\n");
        return 2;
    }
    arena_init(&m.arena);
    read_part(&m, SENSE_VERB, "verb");
    read_part(&m, SENSE_NOUN, "noun");
    read_part(&m, SENSE_ADJECTIVE, "adj");
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
    for (size_t kind = 0; kind <= SENSE_ADJECTIVE; kind++)
        vector_release(&m.synsets[kind]);
    vector_release(&m.entries);
    arena_release(&m.arena);
    return 0;
}
