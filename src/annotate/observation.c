/* observation.c: see observation.h. */
#include "observation.h"

#include "senses.h"
#include "tagger.h"

#include <string.h>

static uint32_t hash_word(const char *bytes, size_t size)
{
    uint32_t hash = UINT32_C(2166136261); /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT32_C(16777619);
    return hash | 1; /* 0 says that there is none */
}

uint32_t observation_hash(struct str word)
{
    return hash_word(word.data, word.size);
}

static uint32_t hash_end(struct str word, size_t size)
{
    size_t from = word.size > size ? word.size - size : 0;
    return hash_word(word.data + from, word.size - from);
}

static void observe_token(struct observation *o, const struct token *token)
{
    struct str word = token->lower;
    bool number = token->shape == TOKEN_NUMBER;
    o->word = number ? hash_word("0", 1) : hash_word(word.data, word.size);
    o->suffix2 = number ? o->word : hash_end(word, 2);
    o->suffix3 = number ? o->word : hash_end(word, 3);
    o->prefix = hash_word(word.data, word.size < 3 ? word.size : 3);
    o->stem = hash_word(word.data, word.size < 5 ? word.size : 5);
    o->lexicon = token->tags;
    o->shape = token->shape;
    o->sentence = token->sentence;
}

static uint8_t size_step(uint32_t tokens)
{
    return tokens < 3 ? 1 : tokens < 6 ? 2 : tokens < 12 ? 3 : 4;
}

/* Marks the tokens of the outermost pairs. */
static void observe_pairs(struct observations *all, const struct reading *reading,
                          const struct paragraph *paragraph)
{
    for (uint32_t i = paragraph->first_pair; i < paragraph->pair_end; i++) {
        const struct pair *pair = &reading->pairs[i];
        uint32_t end = pair->closed ? pair->close + 1 : pair->close;
        if (pair->parent != NO_INDEX)
            continue;
        for (uint32_t t = pair->open; t < end && t - all->first < all->count; t++) {
            struct observation *o = &all->items[t - all->first];
            o->quoted = t == pair->open || (pair->closed && t == pair->close) ? 2 : 1;
            o->quote_size = size_step(pair->inside.end - pair->inside.first);
        }
    }
}

void observe_tokens(struct observations *all, const struct reading *reading,
                    const struct paragraph *paragraph)
{
    all->first = paragraph->tokens.first;
    all->count = paragraph->tokens.end - paragraph->tokens.first;
    all->items = arena_array(reading->arena, all->count, struct observation);
    for (size_t i = 0; i < all->count; i++) {
        struct observation *o = &all->items[i];
        observe_token(o, &reading->tokens[all->first + i]);
        o->first = i == 0 || all->items[i - 1].sentence != o->sentence;
        o->last = i + 1 == all->count || reading->tokens[all->first + i + 1].sentence != o->sentence;
    }
    observe_pairs(all, reading, paragraph);
}

bool observation_is_verb(const struct observation *o)
{
    return o->part >= PART_VB && o->part <= PART_VBZ;
}

static bool is_finite(const struct observation *o)
{
    return o->part == PART_VBD || o->part == PART_VBP || o->part == PART_VBZ || o->part == PART_MD;
}

bool observation_is_candidate(const struct observation *o)
{
    return (observation_is_verb(o) && (o->lexicon & TAG_CUE_VERB)) ||
           (!observation_is_verb(o) && (o->lexicon & TAG_CUE_NOUN)) ||
           (o->part == PART_VBG && (o->lexicon & TAG_PREPOSITION));
}

static uint8_t border_of(const struct observation *o)
{
    switch (o->part) {
    case PART_COMMA: return BORDER_COMMA;
    case PART_CC: return BORDER_AND;
    case PART_WDT:
    case PART_WP:
    case PART_WRB: return BORDER_CLAUSE;
    default: break;
    }
    if (o->quoted == 2)
        return BORDER_MARK;
    if (o->lexicon & (TAG_THAT | TAG_RELATIVE))
        return BORDER_CLAUSE;
    if (o->shape == TOKEN_PUNCTUATION)
        return BORDER_OTHER;
    return is_finite(o) ? BORDER_VERB : 0;
}

static uint8_t distance_step(size_t distance)
{
    return (uint8_t)(distance < 6 ? distance : distance < 9 ? 6 : distance < 14 ? 7 : distance < 24 ? 8 : 9);
}

/* Follows the nearest token of a kind along one direction. */
struct following {
    uint32_t word;
    size_t distance;
    uint8_t between;
};

static struct nearest follow(struct following *f, const struct observation *o, enum holding kind)
{
    struct nearest found = {.word = f->word, .between = f->between};
    if (f->word)
        found.distance = distance_step(++f->distance);
    if (o->holding & kind)
        *f = (struct following){.word = o->word};
    else
        f->between |= o->border;
    return found;
}

