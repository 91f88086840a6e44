/* amounts.c: see amounts.h. Units, tolls and currencies are tables; what they do not list is taken for a
 * plain word.
 */
#include "amounts.h"

#include "numbers.h"

#include "whosaid/base/array.h"

#include <math.h>

enum {
    REACH_OF_TOLLS = 5, /* words between a number and what became of its people */
    OLDEST = 119,       /* years that an age can be */
};

/* What becomes of people, and a word for each sort of toll. */
static const struct {
    const char *word, *sort;
} TOLLS[] = {{"killed", "dead"},       {"killing", "dead"},       {"dead", "dead"},
             {"died", "dead"},         {"deaths", "dead"},        {"fatalities", "dead"},
             {"injured", "injured"},   {"injuring", "injured"},   {"injuries", "injured"},
             {"wounded", "injured"},   {"wounding", "injured"},   {"hurt", "injured"},
             {"arrested", "arrested"}, {"arrests", "arrested"},   {"detained", "arrested"},
             {"missing", "missing"},   {"infected", "infected"},  {"infections", "infected"},
             {"cases", "infected"},    {"displaced", "displaced"}};

/* Whoever these are, the toll counts them. */
static const char *const ANYBODY[] = {"people",  "persons",    "others", "victims", "lives",
                                      "deaths",  "fatalities", "dead",   "injured", "wounded",
                                      "arrests", "injuries",   "killed"};

/* Between a number and what it counts. */
static const char *const SKIPPED[] = {"other", "more", "of",    "the",       "its",
                                      "his",   "her",  "their", "different", "separate"};

/* Units that are another one in other words: value in the base unit's. */
static const struct {
    const char *word, *base;
    double factor;
} UNITS[] = {{"pounds", "kilograms", 0.45359237},
             {"lb", "kilograms", 0.45359237},
             {"lbs", "kilograms", 0.45359237},
             {"kg", "kilograms", 1},
             {"kgs", "kilograms", 1},
             {"miles", "kilometers", 1.609344},
             {"mile", "kilometers", 1.609344},
             {"km", "kilometers", 1},
             {"kilometres", "kilometers", 1},
             {"feet", "meters", 0.3048},
             {"foot", "meters", 0.3048},
             {"metres", "meters", 1},
             {"acres", "hectares", 0.40468564},
             {"decades", "years", 10}};

struct str amount_word(const struct amount_reader *r, uint32_t word)
{
    return word < r->count ? vocabulary_form(r->vocabulary, r->words[word].form)->text : STR("");
}

bool amount_touches(const struct amount_reader *r, uint32_t word)
{
    return words_touch(r->text, r->words, r->count, word);
}

/* The same, or with the sign of a currency between. */
static bool touches_sign(const struct amount_reader *r, uint32_t word)
{
    enum { LONGEST_SIGN = 4 };
    return amount_touches(r, word) ||
           (word + 1 < r->count && r->text.data[r->words[word].span.end] == ' ' &&
            r->words[word + 1].span.start - r->words[word].span.end <= LONGEST_SIGN);
}

/* Currencies by sign or word; those of one number are one. */
static const struct {
    const char *name;
    uint8_t currency;
} CURRENCIES[] = {{"$", 1},      {"dollars", 1}, {"dollar", 1}, {"€", 2},   {"euros", 2},
                  {"euro", 2},   {"£", 3},       {"¥", 4},      {"yen", 4}, {"yuan", 5},
                  {"rubles", 6}, {"roubles", 6}, {"rupees", 7}};

uint8_t amount_currency(const struct amount_reader *r, uint32_t word, uint32_t last, size_t *sign)
{
    struct str before = str_slice(r->text, 0, r->words[word].span.start);
    struct str after = amount_touches(r, last) ? amount_word(r, last + 1) : STR("");
    for (size_t i = 0; i < LENGTH(CURRENCIES); i++) {
        struct str name = str_from(CURRENCIES[i].name);
        *sign = str_ends(before, name) ? name.size : 0;
        if (*sign || str_equal(after, name))
            return CURRENCIES[i].currency;
    }
    *sign = 0;
    return 0;
}

uint32_t amount_concept(const struct amount_reader *r, uint32_t word)
{
    return vocabulary_form(r->vocabulary, r->words[word].form)->concept;
}

