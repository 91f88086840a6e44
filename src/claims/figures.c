/* figures.c: see figures.h. Months, units and bounds are tables; what they do not list is taken for a plain
 * word. */
#include "figures.h"

#include <math.h>
#include <stdlib.h>

enum { NO_CONCEPT = UINT32_MAX, LONGEST_NUMBER = 24 /* bytes */ };

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
                                                  {"m", 1e6}};

static const struct named_number MONTHS[] = {
    {"january", 1},   {"february", 2}, {"april", 4},     {"june", 6},      {"july", 7}, {"august", 8},
    {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12}, {"jan", 1},  {"feb", 2},
    {"apr", 4},       {"jun", 6},      {"jul", 7},       {"aug", 8},       {"sept", 9}, {"sep", 9},
    {"oct", 10},      {"nov", 11},     {"dec", 12}};

/* Months that are verbs as well: with a capital, or before a day. */
static const struct named_number DOUBTFUL_MONTHS[] = {{"march", 3}, {"may", 5}, {"mar", 3}};

static const struct named_number WEEKDAYS[] = {{"sunday", 0},    {"monday", 1},   {"tuesday", 2},
                                               {"wednesday", 3}, {"thursday", 4}, {"friday", 5},
                                               {"saturday", 6}};

static const struct named_number RELATIVE_DAYS[] = {{"today", 0}, {"yesterday", -1}, {"tomorrow", 1}};

static const struct named_number BOUNDS[] = {{"about", BOUND_ABOUT},   {"around", BOUND_ABOUT},
                                             {"roughly", BOUND_ABOUT}, {"approximately", BOUND_ABOUT},
                                             {"some", BOUND_ABOUT},    {"estimated", BOUND_ABOUT},
                                             {"than", BOUND_ABOVE},    {"least", BOUND_ABOVE},
                                             {"over", BOUND_ABOVE},    {"above", BOUND_ABOVE},
                                             {"nearly", BOUND_BELOW},  {"almost", BOUND_BELOW},
                                             {"under", BOUND_BELOW},   {"below", BOUND_BELOW},
                                             {"most", BOUND_BELOW},    {"to", BOUND_BELOW},
                                             {"as", BOUND_BELOW},      {"many", BOUND_BELOW},
                                             {"another", BOUND_EXACT}};

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
             {"acres", "hectares", 0.40468564}};

#define LENGTH(table) (sizeof(table) / sizeof *(table))

static struct str word_text(const struct reader *r, uint32_t word)
{
    return word < r->count ? vocabulary_form(r->vocabulary, r->words[word].form)->text : STR("");
}

static const struct named_number *find_named(const struct named_number *table, size_t count, struct str word)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(word, str_from(table[i].word)))
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

/* ---- days; days_from_civil and its reverse are Howard Hinnant's (chrono-compatible date algorithms, 2014)
 */

static void civil_from_days(int32_t days, int *year, int *month, int *day)
{
    int64_t z = (int64_t)days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t of_era = z - era * 146097;
    int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * years + years / 4 - years / 100);
    int64_t m = (5 * of_year + 2) / 153;
    *day = (int)(of_year - (153 * m + 2) / 5 + 1);
    *month = (int)(m < 10 ? m + 3 : m - 9);
    *year = (int)(years + era * 400 + (*month <= 2));
}

static int32_t days_from_civil(int year, int month, int day)
{
    int64_t y = (int64_t)year - (month <= 2);
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return (int32_t)(era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468);
}

static int weekday_of(int32_t days)
{
    return (int)(((int64_t)days % 7 + 7 + 4) % 7); /* 1970-01-01 was a Thursday */
}

/* The day of a month and day that is nearest to the day of publication, whose year is not told. */
static int32_t nearest_day(int32_t published, int month, int day)
{
    int year, m, d;
    civil_from_days(published, &year, &m, &d);
    int32_t best = days_from_civil(year, month, day);
    for (int other = year - 1; other <= year + 1; other++) {
        int32_t at = days_from_civil(other, month, day);
        if (abs(at - published) < abs(best - published))
            best = at;
    }
    return best;
}

