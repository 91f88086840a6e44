/* flatten.h: text of an article on one line, for names, values and listings. */
#ifndef WHOSAID_OUTPUT_FLATTEN_H
#define WHOSAID_OUTPUT_FLATTEN_H

#include "whosaid/base/string.h"

/* Appends text, sanitised, with each run of white space as one space and none at its ends. */
void output_flatten(struct str text, struct strbuf *out);

/* The same, with one space where there was white space at an end: parts that follow one another. */
void output_flatten_part(struct str text, struct strbuf *out);

#endif
