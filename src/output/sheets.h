/* sheets.h: quotations and claims as rows of CSV (csv.h). doc/whosaid.1 describes the columns. */
#ifndef WHOSAID_OUTPUT_SHEETS_H
#define WHOSAID_OUTPUT_SHEETS_H

#include "wordings.h"

#include "whosaid/output/output.h"

/* The row of column names for a kind of record. */
void sheet_head(enum output_record record, struct strbuf *out);

/* One row a wanted quotation; see output_quotes. */
void sheet_quotes(const struct output_text *text, const struct annotations *annotations,
                  const struct output_choice *choice, struct strbuf *out);

/* One row a version. */
void sheet_claim(const struct claims *claims, uint32_t claim, const struct document *documents,
                 const struct output_text *texts, struct strbuf *out);

/* One row a version that quotes words, with the number of its wording, from 1. */
void sheet_variants(const struct claims *claims, uint32_t claim, const struct document *documents,
                    const struct output_text *texts, const struct wordings *wordings, struct strbuf *out);

#endif
