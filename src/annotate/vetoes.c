/* vetoes.c: see vetoes.h. */
#include "vetoes.h"

#include "cues.h"
#include "deeds.h"
#include "senses.h"
#include "speakers.h"
#include "tagger.h"

/* Whether the author says that he did something to a thing, and reports nothing: "I wrote it on the ticket".
 */
static bool is_own_deed(const struct reading *r, struct stretch content, struct stretch speaker)
{
    if (speaker.end > speaker.first + 1 ||
        !(reading_is(r, speaker.first, "i") || reading_is(r, speaker.first, "we")))
        return false;
    for (uint32_t t = content.first; t < content.end; t++)
        if (reading_has(r, t, TAG_AUXILIARY | TAG_VERB | TAG_CUE_VERB) || reading_is(r, t, "to"))
            return false;
    return true;
}

/* A bare "which"; a clause with "that" behind a noun, when its cue has another content: "accused him of
 * theft, a charge that he denies". */
static bool is_relative(const struct labelled *l, const struct candidate *c)
{
    const struct reading *r = l->reading;
    uint32_t first = c->content.first;
    if (c->content.end == first + 1 && reading_has(r, first, TAG_RELATIVE | TAG_THAT))
        return true; /* "which the ministry denied" */
    return c->again && !stretch_is_empty(c->cue) && first > l->paragraph->tokens.first &&
           reading_has(r, first, TAG_THAT | TAG_RELATIVE) && token_is_word(&r->tokens[first - 1]) &&
           labelled_at(l, first - 1) == LABEL_NONE;
}

/* Whether what looks like a cue is what somebody says something of: ", charges he denies." */
static bool is_said_of(const struct reading *r, struct stretch cue)
{
    return !stretch_is_empty(cue) && reading_has(r, cue.end, TAG_PRONOUN) &&
           reading_has(r, cue.end + 1, TAG_CUE_VERB) && !token_is_word(reading_token(r, cue.end + 2));
}

/* A speaker before what was said, with more than the cue between them: "the court issued a warrant over war
 * crimes, charges ..." */
static bool is_apart(const struct labelled *l, const struct candidate *c)
{
    return c->speaker.end <= c->content.first && c->content.end <= c->cue.first &&
           !labelled_only_attributes(l, c->speaker.end, c->content.first);
}

/* A title in marks behind a preposition: "she said on “The Morning Hour”". */
static bool is_venue(const struct reading *r, const struct candidate *c)
{
    static const char *const verbs[] = {"say", "says", "said", "saying", "tell", "tells", "told", "telling"};
    static const char *const places[] = {"on", "in", "at"};
    uint32_t first = c->content.first;
    bool said = false;
    for (uint32_t t = c->cue.first; t < c->cue.end; t++)
        said |= READING_IS_ONE_OF(r, t, verbs);
    return said && c->cue.end <= first && first > 0 && r->tokens[first].shape == TOKEN_OPEN &&
           READING_IS_ONE_OF(r, first - 1, places);
}

/* How something was written or said, and not what: "tweeted using his own account". */
static bool is_manner(const struct reading *r, const struct candidate *c)
{
    static const char *const verbs[] = {"said",   "says",  "tweeted", "tweets",
                                        "posted", "posts", "wrote",   "writes"};
    static const char *const words[] = {"using", "via", "citing", "referring", "speaking", "quoting"};
    return !stretch_is_empty(c->cue) && c->cue.end == c->content.first &&
           READING_IS_ONE_OF(r, c->cue.end - 1, verbs) && READING_IS_ONE_OF(r, c->content.first, words);
}

/* Whether it is an adjective that a tagger may take for an adverb: "unfriendly", not "twice". */
static bool is_adjective(const struct labelled *l, uint32_t token)
{
    return !sense_is_empty(senses_find(labelled_observation(l, token)->word, SENSE_ADJECTIVE));
}

/* Whether a token begins what something is called: "called the vote [a farce]", "[“unfair”]", "[as brave]",
 * "[reckless]". */
static bool begins_name(const struct labelled *l, uint32_t token)
{
    uint8_t part = labelled_observation(l, token)->part;
    uint8_t before = labelled_observation(l, token - 1)->part;
    bool behind = (before >= PART_NN && before <= PART_NNPS) || before == PART_PRP || before == PART_RB;
    bool begins = (part == PART_DT || part == PART_PRPS) && before != PART_IN && before != PART_TO;
    return begins || part == PART_WDT || part == PART_WP || l->reading->tokens[token].shape == TOKEN_OPEN ||
           reading_is(l->reading, token, "as") ||
           (behind && ((part >= PART_JJ && part <= PART_JJS) || (part >= PART_VBD && part <= PART_VBN) ||
                       (part == PART_RB && is_adjective(l, token))));
}

