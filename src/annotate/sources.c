/* sources.c: see sources.h. */
#include "sources.h"

#include "asides.h"
#include "attribution.h"
#include "cues.h"
#include "nominal.h"
#include "phrases.h"
#include "rules.h"

enum {
    SPOKEN = TAG_SAY | TAG_TELL,
    FINITE = TAG_PAST | TAG_THIRD | TAG_BASE,
};

/* Whether the sentence ends at the token; a stop in brackets is of what they hold: "Berg (Lib-Nor.)". */
static bool ends_tail(const struct reading *r, uint32_t i)
{
    return reading_is(r, i, ";") || (reading_ends_sentence(r, i) && !reading_is(r, i + 1, ")"));
}

uint32_t source_tail_end(const struct reading *r, uint32_t first, uint32_t limit)
{
    uint32_t i = first;
    while (i < limit && i < first + PHRASE_MOST_TOKENS && reading_token(r, i)->shape != TOKEN_OPEN &&
           !ends_tail(r, i))
        i++;
    return i;
}

/* Whether what follows a cue after a quotation lets it be about the quotation, and not open a clause of its
 * own: "he said.", "he told reporters on Monday", but not "he said that". */
static bool cue_rests(const struct reading *r, uint32_t after, uint32_t limit)
{
    if (after >= limit || !token_is_word(reading_token(r, after)))
        return true;
    return reading_has(r, after, TAG_PREPOSITION | TAG_ADVERB | TAG_WEEKDAY | TAG_CONJUNCTION) ||
           reading_is(r, after, "this") || reading_is(r, after, "last") || reading_is(r, after, "reporters");
}

/* Whether a clause with a subject of its own begins at the token: "before Lind said". */
static bool begins_subordinate(const struct reading *r, uint32_t i)
{
    static const char *const words[] = {"before", "after",   "when",  "while", "as",
                                        "but",    "because", "until", "since"};
    return READING_IS_ONE_OF(r, i, words);
}

/* Whether the words between a quotation and a cue can be its subject and nothing else. */
static bool can_be_subject(const struct reading *r, struct stretch s)
{
    if (stretch_is_empty(s) || s.end - s.first > 40 || !token_is_word(reading_token(r, s.first)))
        return false;
    if (reading_has(r, s.first,
                    TAG_CONJUNCTION | TAG_PREPOSITION | TAG_RELATIVE | TAG_AUXILIARY | TAG_ING | TAG_THAT))
        return false;
    uint32_t i = s.first;
    for (; i < s.end && !reading_is(r, i, ","); i++)
        if (reading_has(r, i, TAG_AUXILIARY | TAG_VERB | TAG_THAT | TAG_RELATIVE) && !reading_is(r, i, "'s"))
            return false;
    return i >= s.end || !begins_subordinate(r, i + 1);
}

/* The subject between a quotation and its cue, without adverbs and the comma of an apposition. */
static struct stretch subject_between(const struct reading *r, uint32_t first, uint32_t end)
{
    while (end > first + 1 && (reading_is(r, end - 1, ",") || reading_has(r, end - 1, TAG_WEEKDAY) ||
                               ((reading_has(r, end - 1, TAG_ADVERB | TAG_RELATIVE)) &&
                                reading_token(r, end - 1)->shape == TOKEN_LOWER)))
        end--;
    if (end > first + 1 && reading_is(r, end - 1, "on"))
        end--;
    return (struct stretch){first, end};
}

/* Whether a verb makes a clause of what looks like an inverted subject: "said the premier [was] ...". */
static bool begins_clause_of(const struct reading *r, uint32_t behind, uint32_t end)
{
    return behind < end && reading_has(r, behind, TAG_AUXILIARY) && !reading_is(r, behind, "'s");
}

static struct source inverted_source(const struct reading *r, uint32_t verb, uint32_t first, uint32_t end)
{
    struct source source = {.verb = verb, .rule = RULE_INVERTED};
    source.cue = cue_extend(r, verb, first, verb + 1);
    source.speaker = phrase_after(r, verb + 1, end);
    source.found = !stretch_is_empty(source.speaker) && !begins_clause_of(r, source.speaker.end, end);
    return source;
}

/* "as one juror put it", "as Lind calls it", from the subject on. */
static struct source source_in_aside(const struct reading *r, uint32_t first, uint32_t end)
{
    struct source source = {.rule = RULE_AFTER};
    for (uint32_t i = first + 1; i < end && !reading_is(r, i, ","); i++) {
        bool rests = !token_is_word(reading_token(r, i + 1)) ||
                     (reading_is(r, i + 1, "it") && !token_is_word(reading_token(r, i + 2)));
        if (!rests || !cue_is_verb(r, i, first))
            continue;
        source.verb = i;
        source.cue = cue_extend(r, i, first, end);
        source.speaker = (struct stretch){first, source.cue.first};
        source.found = can_be_subject(r, source.speaker);
        break;
    }
    return source;
}

