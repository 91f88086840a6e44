/* tui.h: the only layer that knows curses: the terminal, its keys, its signals, the event loop.
 *
 * However the program ends (a quit, SIGTERM, SIGHUP, SIGINT, a crash, a closed terminal), the terminal is
 * given back; after a signal the exit status is the signal's own (it is re-raised). */
#ifndef WHOSAID_TUI_TUI_H
#define WHOSAID_TUI_TUI_H

#include "whosaid/base/error.h"
#include "whosaid/theme/theme.h"
#include "whosaid/view/browser.h"

enum tui_color { TUI_COLOR_AUTO, TUI_COLOR_ALWAYS, TUI_COLOR_NEVER };

/* Reading the articles, which goes on elsewhere. */
struct tui_work {
    /* Begins it again. Returns a descriptor that is readable when it is done; -1 when it cannot be. */
    int (*begin)(void *context);
    /* Tells the browser, now and then, how far it is. Returns whether the screen may have changed. */
    bool (*tell)(void *context, struct browser *browser);
    /* Hands over what was read, once, when the descriptor is readable. */
    void (*finish)(void *context, struct browser *browser);
    void *context;
    int descriptor; /* of what has begun already, -1: nothing */
};

struct tui_options {
    enum tui_color color;
    bool mouse;                /* clicks and the wheel are taken; else the terminal keeps them */
    const char *const *themes; /* names or paths for the `t` key, closed by NULL; the first is shown first */
    bool asks_background; /* nobody chose it: the second takes over when the terminal says that it suits */
    struct tui_work work;
    const char *const *folders; /* where themes are looked for, closed by NULL */
};

/* Runs the browser until it quits. Keys come from standard input, or from /dev/tty when that is no terminal.
 * False and *error when the terminal cannot be used; a broken theme falls back to the default and says so on
 * the status line. */
bool tui_run(struct browser *browser, const struct tui_options *options, struct error *error);

/* Whether COLORFGBG ("15;0", "0;default;15"; NULL allowed) tells of a light background. */
bool tui_background_is_light(const char *colorfgbg);

#endif
