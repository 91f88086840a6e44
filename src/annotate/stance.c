/* stance.c: see stance.h. Only the cue's own clause counts: what somebody denied is said all the same (he
 * said that it is not so), and what the quotation itself negates is its own affair. */
#include "stance.h"

#include "whosaid/annotate/annotate.h"

enum { CLAUSE_WORDS = 4 }; /* how far before a subject the word may stand that makes its clause conditional */

/* Words by what they make of the speech behind them. */
static const char *const conditions[] = {"if", "unless", "whether", "lest"};
static const char *const inverted[] = {"should", "were"}; /* "should he announce" */
static const char *const modals[] = {"would", "'d", "could", "might", "may", "will", "'ll", "should"};
static const char *const nobody[] = {"nobody", "neither", "none"};
static const char *const refusals[] = {"refused", "refuses",   "refuse", "refusing", "declined", "declines",
                                       "decline", "declining", "failed", "fails",    "failing"};
static const char *const shunned[] = {"without", "avoided", "avoids", "avoiding", "refrained"};
static const char *const plans[] = {"expected", "likely",   "unlikely", "due",    "set",
                                    "poised",   "planning", "plans",    "plan",   "planned",
                                    "going",    "ready",    "wants",    "wanted", "about"};
static const char *const habits[] = {"often",      "always",  "later", "sometimes",
                                     "frequently", "usually", "then"};
static const char *const limits[] = {"only", "just", "merely", "simply"}; /* "not only said" */

/* What stance is read from. */
struct clause {
    const struct reading *reading;
    uint32_t start; /* of the sentence, or of what follows the quotation */
    uint32_t group; /* the verb group's first token, its auxiliaries and adverbs included */
    uint32_t verb;  /* the cue's verb */
    uint32_t cue_end;
    struct stretch subject;
    bool behind;         /* the cue stands behind what was said */
    bool subject_behind; /* "said Lind" */
};

/* The first verb of the cue that is no auxiliary and leads to no other ("expected to say"), else the cue's
 * last word. */
static uint32_t verb_of(const struct reading *r, struct stretch cue)
{
    for (uint32_t i = cue.first; i < cue.end; i++)
        if (!(i + 2 < cue.end && reading_is(r, i + 1, "to")) && reading_has(r, i, TAG_CUE_VERB | TAG_VERB) &&
            !reading_has(r, i, TAG_AUXILIARY))
            return i;
    return cue.end - 1;
}

static bool belongs_to_group(const struct reading *r, uint32_t i)
{
    return reading_has(r, i, TAG_AUXILIARY | TAG_NEGATION | TAG_ADVERB) && !reading_is(r, i, "'s") &&
           !reading_has(r, i, TAG_DETERMINER | TAG_CONJUNCTION);
}

static struct clause clause_of(const struct reading *r, const struct attribution *a)
{
    struct clause clause = {
        .reading = r, .verb = verb_of(r, a->cue), .cue_end = a->cue.end, .subject = a->speaker};
    uint32_t sentence = r->tokens[a->cue.first].sentence;
    clause.behind = a->pieces[0].first < a->cue.first;
    clause.subject_behind = !stretch_is_empty(a->speaker) && a->speaker.first > a->cue.first;
    clause.group = a->cue.first;
    while (clause.group > 0 && a->cue.first - clause.group < CLAUSE_WORDS &&
           belongs_to_group(r, clause.group - 1))
        clause.group--;
    uint32_t first = clause.group;
    if (!stretch_is_empty(a->speaker) && !clause.subject_behind)
        first = a->speaker.first < first ? a->speaker.first : first;
    for (clause.start = first; clause.start > 0 && first - clause.start < CLAUSE_WORDS; clause.start--) {
        const struct token *before = &r->tokens[clause.start - 1];
        bool reported = clause.behind && clause.start <= a->pieces[0].end;
        if (before->sentence != sentence || !token_is_word(before) || reported)
            break;
    }
    return clause;
}

/* Whether a negation stands in the verb group: "did not say", "has yet to say", but not "not only said". */
static bool is_negated(const struct clause *c)
{
    const struct reading *r = c->reading;
    for (uint32_t i = c->group; i < c->verb; i++)
        if (reading_has(r, i, TAG_NEGATION) && !READING_IS_ONE_OF(r, i + 1, limits))
            return true;
        else if (reading_is(r, i, "yet") && reading_is(r, i + 1, "to"))
            return true;
    return false;
}

