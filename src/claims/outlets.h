/* outlets.h: how many outlets stand behind some documents. Which print one text is witnesses.h's to find. */
#ifndef WHOSAID_CLAIMS_OUTLETS_H
#define WHOSAID_CLAIMS_OUTLETS_H

#include "whosaid/claims/claims.h"

/* How many outlets print these documents (indices, repeats allowed); where none is known, each document is
 * one. With witness_of (by document, witnesses.h), outlets that print one text count once; else NULL. */
uint32_t outlets_count(const struct document *documents, const uint32_t *indices, size_t count,
                       const uint32_t *witness_of);

#endif
