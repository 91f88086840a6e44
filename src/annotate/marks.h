/* marks.h: pairs of quotation marks. */
#ifndef WHOSAID_ANNOTATE_MARKS_H
#define WHOSAID_ANNOTATE_MARKS_H

#include "reading.h"

/* Fills pairs (by opening mark, parents first) and each paragraph's share of them. No pair leaves its
 * paragraph: an opening mark that is never closed ends with it, so one bad mark costs a paragraph at most. A
 * paragraph that opens with a mark while the one before was left open continues its quotation. Linear. */
void marks_pair(struct reading *reading);

#endif
