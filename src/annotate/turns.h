/* turns.h: speech that the layout attributes, without a word of attribution: a speaker's turn in a transcript
 * ("LIND: The ferry stays."), and words in marks that somebody signed ("The ferry stays." - Ida Lind). */
#ifndef WHOSAID_ANNOTATE_TURNS_H
#define WHOSAID_ANNOTATE_TURNS_H

#include "sources.h"

/* The name that opens the paragraph, with its colon as the cue, where the paragraphs around it have such
 * names too: this one again, and another. What follows the cue is said. Looks at a bounded number of
 * paragraphs. */
struct source source_of_turn(const struct reading *reading, const struct paragraph *paragraph);

/* Who signed a pair that opens a line: the name behind a dash that ends the line, or that is all of the next
 * one. The dash is the cue. */
struct source source_signed(const struct reading *reading, const struct paragraph *paragraph,
                            const struct pair *pair);

#endif
