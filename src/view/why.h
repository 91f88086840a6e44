/* why.h: why what has the focus was found so, in a pane of its own below it: the quotations of a sentence, or
 * the focused difference of a
 * claim and how the selected version was found. */
#ifndef WHOSAID_SRC_VIEW_WHY_H
#define WHOSAID_SRC_VIEW_WHY_H

#include "history.h"
#include "search.h"
#include "styled.h"

#include "whosaid/annotate/explain.h"
#include "whosaid/library/library.h"
#include "whosaid/view/browser.h"

/* A paragraph of the explanation in one role, or a line of it. */
struct why_line {
    struct span span; /* of text */
    unsigned indent;
    bool cut; /* a heading, which has one line */
};

struct why {
    const struct library *library;
    enum view_id under;          /* the view that it was opened over, */
    struct place place;          /* and where one was in it */
    struct explainer *explainer; /* of the article explained last, which stays the same mostly */
    size_t article;
    struct styled text;
    VECTOR(struct why_line) paragraphs;
    VECTOR(struct why_line) lines; /* the paragraphs, wrapped */
    unsigned rows, columns;        /* of the pane */
    size_t top;
    size_t found; /* the line that a search found last */
};

void why_init(struct why *why, const struct library *library);
void why_release(struct why *why);

/* Explains the quotations that a sentence has a part in. False when there are none; it says so then. */
bool why_tell_sentence(struct why *why, size_t article, uint32_t sentence);

/* Explains one of a claim's differences (NO_INDEX: none) and how one of its versions was found. False when
 * there is neither a difference nor a quotation; it says so then. */
bool why_tell_claim(struct why *why, const struct claim *claim, uint32_t version, uint32_t difference);

/* Wraps the explanation; lines then says how many rows it fills. */
void why_resize(struct why *why, unsigned rows, unsigned columns);

bool why_act(struct why *why, enum action action); /* scrolls */
enum search_result why_search(struct why *why, const struct pattern *pattern, bool forward);
void why_draw(const struct why *why, struct area area, const struct pattern *pattern,
              struct browser_cursor *cursor);

#endif
