/* moments.c: reading dates; see moments.h. Words of the calendar are tables; a date is read by the first of a
 * few patterns that fits. Comparing is moments_compare.c's. */
#include "moments.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/base/calendar.h"

#include <stdlib.h>

/* A sentence whose dates are read. */
struct dating {
    const struct sentence *s;
    const int32_t *published; /* days since 1970-01-01; NULL when unknown */
};

struct named_value {
    const char *word;
    int value;
};

static const struct named_value MONTHS[] = {
    {"january", 1},   {"february", 2}, {"april", 4},     {"june", 6},      {"july", 7}, {"august", 8},
    {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12}, {"jan", 1},  {"feb", 2},
    {"apr", 4},       {"jun", 6},      {"jul", 7},       {"aug", 8},       {"sept", 9}, {"sep", 9},
    {"oct", 10},      {"nov", 11},     {"dec", 12}};

/* Months that are verbs as well: with a day, or where only a date stands. */
static const struct named_value DOUBTFUL_MONTHS[] = {{"march", 3}, {"may", 5}, {"mar", 3}};
static const char *const BEFORE_MONTHS[] = {"in",    "early", "late", "last", "until",
                                            "since", "mid",   "by",   "next"};

static const struct named_value WEEKDAYS[] = {{"sunday", 0},    {"monday", 1},   {"tuesday", 2},
                                              {"wednesday", 3}, {"thursday", 4}, {"friday", 5},
                                              {"saturday", 6}};

static const struct named_value RELATIVE_DAYS[] = {
    {"today", 0}, {"tonight", 0}, {"yesterday", -1}, {"tomorrow", 1}};

static const struct named_value PERIODS[] = {
    {"week", UNIT_WEEK},       {"month", UNIT_MONTH}, {"year", UNIT_YEAR},
    {"weekend", UNIT_WEEKEND}, {"weeks", UNIT_WEEK},  {"months", UNIT_MONTH},
    {"years", UNIT_YEAR},      {"day", UNIT_DAY},     {"days", UNIT_DAY}};

/* Before a period or a weekday. */
static const struct named_value WHICH[] = {
    {"last", -1}, {"past", -1}, {"this", 0}, {"next", 1}, {"coming", 1}};

static const struct named_value SIDES[] = {
    {"since", SIDE_SINCE},   {"from", SIDE_SINCE}, {"starting", SIDE_SINCE}, {"beginning", SIDE_SINCE},
    {"until", SIDE_UNTIL},   {"till", SIDE_UNTIL}, {"through", SIDE_UNTIL},  {"to", SIDE_UNTIL},
    {"before", SIDE_BEFORE}, {"by", SIDE_BEFORE},  {"after", SIDE_AFTER},    {"following", SIDE_AFTER}};

/* Parts of a month: the first and the last day that the word can mean. */
static const struct {
    const char *word;
    int first, last;
} PARTS[] = {{"early", 1, 14}, {"mid", 8, 23}, {"late", 17, 31}};

/* After these, four digits are a year by themselves: "in 2017", not "the 2016 election". */
static const char *const BEFORE_YEARS[] = {"in",    "since", "of",      "until",  "by",
                                           "from",  "to",    "during",  "before", "after",
                                           "early", "late",  "through", "between"};

enum { FIRST_YEAR = 1700, LAST_YEAR = 2100, MONTH_DAYS = 31, WEEK = 7, SLACK_OF_WEEKS = 2 /* days */ };

static const struct moment UNTOLD = {.weekday = MOMENT_NONE,
                                     .month = MOMENT_NONE,
                                     .day = MOMENT_NONE,
                                     .year = MOMENT_NONE,
                                     .unit = MOMENT_NONE};

/* The row of a table of named values that a word names, or NULL. */
#define FIND(table, word) find_value((table), LENGTH(table), (word))

static const struct named_value *find_value(const struct named_value *table, size_t count, struct str word)
{
    size_t row = str_find_row(word, table, count, sizeof *table);
    return row == STR_NONE ? NULL : &table[row];
}

/* ---- the calendar */

