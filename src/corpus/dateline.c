/* dateline.c: facts_read_dateline; see facts.h. Small parsers as in facts.c, from the place to the dash. */
#include "facts.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <string.h>

enum { MOST_DATELINE_BYTES = 120, MOST_PLACE_WORDS = 5, MOST_CREDIT_WORDS = 4 };

/* A name of few words between parentheses or slashes. */
static bool read_credit(struct str text, size_t *at, struct span *credit)
{
    if (*at >= text.size || (text.data[*at] != '(' && text.data[*at] != '/'))
        return false;
    char close = text.data[*at] == '(' ? ')' : '/';
    const char *found = memchr(text.data + *at + 1, close, text.size - *at - 1);
    if (!found)
        return false;
    struct span inside = text_trim(text, *at + 1, (size_t)(found - text.data));
    struct str name = span_str(text, inside);
    struct word word;
    unsigned words = 0;
    bool fits = true;
    for (size_t i = 0; word_next(name, &i, &word); words++)
        fits = fits && !word.digits && (word.capital || facts_is_agency(word.text));
    if (!fits || !words || words > MOST_CREDIT_WORDS || memchr(name.data, '\n', name.size))
        return false;
    *credit = inside;
    *at = (size_t)(found - text.data) + 1;
    return true;
}

/* A dash; a hyphen only with spaces around it or doubled, a colon never. */
static bool read_dash(struct str text, size_t *at)
{
    static const char *const dashes[] = {"—", "–", "―", "---", "--", "- ", "_ "};
    struct str rest = str_slice(text, *at, text.size);
    for (size_t i = 0; i < LENGTH(dashes); i++) {
        if (!str_starts(rest, str_from(dashes[i])))
            continue;
        *at += strlen(dashes[i]) - (dashes[i][1] == ' ');
        return true;
    }
    return false;
}

/* Whether a word is written in capitals throughout, a prefix like "Mc" or a name's "n" aside. */
static bool is_upper_word(struct str word)
{
    unsigned upper = 0, lower = 0;
    for (size_t at = 0; at < word.size;) {
        char32_t c = text_next(word, &at);
        upper += char_is_upper(c);
        lower += char_is_lower(c);
    }
    return upper > 0 && lower * 3 <= upper;
}

/* How sure a place is by its writing. */
enum place { PLACE_NONE, PLACE_NAME /* Rio de Janeiro */, PLACE_UPPER /* HANOI, Vietnam */ };

/* Reads a place and what qualifies it ("PALM BEACH, Fla."), up to where something else begins. */
static enum place read_place(struct str text, size_t *at)
{
    enum place place = PLACE_NONE;
    bool comma = false;
    struct word word;
    struct date date;
    struct str until = str_slice(text, 0, str_find(text, STR("—"), *at)); /* "PARIS—The", without spaces */
    for (unsigned words = 0; words <= MOST_PLACE_WORDS; words++) {
        size_t next = *at, ignored = *at;
        if (*at >= text.size || text.data[*at] == '(' || text.data[*at] == '/' ||
            date_read(text, &ignored, &date))
            return place;
        ignored = *at;
        if (read_dash(text, &ignored))
            return place;
        if (!word_next(until, &next, &word) || !facts_is_name_word(&word) || (words == 0 && !word.capital))
            return PLACE_NONE;
        bool upper = is_upper_word(word.text);
        if (words == 0)
            place = upper ? PLACE_UPPER : PLACE_NAME;
        else if (!upper && !comma)
            place = PLACE_NAME;
        *at = (size_t)(word.text.data - text.data) + word.text.size;
        /* What follows the word directly: a full stop of "Fla.", a comma, a bracket's end, then spaces. */
        while (*at < text.size && strchr(".,]", text.data[*at])) {
            comma = comma || text.data[*at] == ',' || text.data[*at] == '.';
            ++*at;
        }
        facts_skip_spaces(text, at);
    }
    return PLACE_NONE;
}

/* "date 2024-06-20" as scrapers leave it. */
static void read_leading_date(struct str text, size_t *at, struct facts *facts)
{
    struct word word;
    size_t next = *at;
    if (!word_next(text, &next, &word) || word.text.data != text.data + *at ||
        (!str_equal_nocase(word.text, STR("date")) && !str_equal_nocase(word.text, STR("published"))))
        return;
    facts_skip_spaces(text, &next);
    if (next >= text.size || text.data[next] < '0' || text.data[next] > '9' ||
        !facts_read_date(text, &next, facts))
        return;
    facts_skip_spaces(text, &next);
    *at = next;
}

/* What closes a dateline: a dash; behind an agency between slashes a full stop; behind another, or a date, a
 * colon; behind "(CNN)" nothing but the first sentence. */
static bool read_dateline_end(struct str text, size_t *at, bool agency, bool slashed, bool dated)
{
    size_t before = *at;
    facts_skip_spaces(text, at);
    if (read_dash(text, at))
        return true;
    char next = *at < text.size ? text.data[*at] : '\0';
    bool stop = (slashed && next == '.') || ((agency || dated) && next == ':');
    *at = stop ? *at + 1 : before;
    return stop || (agency && ascii_is_upper(next));
}

/* Everything from the place to the dash. */
static bool read_place_line(struct str text, size_t *at, struct facts *facts)
{
    struct facts found = *facts;
    struct span credit = {0};
    enum place place = read_place(text, at);
    bool dated = facts_read_date(text, at, &found);
    while (*at < text.size && (text.data[*at] == ',' || text.data[*at] == '.' || text.data[*at] == ' '))
        ++*at;
    bool credited = read_credit(text, at, &credit);
    bool slashed = credited && text.data[credit.end] == '/';
    bool agency = credited && facts_is_agency(span_str(text, credit));
    if (!read_dateline_end(text, at, agency, slashed, dated && place != PLACE_NONE))
        return false;
    if ((place == PLACE_NONE && !credited) || (place == PLACE_NAME && !dated && !agency))
        return false;
    if (credited)
        found.credit = credit; /* surer than the name of an agency on a line of its own */
    *facts = found;
    return true;
}

uint32_t facts_read_dateline(struct str text, struct span block, struct facts *facts)
{
    uint32_t most = block.start + MOST_DATELINE_BYTES;
    struct str head = str_slice(text, 0, block.end < most ? block.end : most);
    size_t at = block.start;
    read_leading_date(head, &at, facts);
    size_t place = at;
    if (!read_place_line(head, &at, facts))
        at = place;
    return text_trim(text, block.start, at).end;
}
