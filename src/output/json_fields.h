/* json_fields.h: a key with its value, for the writers of records. */
#ifndef WHOSAID_OUTPUT_JSON_FIELDS_H
#define WHOSAID_OUTPUT_JSON_FIELDS_H

#include "whosaid/output/json.h"
#include "whosaid/output/output.h"

void field_str(struct json *json, const char *key, struct str value);  /* null when value.data is NULL */
void field_flat(struct json *json, const char *key, struct str value); /* on one line, sanitised */
void field_unsigned(struct json *json, const char *key, uint64_t value);
void field_id(struct json *json, const char *key, uint64_t id);

/* "start" and "end" of a printed span. */
void fields_place(struct json *json, const struct output_text *text, struct span printed);

#endif