/* Whether a finite verb that speech takes stands at the token. */
static bool is_finite_cue(const struct reading *r, uint32_t i, uint32_t first)
{
    return cue_is_verb(r, i, first) &&
           (cue_is_phrasal(r, i) || (reading_has(r, i, SPOKEN | TAG_THINK) && reading_has(r, i, FINITE)));
}

/* Whether speech goes on with the verb at the token: "...," he continued. */
static bool is_continuing(const struct reading *r, uint32_t i, uint32_t end)
{
    return (reading_is(r, i, "continued") || reading_is(r, i, "continues")) && cue_rests(r, i + 1, end) &&
           !reading_is(r, i + 1, "to");
}

/* Whether what is read out stands behind the verb at the token: "reads a letter from the board". */
static bool is_read_out(const struct reading *r, uint32_t i)
{
    return (reading_is(r, i, "reads") || reading_is(r, i, "read")) && reading_has(r, i + 1, TAG_DETERMINER);
}

/* "reads a statement from the mayor's office": whom the text is from says it, else the text. */
static struct source source_read_out(const struct reading *r, uint32_t verb, uint32_t first, uint32_t end)
{
    struct source source = inverted_source(r, verb, first, end);
    for (uint32_t i = source.speaker.first + 1; i + 1 < source.speaker.end; i++)
        if (reading_is(r, i, "from")) {
            source.speaker.first = i + 1;
            return source;
        }
    return source;
}

/* Looks behind a quotation, from token first on: "X said", "said X", "according to X". */
static struct source source_in_tail(const struct reading *r, uint32_t first, uint32_t limit,
                                    bool speech_ended)
{
    struct source none = {.found = false};
    uint32_t end = source_tail_end(r, first, limit), start = first;
    if (cue_is_according(r, first)) {
        struct stretch speaker = phrase_after(r, first + 2, end);
        return (struct source){speaker,  {first, first + 2},        first, RULE_ACCORDING_AFTER,
                               NO_INDEX, !stretch_is_empty(speaker)};
    }
    if (reading_is(r, first, "as"))
        return source_in_aside(r, first + 1, end);
    while (start < end && reading_has(r, start, TAG_ADVERB) && reading_token(r, start)->shape == TOKEN_LOWER)
        start++;
    if (reading_has(r, start, SPOKEN) && reading_has(r, start, TAG_PAST | TAG_THIRD) &&
        reading_token(r, start)->shape == TOKEN_LOWER && !cue_rests(r, start + 1, end))
        return inverted_source(r, start, first, end);
    if (!speech_ended && is_read_out(r, start))
        return source_read_out(r, start, first, end);
    for (uint32_t i = start + 1; i < end; i++) {
        struct source source = {.verb = i, .rule = RULE_AFTER, .cue = {i, i + 1}};
        if (cue_is_quoted_as(r, &source.cue, i, first + 1))
            ;
        else if (is_finite_cue(r, i, first) || is_continuing(r, i, end))
            source.cue = cue_extend(r, i, first + 1, end);
        else
            continue;
        source.speaker = subject_between(r, first, source.cue.first);
        source.found = can_be_subject(r, source.speaker) &&
                       (!speech_ended || cue_rests(r, source.cue.end, end) || reading_has(r, i, TAG_TELL));
        return source;
    }
    return none;
}

/* Whether any verb behind marks must be one of speech: they end with a comma, and hold no title. */
static bool leads_to_verb(const struct reading *r, const struct pair *pair)
{
    enum { LONGEST_TITLE = 4 };
    bool opens = pair->open == 0 || r->tokens[pair->open].newline > 0 ||
                 r->tokens[pair->open - 1].sentence != r->tokens[pair->open].sentence;
    return reading_is(r, reading_pair_last(r, pair), ",") && !reading_is_title_case(r, pair->inside) &&
           (opens || reading_count_words(r, pair->inside) > LONGEST_TITLE);
}

/* Whether the token can be a finite verb that the lexicon does not know. */
static bool is_unknown_verb(const struct reading *r, uint32_t i)
{
    const struct token *token = reading_token(r, i);
    return token->shape == TOKEN_LOWER && !(token->tags & ~(uint32_t)(TAG_PAST | TAG_JUDGE | TAG_THIRD)) &&
           (str_ends(token->lower, STR("ed")) || str_ends(token->lower, STR("s")));
}

