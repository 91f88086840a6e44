/* figures.c: see figures.h. What a number is of is amounts.c's, what a date is moments.c's; here they are
 * found. */
#include "figures.h"

#include "amounts.h"
#include "numbers.h"

#include "whosaid/base/ascii.h"

#include <math.h>

/* What a person or a body does time after time, so that one of them has one number. */
static const char *const COUNTED[] = {"visit",       "trip",    "term",  "summit",  "meeting",
                                      "anniversary", "attempt", "round", "summits", "election",
                                      "marriage",    "victory", "title"};

/* After these, a number in letters only points back. */
static const char *const POINTING[] = {"the", "these", "those", "its", "their", "both"};

/* In a sentence with one of these, "52-48" is a tally. */
static const char *const VOTING[] = {"vote",     "voted",    "votes",     "voting",  "passed",
                                     "approved", "rejected", "confirmed", "tally",   "won",
                                     "win",      "beat",     "defeated",  "victory", "lost"};

/* Whether a number is a part of something else: 9/11. */
static bool is_part(const struct sentence *s, uint32_t word)
{
    uint32_t start = s->words[word].span.start, end = s->words[word].span.end;
    return (start > 0 && s->text.data[start - 1] == '/') || (end < s->text.size && s->text.data[end] == '/');
}

/* Whether a number in letters only points back: "the two nations". */
static bool points_back(const struct sentence *s, uint32_t word)
{
    struct str number = sentence_word(s, word);
    bool letters = number.size > 0 && !ascii_is_digit(number.data[0]);
    return letters && word > 0 && sentence_touches(s, word - 1) &&
           STR_IS_ONE_OF(sentence_word(s, word - 1), POINTING);
}

/* Four digits without a comma are rather a year. */
static bool is_year(const struct sentence *s, uint32_t word, uint32_t last, double value)
{
    size_t sign;
    return last == word && value >= 1000 && value < 2100 && sentence_word(s, word).size == 4 &&
           !amount_currency(s, word, last, &sign);
}

/* "A 1962 trade law": the year of what comes behind. "The 2016 election" is one of many, and named by its
 * year. */
static void add_year_of(struct amount_reader *r, uint32_t word)
{
    static const char *const ARTICLES[] = {"a", "an", "his", "her", "its", "their"};
    if (word == 0 || !sentence_touches(r->s, word - 1) ||
        !STR_IS_ONE_OF(sentence_word(r->s, word - 1), ARTICLES) || !sentence_touches(r->s, word) ||
        !amount_is_noun(r->s, word + 1))
        return;
    uint32_t noun = word + 1;
    while (noun < word + AMOUNT_LONGEST_COMPOUND && sentence_touches(r->s, noun) &&
           amount_is_noun(r->s, noun + 1))
        noun++;
    struct figure figure = {
        .kind = FIGURE_DATE,
        .of = CONCEPT_NONE,
        .head = CONCEPT_NONE,
        .tail = CONCEPT_NONE,
        .span = r->s->words[word].span,
        .anchor = {sentence_concept(r->s, noun), CONCEPT_NONE, CONCEPT_NONE, false, false}};
    moment_of_year((int)vector_last(r->figures).value, &figure.date);
    vector_push(r->figures, figure);
}

/* Reads a number at word; returns how many words it takes, or 0. */
static uint32_t add_number(struct amount_reader *r, uint32_t word)
{
    struct figure figure = {
        .of = CONCEPT_NONE, .head = CONCEPT_NONE, .tail = CONCEPT_NONE, .span = r->s->words[word].span};
    struct number number;
    uint32_t length = number_read(r->s, word, &number);
    uint32_t last = word + length - 1;
    if (!length || is_part(r->s, word) || points_back(r->s, word))
        return 0;
    figure.value = number.value;
    figure.low = number.low;
    figure.high = number.high;
    figure.vague = number.vague;
    figure.year = is_year(r->s, word, last, figure.value);
    if (figure.vague)
        amount_read_count(r, word, last, &figure);
    else if (!figure.year)
        amount_read(r, word, last, &figure);
    vector_push(r->figures, figure);
    if (figure.year)
        add_year_of(r, word);
    return length;
}

/* Reads "third visit". */
static uint32_t add_ordinal(struct amount_reader *r, uint32_t word)
{
    int32_t number = sentence_form(r->s, word)->number;
    if (number <= FORM_FIRST_ORDINAL || !sentence_touches(r->s, word) ||
        !STR_IS_ONE_OF(sentence_word(r->s, word + 1), COUNTED))
        return 0;
    double value = number - FORM_FIRST_ORDINAL;
    struct figure figure = {.kind = FIGURE_ORDINAL,
                            .of = sentence_concept(r->s, word + 1),
                            .head = CONCEPT_NONE,
                            .tail = CONCEPT_NONE,
                            .span = sentence_span(r->s, word, word + 1),
                            .value = value,
                            .low = value,
                            .high = value,
                            .anchor = anchor_find(r->s, word)};
    vector_push(r->figures, figure);
    return 2;
}