/* "No one said", "neither minister said". */
static bool is_of_nobody(const struct clause *c)
{
    const struct reading *r = c->reading;
    uint32_t first = c->subject.first;
    if (stretch_is_empty(c->subject) || reading_is(r, first, "i"))
        return false;
    bool before = !c->subject_behind && first > c->start && reading_is(r, first - 1, "no");
    return READING_IS_ONE_OF(r, first, nobody) || reading_is(r, first, "no") || before;
}

/* "refused to say", "without saying", "stopped short of saying", "nor did he say". */
static bool is_withheld(const struct clause *c)
{
    const struct reading *r = c->reading;
    for (uint32_t i = c->group; i < c->verb; i++)
        if (READING_IS_ONE_OF(r, i, refusals))
            return true;
    uint32_t before = c->group - (c->group > 0);
    if (reading_is(r, before, "to") && before > 0 && READING_IS_ONE_OF(r, before - 1, refusals))
        return true;
    for (uint32_t i = before; i + 1 < c->cue_end; i++)
        if (READING_IS_ONE_OF(r, i, shunned) || (reading_is(r, i, "short") && reading_is(r, i + 1, "of")))
            return true;
    if (reading_is(r, before, "of") && before > 0 && reading_is(r, before - 1, "short"))
        return true;
    for (uint32_t i = c->start; i + 1 < c->subject.first; i++)
        if (reading_has(r, i, TAG_NEGATION) && reading_has(r, i + 1, TAG_AUXILIARY))
            return true;
    return false;
}

/* "if he says", "whether the court will rule", "should she announce". */
static bool is_condition(const struct clause *c)
{
    const struct reading *r = c->reading;
    uint32_t end = c->subject_behind || stretch_is_empty(c->subject) ? c->group : c->subject.first;
    for (uint32_t i = c->start; i < end; i++)
        if (READING_IS_ONE_OF(r, i, conditions))
            return true;
    if (end == 0 || end < c->start + 1 || stretch_is_empty(c->subject))
        return false;
    bool base = reading_has(r, c->verb, TAG_BASE) && !reading_has(r, c->verb, TAG_PAST);
    return (base && READING_IS_ONE_OF(r, end - 1, inverted)) ||
           (reading_is(r, end - 1, "had") && reading_has(r, c->verb, TAG_PAST));
}

/* "would say", "is expected to say"; but "he would often say", "I would say", and "...," he would say: he
 * did. */
static bool is_possible(const struct clause *c)
{
    const struct reading *r = c->reading;
    bool own = reading_is(r, c->subject.first, "i") || reading_is(r, c->subject.first, "we");
    if (c->behind || own || !reading_has(r, c->verb, TAG_SAY | TAG_TELL))
        return false;
    bool modal = false;
    for (uint32_t i = c->group; i < c->verb; i++) {
        modal |= READING_IS_ONE_OF(r, i, modals);
        if (READING_IS_ONE_OF(r, i, habits))
            return false;
    }
    for (uint32_t to = c->group - (c->group > 0); to <= c->verb; to++)
        if (to > 0 && reading_is(r, to, "to") && READING_IS_ONE_OF(r, to - 1, plans))
            return true;
    return modal;
}

static uint32_t stance_of(const struct reading *r, const struct attribution *a)
{
    if (stretch_is_empty(a->cue))
        return STANCE_SAID;
    struct clause clause = clause_of(r, a);
    if (is_negated(&clause) || is_of_nobody(&clause) || is_withheld(&clause))
        return STANCE_NEGATED;
    return is_condition(&clause) || is_possible(&clause) ? STANCE_CONDITIONAL : STANCE_SAID;
}

void stance_run(struct reading *reading)
{
    for (size_t i = 0; i < reading->attribution_count; i++)
        reading->attributions[i].stance = stance_of(reading, &reading->attributions[i]);
}

const char *annotate_stance_name(uint32_t stance)
{
    static const char *const names[STANCE_COUNT] = {
        [STANCE_SAID] = "said", [STANCE_NEGATED] = "negated", [STANCE_CONDITIONAL] = "conditional"};
    return names[stance < STANCE_COUNT ? stance : STANCE_SAID];
}
