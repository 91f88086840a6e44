/* figures.c: see figures.h. Units, bounds and tolls are tables; what they do not list is taken for a plain word. A
 * number is the range that it can stand for, so that two agree when their ranges meet. */
#include "figures.h"

#include <math.h>
#include <stdlib.h>

enum {
    NO_CONCEPT = UINT32_MAX,
    LONGEST_NUMBER = 24, /* bytes */
    REACH_OF_TOLLS = 5,  /* words between a number and what became of its people */
    OLDEST = 119,        /* years that an age can be */
    TELLING_NUMBER = 13, /* from here on a number by itself is evidence */
};

/* What words before a number make of it. */
enum figure_bound { BOUND_EXACT, BOUND_ABOUT, BOUND_ABOVE, BOUND_BELOW };

struct reader {
    struct vocabulary *vocabulary;
    struct str text;
    const struct word *words;
    uint32_t count;
    const int32_t *published;
    figure_vector *figures;
};

struct named_number {
    const char *word;
    double value;
};

static const struct named_number MULTIPLIERS[] = {{"hundred", 1e2}, {"thousand", 1e3},  {"million", 1e6},
                                                  {"billion", 1e9}, {"trillion", 1e12}, {"bn", 1e9},
                                                  {"m", 1e6},       {"dozen", 12}};

/* The word right before the number, and the one before that: "more than", "up to". Empty: whatever it is. */
static const struct {
    const char *first, *second;
    enum figure_bound bound;
} BOUNDS[] = {{"more", "than", BOUND_ABOVE},   {"greater", "than", BOUND_ABOVE}, {"less", "than", BOUND_BELOW},
              {"fewer", "than", BOUND_BELOW},  {"at", "least", BOUND_ABOVE},     {"at", "most", BOUND_BELOW},
              {"up", "to", BOUND_BELOW},       {"many", "as", BOUND_BELOW},      {"much", "as", BOUND_BELOW},
              {"close", "to", BOUND_ABOUT},    {"", "over", BOUND_ABOVE},        {"", "above", BOUND_ABOVE},
              {"", "exceeding", BOUND_ABOVE},  {"", "nearly", BOUND_ABOUT},      {"", "almost", BOUND_ABOUT},
              {"", "under", BOUND_BELOW},      {"", "below", BOUND_BELOW},       {"", "about", BOUND_ABOUT},
              {"", "around", BOUND_ABOUT},     {"", "roughly", BOUND_ABOUT},     {"", "approximately", BOUND_ABOUT},
              {"", "some", BOUND_ABOUT},       {"", "estimated", BOUND_ABOUT}};

/* Words for a number that nobody counted, and the least and most that they mean. */
static const struct {
    const char *word;
    double low, high;
} VAGUE[] = {{"several", 3, 12},     {"dozens", 24, 150},         {"scores", 40, 200},
             {"hundreds", 200, 2e4}, {"thousands", 2000, 1e6}, {"millions", 2e6, 1e9}};

/* What becomes of people, and a word for each sort of toll. */
static const struct {
    const char *word, *sort;
} TOLLS[] = {{"killed", "dead"},       {"killing", "dead"},      {"dead", "dead"},           {"died", "dead"},
             {"deaths", "dead"},       {"fatalities", "dead"},   {"injured", "injured"},     {"injuring", "injured"},
             {"injuries", "injured"},  {"wounded", "injured"},   {"wounding", "injured"},    {"hurt", "injured"},
             {"arrested", "arrested"}, {"arrests", "arrested"},  {"detained", "arrested"},   {"missing", "missing"},
             {"infected", "infected"}, {"infections", "infected"}, {"cases", "infected"},    {"displaced", "displaced"}};

/* Whoever these are, the toll counts them. */
static const char *const ANYBODY[] = {"people", "persons", "others", "victims", "lives", "deaths", "fatalities", "dead",
                                      "injured", "wounded", "arrests", "injuries", "killed"};

/* Between a number and what it counts. */
static const char *const SKIPPED[] = {"other", "more", "of", "the", "its", "his", "her", "their", "different", "separate"};

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

#define LENGTH(table) (sizeof(table) / sizeof *(table))

