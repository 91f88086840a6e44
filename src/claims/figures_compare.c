/* figures_compare.c: which figures are of one thing, and which cannot both be true; see figures.h. */
#include "figures.h"

#include <math.h>

enum { TELLING_NUMBER = 13 /* from here on a number by itself is evidence */ };

/* Whether both have one word behind the unit: "two-year investigation", "two-year jury investigation". */
static bool share_noun(const struct figure *a, const struct figure *b)
{
    return concepts_equal(a->head, b->head) || concepts_equal(a->head, b->tail) ||
           concepts_equal(a->tail, b->head) || concepts_equal(a->tail, b->tail);
}

bool figures_correspond(const struct figure *a, const struct figure *b)
{
    if (a->kind != b->kind || a->currency != b->currency || a->toll != b->toll)
        return false;
    if (a->kind == FIGURE_DATE)
        return anchors_agree(&a->anchor, &b->anchor);
    if (a->kind == FIGURE_TALLY)
        return true; /* of the vote that the sentences tell of */
    if (a->kind == FIGURE_AGE)
        return concepts_equal(a->of, b->of) && a->head == b->head;
    if (a->kind == FIGURE_ORDINAL)
        return concepts_equal(a->of, b->of) &&
               (concepts_equal(a->anchor.who, b->anchor.who) || concepts_equal(a->anchor.of, b->anchor.of));
    if ((a->kind == FIGURE_MONEY || a->kind == FIGURE_PERCENT) && a->of == CONCEPT_NONE &&
        b->of == CONCEPT_NONE)
        return concepts_equal(a->anchor.of, b->anchor.of) && a->anchor.verb == b->anchor.verb &&
               a->anchor.who == b->anchor.who;
    if (!concepts_equal(a->of, b->of))
        return false;
    if (a->head == b->head || share_noun(a, b))
        return !a->time || a->head != CONCEPT_NONE;
    return !a->time && !a->toll && (a->head == CONCEPT_NONE || b->head == CONCEPT_NONE);
}

bool figures_tell_one_thing(const struct figure *a, const struct figure *b)
{
    bool heads = a->head != CONCEPT_NONE && b->head != CONCEPT_NONE;
    if (!figures_correspond(a, b))
        return false;
    if (a->kind == FIGURE_MONEY || a->kind == FIGURE_PERCENT)
        return !heads || share_noun(a, b);
    return a->kind != FIGURE_NUMBER || a->toll || heads || concepts_equal(a->anchor.verb, b->anchor.verb) ||
           concepts_equal(a->anchor.of, b->anchor.of); /* "the fare is 14 crowns" */
}

bool figures_tell_one_event(const struct figure *a, const struct figure *b)
{
    return a->kind == b->kind && (a->kind == FIGURE_MONEY || a->kind == FIGURE_NUMBER) &&
           a->currency == b->currency && !a->year && !a->vague && a->value == b->value &&
           concepts_equal(a->anchor.verb, b->anchor.verb);
}

bool figures_share_head(const struct figure *a, const struct figure *b)
{
    bool age = a->kind == FIGURE_AGE && b->kind == FIGURE_AGE && concepts_equal(a->of, b->of);
    return age || (a->kind == FIGURE_NUMBER && share_noun(a, b));
}

/* Whether the number that one tells is in what the other can stand for: 50,000 can be 52,000,
 * and not 55,000. */
static bool can_stand_for(const struct figure *rounded, const struct figure *exact)
{
    return rounded->low <= exact->value && exact->value <= rounded->high;
}

bool figures_agree(const struct figure *a, const struct figure *b)
{
    if (a->kind == FIGURE_DATE)
        return moments_agree(&a->date, &b->date);
    return can_stand_for(a, b) || can_stand_for(b, a) || (a->vague && b->vague);
}

/* "A two-year investigation", "investigated two years ago". */
static bool spans_moment(const struct figure *number, const struct figure *date)
{
    return number->kind == FIGURE_NUMBER && number->time && date->kind == FIGURE_DATE &&
           number->unit != MOMENT_NONE && number->unit == date->date.unit &&
           number->value == -date->date.offset && number->value > 1;
}

/* Numbers of one thing, as nearly the same as they are told. */
static bool is_near(const struct figure *a, const struct figure *b)
{
    return concepts_equal(a->of, b->of) && figures_agree(a, b) &&
           isfinite(a->low + a->high + b->low + b->high);
}

bool figures_match(const struct figure *a, const struct figure *b)
{
    if ((a->kind == FIGURE_DATE && a->date.over) || (b->kind == FIGURE_DATE && b->date.over))
        return false; /* stands there as a date already */
    if (spans_moment(a, b) || spans_moment(b, a))
        return true;
    if (a->kind != b->kind || a->currency != b->currency || a->vague || b->vague || a->year || b->year)
        return false;
    if (a->kind == FIGURE_DATE)
        return moments_match(&a->date, &b->date);
    if (a->kind == FIGURE_PERCENT && !concepts_equal(a->of, b->of))
        return false;
    return is_near(a, b) ||
           (a->value == b->value && (a->value >= TELLING_NUMBER || a->value != floor(a->value)));
}
