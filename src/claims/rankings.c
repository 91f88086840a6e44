/* rankings.c: see rankings.h. It knows no grammar: a name, a verb of being or a comma, the superlative, and
 * the words up to the next border. "One of the largest" ranks nobody. */
#include "rankings.h"

#include "realms.h"

#define NONE UINT32_MAX

/* Keys of states stand above all concepts. */
static const uint32_t FIRST_REALM = 1u << 31;

/* Superlatives of which there is one; those of one number are one. */
static const struct {
    const char *word;
    uint32_t rank;
} RANKS[] = {{"largest", 1},    {"biggest", 1},    {"smallest", 2},  {"oldest", 3},     {"youngest", 4},
             {"highest", 5},    {"tallest", 5},    {"lowest", 6},    {"longest", 7},    {"shortest", 8},
             {"richest", 9},    {"wealthiest", 9}, {"poorest", 10},  {"deadliest", 11}, {"fastest", 13},
             {"strongest", 14}, {"busiest", 17},   {"heaviest", 18}, {"hottest", 19},   {"coldest", 20},
             {"deepest", 21}};

enum { ORDINAL_STEP = 100 /* between the ranks of the largest and the second largest */ };

/* Between a name and the superlative: who is it, or who has it. */
static const char *const LINKING[] = {"is",     "was",     "are", "were", "remains", "remained",
                                      "became", "becomes", "be",  "been", "stays",   "stayed"};
static const char *const HAVING[] = {"made",  "makes", "make", "accounted", "accounts", "had",  "has",
                                     "holds", "held",  "took", "takes",     "have",     "hold", "got"};

/* Passed over between them. */
static const char *const BETWEEN[] = {"the", "a",    "its",  "their", "his", "her", "by",   "far",   "still",
                                      "now", "also", "once", "up",    "for", "and", "well", "easily"};
static const char *const AUXILIARIES[] = {"has", "have", "had", "is", "was", "still", "now", "also"};

/* What continues the description of the sort. */
static const char *const LINKS[] = {"of", "to",  "in",    "for", "from", "on",    "at",     "the",
                                    "a",  "its", "their", "his", "her",  "among", "between"};

/* A part of something is of what it is a part of. */
static const char *const PARTS[] = {"share", "part", "portion", "proportion", "percentage", "chunk"};

/* Who sells to a country, by what is told behind: an exporter to it, a source of its imports. */
static const char *const SELLERS[] = {"exporter", "supplier",  "seller",   "shipper",
                                      "provider", "exporters", "suppliers"};
static const char *const SOURCES[] = {"source", "sources"};
static const char *const IMPORTS[] = {"imports", "import"};

/* Whether nothing but a space, a hyphen or the full stop of "U.S." stands between a word and the next. */
static bool touches(const struct sentence *s, uint32_t at)
{
    if (sentence_touches(s, at))
        return true;
    return at + 1 < s->count && sentence_has_capital(s, at) && str_equal(sentence_gap(s, at), STR(". "));
}

/* Whether the word ends a description: "United" is a past form only in small letters. */
static bool is_past(const struct sentence *s, uint32_t at)
{
    return sentence_form(s, at)->past && !sentence_has_capital(s, at);
}

static uint32_t rank_of(struct str word)
{
    size_t row = STR_ROW(word, RANKS);
    return row == STR_NONE ? 0 : RANKS[row].rank;
}

/* ---- what is ranked */

/* What a word narrows a sort to, in *key; returns how many words that takes. */
static uint32_t read_key(const struct sentence *s, uint32_t at, uint32_t *key)
{
    uint32_t length;
    uint8_t realm = realm_at(s, at, &length);
    *key = realm ? FIRST_REALM + realm : sentence_concept(s, at);
    return length;
}

static void add_term(struct ranking *ranking, uint32_t key)
{
    if (ranking->term_count < RANKING_MOST_TERMS)
        ranking->terms[ranking->term_count++] = key;
}

/* Adds the words of content from at on, as long as they describe: prepositions and articles between, no
 * comma, no verb. Sets *imports and *to when the words tell so. Returns the word after the last. */