static void observe_left(struct observations *all)
{
    struct following cue = {0}, verb = {0};
    for (size_t i = 0; i < all->count; i++) {
        struct observation *o = &all->items[i];
        if (o->first)
            cue = verb = (struct following){0};
        o->cue_left = follow(&cue, o, HOLDS_CUE);
        o->verb_left = follow(&verb, o, HOLDS_VERB);
    }
}

static void observe_right(struct observations *all)
{
    struct following cue = {0}, verb = {0};
    for (size_t i = all->count; i-- > 0;) {
        struct observation *o = &all->items[i];
        if (o->last)
            cue = verb = (struct following){0};
        o->cue_right = follow(&cue, o, HOLDS_CUE);
        o->verb_right = follow(&verb, o, HOLDS_VERB);
    }
}

/* Whether a segment begins at the token: behind a comma, a bracket, a mark, or with the sentence. */
static bool begins_segment(const struct observations *all, size_t i)
{
    enum { BORDERS = BORDER_COMMA | BORDER_OTHER | BORDER_MARK };
    return i == 0 || all->items[i].first || (all->items[i].border & BORDERS);
}

static uint8_t holding_of(const struct observation *o)
{
    return (uint8_t)((observation_is_candidate(o) ? HOLDS_CUE : 0) | (is_finite(o) ? HOLDS_VERB : 0) |
                     (part_is_name(o->part) ? HOLDS_NAME : 0) | (o->quoted == 1 ? HOLDS_QUOTED : 0) |
                     (o->first ? HOLDS_SENTENCE_START : 0) | (o->last ? HOLDS_SENTENCE_END : 0));
}

/* Describes the segment of tokens first to end to each of its own. */
static uint8_t describe_segment(struct observations *all, size_t first, size_t end, uint8_t before)
{
    uint8_t holds = 0;
    for (size_t i = first; i < end; i++)
        holds |= all->items[i].holding;
    size_t opening = first + 1 < end && !all->items[first].first ? first + 1 : first;
    for (size_t i = first; i < end; i++) {
        struct observation *o = &all->items[i];
        o->opening = all->items[opening].word;
        o->segment = holds;
        o->segment_before = before;
        o->from_start = distance_step(i - first);
        o->to_end = distance_step(end - 1 - i);
    }
    return holds;
}

static void observe_segments(struct observations *all)
{
    uint8_t holds = 0;
    for (size_t first = 0, end; first < all->count; first = end) {
        for (end = first + 1; end < all->count && !begins_segment(all, end); end++)
            ;
        holds = describe_segment(all, first, end, holds);
    }
    holds = 0;
    for (size_t i = all->count; i-- > 0;) {
        all->items[i].segment_after = holds;
        if (begins_segment(all, i))
            holds = all->items[i].segment;
    }
}

static enum sense_kind sense_kind_of(const struct observation *o)
{
    if (observation_is_verb(o))
        return SENSE_VERB;
    if (o->part == PART_NN || o->part == PART_NNS)
        return SENSE_NOUN;
    return o->part == PART_JJ ? SENSE_ADJECTIVE : SENSE_NONE;
}

static void observe_senses(struct observations *all)
{
    for (size_t i = 0; i < all->count; i++) {
        struct observation *o = &all->items[i];
        enum sense_kind kind = sense_kind_of(o);
        if (kind == SENSE_NONE)
            continue;
        struct sense sense = senses_find(o->word, kind);
        o->sense = sense.group;
        o->kind = sense.kind;
        o->other_kind = sense.other;
        o->telling = sense.telling;
    }
}

void observe_surroundings(struct observations *all)
{
    observe_senses(all);
    for (size_t i = 0; i < all->count; i++) {
        all->items[i].border = border_of(&all->items[i]);
        all->items[i].holding = holding_of(&all->items[i]);
    }
    observe_segments(all);
    observe_left(all);
    observe_right(all);
}

static void paint(struct observations *all, struct stretch stretch, uint32_t rule, uint8_t begin)
{
    for (uint32_t t = stretch.first; t < stretch.end; t++)
        if (t >= all->first && t - all->first < all->count) {
            struct observation *o = &all->items[t - all->first];
            o->rule = (uint8_t)rule;
            o->rule_label = t == stretch.first ? begin : begin + 1;
        }
}

void observe_rules(struct observations *all, const struct attribution *attributions, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (uint32_t p = 0; p < attributions[i].piece_count; p++)
            paint(all, attributions[i].pieces[p], attributions[i].rule, LABEL_CONTENT_BEGIN);
    for (size_t i = 0; i < count; i++)
        paint(all, attributions[i].speaker, attributions[i].rule, LABEL_SOURCE_BEGIN);
    for (size_t i = 0; i < count; i++)
        paint(all, attributions[i].cue, attributions[i].rule, LABEL_CUE_BEGIN);
}
