/* wordnet.h: WordNet's files (wndb(5WN)): meanings of words, what each is a kind of, and the words of a part
 * of speech with their meanings, the commonest first. */
#ifndef WHOSAID_TOOLS_WORDNET_H
#define WHOSAID_TOOLS_WORDNET_H

#include "whosaid/base/arena.h"
#include "whosaid/base/vector.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* A meaning, and the words for it. */
struct synset {
    unsigned long offset;               /* in its file; what it is known by */
    unsigned file;                      /* the lexicographer's */
    unsigned long hypernym;             /* offset of what it is a kind of; 0 for none */
    unsigned long from_noun, from_verb; /* an adjective's: what it is derived from; 0 for nothing */
    uint64_t frames; /* a verb's: a bit for each sentence frame that it takes (wninput(5WN)) */
    uint32_t weight; /* how common it is as a word's first meaning; set by wordnet_read_words */
    uint8_t kind;    /* set by wordnet_find_kinds */
};

typedef VECTOR(struct synset) synset_vector; /* ascending by offset */

enum { WORDNET_MOST_SENSES = 5 }; /* rarer ones say little of a word in the news */

struct word {
    const char *text;
    unsigned rank; /* in how many of its senses it was met in tagged texts */
    size_t sense_count;
    const struct synset *senses[WORDNET_MOST_SENSES]; /* borrowed */
};

typedef VECTOR(struct word) word_vector;

/* Opens a file of a folder; ends the program with a message when it cannot. The caller closes it. */
FILE *wordnet_open(const char *folder, const char *name);

/* Reads the meanings of a part of speech: "verb", "noun", "adj". */
void wordnet_read_synsets(const char *folder, const char *part, synset_vector *synsets);

/* The meaning that is known by an offset, or NULL. Borrowed. */
struct synset *wordnet_find(const synset_vector *synsets, unsigned long offset);

/* Whether a word has only letters from a to z. */
bool wordnet_is_plain(const char *text);

/* Reads the plain words of a part of speech, and weighs the meanings. Texts are in the arena. */
void wordnet_read_words(const char *folder, const char *part, synset_vector *synsets, struct arena *arena,
                        word_vector *words);

/* Divides the meanings among at most 255 kinds, from 1 on: first by file, then each time the heaviest branch
 * that halves its kind best becomes one of its own, with all below it. */
void wordnet_find_kinds(synset_vector *synsets);

#endif
