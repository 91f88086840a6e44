/* themes.h: the themes that the `t` key goes through, and which of them is shown. */
#ifndef WHOSAID_TUI_THEMES_H
#define WHOSAID_TUI_THEMES_H

#include "whosaid/theme/theme.h"
#include "whosaid/tui/tui.h"

struct themes {
    const char *const *names; /* closed by NULL; none: the built-in dark and light ones take turns */
    const char *const *folders;
    size_t count;
    size_t index;
    bool light; /* which built-in theme stands in: told by the terminal's background */
    struct theme *shown;
};

/* Starts with the first theme, as themes_load does. Close with themes_close. */
bool themes_open(struct themes *themes, const struct tui_options *options, struct error *error);
void themes_close(struct themes *themes);

/* Goes on to the second theme where the first, which is shown still, is for another background than the
 * terminal turns out to have. Returns whether it did. */
bool themes_suit(struct themes *themes, bool light);

/* Reads the shown theme's file again. False and *error when it is broken now: it stays as it was. */
bool themes_reload(struct themes *themes, struct error *error);

/* Goes on to the next theme. False and *error when it is broken: the default is shown instead. */
bool themes_next(struct themes *themes, struct error *error);

#endif
