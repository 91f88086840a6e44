/* mark_character.c: see mark_character.h. Directions follow the surroundings first and the character second,
 * since “German” marks, ”Swedish” ones and keyboards disagree about which side a character stands on. */
#include "mark_character.h"

#include "whosaid/base/array.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

enum { POINTS_NOWHERE, POINTS_OPEN, POINTS_CLOSE };

static const struct {
    char32_t character;
    uint8_t family, points;
} marks[] = {
    {U'"', MARK_DOUBLE, POINTS_NOWHERE},  {U'\'', MARK_SINGLE, POINTS_NOWHERE},
    {U'«', MARK_DOUBLE, POINTS_OPEN},     {U'»', MARK_DOUBLE, POINTS_CLOSE},
    {U'‘', MARK_SINGLE, POINTS_OPEN},     {U'’', MARK_SINGLE, POINTS_CLOSE},
    {U'‚', MARK_SINGLE, POINTS_OPEN},     {U'‛', MARK_SINGLE, POINTS_OPEN},
    {U'“', MARK_DOUBLE, POINTS_OPEN},     {U'”', MARK_DOUBLE, POINTS_CLOSE},
    {U'„', MARK_DOUBLE, POINTS_OPEN},     {U'‟', MARK_DOUBLE, POINTS_OPEN},
    {U'‹', MARK_SINGLE, POINTS_OPEN},     {U'›', MARK_SINGLE, POINTS_CLOSE},
    {U'「', MARK_CORNER, POINTS_OPEN},    {U'」', MARK_CORNER, POINTS_CLOSE},
    {U'『', MARK_CORNER, POINTS_OPEN},    {U'』', MARK_CORNER, POINTS_CLOSE},
    {U'＂', MARK_DOUBLE, POINTS_NOWHERE},
};

/* Words that begin with an apostrophe. */
static const char *const clipped[] = {"em", "til", "tis", "twas", "cause", "bout", "n"};

/* A border lets a quotation begin behind it, an edge lets one end before it. */
static bool is_border(char32_t c)
{
    return c == 0 || char_is_space(c) || c == U'(' || c == U'[' || c == U'{' || c == U'—' || c == U'–' ||
           c == U'-' || c == U'/' || c == U'…';
}

static bool is_edge(char32_t c)
{
    return c == 0 || char_is_space(c) ||
           (!char_is_letter(c) && !char_is_digit(c) && c != U'$' && c != U'[' && c != U'(' && c != U'…' &&
            c != U'#' && c != U'@' && c != U'£' && c != U'€');
}

static bool is_mark(char32_t c)
{
    for (size_t i = 0; i < LENGTH(marks); i++)
        if (marks[i].character == c)
            return true;
    return c == U'`';
}

/* Punctuation that never follows an opening mark. */
static bool is_stop(char32_t c)
{
    return c == U',' || c == U';' || c == U':' || c == U'!' || c == U'?' || c == U')' || c == U']';
}

/* The nearest characters that are no quotation marks themselves (at most two marks are passed over), 0 at an
 * end. */
static char32_t character_before(struct str text, size_t at)
{
    for (int i = 0; i < 3 && at > 0; i++) {
        char32_t c = text_previous(text, &at);
        if (!is_mark(c))
            return c;
    }
    return 0;
}

static char32_t character_after(struct str text, size_t at)
{
    for (int i = 0; i < 3 && at < text.size; i++) {
        char32_t c = text_next(text, &at);
        if (!is_mark(c))
            return c;
    }
    return 0;
}

static bool is_clipped(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.size && end - at < 8 && char_is_letter((unsigned char)text.data[end]))
        end++;
    for (size_t i = 0; i < LENGTH(clipped); i++)
        if (str_equal_nocase(str_slice(text, at, end), str_from(clipped[i])))
            return true;
    return false;
}

/* '90s, 'em: certainly no quotation mark. */
static bool begins_clipped_word(struct str text, size_t after)
{
    if (after >= text.size)
        return false;
    if (after + 1 < text.size && text.data[after] >= '0' && text.data[after] <= '9')
        return text.data[after + 1] >= '0' && text.data[after + 1] <= '9';
    return is_clipped(text, after);
}

static void judge_direction(struct str text, size_t at, uint8_t points, struct mark *mark)
{
    char32_t before = character_before(text, at), after = character_after(text, at + mark->size);
    bool may_open = is_border(before), may_close = is_edge(after);
    bool hugs_right = may_open && after && !char_is_space(after) && !is_stop(after);
    bool hugs_left = may_close && before && !char_is_space(before);
    mark->sure = hugs_right != hugs_left;
    if (mark->sure)
        mark->opens = hugs_right;
    else if (points != POINTS_NOWHERE)
        mark->opens = points == POINTS_OPEN;
    else
        mark->opens = may_open && !(char_is_space(before) && may_close && after && !char_is_space(after));
    mark->sure |= points != POINTS_NOWHERE;
    mark->apostrophe = mark->family == MARK_SINGLE && !mark->opens && char_is_letter(before);
}

/* '' and `` stand for one double mark in old agency copy. */
static bool is_doubled(struct str text, size_t at)
{
    return at + 1 < text.size && text.data[at] == text.data[at + 1] &&
           (text.data[at] == '\'' || text.data[at] == '`');
}

bool mark_read(struct str text, size_t at, struct mark *mark)
{
    size_t after = at;
    char32_t c = text_next(text, &after);
    *mark = (struct mark){.size = (uint8_t)(after - at)};
    if (is_doubled(text, at)) {
        *mark = (struct mark){.family = MARK_DOUBLE, .size = 2};
        judge_direction(text, at, c == U'`' ? POINTS_OPEN : POINTS_NOWHERE, mark);
        return true;
    }
    for (size_t i = 0; i < LENGTH(marks); i++) {
        if (marks[i].character != c)
            continue;
        mark->family = marks[i].family;
        if (mark->family == MARK_SINGLE && (c == U'\'' || c == U'’' || c == U'‘') &&
            begins_clipped_word(text, after))
            return false;
        judge_direction(text, at, marks[i].points, mark);
        return true;
    }
    return false;
}
