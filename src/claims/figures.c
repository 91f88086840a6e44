/* figures.c: see figures.h. Units, bounds and tolls are tables; what they do not list is taken for a plain
 * word. A number is the range that it can stand for, so that two agree when their ranges meet. */
#include "figures.h"

#include "numbers.h"

#include <math.h>
#include <stdlib.h>

#define NO_CONCEPT UINT32_MAX

enum {
    REACH_OF_TOLLS = 5,   /* words between a number and what became of its people */
    OLDEST = 119,         /* years that an age can be */
    LONGEST_COMPOUND = 4, /* words between "two-year" and its noun */
};

struct reader {
    struct vocabulary *vocabulary;
    struct str text;
    const struct word *words;
    uint32_t count;
    const int32_t *published;
    figure_vector *figures;
    enum { VOTE_UNKNOWN, VOTE_TOLD, VOTE_NONE } vote;
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

/* What a person or a body does time after time, so that one of them has one number. */
static const char *const COUNTED[] = {"visit",       "trip",    "term",  "summit",  "meeting",
                                      "anniversary", "attempt", "round", "summits", "election",
                                      "marriage",    "victory", "title"};

/* In a sentence with one of these, "52-48" is a tally. */
static const char *const POINTING[] = {"the", "these", "those", "its", "their", "both"};

static const char *const VOTING[] = {"vote",     "voted",    "votes",     "voting",  "passed",
                                     "approved", "rejected", "confirmed", "tally",   "won",
                                     "win",      "beat",     "defeated",  "victory", "lost"};

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

#define LENGTH(table) (sizeof(table) / sizeof *(table))

static struct str word_text(const struct reader *r, uint32_t word)
{
    return word < r->count ? vocabulary_form(r->vocabulary, r->words[word].form)->text : STR("");
}

/* The word right after this one, with nothing but a space or a hyphen between. */
static bool touches(const struct reader *r, uint32_t word)
{
    return words_touch(r->text, r->words, r->count, word);
}

/* The same, or with the sign of a currency between. */
static bool touches_sign(const struct reader *r, uint32_t word)
{
    enum { LONGEST_SIGN = 4 };
    return touches(r, word) || (word + 1 < r->count && r->text.data[r->words[word].span.end] == ' ' &&
                                r->words[word + 1].span.start - r->words[word].span.end <= LONGEST_SIGN);
}

/* ---- what numbers are of */

/* Currencies by sign or word; those of one number are one. */
static const struct {
    const char *name;
    uint8_t currency;
} CURRENCIES[] = {{"$", 1},      {"dollars", 1}, {"dollar", 1}, {"€", 2},   {"euros", 2},
                  {"euro", 2},   {"£", 3},       {"¥", 4},      {"yen", 4}, {"yuan", 5},
                  {"rubles", 6}, {"roubles", 6}, {"rupees", 7}};

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

/* The first content word from word on, within reach and the same phrase; its index, r->count when there is
 * none. */
static uint32_t content_after(const struct reader *r, uint32_t word, uint32_t reach)
{
    static const char *const LINKS[] = {"of", "the", "in",  "for", "on",    "a",
                                        "an", "its", "his", "her", "their", "all"};
    for (uint32_t i = word; i < r->count && i < word + reach; i++) {
        if (i > word && (!touches(r, i - 1) || !STR_IS_ONE_OF(word_text(r, i - 1), LINKS)))
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
} TIMES[] = {{"year", UNIT_YEAR},     {"years", UNIT_YEAR},     {"decades", UNIT_YEAR},
             {"decade", UNIT_YEAR},   {"month", UNIT_MONTH},    {"months", UNIT_MONTH},
             {"week", UNIT_WEEK},     {"weeks", UNIT_WEEK},     {"day", UNIT_DAY},
             {"days", UNIT_DAY},      {"hour", MOMENT_NONE},    {"hours", MOMENT_NONE},
             {"minute", MOMENT_NONE}, {"minutes", MOMENT_NONE}, {"times", MOMENT_NONE}};

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
            bool anybody = unit >= r->count || unit == i || STR_IS_ONE_OF(word_text(r, unit), ANYBODY);
            figure->head = anybody ? NO_CONCEPT : concept_at(r, unit);
            figure->of = concept_named(r, TOLLS[k].sort);
            figure->toll = true;
            return;
        }
    }
}

