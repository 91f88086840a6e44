/* moments_compare.c: whether two dates can be one, are one, or tell one event; see moments.h. */
#include "moments.h"

enum { COARSE = 2 * 31 /* days; a month and its neighbour tell as much of when */ };

/* Whether two parts of a date are both told and not the same. */
static bool clash(int a, int b)
{
    return a != MOMENT_NONE && b != MOMENT_NONE && a != b;
}

static bool holds(const struct moment *date, int32_t day)
{
    return date->first <= day && day <= date->last;
}

static bool is_near(const struct moment *weekday, const struct moment *date)
{
    return holds(date, weekday->nearest[0]) || holds(date, weekday->nearest[1]);
}

static bool parts_agree(const struct moment *a, const struct moment *b)
{
    return !clash(a->year, b->year) && !clash(a->month, b->month) && !clash(a->day, b->day) &&
           !clash(a->weekday, b->weekday);
}

/* Whether one is a year that is written out and the other "this year" of an article whose day is not known:
 * nobody writes out the year in which he writes. */
static bool is_other_year(const struct moment *a, const struct moment *b)
{
    bool this_year = a->unit == UNIT_YEAR && a->offset == 0 && !a->resolved;
    return this_year && b->resolved && b->year != MOMENT_NONE;
}

/* Whether an event that was over by a date can have been on another. */
static bool may_be_over(const struct moment *latest, const struct moment *date)
{
    if (latest->resolved && date->resolved)
        return date->first <= latest->last;
    return !is_other_year(date, latest);
}

bool moments_agree(const struct moment *a, const struct moment *b)
{
    if (a->over || b->over)
        return (a->over && b->over) || (a->over ? may_be_over(a, b) : may_be_over(b, a));
    if (a->side != b->side)
        return true;
    if (a->resolved && b->resolved)
        return a->first <= b->last && b->first <= a->last;
    if (a->near && b->resolved)
        return is_near(a, b);
    if (b->near && a->resolved)
        return is_near(b, a);
    return parts_agree(a, b);
}

bool moments_equal(const struct moment *a, const struct moment *b)
{
    if (a->resolved && b->resolved)
        return a->first == b->first && a->last == b->last;
    return a->unit == b->unit && a->offset == b->offset && a->weekday == b->weekday && a->month == b->month &&
           a->day == b->day && a->year == b->year;
}

/* Whether a date tells less than the month, as a year does. */
static bool is_coarse(const struct moment *date)
{
    return date->resolved && date->last - date->first > COARSE;
}

bool moments_match(const struct moment *a, const struct moment *b)
{
    if (is_coarse(a) || is_coarse(b))
        return false;
    if (a->resolved && b->resolved)
        return a->first <= b->last && b->first <= a->last;
    if (a->unit != MOMENT_NONE || b->unit != MOMENT_NONE)
        return a->unit == b->unit && a->offset == b->offset;
    bool told = (a->weekday != MOMENT_NONE && a->weekday == b->weekday) ||
                (a->month != MOMENT_NONE && a->month == b->month) ||
                (a->day != MOMENT_NONE && a->day == b->day);
    return told && parts_agree(a, b);
}