static uint32_t read_terms(const struct sentence *s, uint32_t at, struct ranking *ranking, bool *imports,
                           bool *to)
{
    while (at < s->count && at > 0 && touches(s, at - 1)) {
        struct str text = sentence_word(s, at);
        bool content = sentence_has_content(s, at) && !is_past(s, at);
        if (!content && !STR_IS_ONE_OF(text, LINKS))
            break;
        *to |= str_equal(text, STR("to"));
        if (STR_IS_ONE_OF(text, IMPORTS)) {
            *imports = true;
        } else if (content) {
            uint32_t key, length = read_key(s, at, &key);
            add_term(ranking, key);
            at += length - 1;
        }
        at++;
    }
    return at;
}

/* The last word of the nouns that begin at word: "steel exporter". */
static uint32_t find_head(const struct sentence *s, uint32_t at)
{
    while (at + 1 < s->count && touches(s, at) && sentence_has_content(s, at + 1) && !is_past(s, at + 1))
        at++;
    return at;
}

/* "The largest share, shipping 13 percent of imports": where what it is a share of is told; at is the word
 * after share. */
static uint32_t find_whole(const struct sentence *s, uint32_t at)
{
    enum { REACH = 8 };
    if (sentence_has_word(s, at, "of"))
        return at + 1;
    for (uint32_t i = at; i + 1 < s->count && i < at + REACH; i++)
        if (sentence_has_word(s, i, "percent") && sentence_has_word(s, i + 1, "of"))
            return i + 2;
    return s->count;
}

/* Fills in the sort whose first word is at; *end is set to the word after it. */
static bool read_sort(const struct sentence *s, uint32_t at, struct ranking *ranking, uint32_t *end)
{
    bool imports = false, to = false;
    if (!sentence_has_content(s, at))
        return false;
    uint32_t head = find_head(s, at);
    struct str noun = sentence_word(s, head);
    for (uint32_t i = at; i < head; i++) {
        uint32_t key;
        i += read_key(s, i, &key) - 1;
        add_term(ranking, key);
    }
    ranking->noun = sentence_concept(s, head);
    bool part = STR_IS_ONE_OF(noun, PARTS);
    uint32_t terms = part ? find_whole(s, head + 1) : head + 1;
    *end = read_terms(s, terms, ranking, &imports, &to);
    if ((to && STR_IS_ONE_OF(noun, SELLERS)) || (imports && (part || STR_IS_ONE_OF(noun, SOURCES))))
        ranking->noun = NONE; /* whoever sells the most to a country */
    else if (part && !ranking->term_count)
        return false;
    return true;
}

/* ---- who is ranked so */

/* The capitals that end at word, and their span. */
static bool read_name(const struct sentence *s, uint32_t last, struct ranking *ranking)
{
    uint32_t first = last + 1;
    while (first > 0 && sentence_has_name(s, first - 1) && (first > last || touches(s, first - 1)))
        first--;
    if (first > last)
        return false;
    for (uint32_t i = first; i <= last && ranking->name_count < RANKING_MOST_NAMES; i++)
        ranking->names[ranking->name_count++] = s->words[i].form;
    ranking->span = sentence_span(s, first, last);
    return true;
}

/* Whether words[at] is the owner in "the world's largest": what it narrows is a term. */
static bool is_owner(const struct sentence *s, uint32_t at)
{
    return sentence_has_content(s, at) && sentence_has_possessive(s, at);
}

/* Finds the name that the superlative at word is told of, before it; *apposed is set where only a comma
 * stands between. */
static bool find_name(const struct sentence *s, uint32_t at, struct ranking *ranking, bool *apposed)
{
    while (at > 0 && is_owner(s, at - 1)) {
        uint32_t key;
        at--;
        (void)read_key(s, at, &key);
        add_term(ranking, key);
    }
    while (at > 0 && touches(s, at - 1) && STR_IS_ONE_OF(sentence_word(s, at - 1), BETWEEN))
        at--;
    if (at < 1)
        return false;
    struct str gap = sentence_gap(s, at - 1);
    *apposed = str_equal(gap, STR(", "));
    if (*apposed)
        return read_name(s, at - 1, ranking);
    struct str verb = sentence_word(s, at - 1);
    if (!touches(s, at - 1) || at < 2 || !touches(s, at - 2) ||
        !(STR_IS_ONE_OF(verb, LINKING) || STR_IS_ONE_OF(verb, HAVING)))
        return false;
    at -= 2;
    while (at > 0 && touches(s, at - 1) && STR_IS_ONE_OF(sentence_word(s, at), AUXILIARIES))
        at--;
    return read_name(s, at, ranking);
}

