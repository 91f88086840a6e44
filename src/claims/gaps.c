/* gaps.c: see gaps.h. The cosmetic kinds are tried first: one number in other words, one word written apart
 * or with its letters hidden. What is left is told by the words of grammar in it. */
#include "gaps.h"

#include "numbers.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/claims/claims.h"

static const struct form *form_at(const struct gap_side *side, uint32_t word)
{
    return sentence_form(side->s, side->first + word);
}

/* ---- numbers */

static const char CURRENCIES[] = " dollar dollars euro euros pound pounds sterling ";

/* The number that all words of a side write together: twenty-five, 1.2 million, five billion dollars. */
static bool read_number(const struct gap_side *side, double *value)
{
    struct number number;
    struct sentence s = *side->s;
    s.count = side->first + side->count; /* no number goes on behind the gap */
    uint32_t taken = side->count ? number_read(&s, side->first, &number) : 0;
    bool currency =
        taken && taken + 1 == side->count && str_is_listed(form_at(side, taken)->text, CURRENCIES);
    *value = taken ? number.value : 0;
    return taken && (taken == side->count || currency);
}

/* One word that is a number of any sort, "one" and "third" too. */
static bool is_numeral(const struct gap_side *side)
{
    return side->count == 1 && form_at(side, 0)->number != FORM_NO_NUMBER;
}

/* Whether one side only names the currency that the other writes as a sign before its number:
 * "$5 billion". */
static bool names_sign(const struct gap_side *names, const struct gap_side *other)
{
    enum { NEAR = 24 }; /* bytes between the sign and where the word is missing */
    if (other->count || names->count != 1 || !other->first ||
        !str_is_listed(form_at(names, 0)->text, CURRENCIES))
        return false;
    uint32_t end = other->s->words[other->first - 1].span.end, start = end > NEAR ? end - NEAR : 0;
    struct str before = str_slice(other->s->text, start, end);
    return str_find(before, STR("$"), 0) != STR_NONE || str_find(before, STR("\u20ac"), 0) != STR_NONE ||
           str_find(before, STR("\u00a3"), 0) != STR_NONE;
}

/* ---- one word, written otherwise */

static struct str side_text(const struct gap_side *side)
{
    return side->count
               ? span_str(side->s->text, sentence_span(side->s, side->first, side->first + side->count - 1))
               : STR("");
}

/* "goodwill" and "good will", "percent" and "per cent". */
static bool are_joined(struct str a, struct str b)
{
    size_t i = 0, j = 0;
    while (i < a.size && j < b.size) {
        if (a.data[i] == ' ' || a.data[i] == '-')
            i++;
        else if (b.data[j] == ' ' || b.data[j] == '-')
            j++;
        else if (ascii_lower(a.data[i++]) != ascii_lower(b.data[j++]))
            return false;
    }
    return i == a.size && j == b.size && a.size > 0;
}

/* "d**n" and "damn". */
static bool is_masked(struct str a, struct str b)
{
    size_t hidden = 0;
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++) {
        bool hides = a.data[i] == '*' || b.data[i] == '*';
        if (!hides && ascii_lower(a.data[i]) != ascii_lower(b.data[i]))
            return false;
        hidden += hides;
    }
    return hidden > 0 && hidden < a.size;
}

/* Whether the words stand between square brackets: the desk's, put in for what the reader cannot know. */
static bool is_inserted(const struct gap_side *side)
{
    if (!side->count)
        return false;
    uint32_t behind = side->s->words[side->first + side->count - 1].span.end;
    return behind < side->s->text.size && side->s->text.data[behind] == ']' &&
           str_find(side_text(side), STR("]"), 0) == STR_NONE;
}

/* ---- kinds */

/* What a side holds. */
struct holds {
    uint32_t content, negations, modals, auxiliaries;
};

static struct holds count_words(const struct gap_side *side)
{
    struct holds h = {0};
    for (uint32_t i = 0; i < side->count; i++) {
        uint32_t kind = form_at(side, i)->kind;
        h.content += kind == FORM_CONTENT;
        h.negations += kind == FORM_NEGATION;
        h.modals += kind == FORM_MODAL;
        h.auxiliaries += kind == FORM_AUXILIARY;
    }
    return h;
}