/* Whether the word, of content, can be what a number is of: "imported" and "charged" only describe. */
static bool is_noun(const struct reader *r, uint32_t word)
{
    return word < r->count && word_has_content(r->vocabulary, &r->words[word]) &&
           !anchor_is_past(r->vocabulary, &r->words[word]);
}

/* The noun before an amount: "a loss of about $9 million"; r->count when there is none. */
static uint32_t noun_before(const struct reader *r, uint32_t word)
{
    static const char *const BOUNDS[] = {"about", "nearly", "almost", "over", "roughly", "around", "more",
                                         "than",  "at",     "least",  "some", "up",      "to",     "only"};
    while (word > 0 && touches_sign(r, word - 1) && STR_IS_ONE_OF(word_text(r, word - 1), BOUNDS))
        word--;
    bool of = word > 1 && touches_sign(r, word - 1) && str_equal(word_text(r, word - 1), STR("of"));
    return of && touches(r, word - 2) && is_noun(r, word - 2) ? word - 2 : r->count;
}

/* "Tariffs of 25 percent on steel and 10 percent on tin": what the first is of, the second is of too. */
static bool continues_list(const struct reader *r, uint32_t word, uint32_t last, const struct figure *figure)
{
    if (!r->figures->size || word == 0 || !touches(r, last) ||
        !str_equal(word_text(r, last + 1), STR("on")) || !str_equal(word_text(r, word - 1), STR("and")))
        return false;
    const struct figure *before = &vector_last(r->figures);
    return before->kind == figure->kind && before->of != NO_CONCEPT &&
           before->span.start >= r->words[0].span.start && before->span.end < figure->span.start;
}

static void read_amount(const struct reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    uint32_t before = noun_before(r, word),
             behind = touches(r, last) ? content_after(r, last + 1, 3) : r->count;
    bool listed = continues_list(r, word, last, figure);
    uint32_t of = before < r->count ? before : behind;
    uint32_t head = before < r->count || listed       ? behind
                    : of < r->count && touches(r, of) ? content_after(r, of + 1, 3)
                                                      : r->count;
    if (before < r->count && head == r->count && before > 0 && touches(r, before - 1) &&
        is_noun(r, before - 1))
        head = before - 1; /* "a combined rate of 45 percent" */
    while (head + 1 < r->count && !is_noun(r, head) && touches(r, head) && is_noun(r, head + 1))
        head++; /* "on imported steel" */
    figure->of = listed ? vector_last(r->figures).of : of < r->count ? concept_at(r, of) : NO_CONCEPT;
    figure->head = head < r->count ? concept_at(r, head) : NO_CONCEPT;
    figure->anchor = anchor_find(r->vocabulary, r->words, r->count, word);
}

/* The last of the words behind "two-year" that can be what lasts so long: "grand jury investigation". */
static uint32_t compound_tail(const struct reader *r, uint32_t last, uint32_t head)
{
    uint32_t noun = head;
    while (r->text.data[r->words[last].span.end] == '-' && noun < head + LONGEST_COMPOUND &&
           touches(r, noun) && is_noun(r, noun + 1))
        noun++;
    return concept_at(r, noun);
}

