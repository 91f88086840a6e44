/* speakers.c: see speakers.h. */
#include "speakers.h"

#include "attribution.h"
#include "cues.h"
#include "senses.h"
#include "syntax.h"
#include "tagger.h"

/* The token that the parse takes for the subject of a cue, or NO_INDEX. */
static uint32_t parsed_subject(const struct labelled *l, struct stretch cue)
{
    uint32_t first = l->paragraph->tokens.first;
    uint32_t subject = syntax_subject(&l->observations, (struct stretch){cue.first - first, cue.end - first});
    return subject == NO_INDEX ? NO_INDEX : first + subject;
}

/* Whether the token is a noun or a pronoun. */
static bool is_nominal(const struct labelled *l, uint32_t token)
{
    uint8_t part = labelled_observation(l, token)->part;
    return (part >= PART_NN && part <= PART_NNPS) || part == PART_PRP || part == PART_WP ||
           part == PART_WDT || part == PART_CD || part == PART_DT;
}

/* A phrase before a cue with all that depends on its head: "the 34-year-old mother of three", not "three". */
static struct stretch widen(const struct labelled *l, struct stretch phrase, uint32_t head,
                            struct stretch cue)
{
    uint32_t first = l->paragraph->tokens.first;
    struct stretch extent = l->observations.items[head - first].extent;
    if (first + extent.end > cue.first)
        return phrase;
    phrase.first = first + extent.first < phrase.first ? first + extent.first : phrase.first;
    phrase.end = first + extent.end;
    while (phrase.end > head + 1 && !token_is_word(&l->reading->tokens[phrase.end - 1]))
        phrase.end--;
    return phrase;
}

/* The subject of a cue by lexicon and shape alone. */
static struct stretch plain_subject(const struct labelled *l, struct stretch cue)
{
    const struct reading *r = l->reading;
    uint32_t start = attribution_sentence_start(r, cue.first, l->paragraph->tokens.first), verb = cue.end - 1;
    bool shared = false;
    while (verb > cue.first && !reading_has(r, verb, TAG_CUE_VERB | TAG_VERB))
        verb--;
    if (cue_is_passive(r, cue, verb) || start >= cue.first)
        return (struct stretch){0, 0};
    return cue_subject(r, start, start, cue, verb, &shared);
}

/* Whether a participle tells what is on somebody's mind: "worried", "convinced". */
static bool is_in_mind(const struct labelled *l, uint32_t verb)
{
    static const char *const minds[] = {"convinced", "persuaded", "satisfied", "determined", "committed",
                                        "divided",   "opposed",   "inclined",  "dedicated",  "resolved"};
    return READING_IS_ONE_OF(l->reading, verb, minds) ||
           sense_is_emotion(labelled_observation(l, verb)->sense);
}

bool speaker_shares_passive(const struct labelled *l, uint32_t verb)
{
    enum { NEAR = 6 };
    static const char *const forms[] = {"was", "were", "is", "are", "been", "be", "being", "am"};
    uint32_t first = l->paragraph->tokens.first;
    if (verb <= first || labelled_observation(l, verb - 1)->part != PART_CC)
        return false;
    for (uint32_t t = verb - 1; t-- > first && verb - t < NEAR;)
        if (READING_IS_ONE_OF(l->reading, t, forms)) {
            uint32_t next = t + 1 + (labelled_observation(l, t + 1)->part == PART_RB);
            return labelled_observation(l, next)->part == PART_VBN;
        }
    return false;
}

/* Whether the cue is a passive that tells what was done to somebody, not what is on his mind: "was told". Its
 * subject does not speak. */
static bool is_done_to(const struct labelled *l, struct stretch cue)
{
    uint32_t verb = cue_passive_verb(l->reading, cue);
    if (verb == NO_INDEX && reading_has(l->reading, cue.first, TAG_TELL) &&
        speaker_shares_passive(l, cue.first))
        return true;
    if (verb == NO_INDEX || cue_is_hearsay(l->reading, cue))
        return false;
    for (uint32_t t = cue.first; t < cue.end; t++)
        if (reading_is(l->reading, t, "to"))
            return false; /* "is known to say" */
    return !is_in_mind(l, verb);
}

/* The last verb of a cue, or NO_INDEX. */
static uint32_t last_verb(const struct labelled *l, struct stretch cue)
{
    for (uint32_t t = cue.end; t-- > cue.first;)
        if (observation_is_verb(labelled_observation(l, t)))
            return t;
    return NO_INDEX;
}

