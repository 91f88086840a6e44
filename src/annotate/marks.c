/* marks.c: see marks.h. One stack a paragraph; each mark is pushed and popped once. */
#include "marks.h"

#include "mark_character.h"

struct open_mark {
    uint32_t token, pair;
    uint32_t inner; /* token of the first pair inside it; NO_INDEX before there is one */
    uint8_t family;
};

struct pairing {
    struct reading *reading;
    const struct paragraph *paragraph;
    VECTOR(struct pair) pairs;
    VECTOR(struct open_mark) stack;
    uint32_t singles_left; /* single closing marks that are still to come in the paragraph */
};

static bool is_mark(const struct token *token)
{
    return token->shape == TOKEN_OPEN || token->shape == TOKEN_CLOSE;
}

static struct mark mark_of(const struct reading *reading, uint32_t token)
{
    struct mark mark = {0};
    mark_read(reading->text, reading->tokens[token].span.start, &mark);
    return mark;
}

static void open_pair(struct pairing *p, uint32_t token, uint8_t family)
{
    struct pair pair = {
        .inside = {token + 1, token + 1},
        .open = token,
        .close = token + 1,
        .parent = NO_INDEX,
        .continues = NO_INDEX,
    };
    vector_push(&p->stack, ((struct open_mark){token, (uint32_t)p->pairs.size, NO_INDEX, family}));
    vector_push(&p->pairs, pair);
}

/* Takes the top off the stack; what encloses it remembers where its first inner pair begins. */
static void pop(struct pairing *p, uint32_t inner)
{
    p->stack.size--;
    if (p->stack.size > 0 && inner < vector_last(&p->stack).inner)
        vector_last(&p->stack).inner = inner;
}

static void end_pair(struct pairing *p, uint32_t end, bool closed)
{
    struct open_mark top = vector_last(&p->stack);
    struct pair *pair = &p->pairs.data[top.pair];
    pair->inside.end = pair->close = end;
    pair->closed = closed;
    pop(p, top.family == MARK_SINGLE ? top.inner : top.token);
}

/* A pair that turned out not to be one (an apostrophe): inside stays empty, and later stages pass it over. */
static void drop_top(struct pairing *p)
{
    struct open_mark top = vector_last(&p->stack);
    struct pair *pair = &p->pairs.data[top.pair];
    pair->inside = (struct stretch){pair->open, pair->open};
    pair->close = pair->open;
    pop(p, top.inner);
}

static bool has_open(const struct pairing *p, uint8_t family)
{
    return p->stack.size > 0 && p->stack.data[p->stack.size - 1].family == family;
}

/* A single mark behind an s, or a clipped -ing, inside single marks is an apostrophe when another closing
 * mark follows and the sentence goes on: 'the ministers' house', 'goin' to'. */
static bool is_apostrophe(const struct pairing *p, uint32_t token, const struct mark *mark)
{
    struct str before = reading_token(p->reading, token - (token > 0))->lower;
    return mark->apostrophe && p->singles_left > 0 &&
           (str_ends(before, STR("s")) || str_ends(before, STR("in"))) &&
           reading_token(p->reading, token + 1)->shape == TOKEN_LOWER;
}

static void close_mark(struct pairing *p, uint32_t token, const struct mark *mark)
{
    if (mark->family == MARK_SINGLE && (!has_open(p, MARK_SINGLE) || is_apostrophe(p, token, mark)))
        return;
    while (p->stack.size > 0 && vector_last(&p->stack).family != mark->family)
        drop_top(p);
    if (p->stack.size > 0)
        end_pair(p, token, true);
}

/* A keyboard mark between two spaces, or between two letters, takes turns. */
static bool takes_turns(const struct pairing *p, const struct mark *mark)
{
    return !mark->sure && mark->opens && has_open(p, mark->family);
}

static void read_mark(struct pairing *p, uint32_t token)
{
    struct mark mark = mark_of(p->reading, token);
    if (mark.family == MARK_SINGLE && !mark.opens)
        p->singles_left--;
    if (mark.opens && !takes_turns(p, &mark))
        open_pair(p, token, mark.family);
    else
        close_mark(p, token, &mark);
}

/* What is left open ends where the first pair inside it begins, else with the paragraph; a lone single mark
 * is an apostrophe. */
static void end_paragraph(struct pairing *p)
{
    while (p->stack.size > 0) {
        struct open_mark top = vector_last(&p->stack);
        if (top.family == MARK_SINGLE)
            drop_top(p);
        else
            end_pair(p, top.inner < p->paragraph->tokens.end ? top.inner : p->paragraph->tokens.end, false);
    }
}

/* Now that every pair's end is known: which one is inside which.
 * Uses the (empty) stack for the pairs around. */
static void find_parents(struct pairing *p, size_t first)
{
    for (size_t i = first; i < p->pairs.size; i++) {
        struct pair *pair = &p->pairs.data[i];
        while (p->stack.size > 0 && p->pairs.data[vector_last(&p->stack).pair].close <= pair->open)
            p->stack.size--;
        pair->parent = p->stack.size > 0 ? vector_last(&p->stack).pair : NO_INDEX;
        if (!stretch_is_empty(pair->inside))
            vector_push(&p->stack, ((struct open_mark){.pair = (uint32_t)i}));
    }
    vector_clear(&p->stack);
}

/* An opening mark at the start of a paragraph carries on what the last one left open. */
static void link_paragraphs(struct pairing *p, size_t before_first, size_t first)
{
    if (first >= p->pairs.size || p->pairs.data[first].open != p->paragraph->tokens.first)
        return;
    for (size_t i = first; i > before_first; i--) {
        const struct pair *last = &p->pairs.data[i - 1];
        if (stretch_is_empty(last->inside) || last->parent != NO_INDEX)
            continue;
        if (!last->closed && last->close == p->paragraph[-1].tokens.end)
            p->pairs.data[first].continues = (uint32_t)(i - 1);
        return;
    }
}

static void pair_paragraph(struct pairing *p)
{
    struct stretch tokens = p->paragraph->tokens;
    p->singles_left = 0;
    for (uint32_t i = tokens.first; i < tokens.end; i++)
        if (is_mark(&p->reading->tokens[i])) {
            struct mark mark = mark_of(p->reading, i);
            p->singles_left += mark.family == MARK_SINGLE && !mark.opens;
        }
    for (uint32_t i = tokens.first; i < tokens.end; i++)
        if (is_mark(&p->reading->tokens[i]))
            read_mark(p, i);
    end_paragraph(p);
}

void marks_pair(struct reading *reading)
{
    struct pairing p = {.reading = reading};
    size_t before = 0;
    for (size_t i = 0; i < reading->paragraph_count; i++) {
        struct paragraph *paragraph = &reading->paragraphs[i];
        size_t first = p.pairs.size;
        p.paragraph = paragraph;
        pair_paragraph(&p);
        find_parents(&p, first);
        if (i > 0)
            link_paragraphs(&p, before, first);
        paragraph->first_pair = (uint32_t)first;
        paragraph->pair_end = (uint32_t)p.pairs.size;
        before = first;
    }
    reading->pair_count = p.pairs.size;
    reading->pairs = arena_array(reading->arena, p.pairs.size, struct pair);
    for (size_t i = 0; i < p.pairs.size; i++)
        reading->pairs[i] = p.pairs.data[i];
    vector_release(&p.pairs);
    vector_release(&p.stack);
}
