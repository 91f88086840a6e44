/* layout_run.h: what layout.c, layout_head.c and notes.c hand to each other while an article is laid out. */
#ifndef WHOSAID_SRC_VIEW_LAYOUT_RUN_H
#define WHOSAID_SRC_VIEW_LAYOUT_RUN_H

#include "layout.h"

/* What is being laid out, handed from stage to stage. */
struct run {
    struct layout *layout;
    const struct library *library;
    const struct article *article;
    const struct annotations *annotations;
    struct str text;
    bool unfolded;
    float least_sure;
    bool begun; /* running text has been laid out */
    uint32_t place, block;
};

/* Appends a line at the run's place and block. */
void layout_add_line(struct run *run, enum line_kind kind, struct span span);

/* Appends lines of a stretch of the layout's extra text, wrapped. */
void layout_add_extra(struct run *run, enum line_kind kind, struct span span);

/* The title and the line of facts below it. */
void layout_add_head(struct run *run);

/* Narrow panes: "— Alexander Vuving, Inouye Center" as lines after a paragraph, for speakers it does not
 * name. */
void notes_add_below(struct run *run, struct span paragraph);

/* Wide panes: name, affiliation, who else tells it, and whom a pronoun stands for, into the margin of lines
 * laid out. */
void notes_add_margin(struct run *run);

#endif
