/* groups.h: things by number, of which some are joined to groups (union-find): group[i] is another of i's
 * group, or i itself where i names the group. */
#ifndef WHOSAID_CLAIMS_GROUPS_H
#define WHOSAID_CLAIMS_GROUPS_H

#include <stdint.h>

/* The one that names the group. Halves the path to it, so that it is short however groups are joined (R. E.
 * Tarjan, J. van Leeuwen, 1984). */
static inline uint32_t group_root(uint32_t *group, uint32_t at)
{
    while (group[at] != at)
        at = group[at] = group[group[at]];
    return at;
}

#endif
