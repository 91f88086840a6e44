/* indirect.c: attribution of reported speech without marks; see attribution.h. Only shapes that are plain:
 * "X said (that) ...", "According to X, ...", "..., X said"; how far a clause goes is for clauses.c. */
#include "attribution.h"

#include "asides.h"
#include "cues.h"
#include "nominal.h"
#include "phrases.h"
#include "reported.h"
#include "rules.h"

#include <stdlib.h>

enum {
    SPOKEN = TAG_SAY | TAG_TELL,
    LEAST_CLAUSE = 3, /* fewer words need no verb: "Not so, says Lind" */
};

typedef VECTOR(struct stretch) stretch_vector;

struct reporting {
    const struct reading *reading;
    attribution_vector *attributions;
    uint32_t covered;               /* tokens before this one belong to an attribution */
    const stretch_vector *speakers; /* of the quotations in marks, ascending */
    size_t next_speaker;            /* the first of them that was not passed */
    struct stretch last_speaker;    /* the latest passed, of either kind; empty before there is one */
};

static void add(struct reporting *p, struct stretch speaker, struct stretch cue, struct stretch content,
                uint32_t rule)
{
    struct attribution *a = vector_add(p->attributions);
    a->pieces[0] = content;
    a->piece_count = 1;
    a->speaker = speaker;
    a->cue = cue;
    a->type = reported_has_mark(p->reading, content) ? QUOTE_MIXED : QUOTE_INDIRECT;
    a->rule = rule;
    a->parent = a->entity = NO_INDEX;
    a->confidence = rules_confidence(a);
    p->last_speaker = speaker;
    p->covered = content.end > cue.end ? content.end : cue.end;
    if (speaker.end > p->covered)
        p->covered = speaker.end;
}

/* ", who described the year as hard, thanked ...": such a clause ends at its comma. */
static uint32_t relative_end(const struct reading *r, struct stretch speaker, uint32_t start, uint32_t limit)
{
    if (!reading_has(r, speaker.first, TAG_RELATIVE) || speaker.first == 0 ||
        !reading_is(r, speaker.first - 1, ","))
        return limit;
    uint32_t i = start;
    while (i < limit && !reading_is(r, i, ","))
        i++;
    return i;
}

/* "If he says that the talks failed, markets will fall", "When he said it rained, ...": the clause ends at
 * its comma. */
static uint32_t condition_end(const struct reading *r, struct stretch sentence, struct stretch speaker,
                              uint32_t start)
{
    return cue_is_subordinate(r, sentence.first, speaker.first)
               ? attribution_subordinate_end(r, start, sentence.end)
               : sentence.end;
}

static bool report_verb(struct reporting *p, struct stretch sentence, uint32_t verb)
{
    const struct reading *r = p->reading;
    uint32_t limit = p->covered > sentence.first ? p->covered : sentence.first;
    struct stretch cue = cue_extend(r, verb, limit, sentence.end);
    bool quoted_as = cue_is_quoted_as(r, &cue, verb, limit);
    if (!quoted_as && cue_is_passive(r, cue, verb))
        return false;
    bool shared = false;
    struct stretch speaker = quoted_as ? phrase_before(r, limit, cue.first)
                                       : cue_subject(r, limit, sentence.first, cue, verb, &shared);
    if (shared && !stretch_is_empty(p->last_speaker) &&
        r->tokens[p->last_speaker.first].sentence == r->tokens[verb].sentence)
        speaker = p->last_speaker; /* "...," she said, adding that */
    uint32_t start = reported_start(r, cue, verb, sentence.end);
    if (!reported_can_speak(r, speaker) || !reported_can_begin(r, verb, start, sentence.end))
        return false;
    if (!reported_is_plain(r, speaker, verb, start, cue.first))
        return false;
    uint32_t end = relative_end(r, speaker, start, condition_end(r, sentence, speaker, start));
    struct stretch content = {start, attribution_clause_end(r, start, end)};
    if (cue_refuses(r, cue, content))
        return false;
    if (content.end < content.first + 2 && reading_has(r, verb, TAG_CUE_CLAUSE))
        return false;
    if (stretch_is_empty(content))
        return false;
    add(p, speaker, cue, content, shared ? RULE_INDIRECT_ING : RULE_INDIRECT);
    return true;
}

static void add_rest(struct reporting *p, struct stretch rest)
{
    struct attribution *a = &vector_last(p->attributions);
    if (stretch_is_empty(rest))
        return;
    a->pieces[a->piece_count++] = rest;
    p->covered = rest.end;
}