/* The year in which this day of a month is nearest to the day of publication. */
static int nearest_year(int32_t published, int month, int day)
{
    int year = calendar_date(published).year, best = year;
    for (int other = year - 1; other <= year + 1; other++)
        if (abs(calendar_days(other, month, day) - published) <
            abs(calendar_days(best, month, day) - published))
            best = other;
    return best;
}

/* The month that lies so many from the one given, which may leave 1 to 12. */
static int32_t month_start(int year, int month)
{
    int64_t months = (int64_t)year * 12 + month - 1;
    return calendar_days((int)(months / 12), (int)(months % 12) + 1, 1);
}

static void resolve(struct moment *date, int32_t first, int32_t last)
{
    date->resolved = first <= last;
    date->first = first;
    date->last = last;
}

/* ---- what dates mean */

static void resolve_weekday(const int32_t *published, struct moment *date, int which)
{
    if (!published)
        return;
    int32_t back = (calendar_weekday(*published) - date->weekday + WEEK) % WEEK;
    int32_t latest = *published - back;
    date->near = true;
    date->nearest[0] = which < 0 && back == 0 ? latest - WEEK : latest;
    date->nearest[1] = which < 0 ? date->nearest[0] - WEEK : latest + WEEK;
}

/* A month with what else is told of it; part is an index into PARTS or MOMENT_NONE. */
static void resolve_month(const int32_t *published, struct moment *date, int part)
{
    int first = part == MOMENT_NONE ? 1 : PARTS[part].first,
        last = part == MOMENT_NONE ? MONTH_DAYS : PARTS[part].last;
    if (date->day != MOMENT_NONE)
        first = last = date->day;
    int year = date->year;
    if (year == MOMENT_NONE && published)
        year = nearest_year(*published, date->month, first);
    if (year == MOMENT_NONE)
        return;
    int32_t start = month_start(year, date->month), end = month_start(year, date->month + 1) - 1;
    int32_t to = start + last - 1;
    resolve(date, start + first - 1, to < end ? to : end);
    if (date->day != MOMENT_NONE)
        date->weekday = calendar_weekday(date->first);
}

/* The unit that lies offset from the one of publication. */
static void resolve_period(const int32_t *published, struct moment *date)
{
    if (!published)
        return;
    int32_t today = *published;
    struct calendar_date date_of_today = calendar_date(today);
    int year = date_of_today.year, month = date_of_today.month;
    int32_t monday = today - (calendar_weekday(today) + WEEK - 1) % WEEK + WEEK * date->offset;
    switch (date->unit) {
    case UNIT_DAY: resolve(date, today + date->offset, today + date->offset); break;
    case UNIT_WEEK: resolve(date, monday - SLACK_OF_WEEKS, monday + WEEK - 1); break;
    case UNIT_WEEKEND: resolve(date, monday + 4 - (date->offset == 0 ? WEEK : 0), monday + WEEK); break;
    case UNIT_MONTH:
        resolve(date, month_start(year, month + date->offset),
                month_start(year, month + date->offset + 1) - 1);
        break;
    case UNIT_YEAR:
        resolve(date, month_start(year + date->offset, 1), month_start(year + date->offset + 1, 1) - 1);
        break;
    }
}

/* So many units ago is not to the day. */
static void resolve_ago(const int32_t *published, struct moment *date)
{
    static const int LENGTHS[MOMENT_UNITS] = {1, WEEK, 30, 365, WEEK};
    if (!published)
        return;
    int32_t length = LENGTHS[date->unit], day = *published + date->offset * length, slack = length / 2 + 1;
    resolve(date, day - slack, day + slack);
}

/* ---- patterns: each returns how many words the date takes, or 0 */

/* Whether the next word may be a day of the month named by this one: "Sept. 11". */
static bool adjoins(const struct sentence *s, uint32_t word)
{
    if (word + 1 >= s->count)
        return false;
    uint32_t end = s->words[word].span.end, start = s->words[word + 1].span.start;
    if (start - end > 2)
        return false;
    return start - end < 2 || s->text.data[end] == '.' || s->text.data[end] == ',';
}