static struct str word_text(const struct reader *r, uint32_t word)
{
    return word < r->count ? vocabulary_form(r->vocabulary, r->words[word].form)->text : STR("");
}

static const struct named_number *find_named(const struct named_number *table, size_t count, struct str word)
{
    for (size_t i = 0; i < count; i++)
        if (word.size && *table[i].word == *word.data && str_equal(word, str_from(table[i].word)))
            return &table[i];
    return NULL;
}

/* The word right after this one, with nothing but a space or a hyphen between. */
static bool touches(const struct reader *r, uint32_t word)
{
    if (word + 1 >= r->count)
        return false;
    uint32_t end = r->words[word].span.end, start = r->words[word + 1].span.start;
    if (start == end)
        return true; /* 25% */
    char sign = r->text.data[end];
    return start - end == 1 && (sign == ' ' || sign == '-' || sign == '\n');
}


static bool is_listed(struct str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word.size && *list[i] == *word.data && str_equal(word, str_from(list[i])))
            return true;
    return false;
}

#define LISTED(word, list) is_listed((word), (list), LENGTH(list))

/* ---- numbers */

static bool read_digits(struct str text, double *value)
{
    char copy[LONGEST_NUMBER];
    size_t kept = 0;
    if (text.size == 0 || text.size >= LONGEST_NUMBER || text.data[0] < '0' || text.data[0] > '9')
        return false;
    for (size_t i = 0; i < text.size; i++) {
        bool known = (text.data[i] >= '0' && text.data[i] <= '9') || text.data[i] == '.' || text.data[i] == ',';
        if (!known)
            return false;
        if (text.data[i] != ',')
            copy[kept++] = text.data[i];
    }
    copy[kept] = '\0';
    *value = strtod(copy, NULL);
    return true;
}

/* The value of a word that is a number, in digits or not. Ordinals are none here; "one" and "zero" are rarely counts. */
static bool read_plain(const struct reader *r, uint32_t word, double *value)
{
    struct str text = word_text(r, word);
    int32_t number = vocabulary_form(r->vocabulary, r->words[word].form)->number;
    if (read_digits(text, value))
        return true;
    *value = number;
    return number > 1 && number < FORM_FIRST_ORDINAL && number != FORM_NO_NUMBER;
}

/* Reads a number with its multipliers: "twenty-three", "2.8 billion". Returns its last word, or NO_CONCEPT. */
static uint32_t read_number(const struct reader *r, uint32_t word, double *value)
{
    double more;
    uint32_t last = word;
    if (!read_plain(r, word, value))
        return NO_CONCEPT;
    bool tens = *value >= 20 && *value < 100 && fmod(*value, 10) == 0 && !read_digits(word_text(r, word), &more);
    if (tens && touches(r, word) && r->text.data[r->words[word].span.end] == '-' && read_plain(r, word + 1, &more) && more < 10) {
        *value += more;
        last++;
    }
    for (; touches(r, last); last++) {
        const struct named_number *times = find_named(MULTIPLIERS, LENGTH(MULTIPLIERS), word_text(r, last + 1));
        if (!times)
            break;
        *value *= times->value;
    }
    return last;
}

/* Half of the place to which a number seems rounded: 500 for 3,000. */
static double rounding(double value)
{
    double place = 1;
    if (value != floor(value))
        return fabs(value) * 0.02;
    while (value != 0 && fmod(value, place * 10) == 0)
        place *= 10;
    return place > 1 ? place / 2 : 0;
}

static enum figure_bound bound_before(const struct reader *r, uint32_t word)
{
    if (word == 0)
        return BOUND_EXACT;
    struct str second = word_text(r, word - 1), first = word > 1 ? word_text(r, word - 2) : STR("");
    for (size_t i = 0; i < LENGTH(BOUNDS); i++)
        if (str_equal(second, str_from(BOUNDS[i].second)) && (!*BOUNDS[i].first || str_equal(first, str_from(BOUNDS[i].first))))
            return BOUNDS[i].bound;
    return BOUND_EXACT;
}