/* ---- numbers */

/* Reads digits with commas and a decimal point, or a number word. Ordinals are no numbers here. */
static bool read_number(const struct reader *r, uint32_t word, double *value)
{
    struct str text = word_text(r, word);
    int32_t number = vocabulary_form(r->vocabulary, r->words[word].form)->number;
    bool digits = text.size > 0 && text.data[0] >= '0' && text.data[0] <= '9';
    if (number != FORM_NO_NUMBER && number < FORM_FIRST_ORDINAL) {
        *value = number;
        return digits || number > 1; /* "one" and "zero" are rarely counts */
    }
    if (!digits || text.size >= LONGEST_NUMBER)
        return false;
    char copy[LONGEST_NUMBER];
    size_t kept = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool known =
            (text.data[i] >= '0' && text.data[i] <= '9') || text.data[i] == '.' || text.data[i] == ',';
        if (!known)
            return false;
        if (text.data[i] != ',')
            copy[kept++] = text.data[i];
    }
    copy[kept] = '\0';
    *value = strtod(copy, NULL);
    return true;
}

static bool follows_money_sign(const struct reader *r, uint32_t word)
{
    static const char *const SIGNS[] = {"$", "€", "£", "¥"};
    struct str before = str_slice(r->text, 0, r->words[word].span.start);
    for (size_t i = 0; i < LENGTH(SIGNS); i++)
        if (str_ends(before, str_from(SIGNS[i])))
            return true;
    return false;
}

static bool is_money_word(struct str word)
{
    static const char *const WORDS[] = {"dollars", "dollar", "euros",  "euro",   "pounds",
                                        "yen",     "yuan",   "rubles", "roubles"};
    for (size_t i = 0; i < LENGTH(WORDS); i++)
        if (str_equal(word, str_from(WORDS[i])))
            return true;
    return false;
}

/* The first content word from word on, within reach and the same phrase; NO_CONCEPT when there is none. */
static uint32_t concept_after(const struct reader *r, uint32_t word, uint32_t reach)
{
    for (uint32_t i = word; i < r->count && i < word + reach; i++) {
        if (i > word && !touches(r, i - 1))
            break;
        if (word_has_content(r->vocabulary, &r->words[i]))
        return vocabulary_form(r->vocabulary, r->words[i].form)->concept;
    }
    return NO_CONCEPT;
}

static void convert_unit(const struct reader *r, uint32_t unit, struct figure *figure)
{
    struct str word = word_text(r, unit);
    for (size_t i = 0; i < LENGTH(UNITS); i++)
        if (str_equal(word, str_from(UNITS[i].word))) {
            uint32_t base = vocabulary_intern(r->vocabulary, str_from(UNITS[i].base));
            figure->of = vocabulary_form(r->vocabulary, base)->concept;
            figure->value *= UNITS[i].factor;
            figure->bound = figure->bound == BOUND_EXACT ? BOUND_ABOUT : figure->bound;
        }
}

/* Units of time say little of what lasts so long. */
static bool is_time(struct str word)
{
    static const char *const UNITS_OF_TIME[] = {"year",   "years",   "month",   "months", "week",
                                                "weeks",  "day",     "days",    "hour",   "hours",
                                                "minute", "minutes", "decades", "times"};
    for (size_t i = 0; i < LENGTH(UNITS_OF_TIME); i++)
        if (str_equal(word, str_from(UNITS_OF_TIME[i])))
            return true;
    return false;
}

