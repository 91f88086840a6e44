/* vt.h: a strict little terminal: bytes in, the screen's text out.
 *
 * It knows the sequences that curses sends to xterm-256color, xterm-direct and vt100, and nothing else:
 * whatever else arrives, be it a control, a string sequence (OSC, DCS), a bidi control or a zero-width
 * character, is a fault. So the same program that makes the screen readable for tests proves what never
 * reaches a terminal (DESIGN §9). */
#ifndef WHOSAID_TEST_VT_H
#define WHOSAID_TEST_VT_H

#include "whosaid/base/string.h"

#include <stdbool.h>
#include <uchar.h>

enum { VT_PARAMETERS = 16, VT_MOST_MARKS = 4 };

struct vt {
    unsigned rows, columns;
    char32_t *cells; /* rows * columns; 0: the right half of a wide character */
    unsigned row, column, saved_row, saved_column;
    unsigned top, bottom; /* the scrolling margins, both inclusive */
    bool wraps;           /* the last column is filled: the next character goes to the next line */
    bool alternate;       /* the second screen is shown */
    bool cursor_hidden;
    bool mouse;            /* clicks are reported */
    bool asked_background; /* OSC 11 with a question mark came */
    bool line_drawing;
    unsigned copies;       /* texts that came for the clipboard (OSC 52); no other string sequence may */
    char32_t last;         /* the last character drawn, for REP */
    unsigned marks;        /* combining marks since */
    struct strbuf pending; /* the beginning of a sequence */
    unsigned faults;
    char first_fault[160];
};

void vt_init(struct vt *vt, unsigned rows, unsigned columns);
void vt_release(struct vt *vt);

/* A terminal of another size, blank. */
void vt_resize(struct vt *vt, unsigned rows, unsigned columns);

void vt_feed(struct vt *vt, const char *bytes, size_t size);

/* The screen as lines of UTF-8, trailing blanks cut. Appended. */
void vt_text(const struct vt *vt, struct strbuf *out);
bool vt_shows(const struct vt *vt, const char *text);

#endif
