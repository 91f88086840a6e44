/* ansi.h: base16's slots in the terminal's own colours, for few colours, the user's sixteen, or none. Inside
 * theme only. */
#ifndef WHOSAID_THEME_ANSI_H
#define WHOSAID_THEME_ANSI_H

#include "definition.h"

/* xterm's colour, 0 to 15, that stands for a slot where the program paints a black or a white background. */
int ansi_painted(int slot, bool light);

/* What lies over a role where no subtle background can be had. */
uint32_t ansi_overlay_attributes(enum overlay overlay);

/* The table of a theme that follows the terminal's sixteen colours; at DEPTH_ATTRIBUTES that of any theme, in
 * which attributes alone tell meanings apart. */
void ansi_resolve(const struct theme *theme, enum color_depth depth, struct style_table *table);

#endif
