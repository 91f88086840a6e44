/* moments.h: days, weeks, months and years that a sentence names, resolved against the day of publication as
 * far as they can be, and whether two of them can be one: September holds the 14th of September. */
#ifndef WHOSAID_CLAIMS_MOMENTS_H
#define WHOSAID_CLAIMS_MOMENTS_H

#include "sentence.h"

enum { MOMENT_NONE = -1 };

/* Where an event stands to the date: on it, from it on, up to it. */
enum moment_side { SIDE_ON, SIDE_SINCE, SIDE_UNTIL, SIDE_BEFORE, SIDE_AFTER };

/* The units of "last week"; a phrase is one of them with how many it lies from now. */
enum moment_unit { UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR, UNIT_WEEKEND, MOMENT_UNITS };

struct moment {
    int weekday; /* 0 Sunday to 6, or MOMENT_NONE; so are the next three */
    int month;   /* 1 to 12 */
    int day;     /* of the month */
    int year;
    bool resolved;       /* the day lies from first to last, both included */
    int32_t first, last; /* days since 1970-01-01 */
    bool near;           /* a weekday whose day is one of two */
    int32_t nearest[2];
    int unit, offset; /* of a phrase: "last week" is UNIT_WEEK, -1; unit is MOMENT_NONE for other dates */
    uint8_t side;     /* enum moment_side */
    bool over;        /* the event was over by then: "said in 2029 that he had paid" */
};

/* The whole of a year. */
void moment_of_year(int year, struct moment *date);

/* Reads a date that begins at a word of a sentence. published: days since 1970-01-01, NULL when unknown.
 * Returns how many words it takes; 0 when none begins there. */
uint32_t moment_read(const struct sentence *s, uint32_t at, const int32_t *published, struct moment *moment);

/* Whether both can be told of one event. What cannot be compared agrees. */
bool moments_agree(const struct moment *a, const struct moment *b);

/* Whether both name the same days, in whatever words, as nearly as both are told. */
bool moments_equal(const struct moment *a, const struct moment *b);

/* Whether both name the same time, as nearly as a month: evidence that two sentences tell one event. */
bool moments_match(const struct moment *a, const struct moment *b);

#endif
