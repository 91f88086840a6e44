/* dates.c: see dates.h. */
#include "dates.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/base/calendar.h"

#include <stdio.h>
#include <string.h>

static const char *const month_names[] = {"january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december"};

static const char *const weekday_names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                            "friday", "saturday", "sunday"};

static char byte_at(struct str text, size_t at)
{
    return at < text.size ? text.data[at] : '\0';
}

static void skip(struct str text, size_t *at, char c)
{
    if (byte_at(text, *at) == c)
        ++*at;
}

static void skip_spaces(struct str text, size_t *at)
{
    while (byte_at(text, *at) == ' ')
        ++*at;
}

/* Reads a number of least to most digits. */
static bool read_number(struct str text, size_t *at, unsigned least, unsigned most, int *number)
{
    size_t end = *at;
    int value = 0;
    while (end < text.size && ascii_is_digit(text.data[end]) && end - *at < most)
        value = value * 10 + (text.data[end++] - '0');
    if (end - *at < least || ascii_is_digit(byte_at(text, end)))
        return false;
    *at = end;
    *number = value;
    return true;
}

/* Reads one of the names, whole or cut to three letters or more, with a full stop or without. */
static bool read_name(struct str text, size_t *at, const char *const *names, int count, int *index)
{
    size_t end = *at;
    while (end < text.size && ascii_is_letter(text.data[end]))
        end++;
    struct str word = str_slice(text, *at, end);
    for (int i = 0; i < count && word.size >= 3; i++) {
        if (!str_equal_nocase(word, str_slice(str_from(names[i]), 0, word.size)))
            continue;
        bool cut = word.size < strlen(names[i]);
        if (cut && word.size > 5)
            return false;
        *at = end;
        if (cut)
            skip(text, at, '.');
        *index = i;
        return true;
    }
    return false;
}

/* Where no year is told, February has 29 days: year 0 is a leap year. */
static bool is_real(const struct date *date)
{
    return date->month >= 1 && date->month <= 12 && date->day >= 1 &&
           date->day <= calendar_month_length(date->year, date->month);
}

static bool read_iso(struct str text, size_t *at, struct date *date)
{
    if (!read_number(text, at, 4, 4, &date->year) || byte_at(text, *at) != '-')
        return false;
    ++*at;
    if (!read_number(text, at, 2, 2, &date->month) || byte_at(text, *at) != '-')
        return false;
    ++*at;
    return read_number(text, at, 2, 2, &date->day);
}

/* "2023/6/21", "21.06.2023", "21/06/2023", "06/21/2023". Between slashes the day must be above 12 or equal
 * the month: nobody can tell what "03/04/2023" is. */
static bool read_numeric(struct str text, size_t *at, struct date *date)
{
    int parts[3];
    char separator = '\0';
    bool year_first = read_number(text, at, 4, 4, &parts[0]);
    if (!year_first && !read_number(text, at, 1, 2, &parts[0]))
        return false;
    for (int i = 1; i < 3; i++) {
        char next = byte_at(text, *at);
        if ((next != '/' && next != '.') || (separator && next != separator))
            return false;
        separator = next;
        ++*at;
        unsigned most = i == 2 && !year_first ? 4 : 2;
        if (!read_number(text, at, most == 4 ? 4 : 1, most, &parts[i]))
            return false;
    }
    bool month_first = separator == '/' && parts[1] > 12;
    if (year_first)
        *date = (struct date){parts[0], parts[1], parts[2]};
    else
        *date = (struct date){parts[2], parts[!month_first], parts[month_first]};
    return year_first || separator == '.' || month_first || date->day > 12 || date->day == date->month;
}

static bool read_month(struct str text, size_t *at, struct date *date)
{
    int index;
    if (!read_name(text, at, month_names, 12, &index))
        return false;
    date->month = index + 1;
    skip_spaces(text, at);
    return true;
}

