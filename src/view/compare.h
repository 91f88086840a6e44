/* compare.h: the claims of one story, and one of them side by side as each outlet told it.
 *
 * The first pane lists the claims; the second holds the selected one as a page that scrolls: its text, one
 * column a distinct version, and the differences in words. The page is made when the state changes; drawing
 * only reads it. */
#ifndef WHOSAID_SRC_VIEW_COMPARE_H
#define WHOSAID_SRC_VIEW_COMPARE_H

#include "coverage.h"
#include "detail.h"
#include "search.h"

#include "whosaid/view/browser.h"

struct compare {
    const struct library *library;
    uint32_t story;      /* NO_INDEX: none is open */
    uint32_t selected;   /* a claim of the story, from 0 */
    uint32_t version;    /* of the claim */
    uint32_t difference; /* of the claim: the one that explains itself; NO_INDEX when none is shown */
    struct coverage coverage;
    uint32_t relations[4]; /* how many of the story's claims have each enum relation */
    bool cosmetic;         /* cosmetic differences are shown */
    bool in_detail;        /* the second pane has the keys */
    size_t list_top, detail_top;
    unsigned list_rows, list_columns, detail_rows, detail_columns;
    struct detail detail;
};

void compare_init(struct compare *compare, const struct library *library);
void compare_release(struct compare *compare);

/* Shows a claim (an index into the library's claims) and one of its versions. */
void compare_open(struct compare *compare, uint32_t claim, uint32_t version);
/* Shows the claims of a story, the first selected. False when it has none. */
bool compare_open_story(struct compare *compare, uint32_t story);

/* Of the claim that was opened: focuses a difference again, and scrolls its page to where it was. */
void compare_return(struct compare *compare, uint32_t difference, size_t top);

/* Gives both panes their sizes; what is selected stays in sight. */
void compare_resize(struct compare *compare, unsigned list_rows, unsigned list_columns, unsigned detail_rows,
                    unsigned detail_columns);

/* Does what an action asks of the pane that has the keys; false when it asks nothing of either. */
bool compare_act(struct compare *compare, enum action action);

/* Selects the next or previous claim of which a version or a speaker matches. */
enum search_result compare_search(struct compare *compare, const struct pattern *pattern, bool forward);

const struct story *compare_story(const struct compare *compare); /* the one that is open; borrowed */
uint32_t compare_claim_index(const struct compare *compare);      /* into the library's claims */
struct str compare_title(const struct compare *compare);          /* the story's; borrowed */
const struct claim *compare_claim(const struct compare *compare);
const struct version *compare_version(const struct compare *compare);

/* The focused difference of the claim; NO_INDEX while none is shown. */
uint32_t compare_shown_difference(const struct compare *compare);

/* The next claim, in the order of the library's, of those similar to this one and itself; the first behind
 * the last. NO_INDEX when none is similar. */
uint32_t compare_next_similar(const struct compare *compare);

/* What the mouse does: a claim's row is selected; in the other pane the version, the difference or the line
 * of cosmetic ones under the pointer is focused or switched. */
bool compare_click_list(struct compare *compare, unsigned row);
enum compare_click {
    CLICK_MISSED,
    CLICK_DONE,
    CLICK_OPENS,   /* on the version that had the focus already: it is to be read */
    CLICK_FOLLOWS, /* on a similar claim, *claim: it is to be shown */
};
enum compare_click compare_click_detail(struct compare *compare, unsigned row, unsigned column,
                                        uint32_t *claim);

/* Moves in one of the panes, whichever has the keys. */
bool compare_move(struct compare *compare, enum action action, bool in_detail);

enum { COMPARE_DETAIL_PAD = 2 }; /* blank columns on both sides of a claim's page */

/* What a version says, in its article. Borrowed. */
struct str compare_version_text(const struct library *library, const struct version *version);

/* Rows over the list that hold the outlets' letters; 0 where there is no room or they are too many. */
unsigned compare_letter_rows(const struct compare *compare);

/* Whether the columns' heads are scrolled away while some of their words are to be seen: their outlets then
 * stand in the pane's first row, over what would be there. */
bool compare_holds_heads(const struct compare *compare);

/* Draw a pane (compare_draw.c). What pattern finds (NULL: nothing) is marked; the pane that has the keys sets
 * *cursor. */
void compare_draw_list(const struct compare *compare, struct area area, const struct pattern *pattern,
                       struct browser_cursor *cursor);
void compare_draw_detail(const struct compare *compare, struct area area, struct browser_cursor *cursor);

#endif
