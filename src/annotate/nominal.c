/* nominal.c: see nominal.h. */
#include "nominal.h"

#include "cues.h"
#include "phrases.h"

#include "whosaid/base/array.h"

static bool is_possessive_pronoun(const struct reading *r, uint32_t i)
{
    static const char *const words[] = {"his", "her", "their", "its", "my", "our"};
    return READING_IS_ONE_OF(r, i, words);
}

static bool is_possessive_ending(const struct reading *r, uint32_t i)
{
    return reading_is(r, i, "'s") || (reading_is(r, i, "'") && token_is_word(reading_token(r, i - (i > 0))));
}

/* Whose the noun is, by what stands before it and its adjectives: "Lind's", "her". */
static struct stretch owner_before(const struct reading *r, uint32_t limit, uint32_t noun)
{
    enum { MOST_ADJECTIVES = 3 };
    for (uint32_t i = noun; i > limit && noun - i < MOST_ADJECTIVES; i--) {
        if (is_possessive_pronoun(r, i - 1))
            return (struct stretch){i - 1, i};
        if (is_possessive_ending(r, i - 1)) {
            struct stretch owner = phrase_before(r, limit, i - 1);
            for (uint32_t k = owner.end; k > owner.first; k--)
                if (reading_has(r, k - 1, TAG_PREPOSITION) && reading_token(r, k - 1)->shape == TOKEN_LOWER)
                    return (struct stretch){k, i};
            return stretch_is_empty(owner) ? owner : (struct stretch){owner.first, i};
        }
        if (reading_token(r, i - 1)->shape != TOKEN_LOWER ||
            reading_has(r, i - 1, TAG_DETERMINER | TAG_PREPOSITION | TAG_AUXILIARY | TAG_CONJUNCTION))
            break;
    }
    return (struct stretch){noun, noun};
}

static bool opens_clause(const struct reading *r, uint32_t i)
{
    return reading_has(r, i, TAG_THAT | TAG_RELATIVE) ||
           (reading_has(r, i, TAG_CONJUNCTION) && !reading_is(r, i, "as"));
}

/* Where a clause that is part of the subject ends: before the first verb that is one too many for it. The
 * sentence's end when there is none. */
static uint32_t subject_clause_end(const struct reading *r, uint32_t first, uint32_t limit)
{
    uint32_t clauses = 0, verbs = 0;
    bool in_verb = false;
    for (uint32_t i = first; i < limit && i < first + PHRASE_MOST_TOKENS; i++) {
        bool verb = !reading_has(r, i, TAG_THAT) && (phrase_is_finite(r, i) || phrase_is_unknown_past(r, i));
        bool two = reading_has(r, i, TAG_VERB) && reading_has(r, i - 1, TAG_VERB); /* "were lost [drew]" */
        bool begins = verb && (!in_verb || two || phrase_is_unknown_past(r, i));
        in_verb = verb || (in_verb && reading_has(r, i, TAG_ADVERB | TAG_NEGATION | TAG_AUXILIARY));
        verbs += begins;
        clauses += opens_clause(r, i);
        if (begins && verbs > clauses)
            return i;
    }
    return limit;
}

/* Where the clause of a noun ends at the latest whose phrase begins at the token: before the verb if the
 * phrase is the sentence's subject, at the comma if it opens the sentence ("Despite his claim that ...,"). */
static uint32_t noun_clause_end(const struct reading *r, struct stretch sentence, uint32_t phrase,
                                uint32_t content)
{
    uint32_t i = sentence.first;
    for (; i < phrase; i++)
        if (phrase_is_finite(r, i) || phrase_is_unknown_past(r, i) || reading_has(r, i, TAG_CUE_VERB))
            return sentence.end;
    if (phrase == sentence.first || !reading_has(r, sentence.first, TAG_PREPOSITION | TAG_CONJUNCTION))
        return subject_clause_end(r, content, sentence.end);
    for (i = content; i < sentence.end && !reading_is(r, i, ","); i++)
        ;
    return i;
}

/* Nouns with a clause of what was said; a speech or a tweet has only relative ones.
 * By the start of the word. */
