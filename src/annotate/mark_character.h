/* mark_character.h: which characters are quotation marks, and which way each one points where it stands. */
#ifndef WHOSAID_ANNOTATE_MARK_CHARACTER_H
#define WHOSAID_ANNOTATE_MARK_CHARACTER_H

#include "whosaid/base/string.h"

#include <stdbool.h>
#include <stdint.h>

enum mark_family {
    MARK_DOUBLE, /* “ ” „ " '' `` « » */
    MARK_SINGLE, /* ‘ ’ ‚ ' ‹ › */
    MARK_CORNER, /* 「 」 『 』 */
};

struct mark {
    uint8_t family;  /* enum mark_family */
    uint8_t size;    /* bytes */
    bool opens;      /* else it closes */
    bool sure;       /* the surroundings leave no doubt about the direction */
    bool apostrophe; /* could be one: the ministers' house */
};

/* Reads the quotation mark at byte offset at of text (valid UTF-8). False when there is none, or when it is
 * certainly an apostrophe ('90s, rock 'n' roll). An apostrophe inside a word must not be asked about. O(1).
 */
bool mark_read(struct str text, size_t at, struct mark *mark);

#endif
