/* cues.c: see cues.h. */
#include "cues.h"

#include "phrases.h"

#include "whosaid/base/array.h"

/* Base forms that nothing but a verb has: "lawyers for the bank [contend]". */
static const char *const never_nouns[] = {"acknowledge", "admit",   "allege",  "announce", "argue", "assert",
                                          "believe",     "concede", "confirm", "contend",  "deny",  "expect",
                                          "insist",      "predict", "suggest", "suspect",  "tell",  "think"};

/* Cue verbs that are nouns as often: what stands before them says which. */
static bool is_noun_here(const struct reading *r, uint32_t i, uint32_t limit)
{
    static const char *const occasions[] = {"first",   "latest", "last",  "opening",
                                            "closing", "public", "recent"};
    uint32_t form = reading_token(r, i)->tags;
    if (i == limit)
        return !(form & (TAG_PAST | TAG_ING));
    uint32_t before = i - 1;
    if ((form & TAG_ING) && !(form & TAG_BASE))
        return (form & TAG_CUE_NOUN) &&
               (reading_has(r, before, TAG_DETERMINER) || reading_is_possessive(r, before));
    if (reading_has(r, before, TAG_DETERMINER) && !phrase_stands_alone(r, before) &&
        !reading_has(r, before, TAG_PRONOUN))
        return true;
    if (reading_has(r, before, TAG_PREPOSITION) && !reading_is(r, before, "to"))
        return true;
    if (reading_is_possessive(r, before))
        return true;
    if ((form & TAG_CUE_NOUN) && before > limit && READING_IS_ONE_OF(r, before, occasions) &&
        reading_has(r, before - 1, TAG_DETERMINER))
        return true; /* "in her first remarks" */
    return (form & TAG_BASE) && !(form & (TAG_PAST | TAG_THIRD)) && !phrase_takes_base_form(r, before) &&
           !READING_IS_ONE_OF(r, i, never_nouns);
}

bool cue_is_only_verb(const struct reading *r, struct stretch cue)
{
    uint32_t last = cue.end - (cue.end > cue.first);
    return reading_has(r, last, TAG_PAST) || READING_IS_ONE_OF(r, last, never_nouns);
}

/* Verbs with the particle that makes them attribute ("pointed out", "called for"), by the start of the verb.
 */
static const struct phrasal {
    const char *stem, *particle;
    bool needed; /* the verb attributes with one of its particles only */
} phrasal_verbs[] = {
    {"point", "out", true},  {"point", "to", true},     {"spoke", "of", true},      {"spoke", "about", true},
    {"speak", "of", true},   {"speak", "about", true},  {"put", "it", true},        {"shot", "back", true},
    {"fire", "back", true},  {"hit", "back", true},     {"chime", "in", true},      {"call", "for", false},
    {"call", "on", false},   {"referr", "to", false},   {"refers", "to", false},    {"laid", "out", false},
    {"spell", "out", false}, {"complain", "of", false}, {"warn", "of", false},      {"hint", "at", false},
    {"allude", "to", true},  {"appealed", "for", true}, {"appealing", "for", true},
};

enum { PHRASAL_VERBS = LENGTH(phrasal_verbs) };

/* Whether a verb attributes with a particle only, and stands without one. */
static bool lacks_particle(const struct reading *r, uint32_t verb)
{
    bool needed = false;
    for (size_t i = 0; i < PHRASAL_VERBS; i++) {
        if (!str_starts(reading_token(r, verb)->lower, str_from(phrasal_verbs[i].stem)))
            continue;
        if (reading_is(r, verb + 1, phrasal_verbs[i].particle))
            return false;
        needed |= phrasal_verbs[i].needed;
    }
    return needed;
}

/* The phrasal verb that stands at the token, or NULL. */
static const struct phrasal *find_phrasal(const struct reading *r, uint32_t verb)
{
    for (size_t i = 0; i < PHRASAL_VERBS; i++)
        if (reading_is(r, verb + 1, phrasal_verbs[i].particle) &&
            str_starts(reading_token(r, verb)->lower, str_from(phrasal_verbs[i].stem)))
            return &phrasal_verbs[i];
    return NULL;
}