static uint32_t concept_named(const struct amount_reader *r, const char *word)
{
    return vocabulary_form(r->vocabulary, vocabulary_intern(r->vocabulary, str_from(word)))->concept;
}

/* The first content word from word on, within reach and the same phrase; its index, r->count when there is
 * none. */
static uint32_t content_after(const struct amount_reader *r, uint32_t word, uint32_t reach)
{
    static const char *const LINKS[] = {"of", "the", "in",  "for", "on",    "a",
                                        "an", "its", "his", "her", "their", "all"};
    for (uint32_t i = word; i < r->count && i < word + reach; i++) {
        if (i > word && (!amount_touches(r, i - 1) || !STR_IS_ONE_OF(amount_word(r, i - 1), LINKS)))
            break;
        if (word_has_content(r->vocabulary, &r->words[i]))
            return i;
    }
    return r->count;
}

static void convert_unit(const struct amount_reader *r, uint32_t unit, struct figure *figure)
{
    struct str word = amount_word(r, unit);
    for (size_t i = 0; i < LENGTH(UNITS); i++)
        if (str_equal(word, str_from(UNITS[i].word))) {
            double low = figure->low, high = figure->high, half = fabs(figure->value) * 0.05;
            figure->of = concept_named(r, UNITS[i].base);
            figure->low = (low < figure->value - half ? low : figure->value - half) * UNITS[i].factor;
            figure->high = (high > figure->value + half ? high : figure->value + half) * UNITS[i].factor;
            figure->value *= UNITS[i].factor;
        }
}

/* Units of time say little of what lasts so long. Those of MOMENT_NONE have no like among moments. */
static const struct {
    const char *word;
    int8_t unit;
} TIMES[] = {{"year", UNIT_YEAR},     {"years", UNIT_YEAR},     {"decades", UNIT_YEAR},
             {"decade", UNIT_YEAR},   {"month", UNIT_MONTH},    {"months", UNIT_MONTH},
             {"week", UNIT_WEEK},     {"weeks", UNIT_WEEK},     {"day", UNIT_DAY},
             {"days", UNIT_DAY},      {"hour", MOMENT_NONE},    {"hours", MOMENT_NONE},
             {"minute", MOMENT_NONE}, {"minutes", MOMENT_NONE}, {"times", MOMENT_NONE}};

static void read_time(const struct amount_reader *r, uint32_t unit, struct figure *figure)
{
    for (size_t i = 0; i < LENGTH(TIMES); i++)
        if (str_equal(amount_word(r, unit), str_from(TIMES[i].word))) {
            figure->time = true;
            figure->unit = TIMES[i].unit;
        }
}

/* Makes a number of people a toll, when the words around it tell what became of them. */
static void read_toll(const struct amount_reader *r, uint32_t word, uint32_t unit, struct figure *figure)
{
    uint32_t from = word > 3 ? word - 3 : 0, to = unit + REACH_OF_TOLLS;
    for (uint32_t i = from; i < r->count && i <= to; i++) {
        if (i >= word && i > 0 && i > unit && !amount_touches(r, i - 1))
            return;
        for (size_t k = 0; k < LENGTH(TOLLS); k++) {
            if (!str_equal(amount_word(r, i), str_from(TOLLS[k].word)))
                continue;
            bool anybody = unit >= r->count || unit == i || STR_IS_ONE_OF(amount_word(r, unit), ANYBODY);
            figure->head = anybody ? NO_CONCEPT : amount_concept(r, unit);
            figure->of = concept_named(r, TOLLS[k].sort);
            figure->toll = true;
            return;
        }
    }
}

bool amount_is_noun(const struct amount_reader *r, uint32_t word)
{
    return word < r->count && word_has_content(r->vocabulary, &r->words[word]) &&
           !anchor_is_past(r->vocabulary, &r->words[word]);
}

/* The noun before an amount: "a loss of about $9 million"; r->count when there is none. */
static uint32_t noun_before(const struct amount_reader *r, uint32_t word)
{
    static const char *const BOUNDS[] = {"about", "nearly", "almost", "over", "roughly", "around", "more",
                                         "than",  "at",     "least",  "some", "up",      "to",     "only"};
    while (word > 0 && touches_sign(r, word - 1) && STR_IS_ONE_OF(amount_word(r, word - 1), BOUNDS))
        word--;
    bool of = word > 1 && touches_sign(r, word - 1) && str_equal(amount_word(r, word - 1), STR("of"));
    return of && amount_touches(r, word - 2) && amount_is_noun(r, word - 2) ? word - 2 : r->count;
}

