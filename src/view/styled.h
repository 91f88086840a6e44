/* styled.h: text in which every byte has a role; what is wrapped and drawn. */
#ifndef WHOSAID_SRC_VIEW_STYLED_H
#define WHOSAID_SRC_VIEW_STYLED_H

#include "whosaid/text/span.h"
#include "whosaid/view/grid.h"

struct styled {
    struct strbuf text;
    struct strbuf roles; /* enum role, one for each byte of text */
};

void styled_init(struct styled *styled);
void styled_release(struct styled *styled);
void styled_clear(struct styled *styled);

/* Appends text in a role. Returns where it now stands. */
struct span styled_add(struct styled *styled, struct str text, enum role role);
/* Gives a stretch another role. The span is clamped to the text. */
void styled_paint(struct styled *styled, struct span span, enum role role);

/* Draws a stretch from (row, column) on one row. Returns the column behind it. */
unsigned styled_draw(const struct styled *styled, struct area area, unsigned row, unsigned column,
                     struct span span);
/* Lays an overlay over the part of a drawn stretch that part covers. */
void styled_overlay(const struct styled *styled, struct area area, unsigned row, unsigned column,
                    struct span drawn, struct span part, enum overlay overlay);

#endif
