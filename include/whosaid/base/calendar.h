/* calendar.h: days counted from 1970-01-01 and the dates of the proleptic Gregorian calendar that they are.
 *
 * Not for reading dates as people write them (corpus, claims), nor for clocks and time zones. */
#ifndef WHOSAID_BASE_CALENDAR_H
#define WHOSAID_BASE_CALENDAR_H

#include <stdint.h>

struct calendar_date {
    int year, month, day; /* month and day from 1 */
};

/* Days since 1970-01-01, negative before it. month: 1 to 12. */
int32_t calendar_days(int year, int month, int day);

/* The reverse of calendar_days. */
struct calendar_date calendar_date(int32_t days);

/* 0 Sunday to 6 Saturday. */
int calendar_weekday(int32_t days);

/* How many days a month has; month: 1 to 12. */
int calendar_month_length(int year, int month);

/* "January" for 1; month: 1 to 12. Static. */
const char *calendar_month_name(int month);

#endif