/* "Duties of 12 percent on steel and 8 percent on tin": what the first is of, the second is of too. */
static bool continues_list(const struct amount_reader *r, uint32_t word, uint32_t last,
                           const struct figure *figure)
{
    if (!r->figures->size || word == 0 || !amount_touches(r, last) ||
        !str_equal(amount_word(r, last + 1), STR("on")) || !str_equal(amount_word(r, word - 1), STR("and")))
        return false;
    const struct figure *before = &vector_last(r->figures);
    return before->kind == figure->kind && before->of != NO_CONCEPT &&
           before->span.start >= r->words[0].span.start && before->span.end < figure->span.start;
}

/* Where "in" leads a name of at most so many words that ends at word: a place, which has no share; word where
 * none does.
 */
static uint32_t skip_place(const struct amount_reader *r, uint32_t word)
{
    enum { REACH = 4 };
    for (uint32_t i = word; i-- > 0 && word - i <= REACH && amount_touches(r, i);)
        if (str_equal(amount_word(r, i), STR("in")))
            return i;
    return word;
}

/* The name that a share stands with: "Lind leads with 21 percent", "Lind at 21 percent"; count where there is
 * none. */
static uint32_t name_before(const struct amount_reader *r, uint32_t word)
{
    enum { REACH = 10 };
    static const char *const WITH[] = {"with", "at"};
    if (word == 0 || !STR_IS_ONE_OF(amount_word(r, word - 1), WITH))
        return r->count;
    for (uint32_t i = word - 1; i-- > 0 && word - i <= REACH;) {
        if (!(r->words[i].flags & WORD_CAPITAL) || !word_has_content(r->vocabulary, &r->words[i]))
            continue;
        uint32_t before = skip_place(r, i);
        if (before == i)
            return i;
        i = before;
    }
    return r->count;
}

static void read_amount(const struct amount_reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    uint32_t name = figure->kind == FIGURE_PERCENT ? name_before(r, word) : r->count;
    if (name < r->count) {
        figure->of = amount_concept(r, name);
        return;
    }
    uint32_t before = noun_before(r, word),
             behind = amount_touches(r, last) ? content_after(r, last + 1, 3) : r->count;
    bool listed = continues_list(r, word, last, figure);
    uint32_t of = before < r->count ? before : behind;
    uint32_t head = before < r->count || listed              ? behind
                    : of < r->count && amount_touches(r, of) ? content_after(r, of + 1, 3)
                                                             : r->count;
    if (before < r->count && head == r->count && before > 0 && amount_touches(r, before - 1) &&
        amount_is_noun(r, before - 1))
        head = before - 1; /* "a combined rate of 45 percent" */
    while (head + 1 < r->count && !amount_is_noun(r, head) && amount_touches(r, head) &&
           amount_is_noun(r, head + 1))
        head++; /* "on imported steel" */
    figure->of = listed ? vector_last(r->figures).of : of < r->count ? amount_concept(r, of) : NO_CONCEPT;
    figure->head = head < r->count ? amount_concept(r, head) : NO_CONCEPT;
    figure->anchor = anchor_find(r->vocabulary, r->words, r->count, word);
}

/* The last of the words behind "two-year" that can be what lasts so long: "grand jury investigation". */
static uint32_t compound_tail(const struct amount_reader *r, uint32_t last, uint32_t head)
{
    uint32_t noun = head;
    while (r->text.data[r->words[last].span.end] == '-' && noun < head + AMOUNT_LONGEST_COMPOUND &&
           amount_touches(r, noun) && amount_is_noun(r, noun + 1))
        noun++;
    return amount_concept(r, noun);
}

/* What lasts so long, where "for" leads the number: "jailed for 18 years", "avoided taxes for as long as 18
 * years". What has lasted "for the past 18 years" goes on. */
