/* occupations.h: what people are, beyond the lexicon: surgeon, trawlerman, volcanologist. Only resolution
 * asks; the lexicon's tags, which the model was trained on, stay as they are until all
 * quotations are found. */
#ifndef WHOSAID_ANNOTATE_OCCUPATIONS_H
#define WHOSAID_ANNOTATE_OCCUPATIONS_H

#include "reading.h"

/* Tags the words for people in a reading as roles and titles, as if the lexicon had them. Linear. */
void occupations_mark(struct reading *reading);

/* For tests: the nth word in table order, NULL behind the last. Static. */
const char *occupation_word(size_t index);

#endif
