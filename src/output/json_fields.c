/* json_fields.c: see json_fields.h. */
#include "json_fields.h"

#include "flatten.h"

void field_str(struct json *json, const char *key, struct str value)
{
    json_key(json, key);
    json_str_or_null(json, value);
}

void field_unsigned(struct json *json, const char *key, uint64_t value)
{
    json_key(json, key);
    json_unsigned(json, value);
}

void fields_place(struct json *json, const struct output_text *text, struct span printed)
{
    field_unsigned(json, "start", output_text_offset(text, printed.start));
    field_unsigned(json, "end", output_text_offset(text, printed.end));
}

void field_flat(struct json *json, const char *key, struct str value)
{
    struct strbuf flat;
    strbuf_init(&flat);
    output_flatten(value, &flat);
    field_str(json, key, strbuf_str(&flat));
    strbuf_release(&flat);
}

void field_id(struct json *json, const char *key, uint64_t id)
{
    json_key(json, key);
    json_hash(json, id);
}
