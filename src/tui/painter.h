/* painter.h: a grid of cells to what curses shows. Only rows that changed are handed to it, and it sends what
 * differs.
 *
 * Text in a grid is sanitised; should something slip through, what would move the cursor, reorder the line or
 * show nothing is drawn as U+FFFD or left out all the same. */
#ifndef WHOSAID_TUI_PAINTER_H
#define WHOSAID_TUI_PAINTER_H

#include "whosaid/theme/theme.h"
#include "whosaid/view/grid.h"

struct painter;

/* For the terminal that is open. Free with painter_free, before it is closed or after. */
struct painter *painter_create(enum color_depth depth);
void painter_free(struct painter *painter); /* NULL allowed */

/* The styles to draw with from the next frame on; copied. */
void painter_set_styles(struct painter *painter, const struct style_table *styles);

/* What the terminal shows is unknown: the next frame is sent whole. */
void painter_forget(struct painter *painter);

/* Shows a grid of the terminal's size, and the hardware cursor at a cell of it. */
void painter_show(struct painter *painter, const struct grid *grid, unsigned row, unsigned column);

#endif
