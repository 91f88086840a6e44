/* epithets.c: see epithets.h. */
#include "epithets.h"

#include "descriptions.h"

#include "whosaid/annotate/demonyms.h"
#include "whosaid/base/array.h"

enum {
    LOOK_BACK_NAMES = 256,
    BEHIND_NAME = 10, /* tokens that tell about a name: ", a Republican from Texas," */
    LEAST_PREFIX = 3, /* letters of an abbreviation that is a word's beginning */
};

/* Parties, and how brackets behind a name shorten them: "(R-Texas)". */
static const struct party {
    const char *noun, *adjective, *letter;
} parties[] = {
    {"republican", "gop", "r"},
    {"democrat", "democratic", "d"},
    {"independent", "independent", "i"},
};

/* Abbreviations that are no beginnings of what they stand for. */
static const char *const places[][2] = {
    {"fla", "florida"},  {"ga", "georgia"},  {"hi", "hawaii"},   {"ia", "iowa"},      {"ky", "kentucky"},
    {"la", "louisiana"}, {"md", "maryland"}, {"mo", "missouri"}, {"mt", "montana"},   {"pa", "pennsylvania"},
    {"va", "virginia"},  {"vt", "vermont"},  {"tx", "texas"},    {"tn", "tennessee"}, {"me", "maine"},
};

static const struct party *party_of(const struct reading *r, uint32_t token)
{
    for (size_t i = 0; i < LENGTH(parties); i++)
        if (reading_is(r, token, parties[i].noun))
            return &parties[i];
    return NULL;
}

/* "r" of "r-texas", or all of a word without such a beginning. */
static struct str before_hyphen(struct str word)
{
    return word.size > 2 && word.data[1] == '-' ? str_slice(word, 0, 1) : word;
}

static struct str behind_hyphen(struct str word)
{
    return word.size > 2 && word.data[1] == '-' ? str_slice(word, 2, word.size) : word;
}

static bool tells_party(const struct reading *r, uint32_t token, const struct party *party)
{
    return reading_is(r, token, party->noun) || reading_is(r, token, party->adjective) ||
           str_equal(before_hyphen(reading_token(r, token)->lower), str_from(party->letter));
}

/* Whether a word with a stop, "tex.", shortens a place of one word. */
static bool shortens(struct str word, struct str place)
{
    if (word.size > 0 && word.data[word.size - 1] == '.')
        word.size--;
    if (word.size >= LEAST_PREFIX && str_starts(place, word))
        return true;
    for (size_t i = 0; i < LENGTH(places); i++)
        if (str_equal(word, str_from(places[i][0])) && str_equal(place, str_from(places[i][1])))
            return true;
    return false;
}

/* Whether "n.y." has the first letters of a place's words. */
static bool has_initials(const struct reading *r, struct str word, struct stretch place)
{
    bool fits = word.size >= 2 * (size_t)(place.end - place.first) - 1 && place.end > place.first + 1;
    for (uint32_t i = place.first; fits && i < place.end; i++)
        fits = word.data[2 * (i - place.first)] == reading_token(r, i)->lower.data[0];
    return fits;
}

/* Whether the words from a token on name the place. */
static bool tells_place(const struct reading *r, uint32_t token, struct stretch place)
{
    struct str word = behind_hyphen(reading_token(r, token)->lower);
    struct str first = reading_token(r, place.first)->lower;
    if (place.end == place.first + 1)
        return demonym_matches(word, first) || shortens(word, first);
    bool same = str_equal(word, first);
    for (uint32_t i = place.first + 1; same && i < place.end; i++)
        same = str_equal(reading_token(r, token + i - place.first)->lower, reading_token(r, i)->lower);
    return same || has_initials(r, word, place);
}

/* The tokens behind a name that tell about it: brackets, an apposition, "of Texas". */
static struct stretch told_behind(const struct reading *r, const struct name *name)
{
    uint32_t first = name->words.end, end = first + 1;
    static const char *const openings[] = {"(", ",", "of", "from"};
    if (!READING_IS_ONE_OF(r, first, openings))
        return (struct stretch){first, first};
    while (end < r->token_count && end < first + BEHIND_NAME && !reading_is(r, end, ")") &&
           !reading_is(r, end, ",") && !reading_is(r, end, "and") &&
           !reading_has(r, end, TAG_AUXILIARY | TAG_VERB | TAG_CUE_VERB) &&
           r->tokens[end].sentence == r->tokens[first].sentence)
        end++;
    return (struct stretch){first, end};
}