/* Fills in what the number at word is of; last is its last word. Returns whether it is of something. */
static bool read_unit(const struct reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    bool money = follows_money_sign(r, word) || (touches(r, last) && is_money_word(word_text(r, last + 1)));
    bool percent = touches(r, last) && (str_equal(word_text(r, last + 1), STR("percent")) ||
                                        str_equal(word_text(r, last + 1), STR("per")));
    figure->span = (struct span){r->words[word].span.start, r->words[last].span.end};
    figure->kind = money ? FIGURE_MONEY : percent ? FIGURE_PERCENT : FIGURE_NUMBER;
    if (money && follows_money_sign(r, word))
        figure->span.start--;
    while (figure->span.start > 0 && ((unsigned char)r->text.data[figure->span.start] & 0xc0) == 0x80)
        figure->span.start--;
    if (percent)
        last++;
    if (percent)
        figure->span.end = r->words[last].span.end;
    if (!touches(r, last))
        return money || percent;
    figure->of = concept_after(r, last + 1, money || percent ? 3 : 1);
    if (money || percent)
        return true;
    figure->head = touches(r, last + 1) ? concept_after(r, last + 2, 1) : NO_CONCEPT;
    figure->span.end = r->words[last + 1 + (figure->head != NO_CONCEPT)].span.end;
    figure->time = is_time(word_text(r, last + 1));
    convert_unit(r, last + 1, figure);
    return figure->of != NO_CONCEPT;
}

static uint8_t bound_before(const struct reader *r, uint32_t word)
{
    const struct named_number *bound =
        word ? find_named(BOUNDS, LENGTH(BOUNDS), word_text(r, word - 1)) : NULL;
    return bound ? (uint8_t)bound->value : BOUND_EXACT;
}

/* ---- dates */

/* The content word before a date: what happened then. Prepositions and times of the day lie between. */
static uint32_t concept_before(const struct reader *r, uint32_t word)
{
    static const char *const TIMES[] = {"early",   "late",  "morning", "afternoon",
                                        "evening", "night", "earlier", "later"};
    for (uint32_t i = word; i-- > 0;) {
        bool time = false;
        for (size_t k = 0; k < LENGTH(TIMES) && !time; k++)
            time = str_equal(word_text(r, i), str_from(TIMES[k]));
        if (!time && word_has_content(r->vocabulary, &r->words[i]))
        return vocabulary_form(r->vocabulary, r->words[i].form)->concept;
    }
    return NO_CONCEPT;
}

/* Whether the next word may be a day of the month named by this one: "Sept. 11". */
static bool is_day_after(const struct reader *r, uint32_t word)
{
    if (word + 1 >= r->count)
        return false;
    uint32_t end = r->words[word].span.end, start = r->words[word + 1].span.start;
    return start - end <= 2 && (start - end < 2 || r->text.data[end] == '.');
}

static bool read_month(const struct reader *r, uint32_t word, struct figure *figure)
{
    struct str text = word_text(r, word);
    const struct named_number *month = find_named(MONTHS, LENGTH(MONTHS), text);
    double day;
    bool numbered = is_day_after(r, word) && read_number(r, word + 1, &day) && day >= 1 && day <= 31;
    if (!month && numbered)
        month = find_named(DOUBTFUL_MONTHS, LENGTH(DOUBTFUL_MONTHS), text);
    if (!month || !(r->words[word].flags & WORD_CAPITAL))
        return false;
    figure->month = (int)month->value;
    if (numbered) {
        figure->day = (int)day;
        figure->span.end = r->words[word + 1].span.end;
    }
    if (r->published && numbered)
        figure->weekday = weekday_of(nearest_day(*r->published, figure->month, figure->day));
    return true;
}

/* ---- the figures of a sentence */

/* Whether a number is a part of something else: a day behind its month, 9/11. */
static bool is_part(const struct reader *r, uint32_t word)
{
    uint32_t start = r->words[word].span.start, end = r->words[word].span.end;
    bool slash =
        (start > 0 && r->text.data[start - 1] == '/') || (end < r->text.size && r->text.data[end] == '/');
    struct figure ignored;
    return slash || (word > 0 && read_month(r, word - 1, &ignored));
}