/* A whole number written in digits: "14", "14th"; MOMENT_NONE for other words. */
static int digits(struct str text, size_t longest)
{
    int value = 0;
    size_t size = text.size;
    if (size > 2 && (str_ends(text, STR("th")) || str_ends(text, STR("st")) || str_ends(text, STR("nd")) ||
                     str_ends(text, STR("rd"))))
        size -= 2;
    if (size == 0 || size > longest)
        return MOMENT_NONE;
    for (size_t i = 0; i < size; i++) {
        if (!ascii_is_digit(text.data[i]))
            return MOMENT_NONE;
        value = value * 10 + (text.data[i] - '0');
    }
    return value;
}

static int day_at(const struct sentence *s, uint32_t word)
{
    int day = digits(sentence_word(s, word), 2);
    return day >= 1 && day <= MONTH_DAYS ? day : MOMENT_NONE;
}

static int year_at(const struct sentence *s, uint32_t word)
{
    struct str text = sentence_word(s, word);
    int year = text.size == 4 ? digits(text, 4) : MOMENT_NONE;
    return year >= FIRST_YEAR && year < LAST_YEAR ? year : MOMENT_NONE;
}

static int month_at(const struct sentence *s, uint32_t word)
{
    struct str text = sentence_word(s, word);
    const struct named_value *month = FIND(MONTHS, text);
    bool day = (adjoins(s, word) && day_at(s, word + 1) != MOMENT_NONE) ||
               (word > 0 && day_at(s, word - 1) != MOMENT_NONE);
    if (!month && (day || (word > 0 && STR_IS_ONE_OF(sentence_word(s, word - 1), BEFORE_MONTHS))))
        month = FIND(DOUBTFUL_MONTHS, text);
    return month && sentence_has_capital(s, word) ? month->value : MOMENT_NONE;
}

/* June; June 3; June 3, 2031; June 2031; 3 June; early June. */
static uint32_t read_month(const struct dating *d, uint32_t at, struct moment *date)
{
    const struct sentence *s = d->s;
    uint32_t word = at;
    size_t row = STR_ROW(sentence_word(s, at), PARTS);
    int part = row == STR_NONE ? MOMENT_NONE : (int)row;
    int before = part == MOMENT_NONE ? day_at(s, at) : MOMENT_NONE;
    if (before != MOMENT_NONE && day_at(s, at + 2) != MOMENT_NONE)
        return 0; /* "19 Sept. 11 attackers" */
    if (part != MOMENT_NONE || before != MOMENT_NONE)
        word++;
    date->month = month_at(s, word);
    if (date->month == MOMENT_NONE || (word > at && !adjoins(s, at)))
        return 0;
    date->day = before;
    if (before == MOMENT_NONE && adjoins(s, word) && (date->day = day_at(s, word + 1)) != MOMENT_NONE)
        word++;
    if (adjoins(s, word) && (date->year = year_at(s, word + 1)) != MOMENT_NONE)
        word++;
    resolve_month(d->published, date, part);
    return word + 1 - at;
}

/* Wednesday; last Wednesday; Wednesday, June 3. */
static uint32_t read_weekday(const struct dating *d, uint32_t at, struct moment *date)
{
    const struct named_value *weekday = FIND(WEEKDAYS, sentence_word(d->s, at));
    if (!weekday)
        return 0;
    uint32_t more = adjoins(d->s, at) ? read_month(d, at + 1, date) : 0;
    if (more && date->day != MOMENT_NONE) {
        date->weekday = weekday->value;
        return 1 + more;
    }
    date->month = date->year = date->day = MOMENT_NONE;
    date->resolved = false;
    date->weekday = weekday->value;
    const struct named_value *which = at > 0 ? FIND(WHICH, sentence_word(d->s, at - 1)) : NULL;
    resolve_weekday(d->published, date, which ? which->value : 0);
    return 1;
}

