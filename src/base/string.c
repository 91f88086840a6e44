/* string.c: see string.h. */
#include "whosaid/base/string.h"
#include "whosaid/base/ascii.h"
#include "whosaid/base/memory.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct str str_from(const char *text)
{
    return text ? (struct str){text, strlen(text)} : (struct str){"", 0};
}

struct str str_slice(struct str s, size_t start, size_t end)
{
    if (end > s.size)
        end = s.size;
    if (start > end)
        start = end;
    return (struct str){s.data + start, end - start};
}

struct str str_trim(struct str s)
{
    size_t start = 0, end = s.size;
    while (start < end && ascii_is_space(s.data[start]))
        start++;
    while (end > start && ascii_is_space(s.data[end - 1]))
        end--;
    return str_slice(s, start, end);
}

bool str_equal(struct str a, struct str b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool str_equal_nocase(struct str a, struct str b)
{
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (ascii_lower(a.data[i]) != ascii_lower(b.data[i]))
            return false;
    return true;
}

bool str_are_pair(struct str a, struct str b, const char *const (*pairs)[2], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(a, str_from(pairs[i][0])) && str_equal(b, str_from(pairs[i][1])))
            return true;
    return false;
}

static const char *word_of_row(const void *table, size_t row, size_t row_size)
{
    return *(const char *const *)((const char *)table + row * row_size);
}

size_t str_find_row(struct str s, const void *table, size_t count, size_t row_size)
{
    for (size_t i = 0; s.size && i < count; i++) {
        const char *word = word_of_row(table, i, row_size);
        if (word[0] == s.data[0] && str_equal(s, str_from(word))) /* most differ at once */
            return i;
    }
    return STR_NONE;
}

size_t str_find_row_nocase(struct str s, const void *table, size_t count, size_t row_size)
{
    for (size_t i = 0; s.size && i < count; i++)
        if (str_equal_nocase(s, str_from(word_of_row(table, i, row_size))))
            return i;
    return STR_NONE;
}

bool str_is_listed(struct str word, const char *list)
{
    const char *at = list, *end = list + strlen(list);
    while (word.size && (size_t)(end - at) >= word.size) {
        const char *behind = at + word.size;
        if (*at == word.data[0] && (behind == end || *behind == ' ') && memcmp(at, word.data, word.size) == 0)
            return true;
        at = memchr(at, ' ', (size_t)(end - at));
        if (!at)
            break;
        at++;
    }
    return false;
}

bool str_starts(struct str s, struct str prefix)
{
    return s.size >= prefix.size && str_equal(str_slice(s, 0, prefix.size), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.size >= suffix.size && str_equal(str_slice(s, s.size - suffix.size, s.size), suffix);
}

int str_compare(struct str a, struct str b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common ? memcmp(a.data, b.data, common) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

size_t str_common_prefix(struct str a, struct str b)
{
    size_t size = 0;
    while (size < a.size && size < b.size && a.data[size] == b.data[size])
        size++;
    return size;
}

int str_compare_pointed(const void *left, const void *right)
{
    return str_compare(*(const struct str *)left, *(const struct str *)right);
}

size_t str_find(struct str s, struct str needle, size_t from)
{
    for (size_t i = from; i + needle.size <= s.size; i++)
        if (needle.size == 0 || memcmp(s.data + i, needle.data, needle.size) == 0)
            return i;
    return STR_NONE;
}

static char empty[1];

void strbuf_init(struct strbuf *buffer)
{
    *buffer = (struct strbuf){.data = empty};
}

void strbuf_release(struct strbuf *buffer)
{
    if (buffer->capacity)
        free(buffer->data);
    strbuf_init(buffer);
}

void strbuf_clear(struct strbuf *buffer)
{
    buffer->size = 0;
    if (buffer->capacity)
        buffer->data[0] = '\0';
}

void strbuf_reserve(struct strbuf *buffer, size_t extra)
{
    if (extra >= SIZE_MAX / 2 - buffer->size)
        memory_exhausted();
    size_t needed = buffer->size + extra + 1;
    if (needed <= buffer->capacity)
        return;
    size_t grown = buffer->capacity + buffer->capacity / 2;
    buffer->capacity = grown < needed ? needed : grown;
    if (buffer->capacity < 32)
        buffer->capacity = 32;
    bool shared = buffer->data == empty;
    buffer->data = memory_resize(shared ? NULL : buffer->data, buffer->capacity, 1);
    buffer->data[buffer->size] = '\0';
}

void strbuf_add(struct strbuf *buffer, const char *bytes, size_t size)
{
    if (!size)
        return;
    strbuf_reserve(buffer, size);
    memcpy(buffer->data + buffer->size, bytes, size);
    buffer->size += size;
    buffer->data[buffer->size] = '\0';
}

void strbuf_add_str(struct strbuf *buffer, struct str s)
{
    strbuf_add(buffer, s.data, s.size);
}

void strbuf_add_byte(struct strbuf *buffer, char byte)
{
    strbuf_add(buffer, &byte, 1);
}

/* Prints into the spare room first, and once more when that was too small. */
void strbuf_add_format_list(struct strbuf *buffer, const char *format, va_list args)
{
    enum { LIKELY_SIZE = 120 };
    va_list again;
    assert(format);
    va_copy(again, args);
    strbuf_reserve(buffer, LIKELY_SIZE);
    int size = vsnprintf(buffer->data + buffer->size, LIKELY_SIZE + 1, format, args);
    if (size > LIKELY_SIZE) {
        strbuf_reserve(buffer, (size_t)size);
        vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, again);
    }
    va_end(again);
    buffer->size += size > 0 ? (size_t)size : 0;
    buffer->data[buffer->size] = '\0';
}

void strbuf_add_format(struct strbuf *buffer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    strbuf_add_format_list(buffer, format, args);
    va_end(args);
}

struct str strbuf_str(const struct strbuf *buffer)
{
    return (struct str){buffer->data, buffer->size};
}

char *strbuf_detach(struct strbuf *buffer)
{
    strbuf_reserve(buffer, 0);
    char *bytes = buffer->data;
    strbuf_init(buffer);
    return bytes;
}
