/* decode.c: bytes of unknown encoding to UTF-8. Not a detector of languages: what names no encoding and is
 * not UTF-8 is taken for cp1252, the usual one of old English text. */
#include "utf8.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

/* Byte order marks, the longer before those that they begin with. */
static const struct mark {
    struct str bytes;
    enum text_encoding encoding;
    const char *iconv_name; /* for TEXT_OTHER */
} marks[] = {
    // clang-format off
    {{"\xEF\xBB\xBF", 3}, TEXT_UTF8, NULL},
    {{"\xFF\xFE\0\0", 4}, TEXT_OTHER, "UTF-32LE"},
    {{"\0\0\xFE\xFF", 4}, TEXT_OTHER, "UTF-32BE"},
    {{"\xFF\xFE", 2}, TEXT_UTF16LE, NULL},
    {{"\xFE\xFF", 2}, TEXT_UTF16BE, NULL},
    // clang-format on
};

/* The encodings that a declaration can name: those of the Encoding Standard (encoding.spec.whatwg.org), which
 * is what the web uses. Labels are compared without regard to case and to what is neither letter nor digit. A
 * fixed list, since iconv_open would load a rarely tested converter by any name that a hostile file gives. */
static const struct label {
    const char *label;
    enum text_encoding encoding;
    const char *iconv_name; /* for TEXT_OTHER */
} labels[] = {
    {"utf8", TEXT_UTF8, NULL},
    {"unicode11utf8", TEXT_UTF8, NULL},
    {"utf16", TEXT_UTF16LE, NULL},
    {"utf16le", TEXT_UTF16LE, NULL},
    {"utf16be", TEXT_UTF16BE, NULL},
    {"cp1252", TEXT_CP1252, NULL},
    {"windows1252", TEXT_CP1252, NULL},
    {"iso88591", TEXT_CP1252, NULL},
    {"latin1", TEXT_CP1252, NULL},
    {"usascii", TEXT_CP1252, NULL},
    {"ascii", TEXT_CP1252, NULL},
    {"iso88592", TEXT_OTHER, "ISO-8859-2"},
    {"latin2", TEXT_OTHER, "ISO-8859-2"},
    {"iso88593", TEXT_OTHER, "ISO-8859-3"},
    {"iso88594", TEXT_OTHER, "ISO-8859-4"},
    {"iso88595", TEXT_OTHER, "ISO-8859-5"},
    {"iso88596", TEXT_OTHER, "ISO-8859-6"},
    {"iso88597", TEXT_OTHER, "ISO-8859-7"},
    {"iso88598", TEXT_OTHER, "ISO-8859-8"},
    {"iso88599", TEXT_OTHER, "WINDOWS-1254"},
    {"iso885910", TEXT_OTHER, "ISO-8859-10"},
    {"iso885913", TEXT_OTHER, "ISO-8859-13"},
    {"iso885914", TEXT_OTHER, "ISO-8859-14"},
    {"iso885915", TEXT_OTHER, "ISO-8859-15"},
    {"latin9", TEXT_OTHER, "ISO-8859-15"},
    {"iso885916", TEXT_OTHER, "ISO-8859-16"},
    {"ibm866", TEXT_OTHER, "IBM866"},
    {"cp866", TEXT_OTHER, "IBM866"},
    {"koi8r", TEXT_OTHER, "KOI8-R"},
    {"koi8u", TEXT_OTHER, "KOI8-U"},
    {"macintosh", TEXT_OTHER, "MACINTOSH"},
    {"macroman", TEXT_OTHER, "MACINTOSH"},
    {"tis620", TEXT_OTHER, "CP874"},
    {"windows874", TEXT_OTHER, "CP874"},
    {"windows1250", TEXT_OTHER, "WINDOWS-1250"},
    {"windows1251", TEXT_OTHER, "WINDOWS-1251"},
    {"windows1253", TEXT_OTHER, "WINDOWS-1253"},
    {"windows1254", TEXT_OTHER, "WINDOWS-1254"},
    {"windows1255", TEXT_OTHER, "WINDOWS-1255"},
    {"windows1256", TEXT_OTHER, "WINDOWS-1256"},
    {"windows1257", TEXT_OTHER, "WINDOWS-1257"},
    {"windows1258", TEXT_OTHER, "WINDOWS-1258"},
    {"gb2312", TEXT_OTHER, "GBK"},
    {"gbk", TEXT_OTHER, "GBK"},
    {"gb18030", TEXT_OTHER, "GB18030"},
    {"big5", TEXT_OTHER, "BIG5-HKSCS"},
    {"big5hkscs", TEXT_OTHER, "BIG5-HKSCS"},
    {"eucjp", TEXT_OTHER, "EUC-JP"},
    {"iso2022jp", TEXT_OTHER, "ISO-2022-JP"},
    {"shiftjis", TEXT_OTHER, "CP932"},
    {"sjis", TEXT_OTHER, "CP932"},
    {"windows31j", TEXT_OTHER, "CP932"},
    {"euckr", TEXT_OTHER, "UHC"},
    {"ksc56011987", TEXT_OTHER, "UHC"},
};