/* What the number can stand for. */
static void set_range(struct figure *figure, enum figure_bound bound)
{
    double slack = rounding(figure->value);
    if (bound == BOUND_ABOUT && slack < 0.1 * fabs(figure->value))
        slack = 0.1 * fabs(figure->value);
    bool limit = bound == BOUND_ABOVE || bound == BOUND_BELOW; /* "up to 40" is not 43 */
    figure->low = bound == BOUND_BELOW ? -INFINITY : figure->value - (limit ? 0 : slack);
    figure->high = bound == BOUND_ABOVE ? INFINITY : figure->value + (limit ? 0 : slack);
}

/* ---- what numbers are of */

/* Currencies by sign or word; those of one number are one. */
static const struct {
    const char *name;
    uint8_t currency;
} CURRENCIES[] = {{"$", 1}, {"dollars", 1}, {"dollar", 1}, {"€", 2},    {"euros", 2},  {"euro", 2},    {"£", 3},
                  {"¥", 4}, {"yen", 4},     {"yuan", 5},   {"rubles", 6}, {"roubles", 6}, {"rupees", 7}};

/* The currency whose sign stands right before the word, or whose name stands after last; 0 none. */
static uint8_t currency_of(const struct reader *r, uint32_t word, uint32_t last, size_t *sign)
{
    struct str before = str_slice(r->text, 0, r->words[word].span.start);
    struct str after = touches(r, last) ? word_text(r, last + 1) : STR("");
    for (size_t i = 0; i < LENGTH(CURRENCIES); i++) {
        struct str name = str_from(CURRENCIES[i].name);
        *sign = str_ends(before, name) ? name.size : 0;
        if (*sign || str_equal(after, name))
            return CURRENCIES[i].currency;
    }
    *sign = 0;
    return 0;
}

static uint32_t concept_at(const struct reader *r, uint32_t word)
{
    return vocabulary_form(r->vocabulary, r->words[word].form)->concept;
}

static uint32_t concept_named(const struct reader *r, const char *word)
{
    return vocabulary_form(r->vocabulary, vocabulary_intern(r->vocabulary, str_from(word)))->concept;
}

/* The first content word from word on, within reach and the same phrase; its index, r->count when there is none. */
static uint32_t content_after(const struct reader *r, uint32_t word, uint32_t reach)
{
    static const char *const LINKS[] = {"of", "the", "in", "for", "on", "a", "an", "its", "his", "her", "their", "all"};
    for (uint32_t i = word; i < r->count && i < word + reach; i++) {
        if (i > word && (!touches(r, i - 1) || !LISTED(word_text(r, i - 1), LINKS)))
            break;
        if (word_has_content(r->vocabulary, &r->words[i]))
            return i;
    }
    return r->count;
}

static void convert_unit(const struct reader *r, uint32_t unit, struct figure *figure)
{
    struct str word = word_text(r, unit);
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
} TIMES[] = {{"year", UNIT_YEAR}, {"years", UNIT_YEAR}, {"decades", UNIT_YEAR},   {"decade", UNIT_YEAR},    {"month", UNIT_MONTH},
             {"months", UNIT_MONTH}, {"week", UNIT_WEEK}, {"weeks", UNIT_WEEK},   {"day", UNIT_DAY},        {"days", UNIT_DAY},
             {"hour", MOMENT_NONE},  {"hours", MOMENT_NONE}, {"minute", MOMENT_NONE}, {"minutes", MOMENT_NONE}, {"times", MOMENT_NONE}};

static void read_time(const struct reader *r, uint32_t unit, struct figure *figure)
{
    for (size_t i = 0; i < LENGTH(TIMES); i++)
        if (str_equal(word_text(r, unit), str_from(TIMES[i].word))) {
            figure->time = true;
            figure->unit = TIMES[i].unit;
        }
}

/* Makes a number of people a toll, when the words around it tell what became of them. */
static void read_toll(const struct reader *r, uint32_t word, uint32_t unit, struct figure *figure)
{
    uint32_t from = word > 3 ? word - 3 : 0, to = unit + REACH_OF_TOLLS;
    for (uint32_t i = from; i < r->count && i <= to; i++) {
        if (i >= word && i > 0 && i > unit && !touches(r, i - 1))
            return;
        for (size_t k = 0; k < LENGTH(TOLLS); k++) {
            if (!str_equal(word_text(r, i), str_from(TOLLS[k].word)))
                continue;
            bool anybody = unit >= r->count || unit == i || LISTED(word_text(r, unit), ANYBODY);
            figure->head = anybody ? NO_CONCEPT : concept_at(r, unit);
            figure->of = concept_named(r, TOLLS[k].sort);
            figure->toll = true;
            return;
        }
    }
}

