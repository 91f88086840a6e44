/* train.h: what the parts of the training tool share. See train.c for what it does. */
#ifndef WHOSAID_TOOLS_TRAIN_H
#define WHOSAID_TOOLS_TRAIN_H

#include "encoder.h"
#include "labeller.h"
#include "parser.h"
#include "tagger.h"

#include "whosaid/base/vector.h"

/* One paragraph of an annotated article, as the annotator sees it. */
struct example {
    struct observations observations;
    const uint8_t *labels; /* enum label, one a token: the gold */
    const uint8_t *parts;  /* enum part_of_speech, one a token; NULL without a parse */
    uint32_t *heads;       /* as in observations, or HEAD_UNKNOWN; NULL without a parse */
    uint8_t *dependencies; /* enum dependency, one a token; NULL without a parse */
};

enum { HEAD_UNKNOWN = UINT32_MAX - 1 };

typedef VECTOR(struct example) example_vector;

/* An article with its examples; everything is in its arena. */
struct document {
    struct arena arena;
    struct article *article;
    struct reading reading;
    example_vector examples;
    size_t line; /* of the file of articles, from 0 */
    bool held_out;
};

typedef VECTOR(struct document) document_vector;

/* Reads articles with their quotations (JSON Lines) and the parses of the same articles (gzip). Ends the
 * program with a message when it cannot. Release with gold_release. */
void gold_read(const char *quotes_path, const char *parses_path, document_vector *documents);
void gold_release(document_vector *documents);

/* Trains a tagger on the documents of which index % folds != fold (all when folds is 0) and that are not held
 * out. weights: the model's table, filled. */
void train_tagger(document_vector *documents, unsigned folds, unsigned fold, int8_t *weights);

/* The same for a parser, with a table for its actions and one for the relations; parts are those of the
 * observations. */
void train_parser(document_vector *documents, unsigned folds, unsigned fold, int8_t *actions,
                  int8_t *relations);

/* Trains a labeller on all documents that are not held out. Fills the model's table, its scale and
 * transitions. */
void train_labeller(document_vector *documents, int8_t *weights, struct model_head *head);

/* The same for the encoder: fills its table, its other weights and its own transitions. Returns what one unit
 * of the table is worth. */
float train_encoder(document_vector *documents, int8_t *table, struct encoder_weights *weights,
                    float transitions[MODEL_LABELLER_ROW][MODEL_LABELLER_ROW]);

/* Rounds weights to bytes and returns what one unit is worth; the few beyond eight times their mean square
 * are cut. */
float train_round(const float *weights, size_t count, int8_t *rounded);

/* A fixed sequence of numbers, so that every run makes the same model (xorshift64*, Vigna 2016). */
uint64_t train_random(uint64_t *state);

#endif
