/* cues.c: see cues.h. */
#include "cues.h"

#include "phrases.h"

static bool is_possessive(const struct reading *r, uint32_t i)
{
    return reading_is(r, i, "'s") || reading_is(r, i, "'");
}

/* Cue verbs that are nouns as often: what stands before them says which. */
static bool is_noun_here(const struct reading *r, uint32_t i, uint32_t limit)
{
    uint32_t form = reading_token(r, i)->tags;
    if (i == limit)
        return !(form & (TAG_PAST | TAG_ING));
    uint32_t before = i - 1;
    if ((form & TAG_ING) && !(form & TAG_BASE))
        return false;
    if (reading_has(r, before, TAG_DETERMINER) && !phrase_stands_alone(r, before) &&
        !reading_has(r, before, TAG_PRONOUN))
        return true;
    if (reading_has(r, before, TAG_PREPOSITION) && !reading_is(r, before, "to"))
        return true;
    if (is_possessive(r, before))
        return true;
    return (form & TAG_BASE) && !(form & (TAG_PAST | TAG_THIRD)) && !phrase_takes_base_form(r, before);
}

/* Verbs that attribute with a particle only: "pointed out", "spoke of". */
static bool lacks_particle(const struct reading *r, uint32_t i)
{
    static const struct {
        const char *stem, *particles[3];
    } verbs[] = {
        {"point", {"out", "to", "out"}}, {"spoke", {"of", "about", "of"}}, {"speak", {"of", "about", "of"}}};
    for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
        if (!str_starts(reading_token(r, i)->lower, str_from(verbs[v].stem)))
            continue;
        for (size_t p = 0; p < 3; p++)
            if (reading_is(r, i + 1, verbs[v].particles[p]))
                return false;
        return true;
    }
    return false;
}

bool cue_is_verb(const struct reading *r, uint32_t i, uint32_t limit)
{
    const struct token *token = reading_token(r, i);
    if (!(token->tags & TAG_CUE_VERB) || token->shape != TOKEN_LOWER)
        return false;
    if (token->tags & (TAG_PREPOSITION | TAG_CONJUNCTION | TAG_AUXILIARY))
        return false;
    if (reading_has(r, i + 1, TAG_CUE_VERB) && (token->tags & TAG_BASE) && !(token->tags & TAG_PAST))
        return false;
    return !is_noun_here(r, i, limit) && !lacks_particle(r, i);
}

static bool belongs_before(const struct reading *r, uint32_t i)
{
    const struct token *token = reading_token(r, i);
    if (is_possessive(r, i) || token->shape != TOKEN_LOWER)
        return false;
    return (token->tags & (TAG_AUXILIARY | TAG_NEGATION | TAG_ADVERB)) &&
           !(token->tags & (TAG_DETERMINER | TAG_PREPOSITION | TAG_CONJUNCTION | TAG_PRONOUN));
}

/* "in a statement", "in an interview" straight behind the verb. */
static uint32_t occasion_end(const struct reading *r, uint32_t i, uint32_t end)
{
    static const char *const occasions[] = {"statement", "interview", "speech", "letter", "tweet", "email"};
    if (i + 2 >= end || !reading_is(r, i, "in") || !reading_has(r, i + 1, TAG_DETERMINER))
        return i;
    for (size_t w = 0; w < sizeof occasions / sizeof *occasions; w++)
        if (reading_is(r, i + 2, occasions[w]))
            return i + 3;
    return i;
}

/* Verbs and the particle that makes them attribute. */
static bool takes_particle(const struct reading *r, uint32_t verb)
{
    static const struct {
        const char *verb, *particle;
    } phrasal[] = {
        {"called", "for"},  {"called", "on"},     {"calls", "for"},   {"calls", "on"},
        {"calling", "for"}, {"calling", "on"},    {"call", "for"},    {"pointed", "out"},
        {"points", "out"},  {"pointing", "out"},  {"point", "out"},   {"pointed", "to"},
        {"referred", "to"}, {"referring", "to"},  {"refers", "to"},   {"spoke", "of"},
        {"speaks", "of"},   {"speaking", "of"},   {"spoke", "about"}, {"laid", "out"},
        {"spelled", "out"}, {"complained", "of"}, {"warned", "of"},
    };
    for (size_t i = 0; i < sizeof phrasal / sizeof *phrasal; i++)
        if (reading_is(r, verb, phrasal[i].verb) && reading_is(r, verb + 1, phrasal[i].particle))
            return true;
    return false;
}

struct stretch cue_extend(const struct reading *r, uint32_t verb, uint32_t limit, uint32_t end)
{
    struct stretch cue = {verb, verb + 1};
    while (cue.first > limit && belongs_before(r, cue.first - 1) && verb - cue.first < 6)
        cue.first--;
    if (cue.end < end && takes_particle(r, verb))
        cue.end++;
    cue.end = occasion_end(r, cue.end, end);
    return cue;
}

bool cue_is_passive(const struct reading *r, struct stretch cue, uint32_t verb)
{
    static const char *const forms[] = {"was", "were", "is", "are", "been", "be", "being", "am"};
    if (!reading_has(r, verb, TAG_PAST))
        return false;
    for (uint32_t i = cue.first; i < verb; i++)
        for (size_t w = 0; w < sizeof forms / sizeof *forms; w++)
            if (reading_is(r, i, forms[w]))
                return true;
    return false;
}

bool cue_is_quoted_as(const struct reading *r, struct stretch *cue, uint32_t verb, uint32_t limit)
{
    if (!reading_is(r, verb, "saying") || verb < limit + 3 || !reading_is(r, verb - 1, "as"))
        return false;
    if (!reading_is(r, verb - 2, "quoted") && !reading_is(r, verb - 2, "reported") &&
        !reading_is(r, verb - 2, "cited"))
        return false;
    cue->first = cue_extend(r, verb - 2, limit, verb).first;
    return cue->first < verb - 2;
}

struct stretch cue_subject(const struct reading *r, uint32_t limit, uint32_t sentence, struct stretch cue,
                           uint32_t verb, bool *shared)
{
    uint32_t before = cue.first - 1;
    bool participle = reading_has(r, verb, TAG_ING) && cue.first == verb;
    *shared = cue.first > limit && (reading_has(r, before, TAG_CONJUNCTION) || reading_is(r, before, "to"));
    if (participle && cue.first > limit)
        *shared |= reading_is(r, before, ",") || reading_has(r, before, TAG_PREPOSITION);
    if (participle && (cue.first == limit || is_possessive(r, before) || reading_is(r, before, "as")))
        return (struct stretch){cue.first, cue.first};
    return *shared ? phrase_subject(r, sentence, cue.first) : phrase_before(r, limit, cue.first);
}

bool cue_is_according(const struct reading *r, uint32_t token)
{
    return reading_is(r, token, "according") && reading_is(r, token + 1, "to");
}

struct stretch phrase_after_according(const struct reading *r, uint32_t cue, uint32_t limit)
{
    struct stretch speaker = phrase_after(r, cue + 2, limit);
    if (speaker.end >= limit || reading_is(r, speaker.end, ","))
        return speaker;
    for (uint32_t i = speaker.first; i < speaker.end; i++)
        if (reading_is(r, i, ","))
            return (struct stretch){speaker.first, i};
    return speaker;
}