static void read_amount(const struct reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    uint32_t of = touches(r, last) ? content_after(r, last + 1, 3) : r->count;
    figure->of = of < r->count ? concept_at(r, of) : NO_CONCEPT;
    figure->anchor = anchor_find(r->vocabulary, r->words, r->count, word);
}

static void read_count(const struct reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    uint32_t unit = last + 1;
    if (!touches(r, last))
        return;
    while (unit < r->count && LISTED(word_text(r, unit), SKIPPED) && touches(r, unit))
        unit++;
    if (unit >= r->count || !word_has_content(r->vocabulary, &r->words[unit]))
        return;
    bool head = touches(r, unit) && !anchor_is_past(r->vocabulary, &r->words[unit + 1]) && word_has_content(r->vocabulary, &r->words[unit + 1]);
    figure->of = concept_at(r, unit);
    figure->head = head ? concept_at(r, unit + 1) : NO_CONCEPT;
    figure->span.end = r->words[unit + head].span.end;
    read_time(r, unit, figure);
    if (figure->time && head && str_equal(word_text(r, unit + 1), STR("old"))) {
        figure->kind = FIGURE_AGE; /* of somebody */
        figure->of = NO_CONCEPT;
    }
    convert_unit(r, unit, figure);
    read_toll(r, word, unit, figure);
}

/* "Lind, 41," and "Lind (41)": the word before the age. */
static bool read_age(const struct reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    if (word == 0 || last != word || figure->value > OLDEST || !(r->words[word - 1].flags & WORD_CAPITAL))
        return false;
    struct str before = str_slice(r->text, r->words[word - 1].span.end, r->words[word].span.start);
    uint32_t end = r->words[word].span.end;
    char after = end < r->text.size ? r->text.data[end] : '\0';
    bool commas = str_equal(before, STR(", ")) && (after == ',' || after == '.');
    bool brackets = str_equal(before, STR(" (")) && after == ')';
    figure->kind = FIGURE_AGE;
    figure->of = concept_at(r, word - 1);
    return commas || brackets;
}

/* Fills in what the number at word is of; last is its last word. */
static void read_unit(const struct reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    size_t sign;
    uint8_t currency = currency_of(r, word, last, &sign);
    bool percent = touches(r, last) && (str_equal(word_text(r, last + 1), STR("percent")) ||
                                        str_equal(word_text(r, last + 1), STR("per")));
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
        read_count(r, word, last, figure);
    }
}

/* ---- the figures of a sentence */

/* Whether a number is a part of something else: 9/11. */
static bool is_part(const struct reader *r, uint32_t word)
{
    uint32_t start = r->words[word].span.start, end = r->words[word].span.end;
    return (start > 0 && r->text.data[start - 1] == '/') || (end < r->text.size && r->text.data[end] == '/');
}

/* Four digits without a comma are rather a year. */
static bool is_year(const struct reader *r, uint32_t word, uint32_t last, double value)
{
    size_t sign;
    return last == word && value >= 1000 && value < 2100 && word_text(r, word).size == 4 && !currency_of(r, word, last, &sign);
}

/* Reads a number at word; returns its last word. */
static uint32_t add_number(struct reader *r, uint32_t word)
{
    struct figure figure = {.of = NO_CONCEPT, .head = NO_CONCEPT};
    uint32_t last = read_number(r, word, &figure.value);
    if (last == NO_CONCEPT || is_part(r, word))
        return word;
    set_range(&figure, bound_before(r, word));
    figure.year = is_year(r, word, last, figure.value);
    figure.span = r->words[word].span;
    if (!figure.year)
        read_unit(r, word, last, &figure);
    vector_push(r->figures, figure);
    return last;
}