/* Whether the sentence tells of a vote; found out once. */
static bool tells_vote(struct amount_reader *r)
{
    for (uint32_t i = 0; i < r->s->count && r->vote == VOTE_UNKNOWN; i++)
        if (STR_IS_ONE_OF(sentence_word(r->s, i), VOTING))
            r->vote = VOTE_TOLD;
    r->vote = r->vote == VOTE_TOLD ? VOTE_TOLD : VOTE_NONE;
    return r->vote == VOTE_TOLD;
}

/* Reads "52-48" and "52 to 48", larger first. */
static uint32_t add_tally(struct amount_reader *r, uint32_t word)
{
    struct number first, second;
    bool to = word + 2 < r->s->count && sentence_has_word(r->s, word + 1, "to") &&
              sentence_touches(r->s, word) && sentence_touches(r->s, word + 1);
    uint32_t other = word + (to ? 2 : 1);
    if (number_read(r->s, word, &first) != 1 || other >= r->s->count ||
        number_read(r->s, other, &second) != 1)
        return 0;
    struct str gap = str_slice(r->s->text, r->s->words[word].span.end, r->s->words[other].span.start);
    bool joined = to || str_equal(gap, STR("-")) || str_equal(gap, STR("\u2013"));
    if (!joined || first.vague || second.vague || first.value >= 1000 || second.value >= 1000 ||
        !tells_vote(r))
        return 0;
    double high = fmax(first.value, second.value), value = high * 1000 + fmin(first.value, second.value);
    struct figure figure = {.kind = FIGURE_TALLY,
                            .of = CONCEPT_NONE,
                            .head = CONCEPT_NONE,
                            .tail = CONCEPT_NONE,
                            .span = sentence_span(r->s, word, other),
                            .value = value,
                            .low = value,
                            .high = value};
    vector_push(r->figures, figure);
    return other + 1 - word;
}

/* Whether words[word], a date, tells when something was said: "said on Tuesday", "reported late Monday". */
static bool dates_saying(const struct sentence *s, uint32_t word)
{
    static const char *const SAYING[] = {"said",      "reported",     "announced",
                                         "confirmed", "acknowledged", "admitted"};
    static const char *const BETWEEN[] = {"in", "on", "late", "early", "back"};
    while (word > 0 && STR_IS_ONE_OF(sentence_word(s, word - 1), BETWEEN))
        word--;
    return word > 0 && STR_IS_ONE_OF(sentence_word(s, word - 1), SAYING);
}

/* "Said in 2029 that Lind repaid the board": what was told then as past was over then. Adds the date once
 * more, as the latest that the event can have. */
static void add_latest(struct amount_reader *r, uint32_t word, uint32_t that)
{
    enum { REACH = 12 };
    if (!dates_saying(r->s, word) || !sentence_has_word(r->s, that, "that"))
        return;
    for (uint32_t i = that + 1; i < r->s->count && i <= that + REACH; i++) {
        const struct form *form = sentence_form(r->s, i);
        if (form->kind == FORM_MODAL)
            return; /* "that he would" */
        if (!form->past || form->kind != FORM_CONTENT)
            continue;
        struct figure latest = vector_last(r->figures);
        latest.date.over = true;
        latest.anchor = (struct anchor){CONCEPT_NONE, form->concept, CONCEPT_NONE, false, false};
        vector_push(r->figures, latest);
        return;
    }
}

/* Reads a date at word; returns how many words it takes, or 0. */
static uint32_t add_date(struct amount_reader *r, uint32_t word)
{
    struct figure figure = {
        .kind = FIGURE_DATE, .of = CONCEPT_NONE, .head = CONCEPT_NONE, .tail = CONCEPT_NONE};
    uint32_t length = moment_read(r->s, word, r->published, &figure.date);
    if (!length)
        return 0;
    figure.span = sentence_span(r->s, word, word + length - 1);
    figure.anchor = anchor_find(r->s, word);
    vector_push(r->figures, figure);
    add_latest(r, word, word + length);
    return length;
}

void figures_read(struct vocabulary *vocabulary, const struct sentence *s, const int32_t *published,
                  figure_vector *figures)
{
    struct amount_reader r = {s, vocabulary, published, figures, VOTE_UNKNOWN};
    size_t most = figures->size + FIGURES_MOST;
    for (uint32_t i = 0; i < s->count && figures->size < most;) {
        uint32_t length = add_date(&r, i);
        length = length ? length : add_ordinal(&r, i);
        length = length ? length : add_tally(&r, i);
        length = length ? length : add_number(&r, i);
        i += length ? length : 1;
    }
}
