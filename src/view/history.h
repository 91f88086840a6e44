/* history.h: places one has been at: the way back, and the jump list. */
#ifndef WHOSAID_SRC_VIEW_HISTORY_H
#define WHOSAID_SRC_VIEW_HISTORY_H

#include "whosaid/base/vector.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum view_id { VIEW_LIST, VIEW_READER, VIEW_COMPARE, VIEW_HELP, VIEW_WHY, VIEW_TOTAL };

/* Enough to come back to what was on the screen. */
struct place {
    enum view_id view;
    size_t article;          /* the reader's */
    size_t selected;         /* the list's article */
    size_t top;              /* the reader's first visible line, */
    uint32_t offset, focus;  /* the text there, and the focused sentence */
    uint32_t claim, version; /* of the comparison, */
    uint32_t difference;     /* the focused one, */
    size_t detail_top;       /* the page's first visible row, */
    bool in_detail;          /* and whether the page has the keys */
};

enum { HISTORY_MOST = 100 }; /* then the oldest places are forgotten */

/* A list of places with a point in it: [0, at) lies behind, [at, size) ahead. */
struct history {
    VECTOR(struct place) places;
    size_t at;
};

void history_release(struct history *history);

/* Remembers a place behind the point and forgets those ahead. */
void history_push(struct history *history, struct place place);

/* Steps back (or forward) to *to, leaving `from`, the place where one is, in the list. False at its end. */
bool history_back(struct history *history, struct place from, struct place *to);
bool history_forward(struct history *history, struct place from, struct place *to);

/* Takes the newest place out, as a stack does. False when there is none. */
bool history_pop(struct history *history, struct place *to);
void history_clear(struct history *history);

#endif
