/* model.h: the trained weights: a tagger for parts of speech, a parser for dependencies, a labeller for
 * sources, cues and contents, and an encoder that helps it.
 *
 * All work on hashed features, so a feature is an index into a table of rows, one weight a class (the
 * encoder: an embedding); no word of the training data is kept. tools/train.c makes the file; it is compiled
 * into the program. */
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
    MODEL_ENCODER_BITS = 14,
    MODEL_ENCODER_ROW = 48,
    MODEL_ENCODER_SIZE = MODEL_ENCODER_ROW << MODEL_ENCODER_BITS,
};

/* The encoder's layers: the states of a token, half of them read forwards and half backwards, and two gates
 * for each. */
enum encoder_sizes {
    ENCODER_LAYERS = 2,
    ENCODER_ONE_WAY = 32,
    MODEL_ENCODER_STATES = 2 * ENCODER_ONE_WAY,
    MODEL_ENCODER_GATES = 2 * MODEL_ENCODER_STATES,
};

/* A layer's gates are bias + weights * input; the first layer has the fewer inputs and leaves the other rows
 * empty. Of each direction first what to keep, then what is new. */
struct encoder_layer {
    float bias[MODEL_ENCODER_GATES];
    float weights[MODEL_ENCODER_STATES][MODEL_ENCODER_GATES];
};

/* The encoder's weights but its table, in the byte order of the machine. */
struct encoder_weights {
    float bias[MODEL_ENCODER_ROW];
    struct encoder_layer layers[ENCODER_LAYERS];
    float from_states[ENCODER_LAYERS][MODEL_ENCODER_STATES][MODEL_LABELLER_ROW]; /* to a label's score */
    float from_input[MODEL_ENCODER_ROW][MODEL_LABELLER_ROW];
};

/* The fixed part of a model file, in the byte order of the machine; the rows of the tagger, the parser, its
 * relations, the labeller and the encoder follow, then the encoder's other weights. */
struct model_head {
    char magic[8];         /* MODEL_MAGIC */
    float labeller_scale;  /* what one unit of a labeller's weight is worth */
    float embedding_scale; /* ... of the encoder's table */
    float transitions[MODEL_LABELLER_ROW][MODEL_LABELLER_ROW]; /* from a label to the next one */
};

enum {
    MODEL_TABLES_SIZE = MODEL_TAGGER_SIZE + MODEL_PARSER_SIZE + MODEL_RELATION_SIZE + MODEL_LABELLER_SIZE +
                        MODEL_ENCODER_SIZE,
    MODEL_FILE_SIZE = sizeof(struct model_head) + MODEL_TABLES_SIZE + sizeof(struct encoder_weights),
};

#define MODEL_MAGIC "wsmodl5"

struct model {
    struct model_head head;
    const int8_t *tagger;     /* [1 << MODEL_TAGGER_BITS][MODEL_TAGGER_ROW] */
    const int8_t *parser;     /* [1 << MODEL_PARSER_BITS][MODEL_PARSER_ROW]: actions */
    const int8_t *relations;  /* [1 << MODEL_RELATION_BITS][MODEL_RELATION_ROW] */
    const int8_t *labeller;   /* [1 << MODEL_LABELLER_BITS][MODEL_LABELLER_ROW] */
    const int8_t *embeddings; /* [1 << MODEL_ENCODER_BITS][MODEL_ENCODER_ROW] */
    const struct encoder_weights *encoder;
};

/* Reads a model file in memory, which the model then borrows.
 * False unless it is of this version and whole. */
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
