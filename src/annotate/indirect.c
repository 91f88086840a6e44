/* indirect.c: attribution of reported speech without marks; see attribution.h. Only shapes that are plain:
 * "X said (that) ...", "According to X, ...", "..., X said". */
#include "attribution.h"

#include "phrases.h"
#include "rules.h"

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

/* Whether a clause of its own begins behind the comma (or conjunction) at i: ", adding that", ", but", "and said". */
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
    return (reading_is(r, i, "and") || reading_is(r, i, "but") || next > i + 1) && reading_has(r, next, SPOKEN) &&
           reading_has(r, next, TAG_PAST | TAG_THIRD) && reading_token(r, next)->shape == TOKEN_LOWER;
}

uint32_t attribution_clause_end(const struct reading *r, uint32_t first, uint32_t limit)
{
    uint32_t i = first;
    for (; i < limit; i++) {
        if (reading_is(r, i, ";") || reading_is(r, i, ":"))
            break;
        if ((reading_is(r, i, ",") || reading_is(r, i, "and") || reading_is(r, i, "but")) && begins_clause(r, i))
            break;
    }
    while (i > first && i == limit && !token_is_word(reading_token(r, i - 1)) &&
           reading_token(r, i - 1)->shape == TOKEN_PUNCTUATION && !reading_is(r, i - 1, ")") &&
           !reading_is(r, i - 1, "%"))
        limit = --i;
    return i;
}

struct reporting {
    const struct reading *reading;
    attribution_vector *attributions;
    uint32_t covered;
};

static bool has_mark(const struct reading *r, struct stretch s)
{
    for (uint32_t i = s.first; i < s.end; i++)
        if (r->tokens[i].shape == TOKEN_OPEN)
            return true;
    return false;
}

static void add(struct reporting *p, struct stretch speaker, struct stretch cue, struct stretch content, uint32_t rule)
{
    struct attribution *a = vector_add(p->attributions);
    a->pieces[0] = content;
    a->piece_count = 1;
    a->speaker = speaker;
    a->cue = cue;
    a->type = has_mark(p->reading, content) ? QUOTE_MIXED : QUOTE_INDIRECT;
    a->rule = rule;
    a->parent = a->entity = NO_INDEX;
    a->confidence = annotate_rules[rule].confidence;
    p->covered = content.end > cue.end ? content.end : cue.end;
    if (speaker.end > p->covered)
        p->covered = speaker.end;
}

/* "According to X, ..." that opens the sentence. */
static bool report_according(struct reporting *p, struct stretch sentence)
{
    const struct reading *r = p->reading;
    if (!cue_is_according(r, sentence.first))
        return false;
    struct stretch speaker = phrase_after(r, sentence.first + 2, sentence.end);
    uint32_t start = speaker.end;
    while (start < sentence.end && !reading_is(r, start, ",") && start < speaker.end + 12)
        start++;
    uint32_t end = attribution_clause_end(r, start + 1, sentence.end);
    if (stretch_is_empty(speaker) || end <= start + 1 || !reading_is(r, start, ","))
        return false;
    add(p, speaker, (struct stretch){sentence.first, sentence.first + 2}, (struct stretch){start + 1, end},
        RULE_ACCORDING);
    return true;
}

/* Where the content of a cue begins: behind an addressee. Equal to cue.end when no clause can follow. */
static uint32_t content_start(const struct reading *r, struct stretch cue, uint32_t verb, uint32_t limit)
{
    uint32_t i = cue.end;
    for (uint32_t k = i; k < limit && k < i + 9; k++) {
        if (reading_has(r, k, TAG_THAT))
            return k;
        if (!token_is_word(reading_token(r, k)) || reading_has(r, k, TAG_AUXILIARY))
            break;
    }
    if (reading_has(r, verb, TAG_TELL) && !reading_has(r, verb, TAG_SAY)) {
        struct stretch addressee = phrase_after(r, i, limit);
        if (reading_has(r, i, TAG_PRONOUN) || addressee.end < limit)
            return addressee.end;
    }
    while (i < limit && (reading_has(r, i, TAG_WEEKDAY) || (reading_is(r, i, "on") && reading_has(r, i + 1, TAG_WEEKDAY))))
        i++;
    return i;
}

/* Whether a reported clause can begin at the token. */
static bool can_report(const struct reading *r, uint32_t verb, uint32_t start, uint32_t limit)
{
    if (start >= limit || !token_is_word(reading_token(r, start)))
        return false;
    if (reading_has(r, start, TAG_THAT))
        return reading_has(r, verb, TAG_CUE_CLAUSE);
    if (reading_has(r, start, TAG_CONJUNCTION | TAG_ADVERB) && !reading_has(r, start, TAG_DETERMINER | TAG_PREPOSITION))
        return reading_is(r, start, "if");
    if (reading_has(r, verb, SPOKEN | TAG_THINK))
        return !reading_has(r, start, TAG_PREPOSITION) || reading_is(r, start, "to");
    return !reading_has(r, start, TAG_PREPOSITION);
}

