/* abreast.c: see abreast.h. Words of each column are matched with those of the wordiest one by patience
 * differencing (Cohen): words that occur once in both, the longest ascending run of them, and their equal
 * neighbours. Where a clause begins that several columns share but show on different lines, all of them break
 * there and go on in one row. */
#include "abreast.h"

#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"
#include "whosaid/text/segment.h"

#include <stdlib.h>

enum {
    MOST_BREAKS = 32,
    LEAST_CLAUSE = 6, /* words: as many may pass before a break within a clause */
};

#define NO_WORD UINT32_MAX

struct word {
    uint64_t hash;
    uint32_t start; /* with the marks before it */
    uint32_t index;
    bool begins_clause;
};

typedef VECTOR(struct word) word_vector;

struct column {
    word_vector words;
    uint32_t *matches; /* a word of the wordiest column to this one's, or NO_WORD; ascending */
    struct span rest;  /* what is not laid out yet, from row on */
    unsigned row;
    span_vector lines; /* of rest */
};

struct abreast {
    struct str text;
    struct column *columns;
    size_t count;
    const struct column *wordiest;
    unsigned width;
    abreast_vector *lines;
};

/* ---- words */

static uint64_t word_hash(struct str word)
{
    struct strbuf folded;
    strbuf_init(&folded);
    text_fold(word, &folded);
    uint64_t hash = hash_bytes(HASH_START, folded.data, folded.size);
    strbuf_release(&folded);
    return hash;
}

static bool is_joining(struct str word)
{
    static const char *const joining[] = {"and", "but", "or", "that", "which", "who", "while", "because"};
    return STR_IS_ONE_OF(word, joining);
}

static bool ends_clause(struct str text, size_t at)
{
    static const char32_t marks[] = U",;:.!?—–”)";
    char32_t last = text_previous(text, &at);
    for (size_t i = 0; marks[i]; i++)
        if (last == marks[i])
            return true;
    return false;
}

/* The first word after a blank begins with what stands before it: an opening quotation mark, a bracket. Words
 * inside of one, as in "well-known", are none to break before. */
static void add_word(word_vector *words, struct str text, struct span stretch, struct span word)
{
    uint32_t start = word.start;
    while (start > stretch.start && text.data[start - 1] != ' ')
        start--;
    if (words->size && start <= vector_last(words).start)
        return;
    struct str bytes = span_str(text, word);
    struct word new = {
        .hash = word_hash(bytes),
        .start = start,
        .index = (uint32_t)words->size,
        .begins_clause = start > stretch.start + 1 && (is_joining(bytes) || ends_clause(text, start - 1)),
    };
    vector_push(words, new);
}

static void find_words(word_vector *words, struct str text, struct span stretch)
{
    span_vector found = {0};
    text_words(span_str(text, stretch), &found);
    vector_each (&found, word)
        add_word(words, text, stretch, (struct span){stretch.start + word->start, stretch.start + word->end});
    vector_release(&found);
}

/* ---- matches */

