/* theme_names.h: the themes there are, by name, in the order of the browser's `t` key. */
#ifndef WHOSAID_APP_THEME_NAMES_H
#define WHOSAID_APP_THEME_NAMES_H

#include "whosaid/base/arena.h"
#include "whosaid/base/vector.h"

typedef VECTOR(const char *) name_vector;

/* Appends first (unless NULL), then the defaults, then every other theme file of the folders (closed by NULL)
 * by name; each name once, a NULL at the end. Strings live in the arena. */
void theme_names_list(const char *const *folders, const char *first, struct arena *arena, name_vector *names);

#endif
