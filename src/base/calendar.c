/* calendar.c: see calendar.h. The two conversions are days_from_civil and civil_from_days of Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms" (2014): years begin in March, so that a leap day ends one,
 * and are counted in eras of 400, which all have as many days. */
#include "whosaid/base/calendar.h"

#include <assert.h>

enum {
    ERA_YEARS = 400,
    ERA_DAYS = 146097,
    EPOCH = 719468, /* days from 0000-03-01 to 1970-01-01 */
    WEEK = 7,
    EPOCH_WEEKDAY = 4, /* 1970-01-01 was a Thursday */
};

int32_t calendar_days(int year, int month, int day)
{
    assert(month >= 1 && month <= 12);
    int64_t y = (int64_t)year - (month <= 2);
    int64_t era = (y >= 0 ? y : y - (ERA_YEARS - 1)) / ERA_YEARS;
    int64_t of_era = y - era * ERA_YEARS;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return (int32_t)(era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH);
}

struct calendar_date calendar_date(int32_t days)
{
    int64_t z = (int64_t)days + EPOCH;
    int64_t era = (z >= 0 ? z : z - (ERA_DAYS - 1)) / ERA_DAYS;
    int64_t of_era = z - era * ERA_DAYS;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t from_march = (5 * of_year + 2) / 153;
    int month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);
    return (struct calendar_date){(int)(year + era * ERA_YEARS) + (month <= 2), month,
                                  (int)(of_year - (153 * from_march + 2) / 5 + 1)};
}

int calendar_weekday(int32_t days)
{
    return (int)(((int64_t)days % WEEK + WEEK + EPOCH_WEEKDAY) % WEEK);
}

int calendar_month_length(int year, int month)
{
    return month == 12 ? 31 : (int)(calendar_days(year, month + 1, 1) - calendar_days(year, month, 1));
}

const char *calendar_month_name(int month)
{
    static const char *const NAMES[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    assert(month >= 1 && month <= 12);
    return NAMES[month - 1];
}
