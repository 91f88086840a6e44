/* places.c: see places.h. A place is a name behind a preposition of place; an office, words that name one and
 * a name behind them. */
#include "places.h"

#include "spelling.h"

#include "whosaid/base/hash.h"

static const char *const PREPOSITIONS[] = {"in", "at", "near", "outside", "from", "to", "into"};

/* Sorts of places: an event is at one of a sort. */
static const char *const SORTS[] = {
    "airport",    "airfield", "hospital", "clinic",  "street",  "avenue",  "road",       "square",
    "park",       "stadium",  "arena",    "hotel",   "church",  "mosque",  "cathedral",  "temple",
    "university", "college",  "school",   "station", "bridge",  "prison",  "jail",       "county",
    "province",   "district", "village",  "town",    "island",  "harbour", "harbor",     "port",
    "base",       "camp",     "valley",   "hall",    "theatre", "theater", "fairgrounds"};

static const struct {
    const char *word;
    int8_t side;
} SIDES[] = {{"north", 1}, {"northern", 1}, {"south", -1}, {"southern", -1},
             {"east", 2},  {"eastern", 2},  {"west", -2},  {"western", -2}};

/* Offices that one person holds at a time, by their last word;
 * those that need a word before it are marked. */
static const struct {
    const char *word;
    bool qualified;
} OFFICES[] = {{"minister", true},       {"chief", true},     {"secretary", true},  {"director", true},
               {"commissioner", true},   {"general", true},   {"mayor", false},     {"chancellor", false},
               {"pope", false},          {"premier", false},  {"ambassador", true}, {"coach", true},
               {"superintendent", true}, {"archbishop", true}};

static bool is_joined(const struct sentence *s, uint32_t word)
{
    if (word + 1 >= s->count)
        return false;
    struct str gap = sentence_gap(s, word);
    return str_equal(gap, STR(" ")) || str_equal(gap, STR("-")) || str_equal(gap, STR(". "));
}

static int8_t side_of(struct str word)
{
    size_t row = STR_ROW(word, SIDES);
    return row == STR_NONE ? 0 : SIDES[row].side;
}

static void add_name(const struct sentence *s, uint32_t word, struct place_name *place)
{
    struct str text = sentence_word(s, word);
    if (STR_IS_ONE_OF(text, SORTS))
        place->sort = sentence_concept(s, word);
    else if (!place->side && place->name_count == 0 && side_of(text))
        place->side = side_of(text);
    else if (place->name_count < PLACE_MOST_NAMES && sentence_has_content(s, word))
        place->names[place->name_count++] = s->words[word].form;
}

/* The end of the name that begins at word: capitals, and one sort of place in small letters behind them. */
static uint32_t name_end(const struct sentence *s, uint32_t word)
{
    uint32_t end = word;
    while (sentence_has_capital(s, end) ||
           (end == word && end < s->count && side_of(sentence_word(s, end)))) {
        end++;
        if (!is_joined(s, end - 1))
            return end;
    }
    return end > word && end < s->count && STR_IS_ONE_OF(sentence_word(s, end), SORTS) ? end + 1 : end;
}

/* "Columbus, Ohio": the word behind the comma. */
static uint32_t read_region(const struct sentence *s, uint32_t end, struct place_name *place)
{
    if (end >= s->count || !sentence_has_capital(s, end) || !str_equal(sentence_gap(s, end - 1), STR(", ")))
        return end;
    place->region = sentence_concept(s, end);
    return end + 1;
}

/* Reads the place behind the preposition at word; returns the word after it, or 0. */
static uint32_t read_place(const struct sentence *s, uint32_t word, struct place_name *place)
{
    uint32_t start = word + 1;
    if (!STR_IS_ONE_OF(sentence_word(s, word), PREPOSITIONS) || !is_joined(s, word))
        return 0;
    if (sentence_has_word(s, start, "the") && is_joined(s, start))
        start++;
    uint32_t end = name_end(s, start);
    if (end == start)
        return 0;
    for (uint32_t i = start; i < end; i++)
        add_name(s, i, place);
    place->span = sentence_span(s, start, end - 1);
    place->anchor = anchor_find(s, word);
    return place->name_count ? read_region(s, end, place) : 0;
}

