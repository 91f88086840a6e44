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

/* Whether the next word follows at once, or behind the sign of a currency. */
static bool touches_sign(const struct sentence *s, uint32_t word)
{
    enum { LONGEST_SIGN = 4 };
    return sentence_touches(s, word) ||
           (word + 1 < s->count && s->text.data[s->words[word].span.end] == ' ' &&
            s->words[word + 1].span.start - s->words[word].span.end <= LONGEST_SIGN);
}

/* Currencies by sign or word; those of one number are one. */
static const struct {
    const char *name;
    uint8_t currency;
} CURRENCIES[] = {{"$", 1},      {"dollars", 1}, {"dollar", 1}, {"€", 2},   {"euros", 2},
                  {"euro", 2},   {"£", 3},       {"¥", 4},      {"yen", 4}, {"yuan", 5},
                  {"rubles", 6}, {"roubles", 6}, {"rupees", 7}};

uint8_t amount_currency(const struct sentence *s, uint32_t word, uint32_t last, size_t *sign)
{
    struct str before = str_slice(s->text, 0, s->words[word].span.start);
    struct str after = sentence_touches(s, last) ? sentence_word(s, last + 1) : STR("");
    for (size_t i = 0; i < LENGTH(CURRENCIES); i++) {
        struct str name = str_from(CURRENCIES[i].name);
        *sign = str_ends(before, name) ? name.size : 0;
        if (*sign || str_equal(after, name))
            return CURRENCIES[i].currency;
    }
    *sign = 0;
    return 0;
}

static uint32_t concept_named(const struct amount_reader *r, const char *word)
{
    return vocabulary_form(r->vocabulary, vocabulary_intern(r->vocabulary, str_from(word)))->concept;
}

/* The first content word from word on, within reach and the same phrase; its index, the count of words when
 * there is none. */
static uint32_t content_after(const struct sentence *s, uint32_t word, uint32_t reach)
{
    static const char *const LINKS[] = {"of", "the", "in",  "for", "on",    "a",
                                        "an", "its", "his", "her", "their", "all"};
    for (uint32_t i = word; i < s->count && i < word + reach; i++) {
        if (i > word && (!sentence_touches(s, i - 1) || !STR_IS_ONE_OF(sentence_word(s, i - 1), LINKS)))
            break;
        if (sentence_has_content(s, i))
            return i;
    }
    return s->count;
}

