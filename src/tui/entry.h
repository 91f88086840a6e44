/* entry.h: what terminfo knows of a terminal, asked before curses is started on it.
 *
 * newterm changes the terminal's modes, and loses memory, before it finds out that it cannot go on. */
#ifndef WHOSAID_TUI_ENTRY_H
#define WHOSAID_TUI_ENTRY_H

#include <stdbool.h>

struct entry {
    bool exists;
    bool places_cursor; /* without that there is no full screen */
    bool direct;        /* a colour is its RGB value */
};

/* The entry of a terminal's name, for the terminal at a descriptor. */
struct entry entry_find(const char *term, int descriptor);

#endif
