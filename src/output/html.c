/* html.c: see html.h. */
#include "html.h"

#include "flatten.h"

#include "whosaid/base/calendar.h"

#include <stdlib.h>
#include <string.h>

static void escape(struct strbuf *out, struct str text)
{
    for (size_t i = 0; i < text.size; i++) {
        switch (text.data[i]) {
        case '&': strbuf_add_str(out, STR("&amp;")); break;
        case '<': strbuf_add_str(out, STR("&lt;")); break;
        case '>': strbuf_add_str(out, STR("&gt;")); break;
        case '"': strbuf_add_str(out, STR("&quot;")); break;
        case '\'': strbuf_add_str(out, STR("&#39;")); break;
        default: strbuf_add_byte(out, text.data[i]);
        }
    }
}

void html_text(struct strbuf *out, struct str text)
{
    struct strbuf flat;
    strbuf_init(&flat);
    output_flatten(text, &flat);
    escape(out, strbuf_str(&flat));
    strbuf_release(&flat);
}

void html_part(struct strbuf *out, struct str text)
{
    struct strbuf flat;
    strbuf_init(&flat);
    output_flatten_part(text, &flat);
    escape(out, strbuf_str(&flat));
    strbuf_release(&flat);
}

void html_day(struct strbuf *out, struct str day)
{
    if (day.size != strlen("2024-06-19"))
        return;
    long month = strtol(day.data + strlen("2024-"), NULL, 10);
    if (month < 1 || month > 12)
        return;
    strbuf_add_format(out, "<time datetime=\"%.*s\">%ld %s %.4s</time>", STR_FMT(day),
                      strtol(day.data + strlen("2024-06-"), NULL, 10), calendar_month_name((int)month),
                      day.data);
}
