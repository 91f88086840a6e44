/* locations.h: where whosaid's own files are: themes, the bundled corpus, the configuration. */
#ifndef WHOSAID_APP_LOCATIONS_H
#define WHOSAID_APP_LOCATIONS_H

#include "whosaid/base/arena.h"

struct locations {
    const char *config;     /* .../whosaid/config.yaml; NULL when there is no home */
    const char *corpus;     /* the bundled one: under the install prefix, else in the source folder */
    const char *folders[4]; /* where themes are looked for, closed by NULL: the user's, installed, source */
};

/* Strings live in the arena. */
void locations_find(struct locations *locations, struct arena *arena);

/* The path with a leading "~/" replaced by the home folder. Borrowed, or in the arena. */
const char *locations_expand(const char *path, struct arena *arena);

#endif
