/* ansi.h: base16's slots in the terminal's own colours, for few colours, the user's sixteen, or none. Inside theme only. */
#ifndef WHOSAID_THEME_ANSI_H
#define WHOSAID_THEME_ANSI_H

#include "definition.h"

/* xterm's colour, 0 to 15, that stands for a slot where the program paints a black or a white background. */
int ansi_painted(int slot, bool light);

/* What lies over a role where no subtle background can be had. */
uint32_t ansi_overlay_attributes(enum overlay overlay);

/* The table of a theme that follows the terminal's sixteen colours, at any depth of colour. */
void ansi_resolve_followed(const struct theme *theme, enum color_depth depth, struct style_table *table);

/* The table without colours: meanings are told apart by attributes. */
void ansi_resolve_attributes(const struct theme *theme, struct style_table *table);

#endif
