/* frame.h: where the panes are on a screen of a given size. Arithmetic only. */
#ifndef WHOSAID_SRC_VIEW_FRAME_H
#define WHOSAID_SRC_VIEW_FRAME_H

#include "history.h"

#include "whosaid/view/grid.h"

enum { TWO_PANES_FROM = 100 };

/* Part of the screen; hidden when it has no rows. */
struct box {
    unsigned row, column, rows, columns;
};

struct frame {
    struct box bar, first, rule, second, status;
    struct box why_rule, why; /* below what is read; see frame_open_below */
};

/* The first pane is the list (of articles, of claims), the second what is read. second: that is the one to
 * show where only one fits. split moves the rule to the right. */
struct frame frame_for(enum view_id view, bool second, unsigned rows, unsigned columns, int split);

/* Cuts a pane of at most rows rows, and a rule over it, off the bottom of the pane that is read. */
void frame_open_below(struct frame *frame, unsigned rows);

/* The pane that is read: the second, or the first where that is the only one. */
const struct box *frame_read_pane(const struct frame *frame);

/* Keeps a split within what the screen allows. */
int frame_limit_split(enum view_id view, unsigned columns, int split);

/* The cells of a box, to draw in. */
struct area frame_area(struct grid *grid, struct box box);

/* Draws the rule, which may stand or lie. */
void frame_draw_rule(struct grid *grid, struct box box);

/* Draws a lying rule that may branch off from a standing one. */
void frame_draw_branch(struct grid *grid, struct box standing, struct box lying);

#endif
