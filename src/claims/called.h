/* called.h: a speaker's name read for comparison with others: its words in one spelling, and what sort of
 * name it is. people.c decides who is who. */
#ifndef WHOSAID_CLAIMS_CALLED_H
#define WHOSAID_CLAIMS_CALLED_H

#include "whosaid/claims/claims.h"

#include "whosaid/base/arena.h"

enum called_form {
    CALLED_FULL,  /* given name and surname */
    CALLED_BARE,  /* a surname, with its particles, perhaps an initial before it */
    CALLED_TITLE, /* "Russian president" */
    CALLED_OTHER, /* an organisation, a group, a phrase */
};

enum { CALLED_MOST_WORDS = 12 };

struct called {
    enum called_form form;
    struct str words[CALLED_MOST_WORDS]; /* folded, without dots, "the" and "Jr."; in the arena */
    uint32_t count;
    uint64_t key;      /* of all words */
    uint64_t suffix;   /* of "Jr." and the like; 0 without */
    uint64_t other;    /* key of the first of two surnames, "Ibáñez" of "Carolina Ibáñez Lagos"; or 0 */
    bool definite;     /* "the" stands before it */
    char middle;       /* initial of a second given name, or 0 */
    bool named;        /* has a capital letter behind the first, or is an organisation: not "Officials" */
    uint64_t initials; /* key of a name's initials, or of an abbreviation's letters; 0 for a single word */

    /* Of the title before a name, or alone: "vice president" as a key, 0 without; and the rest, "us". */
    uint64_t office;
    struct str rank; /* its last word; may be empty */
    struct str places[CALLED_MOST_WORDS];
    uint32_t place_count;
};

/* Reads an entity's name, title and affiliation. */
void called_read(struct str text, const struct entity *entity, struct arena *arena, struct called *called);

/* A word's key, for tables. */
uint64_t called_word_key(struct str word);

/* Whether two ranks can be one: senator and sen.; any can be none. */
bool called_ranks_agree(struct str a, struct str b);

#endif