/* "...," scoffs Lind; "...," she texted her sister: verbs that only here are those of speech. */
static struct source source_with_any_verb(const struct reading *r, uint32_t first, uint32_t limit)
{
    struct source source = {.rule = RULE_AFTER, .last = NO_INDEX};
    uint32_t end = source_tail_end(r, first, limit);
    if (is_unknown_verb(r, first) && token_is_capital(reading_token(r, first + 1)))
        return inverted_source(r, first, first, end);
    for (uint32_t i = first + 1; i < end && token_is_word(reading_token(r, i)); i++) {
        bool named = reading_has(r, i - 1, TAG_PRONOUN) || token_is_capital(reading_token(r, i - 1));
        if (!named || !is_unknown_verb(r, i) || !str_ends(reading_token(r, i)->lower, STR("ed")))
            continue;
        source.verb = i;
        source.cue = cue_extend(r, i, first + 1, i + 1);
        source.speaker = subject_between(r, first, source.cue.first);
        source.found = can_be_subject(r, source.speaker);
        break;
    }
    return source;
}

/* A cue behind the pair, if its last characters and what follows allow one. */
struct source source_after(const struct reading *r, const struct pair *pair, uint32_t limit)
{
    struct source none = {.found = false};
    uint32_t last = reading_pair_last(r, pair), first = pair->close + 1;
    if (!pair->closed || first >= limit || stretch_is_empty(pair->inside))
        return none;
    bool comma_behind = reading_is(r, first, ",") || reading_is(r, first, "-") || reading_is(r, first, "—");
    bool lower = reading_token(r, first)->shape == TOKEN_LOWER;
    if (reading_is(r, last, ".") && !lower && !comma_behind)
        return none;
    bool comma_inside = !token_is_word(reading_token(r, last));
    struct source source =
        source_in_tail(r, first + comma_behind, limit, !reading_is(r, last, ",") && !comma_behind);
    if (!source.found && leads_to_verb(r, pair))
        return source_with_any_verb(r, first, limit);
    bool short_words = reading_count_words(r, pair->inside) <= 4; /* on "The Morning Hour," Lind said that */
    if (short_words && source.rule == RULE_AFTER && !cue_rests(r, source.cue.end, limit) &&
        !reading_has(r, source.verb, TAG_TELL))
        source.found = false;
    bool ends = source.found && reading_ends_sentence(r, source.cue.end); /* "..." X said. */
    if (!comma_inside && !comma_behind && source.found)
        source.found = source.rule == RULE_INVERTED || source.rule == RULE_ACCORDING_AFTER || ends;
    return source;
}

/* The subject of a cue before its clause; a participle or a second verb takes the one known, or the
 * sentence's. */
static struct source finish_before(const struct reading *r, struct stretch window, uint32_t verb,
                                   struct stretch known)
{
    uint32_t limit = window.first, end = window.end;
    struct source source = {.verb = verb, .rule = RULE_BEFORE, .last = NO_INDEX, .found = true};
    source.cue = cue_extend(r, verb, limit, end);
    if (cue_is_quoted_as(r, &source.cue, verb, limit)) {
        source.speaker = phrase_before(r, limit, source.cue.first);
        source.found = !stretch_is_empty(source.speaker);
        return source;
    }
    if (cue_is_passive(r, source.cue, verb)) {
        source.found = false;
        return source;
    }
    bool shared = false;
    source.speaker = cue_subject(r, limit, limit, source.cue, verb, &shared);
    if (shared && !stretch_is_empty(known))
        source.speaker = known;
    if (shared)
        source.rule = RULE_BEFORE_ING;
    source.found = !stretch_is_empty(source.speaker);
    return source;
}

/* "According to X," that opens the window. */
static struct source source_according(const struct reading *r, uint32_t limit, uint32_t end)
{
    struct source source = {.rule = RULE_ACCORDING, .last = NO_INDEX};
    for (uint32_t i = limit; i < end && i < limit + PHRASE_MOST_TOKENS; i++)
        if (cue_is_according(r, i)) {
            source.verb = i;
            source.cue = (struct stretch){i, i + 2};
            source.speaker = phrase_after_according(r, i, end);
            source.found = !stretch_is_empty(source.speaker);
            break;
        }
    return source;
}

/* Whether a reported clause that begins behind the cue runs on to the mark. */
static bool clause_reaches(const struct reading *r, struct stretch cue, uint32_t open)
{
    return attribution_clause_end(r, cue.end, open) + 1 >= open;
}

/* Whether a verb can govern a clause that holds a nearer cue. */
static bool may_govern(const struct reading *r, uint32_t verb)
{
    return reading_has(r, verb, SPOKEN) && !reading_has(r, verb, TAG_ING);
}

