/* sayings.h: when something was said: the date beside the cue of a quotation, "told reporters on Tuesday".
 * When what was said happened is for figures.h. */
#ifndef WHOSAID_CLAIMS_SAYINGS_H
#define WHOSAID_CLAIMS_SAYINGS_H

#include "figures.h"

#include "whosaid/claims/claims.h"

/* Reads the date into *saying, resolved against the day of publication where that is known. Only one that
 * stands with the cue itself counts, not "in an interview published on Tuesday". scratch: any words,
 * replaced. Returns false where there is none. Linear in the sentence. */
bool saying_read(struct vocabulary *vocabulary, const struct document *document, const struct quote *quote,
                 word_vector *scratch, struct figure *saying);

#endif
