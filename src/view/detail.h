/* detail.h: one claim laid out for one width: its text, a column for each distinct version, its differences.
 *
 *     “No country should give Putin a platform …”
 *     3 of 5 outlets · the speaker differs · the wording differs
 *
 *     First Post  Jun 19      Third Wire  Jun 20
 *     State Department        spokesperson, U.S. embassy
 *
 *     No country should …     No country [must] …
 *
 *     wording   should     First Post
 *               must       Third Wire */
#ifndef WHOSAID_SRC_VIEW_DETAIL_H
#define WHOSAID_SRC_VIEW_DETAIL_H

#include "styled.h"

#include "whosaid/library/library.h"

/* A stretch of styled text at a place of the page. */
struct detail_piece {
    unsigned row, column;
    struct span span;
    bool selected; /* belongs to the selected version's heading */
};

struct detail {
    struct styled text;
    VECTOR(struct detail_piece) pieces; /* rows ascend within each part of the page */
    VECTOR(uint32_t) columns;           /* version to its column: versions told identically share one */
    unsigned column_count;
    unsigned rows; /* of the whole page */
};

void detail_init(struct detail *detail);
void detail_release(struct detail *detail);

/* Lays a claim out anew in width columns, so that the selected version's column is among the visible ones. */
void detail_make(struct detail *detail, const struct library *library, const struct claim *claim,
                 uint32_t selected, bool cosmetic, unsigned width);

/* The version before or after one, as the columns show them: column by column, then by outlet. */
uint32_t detail_next_version(const struct detail *detail, uint32_t version, bool forward);

#endif
