/* unsure.h: the quotations of an article that the annotator is less sure of than the reader asks for. */
#ifndef WHOSAID_SRC_VIEW_UNSURE_H
#define WHOSAID_SRC_VIEW_UNSURE_H

#include "layout.h"

/* The sign that stands where such a quotation begins, and before the speaker's name beside it. */
#define UNSURE_SIGN STR("?")

/* Whether a quotation, one that stands in no other, is less sure than least (0: none is). */
bool unsure_is(const struct quote *quote, float least);

/* How many of an article's are. */
size_t unsure_count(const struct annotations *annotations, float least);

/* Dims them, with cue and speaker; and marks the lines laid out in which they begin. */
void unsure_paint(struct styled *body, const struct annotations *annotations, float least);
void unsure_mark_lines(struct layout *layout, const struct annotations *annotations, float least);

#endif