static const char32_t cp1252_high[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

char32_t cp1252_character(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? cp1252_high[byte - 0x80] : byte;
}

static void add_invalid(struct text_decoded *decoded)
{
    strbuf_add_code_point(&decoded->utf8, REPLACEMENT);
    decoded->invalid++;
}

/* The offset of the first byte at or after from that is not ASCII. */
static size_t skip_ascii(struct str bytes, size_t from)
{
    while (bytes.size - from >= sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, bytes.data + from, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
        from += sizeof word;
    }
    while (from < bytes.size && (unsigned char)bytes.data[from] < 0x80)
        from++;
    return from;
}

static void decode_utf8(struct str bytes, struct text_decoded *decoded)
{
    size_t copied = 0, at = 0;
    char32_t c;
    while ((at = skip_ascii(bytes, at)) < bytes.size) {
        size_t start = at;
        if (utf8_next(bytes, &at, &c))
            continue;
        strbuf_add(&decoded->utf8, bytes.data + copied, start - copied);
        add_invalid(decoded);
        copied = at;
    }
    strbuf_add(&decoded->utf8, bytes.data + copied, bytes.size - copied);
}

static void decode_cp1252(struct str bytes, struct text_decoded *decoded)
{
    for (size_t at = 0; at < bytes.size; at++) {
        size_t ascii = skip_ascii(bytes, at);
        strbuf_add(&decoded->utf8, bytes.data + at, ascii - at);
        if ((at = ascii) == bytes.size)
            break;
        char32_t c = cp1252_character((unsigned char)bytes.data[at]);
        if (c == REPLACEMENT)
            add_invalid(decoded);
        else
            strbuf_add_code_point(&decoded->utf8, c);
    }
}

static char32_t utf16_unit(struct str bytes, size_t at, bool big)
{
    unsigned char first = (unsigned char)bytes.data[at], second = (unsigned char)bytes.data[at + 1];
    return big ? (char32_t)(first << 8 | second) : (char32_t)(second << 8 | first);
}

static void decode_utf16(struct str bytes, bool big, struct text_decoded *decoded)
{
    size_t at = 0;
    while (at + 2 <= bytes.size) {
        char32_t c = utf16_unit(bytes, at, big);
        at += 2;
        if (c >= 0xD800 && c < 0xDC00 && at + 2 <= bytes.size) {
            char32_t low = utf16_unit(bytes, at, big);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        if (c >= 0xD800 && c < 0xE000)
            add_invalid(decoded);
        else
            strbuf_add_code_point(&decoded->utf8, c);
    }
    if (at < bytes.size)
        add_invalid(decoded);
}

/* Runs iconv until the input ends; each byte at which it stops becomes one U+FFFD. */
static void convert(iconv_t converter, struct str bytes, struct text_decoded *decoded)
{
    char part[8192];
    char *in = (char *)bytes.data; /* iconv's prototype lacks the const; it does not write there */
    size_t left = bytes.size;
    bool flushing = false;
    for (;;) {
        char *out = part;
        size_t room = sizeof part;
        size_t done = iconv(converter, flushing ? NULL : &in, flushing ? NULL : &left, &out, &room);
        int reason = done == (size_t)-1 ? errno : 0;
        strbuf_add(&decoded->utf8, part, (size_t)(out - part));
        if (reason == E2BIG)
            continue;
        if (flushing)
            break;
        if (reason && left) {
            add_invalid(decoded);
            in += reason == EINVAL ? left : 1; /* EINVAL: the input ends inside a character */
            left -= reason == EINVAL ? left : 1;
        }
        flushing = left == 0;
    }
}

static bool decode_iconv(struct str bytes, const char *name, struct text_decoded *decoded)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1)
        return false;
    convert(converter, bytes, decoded);
    iconv_close(converter);
    return true;
}

