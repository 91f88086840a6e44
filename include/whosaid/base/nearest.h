/* nearest.h: "did you mean": the known word nearest to one that is not known. */
#ifndef WHOSAID_BASE_NEAREST_H
#define WHOSAID_BASE_NEAREST_H

#include "whosaid/base/string.h"

/* Single-letter changes (insert, delete, replace, swap of neighbours) between two words, ASCII case ignored;
 * any number above most counts as most + 1, as do words longer than 31 bytes. */
unsigned nearest_distance(struct str a, struct str b, unsigned most);

/* The nearest candidate, when it is within a third of the word's length; else an empty string. Borrowed. */
struct str nearest_word(struct str word, const struct str *candidates, size_t count);

#endif
