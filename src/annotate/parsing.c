/* parsing.c: the parser at work; see parser_run in parser.h, and parser.c for how a sentence is parsed.
 *
 * What a sentence's next step is hangs on weights that are far away in memory. So a few sentences are parsed
 * side by side: all ask for their weights, then all decide, then all go on. */
#include "parser.h"

#include "rows.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

enum { LANES = 4 };

/* A sentence on its way. */
struct lane {
    struct parse parse;
    unsigned action;
    uint32_t rows[PARSER_MOST_FEATURES]; /* that decide what comes next */
    size_t count;
};

struct parsing {
    const struct model *model;
    struct parse *paragraphs; /* room for the sentences of each */
    size_t paragraph_count;
    size_t paragraph; /* where the next sentence begins */
    uint32_t token;
    struct lane lanes[LANES];
    size_t active;
};

/* Begins the next sentence in a lane; false after the last one. */
static bool take_sentence(struct parsing *p, struct parse *parse)
{
    while (p->paragraph < p->paragraph_count && p->token == p->paragraphs[p->paragraph].all->count) {
        p->paragraph++;
        p->token = 0;
    }
    if (p->paragraph == p->paragraph_count)
        return false;
    *parse = p->paragraphs[p->paragraph];
    parse->stack += p->token; /* each sentence stacks up no more than its own tokens */
    parse_begin(parse, p->token, parser_sentence_end(parse->all, p->token));
    p->token = parse->end;
    return true;
}

/* The only action that there is at a sentence's ends, or ACTION_COUNT. */
static unsigned only_action(const struct parse *parse)
{
    return parse->depth == 0 ? ACTION_SHIFT : parse->next == parse->end ? ACTION_RIGHT : ACTION_COUNT;
}

static void ask_for_action(const struct model *model, struct lane *lane)
{
    lane->action = only_action(&lane->parse);
    if (lane->action != ACTION_COUNT)
        return;
    lane->count = parser_features(&lane->parse, lane->rows);
    rows_fetch(model->parser, MODEL_PARSER_ROW, lane->rows, lane->count);
}

static unsigned best_action(const struct model *model, const struct lane *lane)
{
    int16_t scores[MODEL_PARSER_ROW] = {0};
    unsigned best = ACTION_SHIFT;
    rows_add(model->parser, MODEL_PARSER_ROW, lane->rows, lane->count, scores);
    for (unsigned a = ACTION_SHIFT + 1; a < ACTION_COUNT; a++)
        if (parse_allows(&lane->parse, a) && scores[a] > scores[best])
            best = a;
    return best;
}

/* Decides on an action, and asks for what gives a dependency its kind. */
static void decide(const struct model *model, struct lane *lane)
{
    if (lane->action == ACTION_COUNT)
        lane->action = best_action(model, lane);
    if (lane->action == ACTION_SHIFT)
        return;
    lane->count = relation_features(&lane->parse, parse_head(&lane->parse, lane->action), lane->rows);
    rows_fetch(model->relations, MODEL_RELATION_ROW, lane->rows, lane->count);
}

static void act(const struct model *model, struct lane *lane)
{
    int16_t scores[MODEL_RELATION_ROW] = {0};
    if (lane->action == ACTION_SHIFT) {
        parse_shift(&lane->parse);
        return;
    }
    rows_add(model->relations, MODEL_RELATION_ROW, lane->rows, lane->count, scores);
    parse_attach(&lane->parse, parse_head(&lane->parse, lane->action), rows_best(scores, DEPENDENCY_COUNT));
}

static void step(struct parsing *p)
{
    for (size_t i = 0; i < p->active; i++)
        ask_for_action(p->model, &p->lanes[i]);
    for (size_t i = 0; i < p->active; i++)
        decide(p->model, &p->lanes[i]);
    for (size_t i = 0; i < p->active; i++)
        act(p->model, &p->lanes[i]);
    for (size_t i = p->active; i-- > 0;)
        if (parse_is_done(&p->lanes[i].parse) && !take_sentence(p, &p->lanes[i].parse))
            p->lanes[i] = p->lanes[--p->active];
}

void parser_run(const struct model *model, struct observations *paragraphs, size_t count)
{
    struct parsing p = {.model = model, .paragraph_count = count};
    p.paragraphs = memory_calloc(count + 1, sizeof *p.paragraphs);
    for (size_t i = 0; i < count; i++)
        parse_open(&p.paragraphs[i], &paragraphs[i]);
    while (p.active < LANES && take_sentence(&p, &p.lanes[p.active].parse))
        p.active++;
    while (p.active > 0)
        step(&p);
    for (size_t i = 0; i < count; i++)
        parse_close(&p.paragraphs[i]);
    free(p.paragraphs);
}
