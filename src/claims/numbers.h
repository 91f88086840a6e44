/* numbers.h: the value of a number that a sentence tells, and the range that it can stand for: rounding,
 * "about", "more than", "dozens". */
#ifndef WHOSAID_CLAIMS_NUMBERS_H
#define WHOSAID_CLAIMS_NUMBERS_H

#include "sentence.h"

struct number {
    double value;
    double low, high; /* infinite where open */
    bool vague;       /* "dozens" */
};

/* Reads a number that begins at a word of a sentence: "3,012", "twenty-three", "2.8 billion". Ordinals are
 * none, and nor are "one" and "zero", which are rarely counts. Returns how many words it takes; 0 when none
 * begins there. */
uint32_t number_read(const struct sentence *s, uint32_t at, struct number *number);

#endif
