/* train_parser.c: the parser's perceptron, with a dynamic oracle (Goldberg & Nivre 2013): after a mistake it
 * learns what is best from there, not only what the gold tree would have done. */
#include "train.h"

#include "perceptron.h"

enum { EPOCHS = 5, OWN_WAY = 9 }; /* of ten steps after the first epoch, how many follow the guess */

struct teacher {
    struct perceptron actions, relations;
    uint64_t random;
    bool exploring;
};

static uint32_t gold_head(const struct example *example, uint32_t token)
{
    return example->heads[token];
}

/* How many dependents of a token wait in the buffer. */
static unsigned dependents_ahead(const struct parse *parse, const struct example *example, uint32_t token)
{
    unsigned count = 0;
    for (uint32_t i = parse->next; i < parse->end; i++)
        count += gold_head(example, i) == token;
    return count;
}

static unsigned cost_of_shift(const struct parse *parse, const struct example *example)
{
    unsigned cost = 0;
    for (size_t d = 0; d < parse->depth; d++) {
        cost += d + 1 < parse->depth && gold_head(example, parse->next) == parse->stack[d];
        cost += gold_head(example, parse->stack[d]) == parse->next;
    }
    return cost;
}

/* The cost of giving the top of the stack a head and taking it off: arcs of the gold tree that are then out
 * of reach. */
static unsigned cost_of_attaching(const struct parse *parse, const struct example *example, uint32_t head)
{
    uint32_t top = parse->stack[parse->depth - 1], gold = gold_head(example, top);
    uint32_t below = parse->depth > 1 ? parse->stack[parse->depth - 2] : NO_INDEX;
    bool reachable = gold == NO_INDEX || gold == below || (gold >= parse->next && gold < parse->end);
    return (gold != head && reachable) + dependents_ahead(parse, example, top);
}

static unsigned cost_of(const struct parse *parse, const struct example *example, unsigned action)
{
    return action == ACTION_SHIFT ? cost_of_shift(parse, example)
                                  : cost_of_attaching(parse, example, parse_head(parse, action));
}

/* Guesses an action and mends the weights when a better one exists. Returns the guess, or the best one. */
static unsigned learn_action(struct teacher *t, const struct parse *parse, const struct example *example)
{
    uint32_t rows[PARSER_MOST_FEATURES];
    int32_t scores[PERCEPTRON_MOST_CLASSES];
    size_t count = parser_features(parse, rows);
    unsigned guess = ACTION_COUNT, best = ACTION_COUNT, costs[ACTION_COUNT] = {0};
    perceptron_score(&t->actions, rows, count, scores);
    for (unsigned a = 0; a < ACTION_COUNT; a++) {
        if (!parse_allows(parse, a))
            continue;
        costs[a] = cost_of(parse, example, a);
        if (guess == ACTION_COUNT || scores[a] > scores[guess])
            guess = a;
        if (best == ACTION_COUNT || costs[a] < costs[best] ||
            (costs[a] == costs[best] && scores[a] > scores[best]))
            best = a;
    }
    t->actions.now++;
    if (costs[guess] > costs[best])
        perceptron_mend(&t->actions, rows, count, best, guess);
    return t->exploring && train_random(&t->random) % 10 < OWN_WAY ? guess : best;
}

/* Guesses the dependency of the top of the stack, and learns it where the head is gold's. */
static uint8_t learn_relation(struct teacher *t, const struct parse *parse, const struct example *example,
                              uint32_t head)
{
    uint32_t rows[RELATION_MOST_FEATURES], top = parse->stack[parse->depth - 1];
    int32_t scores[PERCEPTRON_MOST_CLASSES];
    size_t count = relation_features(parse, head, rows);
    uint8_t guess = 0, gold = example->dependencies[top];
    perceptron_score(&t->relations, rows, count, scores);
    for (uint8_t d = 1; d < DEPENDENCY_COUNT; d++)
        if (scores[d] > scores[guess])
            guess = d;
    t->relations.now++;
    if (gold_head(example, top) == head && gold != guess)
        perceptron_mend(&t->relations, rows, count, gold, guess);
    return guess;
}

static void learn_step(struct teacher *t, struct parse *parse, const struct example *example)
{
    unsigned action = learn_action(t, parse, example);
    if (action == ACTION_SHIFT) {
        parse_shift(parse);
    } else {
        uint32_t head = parse_head(parse, action);
        parse_attach(parse, head, learn_relation(t, parse, example, head));
    }
}

static bool is_parsed(const struct example *example, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (example->heads[i] == HEAD_UNKNOWN)
            return false;
    return true;
}

static void learn(struct teacher *t, struct example *example)
{
    struct parse parse;
    parse_open(&parse, &example->observations);
    for (uint32_t first = 0, end; first < example->observations.count; first = end) {
        end = parser_sentence_end(&example->observations, first);
        if (!is_parsed(example, first, end))
            continue;
        parse_begin(&parse, first, end);
        while (!parse_is_done(&parse))
            learn_step(t, &parse, example);
    }
    parse_close(&parse);
}

void train_parser(document_vector *documents, unsigned folds, unsigned fold, int8_t *actions,
                  int8_t *relations)
{
    struct teacher t = {.random = 1};
    perceptron_open(&t.actions, (size_t)1 << MODEL_PARSER_BITS, MODEL_PARSER_ROW);
    perceptron_open(&t.relations, (size_t)1 << MODEL_RELATION_BITS, MODEL_RELATION_ROW);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        t.exploring = epoch > 0;
        for (size_t d = 0; d < documents->size; d++) {
            struct document *document = &documents->data[d];
            if (document->held_out || (folds && d % folds == fold))
                continue;
            vector_each (&document->examples, example)
                if (example->heads)
                    learn(&t, example);
        }
    }
    perceptron_finish(&t.actions, actions);
    perceptron_finish(&t.relations, relations);
    perceptron_close(&t.actions);
    perceptron_close(&t.relations);
}
