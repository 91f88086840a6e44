/* flatten.c: see flatten.h. */
#include "flatten.h"

#include "whosaid/base/ascii.h"
#include "whosaid/text/sanitise.h"

/* One space for each run of ASCII white space: a no-break space holds what its author wanted together. */
static void squeeze(struct str text, struct strbuf *out)
{
    size_t at = 0;
    while (at < text.size) {
        size_t start = at;
        while (at < text.size && !ascii_is_space(text.data[at]))
            at++;
        strbuf_add(out, text.data + start, at - start);
        while (at < text.size && ascii_is_space(text.data[at]))
            at++;
        if (at < text.size)
            strbuf_add_byte(out, ' ');
    }
}

void output_flatten(struct str text, struct strbuf *out)
{
    struct strbuf clean;
    strbuf_init(&clean);
    text_sanitise_line(text, &clean);
    squeeze(str_trim(strbuf_str(&clean)), out);
    strbuf_release(&clean);
}

void output_flatten_part(struct str text, struct strbuf *out)
{
    if (text.size && ascii_is_space(text.data[0]))
        strbuf_add_byte(out, ' ');
    output_flatten(text, out);
    if (str_trim(text).size && ascii_is_space(text.data[text.size - 1]))
        strbuf_add_byte(out, ' ');
}
