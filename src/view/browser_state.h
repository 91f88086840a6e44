/* browser_state.h: the browser's state, and what its files have of each other: browser.c (life, input,
 * drawing), actions.c (what actions do), copying.c (what is copied), places.c (going about), arrange.c
 * (sizes), mouse.c (what the mouse does) and views.c (the table of views). */
#ifndef WHOSAID_SRC_VIEW_BROWSER_STATE_H
#define WHOSAID_SRC_VIEW_BROWSER_STATE_H

#include "bar.h"
#include "compare.h"
#include "frame.h"
#include "help.h"
#include "history.h"
#include "list.h"
#include "prompt.h"
#include "reader.h"
#include "why.h"

#include "whosaid/view/browser.h"

struct browser {
    const struct library *library;    /* NULL while it is being opened: then only what follows counts */
    struct library_progress progress; /* of that */
    unsigned rows, columns;
    int split; /* how far the rule was moved to the right */
    enum view_id view;
    struct frame frame;
    struct list list;
    struct reader reader;
    struct compare compare;
    struct help help;
    struct why why;
    struct history levels; /* what `back` returns to */
    struct history jumps;  /* the jump list */
    struct prompt prompt;
    struct pattern pattern;
    bool marking; /* what matches the pattern is marked */
    struct strbuf message;
    bool message_is_error;
    bool following; /* the reader is to show the list's selection at follow_at */
    uint64_t follow_at;
    enum browser_request request;
    struct strbuf copied; /* for REQUEST_COPY */
};

/* A view: what its keys do beyond the coordinator's own actions, how it is searched and drawn. */
struct view {
    enum view_mask mask;
    const char *name; /* as help calls it */
    bool (*act)(struct browser *browser, enum action action);
    enum search_result (*search)(struct browser *browser, bool forward);
    void (*draw)(struct browser *browser, struct grid *grid, struct browser_cursor *cursor);
    void (*position)(const struct browser *browser, struct strbuf *out);
    const struct hint *hints;
};

extern const struct view views[VIEW_TOTAL];

/* The view on the screen, without the explanation that may be open over it. */
enum view_id browser_view_below(const struct browser *browser);

/* Where one is. */
struct place browser_place(const struct browser *browser);
/* Shows another view. */
void browser_show(struct browser *browser, enum view_id view);
/* Goes one level deeper: `back` returns here. */
void browser_descend(struct browser *browser, enum view_id view);
/* Goes back to a place. The list keeps its selection, which follows what was read meanwhile, unless all is
 * asked for. */
void browser_restore(struct browser *browser, const struct place *place, bool all);
/* Notes the place in the jump list. */
void browser_remember_jump(struct browser *browser);

/* Gives each pane on the screen its size. */
void browser_arrange(struct browser *browser);

/* Runs an action, here or in the view that has the keys. Returns whether the screen may have changed. */
bool browser_run(struct browser *browser, enum action action);

/* What keys do while the explanation is open: it scrolls, or follows the focus to another quotation. */
bool browser_why_act(struct browser *browser, enum action action);

/* Goes to the next or previous match of the pattern, in the view that has the keys,
 * and says what came of it. */
void browser_search(struct browser *browser, bool forward);

/* Runs the action of that name, or says that there is none. */
void browser_command(struct browser *browser, struct str name);

/* Asks for the focused sentence or version to be copied with its source; or for all versions of the claim. */
void browser_copy_focus(struct browser *browser);
void browser_copy_claim(struct browser *browser);

/* Does what an event of the mouse asks. Returns whether the screen may have changed. */
bool mouse_act(struct browser *browser, const struct mouse_event *event);

/* Shows another claim in the comparison, where the keys stay in their pane; the jump list returns here. */
void browser_show_claim(struct browser *browser, uint32_t claim);

/* Shows an article in the reader. */
void browser_open_article(struct browser *browser, size_t article);

#endif
