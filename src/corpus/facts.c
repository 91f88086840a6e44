/* facts.c: small parsers, each of which reads one thing at a place or leaves the place as it is. Datelines
 * are dateline.c's. */
#include "facts.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <stdio.h>
#include <string.h>

void facts_skip_spaces(struct str text, size_t *at)
{
    while (*at < text.size && text.data[*at] == ' ')
        ++*at;
}

static void set_once(struct span *fact, struct span value)
{
    if (span_is_empty(*fact))
        *fact = value;
}

/* Takes a date, with the time behind it if there is one. A date with its year beats one without. */
static void set_date(struct facts *facts, const struct date *date, struct str time)
{
    if (facts->published[0] || !date->year)
        return;
    facts->date = *date;
    snprintf(facts->published, sizeof facts->published, "%04d-%02d-%02d%.*s", date->year, date->month,
             date->day, STR_FMT(time));
}

bool facts_read_date(struct str text, size_t *at, struct facts *facts)
{
    struct date date;
    struct strbuf time;
    if (!date_read(text, at, &date))
        return false;
    strbuf_init(&time);
    date_read_time(text, at, &time);
    set_date(facts, &date, strbuf_str(&time));
    strbuf_release(&time);
    return true;
}

/* ---- front matter */

enum key { KEY_TITLE, KEY_OUTLET, KEY_DATE, KEY_BYLINE, KEY_URL };

static const struct {
    const char *name;
    enum key key;
} keys[] = {
    {"title", KEY_TITLE}, {"headline", KEY_TITLE}, {"outlet", KEY_OUTLET}, {"publication", KEY_OUTLET},
    {"date", KEY_DATE},   {"published", KEY_DATE}, {"byline", KEY_BYLINE}, {"author", KEY_BYLINE},
    {"url", KEY_URL},     {"link", KEY_URL},
};

static void take_value(struct str text, enum key key, struct span value, struct facts *facts)
{
    size_t at = value.start;
    switch (key) {
    case KEY_TITLE: set_once(&facts->title, value); break;
    case KEY_OUTLET: set_once(&facts->outlet, value); break;
    case KEY_DATE: facts_read_date(str_slice(text, 0, value.end), &at, facts); break;
    case KEY_BYLINE: set_once(&facts->byline, value); break;
    case KEY_URL: set_once(&facts->url, value); break;
    }
}

/* Takes "Key: value" if the key is known. */
static bool read_pair(struct str text, struct span line, struct facts *facts)
{
    struct str whole = span_str(text, line);
    const char *colon = memchr(whole.data, ':', whole.size);
    if (!colon)
        return false;
    struct str name = str_trim(str_slice(whole, 0, (size_t)(colon - whole.data)));
    size_t row = STR_ROW_NOCASE(name, keys);
    struct span value = text_trim(text, (size_t)(colon - text.data) + 1, line.end);
    if (row != STR_NONE && !span_is_empty(value))
        take_value(text, keys[row].key, value, facts);
    return row != STR_NONE;
}

uint32_t facts_read_front_matter(struct str text, struct facts *facts)
{
    struct facts found = {0};
    size_t at = 0, lines = 0;
    while (at < text.size && (text.data[at] == ' ' || text.data[at] == '\n'))
        at++;
    while (at < text.size) {
        const char *newline = memchr(text.data + at, '\n', text.size - at);
        size_t end = newline ? (size_t)(newline - text.data) : text.size;
        struct span line = text_trim(text, at, end);
        if (span_is_empty(line))
            break;
        if (!read_pair(text, line, &found))
            return 0;
        lines++;
        at = end + (end < text.size);
    }
    if (!lines || at >= text.size)
        return 0;
    *facts = found;
    return (uint32_t)at;
}

/* ---- agencies */

/* Agencies and what is credited like them: they may follow a place in small letters, "Philadelphia (AFP) –",
 * where another name would be a party, and stand alone on a line. */
