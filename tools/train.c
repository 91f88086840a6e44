/* train.c: makes the weights that the annotator is built with.
 *
 *     train QUOTES.jsonl PARSES.jsonl.gz MODEL.bin
 *     train --held-out QUOTES.jsonl PARSES.jsonl.gz MODEL.bin     keep every tenth article to measure on
 *
 * First the tagger. The labeller then learns from parts of speech as the tagger will give them: each half of
 * the articles is tagged by a tagger that learned from the other half. One thread; the same input gives the
 * same file. */
#include "train.h"

#include "whosaid/base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    TAGGER_SIZE = MODEL_TAGGER_ROW << MODEL_TAGGER_BITS,
    LABELLER_SIZE = MODEL_LABELLER_ROW << MODEL_LABELLER_BITS,
    EVERY = 10, /* how many articles one held out stands for */
};

uint64_t train_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(0x2545f4914f6cdd1d);
}

/* Tags the documents of one half, or those held out; returns how many tokens were right. */
static void tag_documents(const struct model *model, document_vector *documents, bool held_out,
                          unsigned folds, unsigned fold)
{
    size_t right = 0, all = 0;
    for (size_t b = 0; b < documents->size; b++) {
        struct document *document = &documents->data[b];
        if (document->held_out != held_out || (folds && b % folds != fold))
            continue;
        vector_each (&document->examples, example) {
            tagger_run(model, &example->observations);
            observe_surroundings(&example->observations);
            for (size_t i = 0; example->parts && i < example->observations.count; i++, all++)
                right += example->parts[i] == example->observations.items[i].part;
        }
    }
    printf("parts of speech: %.2f %% of %zu\n", all ? 100.0 * (double)right / (double)all : 0, all);
}

static void teach_tagger(struct model *model, int8_t *weights, document_vector *documents)
{
    enum { FOLDS = 2 };
    model->tagger = weights;
    for (unsigned fold = 0; fold < FOLDS; fold++) {
        train_tagger(documents, FOLDS, fold, weights);
        tag_documents(model, documents, false, FOLDS, fold);
    }
    train_tagger(documents, 0, 0, weights);
    tag_documents(model, documents, true, 0, 0);
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

static double percent(size_t part, size_t whole)
{
    return whole ? 100.0 * (double)part / (double)whole : 0;
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
                fwrite(model->tagger, TAGGER_SIZE, 1, file) == 1 &&
                fwrite(model->labeller, LABELLER_SIZE, 1, file) == 1;
    return fclose(file) == 0 && good;
}

/* Trains both on the documents that are not held out and writes the file. */
static bool train(document_vector *documents, const char *path)
{
    struct model model = {.head = {.magic = MODEL_MAGIC}};
    int8_t *tagger = memory_calloc(TAGGER_SIZE, 1), *labeller = memory_calloc(LABELLER_SIZE, 1);
    teach_tagger(&model, tagger, documents);
    train_labeller(documents, labeller, &model.head);
    model.labeller = labeller;
    measure(&model, documents);
    bool good = write_model(path, &model);
    free(tagger);
    free(labeller);
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
    for (size_t d = 0; d < documents.size; d++)
        documents.data[d].held_out = hold_out && d % EVERY == EVERY - 1;
    bool good = train(&documents, argv[3]);
    if (!good)
        perror(argv[3]);
    gold_release(&documents);
    return good ? 0 : 1;
}
