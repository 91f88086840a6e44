/* dates.h: calendar dates as news writes them. */
#ifndef WHOSAID_SRC_CORPUS_DATES_H
#define WHOSAID_SRC_CORPUS_DATES_H

#include "whosaid/base/string.h"

#include <stdbool.h>

struct date {
    int year; /* 0: not said */
    int month, day;
};

/* Reads a date at *at and moves *at behind it: "2024-06-20", "June 20, 2024", "20 June 2024", "Jun. 20",
 * "20.06.2024", "20/06/2024", "06/20/2024", each with a weekday before it or not ("Thursday, June 20").
 * False, and *at as it was, when none stands there or there is no such day. */
bool date_read(struct str text, size_t *at, struct date *date);

/* Reads a time of day with its offset behind a date: "T10:15:00+07:00", " 10:15Z". Appends it in ISO 8601 to
 * out and moves *at. False, and nothing changed, when none stands there; a time without an offset is no point
 * in time. */
bool date_read_time(struct str text, size_t *at, struct strbuf *out);

#endif