static bool takes_clause(const struct reading *r, uint32_t noun)
{
    static const char *const stems[] = {
        "accusation", "admission",  "allegation", "announcement", "argument",  "assertion",   "assurance",
        "belief",     "boast",      "charge",     "claim",        "comment",   "complaint",   "concern",
        "conclusion", "contention", "conviction", "declaration",  "denial",    "fear",        "finding",
        "forecast",   "hope",       "insistence", "message",      "notion",    "observation", "opinion",
        "pledge",     "prediction", "promise",    "remark",       "statement", "suggestion",  "suspicion",
        "testimony",  "threat",     "view",       "vow",          "warning",
    };
    struct str word = reading_token(r, noun)->lower;
    for (size_t i = 0; i < LENGTH(stems); i++) {
        struct str stem = str_from(stems[i]);
        if (str_starts(word, stem) && (word.size == stem.size || str_ends(word, STR("s"))) &&
            word.size <= stem.size + 1)
            return reading_token(r, noun)->shape == TOKEN_LOWER;
    }
    return false;
}

/* Whether a clause of its own stands behind "that", and not a relative one: "that prices fell", not "that
 * read". */
static bool has_subject(const struct reading *r, uint32_t i)
{
    const struct token *token = reading_token(r, i);
    if (token->shape != TOKEN_LOWER ||
        reading_has(r, i, TAG_DETERMINER | TAG_PRONOUN | TAG_PREPOSITION | TAG_CONJUNCTION))
        return true;
    if (phrase_is_finite(r, i) || reading_has(r, i, TAG_CUE_VERB | TAG_VERB | TAG_AUXILIARY | TAG_ADVERB))
        return false;
    return phrase_is_finite(r, i + 1) || reading_token(r, i + 1)->shape == TOKEN_LOWER;
}

struct nominal nominal_noun(const struct reading *r, struct stretch sentence, uint32_t noun)
{
    struct nominal nominal = {.cue = {noun, noun + 1}, .content = noun + 1, .end = sentence.end};
    if ((!reading_is(r, noun + 1, "that") && !reading_is(r, noun + 1, "by")) || !takes_clause(r, noun))
        return nominal;
    if (reading_is(r, noun + 1, "by")) {
        nominal.speaker = phrase_after(r, noun + 2, sentence.end);
        nominal.content = nominal.speaker.end;
    } else {
        nominal.speaker = owner_before(r, sentence.first, noun);
    }
    if (stretch_is_empty(nominal.speaker) || nominal.content + 2 >= sentence.end ||
        !reading_is(r, nominal.content, "that") || !has_subject(r, nominal.content + 1))
        return nominal;
    uint32_t first = nominal.speaker.first < noun ? nominal.speaker.first : noun - (noun > sentence.first);
    nominal.end = noun_clause_end(r, sentence, first, nominal.content);
    nominal.found = true;
    return nominal;
}

struct nominal nominal_passive(const struct reading *r, struct stretch sentence, uint32_t verb)
{
    struct nominal nominal = {.cue = cue_extend(r, verb, sentence.first, verb + 1), .end = sentence.end};
    if (!reading_has(r, verb, TAG_CUE_VERB) || !cue_is_passive(r, nominal.cue, verb) ||
        !reading_is(r, verb + 1, "by"))
        return nominal;
    nominal.cue.end = verb + 2;
    nominal.speaker = phrase_after(r, verb + 2, sentence.end);
    for (uint32_t i = nominal.speaker.first; i < nominal.speaker.end; i++)
        if (reading_is(r, i, "of") && reading_is(r, verb, "accused"))
            nominal.speaker.end = i; /* "accused by the council of theft" */
    nominal.content = nominal.speaker.end;
    bool clause = reading_is(r, nominal.content, "that") && reading_has(r, verb, TAG_CUE_CLAUSE);
    bool thing = reading_is(r, nominal.content, "as") || reading_is(r, nominal.content, "of");
    nominal.found = !stretch_is_empty(nominal.speaker) && nominal.content + 1 < sentence.end &&
                    (clause || (thing && reading_has(r, verb, TAG_JUDGE)));
    return nominal;
}
