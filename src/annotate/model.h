/* model.h: the trained weights: a tagger for parts of speech, a parser for
 * dependencies, and a labeller for sources, cues and contents.
 *
 * All are linear models over hashed features, so a feature is an index into a table of rows, one weight a
 * class; no word of the training data is kept. tools/train.c makes the file; it is compiled into the program.
 */
#ifndef WHOSAID_ANNOTATE_MODEL_H
#define WHOSAID_ANNOTATE_MODEL_H

#include "whosaid/base/string.h"

#include <stdbool.h>
#include <stdint.h>

/* What the labeller says of a token. A stretch of a kind is a BEGIN and any number of INSIDE. */
enum label {
    LABEL_NONE,
    LABEL_SOURCE_BEGIN,
    LABEL_SOURCE_INSIDE,
    LABEL_CUE_BEGIN,
    LABEL_CUE_INSIDE,
    LABEL_CONTENT_BEGIN,
    LABEL_CONTENT_INSIDE,
    LABEL_COUNT,
};

/* Of each table: the bits of a feature's index, a row's length (the classes, rounded up), and the bytes. */
enum model_sizes {
    MODEL_TAGGER_BITS = 15,
    MODEL_TAGGER_ROW = 48,
    MODEL_TAGGER_SIZE = MODEL_TAGGER_ROW << MODEL_TAGGER_BITS,
    MODEL_PARSER_BITS = 17,
    MODEL_PARSER_ROW = 4,
    MODEL_PARSER_SIZE = MODEL_PARSER_ROW << MODEL_PARSER_BITS,
    MODEL_RELATION_BITS = 15,
    MODEL_RELATION_ROW = 16,
    MODEL_RELATION_SIZE = MODEL_RELATION_ROW << MODEL_RELATION_BITS,
    MODEL_LABELLER_BITS = 18,
    MODEL_LABELLER_ROW = 8,
    MODEL_LABELLER_SIZE = MODEL_LABELLER_ROW << MODEL_LABELLER_BITS,
};

/* The fixed part of a model file, in the byte order of the machine; the rows of the tagger, the parser, its
 * relations and the labeller follow. */
struct model_head {
    char magic[8];        /* MODEL_MAGIC */
    float labeller_scale; /* what one unit of a labeller's weight is worth */
    float transitions[MODEL_LABELLER_ROW][MODEL_LABELLER_ROW]; /* from a label to the next one */
};

#define MODEL_MAGIC "wsmodl3"

struct model {
    struct model_head head;
    const int8_t *tagger;    /* [1 << MODEL_TAGGER_BITS][MODEL_TAGGER_ROW] */
    const int8_t *parser;    /* [1 << MODEL_PARSER_BITS][MODEL_PARSER_ROW]: actions */
    const int8_t *relations; /* [1 << MODEL_RELATION_BITS][MODEL_RELATION_ROW] */
    const int8_t *labeller;  /* [1 << MODEL_LABELLER_BITS][MODEL_LABELLER_ROW] */
};

/* Reads a model file in memory, which the model then borrows. False unless it is of this version and whole.
 */
bool model_read(struct str bytes, struct model *model);

/* Opens the model compiled in; false in a build without one. */
bool model_builtin(struct model *model);

/* The files of data/ compiled in; only in a build with a model, made by embed.sh. Static. */
struct str model_bytes(void);
struct str senses_bytes(void);

/* Whether label b may follow label a: an INSIDE follows its own kind. */
static inline bool label_may_follow(unsigned a, unsigned b)
{
    bool inside = b != LABEL_NONE && b % 2 == 0;
    return !inside || a == b || a + 1 == b;
}

#endif
