/* words.c: scanning, and the lexicon. */
#include "words.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <stdlib.h>
#include <string.h>

/* As words.def has them. */
enum {
    ACT = WORD_ACTION,
    SITE = WORD_SITE,
    JARG = WORD_JARGON,
    NAV = WORD_NAVIGATION,
    PLAT = WORD_PLATFORM,
    READ = WORD_READER,
    PUB = WORD_PUBLISHER,
    NICE = WORD_POLITE,
    SAY = WORD_REPORTING,
    PAST = WORD_PAST,
    CAL = WORD_CALENDAR,
    WHO = WORD_PERSON,
    MIN = WORD_MINOR,
    EN = WORD_ENGLISH,
};

struct entry {
    const char *word; /* lower case */
    unsigned classes;
};

/* In bytewise order. */
static const struct entry lexicon[] = {
#define WORD(word, classes) {word, classes},
#include "words.def"
#undef WORD
};

enum { LONGEST_WORD = 16, LEXICON_SIZE = LENGTH(lexicon) };

static int compare_entry(const void *key, const void *entry)
{
    return strcmp(key, ((const struct entry *)entry)->word);
}

unsigned word_classes(struct str word)
{
    char lower[LONGEST_WORD + 1];
    if (word.size > LONGEST_WORD)
        return 0;
    for (size_t i = 0; i < word.size; i++)
        lower[i] = ascii_lower(word.data[i]);
    lower[word.size] = '\0';
    const struct entry *found = bsearch(lower, lexicon, LEXICON_SIZE, sizeof *lexicon, compare_entry);
    return found ? found->classes : 0;
}

bool word_lexicon_is_sorted(void)
{
    for (size_t i = 1; i < LEXICON_SIZE; i++)
        if (strcmp(lexicon[i - 1].word, lexicon[i].word) >= 0)
            return false;
    return true;
}

static bool is_word_code_point(char32_t c)
{
    return char_is_letter(c) || char_is_digit(c);
}

/* Cuts what is no letter or digit from both ends of the stretch. */
static struct str trim_punctuation(struct str text, size_t start, size_t end)
{
    while (start < end) {
        size_t at = start;
        if (is_word_code_point(text_next(text, &at)))
            break;
        start = at;
    }
    while (start < end) {
        size_t at = end;
        char32_t c = text_previous(text, &at);
        if (is_word_code_point(c) || char_is_mark(c))
            break;
        end = at;
    }
    return str_slice(text, start, end);
}

/* Bytes of the white space at byte offset at; 0 when there is none. */
static size_t space_size(struct str text, size_t at)
{
    size_t end = at;
    if ((unsigned char)text.data[at] < 0x80)
        return text.data[at] == ' ' || text.data[at] == '\n';
    return char_is_space(text_next(text, &end)) ? end - at : 0;
}

/* Moves *at over white space of every kind, up to end. */
static void skip_space(struct str text, size_t *at, size_t end)
{
    for (size_t size; *at < end && (size = space_size(text, *at)) > 0;)
        *at += size;
}

struct span text_trim(struct str text, size_t start, size_t end)
{
    skip_space(text, &start, end);
    while (end > start) {
        size_t at = end;
        if (!char_is_space(text_previous(text, &at)))
            break;
        end = at;
    }
    return (struct span){(uint32_t)start, (uint32_t)end};
}

bool word_next(struct str text, size_t *at, struct word *word)
{
    for (;;) {
        skip_space(text, at, text.size);
        size_t start = *at, end = start;
        while (end < text.size && !space_size(text, end))
            text_next(text, &end);
        *at = end;
        if (start == end)
            return false;
        struct str trimmed = trim_punctuation(text, start, end);
        if (!trimmed.size)
            continue;
        size_t first = 0, from = (size_t)(trimmed.data - text.data), behind = from + trimmed.size;
        char32_t c = text_next(trimmed, &first);
        *word = (struct word){trimmed,
                              word_classes(trimmed),
                              char_is_upper(c),
                              char_is_digit(c),
                              from ? text.data[from - 1] : ' ',
                              behind < text.size ? text.data[behind] : ' '};
        return true;
    }
}