/* "One of the largest", "among the largest" and "not the largest" rank nobody. */
static bool is_one_of_many(const struct sentence *s, uint32_t at)
{
    enum { REACH = 4 };
    for (uint32_t i = at, left = REACH; i-- > 0 && left-- > 0;) {
        struct str word = sentence_word(s, i);
        if (str_equal(word, STR("of")) || str_equal(word, STR("among")) || str_equal(word, STR("not")))
            return true;
    }
    return false;
}

/* Whether the words before word end with a sign that closes an apposition. */
static bool is_closed(const struct sentence *s, uint32_t at)
{
    uint32_t end = s->words[at - 1].span.end;
    return end >= s->text.size || s->text.data[end] == ',' || s->text.data[end] == '.';
}

static bool read_ranking(const struct sentence *s, uint32_t at, struct ranking *ranking)
{
    uint32_t rank = rank_of(sentence_word(s, at)), first = at, end = at;
    bool apposed = false;
    *ranking = (struct ranking){0};
    if (!rank || at == 0)
        return false;
    int32_t number = sentence_form(s, at - 1)->number;
    if (number > FORM_FIRST_ORDINAL && touches(s, at - 1)) {
        rank += ORDINAL_STEP * (uint32_t)(number - FORM_FIRST_ORDINAL);
        first--;
    }
    ranking->rank = rank;
    return !is_one_of_many(s, first) && touches(s, at) && find_name(s, first, ranking, &apposed) &&
           read_sort(s, at + 1, ranking, &end) && (!apposed || is_closed(s, end));
}

void rankings_read(const struct sentence *s, ranking_vector *rankings)
{
    size_t most = rankings->size + RANKINGS_MOST;
    struct ranking ranking;
    for (uint32_t i = 0; i < s->count && rankings->size < most; i++)
        if (read_ranking(s, i, &ranking))
            vector_push(rankings, ranking);
}

/* ---- comparing */

static bool is_told(const struct sentence *s, uint32_t wanted)
{
    for (uint32_t i = 0, key; i < s->count;) {
        i += read_key(s, i, &key);
        if (key == wanted)
            return true;
    }
    return false;
}

static bool are_told(const struct sentence *s, const struct ranking *ranking)
{
    for (uint32_t i = 0; i < ranking->term_count; i++)
        if (!is_told(s, ranking->terms[i]))
            return false;
    return true;
}

bool rankings_correspond(const struct ranking *a, const struct sentence *told_a, const struct ranking *b,
                         const struct sentence *told_b)
{
    return a->rank == b->rank && a->noun == b->noun && are_told(told_b, a) && are_told(told_a, b);
}

/* Whether the word of a name only tells the sort: "Grell Bridge", the longest bridge. */
static bool tells_sort(const struct vocabulary *vocabulary, const struct ranking *ranking, uint32_t form)
{
    return vocabulary_form(vocabulary, form)->concept == ranking->noun;
}

static bool is_same_name(const struct vocabulary *vocabulary, uint32_t a, uint32_t b)
{
    struct str x = vocabulary_form(vocabulary, a)->text, y = vocabulary_form(vocabulary, b)->text;
    uint8_t realm = realm_named(x);
    return a == b || (realm && realm == realm_named(y));
}

bool rankings_agree(const struct vocabulary *vocabulary, const struct ranking *a, const struct ranking *b)
{
    for (uint32_t i = 0; i < a->name_count; i++)
        for (uint32_t k = 0; k < b->name_count; k++)
            if (!tells_sort(vocabulary, a, a->names[i]) && is_same_name(vocabulary, a->names[i], b->names[k]))
                return true;
    return false;
}
