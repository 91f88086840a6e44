/* reported.c: see reported.h. */
#include "reported.h"

#include "attribution.h"
#include "cues.h"
#include "phrases.h"

#include "whosaid/base/array.h"

enum { SPOKEN = TAG_SAY | TAG_TELL };

uint32_t reported_start(const struct reading *r, struct stretch cue, uint32_t verb, uint32_t limit)
{
    uint32_t i = cue.end;
    bool object =
        reading_has(r, i, TAG_DETERMINER) && !reading_has(r, i, TAG_THAT) && !reading_is(r, i, "this");
    bool things = !reading_has(r, verb, TAG_CUE_CLAUSE) || (object && !reading_has(r, verb, TAG_TELL));
    for (uint32_t k = i; !things && k < limit && k < i + 9; k++) {
        if (reading_has(r, k, TAG_THAT))
            return k;
        if (!token_is_word(reading_token(r, k)) || reading_has(r, k, TAG_AUXILIARY))
            break;
    }
    if (reading_has(r, verb, TAG_TELL) && !reading_has(r, verb, TAG_SAY)) {
        uint32_t told = cue_addressee_end(r, i, limit);
        if (told > i)
            return told;
        struct stretch addressee = phrase_after(r, i, limit);
        if (reading_has(r, i, TAG_PRONOUN) || addressee.end < limit)
            return addressee.end;
    }
    while (i < limit &&
           (reading_has(r, i, TAG_WEEKDAY) || (reading_is(r, i, "on") && reading_has(r, i + 1, TAG_WEEKDAY))))
        i++;
    return i;
}

bool reported_can_begin(const struct reading *r, uint32_t verb, uint32_t start, uint32_t limit)
{
    if (start >= limit || !token_is_word(reading_token(r, start)))
        return false;
    if (reading_has(r, start, TAG_THAT)) /* "taken aside and told that": nobody is told by the subject */
        return reading_has(r, verb, TAG_CUE_CLAUSE) && !(reading_is(r, verb, "told") && start == verb + 1);
    if (reading_has(r, start, TAG_AUXILIARY) || reading_is(r, verb, "call")) /* they call it so: a name */
        return reading_is(r, start, "for") || reading_is(r, start - 1, "for");
    if (reading_has(r, start, TAG_CONJUNCTION | TAG_ADVERB) &&
        !reading_has(r, start, TAG_DETERMINER | TAG_PREPOSITION))
        return reading_is(r, start, "if");
    if (reading_has(r, verb, SPOKEN | TAG_THINK))
        return !reading_has(r, start, TAG_PREPOSITION) || reading_is(r, start, "to");
    return !reading_has(r, start, TAG_PREPOSITION);
}

bool reported_can_speak(const struct reading *r, struct stretch speaker)
{
    if (stretch_is_empty(speaker) ||
        reading_has(r, speaker.first, TAG_PREPOSITION | TAG_CONJUNCTION | TAG_THAT))
        return false;
    if (speaker.end > speaker.first + 1)
        return true;
    return !reading_is(r, speaker.first, "i") && !reading_is(r, speaker.first, "you") &&
           !reading_is(r, speaker.first, "we") && !reading_is(r, speaker.first, "a") &&
           !reading_is(r, speaker.first, "an") && !reading_is(r, speaker.first, "the") &&
           !reading_is(r, speaker.first, "its") && !reading_is(r, speaker.first, "his") &&
           !reading_is(r, speaker.first, "it");
}

/* Verbs that are something else as often: only "that" makes them report. */
static bool needs_that(const struct reading *r, uint32_t verb)
{
    static const char *const stems[] = {"maintain", "counter", "show", "find", "found", "charg",  "post",
                                        "signal",   "state",   "mean", "hold", "held",  "demand", "relat"};
    for (size_t i = 0; i < LENGTH(stems); i++)
        if (str_starts(reading_token(r, verb)->lower, str_from(stems[i])))
            return !reading_is(r, verb, "stated");
    return false;
}

