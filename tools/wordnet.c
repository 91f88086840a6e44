/* wordnet.c: see wordnet.h. */
#include "wordnet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

FILE *wordnet_open(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    if (!file) {
        perror(path);
        exit(2);
    }
    return file;
}

static FILE *open_part(const char *folder, const char *kind, const char *part)
{
    char name[64];
    snprintf(name, sizeof name, "%s.%s", kind, part);
    return wordnet_open(folder, name);
}

/* Skips count fields that spaces end. */
static char *skip(char *at, unsigned long count)
{
    while (count-- > 0 && at)
        at = strchr(at + 1, ' ');
    return at ? at : (char *)"";
}

static void note_pointer(struct synset *synset, const char *symbol, unsigned long offset, char part)
{
    bool derived = strcmp(symbol, "+") == 0 || strcmp(symbol, "\\") == 0;
    if (symbol[0] == '@' && synset->hypernym == 0)
        synset->hypernym = offset;
    if (derived && part == 'n' && synset->from_noun == 0)
        synset->from_noun = offset;
    if (derived && part == 'v' && synset->from_verb == 0)
        synset->from_verb = offset;
}

/* Reads pointers to other meanings: a symbol, an offset, a part of speech and a number each. Returns what
 * follows. */
static char *read_pointers(struct synset *synset, char *at)
{
    unsigned long count = strtoul(at, &at, 10);
    for (unsigned long i = 0; i < count; i++) {
        char symbol[4], part;
        unsigned long offset;
        int used = 0;
        if (sscanf(at, " %3s %lu %c %*x%n", symbol, &offset, &part, &used) < 3)
            return at;
        note_pointer(synset, symbol, offset, part);
        at += used;
    }
    return at;
}

static void read_frames(struct synset *synset, char *at)
{
    unsigned long count = strtoul(at, &at, 10);
    for (unsigned long i = 0; i < count; i++) {
        unsigned frame, word;
        int used = 0;
        if (sscanf(at, " + %u %x%n", &frame, &word, &used) < 2)
            return;
        synset->frames |= UINT64_C(1) << (frame & 63);
        at += used;
    }
}

void wordnet_read_synsets(const char *folder, const char *part, synset_vector *synsets)
{
    FILE *file = open_part(folder, "data", part);
    char *line = NULL;
    size_t capacity = 0;
    while (getline(&line, &capacity, file) > 0) {
        struct synset synset = {0};
        unsigned words;
        int used = 0;
        if (line[0] == ' ' ||
            sscanf(line, "%lu %u %*c %x%n", &synset.offset, &synset.file, &words, &used) < 3)
            continue;
        read_frames(&synset, read_pointers(&synset, skip(line + used, 2ul * words)));
        vector_push(synsets, synset);
    }
    free(line);
    fclose(file);
}

static int compare_offsets(const void *a, const void *b)
{
    unsigned long x = ((const struct synset *)a)->offset, y = ((const struct synset *)b)->offset;
    return (x > y) - (x < y);
}

struct synset *wordnet_find(const synset_vector *synsets, unsigned long offset)
{
    struct synset key = {.offset = offset};
    return synsets->size == 0 ? NULL
                              : bsearch(&key, synsets->data, synsets->size, sizeof key, compare_offsets);
}

bool wordnet_is_plain(const char *text)
{
    return text[strspn(text, "abcdefghijklmnopqrstuvwxyz")] == '\0';
}

/* Reads a line of an index: a word, its part of speech, two counts, its pointers, its number of senses, its
 * rank, and the offsets of its meanings. */
static bool read_word(const synset_vector *synsets, char *line, struct word *word)
{
    unsigned count, pointers;
    int used = 0;
    if (sscanf(line, "%*s %*c %u %u%n", &count, &pointers, &used) < 2)
        return false;
    char *at = skip(line + used, pointers);
    if (sscanf(at, "%*u %u%n", &word->rank, &used) < 1)
        return false;
    at += used;
    while (count-- > 0 && word->sense_count < WORDNET_MOST_SENSES) {
        const struct synset *synset = wordnet_find(synsets, strtoul(at, &at, 10));
        if (!synset)
            return false;
        word->senses[word->sense_count++] = synset;
    }
    return word->sense_count > 0;
}

void wordnet_read_words(const char *folder, const char *part, synset_vector *synsets, struct arena *arena,
                        word_vector *words)
{
    enum { ENOUGH = 8 }; /* words met in more senses than this weigh no more */
    FILE *file = open_part(folder, "index", part);
    char *line = NULL, text[256];
    size_t capacity = 0;
    while (getline(&line, &capacity, file) > 0) {
        struct word word = {0};
        if (line[0] == ' ' || sscanf(line, "%255s", text) != 1 || !wordnet_is_plain(text) ||
            !read_word(synsets, line, &word))
            continue;
        word.text = arena_copy_string(arena, text, strlen(text));
        wordnet_find(synsets, word.senses[0]->offset)->weight +=
            1 + 4 * (word.rank < ENOUGH ? word.rank : ENOUGH);
        vector_push(words, word);
    }
    free(line);
    fclose(file);
}
