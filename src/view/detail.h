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
 *     wording · First Post has “should”; Third Wire has “must”.
 *
 *     wording   should     First Post
 *               must       Third Wire */
#ifndef WHOSAID_SRC_VIEW_DETAIL_H
#define WHOSAID_SRC_VIEW_DETAIL_H

#include "styled.h"

#include "whosaid/library/library.h"

/* What a piece of the page is about, for the mouse. */
enum detail_subject {
    ABOUT_NOTHING,
    ABOUT_VERSION,    /* index: of the claim's versions */
    ABOUT_DIFFERENCE, /* index: of the claim's differences */
    ABOUT_COSMETIC,   /* that cosmetic differences are hidden, or shown */
    ABOUT_SIMILAR,    /* index: into the library's claims */
};

struct detail_topic {
    enum detail_subject subject;
    uint32_t index;
};

/* A stretch of styled text at a place of the page. */
struct detail_piece {
    unsigned row, column;
    struct span span;
    bool selected; /* belongs to the selected version's heading, or to the focused difference's line */
    struct detail_topic topic;
};

/* What of a claim is chosen. */
struct detail_choice {
    uint32_t version;    /* its column is among the visible ones */
    uint32_t difference; /* its sentence is shown and its words stand out; NO_INDEX: none */
    bool cosmetic;       /* cosmetic differences are shown */
};

struct detail {
    struct styled text;
    VECTOR(struct detail_piece) pieces; /* rows ascend within each part of the page */
    VECTOR(uint32_t) columns;           /* version to its column: versions told identically share one */
    unsigned column_count;
    VECTOR(struct span) focused;          /* of text: the words of the focused difference, ascending */
    unsigned sentence_row, sentence_rows; /* where its sentence stands */
    VECTOR(struct detail_piece) heads;    /* each column's outlets on one line, to stand over its words */
    unsigned heads_row, heads_end;        /* from where they are due when scrolled away, and until where */
    unsigned rows;                        /* of the whole page */
};

void detail_init(struct detail *detail);
void detail_release(struct detail *detail);

/* Lays a claim out anew in width columns. */
void detail_make(struct detail *detail, const struct library *library, const struct claim *claim,
                 const struct detail_choice *choice, unsigned width);

/* The piece at a place of the page, or the nearest to the left of it in its row; NULL when there is none. */
const struct detail_piece *detail_piece_at(const struct detail *detail, unsigned row, unsigned column);
/* The same among the heads. */
const struct detail_piece *detail_head_at(const struct detail *detail, unsigned column);

/* The version before or after one, as the columns show them: column by column, then by outlet. */
uint32_t detail_next_version(const struct detail *detail, uint32_t version, bool forward);

#endif
