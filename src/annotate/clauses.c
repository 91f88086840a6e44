/* clauses.c: where sentences and reported clauses begin and end; see attribution.h. */
#include "attribution.h"

#include "cues.h"
#include "phrases.h"

enum { SPOKEN = TAG_SAY | TAG_TELL };

uint32_t attribution_sentence_start(const struct reading *r, uint32_t token, uint32_t limit)
{
    uint32_t sentence = reading_token(r, token)->sentence, i = token;
    while (i > limit && r->tokens[i - 1].sentence == sentence && token - i < 8 * PHRASE_MOST_TOKENS)
        i--;
    return i;
}

uint32_t attribution_sentence_end(const struct reading *r, uint32_t token, uint32_t limit)
{
    uint32_t sentence = reading_token(r, token)->sentence, i = token;
    while (i < limit && r->tokens[i].sentence == sentence && i - token < 8 * PHRASE_MOST_TOKENS)
        i++;
    return i;
}

/* Whether a clause of its own begins behind the comma (or conjunction) at i: ", adding that", ", but", "and
 * said". */
static bool begins_clause(const struct reading *r, uint32_t i)
{
    uint32_t next = i + 1;
    if (reading_is(r, i, ",") && reading_has(r, next, TAG_CUE_VERB) && reading_has(r, next, TAG_ING))
        return true;
    if (reading_is(r, i, ",") && (reading_is(r, next, "but") || reading_is(r, next, "while") ||
                                  reading_is(r, next, "although") || reading_is(r, next, "though")))
        return true;
    if (cue_is_according(r, next))
        return true;
    if (reading_is(r, i, ",") && reading_has(r, next, TAG_CONJUNCTION))
        next++;
    if (reading_is(r, next, "also") || reading_is(r, next, "then"))
        next++;
    return (reading_is(r, i, "and") || reading_is(r, i, "but") || next > i + 1) &&
           reading_has(r, next, SPOKEN) && reading_has(r, next, TAG_PAST | TAG_THIRD) &&
           reading_token(r, next)->shape == TOKEN_LOWER;
}

/* Whether "X said" ends the sentence behind the comma at i. */
static bool closes_with_source(const struct reading *r, uint32_t i, uint32_t limit)
{
    enum { LONGEST_SOURCE = 10 };
    for (uint32_t k = i + 2; k < limit && k < i + LONGEST_SOURCE && token_is_word(reading_token(r, k)); k++)
        if (reading_has(r, k, SPOKEN) && cue_is_verb(r, k, i + 1) && reading_has(r, k, TAG_PAST | TAG_THIRD))
            return reading_ends_sentence(r, k + 1) && phrase_before(r, i + 1, k).first == i + 1;
    return false;
}

uint32_t attribution_clause_end(const struct reading *r, uint32_t first, uint32_t limit)
{
    uint32_t i = first;
    for (; i < limit; i++) {
        if (reading_is(r, i, ",") && closes_with_source(r, i, limit))
            break;
        if (reading_is(r, i, ";") || reading_is(r, i, ":"))
            break;
        if ((reading_is(r, i, ",") || reading_is(r, i, "and") || reading_is(r, i, "but")) &&
            begins_clause(r, i))
            break;
    }
    while (i > first && (reading_is(r, i - 1, "and") || reading_is(r, i - 1, "but") ||
                         (reading_token(r, i - 1)->shape == TOKEN_PUNCTUATION && !reading_is(r, i - 1, ")") &&
                          !reading_is(r, i - 1, "%"))))
        i--;
    return i;
}

bool attribution_has_verb(const struct reading *r, struct stretch s)
{
    for (uint32_t i = s.first; i < s.end; i++)
        if (phrase_is_finite(r, i))
            return true;
    return false;
}

uint32_t attribution_subordinate_end(const struct reading *r, uint32_t first, uint32_t limit)
{
    enum { NEAR = 24 };
    bool verb = false;
    int depth = 0;
    for (uint32_t i = first; i < limit; i++) {
        struct stretch behind = {i + 1, i + NEAR < limit ? i + NEAR : limit};
        depth += (r->tokens[i].shape == TOKEN_OPEN) - (r->tokens[i].shape == TOKEN_CLOSE && depth > 0);
        verb |= phrase_is_finite(r, i);
        if (verb && depth == 0 && reading_is(r, i, ",") && attribution_has_verb(r, behind))
            return i;
    }
    return limit;
}
