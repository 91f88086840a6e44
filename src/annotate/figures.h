/* figures.h: whose a name is. People are told apart by first name, gender, rank and "Jr."; a surname that
 * several bear means the one it was used for, or the one named last. Knows the name table alone. */
#ifndef WHOSAID_ANNOTATE_FIGURES_H
#define WHOSAID_ANNOTATE_FIGURES_H

#include "names.h"

/* Gives a name with words its figure, made when new. Names must come in text order. */
void figures_assign(struct name_table *table, struct name *name);

/* Gives an abbreviation its figure, once all other names have theirs: the organisation that it is short for,
 * else as any name. */
void figures_assign_short(struct name_table *table, struct name *name);

/* Who is meant by "the younger Pruitt" where one Pruitt is told by "Jr.", or "the elder"; NO_INDEX when the
 * name is not told so. */
uint32_t figures_bearer_of_age(struct name_table *table, const struct name *name);

#endif
