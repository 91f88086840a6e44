/* json.h: writes JSON straight into a strbuf, keys in the order they are called, strings safe on a terminal.
 *
 * The writer keeps no stack: whoever begins an object or array ends it. */
#ifndef WHOSAID_OUTPUT_JSON_H
#define WHOSAID_OUTPUT_JSON_H

#include "whosaid/base/string.h"

#include <stdbool.h>
#include <stdint.h>

struct json {
    struct strbuf *out;
    bool comma; /* a value stands before, so the next one needs a comma */
};

void json_begin(struct json *json, char bracket); /* '{' or '[' */
void json_end(struct json *json, char bracket);   /* '}' or ']' */
void json_key(struct json *json, const char *name);

/* A string. Bytes that are not UTF-8 become U+FFFD. Written as \u escapes: control, bidi, line-separator and
 * default-ignorable characters, noncharacters, and combining marks beyond SANITISE_MOST_MARKS in a row. */
void json_str(struct json *json, struct str text);
void json_str_or_null(struct json *json, struct str text); /* null when text.data is NULL */
void json_unsigned(struct json *json, uint64_t number);
void json_share(struct json *json, float share);  /* 0 to 1, three decimals; cut to that */
void json_hash(struct json *json, uint64_t hash); /* sixteen hexadecimal digits, as a string */
void json_bool(struct json *json, bool value);
void json_null(struct json *json);

#endif
