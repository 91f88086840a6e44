/* word_table.c: see whosaid/base/word_table.h. */
#include "whosaid/base/word_table.h"

#include <string.h>

static uint64_t key_of(struct str word)
{
    uint64_t key = 0;
    for (size_t i = 0; i < word.size && i < sizeof key; i++)
        key |= (uint64_t)(unsigned char)word.data[i] << (56 - 8 * i);
    return key;
}

static struct str word_at(const struct word_table *table, size_t index)
{
    const char *word;
    memcpy(&word, (const char *)table->rows + index * table->row_size, sizeof word);
    return str_from(word);
}

/* Halves with nothing for the processor to guess; few words share a key. */
size_t word_table_find(const struct word_table *table, struct str word)
{
    size_t last = 0; /* whose key is not above that of the word */
    uint64_t key = key_of(word);
    for (size_t left = table->count; left > 1; left -= left / 2) {
        size_t middle = last + left / 2;
        last = table->keys[middle] <= key ? middle : last;
    }
    for (size_t i = table->count ? last + 1 : 0; i-- > 0 && table->keys[i] == key;)
        if (str_equal(word, word_at(table, i)))
            return i;
    return STR_NONE;
}