static void read_count(const struct reader *r, uint32_t word, uint32_t last, struct figure *figure)
{
    uint32_t unit = last + 1;
    if (!touches(r, last))
        return;
    while (unit < r->count && STR_IS_ONE_OF(word_text(r, unit), SKIPPED) && touches(r, unit))
        unit++;
    static const char *const CLOCK[] = {"am", "pm", "oclock", "o'clock"};
    if (unit >= r->count || !word_has_content(r->vocabulary, &r->words[unit]) ||
        STR_IS_ONE_OF(word_text(r, unit), CLOCK))
        return;
    bool head = touches(r, unit) && !anchor_is_past(r->vocabulary, &r->words[unit + 1]) &&
                word_has_content(r->vocabulary, &r->words[unit + 1]);
    figure->of = concept_at(r, unit);
    figure->head = head ? concept_at(r, unit + 1) : NO_CONCEPT;
    figure->tail = head ? compound_tail(r, last, unit + 1) : NO_CONCEPT;
    figure->span.end = r->words[unit + head].span.end;
    figure->anchor = anchor_find(r->vocabulary, r->words, r->count, word);
    read_time(r, unit, figure);
    if (figure->time && head && str_equal(word_text(r, unit + 1), STR("old"))) {
        bool boy = touches(r, unit + 1) && word_has_content(r->vocabulary, &r->words[unit + 2]);
        figure->kind = FIGURE_AGE;
        figure->of = boy ? concept_at(r, unit + 2) : NO_CONCEPT;
        figure->head = NO_CONCEPT;
        figure->time = false;
        return;
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
    bool given = word > 1 && (r->words[word - 2].flags & WORD_CAPITAL) && touches(r, word - 2) &&
                 word_has_content(r->vocabulary, &r->words[word - 2]);
    figure->kind = FIGURE_AGE;
    figure->of = concept_at(r, word - 1);
    figure->head = given ? concept_at(r, word - 2) : NO_CONCEPT; /* "Ana Lind" is not "Per Lind" */
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

/* Whether a number in letters only points back: "the two nations". */
static bool points_back(const struct reader *r, uint32_t word)
{
    struct str number = word_text(r, word);
    bool letters = number.size > 0 && !(number.data[0] >= '0' && number.data[0] <= '9');
    return letters && word > 0 && touches(r, word - 1) && STR_IS_ONE_OF(word_text(r, word - 1), POINTING);
}

/* Four digits without a comma are rather a year. */
static bool is_year(const struct reader *r, uint32_t word, uint32_t last, double value)
{
    size_t sign;
    return last == word && value >= 1000 && value < 2100 && word_text(r, word).size == 4 &&
           !currency_of(r, word, last, &sign);
}

/* "A 1962 trade law": the year of what comes behind. "The 2016 election" is one of many, and named by its
 * year. */
static void add_year_of(struct reader *r, uint32_t word)
{
    static const char *const ARTICLES[] = {"a", "an", "his", "her", "its", "their"};
    if (word == 0 || !touches(r, word - 1) || !STR_IS_ONE_OF(word_text(r, word - 1), ARTICLES) ||
        !touches(r, word) || !is_noun(r, word + 1))
        return;
    uint32_t noun = word + 1;
    while (noun < word + LONGEST_COMPOUND && touches(r, noun) && is_noun(r, noun + 1))
        noun++;
    struct figure figure = {.kind = FIGURE_DATE,
                            .of = NO_CONCEPT,
                            .head = NO_CONCEPT,
                            .tail = NO_CONCEPT,
                            .span = r->words[word].span,
                            .anchor = {concept_at(r, noun), ANCHOR_NONE, ANCHOR_NONE, false}};
    moment_of_year((int)vector_last(r->figures).value, &figure.date);
    vector_push(r->figures, figure);
}

/* Reads a number at word; returns how many words it takes, or 0. */
static uint32_t add_number(struct reader *r, uint32_t word)
{
    struct figure figure = {
        .of = NO_CONCEPT, .head = NO_CONCEPT, .tail = NO_CONCEPT, .span = r->words[word].span};
    struct number number;
    uint32_t length = number_read(r->vocabulary, r->text, r->words, r->count, word, &number);
    uint32_t last = word + length - 1;
    if (!length || is_part(r, word) || points_back(r, word))
        return 0;
    figure.value = number.value;
    figure.low = number.low;
    figure.high = number.high;
    figure.vague = number.vague;
    figure.year = is_year(r, word, last, figure.value);
    if (figure.vague)
        read_count(r, word, last, &figure);
    else if (!figure.year)
        read_unit(r, word, last, &figure);
    vector_push(r->figures, figure);
    if (figure.year)
        add_year_of(r, word);
    return length;
}

/* Reads "third visit". */
static uint32_t add_ordinal(struct reader *r, uint32_t word)
{
    int32_t number = vocabulary_form(r->vocabulary, r->words[word].form)->number;
    if (number <= FORM_FIRST_ORDINAL || !touches(r, word) || !STR_IS_ONE_OF(word_text(r, word + 1), COUNTED))
        return 0;
    double value = number - FORM_FIRST_ORDINAL;
    struct figure figure = {.kind = FIGURE_ORDINAL,
                            .of = concept_at(r, word + 1),
                            .head = NO_CONCEPT,
                            .tail = NO_CONCEPT,
                            .span = {r->words[word].span.start, r->words[word + 1].span.end},
                            .value = value,
                            .low = value,
                            .high = value,
                            .anchor = anchor_find(r->vocabulary, r->words, r->count, word)};
    vector_push(r->figures, figure);
    return 2;
}

/* Whether the sentence tells of a vote; found out once. */
static bool tells_vote(struct reader *r)
{
    for (uint32_t i = 0; i < r->count && r->vote == VOTE_UNKNOWN; i++)
        if (STR_IS_ONE_OF(word_text(r, i), VOTING))
            r->vote = VOTE_TOLD;
    r->vote = r->vote == VOTE_TOLD ? VOTE_TOLD : VOTE_NONE;
    return r->vote == VOTE_TOLD;
}

/* Reads "52-48" and "52 to 48", larger first. */
static uint32_t add_tally(struct reader *r, uint32_t word)
{
    struct number first, second;
    bool to = word + 2 < r->count && str_equal(word_text(r, word + 1), STR("to")) && touches(r, word) &&
              touches(r, word + 1);
    uint32_t other = word + (to ? 2 : 1);
    if (number_read(r->vocabulary, r->text, r->words, r->count, word, &first) != 1 || other >= r->count ||
        number_read(r->vocabulary, r->text, r->words, r->count, other, &second) != 1)
        return 0;
    struct str gap = str_slice(r->text, r->words[word].span.end, r->words[other].span.start);
    bool joined = to || str_equal(gap, STR("-")) || str_equal(gap, STR("\u2013"));
    if (!joined || first.vague || second.vague || first.value >= 1000 || second.value >= 1000 ||
        !tells_vote(r))
        return 0;
    double high = fmax(first.value, second.value), value = high * 1000 + fmin(first.value, second.value);
    struct figure figure = {.kind = FIGURE_TALLY,
                            .of = NO_CONCEPT,
                            .head = NO_CONCEPT,
                            .tail = NO_CONCEPT,
                            .span = {r->words[word].span.start, r->words[other].span.end},
                            .value = value,
                            .low = value,
                            .high = value};
    vector_push(r->figures, figure);
    return other + 1 - word;
}

/* Whether words[word], a date, tells when something was said: "said on Tuesday", "reported late Monday". */
static bool dates_saying(const struct reader *r, uint32_t word)
{
    static const char *const SAYING[] = {"said",      "reported",     "announced",
                                         "confirmed", "acknowledged", "admitted"};
    static const char *const BETWEEN[] = {"in", "on", "late", "early", "back"};
    while (word > 0 && STR_IS_ONE_OF(word_text(r, word - 1), BETWEEN))
        word--;
    return word > 0 && STR_IS_ONE_OF(word_text(r, word - 1), SAYING);
}

/* "Said in 2029 that Lind repaid the board": what was told then as past was over then. Adds the date once
 * more, as the latest that the event can have. */
static void add_latest(struct reader *r, uint32_t word, uint32_t that)
{
    enum { REACH = 12 };
    if (!dates_saying(r, word) || !str_equal(word_text(r, that), STR("that")))
        return;
    for (uint32_t i = that + 1; i < r->count && i <= that + REACH; i++) {
        const struct form *form = vocabulary_form(r->vocabulary, r->words[i].form);
        if (form->kind == FORM_MODAL)
            return; /* "that he would" */
        if (!form->past || form->kind != FORM_CONTENT)
            continue;
        struct figure latest = vector_last(r->figures);
        latest.date.over = true;
        latest.anchor = (struct anchor){ANCHOR_NONE, form->concept, ANCHOR_NONE, false};
        vector_push(r->figures, latest);
        return;
    }
}

/* Reads a date at word; returns how many words it takes, or 0. */
static uint32_t add_date(struct reader *r, uint32_t word)
{
    struct figure figure = {.kind = FIGURE_DATE, .of = NO_CONCEPT, .head = NO_CONCEPT, .tail = NO_CONCEPT};
    uint32_t length =
        moment_read(r->vocabulary, r->text, r->words, r->count, word, r->published, &figure.date);
    if (!length)
        return 0;
    figure.span = (struct span){r->words[word].span.start, r->words[word + length - 1].span.end};
    figure.anchor = anchor_find(r->vocabulary, r->words, r->count, word);
    vector_push(r->figures, figure);
    add_latest(r, word, word + length);
    return length;
}

void figures_read(struct vocabulary *vocabulary, struct str text, const struct word *words, uint32_t count,
                  const int32_t *published, figure_vector *figures)
{
    struct reader r = {vocabulary, text, words, count, published, figures, VOTE_UNKNOWN};
    size_t most = figures->size + FIGURES_MOST;
    for (uint32_t i = 0; i < count && figures->size < most;) {
        uint32_t length = add_date(&r, i);
        length = length ? length : add_ordinal(&r, i);
        length = length ? length : add_tally(&r, i);
        length = length ? length : add_number(&r, i);
        i += length ? length : 1;
    }
}