/* Reads a number at word; returns its last word. */
static uint32_t add_number(struct reader *r, uint32_t word)
{
    struct figure figure = {.of = NO_CONCEPT, .head = NO_CONCEPT, .bound = bound_before(r, word)};
    uint32_t last = word;
    if (!read_number(r, word, &figure.value) || is_part(r, word))
        return word;
    while (touches(r, last)) {
        const struct named_number *times =
            find_named(MULTIPLIERS, LENGTH(MULTIPLIERS), word_text(r, last + 1));
        if (!times)
            break;
        figure.value *= times->value;
        last++;
    }
    bool year = last == word && figure.value >= 1000 && figure.value < 2100 && word_text(r, word).size == 4;
    if (!year && read_unit(r, word, last, &figure))
        vector_push(r->figures, figure);
    return last;
}

static void resolve_day(const struct reader *r, int offset, struct figure *figure)
{
    int32_t day = *r->published + offset;
    civil_from_days(day, &figure->year, &figure->month, &figure->day);
    figure->weekday = weekday_of(day);
}

/* Reads a date at word; returns whether there is one. */
static bool add_date(struct reader *r, uint32_t word)
{
    struct figure figure = {.kind = FIGURE_DATE,
                            .head = NO_CONCEPT,
                            .span = r->words[word].span,
                            .weekday = FIGURE_NONE,
                            .month = FIGURE_NONE,
                            .day = FIGURE_NONE,
                            .year = FIGURE_NONE};
    struct str text = word_text(r, word);
    const struct named_number *weekday = find_named(WEEKDAYS, LENGTH(WEEKDAYS), text);
    const struct named_number *relative = find_named(RELATIVE_DAYS, LENGTH(RELATIVE_DAYS), text);
    if (weekday)
        figure.weekday = (int)weekday->value;
    else if (relative && r->published)
        resolve_day(r, (int)relative->value, &figure);
    else if (!read_month(r, word, &figure))
        return false;
    figure.of = concept_before(r, word);
    if (figure.of != NO_CONCEPT)
        vector_push(r->figures, figure);
    return true;
}

void figures_read(struct vocabulary *vocabulary, struct str text, const struct word *words, uint32_t count,
                  const int32_t *published, figure_vector *figures)
{
    struct reader r = {vocabulary, text, words, count, published, figures};
    for (uint32_t i = 0; i < count; i++)
        if (!add_date(&r, i))
            i = add_number(&r, i);
}

/* ---- comparing */

bool figures_correspond(const struct figure *a, const struct figure *b)
{
    if (a->kind != b->kind || a->of != b->of || a->of == NO_CONCEPT)
        return false;
    if (a->kind == FIGURE_DATE || a->head == b->head)
        return a->kind == FIGURE_DATE || !a->time || a->head != NO_CONCEPT;
    return !a->time && (a->head == NO_CONCEPT || b->head == NO_CONCEPT);
}

bool figures_share_head(const struct figure *a, const struct figure *b)
{
    return a->kind == FIGURE_NUMBER && a->head == b->head && a->head != NO_CONCEPT;
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

static bool numbers_agree(const struct figure *a, const struct figure *b)
{
    double apart = fabs(a->value - b->value);
    double larger = fabs(a->value) > fabs(b->value) ? fabs(a->value) : fabs(b->value);
    if (apart <= rounding(a->value) || apart <= rounding(b->value))
        return true;
    bool loose = a->bound == BOUND_ABOUT || b->bound == BOUND_ABOUT;
    if (loose && apart <= larger * 0.1)
        return true;
    const struct figure *low = a->value < b->value ? a : b, *high = low == a ? b : a;
    return low->bound == BOUND_ABOVE || high->bound == BOUND_BELOW;
}

/* Whether two parts of a date are both told and not the same. */
static bool clash(int a, int b)
{
    return a != FIGURE_NONE && b != FIGURE_NONE && a != b;
}

bool figures_agree(const struct figure *a, const struct figure *b)
{
    if (a->kind != FIGURE_DATE)
        return numbers_agree(a, b);
    if (a->day != FIGURE_NONE && b->day != FIGURE_NONE)
        return !clash(a->month, b->month) && !clash(a->day, b->day);
    return !clash(a->weekday, b->weekday) && !clash(a->month, b->month);
}
