/* train.c: makes the weights that the annotator is built with.
 *
 *     train QUOTES.jsonl PARSES.jsonl.gz MODEL.bin
 *     train --held-out QUOTES.jsonl PARSES.jsonl.gz MODEL.bin     keep every tenth article to measure on
 *
 * First the tagger, then the parser, then the labeller. Each learns from what those before it will give it,
 * not from gold: each half of the articles is tagged and parsed by what learned from the other half. One
 * thread; the same input gives the same file. */
#include "train.h"

#include "syntax.h"

#include "whosaid/base/memory.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EVERY = 10, /* how many articles one held out stands for */
};

uint64_t train_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(0x2545f4914f6cdd1d);
}

float train_round(const float *weights, size_t count, int8_t *rounded)
{
    double squares = 0, used = 0;
    for (size_t i = 0; i < count; i++)
        if (weights[i] != 0) {
            squares += (double)weights[i] * weights[i];
            used++;
        }
    float scale = used > 0 ? (float)(8 * sqrt(squares / used) / 127) : 1;
    for (size_t i = 0; i < count; i++)
        rounded[i] = (int8_t)fmaxf(-127, fminf(127, roundf(weights[i] / scale)));
    return scale;
}

static double percent(size_t part, size_t whole)
{
    return whole ? 100.0 * (double)part / (double)whole : 0;
}

/* Whether a document is of those that a fold leaves out of training; without folds, one held out. */
static bool is_of(const document_vector *documents, size_t index, unsigned folds, unsigned fold)
{
    bool held_out = documents->data[index].held_out;
    return folds ? !held_out && index % folds == fold : held_out;
}

/* Tags the documents that the tagger has not learned from, and prints how many tokens were right. */
static void tag_documents(const struct model *model, document_vector *documents, unsigned folds,
                          unsigned fold)
{
    size_t right = 0, all = 0;
    for (size_t d = 0; d < documents->size; d++) {
        if (!is_of(documents, d, folds, fold))
            continue;
        vector_each (&documents->data[d].examples, example) {
            tagger_run(model, &example->observations, 1);
            for (size_t i = 0; example->parts && i < example->observations.count; i++, all++)
                right += example->parts[i] == example->observations.items[i].part;
        }
    }
    printf("parts of speech: %.2f %% of %zu\n", percent(right, all), all);
}

/* The same with heads; punctuation is not counted. */
static void parse_documents(const struct model *model, document_vector *documents, unsigned folds,
                            unsigned fold)
{
    size_t heads = 0, both = 0, all = 0;
    for (size_t d = 0; d < documents->size; d++) {
        if (!is_of(documents, d, folds, fold))
            continue;
        vector_each (&documents->data[d].examples, example) {
            parser_run(model, &example->observations, 1);
            observe_surroundings(&example->observations);
            syntax_observe(&example->observations);
            for (size_t i = 0; example->heads && i < example->observations.count; i++) {
                const struct observation *o = &example->observations.items[i];
                if (example->heads[i] == HEAD_UNKNOWN || example->dependencies[i] == DEPENDENCY_PUNCTUATION)
                    continue;
                all++;
                heads += o->head == example->heads[i];
                both += o->head == example->heads[i] &&
                        (o->head == NO_INDEX || o->dependency == example->dependencies[i]);
            }
        }
    }
    printf("heads: %.2f %%, with their kind %.2f %% of %zu\n", percent(heads, all), percent(both, all), all);
}

enum { FOLDS = 2 };

/* Each half of the articles is tagged by a tagger that learned from the other half. */
static void teach_tagger(struct model *model, int8_t *weights, document_vector *documents)
{
    int8_t *half = memory_calloc(MODEL_TAGGER_SIZE, 1);
    train_tagger(documents, 0, 0, weights);
    model->tagger = half;
    for (unsigned fold = 0; fold < FOLDS; fold++) {
        train_tagger(documents, FOLDS, fold, half);
        tag_documents(model, documents, FOLDS, fold);
    }
    model->tagger = weights;
    tag_documents(model, documents, 0, 0);
    free(half);
}

static void teach_parser(struct model *model, int8_t *actions, int8_t *relations, document_vector *documents)
{
    int8_t *half_actions = memory_calloc(MODEL_PARSER_SIZE, 1),
           *half_relations = memory_calloc(MODEL_RELATION_SIZE, 1);
    train_parser(documents, 0, 0, actions, relations);
    model->parser = half_actions;
    model->relations = half_relations;
    for (unsigned fold = 0; fold < FOLDS; fold++) {
        train_parser(documents, FOLDS, fold, half_actions, half_relations);
        parse_documents(model, documents, FOLDS, fold);
    }
    model->parser = actions;
    model->relations = relations;
    parse_documents(model, documents, 0, 0);
    free(half_actions);
    free(half_relations);
}

/* The stretches of a kind that begin where gold begins one and end where it ends. */
struct tally {
    size_t right, guessed, gold;
};

static size_t stretch_end(const uint8_t *labels, size_t count, size_t first)
{
    size_t end = first + 1;
    while (end < count && labels[end] == labels[first] + 1)
        end++;
    return end;
}

static void tally_example(struct tally *tallies, const uint8_t *guess, const uint8_t *gold, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool guessed = guess[i] % 2 == 1, is = gold[i] % 2 == 1;
        tallies[guess[i] / 2].guessed += guessed;
        tallies[gold[i] / 2].gold += is;
        if (guessed && guess[i] == gold[i] && stretch_end(guess, count, i) == stretch_end(gold, count, i))
            tallies[gold[i] / 2].right++;
    }
}

