/* list.h: the articles, grouped by story: what stands where, what is selected, how it is drawn.
 *
 * Positions count articles in the order shown. Rows all have one height and headings another, so that the
 * line of a position is arithmetic and a key costs the same for five articles and for 100,000. */
#ifndef WHOSAID_SRC_VIEW_LIST_H
#define WHOSAID_SRC_VIEW_LIST_H

#include "search.h"

#include "whosaid/library/library.h"
#include "whosaid/view/browser.h"

struct list_group {
    size_t first;     /* position of its first article */
    struct str title; /* borrowed */
};

struct list {
    const struct library *library;
    uint32_t *order;     /* position to article */
    uint32_t *positions; /* article to position */
    size_t count;
    VECTOR(struct list_group) groups; /* none when there is one story at most */
    size_t selected;                  /* a position */
    size_t top;                       /* the first visible line */
    unsigned rows, columns;
    bool dense; /* one line an article */
};

void list_init(struct list *list, const struct library *library);
void list_release(struct list *list);

/* The pane's size; the selected article stays in sight. */
void list_resize(struct list *list, unsigned rows, unsigned columns);

/* Does what a movement asks; false when the action is none. */
bool list_act(struct list *list, enum action action);

void list_select(struct list *list, size_t article); /* and shows it */
size_t list_article(const struct list *list);        /* the selected article; undefined in an empty list */

/* The article in a row of the pane; false when there is none. */
bool list_article_at(const struct list *list, unsigned row, size_t *article);

/* Selects the next (or previous) article whose title or outlet matches. */
enum search_result list_search(struct list *list, const struct pattern *pattern, bool forward);

/* Draws what is visible. pattern (or NULL) is marked in the titles; active: this pane has the keys. */
void list_draw(const struct list *list, struct area area, const struct pattern *pattern, bool active,
               struct browser_cursor *cursor);

#endif