/* "According to X, ...", "As X noted, ...", "..., as X points out, ...". */
static bool report_aside(struct reporting *p, struct aside aside)
{
    if (!aside.found)
        return false;
    add(p, aside.speaker, aside.cue, aside.content, aside.rule);
    add_rest(p, aside.rest);
    return true;
}

static bool is_one_word(struct stretch s)
{
    return s.end <= s.first + 1;
}

/* The end of whom somebody told something, when a comma follows: "Lind told [the panel], ..."; else start. */
static uint32_t addressee_end(const struct reading *r, uint32_t start, uint32_t verb, uint32_t limit)
{
    uint32_t comma = reading_has(r, verb, TAG_TELL) ? reported_comma(r, start, limit) : limit;
    bool told = comma < limit && !attribution_has_verb(r, (struct stretch){start, comma});
    return told ? comma : start;
}

/* "..., X said." and, in the middle, "..., X said, ...". */
static bool report_after(struct reporting *p, struct stretch sentence, uint32_t verb)
{
    const struct reading *r = p->reading;
    uint32_t limit = p->covered > sentence.first ? p->covered : sentence.first;
    struct stretch cue = cue_extend(r, verb, limit, sentence.end);
    struct stretch speaker = phrase_before(r, limit, cue.first);
    if (stretch_is_empty(speaker) || speaker.first <= limit || !reading_is(r, speaker.first - 1, ",") ||
        reading_has(r, speaker.first, TAG_RELATIVE))
        return false;
    struct stretch content = reported_before(r, limit, speaker.first);
    struct stretch rest =
        reported_rest(r, content, addressee_end(r, cue.end, verb, sentence.end), sentence.end);
    bool opens = reported_only_opens(r, content) && !attribution_has_verb(r, rest);
    if (stretch_is_empty(content) || (is_one_word(content) && stretch_is_empty(rest)) || opens ||
        cue_is_passive(r, cue, verb) || !reported_by_somebody(r, speaker, verb))
        return false;
    add(p, speaker, cue, content, RULE_INDIRECT_AFTER);
    add_rest(p, rest);
    return true;
}

/* "..., said X." */
static bool report_inverted(struct reporting *p, struct stretch sentence, uint32_t verb)
{
    const struct reading *r = p->reading;
    uint32_t limit = p->covered > sentence.first ? p->covered : sentence.first;
    if (verb <= limit || !reading_is(r, verb - 1, ",") || reading_has(r, verb, TAG_ING))
        return false;
    struct stretch subject = phrase_before(r, limit, verb);
    if (!stretch_is_empty(subject) && !attribution_has_verb(r, (struct stretch){limit, subject.first}))
        return false; /* "an official, who asked not to be named, said the ship ..." */
    struct stretch speaker = phrase_after(r, verb + 1, sentence.end);
    struct stretch content = reported_before(r, limit, verb);
    bool rests = speaker.end >= sentence.end || !token_is_word(reading_token(r, speaker.end)) ||
                 reading_has(r, speaker.end, TAG_RELATIVE | TAG_PREPOSITION | TAG_WEEKDAY);
    bool clause = attribution_has_verb(r, content) || content.end - content.first <= LEAST_CLAUSE;
    if (stretch_is_empty(speaker) || is_one_word(content) || !rests || !clause ||
        reported_holds_clause(r, speaker))
        return false;
    add(p, speaker, (struct stretch){verb, verb + 1}, content, RULE_INDIRECT_AFTER);
    if (phrase_is_finite(r, speaker.end + 1))
        add_rest(p, reported_rest(r, content, speaker.end, sentence.end));
    return true;
}

/* Whether nothing but a time or a place stands between the cue and the next border. */
static bool rests(const struct reading *r, uint32_t verb, uint32_t end)
{
    uint32_t i = verb + 1;
    if (i >= end || reading_is(r, i, ".") || reading_is(r, i, ",") || addressee_end(r, i, verb, end) > i)
        return true;
    return reading_has(r, i, TAG_WEEKDAY | TAG_PREPOSITION) && !reading_is(r, i, "to") && end - i < 14;
}