static int compare_words(const void *a, const void *b)
{
    const struct word *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static void sort_words(word_vector *sorted, const word_vector *words)
{
    vector_each (words, word)
        vector_push(sorted, *word);
    if (sorted->size)
        qsort(sorted->data, sorted->size, sizeof *sorted->data, compare_words);
}

/* Whether a sorted word has no equal. */
static bool is_single(const word_vector *sorted, size_t at)
{
    uint64_t hash = sorted->data[at].hash;
    return (at == 0 || sorted->data[at - 1].hash != hash) &&
           (at + 1 == sorted->size || sorted->data[at + 1].hash != hash);
}

/* Matches the words that occur once in both, wherever they stand. */
static void match_single_words(const word_vector *words, const word_vector *others, uint32_t *matches)
{
    word_vector a = {0}, b = {0};
    sort_words(&a, words);
    sort_words(&b, others);
    for (size_t i = 0, j = 0; i < a.size && j < b.size;) {
        if (a.data[i].hash == b.data[j].hash && is_single(&a, i) && is_single(&b, j))
            matches[a.data[i].index] = b.data[j].index;
        if (a.data[i].hash <= b.data[j].hash)
            i++;
        else
            j++;
    }
    vector_release(&a);
    vector_release(&b);
}

/* Keeps the longest ascending run of the matches and forgets the others (patience sorting). */
static void keep_ascending(uint32_t *matches, size_t count)
{
    VECTOR(uint32_t) piles = {0}; /* the word on top of each pile */
    uint32_t *below = memory_calloc(count, sizeof *below);
    for (uint32_t i = 0; i < count; i++) {
        size_t low = 0, high = piles.size;
        while (matches[i] != NO_WORD && low < high) {
            size_t middle = (low + high) / 2;
            if (matches[piles.data[middle]] < matches[i])
                low = middle + 1;
            else
                high = middle;
        }
        if (matches[i] == NO_WORD)
            continue;
        below[i] = low ? piles.data[low - 1] : NO_WORD;
        if (low == piles.size)
            vector_push(&piles, i);
        else
            piles.data[low] = i;
    }
    uint32_t kept = piles.size ? vector_last(&piles) : NO_WORD;
    for (size_t i = count; i-- > 0;) {
        if (i == kept)
            kept = below[i];
        else
            matches[i] = NO_WORD;
    }
    free(below);
    vector_release(&piles);
}

/* Matches equal words right behind a match, and then right before one. */
static void match_neighbours(const word_vector *words, const word_vector *others, uint32_t *matches)
{
    for (size_t i = 1; i < words->size; i++) {
        uint32_t j = matches[i - 1] == NO_WORD ? NO_WORD : matches[i - 1] + 1;
        if (matches[i] == NO_WORD && j < others->size && others->data[j].hash == words->data[i].hash)
            matches[i] = j;
    }
    for (size_t i = words->size; i-- > 1;) {
        uint32_t j = matches[i] == NO_WORD || matches[i] == 0 ? NO_WORD : matches[i] - 1;
        if (matches[i - 1] == NO_WORD && j != NO_WORD && others->data[j].hash == words->data[i - 1].hash)
            matches[i - 1] = j;
    }
    keep_ascending(matches, words->size);
}

static void match_words(const word_vector *words, struct column *column)
{
    column->matches = memory_calloc(words->size, sizeof *column->matches);
    for (size_t i = 0; i < words->size; i++)
        column->matches[i] = NO_WORD;
    match_single_words(words, &column->words, column->matches);
    keep_ascending(column->matches, words->size);
    match_neighbours(words, &column->words, column->matches);
}

/* ---- lines */

static void wrap_rest(const struct abreast *abreast, struct column *column)
{
    vector_clear(&column->lines);
    text_wrap(abreast->text, column->rest, abreast->width, &column->lines);
}

/* Lines of the rest that begin before an offset. */
static unsigned lines_before(const struct column *column, uint32_t offset)
{
    size_t low = 0, high = column->lines.size;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (column->lines.data[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return (unsigned)low;
}

/* Puts out the rest as far as an offset; what follows goes on in a row. */
static void advance(struct abreast *abreast, struct column *column, uint32_t offset, unsigned row)
{
    unsigned count = lines_before(column, offset);
    size_t which = (size_t)(column - abreast->columns);
    for (unsigned i = 0; i < count; i++) {
        struct span line = column->lines.data[i];
        line.end = line.end < offset ? line.end : offset;
        while (line.end > line.start && abreast->text.data[line.end - 1] == ' ')
            line.end--;
        vector_push(abreast->lines, ((struct abreast_line){(unsigned)which, column->row + i, line}));
    }
    column->rest.start = offset;
    column->row = row;
    wrap_rest(abreast, column);
}

/* ---- breaks */

/* Where a column has the wordiest one's word, when the next word is the same too: a single one proves little.
 * NO_WORD where it has not. */
static uint32_t shared_offset(const struct abreast *abreast, const struct column *column, size_t word)
{
    uint32_t match = column->matches[word];
    bool follows = match != NO_WORD && word + 1 < abreast->wordiest->words.size &&
                   column->matches[word + 1] == match + 1;
    return follows ? column->words.data[match].start : NO_WORD;
}

/* The row that an offset's line has, and the row where it could begin one. */
static unsigned row_at(const struct column *column, uint32_t offset)
{
    unsigned before = lines_before(column, offset);
    bool begins = before < column->lines.size && column->lines.data[before].start == offset;
    return column->row + (begins || before == 0 ? before : before - 1);
}

static unsigned row_behind(const struct column *column, uint32_t offset)
{
    return column->row + lines_before(column, offset);
}

/* The row in which a word can begin in all columns that share it; NO_WORD when they are in step already. */
static unsigned common_row(const struct abreast *abreast, size_t word)
{
    unsigned least = UINT32_MAX, most = 0, behind = 0;
    for (size_t i = 0; i < abreast->count; i++) {
        uint32_t offset = shared_offset(abreast, &abreast->columns[i], word);
        if (offset == NO_WORD)
            continue;
        unsigned row = row_at(&abreast->columns[i], offset);
        unsigned next = row_behind(&abreast->columns[i], offset);
        least = row < least ? row : least;
        most = row > most ? row : most;
        behind = next > behind ? next : behind;
    }
    return least < most ? behind : NO_WORD;
}

static void break_before(struct abreast *abreast, size_t word, unsigned row)
{
    for (size_t i = 0; i < abreast->count; i++) {
        uint32_t offset = shared_offset(abreast, &abreast->columns[i], word);
        if (offset != NO_WORD)
            advance(abreast, &abreast->columns[i], offset, row);
    }
}

static void lay_out(struct abreast *abreast)
{
    const word_vector *words = &abreast->wordiest->words;
    size_t last = 0, breaks = 0;
    for (size_t i = 1; i < words->size && breaks < MOST_BREAKS; i++) {
        bool begins = words->data[i].begins_clause;
        unsigned row = begins || i - last >= LEAST_CLAUSE ? common_row(abreast, i) : NO_WORD;
        if (begins)
            last = i;
        if (row == NO_WORD)
            continue;
        break_before(abreast, i, row);
        last = i;
        breaks++;
    }
}

static unsigned finish(struct abreast *abreast)
{
    unsigned rows = 0;
    for (size_t i = 0; i < abreast->count; i++) {
        struct column *column = &abreast->columns[i];
        unsigned end = column->row + (unsigned)column->lines.size;
        rows = end > rows ? end : rows;
        advance(abreast, column, column->rest.end, end);
        vector_release(&column->words);
        vector_release(&column->lines);
        free(column->matches);
    }
    free(abreast->columns);
    return rows;
}

unsigned abreast_wrap(struct str text, const struct span *stretches, size_t count, unsigned width,
                      abreast_vector *lines)
{
    struct column *columns = memory_calloc(count, sizeof *columns);
    struct abreast abreast = {text, columns, count, columns, width, lines};
    for (size_t i = 0; i < count; i++) {
        columns[i].rest = stretches[i];
        find_words(&columns[i].words, text, stretches[i]);
        wrap_rest(&abreast, &columns[i]);
        if (columns[i].words.size > abreast.wordiest->words.size)
            abreast.wordiest = &columns[i];
    }
    for (size_t i = 0; i < count; i++)
        match_words(&abreast.wordiest->words, &columns[i]);
    lay_out(&abreast);
    return finish(&abreast);
}