/* Whether somebody speaks, and not a thing: "the visit underscores" tells of no speaker. */
static bool is_somebody(const struct reading *r, struct stretch speaker)
{
    uint32_t last = speaker.first;
    while (last + 1 < speaker.end && !reading_has(r, last + 1, TAG_PREPOSITION) &&
           !reading_is(r, last + 1, ","))
        last++;
    const struct token *token = reading_token(r, last);
    return token->shape != TOKEN_LOWER ||
           (token->tags & (TAG_ROLE | TAG_ORGANISATION | TAG_PRONOUN | TAG_DETERMINER)) ||
           str_ends(token->lower, STR("s"));
}

bool reported_is_plain(const struct reading *r, struct stretch speaker, uint32_t verb, uint32_t start,
                       uint32_t cue_first)
{
    bool that = reading_has(r, start, TAG_THAT);
    if (cue_first > 0 && (reading_is(r, cue_first - 1, "to") || reading_is(r, cue_first - 1, "from") ||
                          reading_is(r, cue_first - 1, "without")))
        return false; /* "expected to announce", "refrained from denouncing" */
    if (!that && (needs_that(r, verb) || cue_is_planned(r, verb, 0)))
        return false;
    return that || reading_has(r, verb, SPOKEN | TAG_THINK) || is_somebody(r, speaker);
}

bool reported_only_opens(const struct reading *r, struct stretch content)
{
    static const char *const words[] = {"when",   "if",      "as",    "while", "although",
                                        "though", "because", "since", "then"};
    if (READING_IS_ONE_OF(r, content.first, words) ||
        READING_IS_ONE_OF(r, content.first - (content.first > 0), words))
        return true;
    return reading_has(r, content.first, TAG_PREPOSITION) && !attribution_has_verb(r, content);
}

bool reported_by_somebody(const struct reading *r, struct stretch speaker, uint32_t verb)
{
    const struct token *first = reading_token(r, speaker.first), *last = reading_token(r, speaker.end - 1);
    bool plural = str_ends(last->lower, STR("s"));
    if (reading_has(r, verb, TAG_PAST) || first->shape != TOKEN_LOWER ||
        (first->tags & (TAG_DETERMINER | TAG_PRONOUN)) || last->shape != TOKEN_LOWER)
        return true;
    return (last->tags & (TAG_ROLE | TAG_ORGANISATION)) || (plural && !reading_has(r, verb, TAG_THIRD));
}

bool reported_holds_clause(const struct reading *r, struct stretch s)
{
    for (uint32_t i = s.first + 1; i + 1 < s.end; i++)
        if (phrase_is_unknown_past(r, i) && reading_has(r, i + 1, TAG_DETERMINER | TAG_PRONOUN))
            return true;
    return false;
}

bool reported_has_mark(const struct reading *r, struct stretch s)
{
    for (uint32_t i = s.first; i < s.end; i++)
        if (r->tokens[i].shape == TOKEN_OPEN)
            return true;
    return false;
}

struct stretch reported_before(const struct reading *r, uint32_t limit, uint32_t border)
{
    struct stretch content = {limit, border};
    static const char *const links[] = {"and", "but", "or", "nor", "so", "yet"};
    while (content.first < border &&
           (!token_is_word(reading_token(r, content.first)) || READING_IS_ONE_OF(r, content.first, links)))
        content.first++;
    while (content.end > content.first && reading_is(r, content.end - 1, ","))
        content.end--;
    if (reported_has_mark(r, content))
        content.end = content.first;
    return content;
}

struct stretch reported_rest(const struct reading *r, struct stretch content, uint32_t comma, uint32_t limit)
{
    uint32_t next = comma + 1;
    struct stretch rest = {next, attribution_clause_end(r, next, limit)}, none = {next, next};
    if (!reading_is(r, comma, ",") || next >= limit || !token_is_word(reading_token(r, next)) ||
        rest.end <= next + 1)
        return none;
    if (str_ends(reading_token(r, next)->lower, STR("ing")) ||
        reading_has(r, next, TAG_CONJUNCTION | TAG_RELATIVE))
        return none;
    bool goes_on =
        phrase_is_finite(r, next) || !attribution_has_verb(r, content) || reported_only_opens(r, content);
    return goes_on ? rest : none;
}

uint32_t reported_comma(const struct reading *r, uint32_t i, uint32_t limit)
{
    enum { NEAR = 12 };
    uint32_t end = i + NEAR < limit ? i + NEAR : limit;
    while (i < end && !reading_is(r, i, ","))
        i++;
    return i < end ? i : limit;
}