bool cue_is_phrasal(const struct reading *r, uint32_t i)
{
    enum { LONGEST_PARTICLE = 5 }; /* tells most words apart before the table is asked */
    const struct token *token = reading_token(r, i);
    if (token->shape != TOKEN_LOWER || (token->tags & TAG_CUE_VERB) ||
        reading_token(r, i + 1)->lower.size > LONGEST_PARTICLE || token->lower.size > 2 * LONGEST_PARTICLE)
        return false;
    const struct phrasal *phrasal = find_phrasal(r, i);
    return phrasal && phrasal->needed;
}

bool cue_is_verb(const struct reading *r, uint32_t i, uint32_t limit)
{
    const struct token *token = reading_token(r, i);
    if (cue_is_phrasal(r, i))
        return true;
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
    if (reading_is_possessive(r, i) || token->shape != TOKEN_LOWER)
        return false;
    return (token->tags & (TAG_AUXILIARY | TAG_NEGATION | TAG_ADVERB)) &&
           !(token->tags & (TAG_DETERMINER | TAG_PREPOSITION | TAG_CONJUNCTION | TAG_PRONOUN));
}

/* The end of "in a statement", "in a televised address", "on X" straight behind the verb; else i. */
static uint32_t occasion_end(const struct reading *r, uint32_t i, uint32_t end)
{
    static const char *const occasions[] = {"statement", "interview", "speech",  "letter", "tweet",  "email",
                                            "address",   "message",   "article", "column", "report", "essay"};
    static const char *const networks[] = {"x", "twitter", "facebook", "telegram", "instagram", "weibo"};
    enum { MODIFIERS = 2 };
    if (i + 1 < end && reading_is(r, i, "on") && READING_IS_ONE_OF(r, i + 1, networks))
        return i + 2;
    if (i + 2 >= end || !reading_is(r, i, "in") || !reading_has(r, i + 1, TAG_DETERMINER))
        return i;
    for (uint32_t k = i + 2; k < end && k <= i + 2 + MODIFIERS; k++) {
        if (READING_IS_ONE_OF(r, k, occasions))
            return k + 1;
        if (reading_token(r, k)->shape != TOKEN_LOWER || reading_has(r, k, TAG_PREPOSITION | TAG_CONJUNCTION))
            break;
    }
    return i;
}

/* Whether a form of "be" stands between two tokens. */
static bool has_be(const struct reading *r, uint32_t first, uint32_t end)
{
    static const char *const forms[] = {"was", "were", "is", "are", "been", "be", "being", "am"};
    for (uint32_t i = first; i < end; i++)
        if (READING_IS_ONE_OF(r, i, forms))
            return true;
    return false;
}

bool cue_is_planned(const struct reading *r, uint32_t verb, uint32_t limit)
{
    static const char *const plans[] = {"expected", "likely", "due", "set", "poised", "scheduled", "going"};
    return verb > limit + 3 && reading_is(r, verb - 1, "to") && READING_IS_ONE_OF(r, verb - 2, plans) &&
           has_be(r, verb - 3, verb - 2);
}

struct stretch cue_extend(const struct reading *r, uint32_t verb, uint32_t limit, uint32_t end)
{
    static const char *const habits[] = {"likes", "liked", "loves", "loved", "used"};
    struct stretch cue = {verb, verb + 1};
    while (cue.first > limit && belongs_before(r, cue.first - 1) && verb - cue.first < 6)
        cue.first--;
    if (cue.first > limit + 2 && reading_is(r, cue.first - 1, "to") &&
        READING_IS_ONE_OF(r, cue.first - 2, habits))
        cue.first -= 2;
    else if (cue_is_planned(r, cue.first, limit))
        cue.first -= 3;
    if (cue.end < end && find_phrasal(r, verb))
        cue.end++;
    cue.end = occasion_end(r, cue.end, end);
    return cue;
}

bool cue_is_passive(const struct reading *r, struct stretch cue, uint32_t verb)
{
    return reading_has(r, verb, TAG_PAST) && has_be(r, cue.first, verb);
}

uint32_t cue_passive_verb(const struct reading *r, struct stretch cue)
{
    for (uint32_t verb = cue.end; verb-- > cue.first;)
        if (cue_is_passive(r, cue, verb))
            return verb;
    return NO_INDEX;
}

