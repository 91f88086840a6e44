/* coverage.h: which outlets of a story print a claim, as dots below their initials, or as a fraction where
 * they are too many.
 *
 *     F S T F F
 *     P H W D M
 *     ● ● ○ ○ ●          or  3/12 */
#ifndef WHOSAID_SRC_VIEW_COVERAGE_H
#define WHOSAID_SRC_VIEW_COVERAGE_H

#include "whosaid/library/library.h"
#include "whosaid/view/grid.h"

enum { COVERAGE_MOST_OUTLETS = 8, COVERAGE_LETTER_ROWS = 2 };

/* An outlet of the story. */
struct coverage_outlet {
    struct str name;   /* borrowed; empty when it is unknown */
    uint32_t document; /* its first in the story; the only one when it is unknown */
    bool known;
};

/* Zero-initialise. */
struct coverage {
    const struct library *library;
    const struct story *story;
    VECTOR(struct coverage_outlet) outlets; /* one more than can be shown where there are that many */
};

/* Fills *coverage with a story's outlets, by their first article; library and story are borrowed. */
void coverage_gather(struct coverage *coverage, const struct library *library, const struct story *story);
void coverage_release(struct coverage *coverage);

/* Whether there are so few outlets that each has a dot; else a fraction is drawn. */
bool coverage_shows_dots(const struct coverage *coverage);

/* The initials, from a column on in the area's first rows; the article's number where the
 * outlet is unknown. */
void coverage_draw_letters(const struct coverage *coverage, struct area area, unsigned column);
/* The dots or the fraction of a claim. Returns the column behind them and a gap. */
unsigned coverage_draw(const struct coverage *coverage, struct area area, unsigned row, unsigned column,
                       const struct claim *claim);

#endif
