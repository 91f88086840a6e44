/* string.h: borrowed byte strings (struct str) and owned growing ones (struct strbuf).
 *
 * A struct str points into somebody else's bytes and is not NUL-terminated. A struct strbuf always is
 * (data[size] == 0), its data is never NULL once initialised, and it follows four verbs: init, release,
 * clear (empty, memory kept) and detach. Bytes are UTF-8 unless a comment says otherwise. */
#ifndef WHOSAID_BASE_STRING_H
#define WHOSAID_BASE_STRING_H

#include "whosaid/base/array.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct str {
    const char *data;
    size_t size; /* bytes */
};

struct strbuf {
    char *data;
    size_t size;     /* bytes, without the closing NUL */
    size_t capacity; /* 0 while data is the shared empty string */
};

#define STR(literal) ((struct str){"" literal "", sizeof(literal) - 1})
/* For printf's "%.*s". */
#define STR_FMT(s) (int)(s).size, (s).data

/* Views a NUL-terminated string; NULL gives the empty string. Borrowed. */
struct str str_from(const char *text);
struct str str_slice(struct str s, size_t start, size_t end); /* end-exclusive, clamped */
struct str str_trim(struct str s);                            /* without ASCII white space at both ends */
bool str_equal(struct str a, struct str b);
bool str_equal_nocase(struct str a, struct str b); /* ASCII letters only */

#define STR_NONE ((size_t)-1)

/* The index of the first row of a table that s names, or STR_NONE. The rows, of so many bytes each, begin
 * with a NUL-terminated word, or are one. */
size_t str_find_row(struct str s, const void *table, size_t count, size_t row_size);
#define STR_ROW(s, table)       str_find_row((s), (table), LENGTH(table), sizeof *(table))
#define STR_IS_ONE_OF(s, table) (STR_ROW(s, table) != STR_NONE)

/* Whether a row of a table of count pairs is a and b, in this order. */
bool str_are_pair(struct str a, struct str b, const char *const (*pairs)[2], size_t count);
#define STR_ARE_PAIR(a, b, table) str_are_pair((a), (b), (table), LENGTH(table))

/* The same as STR_ROW whatever the case of ASCII letters. */
size_t str_find_row_nocase(struct str s, const void *table, size_t count, size_t row_size);
#define STR_ROW_NOCASE(s, table)       str_find_row_nocase((s), (table), LENGTH(table), sizeof *(table))
#define STR_IS_ONE_OF_NOCASE(s, table) (STR_ROW_NOCASE(s, table) != STR_NONE)

/* Whether a list of words with a space between them (and at its ends, or not) holds this one. */
bool str_is_listed(struct str word, const char *list);

bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
int str_compare(struct str a, struct str b);          /* bytewise; <0, 0, >0 */
size_t str_common_prefix(struct str a, struct str b); /* bytes that both begin with */

/* str_compare of what two pointers to struct str point at, for qsort. */
int str_compare_pointed(const void *left, const void *right);

/* Byte offset of the first needle at or after from, or STR_NONE. Worst case O(s * needle). */
size_t str_find(struct str s, struct str needle, size_t from);

void strbuf_init(struct strbuf *buffer);
void strbuf_release(struct strbuf *buffer);
void strbuf_clear(struct strbuf *buffer);
void strbuf_reserve(struct strbuf *buffer, size_t extra); /* room for so many bytes more */

/* Append; a format is printf's. */
void strbuf_add(struct strbuf *buffer, const char *bytes, size_t size);
void strbuf_add_str(struct strbuf *buffer, struct str s);
void strbuf_add_byte(struct strbuf *buffer, char byte);
void strbuf_add_format(struct strbuf *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_add_format_list(struct strbuf *buffer, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* The whole content as a view. Borrowed, until the buffer changes. */
struct str strbuf_str(const struct strbuf *buffer);

/* Takes the bytes out (NUL-terminated); the buffer is then as after init. Caller frees. */
char *strbuf_detach(struct strbuf *buffer);

#endif
