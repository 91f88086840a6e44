/* parser.h: which word each word of a sentence depends on, and how.
 *
 * Greedy shift-reduce over the arc-hybrid system (Kuhlmann, Gómez-Rodríguez & Satta 2011): a token is pushed
 * on a stack, or the top of the stack becomes a dependent of the next token or of the token below it. Twice
 * as many steps as tokens. */
#ifndef WHOSAID_ANNOTATE_PARSER_H
#define WHOSAID_ANNOTATE_PARSER_H

#include "observation.h"

/* Kinds of dependency, each with the relations of Universal Dependencies 1 that it stands for. */
#define DEPENDENCIES(X)                                                                                      \
    X(OTHER, "dep parataxis discourse")                                                                      \
    X(SUBJECT, "nsubj nsubjpass csubj csubjpass expl")                                                       \
    X(OBJECT, "dobj iobj")                                                                                   \
    X(CLAUSE, "ccomp")                                                                                       \
    X(OPEN_CLAUSE, "xcomp")                                                                                  \
    X(ADVERBIAL, "advcl")                                                                                    \
    X(RELATIVE, "acl acl:relcl")                                                                             \
    X(OBLIQUE, "nmod nmod:tmod nmod:npmod")                                                                  \
    X(MARKER, "case mark")                                                                                   \
    X(MODIFIER, "det amod nummod compound nmod:poss mwe det:predet")                                         \
    X(AUXILIARY, "aux auxpass cop neg")                                                                      \
    X(ADVERB, "advmod compound:prt")                                                                         \
    X(APPOSITION, "appos")                                                                                   \
    X(COORDINATION, "conj cc cc:preconj")                                                                    \
    X(PUNCTUATION, "punct")

enum dependency {
#define DEPENDENCY(name, relations) DEPENDENCY_##name,
    DEPENDENCIES(DEPENDENCY)
#undef DEPENDENCY
        DEPENDENCY_COUNT,
};

enum { PARSER_MOST_FEATURES = 48, RELATION_MOST_FEATURES = 24 };

enum parser_action {
    ACTION_SHIFT, /* the next token goes on the stack */
    ACTION_LEFT,  /* the top of the stack depends on the next token, and leaves it */
    ACTION_RIGHT, /* the top of the stack depends on the token below it, and leaves it */
    ACTION_COUNT,
};

/* What the features see of a token and its dependents so far; all 0 for no token. */
struct seen {
    uint32_t word, part, lexicon;
    uint32_t left, right; /* kind and part of the outermost dependent on that side, or 0 */
    uint32_t valency;     /* how many there are, at most 15: 16 * left + right */
};

/* A sentence half parsed. Indices are those of the observations. */
struct parse {
    struct observations *all;
    struct seen *seen; /* one an observation */
    uint32_t *stack;
    size_t depth;
    uint32_t next, end; /* tokens not yet pushed */
};

/* Room for the sentences of a paragraph. Release with parse_close. */
void parse_open(struct parse *parse, struct observations *observations);
void parse_close(struct parse *parse);

/* Begins a sentence; its tokens have no heads then. */
void parse_begin(struct parse *parse, uint32_t first, uint32_t end);
bool parse_is_done(const struct parse *parse);
bool parse_allows(const struct parse *parse, unsigned action);
void parse_shift(struct parse *parse);
void parse_attach(struct parse *parse, uint32_t head,
                  uint8_t dependency); /* the top of the stack, which leaves it */

/* What an action, LEFT or RIGHT, makes the head of the top of the stack. */
uint32_t parse_head(const struct parse *parse, unsigned action);

/* The rows of the parser's table that speak for the state: which action. */
size_t parser_features(const struct parse *parse, uint32_t *rows);

/* The rows of the relations' table that speak for the top of the stack when it comes to depend on a head:
 * which dependency. */
size_t relation_features(const struct parse *parse, uint32_t head, uint32_t *rows);

/* Sets head, dependency and extent of each observation of count paragraphs, whose parts must be known.
 * Linear. In parsing.c. */
void parser_run(const struct model *model, struct observations *paragraphs, size_t count);

/* The end of the sentence that begins at first. */
uint32_t parser_sentence_end(const struct observations *observations, uint32_t first);

#endif
