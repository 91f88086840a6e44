/* senses.h: what kind of thing a common verb, noun or adjective means: an act of communication, of thought, a
 * person. From WordNet; data/senses.md says how. */
#ifndef WHOSAID_ANNOTATE_SENSES_H
#define WHOSAID_ANNOTATE_SENSES_H

#include <stdbool.h>
#include <stdint.h>

enum sense_kind { SENSE_NONE, SENSE_VERB, SENSE_NOUN, SENSE_ADJECTIVE };

/* What is known of a word; all zero: nothing. Kinds are numbers from 1 on within a part of speech (tools/
 * wordnet.h), and 0 for none. */
struct sense {
    uint8_t group;   /* of a verb or a noun: the file of its first meaning, and flags; see below */
    uint8_t kind;    /* of its first meaning; of an adjective: of the noun that it is derived from */
    uint8_t other;   /* of a verb: its sentence frames, a bit each; of a noun: the kind of its second meaning;
                      * of an adjective: the kind of the verb that it is derived from */
    uint8_t telling; /* the kind of its first meaning that is one of communication, thought or feeling */
};

static inline bool sense_is_empty(struct sense sense)
{
    return sense.group == 0 && sense.kind == 0 && sense.other == 0 && sense.telling == 0;
}

/* The group of a verb is 16 * (the file of its first meaning) and the flags; of a noun: 8 * (that file) and
 * the flags. Files are numbered from 1 within their part of speech, in WordNet's order. */
enum sense_flag {
    SENSE_COMMUNICATION = 1, /* one of its first senses is an act or a thing of communication */
    SENSE_COGNITION = 2,     /* ... of thought */
    SENSE_CLAUSE = 4,        /* a verb that takes a clause with "that" or "whether"; a noun for a person */
    SENSE_INFINITIVE = 8,    /* a verb that takes "to" and a verb */
};

enum {
    SENSES_BITS = 17, /* of a slot's index */
    SENSES_SLOTS = 1 << SENSES_BITS,
    SENSES_MOST_PROBES = 8, /* how many slots on a word may stand */
};

/* A slot of the table: eight bits of a word's hash and what it means. Bytes alone, so that the file is the
 * same on every processor. */
struct sense_slot {
    uint8_t check;
    struct sense sense;
};

/* Where a word is looked for first, and what its slot's check is. hash is observation's of the word in lower
 * case. */
uint32_t senses_slot(uint32_t hash, enum sense_kind kind, uint8_t *check);

/* The sense of a word, or an empty one. Wrong for about one unknown word in a hundred, since slots hold no
 * words. */
struct sense senses_find(uint32_t hash, enum sense_kind kind);

/* Whether it is the group of a verb for what one feels. */
static inline bool sense_is_emotion(uint8_t group)
{
    enum { EMOTION = 9 }; /* the ninth of WordNet's files of verbs */
    return group / 16 == EMOTION;
}

/* Whether it is the group of a word for what one says, thinks or feels. */
static inline bool sense_tells(uint8_t group)
{
    return (group & (SENSE_COMMUNICATION | SENSE_COGNITION)) || sense_is_emotion(group);
}

#endif
