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
    return STR_ARE_PAIR(word, name, NAMES);
}

/* Whether the first is the second cut short, or changed inside. */
static bool is_clipped(struct str nick, struct str name)
{
    static const char *const CHANGED[][2] = {
        {"mike", "michael"},   {"jim", "james"},       {"joe", "joseph"},     {"dave", "david"},
        {"steve", "stephen"},  {"steve", "steven"},    {"kate", "katherine"}, {"kate", "catherine"},
        {"larry", "lawrence"}, {"jerry", "gerald"},    {"andy", "andrew"},    {"charlie", "charles"},
        {"chuck", "charles"},  {"cathy", "catherine"}, {"debbie", "deborah"}, {"barb", "barbara"},
        {"becky", "rebecca"},  {"jenny", "jennifer"},  {"harry", "harold"},   {"harry", "henry"},
        {"mick", "michael"},   {"dickie", "richard"},  {"nick", "nicholas"},  {"tommy", "thomas"},
    };
    enum { LEAST_KEPT = 3 };
    for (size_t i = 0; i < LENGTH(CHANGED); i++)
        if (str_equal(nick, str_from(CHANGED[i][0])) && str_equal(name, str_from(CHANGED[i][1])))
            return true;
    return nick.size < name.size && (nick.size == 1 || nick.size >= LEAST_KEPT) && str_starts(name, nick);
}

bool nickname_may_be(struct str a, struct str b)
{
    return nickname_is_of(a, b) || nickname_is_of(b, a) || is_clipped(a, b) || is_clipped(b, a);
}
