/* phrases.c: see phrases.h. */
#include "phrases.h"

#include "whosaid/base/array.h"

/* What cannot stand inside a noun phrase. */
enum {
    ENDS_PHRASE = TAG_AUXILIARY | TAG_THAT | TAG_RELATIVE | TAG_NEGATION | TAG_VERB | TAG_CONJUNCTION,
    FINITE = TAG_PAST | TAG_THIRD | TAG_BASE,
};

static bool is_comma(const struct reading *r, uint32_t i)
{
    return reading_is(r, i, ",");
}

static bool is_time(const struct reading *r, uint32_t i)
{
    const struct token *token = reading_token(r, i);
    return (token->tags & TAG_WEEKDAY) || ((token->tags & TAG_MONTH) && token_is_capital(token));
}

/* A word that may be part of a noun phrase and is no function word. */
static bool is_nounish(const struct reading *r, uint32_t i)
{
    const struct token *token = reading_token(r, i);
    if (!token_is_word(token))
        return false;
    if (token_is_capital(token) &&
        !(token->tags & (TAG_DETERMINER | TAG_PREPOSITION | TAG_CONJUNCTION | TAG_PRONOUN)))
        return !(token->tags & TAG_WEEKDAY);
    if (token->tags & (ENDS_PHRASE | TAG_PREPOSITION | TAG_DETERMINER | TAG_PRONOUN))
        return false;
    if (token->tags & TAG_ADVERB)
        return false;
    return !is_time(r, i);
}

/* A pronoun that stands alone: "her", but not in "her manager". */
static bool is_pronoun(const struct reading *r, uint32_t i)
{
    return reading_has(r, i, TAG_PRONOUN) && !(reading_has(r, i, TAG_DETERMINER) && is_nounish(r, i + 1));
}

/* "Smith and Jones", "Smith & Jones": a conjunction inside a phrase. */
static bool joins_names(const struct reading *r, uint32_t i)
{
    return (reading_is(r, i, "and") || reading_is(r, i, "&")) && i > 0 &&
           token_is_capital(reading_token(r, i - 1)) && token_is_capital(reading_token(r, i + 1));
}

/* A preposition that attaches to the noun before it. */
static bool attaches(const struct reading *r, uint32_t i)
{
    static const char *const words[] = {"of", "for", "at",     "in",    "from", "with",
                                        "on", "to",  "behind", "under", "near"};
    for (size_t w = 0; w < LENGTH(words); w++)
        if (reading_is(r, i, words[w]))
            return true;
    return false;
}

/* The start of "(R-Ohio)" that ends before i, or i. */
static uint32_t skip_bracket_back(const struct reading *r, uint32_t limit, uint32_t i)
{
    if (!reading_is(r, i - 1, ")"))
        return i;
    for (uint32_t k = i - 1; k > limit && i - k < 10; k--)
        if (reading_is(r, k - 1, "("))
            return k - 1;
    return i;
}

/* Steps left over one chunk, "the U.S. embassy": its first token. */
static uint32_t chunk_start(const struct reading *r, uint32_t limit, uint32_t end)
{
    uint32_t i = end;
    while (i > limit && end - i < PHRASE_MOST_TOKENS) {
        uint32_t before = skip_bracket_back(r, limit, i);
        if (before < i) {
            i = before;
            continue;
        }
        const struct token *token = reading_token(r, i - 1);
        bool own = is_nounish(r, i - 1) || (reading_is_possessive(r, i - 1) && i < end) ||
                   (i < end && joins_names(r, i - 1));
        if (i < end && (token->tags & TAG_CUE_CLAUSE) && token->shape == TOKEN_LOWER &&
            (token->tags & TAG_PAST))
            break;
        if (!own) {
            if ((token->tags & TAG_DETERMINER) && i < end)
                i--;
            break;
        }
        i--;
    }
    return i;
}

bool phrase_is_span_of_time(const struct reading *r, uint32_t i)
{
    static const char *const which[] = {"last", "next", "this", "earlier"};
    static const char *const spans[] = {"week",   "month",  "year",   "night",   "morning", "evening",
                                        "spring", "summer", "autumn", "weekend", "winter"};
    return READING_IS_ONE_OF(r, i, which) && READING_IS_ONE_OF(r, i + 1, spans) &&
           !reading_is_possessive(r, i + 2);
}

