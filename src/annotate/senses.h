/* senses.h: what kind of thing a common verb or noun means: an act of communication, of thought, a person.
 * From WordNet; data/senses.md says how. */
#ifndef WHOSAID_ANNOTATE_SENSES_H
#define WHOSAID_ANNOTATE_SENSES_H

#include <stdbool.h>
#include <stdint.h>

enum sense_kind { SENSE_VERB = 1, SENSE_NOUN = 2 };

/* A sense is a byte that holds, for a verb: 16 * (the file of its first sense) and the flags; for a noun: 8 *
 * (that file) and the flags. Files are numbered from 1 within their part of speech, in WordNet's order; 0 is
 * unknown. */
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

/* Where a word is looked for first, and what its slot's upper byte is. hash is observation's of the word in
 * lower case. */
uint32_t senses_slot(uint32_t hash, enum sense_kind kind, uint8_t *check);

/* The sense of a word, or 0. Wrong for about one unknown word in a hundred, since slots hold no words. */
uint8_t senses_find(uint32_t hash, enum sense_kind kind);

/* Whether it is the sense of a verb for what one feels. */
static inline bool sense_is_emotion(uint8_t sense)
{
    enum { EMOTION = 9 }; /* the ninth of WordNet's files of verbs */
    return sense / 16 == EMOTION;
}

/* Whether it is the sense of a word for what one says, thinks or feels. */
static inline bool sense_tells(uint8_t sense)
{
    return (sense & (SENSE_COMMUNICATION | SENSE_COGNITION)) || sense_is_emotion(sense);
}

#endif
