/* names.h: the names of an article and who shares one: "Vladimir Putin", "President Putin" and "Putin";
 * "Atomic Energy Agency" and "AEA". Knows nothing of quotations.
 *
 * names.c finds runs of capitalised words and keeps the table; figures.c decides whose a name is. */
#ifndef WHOSAID_ANNOTATE_NAMES_H
#define WHOSAID_ANNOTATE_NAMES_H

#include "reading.h"

#include "whosaid/base/vector.h"

/* A run of capitalised words, split into what stands before the name and the name. */
struct name {
    struct stretch title; /* "Russian President"; may be empty, may stand alone */
    struct stretch words; /* "Vladimir Putin"; may be empty */
    uint32_t figure;      /* whose name it is: index into figures, NO_INDEX for a bare title */
    bool quoted;          /* stands inside quotation marks */
};

/* Somebody or something that names of the article stand for. */
struct figure {
    struct stretch name; /* the fullest one */
    struct stretch role, affiliation;
    struct stretch apposed_role, apposed_affiliation; /* where it is no speaker; for want of others */
    struct stretch title;             /* the words before a name, to tell "the Russian president" by */
    struct stretch called;            /* "chipmaker" of "Quantel, the chipmaker,"; or empty */
    struct stretch deed;              /* "founded" of "who founded": tells "the founder" */
    uint32_t gender;                  /* TAG_MALE, TAG_FEMALE, or 0 */
    uint8_t kind;                     /* enum entity_kind */
    bool nonbinary;                   /* told to be, so that "they" is this person */
    bool guessed;                     /* a person only because it spoke and looks like a name */
    uint32_t entity;                  /* once it is a speaker's; else NO_INDEX */
    uint32_t namesake;                /* an earlier figure with the same surname, or NO_INDEX */
    uint32_t last_mention;            /* token of the latest name while names are assigned */
    uint32_t mentions, bare_mentions; /* so far; bare: by one word without a title */
};

struct name_table {
    const struct reading *reading;
    VECTOR(struct name) names; /* ascending */
    VECTOR(struct figure) figures;
    uint32_t *slots; /* hash of a key to a figure: by surname, first name, initials or phrase */
    uint64_t *keys;
    size_t slot_count; /* a power of two */
};

/* Finds all names in the paragraphs of a reading. Release with names_release. Linear, but that a surname is
 * compared with at most NAMES_MOST_NAMESAKES figures. */
void names_find(struct name_table *table, const struct reading *reading);
void names_release(struct name_table *table);

enum { NAMES_MOST_NAMESAKES = 8 };
#define NAMES_SEVERAL (UINT32_MAX - 1) /* in a slot: no one figure has the key */

/* The first name that ends behind token; names.size when there is none. O(log n). */
size_t names_at(const struct name_table *table, uint32_t token);

/* The figure known by exactly this phrase, made when new. */
uint32_t names_phrase(struct name_table *table, struct stretch phrase, enum entity_kind kind);

/* A figure of its own, whatever others are called. */
uint32_t names_new_figure(struct name_table *table, struct stretch name, enum entity_kind kind);

/* The slot of a key: NO_INDEX when free, NAMES_SEVERAL, or a figure; to be read or set at once, before
 * another is asked for. */
uint32_t *names_slot(struct name_table *table, uint64_t key);

#endif
