/* help.h: the keys of one view, from the table that dispatches them, and what its signs mean. */
#ifndef WHOSAID_SRC_VIEW_HELP_H
#define WHOSAID_SRC_VIEW_HELP_H

#include "search.h"

#include "whosaid/base/vector.h"
#include "whosaid/view/browser.h"

struct help {
    VECTOR(enum action) actions; /* of the view, in the table's order */
    enum view_mask view;
    const char *name; /* the view's: "the reader" */
    unsigned rows, columns;
    size_t top;
    size_t found; /* the action that a search found last */
};

/* Lists the actions of a view, which is called name (static), from the first. */
void help_open(struct help *help, enum view_mask view, const char *name);
void help_release(struct help *help);

void help_resize(struct help *help, unsigned rows, unsigned columns); /* of the pane */

/* The first and last line of keys in the window, from 1, and how many there are. */
void help_window(const struct help *help, size_t *first, size_t *last, size_t *count);

bool help_act(struct help *help, enum action action); /* scrolls; false when the action does not */

/* Goes to the next or previous action whose help matches. */
enum search_result help_search(struct help *help, const struct pattern *pattern, bool forward);

/* Draws what is visible; what pattern finds (NULL: nothing) is marked. */
void help_draw(const struct help *help, struct area area, const struct pattern *pattern,
               struct browser_cursor *cursor);

#endif
