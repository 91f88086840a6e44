/* nominal.h: attribution without an active verb: a noun and its clause ("his claim that ..."), a passive and
 * its agent
 * ("was called a fool by ..."). */
#ifndef WHOSAID_ANNOTATE_NOMINAL_H
#define WHOSAID_ANNOTATE_NOMINAL_H

#include "reading.h"

/* A cue, whose it is, and the first token of what it reports. */
struct nominal {
    struct stretch speaker, cue;
    uint32_t content; /* the content's first token */
    uint32_t end;     /* where it ends at the latest */
    bool found;       /* else the rest says nothing */
};

/* The noun at the token with a clause behind it: "Lind's claim that", "the assertion by Lind that". The
 * clause of the sentence's subject ends before the sentence's verb. */
struct nominal nominal_noun(const struct reading *reading, struct stretch sentence, uint32_t noun);

/* The passive at the token with its agent and a clause behind it: "was warned by Lind that", "was described
 * by Lind as". */
struct nominal nominal_passive(const struct reading *reading, struct stretch sentence, uint32_t verb);

#endif