/* The cue at a token of the sentence, before what begins at open: a noun with its clause, or a verb. */
static struct source source_at(const struct reading *r, struct stretch sentence, uint32_t token,
                               uint32_t open, struct stretch known)
{
    struct nominal noun = nominal_noun(r, sentence, token);
    if (noun.found && noun.content < open)
        return (struct source){noun.speaker, noun.cue, token, RULE_NOUN, noun.end, true};
    if (!cue_is_verb(r, token, sentence.first))
        return (struct source){.found = false};
    return finish_before(r, (struct stretch){sentence.first, open}, token, known);
}

struct source source_before(const struct reading *r, uint32_t limit, uint32_t open, struct stretch known)
{
    struct source found = {.found = false};
    struct stretch sentence = {limit, attribution_sentence_end(r, open, (uint32_t)r->token_count)};
    uint32_t start =
        open > PHRASE_MOST_TOKENS && limit < open - PHRASE_MOST_TOKENS ? open - PHRASE_MOST_TOKENS : limit;
    for (uint32_t i = open; i > start; i--) {
        if (found.found && !may_govern(r, i - 1))
            continue;
        struct source source = source_at(r, sentence, i - 1, open, known);
        if (source.found && (!found.found || clause_reaches(r, source.cue, open)))
            found = source;
    }
    return found.found ? found : source_according(r, limit, open);
}

bool source_opens_speech(const struct reading *r, const struct source *source, uint32_t open)
{
    bool comma = reading_is(r, open - 1, ","),
         takes_things = !reading_has(r, source->verb, SPOKEN | TAG_THINK);
    uint32_t begin = source->rule == RULE_ACCORDING ? source->speaker.end : source->cue.end;
    if (begin >= open || (source->rule == RULE_ACCORDING && begin + 1 == open))
        return true;
    if (source->rule == RULE_ACCORDING)
        return reading_is(r, open - 1, ":");
    if ((!comma || takes_things) && !reading_is(r, open - 1, ":"))
        return false;
    for (uint32_t i = begin; i < open; i++)
        if (reading_has(r, i, TAG_THAT | TAG_AUXILIARY) && !reading_is(r, i, "'s"))
            return reading_is(r, open - 1, ":");
    return true;
}

/* Behind "on Thursday" and, straight before the marks, the preposition of "warned on Thursday of". */
static uint32_t skip_day(const struct reading *r, uint32_t i, uint32_t open)
{
    uint32_t day = i + reading_is(r, i, "on");
    if (day >= open || !reading_has(r, day, TAG_WEEKDAY))
        return i;
    day++;
    return day + (day + 1 == open && reading_has(r, day, TAG_PREPOSITION));
}

uint32_t source_content_start(const struct reading *r, const struct source *source, uint32_t open)
{
    uint32_t i = source->rule == RULE_ACCORDING ? source->speaker.end : source->cue.end;
    for (uint32_t k = i; k < open && k < i + 9; k++)
        if (reading_has(r, k, TAG_THAT) && (k == i || !reading_has(r, source->verb, TAG_JUDGE)))
            return k;
    if (reading_has(r, source->verb, TAG_TELL)) {
        uint32_t told = cue_addressee_end(r, i, open);
        struct stretch addressee = phrase_after(r, i, open);
        i = told > i ? told : addressee.end < open ? addressee.end : i;
    }
    i = skip_day(r, i, open);
    if (source->rule == RULE_ACCORDING && reading_is(r, i, ","))
        i = aside_skip_relative(r, i, open);
    while (i < open && (reading_is(r, i, ",") || reading_is(r, i, ":")))
        i++;
    return i;
}

/* "The line is closed, he said on "The Morning Hour"": such a cue belongs to what stands before it. */
static bool concludes(const struct reading *r, const struct source *source, uint32_t open)
{
    uint32_t first = source->speaker.first;
    if (source->rule == RULE_ACCORDING || first == 0 || !reading_is(r, first - 1, ",") ||
        !reading_has(r, source->cue.end, TAG_WEEKDAY | TAG_PREPOSITION))
        return false;
    for (uint32_t i = source->cue.end; i < open; i++)
        if (reading_has(r, i, TAG_THAT))
            return false;
    uint32_t start = attribution_sentence_start(r, first, 0);
    return !reading_has(r, start, TAG_PREPOSITION | TAG_ADVERB | TAG_CONJUNCTION | TAG_ING);
}

bool source_reaches(const struct reading *r, const struct source *source, const struct pair *pair)
{
    if (!source->found)
        return false;
    if (concludes(r, source, pair->open))
        return false;
    if (reading_is(r, source->verb, "call") && reading_count_words(r, pair->inside) <= 3)
        return false; /* its people call it "the hook": a name */
    uint32_t distance = pair->open > source->cue.end ? pair->open - source->cue.end : 0;
    if (reading_has(r, source->verb, SPOKEN) || source->rule == RULE_ACCORDING)
        return distance <= PHRASE_MOST_TOKENS;
    return distance <= 16;
}
