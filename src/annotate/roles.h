/* roles.h: whom a role without a name stands for: "the minister", "a resident". */
#ifndef WHOSAID_ANNOTATE_ROLES_H
#define WHOSAID_ANNOTATE_ROLES_H

#include "resolving.h"

/* An earlier figure for "the minister", or one who is named with that role soon after; else one of its own,
 * and for "a resident" always. mention is the whole phrase, head its first part, base what of that stands
 * before a preposition and ends in the role. */
struct resolved resolving_role(struct resolving *resolving, struct stretch mention, struct stretch head,
                               struct stretch base);

#endif
