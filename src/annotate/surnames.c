/* surnames.c: see surnames.h. */
#include "surnames.h"

#include "given_names.h"

bool surname_is_particle(const struct reading *r, uint32_t i)
{
    static const char *const particles[] = {"van", "von", "de",  "der", "den", "bin", "bint", "ibn", "al",
                                            "el",  "la",  "le",  "du",  "da",  "di",  "dos",  "das", "do",
                                            "ben", "ten", "ter", "del", "af",  "av",  "zu",   "y",   "e"};
    return READING_IS_ONE_OF(r, i, particles);
}

bool surname_is_suffix(const struct reading *r, uint32_t i)
{
    static const char *const suffixes[] = {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"};
    return READING_IS_ONE_OF(r, i, suffixes);
}

bool surname_same_suffix(const struct reading *r, uint32_t a, uint32_t b)
{
    struct str x = reading_token(r, a)->lower, y = reading_token(r, b)->lower;
    bool dotted = str_ends(x, STR(".")) != str_ends(y, STR("."));
    return str_equal(x, y) || (dotted && (str_starts(x, y) || str_starts(y, x)));
}

uint32_t surname_token(const struct reading *r, struct stretch name)
{
    return name.end - 1 - (stretch_size(name) > 1 && surname_is_suffix(r, name.end - 1));
}

bool surname_stands_alone(const struct reading *r, struct stretch name)
{
    uint32_t first = surname_token(r, name);
    while (first > name.first && surname_is_particle(r, first - 1))
        first--;
    return first == name.first;
}

/* "Ida Lind Took To The Stage": a heading, whose verbs look like names. */
static bool is_in_title_case(const struct reading *r, struct stretch name)
{
    enum {
        LOOK_AHEAD = 6,
        SMALL = TAG_PREPOSITION | TAG_DETERMINER | TAG_CONJUNCTION | TAG_AUXILIARY | TAG_PRONOUN
    };
    uint32_t sentence = r->tokens[name.first].sentence;
    for (uint32_t i = name.end; i < name.end + LOOK_AHEAD && reading_token(r, i)->sentence == sentence; i++)
        if (reading_token(r, i)->shape == TOKEN_CAPITALISED && reading_has(r, i, SMALL))
            return true;
    return false;
}

uint32_t surname_of_two(const struct reading *r, struct stretch name)
{
    uint32_t last = surname_token(r, name);
    if (last < name.first + 2 || r->tokens[last].tags & ~(uint32_t)(TAG_MALE | TAG_FEMALE) ||
        str_ends(r->tokens[last].lower, STR("ed")) || is_in_title_case(r, name))
        return NO_INDEX;
    const struct token *middle = &r->tokens[last - 1];
    bool fits = middle->shape == TOKEN_CAPITALISED && middle->lower.size > 2 &&
                !str_ends(middle->lower, STR(".")) && !given_name_gender(middle) &&
                !surname_is_particle(r, last - 1);
    return fits ? last - 1 : NO_INDEX;
}

struct str surname_key_word(const struct reading *r, uint32_t token)
{
    struct str word = r->tokens[token].lower;
    bool article = str_starts(word, STR("al-")) || str_starts(word, STR("el-"));
    return article && word.size > 4 ? str_slice(word, 3, word.size) : word;
}
