/* motion.c: see motion.h. */
#include "motion.h"

size_t motion_back(size_t at, size_t by)
{
    return at > by ? at - by : 0;
}

size_t motion_on(size_t at, size_t by, size_t most)
{
    return at < most && by < most - at ? at + by : most;
}

bool motion_apply(enum action action, size_t *at, size_t count, size_t page)
{
    size_t last = count ? count - 1 : 0;
    size_t half = page / 2 ? page / 2 : 1;
    switch (action) {
    case ACTION_MOVE_DOWN: *at = motion_on(*at, 1, last); return true;
    case ACTION_MOVE_UP: *at = motion_back(*at, 1); return true;
    case ACTION_PAGE_DOWN: *at = motion_on(*at, page ? page : 1, last); return true;
    case ACTION_PAGE_UP: *at = motion_back(*at, page ? page : 1); return true;
    case ACTION_HALF_DOWN: *at = motion_on(*at, half, last); return true;
    case ACTION_HALF_UP: *at = motion_back(*at, half); return true;
    case ACTION_TOP: *at = 0; return true;
    case ACTION_BOTTOM: *at = last; return true;
    default: return false;
    }
}
