/* csv.c: see csv.h. */
#include "csv.h"

#include "flatten.h"

#include "whosaid/base/array.h"

#include <inttypes.h>
#include <string.h>

static void begin_cell(struct csv *csv)
{
    if (csv->follows)
        strbuf_add_byte(csv->out, ',');
    csv->follows = true;
}

static bool looks_like_formula(struct str text)
{
    static const char *const SIGNS[] = {"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
    for (size_t i = 0; i < LENGTH(SIGNS); i++)
        if (str_starts(text, str_from(SIGNS[i])))
            return true;
    return false;
}

static void put_quoted(struct strbuf *out, struct str text)
{
    strbuf_add_byte(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"')
            strbuf_add_byte(out, '"');
        strbuf_add_byte(out, text.data[i]);
    }
    strbuf_add_byte(out, '"');
}

void csv_str(struct csv *csv, struct str text)
{
    struct strbuf flat, cell;
    strbuf_init(&flat);
    strbuf_init(&cell);
    output_flatten(text, &flat);
    if (looks_like_formula(strbuf_str(&flat)))
        strbuf_add_byte(&cell, '\'');
    strbuf_add_str(&cell, strbuf_str(&flat));
    begin_cell(csv);
    if (strpbrk(cell.data, ",\""))
        put_quoted(csv->out, strbuf_str(&cell));
    else
        strbuf_add_str(csv->out, strbuf_str(&cell));
    strbuf_release(&flat);
    strbuf_release(&cell);
}

void csv_unsigned(struct csv *csv, uint64_t number)
{
    begin_cell(csv);
    strbuf_add_format(csv->out, "%" PRIu64, number);
}

void csv_hash(struct csv *csv, uint64_t hash)
{
    begin_cell(csv);
    strbuf_add_format(csv->out, "%016" PRIx64, hash);
}

void csv_end_row(struct csv *csv)
{
    strbuf_add_str(csv->out, STR("\r\n"));
    csv->follows = false;
}

void csv_head(struct csv *csv, const char *names)
{
    for (const char *end; *names; names = *end ? end + 1 : end) {
        end = names + strcspn(names, " ");
        csv_str(csv, (struct str){names, (size_t)(end - names)});
    }
    csv_end_row(csv);
}
