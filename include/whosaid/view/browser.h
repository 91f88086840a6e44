/* browser.h: the whole screen as a state machine without a terminal: keys in, cells out.
 *
 * A key makes one action, an action changes state, browser_draw is a pure function of state and size. What
 * only the terminal's side can do (quit, change the theme, redraw) is asked for through browser_take_request.
 * Time is passed in, so that tests pin it. */
#ifndef WHOSAID_VIEW_BROWSER_H
#define WHOSAID_VIEW_BROWSER_H

#include "whosaid/library/loader.h"
#include "whosaid/view/grid.h"
#include "whosaid/view/keys.h"

enum { BROWSER_LEAST_ROWS = 12, BROWSER_LEAST_COLUMNS = 40, BROWSER_FOLLOW_MS = 150 };

/* Quotations that are less sure than this are the ones that can be dimmed, unless browser_set_least_sure says
 * another. */
#define BROWSER_LEAST_SURE 0.7f

enum mouse_kind { MOUSE_CLICK, MOUSE_BACK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN }; /* back: the right button */

struct mouse_event {

    enum mouse_kind kind;
    unsigned row, column; /* from 0 */
};

enum browser_request {
    REQUEST_NONE,
    REQUEST_QUIT,
    REQUEST_NEXT_THEME,
    REQUEST_REDRAW,
    REQUEST_COPY,
    REQUEST_RELOAD
};

struct browser_cursor {
    unsigned row, column; /* the focused row or sentence, or the prompt */
};

struct browser;

/* Never NULL. Borrows the library; NULL: it is being opened, and browser_set_library follows. Free with
 * browser_free. */
struct browser *browser_create(const struct library *library);
void browser_free(struct browser *browser); /* NULL allowed */

/* Until the library is there: how far it has come. Returns whether the screen may have changed. */
bool browser_set_progress(struct browser *browser, const struct library_progress *progress);
/* The library is there, or another one in place of it, which may be freed afterwards: the article and
 * sentence that had the focus have it again if they are in this one too. */
void browser_set_library(struct browser *browser, const struct library *library);

/* What a quotation's confidence, 0 to 1, must reach not to be dimmed when the reader asks for that. */
void browser_set_least_sure(struct browser *browser, float share);

/* Before the first draw, and when the terminal changed its size. The place being read stays in view. */
void browser_resize(struct browser *browser, unsigned rows, unsigned columns);

/* One key; now_ms is a monotonic clock. Returns whether the screen may have changed. */
bool browser_key(struct browser *browser, key_code key, uint64_t now_ms);

/* The mouse: a click focuses what it is on and opens what has the focus already, the wheel moves the pane
 * under it. Returns whether the screen may have changed. */
bool browser_mouse(struct browser *browser, const struct mouse_event *event, uint64_t now_ms);

/* Milliseconds until browser_tick has something to do; -1 for never. */
int browser_timeout(const struct browser *browser, uint64_t now_ms);
bool browser_tick(struct browser *browser, uint64_t now_ms); /* whether the screen may have changed */

/* What the browser wants done, once. */
enum browser_request browser_take_request(struct browser *browser);

/* What REQUEST_COPY is about. Borrowed, until the next key. */
struct str browser_copied(const struct browser *browser);

/* A message on the status line, until the next key; raw bytes are allowed, they are sanitised. */
void browser_say(struct browser *browser, struct str message, bool error);

/* Draws everything into a grid of the size last given to browser_resize. */
void browser_draw(struct browser *browser, struct grid *grid, struct browser_cursor *cursor);

#endif
