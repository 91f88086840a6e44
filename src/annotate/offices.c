/* offices.c: see offices.h. */
#include "offices.h"

#include "short_forms.h"

#include "whosaid/annotate/demonyms.h"
#include "whosaid/base/array.h"

bool office_is_qualifier(const struct reading *r, uint32_t i)
{
    static const char *const qualifiers[] = {"prime",    "deputy", "vice",    "former",
                                             "chief",    "ex",     "acting",  "assistant",
                                             "attorney", "shadow", "interim", "retired"};
    return READING_IS_ONE_OF(r, i, qualifiers);
}

bool office_is_portfolio(const struct reading *r, uint32_t i)
{
    static const char *const others[] = {"press",    "executive", "general",  "managing", "country",
                                         "district", "regional",  "county",   "city",     "majority",
                                         "minority", "fire",      "national", "homeland"};
    return short_form_is_portfolio(r, i) || READING_IS_ONE_OF(r, i, others);
}

uint32_t office_rank(const struct reading *r, struct stretch office)
{
    for (uint32_t i = office.first + 1; i + 1 < office.end; i++)
        if (reading_is(r, i, "of") || reading_is(r, i, "to"))
            return i - 1;
    return office.end - 1;
}

/* Words that may be said for others, the latter only with a third where there is one. */
static const struct office_pair {
    const char *said, *rank, *with;
} pairs[] = {
    {"admiral", "adm.", NULL},
    {"ambassador", "amb.", NULL},
    {"brigadier", "brig.", NULL},
    {"captain", "capt.", NULL},
    {"ceo", "executive", "chief"},
    {"chair", "chairman", NULL},
    {"chair", "chairwoman", NULL},
    {"chair", "chairs", NULL},
    {"chairman", "chair", NULL},
    {"chairman", "chairs", NULL},
    {"chairwoman", "chair", NULL},
    {"chairwoman", "chairs", NULL},
    {"chief", "chairman", NULL},
    {"chief", "constable", "chief"},
    {"chief", "director", NULL},
    {"chief", "head", NULL},
    {"chief", "heads", NULL},
    {"colonel", "col.", NULL},
    {"commander", "cmdr.", NULL},
    {"commander", "commands", NULL},
    {"congressman", "rep.", NULL},
    {"congressman", "representative", NULL},
    {"congresswoman", "rep.", NULL},
    {"congresswoman", "representative", NULL},
    {"corporal", "cpl.", NULL},
    {"detective", "det.", NULL},
    {"diplomat", "ambassador", NULL},
    {"diplomat", "envoy", NULL},
    {"diplomat", "minister", "foreign"},
    {"diplomat", "secretary", "foreign"},
    {"diplomat", "secretary", "state"},
    {"director", "directs", NULL},
    {"doctor", "dr.", NULL},
    {"envoy", "ambassador", NULL},
    {"executive", "ceo", NULL},
    {"founder", "co-founder", NULL},
    {"founder", "founded", NULL},
    {"general", "gen.", NULL},
    {"governor", "gov.", NULL},
    {"head", "heads", NULL},
    {"lawmaker", "congressman", NULL},
    {"lawmaker", "congresswoman", NULL},
    {"lawmaker", "deputy", NULL},
    {"lawmaker", "mp", NULL},
    {"lawmaker", "rep.", NULL},
    {"lawmaker", "representative", NULL},
    {"lawmaker", "sen.", NULL},
    {"lawmaker", "senator", NULL},
    {"leader", "chancellor", NULL},
    {"leader", "heads", NULL},
    {"leader", "leads", NULL},
    {"leader", "minister", "prime"},
    {"leader", "premier", NULL},
    {"leader", "president", NULL},
    {"lieutenant", "lt.", NULL},
    {"manager", "manages", NULL},
    {"owner", "owns", NULL},
    {"pontiff", "pope", NULL},
    {"premier", "minister", "prime"},
    {"professor", "prof.", NULL},
    {"prosecutor", "attorney", "district"},
    {"representative", "rep.", NULL},
    {"reverend", "rev.", NULL},
    {"secretary-general", "chief", NULL},
    {"senator", "sen.", NULL},
    {"sergeant", "sgt.", NULL},
};

static bool holds(const struct reading *r, struct stretch words, const char *word)
{
    for (uint32_t i = words.first; i < words.end; i++)
        if (reading_is(r, i, word))
            return true;
    return false;
}

