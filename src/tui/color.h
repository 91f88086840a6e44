/* color.h: the first steps of the colour ladder (DESIGN §8), as pure functions of the environment.
 *
 * What the terminal then really grants is terminal.c's to find out. */
#ifndef WHOSAID_TUI_COLOR_H
#define WHOSAID_TUI_COLOR_H

#include "whosaid/theme/theme.h"
#include "whosaid/tui/tui.h"

#include <stddef.h>

/* Whether colours are to be used at all. no_color is NO_COLOR's value, or NULL. */
bool color_is_wanted(enum tui_color option, const char *no_color);

/* The terminfo entry to try for direct colour: where COLORTERM promises it and TERM does not say it by
 * itself, TERM's sibling "*-direct". False when there is none to try. term and colorterm may be NULL. */
bool color_direct_entry(const char *term, const char *colorterm, char *name, size_t size);

/* The depth for what a terminal grants: its number of colours, and whether a colour is its RGB value. */
enum color_depth color_depth(int colors, bool direct);

#endif
