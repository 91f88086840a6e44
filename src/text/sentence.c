/* sentence.c: where sentences end in news English. The lists are in abbreviation.c.
 *
 * Each full stop, question or exclamation mark, with the closing marks behind it, is an end unless what
 * stands before it (an abbreviation) or behind it (a small letter, a cue) says that the sentence goes on.
 * Looking back and ahead is bounded, so the whole is linear. */
#include "whosaid/text/segment.h"

#include "abbreviation.h"

#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <stdbool.h>

enum {
    MOST_WORD = 16,      /* bytes looked back for an abbreviation */
    MOST_NAME_WORDS = 7, /* "Why?" Deputy Foreign Minister Nguyen Van An asked */
    MOST_NAME = 120,     /* bytes of those */
    MOST_LEAD = 160,     /* bytes of a line before the range, as a dateline */
    WRAPPED_LEAST = 40,  /* bytes of a line that somebody wrapped: a shorter one is a heading or the like, */
    WRAPPED_MOST = 160,  /* a longer one a paragraph */
};

/* What a run of final marks and the closing marks behind it is made of. */
struct ending {
    size_t word_end;  /* where the first mark stands */
    size_t end;       /* behind all of them */
    unsigned stops;   /* "." at the beginning of the run */
    bool ellipsis;    /* … or three stops */
    bool asks;        /* ? or ! */
    bool ideographic; /* 。 and its like, which need no space behind */
    bool quoted;      /* a quotation mark closes */
    bool twice;       /* a final mark stands behind a closing one, as in "(R-Ohio.)." */
};

/* What stands behind an ending. */
struct following {
    size_t at;        /* the next character that is not white space */
    unsigned lines;   /* line ends between */
    size_t indent;    /* bytes of white space behind the last of them */
    bool indented;    /* more of it than before the line that ends */
    bool spaced;      /* any white space between */
    size_t word;      /* behind opening quotation marks and brackets */
    char32_t first;   /* the character there; 0 at the end of the range */
    bool opens_quote; /* a quotation mark opens */
};

/* A sentence's scan. The text is the range alone. */
struct scan {
    struct str text;
    size_t start;  /* of the sentence being read */
    size_t line;   /* start of the line being read, */
    size_t indent; /* behind so much white space: where all lines have as much, it means nothing */
};

static char32_t char_at(struct str text, size_t at)
{
    return at < text.size ? text_next(text, &at) : 0;
}

static bool is_quote(char32_t c)
{
    return char_is_one_of(c, U"\"'«»‘’‚‛“”„‟‹›「」『』");
}

/* Whether c may stand before the first word of a sentence. */
static bool opens(char32_t c)
{
    return is_quote(c) || char_is_one_of(c, U"([{（¿¡");
}

/* Whether c, directly behind a final mark, closes: an opening quotation mark there belongs to what follows
 * unless white space comes next (German “ closes). */
static bool closes(struct str text, size_t at, char32_t c)
{
    if (!is_quote(c))
        return char_is_one_of(c, U")]}）");
    text_next(text, &at);
    char32_t next = char_at(text, at);
    return !char_is_one_of(c, U"“‘«„‚‹「『") || next == 0 || char_is_space(next);
}

static bool is_ideographic_stop(char32_t c)
{
    return char_is_one_of(c, U"。｡！？");
}

static bool is_final(char32_t c)
{
    return char_is_one_of(c, U".?!…‽‼⁇⁈⁉؟۔।॥") || is_ideographic_stop(c);
}

static void note_final(struct ending *ending, char32_t c, bool first_run)
{
    if (c == '.' && first_run)
        ending->stops++;
    ending->twice = ending->twice || !first_run;
    ending->ellipsis = ending->ellipsis || c == 0x2026 || ending->stops == 3;
    ending->asks = ending->asks || (c != '.' && c != 0x2026);
    ending->ideographic = ending->ideographic || is_ideographic_stop(c);
}

/* Reads the final marks at *at and what closes behind them: ?!, ...”, .’”, ”). and also ". . .". */
static struct ending read_ending(struct str text, size_t at)
{
    struct ending ending = {.word_end = at, .end = at};
    bool first_run = true;
    while (at < text.size) {
        size_t next = at;
        char32_t c = text_next(text, &next);
        if (is_final(c)) {
            note_final(&ending, c, first_run);
        } else if (closes(text, at, c)) {
            ending.quoted = ending.quoted || is_quote(c);
            first_run = false;
        } else if (c == ' ' && first_run && ending.stops && char_at(text, next) == '.') {
            at = next;
            continue;
        } else {
            break;
        }
        at = ending.end = next;
    }
    return ending;
}

static struct following read_following(const struct scan *scan, size_t at)
{
    struct str text = scan->text;
    struct following following = {0};
    while (at < text.size) {
        size_t next = at;
        char32_t c = text_next(text, &next);
        if (!char_is_space(c))
            break;
        following.spaced = true;
        following.indent = c == '\n' ? 0 : following.indent + (next - at);
        following.lines += c == '\n';
        at = next;
    }
    following.indented = following.lines > 0 && following.indent > scan->indent;
    following.at = following.word = at;
    while ((following.first = char_at(text, following.word)) && opens(following.first)) {
        following.opens_quote = following.opens_quote || is_quote(following.first);
        text_next(text, &following.word);
    }
    return following;
}

