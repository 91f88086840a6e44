/* loading.h: the screen while the library is being opened. */
#ifndef WHOSAID_SRC_VIEW_LOADING_H
#define WHOSAID_SRC_VIEW_LOADING_H

#include "whosaid/library/loader.h"
#include "whosaid/view/grid.h"

/* How many of how many articles are read, in figures and as a bar; then, that they are compared. */
void loading_draw(struct area area, const struct library_progress *progress);

#endif