/* "his claim that ...", "was warned by X that ...". */
static bool report_nominal(struct reporting *p, struct stretch sentence, uint32_t at)
{
    const struct reading *r = p->reading;
    struct stretch window = {p->covered > sentence.first ? p->covered : sentence.first, sentence.end};
    struct nominal nominal = nominal_noun(r, window, at);
    uint32_t rule = RULE_NOUN;
    if (!nominal.found) {
        nominal = nominal_passive(r, window, at);
        rule = RULE_PASSIVE;
    }
    if (!nominal.found)
        return false;
    struct stretch content = {nominal.content, attribution_clause_end(r, nominal.content, nominal.end)};
    if (content.end < content.first + 2)
        return false;
    add(p, nominal.speaker, nominal.cue, content, rule);
    struct stretch judged = rule == RULE_PASSIVE && reading_has(r, at, TAG_JUDGE)
                                ? phrase_before(r, window.first, nominal.cue.first)
                                : (struct stretch){0, 0};
    struct attribution *a = &vector_last(p->attributions);
    if (!stretch_is_empty(judged)) { /* "The plan was condemned by X as ..." */
        a->pieces[a->piece_count++] = a->pieces[0];
        a->pieces[0] = judged;
    }
    return true;
}

static void report_cue(struct reporting *p, struct stretch sentence, uint32_t at)
{
    const struct reading *r = p->reading;
    struct stretch window = {p->covered > sentence.first ? p->covered : sentence.first, sentence.end};
    if (report_aside(p, aside_behind(r, window, at)) || cue_is_according(r, at))
        return;
    if (report_nominal(p, sentence, at))
        return;
    if (!cue_is_verb(r, at, sentence.first) || cue_is_phrasal(r, at))
        return;
    if (reading_has(r, at, SPOKEN | TAG_THINK | TAG_SHOW) && rests(r, at, sentence.end) &&
        report_after(p, sentence, at))
        return;
    if (reading_has(r, at, SPOKEN) && report_inverted(p, sentence, at))
        return;
    report_verb(p, sentence, at);
}

/* Reports what the quoted attributions of the sentence leave free; *taken advances over theirs. */
static void report_sentence(struct reporting *p, struct stretch sentence, const stretch_vector *taken,
                            size_t *index)
{
    struct stretch open = sentence;
    if (p->covered < sentence.first)
        p->covered = sentence.first;
    while (*index < taken->size && taken->data[*index].end <= sentence.first)
        ++*index;
    if (p->covered == sentence.first && (*index >= taken->size || taken->data[*index].first >= sentence.end))
        report_aside(p, aside_before(p->reading, sentence));
    for (uint32_t i = sentence.first; i < sentence.end; i++) {
        for (; *index < taken->size && taken->data[*index].first <= i; ++*index)
            if (taken->data[*index].end > p->covered)
                p->covered = taken->data[*index].end;
        for (; p->next_speaker < p->speakers->size && p->speakers->data[p->next_speaker].first <= i;
             p->next_speaker++)
            p->last_speaker = p->speakers->data[p->next_speaker];
        open.end = *index < taken->size && taken->data[*index].first < sentence.end
                       ? taken->data[*index].first
                       : sentence.end;
        if (i >= p->covered && p->reading->tokens[i].shape != TOKEN_OPEN)
            report_cue(p, open, i);
    }
}

static int compare_stretches(const void *a, const void *b)
{
    const struct stretch *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

static void sort_stretches(stretch_vector *stretches)
{
    if (stretches->size > 0)
        qsort(stretches->data, stretches->size, sizeof *stretches->data, compare_stretches);
}

/* The stretches of the attributions from first on, and their speakers alone, in order. */
static void collect_taken(const attribution_vector *attributions, size_t first, stretch_vector *taken,
                          stretch_vector *speakers)
{
    for (size_t i = first; i < attributions->size; i++) {
        const struct attribution *a = &attributions->data[i];
        for (uint32_t p = 0; p < a->piece_count; p++)
            vector_push(taken, a->pieces[p]);
        if (!stretch_is_empty(a->speaker)) {
            vector_push(taken, a->speaker);
            vector_push(speakers, a->speaker);
        }
        if (!stretch_is_empty(a->cue))
            vector_push(taken, a->cue);
    }
    sort_stretches(taken);
    sort_stretches(speakers);
}

void attribution_indirect(const struct reading *reading, const struct paragraph *paragraph, size_t first,
                          attribution_vector *attributions)
{
    stretch_vector taken = {0}, speakers = {0};
    struct reporting p = {.reading = reading, .attributions = attributions, .speakers = &speakers};
    size_t index = 0;
    collect_taken(attributions, first > 0 ? first - 1 : 0, &taken,
                  &speakers); /* the one before may go on here */
    for (uint32_t i = paragraph->tokens.first; i < paragraph->tokens.end;) {
        struct stretch sentence = {i, attribution_sentence_end(reading, i, paragraph->tokens.end)};
        report_sentence(&p, sentence, &taken, &index);
        i = sentence.end;
    }
    vector_release(&taken);
    vector_release(&speakers);
}