/* The letters, digits and inner stops before end, at most MOST_WORD bytes. */
static struct str word_before(struct str text, size_t start, size_t end)
{
    size_t at = end;
    while (at > start && end - at <= MOST_WORD) {
        size_t before = at;
        char32_t c = text_previous(text, &before);
        if (c != '.' && !char_is_letter(c) && !char_is_digit(c))
            break;
        at = before;
    }
    return str_slice(text, at, end);
}

/* The letters, digits and inner apostrophes, hyphens and stops from at on. */
static struct str word_after(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.size && end - at <= MOST_NAME) {
        size_t next = end;
        char32_t c = text_next(text, &next);
        bool inner = c == '-' || c == '\'' || c == 0x2019;
        if (!inner && !char_is_letter(c) && !char_is_digit(c) && !char_is_mark(c))
            break;
        end = next;
    }
    return str_slice(text, at, end);
}

/* Whether a word that begins sentences stands at at: The, It’s; but neither In-Q-Tel nor the initial A. */
static bool opener_at(struct str text, size_t at)
{
    struct str word = word_after(text, at);
    char32_t behind = char_at(text, at + word.size);
    size_t size = 0;
    while (size < word.size && char_is_letter((unsigned char)word.data[size]))
        size++;
    if (behind == '.' || (size < word.size && word.data[size] == '-'))
        return false;
    return abbreviation_is_opener(str_slice(word, 0, size));
}

/* Whether capitalised words, none of which begins sentences, lead to a cue: Deputy Minister Lan asked. */
static bool name_and_cue_at(struct str text, size_t at)
{
    size_t limit = at + MOST_NAME;
    if (opener_at(text, at))
        return false;
    for (unsigned words = 0; words <= MOST_NAME_WORDS && at < text.size && at < limit; words++) {
        struct str word = word_after(text, at);
        if (words && abbreviation_is_cue(word))
            return true;
        if (!word.size || !char_is_upper(char_at(text, at)))
            return false;
        at += word.size;
        if (char_at(text, at) == '.')
            at++;
        if (char_at(text, at) != ' ')
            return false;
        at++;
    }
    return false;
}

static bool is_number(struct str word)
{
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] < '0' || word.data[i] > '9')
            return false;
    return word.size > 0;
}

/* Whether the sentence ends at a stop behind the word, where a capital, a digit or the like follows. */
static bool ends_after_word(const struct scan *scan, struct str word, const struct ending *ending,
                            const struct following *following)
{
    struct str text = scan->text;
    if (is_number(word))
        return word.size > 2 || word.data > text.data + scan->start; /* "1. First" begins an item */
    if (ending->twice || str_equal(word, STR("I")))
        return true;
    switch (abbreviation_kind(word)) {
    case ABBREVIATION_NONE: return true;
    case ABBREVIATION_TITLE: return false;
    case ABBREVIATION_NUMBER: return !char_is_digit(following->first);
    case ABBREVIATION_TIME: return !abbreviation_goes_with_time(word_after(text, following->word));
    case ABBREVIATION_NEUTRAL: break;
    }
    return following->lines > 0 || ending->quoted || opener_at(text, following->word);
}

/* Whether c cannot begin a sentence: the stop before it was an abbreviation's, or a remark follows. */
static bool goes_on_with(struct str text, const struct following *following)
{
    char32_t c = following->first;
    if (char_is_one_of(c, U",;:&/-–—"))
        return true;
    if (!char_is_lower(c) || str_starts(str_slice(text, following->word, text.size), STR("http")))
        return false;
    size_t second = following->word;
    text_next(text, &second);
    return !char_is_upper(char_at(text, second)); /* iPhone, eBay */
}

/* Whether a sentence ends although no white space follows, as where markup was lost: said.”The. */
static bool ends_without_space(struct str text, const struct ending *ending,
                               const struct following *following)
{
    if (ending->ideographic)
        return true;
    if (!char_is_upper(following->first) || following->word != following->at)
        return false;
    size_t before = ending->word_end;
    bool after_word = before > 0 && char_is_lower(text_previous(text, &before));
    return after_word && opener_at(text, following->at);
}

/* Whether the sentence ends at "..." where a capital follows. One that stands apart marks an omission, and I
 * is always a capital. */
static bool ends_at_ellipsis(const struct scan *scan, struct str word, const struct ending *ending,
                             const struct following *following)
{
    if (ending->quoted)
        return true;
    if (str_equal(word_after(scan->text, following->word), STR("I")))
        return false;
    return word.size > 0 || opener_at(scan->text, following->word);
}

