/* word_table.h: words in the order of their bytes, each with what a module knows of it, looked up by halving.
 *
 * What is compared is the first eight bytes of a word as a number. The compiler makes these keys, and many of
 * them lie on one line of the cache:
 *
 *     static const struct row { const char *word; ... } rows[] = {{"also", ...}, {"only", ...}};
 *     static const uint64_t keys[] = {WORD_KEY("also"), WORD_KEY("only")};
 *     static const struct word_table table = {keys, rows, LENGTH(rows), sizeof *rows}; */
#ifndef WHOSAID_BASE_WORD_TABLE_H
#define WHOSAID_BASE_WORD_TABLE_H

#include "whosaid/base/string.h"

#include <stdint.h>

/* The key of a string literal: the first byte weighs most, so that keys are in the order of the words. */
#define WORD_KEY(word)                                                                                       \
    (WORD_KEY_BYTE(word, 0) | WORD_KEY_BYTE(word, 1) | WORD_KEY_BYTE(word, 2) | WORD_KEY_BYTE(word, 3) |     \
     WORD_KEY_BYTE(word, 4) | WORD_KEY_BYTE(word, 5) | WORD_KEY_BYTE(word, 6) | WORD_KEY_BYTE(word, 7))
#define WORD_KEY_BYTE(word, i)                                                                               \
    ((uint64_t)(unsigned char)(sizeof(word) > (i) ? (word)[i] : '\0') << (56 - 8 * (i)))

struct word_table {
    const uint64_t *keys; /* one a row */
    const void *rows;     /* each begins with a const char *, the word; ascending, no word twice */
    size_t count;
    size_t row_size; /* bytes */
};

/* The index of the row that has the word, or STR_NONE. Logarithmic, but for words alike in eight bytes. */
size_t word_table_find(const struct word_table *table, struct str word);

#endif