/* Whether a cue ends in a verb of seeming, whose subject is what is talked about: "the plan seems to fail".
 */
static bool is_seeming(const struct labelled *l, struct stretch cue)
{
    static const char *const words[] = {"seem", "seems", "seemed", "appear", "appears", "appeared"};
    uint32_t verb = last_verb(l, cue);
    return verb != NO_INDEX && READING_IS_ONE_OF(l->reading, verb, words);
}

/* Whether a cue is a participle that tells what was done to a noun: "a boat known as the Ida"; "Asked about
 * it, Lund said". Participles that no tagger tells from a past form ("called") are left. */
static bool is_passive_participle(const struct labelled *l, struct stretch cue)
{
    static const char *const words[] = {"known",    "titled",    "entitled", "labeled", "nicknamed",
                                        "expected", "scheduled", "accused",  "charged", "labelled",
                                        "marked",   "stamped",   "named",    "dubbed",  "christened"};
    static const char *const having[] = {"has", "have", "had"};
    static const char *const openings[] = {"when", "if", "while", "once"};
    uint32_t verb = last_verb(l, cue), first = cue.first;
    if (verb == NO_INDEX || reading_is(l->reading, cue.end, "by"))
        return false;
    uint8_t part = labelled_observation(l, verb)->part;
    if (part == PART_VBD && labelled_observation(l, verb)->first)
        return true; /* no subject can stand before it */
    if (part != PART_VBN)
        return false;
    bool opens = labelled_observation(l, first)->first || READING_IS_ONE_OF(l->reading, first - 1, openings);
    bool known = READING_IS_ONE_OF(l->reading, verb, words) && !READING_IS_ONE_OF(l->reading, first, having);
    return known || (opens && verb == first && !is_in_mind(l, verb));
}

/* Whether a cue tells of questions or charges that its subject meets: "has faced questions about". */
static bool is_met(const struct labelled *l, struct stretch cue)
{
    static const char *const words[] = {"face", "faces", "faced", "facing", "endured"};
    for (uint32_t t = cue.first; t + 1 < cue.end; t++)
        if (READING_IS_ONE_OF(l->reading, t, words))
            return true;
    return false;
}

/* Whether the cue's "it" means nothing: "it is clear that", "it was hard to say". */
static bool is_impersonal(const struct labelled *l, struct stretch cue)
{
    static const char *const words[] = {"clear",      "unclear",  "apparent", "obvious",   "evident",
                                        "difficult",  "hard",     "easy",     "likely",    "unlikely",
                                        "improbable", "possible", "true",     "important", "premature"};
    const struct reading *r = l->reading;
    bool it = reading_is(r, cue.first, "it") || reading_is(r, cue.first, "it's") ||
              reading_is(r, cue.first - (cue.first > 0), "it");
    for (uint32_t t = cue.first + 1; it && t < cue.end; t++)
        if (READING_IS_ONE_OF(r, t, words) &&
            (reading_has(r, t - 1, TAG_AUXILIARY | TAG_ADVERB | TAG_NEGATION) || t == cue.first + 1))
            return true;
    return false;
}

/* Whether the one who stands as the speaker says nothing, by the kind of cue. */
static bool is_nobody(const struct labelled *l, struct stretch speaker, struct stretch cue)
{
    bool before = speaker.end <= cue.first;
    return (before && (is_done_to(l, cue) || is_met(l, cue))) || is_seeming(l, cue) ||
           is_passive_participle(l, cue) || is_impersonal(l, cue) ||
           reading_is(l->reading, speaker.first, "there");
}

/* Whether a phrase looks like one whole noun phrase: not "As the minister's jet", "proposed new rules". */
static bool is_noun_phrase(const struct labelled *l, struct stretch phrase)
{
    const struct observation *first = labelled_observation(l, phrase.first);
    return !stretch_is_empty(phrase) && first->part != PART_IN && first->part != PART_VBD &&
           token_is_word(&l->reading->tokens[phrase.first]);
}

