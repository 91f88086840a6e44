/* reader.h: one article, its focused sentence, and what of it is in the window. */
#ifndef WHOSAID_SRC_VIEW_READER_H
#define WHOSAID_SRC_VIEW_READER_H

#include "layout.h"
#include "search.h"

#include "whosaid/view/browser.h"

#define READER_EMPTY ((size_t)-1)

struct reader {
    const struct library *library;
    size_t article; /* READER_EMPTY when none is open */
    struct layout layout;
    bool laid_out; /* layout shows article at this width */
    bool unfolded;
    bool dims_unsure;
    float least_sure;       /* what a confidence must reach not to be dimmed */
    unsigned rows, columns; /* of the pane; 0 while it is hidden */
    size_t top;             /* the first visible line */
    uint32_t focus;         /* a sentence; NO_INDEX in an article without any */
    span_vector matches;    /* of the search, ascending */
    size_t match;           /* the current one */
};

void reader_init(struct reader *reader, const struct library *library);
void reader_release(struct reader *reader);

/* Shows an article from its beginning. Nothing changes when it is open already. */
void reader_open(struct reader *reader, size_t article);

/* Keeps the text that stands at the top where it is, whatever the width. */
void reader_resize(struct reader *reader, unsigned rows, unsigned columns);

/* Does what an action asks of an article; false when it asks nothing of it, or none is shown. */
bool reader_act(struct reader *reader, enum action action);

/* The text offset at the top of the window. */
uint32_t reader_place(const struct reader *reader);

/* Returns to a place: line top, or where its text stands now if the layout is another one. */
void reader_return(struct reader *reader, size_t top, uint32_t place, uint32_t focus);

/* Whether a row of the pane stands for folded boilerplate. */
bool reader_is_fold_at(const struct reader *reader, unsigned row);

/* The sentence at a place of the pane; NO_INDEX when there is none. */
uint32_t reader_sentence_at(const struct reader *reader, unsigned row, unsigned column);

/* Focuses a sentence, in the upper third of the window when it was out of it. */
void reader_focus(struct reader *reader, uint32_t sentence);

/* Marks what matches (NULL: nothing any more); and goes to the next or previous match from the focus. */
void reader_mark(struct reader *reader, const struct pattern *pattern);
enum search_result reader_search(struct reader *reader, const struct pattern *pattern, bool forward);

/* A sentence's place in the text, the line that it begins on, and whether that one is in the window. */
struct span reader_sentence_span(const struct reader *reader, uint32_t sentence);
size_t reader_first_line(const struct reader *reader, uint32_t sentence);
bool reader_is_visible(const struct reader *reader, uint32_t sentence);

/* How many quotations are dimmed. */
size_t reader_dimmed(const struct reader *reader);

/* How much of the article lies at or above the bottom of the window: 0 to 100. */
unsigned reader_percent(const struct reader *reader);

/* Draws what is visible (reader_draw.c). active: the pane has the keys, and sets *cursor. */
void reader_draw(const struct reader *reader, struct area area, bool active, struct browser_cursor *cursor);

#endif
