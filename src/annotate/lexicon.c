/* lexicon.c: see lexicon.h. The words are in lexicon.def; here is how they are found and inflected. */
#include "lexicon.h"

#include "whosaid/base/array.h"
#include "whosaid/base/word_table.h"

#include <string.h>

enum { LONGEST_WORD = 24 };

struct entry {
    const char *word;
    uint32_t tags;
};

static const struct entry entries[] = {
#define WORD(word, tags) {word, tags},
#include "lexicon.def"
#undef WORD
};

enum { ENTRIES = LENGTH(entries) };

/* Abbreviations that are no titles or months (those have their full stop in lexicon.def). */
static const char *const abbreviations[] = {
    "ariz", "ave", "bros", "calif", "co",   "colo", "conn", "corp", "del",  "dept", "etc",
    "fla",  "inc", "jr",   "ltd",   "mass", "mich", "minn", "miss", "mo",   "no",   "ore",
    "pa",   "sr",  "st",   "tenn",  "tex",  "va",   "vs",   "vt",   "wash", "wis",
};

static const uint64_t keys[] = {
#define WORD(word, tags) WORD_KEY(word),
#include "lexicon.def"
#undef WORD
};

static const struct word_table table = {keys, entries, ENTRIES, sizeof *entries};

static uint32_t find(struct str word)
{
    size_t index = word_table_find(&table, word);
    return index == STR_NONE ? 0 : entries[index].tags;
}

/* The cue-verb tags of stem + ending when that is a base form, with its form replaced. */
static uint32_t find_base(const char *stem, size_t size, const char *ending, uint32_t form)
{
    char word[LONGEST_WORD + 4];
    size_t extra = strlen(ending);
    memcpy(word, stem, size);
    memcpy(word + size, ending, extra);
    uint32_t tags = find((struct str){word, size + extra});
    return tags & TAG_BASE ? (tags & TAG_CUE_VERB) | form : 0;
}

/* Undoes one regular ending: note+d, deni+ed, admitt+ed, claim+ed. */
static uint32_t undo_ending(struct str word, size_t ending, uint32_t form)
{
    size_t size = word.size - ending;
    uint32_t tags = find_base(word.data, size, "", form);
    if (!tags)
        tags = find_base(word.data, size, "e", form);
    if (!tags && word.data[size - 1] == 'i')
        tags = find_base(word.data, size - 1, "y", form);
    if (!tags && size > 2 && word.data[size - 1] == word.data[size - 2])
        tags = find_base(word.data, size - 1, "", form);
    return tags;
}

static uint32_t find_inflected(struct str word)
{
    if (word.size < 4 || word.size > LONGEST_WORD)
        return 0;
    uint32_t tags = 0;
    switch (word.data[word.size - 1]) {
    case 'd': return str_ends(word, STR("ed")) ? undo_ending(word, 2, TAG_PAST) : 0;
    case 'g': return str_ends(word, STR("ing")) ? undo_ending(word, 3, TAG_ING) : 0;
    case 's':
        if (str_ends(word, STR("es")))
            tags = undo_ending(word, 2, TAG_THIRD);
        return tags ? tags : find_base(word.data, word.size - 1, "", TAG_THIRD);
    default: return 0;
    }
}

static uint32_t find_by_ending(struct str word)
{
    if (word.size > 4 && word.data[word.size - 1] == 'y' && word.data[word.size - 2] == 'l')
        return TAG_ADVERB;
    return 0;
}

uint32_t lexicon_tags(struct str lower)
{
    uint32_t tags = find(lower);
    if (!(tags & TAG_CUE_VERB))
        tags |= find_inflected(lower);
    return tags ? tags : find_by_ending(lower);
}

bool lexicon_is_abbreviation(struct str lower)
{
    char dotted[LONGEST_WORD + 1];
    for (size_t i = 0; i < LENGTH(abbreviations); i++)
        if (str_equal(lower, str_from(abbreviations[i])))
            return true;
    if (lower.size >= LONGEST_WORD)
        return false;
    memcpy(dotted, lower.data, lower.size);
    dotted[lower.size] = '.';
    return find((struct str){dotted, lower.size + 1}) != 0;
}

const char *lexicon_word(size_t index)
{
    return index < ENTRIES ? entries[index].word : NULL;
}
