/* places.h: the places and the holders of offices that a sentence names, as far as two sentences can
 * contradict each other in them. There is no gazetteer: Hanoi may lie in Vietnam, so two places differ only
 * where their words tell that they are of one sort: two airports, two towns of one state, the north and the
 * south of one city. And two people differ only in an office that one holds at a time. */
#ifndef WHOSAID_CLAIMS_PLACES_H
#define WHOSAID_CLAIMS_PLACES_H

#include "anchors.h"

enum { PLACE_MOST_NAMES = 6, PLACES_MOST = 12 /* of one sentence */ };

enum place_kind { PLACE_WHERE, PLACE_HOLDER };

struct place_name {
    uint8_t kind;                     /* enum place_kind */
    struct span span;                 /* of the article's text */
    uint32_t names[PLACE_MOST_NAMES]; /* forms of the name, sort, side and region left out */
    uint32_t name_count;
    uint32_t sort;   /* concept of "airport"; of an office, a number for its words; CONCEPT_NONE none */
    uint32_t region; /* concept after the comma: "Columbus, Ohio"; CONCEPT_NONE none */
    int8_t side;     /* 1 north, -1 south, 2 east, -2 west, 0 none */
    struct anchor anchor;
};

typedef VECTOR(struct place_name) place_name_vector;

/* Appends the first places and holders of offices that a sentence names, at most PLACES_MOST. Linear. */
void places_read(const struct sentence *s, place_name_vector *places);

/* Whether the two are places of one event, or holders of one office. */
bool places_correspond(const struct place_name *a, const struct place_name *b);

/* Whether two that correspond can be one. */
bool places_agree(const struct vocabulary *vocabulary, const struct place_name *a,
                  const struct place_name *b);

#endif