/* A phrase without its apposition, right to left. */
static struct stretch base_before(const struct reading *r, uint32_t limit, uint32_t end)
{
    if (end > limit && is_pronoun(r, end - 1))
        return (struct stretch){end - 1, end};
    uint32_t start = chunk_start(r, limit, end);
    if (start == end && end > limit &&
        reading_has(r, end - 1, TAG_DETERMINER)) /* "many said", "no one thinks" */
        return (struct stretch){end - 1 - (end > limit + 1 && reading_is(r, end - 2, "no")), end};
    while (start < end && start > limit + 1 && end - start < PHRASE_MOST_TOKENS && attaches(r, start - 1)) {
        uint32_t next = chunk_start(r, limit, start - 1);
        if (next == start - 1)
            break;
        start = next;
    }
    while (start < end && reading_is(r, start, "'s"))
        start++;
    if (end > start + 2 && phrase_is_span_of_time(r, start))
        start += 2;
    return (struct stretch){start, end};
}

/* Whether an apposition can begin here: "a Vietnam expert", "47", "who", "chief of staff", "R-Ohio". */
static bool begins_apposition(const struct reading *r, uint32_t i)
{
    const struct token *token = reading_token(r, i);
    if (token->tags & (TAG_DETERMINER | TAG_ROLE | TAG_TITLE | TAG_RELATIVE) || token->shape == TOKEN_NUMBER)
        return true;
    if (!token_is_word(token) ||
        (token->tags & (ENDS_PHRASE | TAG_PRONOUN | TAG_ING | TAG_PREPOSITION | TAG_ADVERB)))
        return false;
    if (token->shape != TOKEN_LOWER)
        return true;
    for (uint32_t k = i + 1; k < i + 4 && is_nounish(r, k); k++) /* "senior fellow", "former head" */
        if (reading_has(r, k, TAG_ROLE | TAG_TITLE))
            return true;
    return false;
}

/* "Lind, at the rally, said", "Lind, also speaking in Oslo, said", "the law, signed in May, says", "the
 * ministry, as locals call it, said": no part of the phrase. */
static bool begins_aside(const struct reading *r, uint32_t i)
{
    while (reading_has(r, i, TAG_ADVERB) && reading_token(r, i)->shape == TOKEN_LOWER)
        i++;
    const struct token *token = reading_token(r, i);
    bool participle = str_ends(token->lower, STR("ing")) || str_ends(token->lower, STR("ed")) ||
                      reading_is(r, i, "written") || reading_is(r, i, "made") || reading_is(r, i, "sent");
    return (token->tags & TAG_PREPOSITION) || reading_is(r, i, "as") ||
           (token->shape == TOKEN_LOWER && participle);
}

/* Whether a participle that the lexicon may not know opens a sentence: "Growing louder", but not "Beijing
 * said" or "Boeing's". */
static bool is_opening_participle(const struct reading *r, uint32_t i)
{
    enum { SHORTEST = 6 };
    static const char *const others[] = {"beijing",   "boeing",     "nothing", "anything",
                                         "something", "everything", "evening", "morning",
                                         "spring",    "wyoming",    "reading"};
    const struct token *token = reading_token(r, i), *next = reading_token(r, i + 1);
    return token->shape == TOKEN_CAPITALISED && token->lower.size >= SHORTEST &&
           str_ends(token->lower, STR("ing")) && next->shape == TOKEN_LOWER &&
           !reading_is_possessive(r, i + 1) && !phrase_is_finite(r, i + 1) &&
           !phrase_is_unknown_past(r, i + 1) && !READING_IS_ONE_OF(r, i, others);
}

/* "X, a Y at Z," before its closing comma at end - 1. */
static struct stretch apposed_before(const struct reading *r, uint32_t limit, uint32_t end)
{
    struct stretch found = {end, end};
    uint32_t last = end - 1;
    for (uint32_t i = last; i > limit && last - i < PHRASE_MOST_TOKENS; i--) {
        if (!is_comma(r, i - 1) || i == last)
            continue;
        bool apposed = begins_apposition(r, i), aside = !apposed && begins_aside(r, i);
        if (!apposed && !aside)
            continue;
        struct stretch head = base_before(r, limit, i - 1);
        if (stretch_is_empty(head) || reading_has(r, head.first, TAG_PRONOUN) ||
            is_opening_participle(r, head.first))
            continue;
        bool bounded = head.first == limit || !token_is_word(reading_token(r, head.first - 1)) ||
                       reading_has(r, head.first - 1, TAG_CONJUNCTION | TAG_THAT);
        if (bounded && (token_is_capital(reading_token(r, head.end - 1)) || head.first == limit))
            found = (struct stretch){head.first, aside ? head.end : last};
    }
    return found;
}

