/* witnesses.h: which articles of a story print one text, a wire report say, and so are one witness. */
#ifndef WHOSAID_CLAIMS_WITNESSES_H
#define WHOSAID_CLAIMS_WITNESSES_H

#include "words.h"

#include "whosaid/claims/claims.h"

/* Fills witness_of, one entry a document: the first document of its story whose text it largely shares, its
 * own number when none does. The words of direct quotations do not count: whoever was there has those. Grows
 * as n log n in the words. */
void witnesses_find(struct vocabulary *vocabulary, const struct document *documents, size_t count,
                    const uint32_t *story_of, uint32_t *witness_of);

#endif