/* Today; last week. */
static uint32_t read_phrase(const struct dating *d, uint32_t at, struct moment *date)
{
    const struct sentence *s = d->s;
    const struct named_value *day = FIND(RELATIVE_DAYS, sentence_word(s, at)),
                             *which = FIND(WHICH, sentence_word(s, at));
    if (day) {
        date->unit = UNIT_DAY;
        date->offset = day->value;
    } else {
        const struct named_value *period =
            which && adjoins(s, at) ? FIND(PERIODS, sentence_word(s, at + 1)) : NULL;
        if (!period || period->value == UNIT_DAY || str_ends(sentence_word(s, at + 1), STR("s")))
            return 0;
        date->unit = period->value;
        date->offset = which->value;
    }
    resolve_period(d->published, date);
    if (date->unit == UNIT_DAY && date->resolved) {
        struct calendar_date day_meant = calendar_date(date->first);
        date->year = day_meant.year;
        date->month = day_meant.month;
        date->day = day_meant.day;
        date->weekday = calendar_weekday(date->first);
    }
    return day ? 1 : 2;
}

/* Earlier this year. */
static uint32_t read_part_of_phrase(const struct dating *d, uint32_t at, struct moment *date)
{
    bool earlier = sentence_has_word(d->s, at, "earlier"), later = sentence_has_word(d->s, at, "later");
    uint32_t length = (earlier || later) && adjoins(d->s, at) ? read_phrase(d, at + 1, date) : 0;
    if (length && date->resolved && earlier && date->last > *d->published)
        date->last = *d->published;
    if (length && date->resolved && later && date->first < *d->published)
        date->first = *d->published;
    return length ? length + 1 : 0;
}

/* Two weeks ago; a year ago. */
static uint32_t read_ago(const struct dating *d, uint32_t at, struct moment *date)
{
    const struct sentence *s = d->s;
    struct str word = sentence_word(s, at);
    int32_t number = sentence_form(s, at)->number;
    if (str_equal(word, STR("a")) || str_equal(word, STR("an")))
        number = 1;
    const struct named_value *period = at + 2 < s->count ? FIND(PERIODS, sentence_word(s, at + 1)) : NULL;
    if (!period || number < 1 || number > 300 || !sentence_has_word(s, at + 2, "ago"))
        return 0;
    date->unit = period->value;
    date->offset = -number;
    resolve_ago(d->published, date);
    return 3;
}

void moment_of_year(int year, struct moment *date)
{
    *date = UNTOLD;
    date->year = year;
    resolve(date, month_start(year, 1), month_start(year + 1, 1) - 1);
}

/* In 2017. */
static uint32_t read_year(const struct dating *d, uint32_t at, struct moment *date)
{
    bool led = at > 0 && STR_IS_ONE_OF(sentence_word(d->s, at - 1), BEFORE_YEARS);
    int year = led ? year_at(d->s, at) : MOMENT_NONE;
    if (year != MOMENT_NONE)
        moment_of_year(year, date);
    return year != MOMENT_NONE;
}

/* The 14th, by itself. */
static uint32_t read_day(const struct dating *d, uint32_t at, struct moment *date)
{
    const struct sentence *s = d->s;
    bool alone = at + 1 >= s->count || !adjoins(s, at) || !sentence_has_content(s, at + 1);
    if (at < 2 || !alone || !str_ends(sentence_word(s, at), STR("th")) ||
        !sentence_has_word(s, at - 1, "the") || !sentence_has_word(s, at - 2, "on"))
        return 0;
    date->day = day_at(s, at);
    return date->day != MOMENT_NONE;
}

static uint8_t side_before(const struct sentence *s, uint32_t at)
{
    for (uint32_t i = at, reach = 2; i-- > 0 && reach-- > 0;) {
        const struct named_value *side = FIND(SIDES, sentence_word(s, i));
        if (side)
            return (uint8_t)side->value;
        if (sentence_has_content(s, i) && !sentence_has_word(s, i, "early") &&
            !sentence_has_word(s, i, "late"))
            break;
    }
    return SIDE_ON;
}

uint32_t moment_read(const struct sentence *s, uint32_t at, const int32_t *published, struct moment *date)
{
    static uint32_t (*const PATTERNS[])(const struct dating *, uint32_t, struct moment *) = {
        read_weekday, read_month, read_phrase, read_part_of_phrase, read_ago, read_year, read_day};
    struct dating d = {s, published};
    for (size_t i = 0; i < LENGTH(PATTERNS); i++) {
        *date = UNTOLD;
        uint32_t length = PATTERNS[i](&d, at, date);
        if (length) {
            date->side = side_before(s, at);
            return length;
        }
    }
    return 0;
}
