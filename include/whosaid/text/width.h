/* width.h: how text fills terminal cells. The one authority on width is libc's wcwidth, which ncurses uses
 * too (DESIGN §9): set a UTF-8 locale before the first call. Ambiguous width is 1. */
#ifndef WHOSAID_TEXT_WIDTH_H
#define WHOSAID_TEXT_WIDTH_H

#include "whosaid/base/string.h"

#include <stdint.h>
#include <uchar.h>

enum { CELL_CODE_POINTS = 5 }; /* a base and four marks: as many as the sanitiser leaves, and ncurses holds */

/* What one terminal cell (or two, when wide) shows. */
struct text_cell {
    char32_t code_points[CELL_CODE_POINTS]; /* zero-filled */
    uint8_t width;                          /* 1 or 2 */
};

/* Columns of one code point: 0, 1 or 2; -1 for what libc rejects. */
int text_code_point_width(char32_t code_point);

/* Reads the next cell of sanitised UTF-8 at *at and moves *at behind it: a base with its zero-width
 * followers. What wcwidth rejects becomes U+FFFD; joiners and variation selectors are left out, so that a
 * joined emoji is drawn as its parts; "\n" is a space. */
void text_next_cell(struct str text, size_t *at, struct text_cell *cell);

/* Columns that the text fills when drawn by text_next_cell. */
unsigned text_width(struct str text);

/* The longest prefix of whole cells that fits into columns: its size in bytes. *used, unless NULL, gets its
 * width. */
size_t text_fit(struct str text, unsigned columns, unsigned *used);

/* Appends text, or as much of it as fits with a closing "…", to out. columns 0 appends nothing. */
void text_truncate(struct str text, unsigned columns, struct strbuf *out);

#endif