/* Whether what stands beside the name tells the place and, unless it is NULL, the party. */
static bool is_told(const struct reading *r, const struct name *name, struct stretch place,
                    const struct party *party)
{
    struct stretch sides[] = {name->title, told_behind(r, name)};
    bool at_place = false, of_party = !party;
    for (size_t side = 0; side < LENGTH(sides); side++)
        for (uint32_t i = sides[side].first; i < sides[side].end; i++) {
            at_place |= tells_place(r, i, place);
            of_party |= party && tells_party(r, i, party);
        }
    return at_place && of_party;
}

/* Whether what stands beside the name tells the party. */
static bool is_of_party(const struct reading *r, const struct name *name, const struct party *party)
{
    struct stretch sides[] = {name->title, told_behind(r, name)};
    for (size_t side = 0; side < LENGTH(sides); side++)
        for (uint32_t i = sides[side].first; i < sides[side].end; i++)
            if (tells_party(r, i, party))
                return true;
    return false;
}

/* The place in "the Texas Republican", "the Vermont senator"; empty when the phrase is of another kind. */
static struct stretch place_in(const struct reading *r, struct stretch phrase)
{
    enum { LONGEST = 4 };
    struct stretch place = {phrase.first + 1, phrase.end - 1}, none = {0, 0};
    if (phrase.end < phrase.first + 3 || phrase.end > phrase.first + LONGEST + 1 ||
        !reading_is(r, phrase.first, "the") ||
        !(party_of(r, phrase.end - 1) || reading_has(r, phrase.end - 1, TAG_ROLE)))
        return none;
    for (uint32_t i = place.first; i < place.end; i++)
        if (reading_token(r, i)->shape == TOKEN_LOWER || !token_is_word(reading_token(r, i)) ||
            reading_has(r, i, TAG_ROLE | TAG_TITLE | TAG_ORGANISATION))
            return none;
    return place;
}

/* "the Texas Republican": the one person of whom the article tells place and party, or office. */
static struct resolved find_by_place(const struct resolving *s, struct stretch phrase)
{
    const struct reading *r = s->reading;
    struct stretch place = place_in(r, phrase), office = {phrase.end - 1, phrase.end};
    if (stretch_is_empty(place))
        return resolved_nobody();
    const struct party *party = party_of(r, office.first);
    const struct name *found = NULL;
    size_t index = names_at(&s->names, phrase.first);
    for (size_t i = index, steps = 0; i > 0 && steps < LOOK_BACK_NAMES; i--, steps++) {
        const struct name *name = &s->names.names.data[i - 1];
        if (name->figure == NO_INDEX || stretch_is_empty(name->words) || !is_told(r, name, place, party))
            continue;
        const struct figure *figure = &s->names.figures.data[name->figure];
        if (figure->kind == ENTITY_ORGANISATION || (!party && !description_answers_to(r, figure, office)))
            continue;
        if (found && found->figure != name->figure)
            return resolved_nobody();
        found = name;
    }
    return found ? resolved_to(found->figure, ANTECEDENT_TITLE, found->words) : resolved_nobody();
}

/* "the Republican": the last speaker, or the one person named before, who is told to be of the party. */
static struct resolved find_by_party(const struct resolving *s, struct stretch phrase)
{
    const struct reading *r = s->reading;
    const struct party *party = party_of(r, phrase.end - 1);
    const struct name *found = NULL;
    bool several = false;
    if (!party || phrase.end != phrase.first + 2 || !reading_is(r, phrase.first, "the"))
        return resolved_nobody();
    size_t index = names_at(&s->names, phrase.first);
    for (size_t i = index, steps = 0; i > 0 && steps < LOOK_BACK_NAMES; i--, steps++) {
        const struct name *name = &s->names.names.data[i - 1];
        if (name->figure == NO_INDEX || stretch_is_empty(name->words) ||
            s->names.figures.data[name->figure].kind == ENTITY_ORGANISATION || !is_of_party(r, name, party))
            continue;
        if (name->figure == s->last.figure)
            return resolved_to(name->figure, ANTECEDENT_TITLE, s->last.mention);
        several |= found && found->figure != name->figure;
        found = name;
    }
    return found && !several ? resolved_to(found->figure, ANTECEDENT_TITLE, found->words) : resolved_nobody();
}

/* The number of years in "the 54-year-old tram driver"; empty when it tells no age. */
static struct str age_in(const struct reading *r, struct stretch phrase)
{
    const struct str ending = STR("-year-old");
    for (uint32_t i = phrase.first; i < phrase.end; i++) {
        struct str word = reading_token(r, i)->lower;
        if (str_ends(word, ending))
            return str_slice(word, 0, word.size - ending.size);
    }
    return (struct str){"", 0};
}

