/* contract.h: checks a line of JSON against DESIGN §5: keys, types, offsets. */
#ifndef WHOSAID_TEST_OUTPUT_CONTRACT_H
#define WHOSAID_TEST_OUTPUT_CONTRACT_H

#include "whosaid/base/string.h"

#include <jansson.h>

/* Fails the test when out holds a byte sequence that a terminal obeys, hides or reorders by, an invalid one,
 * or a pile of combining marks; "\n" alone is let through, and ESC when escapes is set. */
void contract_assert_safe(struct str out, bool escapes);

/* Parses one line, which must be one object with a final "\n". Caller calls json_decref. */
json_t *contract_parse(struct str line);

/* Checks an article of `annotate`: every key, and text[start:end] is what each quotation and term says. */
void contract_assert_article(const json_t *record);

/* The same for one of `quotes`; text is the article's. */
void contract_assert_quote(const json_t *quote, const char *text);

/* Checks a line of `claims`; texts[i] is the text of the article whose path is paths[i]. */
void contract_assert_claim(const json_t *record, const char *const *paths, const char *const *texts,
                           size_t count);

#endif
