/* abreast.h: tellings of one statement wrapped side by side and kept in step: what they share stands on the
 * same line in each. No drawing here.
 *
 *     The harbour will close      The harbour will close
 *     on Monday                   on Monday, after eleven
 *                                 quiet years,
 *     and the crews go home.      and the crews go home. */
#ifndef WHOSAID_SRC_VIEW_ABREAST_H
#define WHOSAID_SRC_VIEW_ABREAST_H

#include "whosaid/text/span.h"

struct abreast_line {
    unsigned column, row; /* both from 0 */
    struct span span;
};

typedef VECTOR(struct abreast_line) abreast_vector;

/* Wraps stretches of text, one a column, to width columns of the screen each, and appends their lines.
 * Returns the rows. O(n log n) in the words, and each of a bounded number of breaks wraps again what follows
 * it. */
unsigned abreast_wrap(struct str text, const struct span *stretches, size_t count, unsigned width,
                      abreast_vector *lines);

#endif
