/* extents.h: where what was said begins and ends, now that its cue and its speaker are known: the labeller sees
 * words one by one and takes in what stands beside it. */
#ifndef WHOSAID_ANNOTATE_EXTENTS_H
#define WHOSAID_ANNOTATE_EXTENTS_H

#include "vetoes.h"

/* The candidate's content without an addressee ("told [the Herald] that"), an adverb before "that", the
 * speaker's next deed ("thanked the pilot [and left]") and the main clause behind a condition ("If he says
 * that it failed[, markets will fall]"). */
struct stretch extent_of_content(const struct labelled *labelled, const struct candidate *candidate);

#endif