/* Whether the word may be said for the rank of an office. */
static bool may_say_for(const struct reading *r, uint32_t said, struct stretch office)
{
    uint32_t rank = office_rank(r, office);
    for (size_t p = 0; p < LENGTH(pairs); p++)
        if (reading_is(r, said, pairs[p].said) && reading_is(r, rank, pairs[p].rank) &&
            (!pairs[p].with || holds(r, office, pairs[p].with)))
            return true;
    return false;
}

static bool same_rank(const struct reading *r, uint32_t said, struct stretch known)
{
    struct str x = reading_token(r, said)->lower, y = reading_token(r, office_rank(r, known))->lower;
    return str_equal(x, y) || (str_starts(x, STR("spokes")) && str_starts(y, STR("spokes"))) ||
           may_say_for(r, said, known);
}

/* "former" and its like, which mean one thing. */
static bool is_former(const struct reading *r, uint32_t i)
{
    static const char *const words[] = {"former", "ex", "retired", "onetime", "one-time"};
    return READING_IS_ONE_OF(r, i, words);
}

/* Whether the words hold this one, or the country that it is of. */
static bool holds_word(const struct reading *r, struct stretch words, uint32_t token)
{
    for (uint32_t i = words.first; i < words.end; i++)
        if (demonym_matches(reading_token(r, i)->lower, reading_token(r, token)->lower) ||
            (is_former(r, i) && is_former(r, token)))
            return true;
    return false;
}

static bool has_portfolio(const struct reading *r, struct stretch words)
{
    for (uint32_t i = words.first; i < words.end; i++)
        if (office_is_portfolio(r, i))
            return true;
    return false;
}

/* Whether a title tells nothing of whose it is: "Speaker", for which "the House speaker" may be said. */
static bool is_bare(const struct reading *r, struct stretch office)
{
    for (uint32_t i = office.first; i < office.end; i++)
        if (!reading_has(r, i, TAG_TITLE | TAG_ROLE) && !office_is_qualifier(r, i) &&
            !office_is_portfolio(r, i))
            return false;
    return true;
}

/* Whether a word of the phrase tells its office from others, so that what is known must have it too. */
static bool must_be_known(const struct reading *r, uint32_t i, bool portfolio)
{
    return token_is_capital(reading_token(r, i)) || office_is_qualifier(r, i) ||
           reading_has(r, i, TAG_TITLE | TAG_ROLE) || (portfolio && office_is_portfolio(r, i));
}

/* Whether what is known has a word that the phrase may not leave out: "vice",
 * not the "prime" of a premier. */
static bool must_be_said(const struct reading *r, uint32_t i, uint32_t said)
{
    static const char *const soft[] = {"acting", "interim", "retired"}, *const heads[] = {"premier",
                                                                                          "leader"};
    if (!office_is_qualifier(r, i) || READING_IS_ONE_OF(r, i, soft))
        return false;
    bool implied = (reading_is(r, i, "prime") && READING_IS_ONE_OF(r, said, heads)) ||
                   (reading_is(r, i, "chief") && reading_is(r, said, "ceo"));
    return !implied;
}

/* Whether every word that tells offices apart, and every name, stands in both. */
static bool same_office(const struct reading *r, struct stretch phrase, struct stretch known)
{
    bool portfolio = has_portfolio(r, known), bare = is_bare(r, known);
    uint32_t said = office_rank(r, phrase), rank = office_rank(r, known);
    bool executive = reading_is(r, rank, "ceo"); /* whose phrase is "chief executive" */
    for (uint32_t i = phrase.first; i < phrase.end; i++)
        if (i != said && must_be_known(r, i, portfolio) && !holds_word(r, known, i) &&
            !(bare && short_form_is_head(r, i)) && !(executive && reading_is(r, i, "chief")))
            return false;
    for (uint32_t i = known.first; i < known.end; i++)
        if (i != rank && must_be_said(r, i, said) && !holds_word(r, phrase, i))
            return false;
    return true;
}

bool office_answers_to(const struct reading *r, struct stretch known, struct stretch phrase)
{
    if (stretch_is_empty(known) || !same_rank(r, office_rank(r, phrase), known))
        return false;
    return same_office(r, phrase, known);
}