static bool report_verb(struct reporting *p, struct stretch sentence, uint32_t verb)
{
    const struct reading *r = p->reading;
    uint32_t limit = p->covered > sentence.first ? p->covered : sentence.first;
    struct stretch cue = cue_extend(r, verb, limit, sentence.end);
    if (cue_is_passive(r, cue, verb))
        return false;
    bool shared = reading_has(r, verb, TAG_ING) ||
                  (cue.first > limit && reading_has(r, cue.first - 1, TAG_CONJUNCTION));
    struct stretch speaker = shared ? phrase_subject(r, sentence.first, cue.first) : phrase_before(r, limit, cue.first);
    uint32_t start = content_start(r, cue, verb, sentence.end);
    if (stretch_is_empty(speaker) || !can_report(r, verb, start, sentence.end))
        return false;
    struct stretch content = {start, attribution_clause_end(r, start, sentence.end)};
    if (content.end < content.first + 2 && reading_has(r, verb, TAG_CUE_CLAUSE))
        return false;
    if (stretch_is_empty(content))
        return false;
    add(p, speaker, cue, content, shared ? RULE_INDIRECT_ING : RULE_INDIRECT);
    return true;
}

/* "..., X said." and "..., according to X." at the end of the sentence; verb is the cue's. */
static bool report_after(struct reporting *p, struct stretch sentence, uint32_t verb, bool according)
{
    const struct reading *r = p->reading;
    uint32_t limit = p->covered > sentence.first ? p->covered : sentence.first;
    struct stretch cue = according ? (struct stretch){verb, verb + 2} : cue_extend(r, verb, limit, sentence.end);
    struct stretch speaker =
        according ? phrase_after(r, verb + 2, sentence.end) : phrase_before(r, limit, cue.first);
    uint32_t border = according ? verb : speaker.first;
    bool comma = border > limit && reading_is(r, border - 1, ",");
    if (stretch_is_empty(speaker) || (!comma && !according) || border < limit + 4)
        return false;
    struct stretch content = {limit, border - comma};
    if (reading_is(r, content.first, ",") || reading_has(r, content.first, TAG_CONJUNCTION))
        content.first++;
    if (has_mark(r, content))
        return false;
    add(p, speaker, cue, content, according ? RULE_ACCORDING_AFTER : RULE_INDIRECT_AFTER);
    return true;
}

/* Whether nothing but a time or a place stands between the cue and the sentence's end. */
static bool rests(const struct reading *r, uint32_t verb, uint32_t end)
{
    uint32_t i = verb + 1;
    if (i >= end || reading_is(r, i, "."))
        return true;
    return reading_has(r, i, TAG_WEEKDAY | TAG_PREPOSITION) && !reading_is(r, i, "to") && end - i < 14;
}

static void report_sentence(struct reporting *p, struct stretch sentence)
{
    const struct reading *r = p->reading;
    report_according(p, sentence);
    for (uint32_t i = sentence.first; i < sentence.end; i++) {
        if (i < p->covered)
            continue;
        if (reading_token(r, i)->shape == TOKEN_OPEN)
            return;
        if (cue_is_according(r, i)) {
            report_after(p, sentence, i, true);
            continue;
        }
        if (!cue_is_verb(r, i, sentence.first))
            continue;
        if (reading_has(r, i, SPOKEN | TAG_THINK) && rests(r, i, sentence.end) && report_after(p, sentence, i, false))
            continue;
        report_verb(p, sentence, i);
    }
}

/* Whether an attribution reaches into the sentence. */
static bool is_covered(const attribution_vector *attributions, size_t *index, struct stretch sentence)
{
    while (*index < attributions->size) {
        const struct attribution *a = &attributions->data[*index];
        uint32_t end = a->pieces[a->piece_count - 1].end;
        if (a->speaker.end > end)
            end = a->speaker.end;
        if (end > sentence.first)
            return a->pieces[0].first < sentence.end || a->cue.first < sentence.end;
        ++*index;
    }
    return false;
}

void attribution_indirect(const struct reading *reading, const struct paragraph *paragraph, size_t first,
                          attribution_vector *attributions)
{
    attribution_vector quoted = {0};
    for (size_t i = first; i < attributions->size; i++)
        vector_push(&quoted, attributions->data[i]);
    struct reporting p = {reading, attributions, 0};
    size_t index = 0;
    for (uint32_t i = paragraph->tokens.first; i < paragraph->tokens.end;) {
        struct stretch sentence = {i, attribution_sentence_end(reading, i, paragraph->tokens.end)};
        if (!is_covered(&quoted, &index, sentence))
            report_sentence(&p, sentence);
        i = sentence.end;
    }
    vector_release(&quoted);
}