static void convert_unit(const struct amount_reader *r, uint32_t unit, struct figure *figure)
{
    size_t row = STR_ROW(sentence_word(r->s, unit), UNITS);
    if (row == STR_NONE)
        return;
    double low = figure->low, high = figure->high, half = fabs(figure->value) * 0.05;
    double factor = UNITS[row].factor;
    figure->of = concept_named(r, UNITS[row].base);
    figure->low = fmin(low, figure->value - half) * factor;
    figure->high = fmax(high, figure->value + half) * factor;
    figure->value *= factor;
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

static void read_time(const struct sentence *s, uint32_t unit, struct figure *figure)
{
    size_t row = STR_ROW(sentence_word(s, unit), TIMES);
    if (row == STR_NONE)
        return;
    figure->time = true;
    figure->unit = TIMES[row].unit;
}

/* Makes a number of people a toll, when the words around it tell what became of them. */
static void read_toll(const struct amount_reader *r, uint32_t word, uint32_t unit, struct figure *figure)
{
    const struct sentence *s = r->s;
    uint32_t from = word > 3 ? word - 3 : 0, to = unit + REACH_OF_TOLLS;
    for (uint32_t i = from; i < s->count && i <= to; i++) {
        if (i >= word && i > 0 && i > unit && !sentence_touches(s, i - 1))
            return;
        size_t row = STR_ROW(sentence_word(s, i), TOLLS);
        if (row == STR_NONE)
            continue;
        bool anybody = unit >= s->count || unit == i || STR_IS_ONE_OF(sentence_word(s, unit), ANYBODY);
        figure->head = anybody ? CONCEPT_NONE : sentence_concept(s, unit);
        figure->of = concept_named(r, TOLLS[row].sort);
        figure->toll = true;
        return;
    }
}

bool amount_is_noun(const struct sentence *s, uint32_t word)
{
    return sentence_has_content(s, word) && !anchor_is_past(s, word);
}

/* The noun before an amount: "a loss of about $9 million"; the count of words when there is none. */
static uint32_t noun_before(const struct sentence *s, uint32_t word)
{
    static const char *const BOUNDS[] = {"about", "nearly", "almost", "over", "roughly", "around", "more",
                                         "than",  "at",     "least",  "some", "up",      "to",     "only"};
    while (word > 0 && touches_sign(s, word - 1) && STR_IS_ONE_OF(sentence_word(s, word - 1), BOUNDS))
        word--;
    bool of = word > 1 && touches_sign(s, word - 1) && sentence_has_word(s, word - 1, "of");
    return of && sentence_touches(s, word - 2) && amount_is_noun(s, word - 2) ? word - 2 : s->count;
}

/* "Duties of 12 percent on steel and 8 percent on tin": what the first is of, the second is of too. */
static bool continues_list(const struct amount_reader *r, uint32_t word, uint32_t last,
                           const struct figure *figure)
{
    if (!r->figures->size || word == 0 || !sentence_touches(r->s, last) ||
        !sentence_has_word(r->s, last + 1, "on") || !sentence_has_word(r->s, word - 1, "and"))
        return false;
    const struct figure *before = &vector_last(r->figures);
    return before->kind == figure->kind && before->of != CONCEPT_NONE &&
           before->span.start >= r->s->words[0].span.start && before->span.end < figure->span.start;
}

/* Where "in" leads a name of at most so many words that ends at word: a place, which has no share; word where
 * none does.
 */
static uint32_t skip_place(const struct sentence *s, uint32_t word)
{
    enum { REACH = 4 };
    for (uint32_t i = word; i-- > 0 && word - i <= REACH && sentence_touches(s, i);)
        if (sentence_has_word(s, i, "in"))
            return i;
    return word;
}

/* The name that a share stands with: "Lind leads with 21 percent", "Lind at 21 percent"; count where there is
 * none. */
static uint32_t name_before(const struct sentence *s, uint32_t word)
{
    enum { REACH = 10 };
    static const char *const WITH[] = {"with", "at"};
    if (word == 0 || !STR_IS_ONE_OF(sentence_word(s, word - 1), WITH))
        return s->count;
    for (uint32_t i = word - 1; i-- > 0 && word - i <= REACH;) {
        if (!sentence_has_name(s, i))
            continue;
        uint32_t before = skip_place(s, i);
        if (before == i)
            return i;
        i = before;
    }
    return s->count;
}

static void read_amount(const struct amount_reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    const struct sentence *s = r->s;
    uint32_t name = figure->kind == FIGURE_PERCENT ? name_before(s, word) : s->count;
    if (name < s->count) {
        figure->of = sentence_concept(s, name);
        return;
    }
    uint32_t before = noun_before(s, word),
             behind = sentence_touches(s, last) ? content_after(s, last + 1, 3) : s->count;
    bool listed = continues_list(r, word, last, figure);
    uint32_t of = before < s->count ? before : behind;
    uint32_t head = before < s->count || listed                ? behind
                    : of < s->count && sentence_touches(s, of) ? content_after(s, of + 1, 3)
                                                               : s->count;
    if (before < s->count && head == s->count && before > 0 && sentence_touches(s, before - 1) &&
        amount_is_noun(s, before - 1))
        head = before - 1; /* "a combined rate of 45 percent" */
    while (head + 1 < s->count && !amount_is_noun(s, head) && sentence_touches(s, head) &&
           amount_is_noun(s, head + 1))
        head++; /* "on imported steel" */
    figure->of = listed ? vector_last(r->figures).of : of < s->count ? sentence_concept(s, of) : CONCEPT_NONE;
    figure->head = head < s->count ? sentence_concept(s, head) : CONCEPT_NONE;
    figure->anchor = anchor_find(s, word);
}

/* The last of the words behind "two-year" that can be what lasts so long: "grand jury investigation". */
static uint32_t compound_tail(const struct sentence *s, uint32_t last, uint32_t head)
{
    uint32_t noun = head;
    while (s->text.data[s->words[last].span.end] == '-' && noun < head + AMOUNT_LONGEST_COMPOUND &&
           sentence_touches(s, noun) && amount_is_noun(s, noun + 1))
        noun++;
    return sentence_concept(s, noun);
}

/* What lasts so long, where "for" leads the number: "jailed for 18 years", "avoided taxes for as long as 18
 * years". What has lasted "for the past 18 years" goes on. */
static uint32_t lasting_before(const struct sentence *s, uint32_t word)
{
    static const char *const FILLERS[] = {"as",   "long", "the",   "next",    "about", "nearly",
                                          "more", "than", "at",    "over",    "up",    "almost",
                                          "only", "some", "least", "another", "to"};
    static const char *const HEDGES[] = {"perhaps", "possibly", "maybe", "probably"};
    while (word > 0 && STR_IS_ONE_OF(sentence_word(s, word - 1), FILLERS))
        word--;
    if (word == 0 || !sentence_has_word(s, word - 1, "for"))
        return CONCEPT_NONE;
    word--;
    while (word > 0 && STR_IS_ONE_OF(sentence_word(s, word - 1), HEDGES))
        word--;
    return word > 0 && sentence_has_content(s, word - 1) ? sentence_concept(s, word - 1) : CONCEPT_NONE;
}

void amount_read_count(const struct amount_reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    const struct sentence *s = r->s;
    uint32_t unit = last + 1;
    if (!sentence_touches(s, last))
        return;
    while (unit < s->count && STR_IS_ONE_OF(sentence_word(s, unit), SKIPPED) && sentence_touches(s, unit))
        unit++;
    static const char *const CLOCK[] = {"am", "pm", "oclock", "o'clock"};
    if (unit >= s->count || !sentence_has_content(s, unit) || STR_IS_ONE_OF(sentence_word(s, unit), CLOCK))
        return;
    bool head = sentence_touches(s, unit) && amount_is_noun(s, unit + 1);
    figure->of = sentence_concept(s, unit);
    figure->head = head ? sentence_concept(s, unit + 1) : CONCEPT_NONE;
    figure->tail = head ? compound_tail(s, last, unit + 1) : CONCEPT_NONE;
    figure->span.end = s->words[unit + head].span.end;
    figure->anchor = anchor_find(s, word);
    read_time(s, unit, figure);
    if (figure->time && head && sentence_has_word(s, unit + 1, "old")) {
        bool boy = sentence_touches(s, unit + 1) && sentence_has_content(s, unit + 2);
        figure->kind = FIGURE_AGE;
        figure->of = boy ? sentence_concept(s, unit + 2) : CONCEPT_NONE;
        figure->head = CONCEPT_NONE;
        figure->time = false;
        return;
    }
    if (figure->time && !head)
        figure->head = lasting_before(s, word);
    convert_unit(r, unit, figure);
    read_toll(r, word, unit, figure);
}

/* "Lind, 41," and "Lind (41)": the word before the age. */
static bool read_age(const struct sentence *s, uint32_t word, uint32_t last, struct figure *figure)
{
    if (word == 0 || last != word || figure->value > OLDEST || !sentence_has_capital(s, word - 1))
        return false;
    struct str before = sentence_gap(s, word - 1);
    uint32_t end = s->words[word].span.end;
    char after = end < s->text.size ? s->text.data[end] : '\0';
    bool commas = str_equal(before, STR(", ")) && (after == ',' || after == '.');
    bool brackets = str_equal(before, STR(" (")) && after == ')';
    bool given = word > 1 && sentence_has_name(s, word - 2) && sentence_touches(s, word - 2);
    figure->kind = FIGURE_AGE;
    figure->is_named = true;
    figure->of = sentence_concept(s, word - 1);
    figure->head = given ? sentence_concept(s, word - 2) : CONCEPT_NONE; /* "Ana Lind" is not "Per Lind" */
    return commas || brackets;
}

void amount_read(const struct amount_reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    const struct sentence *s = r->s;
    size_t sign;
    uint8_t currency = amount_currency(s, word, last, &sign);
    bool percent = sentence_touches(s, last) &&
                   (sentence_has_word(s, last + 1, "percent") || sentence_has_word(s, last + 1, "per"));
    struct figure age = *figure;
    figure->span = (struct span){s->words[word].span.start - (uint32_t)sign, s->words[last].span.end};
    if (currency || percent) {
        figure->kind = currency ? FIGURE_MONEY : FIGURE_PERCENT;
        figure->currency = currency;
        last += percent || !sign;
        figure->span.end = s->words[last].span.end;
        read_amount(r, word, last, figure);
    } else if (read_age(s, word, last, &age)) {
        age.span = figure->span;
        *figure = age;
    } else {
        amount_read_count(r, word, last, figure);
    }
}
