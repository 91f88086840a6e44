/* settings.h: the configuration file: theme, corpora, color, unsure, mouse. Errors leave the defaults
 * standing. */
#ifndef WHOSAID_APP_SETTINGS_H
#define WHOSAID_APP_SETTINGS_H

#include "whosaid/base/arena.h"
#include "whosaid/base/error.h"
#include "whosaid/base/vector.h"
#include "whosaid/tui/tui.h"

struct settings {
    const char *theme; /* NULL where not set */
    VECTOR(const char *) corpora;
    enum tui_color color;
    unsigned unsure; /* per cent: quotations less sure than that can be dimmed; 0 where not set */
    bool no_mouse;
};

/* Reads the file at path; a missing one (or NULL) sets nothing. Strings live in the arena. False and *error
 * on the first mistake; nothing is set then. */
bool settings_read(struct settings *settings, const char *path, struct arena *arena, struct error *error);
void settings_release(struct settings *settings);

#endif
