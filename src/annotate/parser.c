/* parser.c: see parser.h. */
#include "parser.h"

#include "rows.h"
#include "tagger.h"

#include "whosaid/base/memory.h"

#include <assert.h>
#include <stdlib.h>

void parse_open(struct parse *parse, struct observations *all)
{
    *parse = (struct parse){.all = all};
    parse->seen = memory_calloc(all->count + 1, sizeof *parse->seen);
    parse->stack = memory_calloc(all->count + 1, sizeof *parse->stack);
}

void parse_close(struct parse *parse)
{
    free(parse->seen);
    free(parse->stack);
}

void parse_begin(struct parse *parse, uint32_t first, uint32_t end)
{
    parse->depth = 0;
    parse->next = first;
    parse->end = end;
    for (uint32_t i = first; i < end; i++) {
        struct observation *o = &parse->all->items[i];
        parse->seen[i] = (struct seen){.word = o->word, .part = o->part + 1u, .lexicon = o->lexicon};
        o->head = NO_INDEX;
        o->dependency = DEPENDENCY_OTHER;
        o->extent = (struct stretch){i, i + 1};
    }
}

bool parse_is_done(const struct parse *parse)
{
    return parse->next == parse->end && parse->depth <= 1;
}

bool parse_allows(const struct parse *parse, unsigned action)
{
    if (action == ACTION_RIGHT)
        return parse->depth >= 2;
    return parse->next < parse->end && (action == ACTION_SHIFT || parse->depth >= 1);
}

uint32_t parse_head(const struct parse *parse, unsigned action)
{
    return action == ACTION_LEFT ? parse->next : parse->stack[parse->depth - 2];
}

void parse_shift(struct parse *parse)
{
    assert(parse->next < parse->end);
    parse->stack[parse->depth++] = parse->next++;
}

void parse_attach(struct parse *parse, uint32_t head, uint8_t dependency)
{
    uint32_t token = parse->stack[--parse->depth];
    struct observation *o = &parse->all->items[token], *to = &parse->all->items[head];
    struct seen *seen = &parse->seen[head];
    uint32_t kind = 1u + o->part + 64u * dependency;
    o->head = head;
    o->dependency = dependency;
    if (token < head) {
        seen->left = kind; /* later ones lie further left */
        seen->valency += seen->valency / 16 < 15 ? 16 : 0;
        to->extent.first = o->extent.first;
    } else {
        seen->right = kind;
        seen->valency += seen->valency % 16 < 15;
        to->extent.end = o->extent.end;
    }
}

static struct seen see(const struct parse *parse, uint32_t index)
{
    return index == NO_INDEX ? (struct seen){0} : parse->seen[index];
}

static uint32_t of_stack(const struct parse *parse, size_t below)
{
    return parse->depth > below ? parse->stack[parse->depth - 1 - below] : NO_INDEX;
}

static uint32_t of_buffer(const struct parse *parse, uint32_t ahead)
{
    return parse->next + ahead < parse->end ? parse->next + ahead : NO_INDEX;
}

static uint32_t gap_between(uint32_t a, uint32_t b)
{
    uint32_t gap = a == NO_INDEX || b == NO_INDEX ? 0 : b - a;
    return gap < 5 ? gap : gap < 10 ? 5 : 6;
}

size_t parser_features(const struct parse *parse, uint32_t *rows)
{
    uint32_t top = of_stack(parse, 0), next = of_buffer(parse, 0);
    struct seen s0 = see(parse, top), s1 = see(parse, of_stack(parse, 1)),
                s2 = see(parse, of_stack(parse, 2));
    struct seen b0 = see(parse, next), b1 = see(parse, of_buffer(parse, 1)),
                b2 = see(parse, of_buffer(parse, 2));
    uint32_t gap = gap_between(top, next), below = gap_between(of_stack(parse, 1), top);
    uint32_t parts = s0.part * 64u + b0.part, lower = s1.part * 64u + s0.part;
    struct features f;
    f.count = 0;
    features_add(&f, s0.word, s0.part);
    features_add(&f, s0.part, 0);
    features_add(&f, s1.word, s1.part);
    features_add(&f, s1.part, 0);
    features_add(&f, b0.word, b0.part);
    features_add(&f, b0.part, 0);
    features_add(&f, b1.word, b1.part);
    features_add(&f, b1.part, b2.part);
    features_add(&f, s0.word, b0.word);
    features_add(&f, s0.word, b0.part);
    features_add(&f, s0.part, b0.word);
    features_add(&f, parts, 0);
    features_add(&f, parts, b1.part);
    features_add(&f, parts, b1.part * 64u + b2.part);
    features_add(&f, lower, b0.part);
    features_add(&f, lower, s2.part);
    features_add(&f, s1.word, s0.word);
    features_add(&f, s1.word, s0.part);
    features_add(&f, s1.part, s0.word);
    features_add(&f, lower, b0.word);
    features_add(&f, parts, gap);
    features_add(&f, lower, below);
    features_add(&f, s0.word, gap);
    features_add(&f, b0.word, gap);
    features_add(&f, s0.word, s0.valency);
    features_add(&f, s1.word, s1.valency);
    features_add(&f, b0.word, b0.valency);
    features_add(&f, s0.part, s0.valency);
    features_add(&f, s1.part, s1.valency);
    features_add(&f, parts, s0.left);
    features_add(&f, parts, s0.right);
    features_add(&f, parts, b0.left);
    features_add(&f, lower, s1.right);
    features_add(&f, lower, s1.left);
    features_add(&f, lower, s0.left);
    features_add(&f, lower, s0.right);
    features_add(&f, s0.lexicon, b0.part);
    features_add(&f, s1.lexicon, s0.part);
    features_add(&f, s0.lexicon, b0.lexicon);
    features_add(&f, s1.lexicon, s0.lexicon);
    features_add(&f, s1.word, observation_mix(s0.part, b0.part));
    features_add(&f, s1.word, observation_mix(s0.right, b0.part));
    return features_find_rows(&f, MODEL_PARSER_BITS, rows);
}

size_t relation_features(const struct parse *parse, uint32_t head, uint32_t *rows)
{
    uint32_t top = of_stack(parse, 0), side = head > top;
    struct seen d = see(parse, top), h = see(parse, head);
    const struct observation *before = observation_at(parse->all, (ptrdiff_t)top - 1);
    const struct observation *behind = observation_at(parse->all, (ptrdiff_t)top + 1);
    uint32_t parts = (h.part * 64u + d.part) * 2u + side, gap = side ? head - top : top - head;
    struct features f;
    f.count = 0;
    features_add(&f, parts, 0);
    features_add(&f, h.word, d.word);
    features_add(&f, h.word, d.part * 2u + side);
    features_add(&f, h.part * 2u + side, d.word);
    features_add(&f, d.word, side);
    features_add(&f, parts, gap < 6 ? gap : 6);
    features_add(&f, parts, d.left);
    features_add(&f, parts, d.right);
    features_add(&f, h.word, d.left);
    features_add(&f, parts, observation_mix(d.left, h.left));
    features_add(&f, parts, h.right);
    features_add(&f, parts, before->part);
    features_add(&f, parts, behind->part);
    features_add(&f, before->word, d.part * 2u + side);
    features_add(&f, h.lexicon, d.part * 2u + side);
    features_add(&f, d.lexicon, h.part * 2u + side);
    features_add(&f, parts, d.valency);
    return features_find_rows(&f, MODEL_RELATION_BITS, rows);
}

uint32_t parser_sentence_end(const struct observations *all, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < all->count && !all->items[end].first)
        end++;
    return end;
}
