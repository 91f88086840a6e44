/* timing.h: whether a sentence tells an event as planned or as past: "is to meet", "met". */
#ifndef WHOSAID_CLAIMS_TIMING_H
#define WHOSAID_CLAIMS_TIMING_H

#include "sentence.h"

enum timing { TIMING_NONE, TIMING_PLANNED, TIMING_PAST };

/* How the word at a place tells what it names, and where the words that say so begin, at or before it. */
enum timing timing_of(const struct sentence *s, uint32_t at, uint32_t *begin);

#endif
