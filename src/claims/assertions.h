/* assertions.h: what an outlet tells in its own voice: the sentences of an article
 * outside quotation marks. */
#ifndef WHOSAID_CLAIMS_ASSERTIONS_H
#define WHOSAID_CLAIMS_ASSERTIONS_H

#include "statements.h"

/* Appends the assertions of a document whose quotations' statements stand from first_quoted on. A sentence
 * that is mostly one report becomes no assertion: the report gets the sentence's words, "said on Tuesday"
 * among them, as those that it tells with. Linear. */
void assertions_collect(struct vocabulary *vocabulary, const struct document *document, uint32_t number,
                        size_t first_quoted, struct statements *statements);

#endif
