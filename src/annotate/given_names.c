/* given_names.c: see given_names.h; the names are in given_names.def. */
#include "given_names.h"

#include "whosaid/base/array.h"
#include "whosaid/base/word_table.h"

enum { BOTH_GENDERS = TAG_MALE | TAG_FEMALE };

struct given_name {
    const char *name;
    uint32_t gender;
};

static const struct given_name given_names[] = {
#define GIVEN_NAME(name, gender) {name, gender},
#include "given_names.def"
#undef GIVEN_NAME
};

enum { GIVEN_NAMES = LENGTH(given_names) };

/* The lexicon's first names have a gender and are nothing else: "spokesman" is a role too. */
static uint32_t gender_in_lexicon(uint32_t tags)
{
    return tags & ~(uint32_t)BOTH_GENDERS ? 0 : tags;
}

static const uint64_t keys[] = {
#define GIVEN_NAME(name, gender) WORD_KEY(name),
#include "given_names.def"
#undef GIVEN_NAME
};

static const struct word_table table = {keys, given_names, GIVEN_NAMES, sizeof *given_names};

uint32_t given_name_gender(const struct token *token)
{
    if (token->shape != TOKEN_CAPITALISED)
        return 0;
    size_t index = word_table_find(&table, token->lower);
    return index == STR_NONE ? gender_in_lexicon(token->tags) : given_names[index].gender;
}

const char *given_name_word(size_t index)
{
    return index < GIVEN_NAMES ? given_names[index].name : NULL;
}