static bool add_vague(struct reader *r, uint32_t word)
{
    struct str text = word_text(r, word);
    for (size_t i = 0; i < LENGTH(VAGUE); i++) {
        if (!text.size || *text.data != *VAGUE[i].word || !str_equal(text, str_from(VAGUE[i].word)))
            continue;
        struct figure figure = {.of = NO_CONCEPT, .head = NO_CONCEPT, .vague = true,
                                .span = r->words[word].span, .value = VAGUE[i].low, .low = VAGUE[i].low, .high = VAGUE[i].high};
        read_count(r, word, word, &figure);
        vector_push(r->figures, figure);
        return true;
    }
    return false;
}

/* Reads a date at word; returns its last word, or NO_CONCEPT. */
static uint32_t add_date(struct reader *r, uint32_t word)
{
    struct figure figure = {.kind = FIGURE_DATE, .of = NO_CONCEPT, .head = NO_CONCEPT};
    uint32_t length = moment_read(r->vocabulary, r->text, r->words, r->count, word, r->published, &figure.date);
    if (!length)
        return NO_CONCEPT;
    figure.span = (struct span){r->words[word].span.start, r->words[word + length - 1].span.end};
    figure.anchor = anchor_find(r->vocabulary, r->words, r->count, word);
    vector_push(r->figures, figure);
    return word + length - 1;
}

void figures_read(struct vocabulary *vocabulary, struct str text, const struct word *words, uint32_t count,
                  const int32_t *published, figure_vector *figures)
{
    struct reader r = {vocabulary, text, words, count, published, figures};
    size_t most = figures->size + FIGURES_MOST;
    for (uint32_t i = 0; i < count && figures->size < most; i++) {
        uint32_t last = add_date(&r, i);
        if (last == NO_CONCEPT && !add_vague(&r, i))
            last = add_number(&r, i);
        i = last == NO_CONCEPT ? i : last;
    }
}

/* ---- comparing */

static bool is_same(uint32_t a, uint32_t b)
{
    return a == b && a != NO_CONCEPT;
}

bool figures_correspond(const struct figure *a, const struct figure *b)
{
    if (a->kind != b->kind || a->currency != b->currency || a->toll != b->toll)
        return false;
    if (a->kind == FIGURE_DATE)
        return anchors_agree(&a->anchor, &b->anchor);
    if (a->kind == FIGURE_MONEY && (a->of == NO_CONCEPT || b->of == NO_CONCEPT))
        return is_same(a->anchor.of, b->anchor.of) && a->anchor.of != a->anchor.verb &&
               is_same(a->anchor.verb, b->anchor.verb);
    if (!is_same(a->of, b->of))
        return false;
    if (a->head == b->head)
        return !a->time || a->head != NO_CONCEPT;
    return !a->time && !a->toll && (a->head == NO_CONCEPT || b->head == NO_CONCEPT);
}

bool figures_share_head(const struct figure *a, const struct figure *b)
{
    return a->kind == FIGURE_NUMBER && is_same(a->head, b->head);
}

bool figures_agree(const struct figure *a, const struct figure *b)
{
    if (a->kind == FIGURE_DATE)
        return moments_agree(&a->date, &b->date);
    return a->low <= b->high && b->low <= a->high;
}

/* "A two-year investigation", "investigated two years ago". */
static bool spans_moment(const struct figure *number, const struct figure *date)
{
    return number->kind == FIGURE_NUMBER && number->time && date->kind == FIGURE_DATE && number->unit != MOMENT_NONE &&
           number->unit == date->date.unit && number->value == -date->date.offset && number->value > 1;
}

/* Numbers of one thing, as nearly the same as they are told. */
static bool is_near(const struct figure *a, const struct figure *b)
{
    return is_same(a->of, b->of) && figures_agree(a, b) && isfinite(a->low + a->high + b->low + b->high);
}

bool figures_match(const struct figure *a, const struct figure *b)
{
    if (spans_moment(a, b) || spans_moment(b, a))
        return true;
    if (a->kind != b->kind || a->currency != b->currency || a->vague || b->vague || a->year || b->year)
        return false;
    if (a->kind == FIGURE_DATE)
        return moments_match(&a->date, &b->date);
    if (a->kind == FIGURE_PERCENT && !is_same(a->of, b->of))
        return false;
    return is_near(a, b) || (a->value == b->value && (a->value >= TELLING_NUMBER || a->value != floor(a->value)));
}