/* A stretch short enough that a word of grammar in it decides what it is. */
static bool is_grammar(const struct gap_side *side, const struct holds *holds)
{
    return side->count <= 3 && holds->content == 0;
}

/* "unlikely" and "likely": one denies the other; "unlike" compares only. */
static bool are_opposites(struct str a, struct str b)
{
    static const char *const PREFIXES[] = {"un", "in", "im", "ir", "il", "dis", "non"};
    struct str longer = a.size > b.size ? a : b, shorter = a.size > b.size ? b : a;
    for (size_t i = 0; i < LENGTH(PREFIXES); i++) {
        struct str prefix = str_from(PREFIXES[i]);
        if (longer.size == prefix.size + shorter.size && str_starts(longer, prefix) &&
            str_ends(longer, shorter))
            return shorter.size > 3 && !str_equal(shorter, STR("like"));
    }
    return false;
}

/* Two days of the week, or two months. */
static bool are_dates(struct str a, struct str b)
{
    static const char *const LISTS[] = {
        " monday tuesday wednesday thursday friday saturday sunday ",
        " january february march april may june july august september october november december ",
    };
    for (size_t i = 0; i < LENGTH(LISTS); i++)
        if (str_is_listed(a, LISTS[i]) && str_is_listed(b, LISTS[i]))
            return true;
    return false;
}

static uint32_t number_kind(const struct gap_side *a, const struct gap_side *b)
{
    double x, y;
    if (read_number(a, &x) && read_number(b, &y))
        return x == y ? DIFFERENCE_NUMBER_FORM : DIFFERENCE_NUMBER;
    if (is_numeral(a) && is_numeral(b))
        return DIFFERENCE_NUMBER;
    bool sign = names_sign(a, b) || names_sign(b, a);
    return sign ? DIFFERENCE_NUMBER_FORM : DIFFERENCE_KINDS;
}

/* Of one word on each side; DIFFERENCE_KINDS when the words tell nothing. */
static uint32_t word_kind(struct str a, struct str b)
{
    if (are_opposites(a, b))
        return DIFFERENCE_POLARITY;
    return are_dates(a, b) ? DIFFERENCE_DATE : DIFFERENCE_KINDS;
}

static uint32_t grammar_kind(const struct gap_side *a, const struct gap_side *b, const struct holds *x,
                             const struct holds *y)
{
    bool grammar = is_grammar(a, x) && is_grammar(b, y);
    if (grammar && (x->negations > 0) != (y->negations > 0))
        return DIFFERENCE_POLARITY;
    if (grammar && x->modals + y->modals > 0)
        return DIFFERENCE_MODALITY;
    if (grammar && x->auxiliaries && y->auxiliaries)
        return DIFFERENCE_TENSE;
    bool omits = x->content + y->content > 0 && (!a->count || !b->count);
    return omits ? DIFFERENCE_OMISSION : DIFFERENCE_WORDING;
}

uint32_t gap_kind(const struct gap_side *a, const struct gap_side *b)
{
    struct str text_a = side_text(a), text_b = side_text(b);
    if (are_joined(text_a, text_b) || is_masked(text_a, text_b))
        return DIFFERENCE_SPELLING;
    uint32_t kind = number_kind(a, b);
    if (kind == DIFFERENCE_KINDS && a->count == 1 && b->count == 1)
        kind = word_kind(form_at(a, 0)->text, form_at(b, 0)->text);
    if (kind != DIFFERENCE_KINDS)
        return kind;
    struct holds x = count_words(a), y = count_words(b);
    if ((is_inserted(a) && !y.content) || (is_inserted(b) && !x.content))
        return DIFFERENCE_TYPOGRAPHY;
    return grammar_kind(a, b, &x, &y);
}

bool gap_side_tells(const struct gap_side *side)
{
    struct holds h = count_words(side);
    return h.content + h.negations > 0;
}
