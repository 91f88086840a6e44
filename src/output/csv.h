/* csv.h: writes CSV (RFC 4180): comma, CR LF, a cell in quotation marks where it holds one of these.
 *
 * Texts are sanitised and on one line. One that a spreadsheet would take for a formula (it begins with
 * = + - @ or their full-width forms) gets an apostrophe before it, as OWASP advises. */
#ifndef WHOSAID_OUTPUT_CSV_H
#define WHOSAID_OUTPUT_CSV_H

#include "whosaid/base/string.h"

#include <stdbool.h>
#include <stdint.h>

struct csv {
    struct strbuf *out;
    bool follows; /* a cell stands before in this row */
};

void csv_str(struct csv *csv, struct str text); /* raw bytes of an article, or words of our own */
void csv_unsigned(struct csv *csv, uint64_t number);
void csv_hash(struct csv *csv, uint64_t hash); /* sixteen hexadecimal digits, as in JSON */
void csv_end_row(struct csv *csv);

/* A row of column names, separated by spaces. */
void csv_head(struct csv *csv, const char *names);

#endif