static const char *const agencies[] = {
    "AAP",  "AFP",    "ANI",    "ANSA",      "AP",    "APP",      "Associated Press",
    "BBC",  "CNA",    "CNN",    "Bloomberg", "DPA",   "EFE",      "Agence France-Presse",
    "IANS", "IRNA",   "KCNA",   "Interfax",  "Kyodo", "PA Media", "The Associated Press",
    "PTI",  "RFE/RL", "SANA",   "Reuters",   "TASS",  "UPI",      "Ukrinform",
    "VNA",  "VNS",    "Xinhua", "Yonhap",    "dpa"};

bool facts_is_agency(struct str name)
{
    return STR_IS_ONE_OF(name, agencies);
}

/* ---- lines of their own */

enum { MOST_LINE_WORDS = 14, MOST_LINE_BYTES = 200, MOST_NAME_LINE_WORDS = 8 };

bool facts_is_name_word(const struct word *word)
{
    static const char *const particles[] = {"and", "of",  "the", "in",       "for",   "de",       "da", "di",
                                            "van", "von", "der", "den",      "bin",   "al",       "el", "la",
                                            "le",  "du",  "dos", "agencies", "staff", "reporters"};
    for (size_t at = 0; at < word->text.size;) /* "d'Arc" and "al-Sayed" are names, too */
        if (char_is_upper(text_next(word->text, &at)))
            return true;
    return STR_IS_ONE_OF(word->text, particles);
}

/* "From our correspondent in Hanoi", "By our foreign staff". */
static bool is_staff(struct str line, size_t at)
{
    struct word word;
    return word_next(line, &at, &word) && str_equal_nocase(word.text, STR("our"));
}

/* Moves *at behind "By", "Written by", "Author:" or, before "our", "From"; false when none stands there. */
static bool read_byline_start(struct str line, size_t *at, bool *staff)
{
    static const char *const forms[] = {"story",    "written", "reported", "report",
                                        "analysis", "text",    "words"};
    struct word word;
    size_t end = *at;
    *staff = false;
    if (!word_next(line, &end, &word) || word.text.data != line.data + *at)
        return false;
    bool form = STR_IS_ONE_OF_NOCASE(word.text, forms);
    if (form && !word_next(line, &end, &word))
        return false;
    *staff = is_staff(line, end);
    bool author = str_equal_nocase(word.text, STR("author")) && word.after == ':';
    bool from = *staff && str_equal_nocase(word.text, STR("from"));
    if (!author && !from && !str_equal_nocase(word.text, STR("by")))
        return false;
    *at = end;
    return true;
}

/* Whether what parts a name from its date on one line stands between the two: "Ann Lee | 3 March". */
static bool is_parted(struct str text, size_t from, size_t to)
{
    struct str between = str_slice(text, from, to);
    return memchr(between.data, '|', between.size) || str_find(between, STR("·"), 0) != STR_NONE ||
           str_find(between, STR("•"), 0) != STR_NONE;
}

/* "Published", "Updated": what says which date follows; "3 hours ago" says nothing else. */
static bool is_date_label(const struct word *word)
{
    static const char *const labels[] = {"published", "updated", "posted", "modified", "issued", "ago"};
    return STR_IS_ONE_OF_NOCASE(word->text, labels);
}

/* "GMT", "CEST", "GMT+2", and what stands there like them: "CBS/AP". */
static bool is_time_zone(struct str word)
{
    size_t capitals = 0;
    for (size_t i = 0; i < word.size; i++) {
        bool capital = ascii_is_upper(word.data[i]);
        if (!capital && (i < 2 || !strchr("+-:/0123456789", word.data[i])))
            return false;
        capitals += capital;
    }
    return capitals >= 2 && capitals <= 5;
}