/* Passes over "on Thursday", "Monday" and adverbs between a subject and its verb. */
static uint32_t skip_adverbials_back(const struct reading *r, uint32_t limit, uint32_t end)
{
    while (end > limit) {
        const struct token *token = reading_token(r, end - 1);
        if (is_time(r, end - 1) || ((token->tags & TAG_ADVERB) && token->shape == TOKEN_LOWER))
            end--;
        else if (reading_is(r, end - 1, "on") && is_time(r, end))
            end--;
        else if (end > limit + 3 && is_comma(r, end - 1) && is_comma(r, end - 3) &&
                 (reading_has(r, end - 2, TAG_ADVERB) || reading_is(r, end - 2, "though")))
            end -= 3; /* "Lind, however, said" */
        else
            break;
    }
    return end;
}

struct stretch phrase_before(const struct reading *r, uint32_t limit, uint32_t end)
{
    end = skip_adverbials_back(r, limit, end);
    if (end <= limit)
        return (struct stretch){end, end};
    if (is_comma(r, end - 1))
        return apposed_before(r, limit, end);
    return base_before(r, limit, end);
}

/* Whether the preposition at i leads to a time or an occasion: "on Monday", "in a statement". */
static bool leads_away(const struct reading *r, uint32_t i)
{
    uint32_t next = i + 1;
    if (is_time(r, next) || reading_token(r, next)->shape == TOKEN_NUMBER)
        return true;
    if (reading_has(r, next, TAG_DETERMINER))
        next++;
    while (reading_token(r, next)->shape == TOKEN_LOWER && !reading_has(r, next, TAG_CUE_NOUN) &&
           next < i + 5 && !reading_has(r, next, ENDS_PHRASE | TAG_PREPOSITION))
        next++;
    return reading_has(r, next, TAG_CUE_NOUN);
}

/* The end of a phrase without its apposition, left to right. */
static uint32_t base_after(const struct reading *r, uint32_t first, uint32_t limit)
{
    uint32_t i = first;
    if (limit > first + PHRASE_MOST_TOKENS)
        limit = first + PHRASE_MOST_TOKENS;
    while (i < limit) {
        const struct token *token = reading_token(r, i);
        if (i > first && (token->tags & TAG_CUE_CLAUSE) && token->shape == TOKEN_LOWER &&
            (token->tags & TAG_PAST))
            break;
        if (is_nounish(r, i) || (reading_is_possessive(r, i) && i > first) ||
            (token->tags & TAG_DETERMINER) || (i > first && joins_names(r, i)))
            i++;
        else if (i > first && attaches(r, i) && !leads_away(r, i) &&
                 (is_nounish(r, i + 1) || reading_has(r, i + 1, TAG_DETERMINER)))
            i += 2;
        else
            break;
    }
    while (i > first + 1 && reading_has(r, i - 1, TAG_DETERMINER))
        i--;
    return i < limit ? i : limit;
}

struct stretch phrase_after(const struct reading *r, uint32_t first, uint32_t limit)
{
    if (first >= limit)
        return (struct stretch){first, first};
    if (is_pronoun(r, first))
        return (struct stretch){first, first + 1};
    uint32_t end = base_after(r, first, limit);
    for (int i = 0; i < 3 && end > first && end + 1 < limit && is_comma(r, end); i++) {
        if (!begins_apposition(r, end + 1) || reading_has(r, end + 1, TAG_RELATIVE))
            break;
        uint32_t next = base_after(r, end + 1, limit);
        if (next == end + 1 || (next < limit && reading_has(r, next, TAG_CUE_VERB | TAG_AUXILIARY)))
            break;
        end = next;
    }
    return (struct stretch){first, end};
}

bool phrase_stands_alone(const struct reading *r, uint32_t i)
{
    static const char *const words[] = {"many", "some", "most", "both",    "all",
                                        "few",  "this", "that", "another", "several"};
    for (size_t w = 0; w < LENGTH(words); w++)
        if (reading_is(r, i, words[w]))
            return true;
    return reading_token(r, i)->shape == TOKEN_NUMBER;
}

