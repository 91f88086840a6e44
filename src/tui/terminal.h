/* terminal.h: taking the terminal over and giving it back, whatever happens. At most one at a time: curses
 * has one.
 *
 * No key is read here (see input.h) and no cell drawn (see painter.h). */
#ifndef WHOSAID_TUI_TERMINAL_H
#define WHOSAID_TUI_TERMINAL_H

#include "whosaid/base/error.h"
#include "whosaid/theme/theme.h"
#include "whosaid/tui/tui.h"

struct terminal;

/* Starts curses on two descriptors (kept by the caller, duplicated here), as TERM, COLORTERM and NO_COLOR
 * say: alternate screen, keys one by one without echo, ^C and ^Z still signals; mouse: what the mouse does is
 * reported, where the terminal can. NULL and *error when the terminal is not known or cannot place the
 * cursor. Close with terminal_close, which gives it back. */
struct terminal *terminal_open(int input, int output, enum tui_color color, bool mouse, struct error *error);
void terminal_close(struct terminal *terminal); /* NULL allowed */

/* How many colours it shows, and how large it is. */
enum color_depth terminal_depth(const struct terminal *terminal);
void terminal_size(const struct terminal *terminal, unsigned *rows, unsigned *columns);

/* Asks the terminal for its size and tells curses. What it shows is unknown then: paint it whole. */
void terminal_resize(struct terminal *terminal);

/* Asks the terminal for the colour of its background; the answer comes as input, if at all. False when there
 * is nobody to ask: no colours, or a terminal too plain to take the question in. */
bool terminal_ask_background(const struct terminal *terminal);

/* Puts text into the terminal's clipboard, if it keeps one and lets programs at it; it does not say. False
 * when there is too much, or nobody to hand it to. */
bool terminal_copy(const struct terminal *terminal, struct str text);

/* Gives the terminal back for a while. */
void terminal_suspend(struct terminal *terminal);

/* Takes it again as terminal_open does: size, styles and pairs begin anew. False and *error when it cannot
 * be. */
bool terminal_resume(struct terminal *terminal, struct error *error);

#endif
