/* given_names.c: see given_names.h; the names are in given_names.def. */
#include "given_names.h"

enum { BOTH_GENDERS = TAG_MALE | TAG_FEMALE };

struct given_name {
    const char *name;
    uint32_t gender;
};

static const struct given_name given_names[] = {
#define GIVEN_NAME(name, gender) {name, gender},
#include "given_names.def"

#include "whosaid/base/array.h"
#undef GIVEN_NAME
};

enum { GIVEN_NAMES = LENGTH(given_names) };

/* The lexicon's first names have a gender and are nothing else: "spokesman" is a role too. */
static uint32_t gender_in_lexicon(uint32_t tags)
{
    return tags & ~(uint32_t)BOTH_GENDERS ? 0 : tags;
}

uint32_t given_name_gender(const struct token *token)
{
    size_t low = 0, high = GIVEN_NAMES;
    if (token->shape != TOKEN_CAPITALISED)
        return 0;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = str_compare(token->lower, str_from(given_names[middle].name));
        if (order == 0)
            return given_names[middle].gender;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return gender_in_lexicon(token->tags);
}

const char *given_name_word(size_t index)
{
    return index < GIVEN_NAMES ? given_names[index].name : NULL;
}
