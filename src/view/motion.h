/* motion.h: the movements that every list of rows shares. */
#ifndef WHOSAID_SRC_VIEW_MOTION_H
#define WHOSAID_SRC_VIEW_MOTION_H

#include "whosaid/view/keys.h"

#include <stddef.h>

/* Moves *at among count rows, page of which are visible. Returns whether the action is a movement. */
bool motion_apply(enum action action, size_t *at, size_t count, size_t page);

/* What remains of at after taking by, at the least 0; and at moved on by by, at the most most. */
size_t motion_back(size_t at, size_t by);
size_t motion_on(size_t at, size_t by, size_t most);

#endif
