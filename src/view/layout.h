/* layout.h: an article as display lines for one width: made once, drawn from often. No drawing here.
 *
 *     indent  glyph  text ......................  gap  margin
 *             ≈      “Russia wants to send the         Alexander Vuving
 */
#ifndef WHOSAID_SRC_VIEW_LAYOUT_H
#define WHOSAID_SRC_VIEW_LAYOUT_H

#include "labels.h"
#include "styled.h"

#include "whosaid/library/library.h"

/* How a pane's columns are shared out. */
struct measure {
    unsigned indent; /* blank columns before the gutter's glyph */
    unsigned gutter; /* the glyph and the blanks after it */
    unsigned text;   /* columns of text, at least 1 */
    unsigned margin; /* columns of the notes' margin; 0: notes stand under the paragraph */
};

enum { MARGIN_GAP = 3 };

/* How so many columns are best shared out. */
struct measure measure_for(unsigned columns);

enum line_kind { LINE_BLANK, LINE_TITLE, LINE_META, LINE_TEXT, LINE_FOLD, LINE_NOTE };

struct layout_line {
    struct span span;   /* of body for LINE_TEXT, of extra otherwise */
    struct span margin; /* of extra; empty where nothing stands in the margin */
    uint32_t place;     /* an offset into the article's text; never descends */
    uint32_t block;     /* counts paragraphs */
    uint8_t kind;       /* enum line_kind */
    int8_t relation;    /* the strongest enum relation that begins here, or -1 */
    bool unsure;        /* a quotation that is dimmed begins here */
    uint8_t hanging;    /* blank columns before the margin's text: it continues the line above */
};

struct layout {
    size_t article;
    int strip[STRIP_CELLS]; /* see labels.h */
    struct measure measure;
    struct styled body;  /* the article's text, byte for byte; line ends inside a paragraph are blanks */
    struct styled extra; /* title, facts, notes */
    struct span title;   /* of extra: the title, where it stands in the text too; or empty */
    VECTOR(struct layout_line) lines;
    VECTOR(uint32_t) sentence_lines; /* the line in which each sentence begins */
};

void layout_init(struct layout *layout);
void layout_release(struct layout *layout);

/* Lays an article out anew. unfolded: boilerplate is shown in full. least_sure: quotations with a lower
 * confidence are dimmed and marked. */
void layout_make(struct layout *layout, const struct library *library, size_t article, struct measure measure,
                 bool unfolded, float least_sure);

/* The last line that stands at or before an offset of the text. O(log lines). */
size_t layout_line_at(const struct layout *layout, uint32_t offset);

#endif