static void tally_document(const struct model *model, struct document *document, struct tally *tallies)
{
    vector_each (&document->examples, example) {
        size_t count = example->observations.count;
        label_scores *scores = memory_calloc(count + 1, sizeof *scores);
        uint8_t *labels = memory_calloc(count + 1, 1);
        labeller_score(model, &example->observations, scores);
        labeller_decode(&model->head, (const label_scores *)scores, count, labels);
        tally_example(tallies, labels, example->labels, count);
        free(scores);
        free(labels);
    }
}

static void measure(const struct model *model, document_vector *documents)
{
    static const char *const names[] = {"source", "cue", "content"};
    struct tally tallies[LABEL_COUNT / 2 + 1] = {0};
    vector_each (documents, document)
        if (document->held_out)
            tally_document(model, document, tallies);
    for (size_t k = 0; k < 3; k++) {
        const struct tally *t = &tallies[k];
        printf("%-8s exact: P %.1f  R %.1f  F1 %.1f  of %zu\n", names[k], percent(t->right, t->guessed),
               percent(t->right, t->gold), percent(2 * t->right, t->guessed + t->gold), t->gold);
    }
}

static bool write_model(const char *path, const struct model *model)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        return false;
    bool good = fwrite(&model->head, sizeof model->head, 1, file) == 1 &&
                fwrite(model->tagger, MODEL_TAGGER_SIZE, 1, file) == 1 &&
                fwrite(model->parser, MODEL_PARSER_SIZE, 1, file) == 1 &&
                fwrite(model->relations, MODEL_RELATION_SIZE, 1, file) == 1 &&
                fwrite(model->labeller, MODEL_LABELLER_SIZE, 1, file) == 1 &&
                fwrite(model->embeddings, MODEL_ENCODER_SIZE, 1, file) == 1 &&
                fwrite(model->encoder, sizeof *model->encoder, 1, file) == 1;
    return fclose(file) == 0 && good;
}

/* How much the labeller's own features and the encoder count, and what is added to each kind's first label:
 * where annotators disagree (one finds what another does not in a quarter of the cases), the likeliest labels
 * are too few for the best F1. Tuned on the articles held out. */
static const float labeller_share = 0.3f, encoder_share = 0.6f;
static const float eagerness[LABEL_COUNT] = {
    [LABEL_SOURCE_BEGIN] = 0.4f,
    [LABEL_CUE_BEGIN] = 0.5f,
    [LABEL_CONTENT_BEGIN] = 0.4f,
};

static void scale(float *weights, size_t count, float factor)
{
    for (size_t i = 0; i < count; i++)
        weights[i] *= factor;
}

/* Fits the labeller and the encoder, each by itself, and puts their scores together: both are scores of one
 * chain, so a weighed sum is one as well. */
static void teach_labellers(struct model *model, int8_t *labeller, int8_t *embeddings,
                            struct encoder_weights *encoder, document_vector *documents)
{
    float transitions[MODEL_LABELLER_ROW][MODEL_LABELLER_ROW];
    train_labeller(documents, labeller, &model->head);
    model->head.embedding_scale = train_encoder(documents, embeddings, encoder, transitions);
    model->head.labeller_scale *= labeller_share;
    scale(encoder->from_states[0][0], sizeof encoder->from_states / sizeof(float), encoder_share);
    scale(encoder->from_input[0], sizeof encoder->from_input / sizeof(float), encoder_share);
    for (size_t a = 0; a < LABEL_COUNT; a++)
        for (size_t b = 0; b < LABEL_COUNT; b++)
            model->head.transitions[a][b] = labeller_share * model->head.transitions[a][b] +
                                            encoder_share * transitions[a][b] + eagerness[b];
    model->labeller = labeller;
    model->embeddings = embeddings;
    model->encoder = encoder;
}

/* Trains all on the documents that are not held out and writes the file. */
static bool train(document_vector *documents, const char *path)
{
    struct model model = {.head = {.magic = MODEL_MAGIC}};
    int8_t *tagger = memory_calloc(MODEL_TAGGER_SIZE, 1), *parser = memory_calloc(MODEL_PARSER_SIZE, 1);
    int8_t *relations = memory_calloc(MODEL_RELATION_SIZE, 1),
           *labeller = memory_calloc(MODEL_LABELLER_SIZE, 1),
           *embeddings = memory_calloc(MODEL_ENCODER_SIZE, 1);
    struct encoder_weights *encoder = memory_calloc(1, sizeof *encoder);
    teach_tagger(&model, tagger, documents);
    teach_parser(&model, parser, relations, documents);
    teach_labellers(&model, labeller, embeddings, encoder, documents);
    measure(&model, documents);
    bool good = write_model(path, &model);
    free(tagger);
    free(parser);
    free(relations);
    free(labeller);
    free(embeddings);
    free(encoder);
    return good;
}

int main(int argc, char **argv)
{
    bool hold_out = argc > 1 && strcmp(argv[1], "--held-out") == 0;
    document_vector documents = {0};
    if (argc - hold_out != 4) {
        fprintf(stderr, "usage: train [--held-out] QUOTES.jsonl PARSES.jsonl.gz MODEL.bin\n");
        return 2;
    }
    argv += hold_out;
    setvbuf(stdout, NULL, _IOLBF, 0);
    gold_read(argv[1], argv[2], &documents);
    vector_each (&documents, document)
        document->held_out = hold_out && document->line % EVERY == EVERY - 1;
    bool good = train(&documents, argv[3]);
    if (!good)
        perror(argv[3]);
    gold_release(&documents);
    return good ? 0 : 1;
}
