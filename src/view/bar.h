/* bar.h: the title bar (first row), the status line (last row) and the prompt that takes its place. */
#ifndef WHOSAID_SRC_VIEW_BAR_H
#define WHOSAID_SRC_VIEW_BAR_H

#include "whosaid/library/library.h"
#include "whosaid/view/browser.h"

/* The bar of the list and the reader: what the library holds. */
void bar_draw_library(struct area area, const struct library *library);
/* The bar of a story's claims: how many of each enum relation. */
void bar_draw_story(struct area area, struct str title, const uint32_t counts[4]);

/* A key worth knowing in a view. */
struct hint {
    enum action action;
    const char *label;
};

/* Where one is, at the left, and hints, as many as fit, at the right. Ends with ACTION_NONE. */
void bar_draw_status(struct area area, struct str position, const struct hint *hints);
/* The hint that a column of that line shows; ACTION_NONE when it shows none. */
enum action bar_hint_at(unsigned columns, struct str position, const struct hint *hints, unsigned column);
/* Whether a column of the title bar shows the key of help. */
bool bar_is_help_at(unsigned columns, unsigned column);
void bar_draw_message(struct area area, struct str message, bool error);
/* The end of what was typed, after the prompt's sign, the cursor behind it, and what may be meant. */
void bar_draw_prompt(struct area area, struct str sign, struct str typed, struct str meant,
                     struct browser_cursor *cursor);

#endif
