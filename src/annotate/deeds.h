/* deeds.h: verbs that tell of words or of deeds, by who does it to what: a minister attacks a plan, troops
 * attack a village; a witness recalls a night, a firm recalls pumps. */
#ifndef WHOSAID_ANNOTATE_DEEDS_H
#define WHOSAID_ANNOTATE_DEEDS_H

#include "vetoes.h"

/* Whether what looks like a quotation is what somebody did something to. Never where words in marks, "as" or
 * "that" follow the verb. */
bool deeds_is_one(const struct labelled *labelled, const struct candidate *candidate);

#endif