/* The token of "quoted" before token end: straight before it, or before "by the Herald". Else end. */
static uint32_t quoting_before(const struct reading *r, uint32_t limit, uint32_t end)
{
    static const char *const words[] = {"quoted",   "cited",   "reported", "said",
                                        "recorded", "alleged", "heard"};
    enum { AGENT = 8 };
    for (uint32_t i = end; i > limit && end - i < AGENT; i--) {
        if (READING_IS_ONE_OF(r, i - 1, words))
            return i == end || reading_is(r, i, "by") ? i - 1 : end;
        if (!token_is_word(reading_token(r, i - 1)))
            break;
    }
    return end;
}

bool cue_is_quoted_as(const struct reading *r, struct stretch *cue, uint32_t verb, uint32_t limit)
{
    uint32_t link = verb;
    if (verb > limit && reading_has(r, verb, TAG_ING) && reading_is(r, verb - 1, "as"))
        link = verb - 1;
    else if (verb > limit + 1 && reading_has(r, verb, TAG_PAST) && reading_is(r, verb - 1, "have") &&
             reading_is(r, verb - 2, "to"))
        link = verb - 2;
    if (link == verb)
        return false;
    uint32_t quoting = quoting_before(r, limit, link);
    if (quoting == link)
        return false;
    uint32_t first = cue_extend(r, quoting, limit, verb).first;
    if (!has_be(r, first, quoting))
        return false;
    cue->first = first;
    return true;
}

bool cue_is_hearsay(const struct reading *r, struct stretch cue)
{
    struct stretch whole = cue;
    for (uint32_t verb = cue.end; verb-- > cue.first + 1;)
        if (reading_has(r, verb, TAG_CUE_VERB))
            return cue_is_quoted_as(r, &whole, verb, cue.first);
    return false;
}

struct stretch cue_subject(const struct reading *r, uint32_t limit, uint32_t sentence, struct stretch cue,
                           uint32_t verb, bool *shared)
{
    uint32_t before = cue.first - 1;
    bool participle = reading_has(r, verb, TAG_ING) && cue.first == verb;
    *shared = cue.first > limit && (reading_has(r, before, TAG_CONJUNCTION) || reading_is(r, before, "to"));
    if (participle && cue.first > limit)
        *shared |= reading_is(r, before, ",") || reading_has(r, before, TAG_PREPOSITION);
    if (participle && (cue.first == limit || reading_is_possessive(r, before) || reading_is(r, before, "as")))
        return (struct stretch){cue.first, cue.first};
    return *shared ? phrase_subject(r, sentence, cue.first) : phrase_before(r, limit, cue.first);
}

