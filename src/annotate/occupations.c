/* occupations.c: see occupations.h; the words are in occupations.def. */
#include "occupations.h"

#include "lexicon.h"

#include "whosaid/base/array.h"
#include "whosaid/base/word_table.h"

struct occupation {
    const char *word;
    uint32_t tags;
    bool surname_too;
};

static const struct occupation occupations[] = {
#define OCCUPATION(word, tags)  {word, tags, false},
#define SURNAME_TOO(word, tags) {word, tags, true},
#include "occupations.def"
#undef OCCUPATION
#undef SURNAME_TOO
};

enum {
    OCCUPATIONS = LENGTH(occupations),
    SHORTEST = 3, /* letters of an occupation */
    FUNCTION_WORD = TAG_DETERMINER | TAG_PREPOSITION | TAG_CONJUNCTION | TAG_PRONOUN | TAG_AUXILIARY |
                    TAG_ADVERB | TAG_VERB,
};

static const uint64_t keys[] = {
#define OCCUPATION(word, tags)  WORD_KEY(word),
#define SURNAME_TOO(word, tags) WORD_KEY(word),
#include "occupations.def"
#undef OCCUPATION
#undef SURNAME_TOO
};

static const struct word_table table = {keys, occupations, OCCUPATIONS, sizeof *occupations};

static const struct occupation *find_word(struct str word)
{
    size_t index = word_table_find(&table, word);
    return index == STR_NONE ? NULL : &occupations[index];
}

/* Sciences and arts, of which there is always another. */
static bool is_learned(struct str word)
{
    static const char *const endings[] = {"ologist", "ographer", "iatrist", "opathist", "ometrist"};
    for (size_t e = 0; e < LENGTH(endings); e++)
        if (str_ends(word, str_from(endings[e])))
            return true;
    return false;
}

/* "co-leader", "ex-minister": what stands behind a prefix is a role. */
static bool is_prefixed(struct str word)
{
    static const char *const prefixes[] = {"co-", "ex-", "vice-", "sub-"};
    for (size_t p = 0; p < LENGTH(prefixes); p++)
        if (str_starts(word, str_from(prefixes[p]))) {
            struct str rest = str_slice(word, strlen(prefixes[p]), word.size);
            return (lexicon_tags(rest) & TAG_ROLE) || find_word(rest);
        }
    return false;
}

/* The tags of a word for people, in the singular or, in lower case, in the plural; else 0. */
static uint32_t tags_of(const struct token *token)
{
    struct str word = token->lower;
    bool plural = token->shape == TOKEN_LOWER && str_ends(word, STR("s")) && !str_ends(word, STR("ss"));
    const struct occupation *found = find_word(word);
    if (!found && plural)
        found = find_word(str_slice(word, 0, word.size - 1));
    if (found)
        return found->surname_too && token->shape != TOKEN_LOWER ? 0 : found->tags;
    return is_prefixed(word) || is_learned(word) || (plural && is_learned(str_slice(word, 0, word.size - 1)))
               ? TAG_ROLE
               : 0;
}

void occupations_mark(struct reading *r)
{
    for (size_t i = 0; i < r->token_count; i++) {
        struct token *token = &r->tokens[i];
        if ((token->shape == TOKEN_LOWER || token->shape == TOKEN_CAPITALISED) &&
            token->lower.size >= SHORTEST && !(token->tags & FUNCTION_WORD))
            token->tags |= tags_of(token);
    }
}

const char *occupation_word(size_t index)
{
    return index < OCCUPATIONS ? occupations[index].word : NULL;
}