static bool is_end(const struct scan *scan, const struct ending *ending, const struct following *following)
{
    struct str text = scan->text;
    if (!following->first || following->lines > 1 || following->indented)
        return true;
    if (!following->spaced)
        return ends_without_space(text, ending, following);
    struct str word = word_before(text, scan->start, ending->word_end);
    bool full_stop = ending->stops == 1 && !ending->asks && !ending->ellipsis;
    if (following->lines && (!full_stop || abbreviation_kind(word) == ABBREVIATION_NONE))
        return true;
    if (ending->ideographic)
        return true;
    if (goes_on_with(text, following))
        return full_stop && following->opens_quote && abbreviation_kind(word) == ABBREVIATION_NONE;
    if (full_stop)
        return ends_after_word(scan, word, ending, following);
    if (ending->quoted && name_and_cue_at(text, following->word))
        return false;
    return !ending->ellipsis || ending->asks || ending->stops > 3 ||
           ends_at_ellipsis(scan, word, ending, following);
}

/* "- ", "• ", "3) " and "12. " begin an item of a list. */
static bool item_at(struct str text, size_t at)
{
    size_t next = at, digits = 0;
    char32_t c = char_at(text, at);
    if (char_is_one_of(c, U"-*•‣▪●◦·")) {
        text_next(text, &next);
        return char_at(text, next) == ' ';
    }
    for (; digits <= 2 && char_at(text, at) >= '0' && char_at(text, at) <= '9'; at++)
        digits++;
    c = char_at(text, at);
    return (digits == 1 || digits == 2) && (c == '.' || c == ')') && char_at(text, at + 1) == ' ';
}

static void push_sentence(const struct scan *scan, size_t end, uint32_t offset, span_vector *sentences)
{
    size_t start = scan->start;
    while (start < end) {
        size_t next = start;
        if (!char_is_space(text_next(scan->text, &next)))
            break;
        start = next;
    }
    while (end > start) {
        size_t before = end;
        if (!char_is_space(text_previous(scan->text, &before)))
            break;
        end = before;
    }
    struct span sentence = {offset + (uint32_t)start, offset + (uint32_t)end};
    if (!span_is_empty(sentence))
        vector_push(sentences, sentence);
}

/* The next byte at or after at that may begin a final mark, or a line end. */
static size_t next_candidate(struct str text, size_t at)
{
    static const bool candidates[256] = {
        ['\n'] = true, ['.'] = true,  ['!'] = true,  ['?'] = true, /* and lead bytes of the others */
        [0xD8] = true, [0xDB] = true, [0xE0] = true, [0xE2] = true, [0xE3] = true, [0xEF] = true,
    };
    while (at < text.size && !candidates[(unsigned char)text.data[at]])
        at++;
    return at;
}

/* Whether a sentence ends with the line that ends at end, although no final mark says so. */
static bool line_ends_sentence(const struct scan *scan, size_t end, const struct following *following)
{
    if (following->lines > 1 || following->indented || item_at(scan->text, following->at))
        return true;
    size_t size = end - scan->line;
    return (size < WRAPPED_LEAST || size > WRAPPED_MOST) && !goes_on_with(scan->text, following);
}

/* Ends the sentence at end; the following one begins at next, which is returned. */
static size_t finish_sentence(struct scan *scan, size_t end, size_t next, uint32_t offset,
                              span_vector *sentences)
{
    push_sentence(scan, end, offset, sentences);
    return scan->start = next;
}

static void begin_line(struct scan *scan, const struct following *following)
{
    scan->line = following->at;
    scan->indent = following->indent;
}

/* Decides at a candidate; returns where to go on. */
static size_t judge(struct scan *scan, size_t at, uint32_t offset, span_vector *sentences)
{
    size_t next = at;
    char32_t c = text_next(scan->text, &next);
    if (c == '\n') {
        struct following following = read_following(scan, at);
        bool ends = line_ends_sentence(scan, at, &following);
        begin_line(scan, &following);
        return ends ? finish_sentence(scan, at, following.at, offset, sentences) : following.at;
    }
    if (!is_final(c))
        return next;
    struct ending ending = read_ending(scan->text, at);
    struct following following = read_following(scan, ending.end);
    if (!is_end(scan, &ending, &following) && !(following.lines && item_at(scan->text, following.at)))
        return ending.end;
    if (following.lines)
        begin_line(scan, &following);
    return finish_sentence(scan, ending.end, following.at, offset, sentences);
}

/* Bytes of white space at the start of the line that holds at, if it starts near enough. */
static size_t indent_at(struct str text, size_t at)
{
    size_t start = at, end;
    while (start > 0 && at - start < MOST_LEAD && text.data[start - 1] != '\n')
        start--;
    for (end = start; end < text.size && text.data[end] == ' '; end++)
        ;
    return end - start;
}

void text_sentences(struct str text, struct span range, span_vector *sentences)
{
    struct scan scan = {.text = span_str(text, range), .indent = indent_at(text, range.start)};
    size_t at = 0;
    while ((at = next_candidate(scan.text, at)) < scan.text.size)
        at = judge(&scan, at, range.start, sentences);
    push_sentence(&scan, scan.text.size, range.start, sentences);
}