uint32_t cue_addressee_end(const struct reading *r, uint32_t token, uint32_t limit)
{
    enum { LONGEST_ADDRESSEE = 8 };
    uint32_t i = token;
    if (reading_has(r, i, TAG_THAT))
        return token;
    if (reading_has(r, i, TAG_PRONOUN) && !reading_has(r, i, TAG_DETERMINER))
        return i + 1;
    while (i < limit && i < token + LONGEST_ADDRESSEE && token_is_word(reading_token(r, i)) &&
           !phrase_is_finite(r, i) && !reading_is(r, i, "to")) {
        bool begins = reading_has(r, i, TAG_DETERMINER | TAG_PRONOUN) && !reading_has(r, i, TAG_RELATIVE) &&
                      !reading_has(r, i - 1, TAG_PREPOSITION | TAG_CONJUNCTION | TAG_DETERMINER);
        if (i > token && (reading_has(r, i, TAG_THAT) || begins))
            return i;
        i++;
    }
    return token;
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

/* Whether one of the words, or a form of it where it ends in '-', stands in the stretch. */
static bool holds_word(const struct reading *r, struct stretch s, const char *const *words, size_t count)
{
    for (uint32_t i = s.first; i < s.end; i++)
        for (size_t w = 0; w < count; w++)
            if (str_starts(reading_token(r, i)->lower, str_from(words[w])))
                return true;
    return false;
}

/* "not to be named", "to remain anonymous", "anonymity", "the condition of anonymity". */
static bool hides_name(const struct reading *r, struct stretch content)
{
    uint32_t condition = content.first + reading_is(r, content.first, "the");
    if (reading_is(r, condition, "condition") && reading_is(r, condition + 2, "anonymity"))
        return true;
    uint32_t i = content.first + reading_is(r, content.first, "not");
    i += reading_is(r, i, "to");
    i += reading_is(r, i, "be") || reading_is(r, i, "remain");
    return reading_is(r, i, "named") || reading_is(r, i, "identified") || reading_is(r, i, "anonymous") ||
           reading_is(r, i, "drawn") || reading_is(r, i, "anonymity");
}

/* "gave no details", "offered no evidence"; "[declined] to give his name". */
static bool gives_nothing(const struct reading *r, struct stretch last, struct stretch content)
{
    static const char *const giving[] = {"gave",     "gives",    "give",     "giving",  "offered",  "offers",
                                         "offering", "provided", "provides", "provide", "providing"};
    static const char *const things[] = {"detail",   "details", "evidence", "explanation", "proof",
                                         "comment",  "reason",  "reasons",  "name",        "names",
                                         "timeline", "figure",  "figures"};
    uint32_t i = content.first + reading_is(r, content.first, "to");
    bool given = READING_IS_ONE_OF(r, last.first, giving) || READING_IS_ONE_OF(r, i, giving);
    i += READING_IS_ONE_OF(r, i, giving);
    bool none = reading_is(r, i, "no") || i > content.first;
    for (uint32_t k = i + 1; given && none && k < i + 4 && k < content.end; k++)
        if (READING_IS_ONE_OF(r, k, things))
            return true;
    return false;
}

bool cue_refuses(const struct reading *r, struct stretch cue, struct stretch content)
{
    static const char *const refusals[] = {"declin", "refus"}, *const replies[] = {"respon", "repl", "return",
                                                                                   "answer"};
    static const char *const silence[] = {"comment", "answer", "respond", "elaborate",
                                          "speak",   "talk",   "discuss"};
    static const char *const questions[] = {"request", "message", "question", "inquir",
                                            "enquir",  "email",   "call"};
    struct stretch head = {content.first, content.end < content.first + 4 ? content.end : content.first + 4};
    struct stretch last = {cue.end - (cue.end > cue.first), cue.end};
    if (stretch_is_empty(cue))
        return false;
    if (hides_name(r, content) || reading_is(r, cue.first, "neither") ||
        (cue.end > cue.first + 1 && reading_is(r, cue.first + 1, "neither")) ||
        reading_is(r, cue.first - (cue.first > 0), "nor"))
        return true;
    if (gives_nothing(r, last, content))
        return true;
    uint32_t first = content.first + reading_is(r, content.first, "to");
    struct stretch deed = {first, first + 1};
    if (holds_word(r, cue, refusals, 2))
        return holds_word(r, deed, silence, LENGTH(silence)) || holds_word(r, last, silence, LENGTH(silence));
    bool negated = false;
    for (uint32_t i = cue.first; i < cue.end; i++)
        negated |= reading_has(r, i, TAG_NEGATION);
    return negated && holds_word(r, cue, replies, 4) &&
           (holds_word(r, head, questions, LENGTH(questions)) ||
            holds_word(r, cue, questions, LENGTH(questions)));
}

bool cue_is_conditional(const struct reading *r, uint32_t first, uint32_t speaker)
{
    static const char *const words[] = {"if", "unless", "should", "had", "whether"};
    uint32_t i = first;
    for (; i < speaker && i < first + 3; i++)
        if (READING_IS_ONE_OF(r, i, words))
            return true;
    return speaker > first && READING_IS_ONE_OF(r, speaker - 1, words);
}

bool cue_is_subordinate(const struct reading *r, uint32_t first, uint32_t speaker)
{
    static const char *const words[] = {"when",  "while",   "after", "before", "although", "though",
                                        "since", "because", "until", "once",   "whereas"};
    return cue_is_conditional(r, first, speaker) ||
           (speaker > first && speaker < first + 3 && READING_IS_ONE_OF(r, speaker - 1, words));
}