/* The cue's subject by the parse alone, with what depends on it; empty for a participle's and for a time. */
static struct stretch lone_subject(const struct labelled *l, uint32_t subject, struct stretch cue)
{
    uint32_t verb = last_verb(l, cue);
    struct stretch phrase = {subject, subject + 1}, nobody = {0, 0};
    bool participle = verb != NO_INDEX && labelled_observation(l, verb)->part == PART_VBN;
    for (uint32_t t = cue.first; t < cue.end && t < verb; t++)
        participle &= !reading_has(l->reading, t, TAG_AUXILIARY);
    if (participle || subject >= cue.first || !is_nominal(l, subject) ||
        reading_has(l->reading, subject, TAG_WEEKDAY | TAG_MONTH))
        return nobody;
    phrase = widen(l, phrase, subject, cue);
    return is_noun_phrase(l, phrase) ? phrase : nobody;
}

/* The cue's subject where the labels have none, or another than the parse. */
static struct stretch subject_of_cue(const struct labelled *l, uint32_t subject, struct stretch cue)
{
    struct stretch plain = plain_subject(l, cue);
    if (subject != NO_INDEX && stretch_holds(plain, subject))
        plain = widen(l, plain, subject, cue);
    return plain;
}

/* Whether a word of this class can stand inside a name or a noun phrase. */
static bool is_inside_phrase(uint8_t part)
{
    return part == PART_DT || part == PART_CD || part == PART_PRPS || (part >= PART_JJ && part <= PART_JJS) ||
           (part >= PART_NN && part <= PART_NNPS);
}

/* Whose the noun of a cue is: "his claim", "the mayor's claim". Empty when no such word stands before it. */
static struct stretch owner_of_cue(const struct labelled *l, struct stretch cue)
{
    enum { LONGEST = 8 };
    uint32_t first = cue.first, limit = l->paragraph->tokens.first;
    if (first == limit || observation_is_verb(labelled_observation(l, first)))
        return (struct stretch){0, 0};
    uint8_t before = labelled_observation(l, first - 1)->part;
    first -= before == PART_PRPS || before == PART_POS;
    while (before == PART_POS && first > limit && cue.first - first < LONGEST &&
           is_inside_phrase(labelled_observation(l, first - 1)->part))
        first--;
    return (struct stretch){first, cue.first};
}

/* The subject of the main clause behind a participle that opens the sentence: "Stressing the need for a pier,
 * [Lind] left". Empty when there is none. */
static struct stretch fronted_subject(const struct labelled *l, struct stretch cue)
{
    const struct observations *all = &l->observations;
    uint32_t first = l->paragraph->tokens.first, verb = last_verb(l, cue);
    struct stretch nobody = {0, 0};
    if (verb != cue.first || !labelled_observation(l, verb)->first ||
        labelled_observation(l, verb)->part != PART_VBG)
        return nobody;
    const struct observation *main = observation_by_index(all, labelled_observation(l, verb)->head);
    const struct observation *subject = observation_by_index(all, main->subject);
    uint32_t token = first + main->subject;
    if (main->subject == NO_INDEX || token < cue.end || subject->sentence != main->sentence ||
        !is_nominal(l, token) || !reading_is(l->reading, first + subject->extent.first - 1, ","))
        return nobody;
    return (struct stretch){first + subject->extent.first, first + subject->extent.end};
}

struct stretch speaker_of_cue(const struct labelled *l, struct stretch cue, const struct run *source,
                              struct stretch found)
{
    struct stretch speaker = source ? source->tokens : found;
    if (stretch_is_empty(cue))
        return speaker;
    struct stretch owner = owner_of_cue(l, cue);
    if (!stretch_is_empty(owner) && !stretch_holds(speaker, cue.first - 1))
        return owner;
    uint32_t subject = parsed_subject(l, cue);
    bool doubted = source && subject != NO_INDEX && !stretch_holds(speaker, subject);
    if (doubted || stretch_is_empty(speaker)) {
        struct stretch phrase = subject_of_cue(l, subject, cue);
        bool agreed = subject != NO_INDEX && stretch_holds(phrase, subject) && is_noun_phrase(l, phrase) &&
                      !reading_is(l->reading, subject, "it");
        if (agreed || !doubted)
            speaker = phrase;
    }
    if (stretch_is_empty(speaker) && subject != NO_INDEX)
        speaker = lone_subject(l, subject, cue);
    if (stretch_is_empty(speaker))
        speaker = fronted_subject(l, cue);
    return is_nobody(l, speaker, cue) ? (struct stretch){0, 0} : speaker;
}
