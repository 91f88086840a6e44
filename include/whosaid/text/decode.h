/* decode.h: bytes of unknown encoding to UTF-8, and walking through UTF-8.
 *
 * The order is that of DESIGN §9: byte order mark, then the declared encoding, then valid UTF-8, then
 * cp1252. Nothing is lost silently: what does not decode becomes U+FFFD and is counted. */
#ifndef WHOSAID_TEXT_DECODE_H
#define WHOSAID_TEXT_DECODE_H

#include "whosaid/base/string.h"

#include <stdint.h>
#include <uchar.h>

enum text_encoding {
    TEXT_UTF8,
    TEXT_UTF16LE,
    TEXT_UTF16BE,
    TEXT_CP1252,
    TEXT_OTHER, /* the declared one, converted by iconv */
};

struct text_decoded {
    struct strbuf utf8; /* valid UTF-8; one code point for each of the input's, a byte order mark included */
    enum text_encoding encoding;
    uint32_t invalid; /* sequences replaced by U+FFFD */
};

/* Decodes bytes. declared is an encoding's name, or NULL; an unknown name is ignored. Always succeeds. An
 * empty input gives an empty text. The caller releases with text_decoded_release. Linear. */
void text_decode(struct str bytes, const char *declared, struct text_decoded *decoded);
void text_decoded_release(struct text_decoded *decoded);

/* The code point at byte offset *at (*at < text.size), and moves *at behind it. Invalid UTF-8 gives U+FFFD
 * and moves at least one byte (the maximal ill-formed subpart, Unicode 15 §3.9). */
char32_t text_next(struct str text, size_t *at);

/* The code point before *at (*at > 0), and moves *at to its start. The text must be valid UTF-8. */
char32_t text_previous(struct str text, size_t *at);

/* Writes one code point as UTF-8. Returns the bytes written, 1 to 4. */
size_t text_encode(char32_t code_point, char out[4]);
void strbuf_add_code_point(struct strbuf *buffer, char32_t code_point);

/* Code points in valid UTF-8. */
size_t text_code_points(struct str text);

#endif
