/* numbers.c: see numbers.h. Multipliers and bounds are tables. */
#include "numbers.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"

#include <math.h>
#include <stdlib.h>

#define NUMBER_NONE UINT32_MAX

/* How far a number may be from one that is cut off and not rounded, as a share. */
static const double CUT_OFF = 0.025;

enum { LONGEST_NUMBER = 24 /* bytes */ };

/* What words before a number make of it. */
enum bound { BOUND_EXACT, BOUND_ABOUT, BOUND_ABOVE, BOUND_BELOW };

static const struct {
    const char *word;
    double value;
} MULTIPLIERS[] = {{"hundred", 1e2},   {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9},
                   {"trillion", 1e12}, {"bn", 1e9},       {"m", 1e6},       {"dozen", 12}};

/* The word right before the number, and the one before that: "more than", "up to". Empty: whatever it is. */
static const struct {
    const char *first, *second;
    enum bound bound;
} BOUNDS[] = {
    {"more", "than", BOUND_ABOVE},  {"greater", "than", BOUND_ABOVE}, {"less", "than", BOUND_BELOW},
    {"fewer", "than", BOUND_BELOW}, {"at", "least", BOUND_ABOVE},     {"at", "most", BOUND_BELOW},
    {"up", "to", BOUND_BELOW},      {"many", "as", BOUND_BELOW},      {"much", "as", BOUND_BELOW},
    {"close", "to", BOUND_ABOUT},   {"", "over", BOUND_ABOVE},        {"", "above", BOUND_ABOVE},
    {"", "exceeding", BOUND_ABOVE}, {"", "nearly", BOUND_ABOUT},      {"", "almost", BOUND_ABOUT},
    {"", "under", BOUND_BELOW},     {"", "below", BOUND_BELOW},       {"", "about", BOUND_ABOUT},
    {"", "around", BOUND_ABOUT},    {"", "roughly", BOUND_ABOUT},     {"", "approximately", BOUND_ABOUT},
    {"", "some", BOUND_ABOUT},      {"", "estimated", BOUND_ABOUT}};

/* Words for a number that nobody counted, and the least and most that they mean. */
static const struct {
    const char *word;
    double low, high;
} VAGUE[] = {{"several", 3, 12},     {"dozens", 24, 150},      {"scores", 40, 200},
             {"hundreds", 200, 2e4}, {"thousands", 2000, 1e6}, {"millions", 2e6, 1e9}};

static bool read_digits(struct str text, double *value)
{
    char copy[LONGEST_NUMBER];
    size_t kept = 0;
    if (text.size == 0 || text.size >= LONGEST_NUMBER || !ascii_is_digit(text.data[0]))
        return false;
    for (size_t i = 0; i < text.size; i++) {
        if (!ascii_is_digit(text.data[i]) && text.data[i] != '.' && text.data[i] != ',')
            return false;
        if (text.data[i] != ',')
            copy[kept++] = text.data[i];
    }
    copy[kept] = '\0';
    *value = strtod(copy, NULL);
    return true;
}

/* The value of a word that is a number, in digits or not. Ordinals are none here; "one" and "zero" are rarely
 * counts. */
static bool read_plain(const struct sentence *s, uint32_t word, double *value)
{
    struct str text = sentence_word(s, word);
    int32_t number = sentence_form(s, word)->number;
    if (read_digits(text, value))
        return true;
    *value = number;
    return number > 1 && number < FORM_FIRST_ORDINAL && number != FORM_NO_NUMBER;
}

/* Reads a number with its multipliers: "twenty-three", "2.8 billion". Returns its last word,
 * or NUMBER_NONE. */
static uint32_t read_number(const struct sentence *s, uint32_t word, double *value)
{
    double more;
    uint32_t last = word;
    if (!read_plain(s, word, value))
        return NUMBER_NONE;
    bool tens =
        *value >= 20 && *value < 100 && fmod(*value, 10) == 0 && !read_digits(sentence_word(s, word), &more);
    if (tens && sentence_touches(s, word) && s->text.data[s->words[word].span.end] == '-' &&
        read_plain(s, word + 1, &more) && more < 10) {
        *value += more;
        last++;
    }
    for (; sentence_touches(s, last); last++) {
        size_t times = STR_ROW(sentence_word(s, last + 1), MULTIPLIERS);
        if (times == STR_NONE)
            break;
        *value *= MULTIPLIERS[times].value;
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

static enum bound bound_before(const struct sentence *s, uint32_t word)
{
    if (word == 0)
        return BOUND_EXACT;
    struct str second = sentence_word(s, word - 1), first = word > 1 ? sentence_word(s, word - 2) : STR("");
    for (size_t i = 0; i < LENGTH(BOUNDS); i++)
        if (str_equal(second, str_from(BOUNDS[i].second)) &&
            (!*BOUNDS[i].first || str_equal(first, str_from(BOUNDS[i].first))))
            return BOUNDS[i].bound;
    return BOUND_EXACT;
}

/* What the number can stand for. */
static void set_range(struct number *number, enum bound bound)
{
    double slack = rounding(number->value);
    if (bound == BOUND_ABOUT && slack < 0.1 * fabs(number->value))
        slack = 0.1 * fabs(number->value);
    bool limit = bound == BOUND_ABOVE || bound == BOUND_BELOW; /* "up to 40" is not 43 */
    number->low = bound == BOUND_BELOW ? -INFINITY : number->value - (limit ? 0 : slack);
    /* half of a place rounds up; 43 million is said of 43.9, cut off */
    double cut = fmin(2 * slack, CUT_OFF * fabs(number->value)), most = fmax(slack, cut);
    most = bound == BOUND_EXACT && slack > 0 ? nextafter(number->value + most, 0) : number->value + slack;
    number->high = bound == BOUND_ABOVE ? INFINITY : limit ? number->value : most;
}

/* "Dozens". */
static bool read_vague(const struct sentence *s, uint32_t word, struct number *number)
{
    size_t row = STR_ROW(sentence_word(s, word), VAGUE);
    if (row != STR_NONE)
        *number = (struct number){VAGUE[row].low, VAGUE[row].low, VAGUE[row].high, true};
    return row != STR_NONE;
}

uint32_t number_read(const struct sentence *s, uint32_t at, struct number *number)
{
    *number = (struct number){0};
    if (read_vague(s, at, number))
        return 1;
    uint32_t last = read_number(s, at, &number->value);
    if (last == NUMBER_NONE)
        return 0;
    set_range(number, bound_before(s, at));
    return last + 1 - at;
}
