/* detail_page.h: the page of a claim while it is made, for the three files that make it. What is not drawing
 * and not state: text with roles, put at places. */
#ifndef WHOSAID_SRC_VIEW_DETAIL_PAGE_H
#define WHOSAID_SRC_VIEW_DETAIL_PAGE_H

#include "detail.h"

#include "whosaid/text/segment.h"

struct detail_page {
    struct detail *detail;
    const struct library *library;
    const struct claim *claim;
    struct detail_choice choice;
    unsigned width, row;
    struct detail_topic topic;      /* of the pieces being added */
    bool marked[MARK_COSMETIC + 1]; /* the kinds of marks on it, by enum mark_kind */
};

/* Appends text to the page's. Returns where it stands. */
struct span detail_add_text(struct detail_page *page, struct str text, enum role role);
/* Line ends inside a stretch of the page's text become blanks. */
void detail_join_lines(struct detail_page *page, struct span span);

/* Puts text at a place: as it is, wrapped (returns the lines, at most so many), or a copy cut to one line. */
void detail_add_piece(struct detail_page *page, unsigned row, unsigned column, struct span span);
unsigned detail_add_wrapped(struct detail_page *page, unsigned row, unsigned column, unsigned columns,
                            struct span span, unsigned most);
void detail_add_cut(struct detail_page *page, unsigned row, unsigned column, unsigned columns,
                    struct str text, enum role role);

/* What a version says, in its article. Borrowed. */
struct str detail_version_text(const struct detail_page *page, const struct version *version);

/* The role in which a difference is named: that of the relation that it makes, of a cosmetic one that of
 * counts. */
enum role detail_kind_role(const struct difference *difference);

/* The parts, each from page->row on. */
void detail_add_versions(struct detail_page *page);
void detail_add_differences(struct detail_page *page);
void detail_add_similar(struct detail_page *page);

#endif