bool phrase_takes_base_form(const struct reading *r, uint32_t i)
{
    const struct token *token = reading_token(r, i);
    if (token->tags & (TAG_AUXILIARY | TAG_NEGATION | TAG_PRONOUN | TAG_ADVERB | TAG_CONJUNCTION) ||
        reading_is(r, i, "to") || reading_is(r, i, "here") || reading_is(r, i, "there"))
        return true;
    return str_ends(token->lower, STR("s")) || str_ends(token->lower, STR("people")) ||
           str_ends(token->lower, STR("men")) || !token_is_word(token) || phrase_stands_alone(r, i);
}

bool phrase_is_finite(const struct reading *r, uint32_t i)
{
    const struct token *token = reading_token(r, i);
    if (token->shape != TOKEN_LOWER)
        return !reading_is_possessive(r, i) && (token->tags & TAG_AUXILIARY) &&
               !(token->tags & TAG_MONTH); /* "in May" */
    if (reading_is_possessive(r, i))
        return false;
    if (token->tags & (TAG_AUXILIARY | TAG_VERB))
        return true;
    if ((token->tags & TAG_CUE_VERB) && (token->tags & (TAG_PAST | TAG_THIRD)))
        return true;
    return (token->tags & TAG_BASE) && i > 0 && phrase_takes_base_form(r, i - 1) &&
           token_is_word(reading_token(r, i - 1));
}

bool phrase_is_unknown_past(const struct reading *r, uint32_t i)
{
    const struct token *token = reading_token(r, i);
    if (token->shape != TOKEN_LOWER || (token->tags & ~(uint32_t)TAG_PAST) ||
        !str_ends(token->lower, STR("ed")))
        return false;
    return i > 0 && token_is_word(reading_token(r, i - 1)) &&
           !reading_has(r, i - 1,
                        TAG_DETERMINER | TAG_PREPOSITION | TAG_AUXILIARY | TAG_THAT | TAG_NEGATION |
                            TAG_CONJUNCTION | TAG_ADVERB);
}

/* Whether the verb of a sentence stands here: known, or a past form that no noun follows. */
static bool is_verb_of_subject(const struct reading *r, uint32_t i)
{
    if (phrase_is_finite(r, i))
        return true;
    const struct token *next = reading_token(r, i + 1);
    bool noun_follows =
        next->shape == TOKEN_LOWER && !(next->tags & ~(uint32_t)(TAG_ROLE | TAG_ORGANISATION | TAG_TITLE));
    return phrase_is_unknown_past(r, i) && !noun_follows && !reading_is(r, i + 1, "by");
}

/* Passes over a leading phrase that ends with a comma: "In a speech on Monday, ". */
static uint32_t skip_opening(const struct reading *r, uint32_t first, uint32_t limit)
{
    bool opens = reading_has(r, first, TAG_PREPOSITION | TAG_ADVERB | TAG_CONJUNCTION | TAG_ING) ||
                 reading_has(r, first + 1, TAG_ADVERB) || /* "Hours later," */
                 is_opening_participle(r, first);
    for (uint32_t i = first; opens && i < limit && i < first + PHRASE_MOST_TOKENS; i++)
        if (is_comma(r, i))
            return i + 1;
    return first;
}

struct stretch phrase_subject(const struct reading *r, uint32_t first, uint32_t limit)
{
    first = skip_opening(r, first, limit);
    if (reading_has(r, first, TAG_CONJUNCTION | TAG_RELATIVE) && !reading_has(r, first, TAG_PRONOUN))
        first++; /* "When Lind ..." */
    if (is_pronoun(r, first) && !reading_has(r, first, TAG_RELATIVE))
        return (struct stretch){first, first + 1};
    for (uint32_t i = first; i < limit && i < first + PHRASE_MOST_TOKENS; i++) {
        if (!is_verb_of_subject(r, i) && !reading_token(r, i)->newline)
            continue;
        if (i > first && !is_comma(r, i - 1))
            return base_before(r, first, skip_adverbials_back(r, first, i)).first == first
                       ? (struct stretch){first, skip_adverbials_back(r, first, i)}
                       : phrase_after(r, first, i);
        if (i > first)
            return (struct stretch){first, i - 1};
    }
    return phrase_after(r, first, limit);
}
