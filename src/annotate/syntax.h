/* syntax.h: what the dependencies of a paragraph's sentences tell about each token: which cue or verb stands
 * above it, as what part of it, and where that part begins and ends. */
#ifndef WHOSAID_ANNOTATE_SYNTAX_H
#define WHOSAID_ANNOTATE_SYNTAX_H

#include "observation.h"

/* Notes what stands above each token and below it; heads must be known. Linear. */
void syntax_observe(struct observations *observations);

/* The subject of what a stretch of tokens says or does: that of its verb, else of the verb that this one
 * shares a subject with ("he rose and said", "went on to say"), else the noun that the verb's clause
 * describes. NO_INDEX when there is none. An index of observations. */
uint32_t syntax_subject(const struct observations *observations, struct stretch stretch);

#endif
