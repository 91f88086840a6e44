/* scan.c: the scanner behind words_scan: cuts text into words, contractions into their parts. One pass. */
#include "words.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <string.h>

struct scanner {
    struct vocabulary *vocabulary;
    struct str text;
    size_t end;
    word_vector *words;
    struct strbuf lower;
    bool initial; /* the next word begins a sentence or a quotation */
};

enum { LONGEST_WORD = 64 }; /* bytes of a word that count; what follows is scanned over */

static bool is_letter_or_digit(char32_t c)
{
    if (c < 0x80)
        return ascii_is_letter((char)c) || ascii_is_digit((char)c);
    return char_is_letter(c) || char_is_digit(c) || char_is_mark(c);
}

static bool is_capital(struct str word)
{
    size_t at = 0;
    return char_is_upper(text_next(word, &at));
}

/* Bytes of an apostrophe at offset at, straight or curly; 0 when there is none. */
static size_t apostrophe_size(struct str text, size_t at)
{
    if (at < text.size && text.data[at] == '\'')
        return 1;
    return str_starts(str_slice(text, at, text.size), STR("\u2019")) ? strlen("\u2019") : 0;
}

/* The character before this one inside a word joins it to the one after: 3.5, 3,000, U.S, don't. */
static size_t joiner_size(const struct scanner *s, size_t start, size_t at)
{
    size_t size = apostrophe_size(s->text, at);
    if (!size && (s->text.data[at] == '.' || s->text.data[at] == ','))
        size = 1;
    if (!size || at + size >= s->end)
        return 0;
    size_t after = at + size;
    if (!is_letter_or_digit(text_next(s->text, &after)))
        return 0;
    if (s->text.data[at] == ',')
        return ascii_is_digit(s->text.data[at - 1]) && ascii_is_digit(s->text.data[at + 1]) ? 1 : 0;
    if (s->text.data[at] != '.' || ascii_is_digit(s->text.data[at + 1]))
        return size;
    bool single = at - start == 1 || s->text.data[at - 2] == '.'; /* U.S. */
    bool ends_single = at + 2 >= s->end || !is_letter_or_digit((unsigned char)s->text.data[at + 2]);
    return single && ends_single ? 1 : 0;
}

/* The end of the word that begins at start. */
static size_t word_end(const struct scanner *s, size_t start)
{
    size_t at = start;
    while (at < s->end) {
        size_t next = at;
        if (is_letter_or_digit(text_next(s->text, &next)))
            at = next;
        else if (at > start && (next = joiner_size(s, start, at)) > 0)
            at += next;
        else
            break;
    }
    return at;
}

static void push(struct scanner *s, struct str lower, size_t start, size_t end, uint32_t flags)
{
    struct word word = {{(uint32_t)start, (uint32_t)end}, vocabulary_intern(s->vocabulary, lower), flags};
    vector_push(s->words, word);
}

/* Contractions: the ending, and the word it stands for; the rest is a word by itself unless whole says
 * otherwise. */
static const struct {
    const char *ending, *means, *whole, *whole_means;
} CONTRACTIONS[] = {
    {"n't", "not", "won't", "will"}, {"n't", "not", "can't", "can"},  {"n't", "not", "shan't", "shall"},
    {"n't", "not", NULL, NULL},      {"not", "not", "cannot", "can"}, {"'re", "are", NULL, NULL},
    {"'ve", "have", NULL, NULL},     {"'ll", "will", NULL, NULL},     {"'d", "would", NULL, NULL},
    {"'m", "am", NULL, NULL},        {"'s", "us", "let's", "let"},    {"na", "to", "gonna", "going"},
    {"ta", "to", "gotta", "got"},    {"na", "to", "wanna", "want"},
};

/* Words after which 's is "is". */
static const char *const IS_BEFORE[] = {"it's",   "that's",  "he's",  "she's",  "what's", "there's", "who's",
                                        "here's", "where's", "how's", "this's", "when's", "one's"};

/* Bytes that an ending takes in the original: a curly apostrophe is longer than a straight one. */
static size_t original_size(const struct scanner *s, size_t start, size_t end, struct str ending)
{
    size_t apostrophe = str_find(ending, STR("'"), 0);
    bool curly = apostrophe != STR_NONE && memchr(s->text.data + start, '\'', end - start) == NULL;
    return ending.size + (curly ? strlen("\u2019") - 1 : 0);
}

static bool may_be_contraction(struct str lower)
{
    return memchr(lower.data, '\'', lower.size) || str_ends(lower, STR("nna")) ||
           str_ends(lower, STR("tta")) || str_ends(lower, STR("nnot"));
}

static bool push_contraction(struct scanner *s, struct str lower, size_t start, size_t end, uint32_t flags)
{
    if (!may_be_contraction(lower))
        return false;
    for (size_t i = 0; i < LENGTH(CONTRACTIONS); i++) {
        struct str ending = str_from(CONTRACTIONS[i].ending);
        if (lower.size <= ending.size || !str_ends(lower, ending))
            continue;
        const char *whole = CONTRACTIONS[i].whole;
        if (whole && !str_equal(lower, str_from(whole)))
            continue;
        size_t cut = end - original_size(s, start, end, ending);
        struct str first =
            whole ? str_from(CONTRACTIONS[i].whole_means) : str_slice(lower, 0, lower.size - ending.size);
        push(s, first, start, cut, flags | WORD_CONTRACTED);
        push(s, str_from(CONTRACTIONS[i].means), cut, end, WORD_CONTRACTED);
        return true;
    }
    return false;
}