/* The person of that age: "Ida Horak, 54, has driven it for years". */
static const struct name *find_by_age(const struct resolving *s, struct str age, uint32_t before)
{
    const struct reading *r = s->reading;
    size_t index = names_at(&s->names, before);
    for (size_t i = index, steps = 0; i > 0 && steps < LOOK_BACK_NAMES; i--, steps++) {
        const struct name *name = &s->names.names.data[i - 1];
        if (name->figure != NO_INDEX && reading_is(r, name->words.end, ",") &&
            str_equal(reading_token(r, name->words.end + 1)->lower, age))
            return name;
    }
    return NULL;
}

/* Words that news take for whoever a passage is about, so as not to repeat a name. */
static bool is_protagonist(const struct reading *r, uint32_t noun)
{
    static const char *const words[] = {
        "billionaire", "millionaire",  "tycoon",      "mogul",      "magnate",    "oligarch",
        "businessman", "actor",        "actress",     "singer",     "rapper",     "comedian",
        "novelist",    "playwright",   "striker",     "midfielder", "defender",   "goalkeeper",
        "winger",      "forward",      "quarterback", "champion",   "medalist",   "medallist",
        "laureate",    "veteran",      "newcomer",    "incumbent",  "politician", "statesman",
        "stateswoman", "strongman",    "dictator",    "dissident",  "monarch",    "pontiff",
        "filmmaker",   "entrepreneur", "celebrity",   "footballer", "golfer",     "boxer",
        "sprinter",    "swimmer",      "cyclist",     "gymnast",    "skier",      "businesswoman"};
    return READING_IS_ONE_OF(r, noun, words);
}

/* "the Colombian": one of a people, and nothing else. */
static bool is_demonym(const struct reading *r, struct stretch phrase)
{
    static const char *const endings[] = {"ian", "ean"};
    static const char *const words[] = {"german",     "briton",   "swede",    "dane",      "finn",
                                        "pole",       "mexican",  "moroccan", "dutchman",  "scot",
                                        "frenchman",  "spaniard", "american", "dominican", "african",
                                        "dutchwoman", "serb",     "croat",    "turk"};
    uint32_t word = phrase.end - 1;
    bool ends = READING_IS_ONE_OF(r, word, words);
    for (size_t e = 0; e < LENGTH(endings); e++)
        ends |= str_ends(reading_token(r, word)->lower, str_from(endings[e]));
    return ends && phrase.end == phrase.first + 2 && !reading_is(r, word, "guardian") &&
           !reading_is(r, word, "caribbean") && !reading_is(r, word, "mediterranean");
}

/* The person named last in the sentence of the token, before it. */
static const struct name *find_in_sentence(const struct resolving *s, uint32_t token)
{
    const struct reading *r = s->reading;
    for (size_t i = names_at(&s->names, token); i > 0; i--) {
        const struct name *name = &s->names.names.data[i - 1];
        if (r->tokens[name->words.first].sentence != r->tokens[token].sentence)
            break;
        if (name->figure != NO_INDEX && !name->quoted &&
            s->names.figures.data[name->figure].kind == ENTITY_PERSON)
            return name;
    }
    return NULL;
}

/* "the 54-year-old", "the midfielder": who is told to be that old, else whom the passage is about. */
static struct resolved find_protagonist(const struct resolving *s, struct stretch phrase)
{
    const struct reading *r = s->reading;
    struct str age = age_in(r, phrase);
    for (uint32_t i = phrase.first; i < phrase.end; i++)
        if (reading_is(r, i, "and"))
            return resolved_nobody();
    bool named = token_is_capital(reading_token(r, phrase.end - 1)); /* "the 54-year-old Horak" */
    if (!reading_is(r, phrase.first, "the") || (named && !is_demonym(r, phrase)) ||
        (!named && age.size == 0 && !is_protagonist(r, phrase.end - 1)))
        return resolved_nobody();
    const struct name *told = age.size > 0 ? find_by_age(s, age, phrase.first) : NULL;
    if (!told)
        told = find_in_sentence(s, phrase.first);
    if (told)
        return resolved_to(told->figure, ANTECEDENT_TITLE, told->words);
    uint32_t gender = reading_token(r, phrase.end - 1)->tags & (TAG_MALE | TAG_FEMALE);
    struct resolved found = resolving_person(s, phrase.first, gender);
    if (found.figure == NO_INDEX || s->names.figures.data[found.figure].kind != ENTITY_PERSON)
        return resolved_nobody();
    found.antecedent = ANTECEDENT_TITLE;
    return found;
}

struct resolved resolving_epithet(const struct resolving *s, struct stretch phrase)
{
    struct resolved found = find_by_place(s, phrase);
    if (found.figure == NO_INDEX)
        found = find_by_party(s, phrase);
    return found.figure != NO_INDEX ? found : find_protagonist(s, phrase);
}