/* Whether what is not ASCII reads better as cp1252: no more multibyte sequences are valid than are broken. */
static bool looks_like_cp1252(struct str bytes)
{
    size_t at = 0, valid = 0, invalid = 0;
    char32_t c;
    while ((at = skip_ascii(bytes, at)) < bytes.size) {
        if (utf8_next(bytes, &at, &c))
            valid++;
        else
            invalid++;
    }
    return invalid > 0 && valid <= invalid;
}

static bool label_matches(const char *label, const char *declared)
{
    for (; *declared; declared++) {
        char c = ascii_lower(*declared);
        if (!ascii_is_lower(c) && !ascii_is_digit(c))
            continue;
        if (c != *label)
            return false;
        label++;
    }
    return *label == '\0';
}

static bool is_wide(enum text_encoding encoding)
{
    return encoding == TEXT_UTF16LE || encoding == TEXT_UTF16BE;
}

/* The label declared, or NULL for an unknown one. A page that says in ASCII that it is UTF-16 is not. */
static const struct label *find_label(struct str bytes, const char *declared)
{
    if (!declared)
        return NULL;
    for (size_t i = 0; i < LENGTH(labels); i++)
        if (label_matches(labels[i].label, declared))
            return is_wide(labels[i].encoding) && !memchr(bytes.data, 0, bytes.size) ? NULL : &labels[i];
    return NULL;
}

static bool decode_as(struct str bytes, enum text_encoding encoding, const char *name,
                      struct text_decoded *decoded)
{
    decoded->encoding = encoding;
    switch (encoding) {
    case TEXT_UTF8: decode_utf8(bytes, decoded); return true;
    case TEXT_UTF16LE: decode_utf16(bytes, false, decoded); return true;
    case TEXT_UTF16BE: decode_utf16(bytes, true, decoded); return true;
    case TEXT_CP1252: decode_cp1252(bytes, decoded); return true;
    case TEXT_OTHER: return decode_iconv(bytes, name, decoded);
    }
    return false;
}

void text_decode(struct str bytes, const char *declared, struct text_decoded *decoded)
{
    *decoded = (struct text_decoded){.encoding = TEXT_UTF8};
    strbuf_init(&decoded->utf8);
    if (!bytes.size)
        return;
    for (size_t i = 0; i < LENGTH(marks); i++)
        if (str_starts(bytes, marks[i].bytes) &&
            decode_as(bytes, marks[i].encoding, marks[i].iconv_name, decoded))
            return;
    const struct label *label = find_label(bytes, declared);
    if (label && decode_as(bytes, label->encoding, label->iconv_name, decoded))
        return;
    decode_as(bytes, looks_like_cp1252(bytes) ? TEXT_CP1252 : TEXT_UTF8, NULL, decoded);
}

void text_decoded_release(struct text_decoded *decoded)
{
    strbuf_release(&decoded->utf8);
}
