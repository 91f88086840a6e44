/* nicknames.c: see nicknames.h. */
#include "nicknames.h"

static const char *const NAMES[][2] = {
    {"bob", "robert"},     {"bill", "william"},    {"dick", "richard"},    {"ted", "edward"},
    {"ted", "theodore"},   {"ned", "edward"},      {"jack", "john"},       {"hank", "henry"},
    {"tony", "anthony"},   {"gene", "eugene"},     {"drew", "andrew"},     {"liz", "elizabeth"},
    {"beth", "elizabeth"}, {"betty", "elizabeth"}, {"peggy", "margaret"},  {"meg", "margaret"},
    {"molly", "mary"},     {"polly", "mary"},      {"sandy", "alexander"}, {"tina", "christina"},
    {"bobby", "robert"},   {"billy", "william"},   {"sasha", "alexander"},
};

bool nickname_is_known(struct str word)
{
    return STR_ROW(word, NAMES) != STR_NONE;
}

bool nickname_is_of(struct str word, struct str name)
{
    for (size_t i = 0; i < LENGTH(NAMES); i++)
        if (str_equal(word, str_from(NAMES[i][0])) && str_equal(name, str_from(NAMES[i][1])))
            return true;
    return false;
}
