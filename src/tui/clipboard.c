/* clipboard.c: see clipboard.h. The text goes in base64 (RFC 4648),
 * so nothing in it is taken for a sequence. */
#include "clipboard.h"

/* Three bytes at most to four characters. */
static void add_group(const unsigned char *bytes, size_t size, struct strbuf *out)
{
    static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned value = (unsigned)bytes[0] << 16 | (size > 1 ? (unsigned)bytes[1] << 8 : 0) |
                     (size > 2 ? (unsigned)bytes[2] : 0);
    for (size_t i = 0; i < 4; i++)
        strbuf_add_byte(out, i <= size ? ALPHABET[value >> (18 - 6 * i) & 63] : '=');
}

void clipboard_sequence(struct str text, struct strbuf *out)
{
    strbuf_add_str(out, STR("\033]52;c;"));
    for (size_t i = 0; i < text.size; i += 3)
        add_group((const unsigned char *)text.data + i, text.size - i < 3 ? text.size - i : 3, out);
    strbuf_add_str(out, STR("\033\\"));
}