static uint32_t lasting_before(const struct amount_reader *r, uint32_t word)
{
    static const char *const FILLERS[] = {"as",   "long", "the",   "next",    "about", "nearly",
                                          "more", "than", "at",    "over",    "up",    "almost",
                                          "only", "some", "least", "another", "to"};
    static const char *const HEDGES[] = {"perhaps", "possibly", "maybe", "probably"};
    while (word > 0 && STR_IS_ONE_OF(amount_word(r, word - 1), FILLERS))
        word--;
    if (word == 0 || !str_equal(amount_word(r, word - 1), STR("for")))
        return NO_CONCEPT;
    word--;
    while (word > 0 && STR_IS_ONE_OF(amount_word(r, word - 1), HEDGES))
        word--;
    return word > 0 && word_has_content(r->vocabulary, &r->words[word - 1]) ? amount_concept(r, word - 1)
                                                                            : NO_CONCEPT;
}

void amount_read_count(const struct amount_reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    uint32_t unit = last + 1;
    if (!amount_touches(r, last))
        return;
    while (unit < r->count && STR_IS_ONE_OF(amount_word(r, unit), SKIPPED) && amount_touches(r, unit))
        unit++;
    static const char *const CLOCK[] = {"am", "pm", "oclock", "o'clock"};
    if (unit >= r->count || !word_has_content(r->vocabulary, &r->words[unit]) ||
        STR_IS_ONE_OF(amount_word(r, unit), CLOCK))
        return;
    bool head = amount_touches(r, unit) && !anchor_is_past(r->vocabulary, &r->words[unit + 1]) &&
                word_has_content(r->vocabulary, &r->words[unit + 1]);
    figure->of = amount_concept(r, unit);
    figure->head = head ? amount_concept(r, unit + 1) : NO_CONCEPT;
    figure->tail = head ? compound_tail(r, last, unit + 1) : NO_CONCEPT;
    figure->span.end = r->words[unit + head].span.end;
    figure->anchor = anchor_find(r->vocabulary, r->words, r->count, word);
    read_time(r, unit, figure);
    if (figure->time && head && str_equal(amount_word(r, unit + 1), STR("old"))) {
        bool boy = amount_touches(r, unit + 1) && word_has_content(r->vocabulary, &r->words[unit + 2]);
        figure->kind = FIGURE_AGE;
        figure->of = boy ? amount_concept(r, unit + 2) : NO_CONCEPT;
        figure->head = NO_CONCEPT;
        figure->time = false;
        return;
    }
    if (figure->time && !head)
        figure->head = lasting_before(r, word);
    convert_unit(r, unit, figure);
    read_toll(r, word, unit, figure);
}

/* "Lind, 41," and "Lind (41)": the word before the age. */
static bool read_age(const struct amount_reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    if (word == 0 || last != word || figure->value > OLDEST || !(r->words[word - 1].flags & WORD_CAPITAL))
        return false;
    struct str before = str_slice(r->text, r->words[word - 1].span.end, r->words[word].span.start);
    uint32_t end = r->words[word].span.end;
    char after = end < r->text.size ? r->text.data[end] : '\0';
    bool commas = str_equal(before, STR(", ")) && (after == ',' || after == '.');
    bool brackets = str_equal(before, STR(" (")) && after == ')';
    bool given = word > 1 && (r->words[word - 2].flags & WORD_CAPITAL) && amount_touches(r, word - 2) &&
                 word_has_content(r->vocabulary, &r->words[word - 2]);
    figure->kind = FIGURE_AGE;
    figure->is_named = true;
    figure->of = amount_concept(r, word - 1);
    figure->head = given ? amount_concept(r, word - 2) : NO_CONCEPT; /* "Ana Lind" is not "Per Lind" */
    return commas || brackets;
}

void amount_read(const struct amount_reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    size_t sign;
    uint8_t currency = amount_currency(r, word, last, &sign);
    bool percent = amount_touches(r, last) && (str_equal(amount_word(r, last + 1), STR("percent")) ||
                                               str_equal(amount_word(r, last + 1), STR("per")));
    struct figure age = *figure;
    figure->span = (struct span){r->words[word].span.start - (uint32_t)sign, r->words[last].span.end};
    if (currency || percent) {
        figure->kind = currency ? FIGURE_MONEY : FIGURE_PERCENT;
        figure->currency = currency;
        last += percent || !sign;
        figure->span.end = r->words[last].span.end;
        read_amount(r, word, last, figure);
    } else if (read_age(r, word, last, &age)) {
        age.span = figure->span;
        *figure = age;
    } else {
        amount_read_count(r, word, last, figure);
    }
}