/* Whether the word ends the name of an office, and the words before it, from *start on, qualify it. */
static bool is_office(const struct sentence *s, uint32_t word, uint32_t *start)
{
    enum { LONGEST = 3 /* words before it */ };
    size_t row = STR_ROW(sentence_word(s, word), OFFICES);
    if (row == STR_NONE)
        return false;
    *start = word;
    while (*start > 0 && is_joined(s, *start - 1) && sentence_has_content(s, *start - 1) &&
           !anchor_is_past(s, *start - 1) && word - *start < LONGEST)
        --*start;
    return *start < word || !OFFICES[row].qualified;
}

/* Reads "police chief Ana Ruiz" and "the police chief, Ana Ruiz," whose office ends at word. */
static uint32_t read_holder(const struct sentence *s, uint32_t word, struct place_name *place)
{
    uint32_t start;
    if (word + 1 >= s->count || !is_office(s, word, &start))
        return 0;
    struct str gap = sentence_gap(s, word);
    if (!sentence_has_capital(s, word + 1) || !(str_equal(gap, STR(" ")) || str_equal(gap, STR(", "))))
        return 0;
    uint64_t office = HASH_START;
    for (uint32_t i = start; i <= word; i++)
        office += hash_mix(sentence_form(s, i)->hash); /* in any order */
    uint32_t end = word + 1;
    for (; sentence_has_capital(s, end); end++) {
        add_name(s, end, place);
        if (!is_joined(s, end)) {
            end++;
            break;
        }
    }
    place->kind = PLACE_HOLDER;
    place->sort = (uint32_t)(hash_mix(office) >> 33);
    place->span = sentence_span(s, word + 1, end - 1);
    place->anchor = anchor_find(s, start);
    return place->name_count >= 2 ? end : 0;
}

void places_read(const struct sentence *s, place_name_vector *places)
{
    size_t most = places->size + PLACES_MOST;
    for (uint32_t i = 0; i < s->count && places->size < most;) {
        struct place_name place = {.sort = CONCEPT_NONE, .region = CONCEPT_NONE};
        uint32_t end = read_place(s, i, &place);
        if (!end) {
            place = (struct place_name){.sort = CONCEPT_NONE, .region = CONCEPT_NONE};
            end = read_holder(s, i, &place);
        }
        if (end)
            vector_push(places, place);
        i = end ? end : i + 1;
    }
}

/* ---- comparing */

bool places_correspond(const struct place_name *a, const struct place_name *b)
{
    if (a->kind != b->kind || !anchors_agree(&a->anchor, &b->anchor))
        return false;
    return a->kind == PLACE_WHERE || a->sort == b->sort;
}

static bool is_same_name(const struct vocabulary *vocabulary, uint32_t a, uint32_t b)
{
    return a == b ||
           spelling_is_near(vocabulary_form(vocabulary, a)->text, vocabulary_form(vocabulary, b)->text);
}

/* Whether the two share a word of their names, however it is spelled. */
static bool share_name(const struct vocabulary *vocabulary, const struct place_name *a,
                       const struct place_name *b)
{
    for (uint32_t i = 0; i < a->name_count; i++)
        for (uint32_t k = 0; k < b->name_count; k++)
            if (is_same_name(vocabulary, a->names[i], b->names[k]))
                return true;
    return false;
}

bool places_agree(const struct vocabulary *vocabulary, const struct place_name *a, const struct place_name *b)
{
    if (share_name(vocabulary, a, b))
        return !(a->side && a->side == -b->side && a->name_count == 1 && b->name_count == 1);
    if (a->kind == PLACE_HOLDER)
        return false;
    bool one_sort = a->sort != CONCEPT_NONE && a->sort == b->sort;
    bool one_region = a->region != CONCEPT_NONE && a->region == b->region;
    return !one_sort && !one_region;
}