/* Whether a verb that gives a thing a name or a character has nothing behind the thing that it is called:
 * "called the depot twice", "dubbed the conflict on Monday". */
static bool lacks_name(const struct labelled *l, const struct candidate *c)
{
    static const char *const verbs[] = {"call",    "calls", "called", "calling",
                                        "dubbing", "dub",   "dubs",   "dubbed"};
    const struct reading *r = l->reading;
    uint32_t before = c->speaker.first;
    if (stretch_is_empty(c->cue) || !READING_IS_ONE_OF(r, c->cue.end - 1, verbs) ||
        c->cue.end != c->content.first || reading_is(r, c->cue.first - (c->cue.first > 0), ","))
        return false;
    if (before > l->paragraph->tokens.first && token_is_word(&r->tokens[before - 1]) &&
        r->tokens[before - 1].sentence == r->tokens[before].sentence &&
        !reading_has(r, before - 1, TAG_CONJUNCTION))
        return false; /* "what he called a mistake", "a rule critics call a trap" */
    for (uint32_t t = c->content.first + 1; t < c->content.end; t++)
        if (begins_name(l, t))
            return false;
    return true;
}

bool vetoes_cue(const struct labelled *l, struct stretch cue)
{
    bool deed = false;
    for (uint32_t t = cue.first; t < cue.end; t++) {
        const struct observation *o = labelled_observation(l, t);
        if (reading_has(l->reading, t, TAG_CUE_VERB | TAG_CUE_NOUN) || sense_tells(o->sense))
            return false;
        deed |= observation_is_verb(o) && !reading_has(l->reading, t, TAG_AUXILIARY);
    }
    return deed;
}

/* Whether the verb of a cue that nobody is found for has a thing for its subject, or is one of sight: "The
 * policy has seen it abstain". */
static bool has_silent_subject(const struct labelled *l, const struct candidate *c)
{
    enum { GROUP = 12 }; /* of WordNet's files of nouns; persons have a flag */
    static const char *const sight[] = {"see", "sees", "saw", "seen"};
    const struct observations *all = &l->observations;
    if (c->content.first < c->cue.end)
        return false;
    for (uint32_t t = c->cue.first; t < c->cue.end; t++) {
        const struct observation *verb = labelled_observation(l, t);
        const struct observation *subject = observation_by_index(all, verb->subject);
        bool thing = (subject->part == PART_NN || subject->part == PART_NNS) && subject->sense / 8 != GROUP &&
                     !(subject->sense & SENSE_CLAUSE);
        if (observation_is_verb(verb) && (thing || READING_IS_ONE_OF(l->reading, t, sight)))
            return true;
    }
    return false;
}

bool vetoes_candidate(const struct labelled *l, const struct candidate *c)
{
    const struct reading *r = l->reading;
    bool cued = !stretch_is_empty(c->cue);
    bool loose = labelled_has_loose_marks(l, c->content.first, c->content.end) ||
                 (cued && labelled_has_loose_marks(l, c->cue.end, c->cue.end + 3));
    if (is_said_of(r, c->cue) || stretch_overlaps(c->speaker, c->content))
        return true; /* nobody is what he says */
    if (stretch_is_empty(c->speaker))
        return loose || cue_passive_verb(r, c->cue) != NO_INDEX ||
               (cued && (speaker_shares_passive(l, c->cue.first) || has_silent_subject(l, c)));
    if (loose && (!cued || reading_is(r, c->cue.end - 1, "call") || vetoes_cue(l, c->cue)))
        return true; /* "sailors call it 'the hook'": a name */
    bool relative = reading_has(r, c->speaker.first, TAG_RELATIVE) && c->speaker.end == c->speaker.first + 1;
    return (relative && c->content.end <= c->speaker.first) || is_apart(l, c) || is_relative(l, c) ||
           is_venue(r, c) || is_manner(r, c) || lacks_name(l, c) || deeds_is_one(l, c) ||
           cue_refuses(r, c->cue, c->content) || is_own_deed(r, c->content, c->speaker);
}