/* "20", "20th"; not the start of "2024" or of "20,000". */
static bool read_day(struct str text, size_t *at, struct date *date)
{
    if (!read_number(text, at, 1, 2, &date->day))
        return false;
    if (ascii_is_letter(byte_at(text, *at)) && ascii_is_letter(byte_at(text, *at + 1)) &&
        !ascii_is_letter(byte_at(text, *at + 2)))
        *at += 2;
    return !ascii_is_letter(byte_at(text, *at)) &&
           !(byte_at(text, *at) == ',' && ascii_is_digit(byte_at(text, *at + 1)));
}

/* The year, if one follows. */
static void read_year(struct str text, size_t *at, struct date *date)
{
    size_t after = *at;
    skip(text, &after, ',');
    skip_spaces(text, &after);
    if (after > *at && read_number(text, &after, 4, 4, &date->year))
        *at = after;
    else
        date->year = 0;
}

static bool read_month_first(struct str text, size_t *at, struct date *date)
{
    if (!read_month(text, at, date) || !read_day(text, at, date))
        return false;
    read_year(text, at, date);
    return true;
}

static bool read_day_first(struct str text, size_t *at, struct date *date)
{
    if (!read_day(text, at, date))
        return false;
    skip_spaces(text, at);
    if (!read_month(text, at, date))
        return false;
    while (*at > 0 && text.data[*at - 1] == ' ')
        --*at;
    read_year(text, at, date);
    return true;
}

static void skip_weekday(struct str text, size_t *at)
{
    int index;
    if (!read_name(text, at, weekday_names, 7, &index))
        return;
    skip(text, at, ',');
    skip_spaces(text, at);
}

bool date_read(struct str text, size_t *at, struct date *date)
{
    static bool (*const readers[])(struct str, size_t *, struct date *) = {read_iso, read_numeric,
                                                                           read_month_first, read_day_first};
    size_t start = *at;
    skip_weekday(text, &start);
    for (size_t i = 0; i < LENGTH(readers); i++) {
        size_t end = start;
        *date = (struct date){0};
        if (readers[i](text, &end, date) && is_real(date)) {
            *at = end;
            return true;
        }
    }
    return false;
}

/* Reads ":" and a number of two digits. */
static bool read_colon_number(struct str text, size_t *at, int *number)
{
    if (byte_at(text, *at) != ':')
        return false;
    ++*at;
    return read_number(text, at, 2, 2, number);
}

/* Reads "Z", "+07:00" or "-0500" and prints it. */
static bool read_offset(struct str text, size_t *at, char printed[16])
{
    size_t hours_end = *at + 3;
    int hours, minutes;
    char sign = byte_at(text, *at);
    ++*at;
    if (sign == 'Z') {
        strcpy(printed, "Z");
        return true;
    }
    /* The number reader wants no digit behind its number: "-0500" is read as two slices. */
    if ((sign != '+' && sign != '-') || !read_number(str_slice(text, 0, hours_end), at, 2, 2, &hours))
        return false;
    skip(text, at, ':');
    if (!read_number(text, at, 2, 2, &minutes) || hours > 14 || minutes > 59)
        return false;
    snprintf(printed, 16, "%c%02d:%02d", sign, hours % 100, minutes % 100);
    return true;
}

bool date_read_time(struct str text, size_t *at, struct strbuf *out)
{
    size_t end = *at;
    int hour, minute, second = 0;
    char offset[16];
    if (byte_at(text, end) != 'T' && byte_at(text, end) != ' ')
        return false;
    end++;
    if (!read_number(text, &end, 2, 2, &hour) || !read_colon_number(text, &end, &minute))
        return false;
    if (byte_at(text, end) == ':' && !read_colon_number(text, &end, &second))
        return false;
    if (hour > 23 || minute > 59 || second > 60 || !read_offset(text, &end, offset))
        return false;
    strbuf_add_format(out, "T%02d:%02d:%02d%s", hour, minute, second, offset);
    *at = end;
    return true;
}
