/* grid.h: a screen as cells with style roles; what panes draw and tests compare. No curses. */
#ifndef WHOSAID_VIEW_GRID_H
#define WHOSAID_VIEW_GRID_H

#include "whosaid/base/string.h"
#include "whosaid/text/width.h"
#include "whosaid/theme/theme.h"

struct cell {
    struct text_cell text; /* width 0: the right half of the wide cell before it; code point 0: a blank */
    uint8_t role;          /* enum role */
    uint8_t overlay;       /* enum overlay */
};

struct grid {
    unsigned rows, columns;
    struct cell *cells; /* rows * columns, row by row */
};

/* A part of a grid: drawing through it is clipped to it, and a wide character at its edge becomes a blank. */
struct area {
    struct grid *grid;
    unsigned row, column, rows, columns; /* within the grid */
};

void grid_init(struct grid *grid, unsigned rows, unsigned columns); /* blank, ROLE_TEXT */
void grid_release(struct grid *grid);
void grid_clear(struct grid *grid);
struct area grid_area(struct grid *grid);
struct area area_part(struct area area, unsigned row, unsigned column, unsigned rows,
                      unsigned columns); /* clipped */

/* Draws one cell. Returns the column behind it; column itself where that lies outside and
 * nothing is drawn. */
unsigned area_cell(struct area area, unsigned row, unsigned column, const struct text_cell *text,
                   enum role role);
/* Draws sanitised text from (row, column) to the right, as much as fits whole cells. Returns the column
 * behind it. */
unsigned area_text(struct area area, unsigned row, unsigned column, struct str text, enum role role);
/* The same, in at most columns columns, cut with "…". */
unsigned area_text_cut(struct area area, unsigned row, unsigned column, unsigned columns, struct str text,
                       enum role role);
/* The same, ending before column end; as much of its end as there is room for when it is wider. */
void area_text_right(struct area area, unsigned row, unsigned end, struct str text, enum role role);
/* Fills a row's columns with blanks of a role. */
void area_fill(struct area area, unsigned row, unsigned column, unsigned columns, enum role role);
/* Sets the overlay of cells already drawn. A match keeps its own:
 * it must be found again on a selected row. */
void area_overlay(struct area area, unsigned row, unsigned column, unsigned columns, enum overlay overlay);

/* The grid as text, a line a row, trailing blanks cut: for tests and golden files. */
void grid_text(const struct grid *grid, struct strbuf *out);
/* The same with roles: under each row that holds more than plain text, a line of letters, one a cell (and one
 * for overlays where there are some), and a legend at the end. */
void grid_text_roles(const struct grid *grid, struct strbuf *out);

#endif
