/* timing.c: see timing.h. It knows verbs by their forms only, so it answers for events that two sentences
 * share. */
#include "timing.h"

enum { REACH = 5 }; /* words before a verb in which its auxiliaries stand */

/* Before "to": what makes the verb behind it a plan. */
static const char *const PLANS[] = {"scheduled", "expected", "set",     "due",      "plans",  "plan",
                                    "planned",   "planning", "intends", "going",    "is",     "are",
                                    "was",       "were",     "hopes",   "slated",   "poised", "about",
                                    "will",      "aims",     "vowed",   "promised", "agreed"};
static const char *const FUTURE[] = {"will", "would", "shall"};
/* Between those and the verb. */
static const char *const BETWEEN[] = {"be",    "also", "then", "soon",   "not",
                                      "later", "have", "been", "become", "get"};
/* Before a form that only describes: "the planned talks". */
static const char *const DETERMINERS[] = {"the", "a", "an", "his", "her", "its", "their", "this", "that"};

/* Whether "if" or its like stands a word or two before: "if he would drop out" plans nothing. */
static bool is_condition(const struct sentence *s, uint32_t at)
{
    static const char *const CONDITIONS[] = {"if", "whether", "unless"};
    for (uint32_t i = at; i-- > 0 && at - i <= 3;)
        if (STR_IS_ONE_OF(sentence_word(s, i), CONDITIONS))
            return true;
    return false;
}

enum timing timing_of(const struct sentence *s, uint32_t at, uint32_t *begin)
{
    *begin = at;
    for (uint32_t i = at; i-- > 0 && at - i <= REACH;) {
        struct str word = sentence_word(s, i);
        if (STR_IS_ONE_OF(word, FUTURE)) {
            *begin = i;
            return is_condition(s, i) ? TIMING_NONE : TIMING_PLANNED;
        }
        if (str_equal(word, STR("to"))) {
            bool plan = i > 0 && STR_IS_ONE_OF(sentence_word(s, i - 1), PLANS);
            *begin = plan ? i - 1 : at;
            return plan ? TIMING_PLANNED : TIMING_NONE;
        }
        if (!STR_IS_ONE_OF(word, BETWEEN))
            break;
    }
    if (at > 0 && STR_IS_ONE_OF(sentence_word(s, at - 1), DETERMINERS))
        return TIMING_NONE;
    return sentence_form(s, at)->past ? TIMING_PAST : TIMING_NONE;
}