/* Words that may stand on a line beside its date: "Updated", "GMT", "pm", "min read". */
static bool is_date_word(const struct word *word)
{
    static const char *const known[] = {"date", "last",  "first", "on",   "at",    "am",   "pm",
                                        "a.m",  "p.m",   "a.m.",  "p.m.", "min",   "mins", "minutes",
                                        "read", "local", "time",  "hour", "hours", "day",  "days"};
    return word->digits || (word->classes & WORD_CALENDAR) || is_date_label(word) ||
           STR_IS_ONE_OF_NOCASE(word->text, known) || is_time_zone(word->text);
}

static bool read_date_line(struct str text, struct span block, struct facts *facts)
{
    struct str line = str_slice(text, 0, block.end);
    struct word word;
    bool dated = false, labelled = false; /* a label alone belongs to a date on the next line */
    unsigned words = 0;
    for (size_t at = block.start; word_next(line, &at, &word); words++) {
        size_t date_at = (size_t)(word.text.data - text.data);
        if (words > MOST_LINE_WORDS)
            return false;
        labelled = labelled || is_date_label(&word);
        if (!dated && (dated = facts_read_date(line, &date_at, facts)))
            at = date_at;
        else if (!is_date_word(&word))
            return false;
    }
    return dated || labelled;
}

/* "By" and names: at least two words of a name, or "our" staff; nothing else but a date behind "|" or ",".
 * Names alone are a byline when such a mark and a date follow. */
static bool read_byline(struct str text, struct span block, struct facts *facts)
{
    struct str line = str_slice(text, 0, block.end);
    size_t at = block.start, name_end = block.start;
    struct word word;
    unsigned words = 0, capitals = 0;
    bool staff, dated = false, by = read_byline_start(line, &at, &staff);
    size_t name_start = at;
    for (size_t next = at; word_next(line, &next, &word);) {
        size_t date_at = (size_t)(word.text.data - text.data);
        struct span rest = {(uint32_t)date_at, block.end};
        dated = words >= 2 && (by || is_parted(text, name_end, date_at)) && read_date_line(text, rest, facts);
        if (dated)
            break;
        if (++words > MOST_LINE_WORDS || (!staff && !facts_is_name_word(&word)))
            return false;
        capitals += word.capital;
        name_end = (size_t)(word.text.data - text.data) + word.text.size;
    }
    char last = text.data[block.end - 1];
    bool sentence = last == '?' || last == '!' || (last == '.' && name_end + 1 == block.end && words > 4);
    if ((!by && !dated) || (capitals < 2 && !staff) || sentence)
        return false;
    set_once(&facts->byline, text_trim(text, name_start, name_end));
    return true;
}

/* "Reuters", alone. */
static bool read_agency_line(struct str text, struct span block, struct facts *facts)
{
    if (!facts_is_agency(span_str(text, block)))
        return false;
    set_once(&facts->credit, block);
    return true;
}

bool facts_is_name_line(struct str text, struct span block)
{
    struct str line = span_str(text, block);
    struct word word;
    unsigned words = 0, capitals = 0;
    bool names = !memchr(line.data, '\n', line.size);
    for (size_t at = 0; names && word_next(line, &at, &word) && words <= MOST_NAME_LINE_WORDS; words++) {
        names = facts_is_name_word(&word) && !word.digits;
        capitals += word.capital;
    }
    return names && capitals && words <= MOST_NAME_LINE_WORDS && !strchr(".!?:", line.data[line.size - 1]);
}

bool facts_read_line(struct str text, struct span block, struct facts *facts)
{
    static bool (*const readers[])(struct str, struct span, struct facts *) = {read_byline, read_date_line,
                                                                               read_agency_line};
    if (span_size(block) > MOST_LINE_BYTES || memchr(text.data + block.start, '\n', span_size(block)))
        return false;
    for (size_t i = 0; i < LENGTH(readers); i++) {
        struct facts found = *facts;
        if (!readers[i](text, block, &found))
            continue;
        *facts = found;
        return true;
    }
    return false;
}
