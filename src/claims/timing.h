/* timing.h: whether a sentence tells an event as planned or as past: "is to meet", "met". */
#ifndef WHOSAID_CLAIMS_TIMING_H
#define WHOSAID_CLAIMS_TIMING_H

#include "words.h"

enum timing { TIMING_NONE, TIMING_PLANNED, TIMING_PAST };

/* How words[at] tells what it names, and where the words that say so begin, at or before it. */
enum timing timing_of(const struct vocabulary *vocabulary, const struct word *words, uint32_t at,
                      uint32_t *begin);

#endif
