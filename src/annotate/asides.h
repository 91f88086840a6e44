/* asides.h: who is named beside a clause that stands for itself: "According to Lind, ...", "As Lind told the
 * Ledger, ...", "The treaty, as Lind points out, ...". By lexicon and shape alone; all look at one sentence.
 */
#ifndef WHOSAID_ANNOTATE_ASIDES_H
#define WHOSAID_ANNOTATE_ASIDES_H

#include "reading.h"

struct aside {
    struct stretch speaker, cue, content;
    struct stretch rest; /* of the content, behind the aside; or empty */
    uint32_t rule;       /* enum annotate_rule */
    bool found;          /* else the rest says nothing */
};

/* The aside that opens the sentence. */
struct aside aside_before(const struct reading *reading, struct stretch sentence);

/* The aside at the token; its content begins in the window. What stands before "which, according to Lind,"
 * is none of it. */
struct aside aside_behind(const struct reading *reading, struct stretch window, uint32_t token);

/* The comma that ends what is told of a source behind the comma: ", a copy of which we have seen,". The comma
 * itself when nothing is told. */
uint32_t aside_skip_relative(const struct reading *reading, uint32_t comma, uint32_t limit);

#endif
