/* tokens.c: see whosaid/annotate/tokens.h. One pass over the bytes; ASCII is read without decoding. */
#include "whosaid/annotate/tokens.h"

#include "lexicon.h"
#include "mark_character.h"

#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <string.h>

struct scanner {
    struct str text; /* cut at the range's end */
    const struct span *sentences;
    size_t sentence_count;
    uint32_t sentence;
    struct arena *arena;
    struct strbuf lowered; /* scratch */
    VECTOR(struct token) tokens;
    size_t at;
    uint8_t newline;
};

static char32_t peek(struct str text, size_t at)
{
    if (at >= text.size)
        return 0;
    unsigned char byte = (unsigned char)text.data[at];
    return byte < 0x80 ? byte : text_next(text, &at);
}

static bool is_ascii_letter(char32_t c)
{
    return (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
}

static bool is_letter(char32_t c)
{
    return c < 0x80 ? is_ascii_letter(c) : char_is_letter(c) || char_is_mark(c);
}

static bool is_digit(char32_t c)
{
    return c < 0x80 ? c >= U'0' && c <= U'9' : char_is_digit(c);
}

static bool is_apostrophe(char32_t c)
{
    return c == U'\'' || c == U'’' || c == U'ʼ';
}

static size_t code_point_size(struct str text, size_t at)
{
    size_t next = at;
    if ((unsigned char)text.data[at] < 0x80)
        return 1;
    text_next(text, &next);
    return next - at;
}

/* Whether c may stand between two letters or digits of one word. */
static bool joins(char32_t c)
{
    return is_apostrophe(c) || c == U'-' || c == U'‑' || c == U'.' || c == U'&' || c == U'_' || c == U'@';
}

/* The end of the word or number at at: letters, digits and what joins them. */
static size_t word_end(struct str text, size_t at, bool number)
{
    while (at < text.size) {
        if (is_ascii_letter((unsigned char)text.data[at])) { /* nearly all of them */
            at++;
            continue;
        }
        char32_t c = peek(text, at);
        size_t size = code_point_size(text, at);
        if (is_letter(c) || is_digit(c)) {
            at += size;
            continue;
        }
        char32_t after = peek(text, at + size);
        bool between_digits = (c == U',' || c == U':' || c == U'.') && is_digit(after);
        if (!(joins(c) && (is_letter(after) || is_digit(after))) && !(number && between_digits))
            break;
        at += size;
    }
    return at;
}

static uint8_t word_shape(struct str word)
{
    size_t upper = 0, lower = 0;
    bool first_upper = false;
    for (size_t at = 0, n = 0; at < word.size; n++) {
        char32_t c = text_next(word, &at);
        bool is_upper = c < 0x80 ? c >= U'A' && c <= U'Z' : char_is_upper(c);
        if (is_digit(c) && n == 0)
            return TOKEN_NUMBER;
        first_upper |= is_upper && n == 0;
        upper += is_upper;
        lower += !is_upper && is_letter(c);
    }
    if (upper == 0)
        return TOKEN_LOWER;
    if (lower == 0)
        return TOKEN_UPPER;
    return first_upper && upper == 1 ? TOKEN_CAPITALISED : TOKEN_MIXED;
}

static bool is_plain_lower(struct str word)
{
    for (size_t i = 0; i < word.size; i++)
        if ((unsigned char)word.data[i] >= 0x80 || (word.data[i] >= 'A' && word.data[i] <= 'Z'))
            return false;
    return true;
}

/* Lower case with straight apostrophes. */
static struct str lower_word(struct scanner *s, struct str word)
{
    strbuf_clear(&s->lowered);
    text_lower(word, &s->lowered);
    char *copy = arena_copy_string(s->arena, s->lowered.data, s->lowered.size);
    size_t size = 0;
    for (size_t i = 0; i < s->lowered.size; i++) {
        bool curly = i + 2 < s->lowered.size && memcmp(copy + i, "’", 3) == 0;
        copy[size++] = curly ? '\'' : copy[i];
        i += curly ? 2 : 0;
    }
    return (struct str){copy, size};
}

static struct token *push(struct scanner *s, size_t end, uint8_t shape)
{
    while (s->sentence + 1 < s->sentence_count && s->sentences[s->sentence + 1].start <= s->at)
        s->sentence++;
    struct token *token = vector_add(&s->tokens);
    token->span = (struct span){(uint32_t)s->at, (uint32_t)end};
    token->shape = shape;
    token->newline = s->newline;
    token->sentence = s->sentence;
    token->lower = span_str(s->text, token->span);
    s->newline = 0;
    s->at = end;
    return token;
}

static void push_word(struct scanner *s, size_t end)
{
    struct str word = str_slice(s->text, s->at, end);
    bool plain = is_plain_lower(word);
    uint8_t shape = plain && is_ascii_letter((unsigned char)word.data[0]) ? TOKEN_LOWER : word_shape(word);
    struct token *token = push(s, end, shape);
    if (!plain) /* else it is borrowed from the text */
        token->lower = lower_word(s, word);
    token->tags = lexicon_tags(token->lower);
    if (token->shape == TOKEN_UPPER && word.size > 1) /* US, IT, WHO */
        token->tags &= ~(uint32_t)(TAG_PRONOUN | TAG_RELATIVE);
}

/* The bytes of a possessive ending of word, 0 without one. */
static size_t possessive_size(struct str word)
{
    if ((word.data[word.size - 1] | 0x20) != 's')
        return 0;
    if (word.size > 2 && (str_ends(word, STR("'s")) || str_ends(word, STR("'S"))))
        return 2;
    return word.size > 4 && (str_ends(word, STR("’s")) || str_ends(word, STR("’S"))) ? 4 : 0;
}

/* Whether the full stop behind a word belongs to it: an initial, "U.S.", "Gen.". */
static bool owns_stop(struct scanner *s, struct str word)
{
    size_t end = s->at + word.size;
    if (end >= s->text.size || s->text.data[end] != '.')
        return false;
    if (word.size == 1)
        return word.data[0] >= 'A' && word.data[0] <= 'Z' && word.data[0] != 'I';
    if (word.size >= 3 && word.data[word.size - 2] == '.')
        return true;
    return word.data[0] >= 'A' && word.data[0] <= 'Z' && word.size < 7 &&
           lexicon_is_abbreviation(lower_word(s, word));
}

static void scan_word(struct scanner *s, bool number)
{
    size_t end = word_end(s->text, s->at, number);
    struct str word = str_slice(s->text, s->at, end);
    size_t possessive = possessive_size(word);
    if (possessive > 0) {
        push_word(s, end - possessive);
        push_word(s, end);
        return;
    }
    push_word(s, owns_stop(s, word) ? end + 1 : end);
}

/* Dots and dashes in a row are one token, so that "..." and "--" can be told from "." and "-". */
static size_t punctuation_end(struct str text, size_t at)
{
    size_t end = at + code_point_size(text, at);
    if (text.data[at] == '.' || text.data[at] == '-')
        while (end < text.size && text.data[end] == text.data[at])
            end++;
    return end;
}

static void scan_one(struct scanner *s)
{
    struct mark mark;
    char32_t c = peek(s->text, s->at);
    if (char_is_space(c)) {
        s->newline = (uint8_t)(s->newline + (c == U'\n' && s->newline < 2));
        s->at += code_point_size(s->text, s->at);
    } else if (is_letter(c)) {
        scan_word(s, false);
    } else if (is_digit(c)) {
        scan_word(s, true);
    } else if (mark_read(s->text, s->at, &mark)) {
        push(s, s->at + mark.size, mark.opens ? TOKEN_OPEN : TOKEN_CLOSE);
    } else {
        push(s, punctuation_end(s->text, s->at), TOKEN_PUNCTUATION);
    }
}

struct token *tokens_scan(struct str text, struct span range, const struct span *sentences,
                          size_t sentence_count, struct arena *arena, size_t *count)
{
    struct scanner s = {
        .text = str_slice(text, 0, range.end),
        .sentences = sentences,
        .sentence_count = sentence_count,
        .arena = arena,
        .at = range.start,
    };
    strbuf_init(&s.lowered);
    while (s.at < s.text.size)
        scan_one(&s);
    struct token *tokens = arena_array(arena, s.tokens.size, struct token);
    if (s.tokens.size > 0)
        memcpy(tokens, s.tokens.data, s.tokens.size * sizeof *tokens);
    *count = s.tokens.size;
    vector_release(&s.tokens);
    strbuf_release(&s.lowered);
    return tokens;
}