static void push_genitive_or_is(struct scanner *s, struct str lower, size_t start, size_t end, uint32_t flags)
{
    struct str owner = str_slice(lower, 0, lower.size - 2);
    size_t cut = end - original_size(s, start, end, STR("'s"));
    if (STR_IS_ONE_OF(lower, IS_BEFORE)) {
        push(s, owner, start, cut, flags | WORD_CONTRACTED);
        push(s, STR("is"), cut, end, WORD_CONTRACTED);
    } else {
        push(s, owner, start, end, flags);
    }
}

/* "U.S." and "US" are one word, and not the pronoun. */
static bool push_acronym(struct scanner *s, struct str word, size_t start, size_t end, uint32_t flags)
{
    if (str_equal(word, STR("US")) || str_equal(word, STR("U.S"))) {
        push(s, STR("u.s."), start, end, flags & ~(uint32_t)WORD_INITIAL);
        return true;
    }
    if (word.size < 3 || word.data[1] != '.' || ascii_is_digit(word.data[0]))
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < s->lower.size; i++)
        if (s->lower.data[i] != '.')
            s->lower.data[kept++] = s->lower.data[i];
    push(s, (struct str){s->lower.data, kept}, start, end, flags);
    return true;
}

/* The short forms of multipliers behind digits. */
static const struct {
    const char *ending, *means;
} AMOUNTS[] = {
    {"bn", "billion"}, {"tn", "trillion"}, {"trn", "trillion"}, {"mn", "million"}, {"m", "million"}};

/* Whether a sign of currency stands right before; without one, "40m" may be metres. */
static bool is_money(const struct scanner *s, size_t start)
{
    static const char *const SIGNS[] = {"$", "\u20ac", "\u00a3"};
    for (size_t i = 0; i < LENGTH(SIGNS); i++)
        if (str_ends(str_slice(s->text, 0, start), str_from(SIGNS[i])))
            return true;
    return false;
}

/* "5bn" is "5" and "billion". */
static bool push_amount(struct scanner *s, struct str lower, size_t start, size_t end, uint32_t flags)
{
    size_t digits = 0;
    while (digits < lower.size && (ascii_is_digit(lower.data[digits]) || strchr(".,", lower.data[digits])))
        digits++;
    struct str ending = str_slice(lower, digits, lower.size);
    for (size_t i = 0; digits && i < LENGTH(AMOUNTS); i++) {
        if (!str_equal(ending, str_from(AMOUNTS[i].ending)) || (ending.size == 1 && !is_money(s, start)))
            continue;
        push(s, str_slice(lower, 0, digits), start, start + digits, flags);
        push(s, str_from(AMOUNTS[i].means), start + digits, end, WORD_SIGN);
        return true;
    }
    return false;
}

/* Lower case with straight apostrophes, into s->lower. */
static void fold_word(struct scanner *s, struct str word)
{
    strbuf_clear(&s->lower);
    text_lower(word, &s->lower);
    size_t curly;
    while ((curly = str_find(strbuf_str(&s->lower), STR("\u2019"), 0)) != STR_NONE) {
        size_t after = curly + strlen("\u2019");
        s->lower.data[curly] = '\'';
        memmove(s->lower.data + curly + 1, s->lower.data + after, s->lower.size - after);
        s->lower.size -= after - curly - 1;
    }
}

static void scan_word(struct scanner *s, size_t start, size_t end)
{
    struct str word = str_slice(s->text, start, end);
    uint32_t flags = (is_capital(word) ? WORD_CAPITAL : 0u) | (s->initial ? WORD_INITIAL : 0u);
    s->initial = false;
    if (word.size > LONGEST_WORD)
        word.size = LONGEST_WORD;
    fold_word(s, word);
    struct str lower = strbuf_str(&s->lower);
    if (push_acronym(s, word, start, end, flags) || push_contraction(s, lower, start, end, flags) ||
        push_amount(s, lower, start, end, flags))
        return;
    if (lower.size > 2 && str_ends(lower, STR("'s")))
        push_genitive_or_is(s, lower, start, end, flags);
    else
        push(s, lower, start, end, flags);
}

/* A sentence, a quotation or a heading may begin after this sign. */
static bool begins_sentence(char c)
{
    return c != '\0' && strchr(".!?:\"\n", c) != NULL;
}

static void scan_other(struct scanner *s, size_t at, size_t next)
{
    if (s->text.data[at] == '&')
        push(s, STR("and"), at, next, WORD_SIGN);
    else if (s->text.data[at] == '%')
        push(s, STR("percent"), at, next, WORD_SIGN);
    struct str sign = str_slice(s->text, at, next);
    s->initial |=
        begins_sentence(s->text.data[at]) || str_equal(sign, STR("\u201c")) || str_equal(sign, STR("\u2018"));
}

void words_scan(struct vocabulary *vocabulary, struct str text, struct span range, word_vector *words)
{
    struct scanner s = {vocabulary, text, range.end < text.size ? range.end : text.size, words, {0}, true};
    strbuf_init(&s.lower);
    for (size_t at = range.start; at < s.end;) {
        size_t next = at;
        if (is_letter_or_digit(text_next(text, &next))) {
            size_t end = word_end(&s, at);
            scan_word(&s, at, end);
            at = end;
        } else {
            scan_other(&s, at, next);
            at = next;
        }
    }
    strbuf_release(&s.lower);
}
