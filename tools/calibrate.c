/* calibrate.c: measures how often quotations of a raw confidence are right, and prints the curves that the
 * annotator is built with (src/annotate/calibration.def).
 *
 *     calibrate QUOTES.jsonl HELD-OUT.bin > src/annotate/calibration.def
 *
 * The model is one trained with --held-out, and only the articles that it has not seen are used for it; what
 * rules found is measured on all. Right is what covers more than 0.8 of a true quotation, piece by piece, as
 * the evaluation has it. A curve is an isotonic regression (Ayer and others 1955, pooling neighbours that
 * break the order) over groups of the same size. On standard error, a table for doc/annotator.md: each half
 * of the articles is measured with curves from the other half. */
#include "calibration.h"

#include "attribution.h"
#include "marks.h"
#include "rules.h"

#include "whosaid/base/memory.h"
#include "whosaid/base/vector.h"
#include "whosaid/corpus/corpus.h"
#include "whosaid/text/decode.h"

#include <assert.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EVERY = 10,  /* as train.c holds out */
    GROUPS = 40, /* that a curve begins with, */
    LEAST = 40,  /* of so many samples at least */
    BOTH_HALVES = 2,
};

/* A piece of a quotation that was found. */
struct sample {
    float raw;
    bool right;
    enum calibration found; /* how */
    size_t half;            /* of the articles */
    bool fits, counts;      /* a curve is fitted to it; the program finds it, so it is in the table */
};

typedef VECTOR(struct sample) sample_vector;

static_assert((int)GROUPS < (int)CALIBRATION_MOST_POINTS, "a curve has a point a group at most");

struct curve {
    struct calibration_point points[CALIBRATION_MOST_POINTS];
    size_t count;
};

_Noreturn static void fail(const char *path, const char *what)
{
    fprintf(stderr, "calibrate: %s: %s\n", path, what);
    exit(2);
}

/* ---- gold */

static uint32_t byte_offset(struct str text, json_t *code_points)
{
    size_t at = 0;
    for (json_int_t i = json_integer_value(code_points); i > 0 && at < text.size; i--)
        text_next(text, &at);
    return (uint32_t)at;
}

static void read_pieces(struct str text, json_t *quotes, span_vector *pieces)
{
    size_t i, j;
    json_t *quote, *piece;
    json_array_foreach(quotes, i, quote) json_array_foreach(json_object_get(quote, "spans"), j, piece)
    {
        struct span span = {byte_offset(text, json_array_get(piece, 0)),
                            byte_offset(text, json_array_get(piece, 1))};
        vector_push(pieces, span);
    }
}

static bool is_right(struct span found, const span_vector *gold)
{
    vector_each (gold, piece) {
        uint32_t start = found.start > piece->start ? found.start : piece->start;
        uint32_t end = found.end < piece->end ? found.end : piece->end;
        if (end > start && (end - start) * 10 > span_size(*piece) * 8)
            return true;
    }
    return false;
}

/* ---- samples */

static void add_samples(const struct reading *reading, const span_vector *gold, size_t half, bool with_model,
                        sample_vector *samples)
{
    for (size_t i = 0; i < reading->attribution_count; i++) {
        const struct attribution *a = &reading->attributions[i];
        bool fits = (a->rule == RULE_MODEL) == with_model;
        for (uint32_t p = 0; p < a->piece_count && a->parent == NO_INDEX; p++) {
            bool right = is_right(reading_span(reading, a->pieces[p]), gold);
            vector_push(samples,
                        ((struct sample){a->confidence, right, calibration_of(a), half, fits, with_model}));
        }
    }
}

/* With the model: all that the program finds. The curve of rules is fitted to what they find alone, of which
 * there is more. */
static void sample_article(const struct article *article, const span_vector *gold, const struct model *model,
                           size_t half, sample_vector *samples)
{
    struct arena arena;
    struct reading reading;
    arena_init(&arena);
    reading_open(&reading, article, &arena);
    marks_pair(&reading);
    attribution_run(&reading, model);
    add_samples(&reading, gold, half, model != NULL, samples);
    arena_release(&arena);
}

/* index: the article's line. Articles whose offsets the sanitiser moves are left out, as train does. */
static void read_article(json_t *object, const struct model *model, size_t index, sample_vector *samples)
{
    struct str text = str_from(json_string_value(json_object_get(object, "text")));
    struct article *article = article_from_plain_text("article.txt", text);
    span_vector gold = {0};
    if (str_equal(article_text(article), text)) {
        read_pieces(text, json_object_get(object, "quotes"), &gold);
        sample_article(article, &gold, NULL, index % 2, samples);
        if (index % EVERY == EVERY - 1)
            sample_article(article, &gold, model, index / EVERY % 2, samples);
    }
    vector_release(&gold);
    free(article);
}

static void read_articles(const char *path, const struct model *model, sample_vector *samples)
{
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t capacity = 0, count = 0;
    if (!file)
        fail(path, "cannot be opened");
    while (getline(&line, &capacity, file) > 0) {
        json_t *object = json_loads(line, 0, NULL);
        if (!object)
            fail(path, "a line is no JSON");
        read_article(object, model, count++, samples);
        json_decref(object);
    }
    free(line);
    fclose(file);
}

/* ---- curves */

static int compare_samples(const void *a, const void *b)
{
    const struct sample *x = a, *y = b;
    return (x->raw > y->raw) - (x->raw < y->raw);
}

struct group {
    double raw, right, size; /* sums, and how many */
};

/* Laplace's estimate: a few samples do not make certainty. */
static double share(const struct group *group)
{
    return (group->right + 1) / (group->size + 2);
}

/* Puts a group behind the others, joined with those before it that are not less right. */
static void push_group(struct group *groups, size_t *count, struct group group)
{
    while (*count > 0 && share(&groups[*count - 1]) >= share(&group)) {
        const struct group *last = &groups[--*count];
        group.raw += last->raw;
        group.right += last->right;
        group.size += last->size;
    }
    groups[(*count)++] = group;
}

/* Fits a curve to samples that ascend. Equal confidences stay in one group. */
static void fit_groups(const sample_vector *samples, struct curve *curve)
{
    struct group groups[GROUPS + 1], group = {0};
    size_t count = 0;
    for (size_t i = 0; i < samples->size; i++) {
        group.raw += samples->data[i].raw;
        group.right += samples->data[i].right;
        group.size++;
        bool full = group.size * GROUPS >= (double)samples->size && group.size >= LEAST;
        bool ends = i + 1 == samples->size || samples->data[i + 1].raw > samples->data[i].raw;
        if (i + 1 < samples->size && !(full && ends))
            continue;
        push_group(groups, &count, group);
        group = (struct group){0};
    }
    curve->count = count;
    for (size_t i = 0; i < count; i++)
        curve->points[i] =
            (struct calibration_point){(float)(groups[i].raw / groups[i].size), (float)share(&groups[i])};
}

/* The curve of a kind from one half of the samples, or from both. */
static void fit_curve(const sample_vector *all, enum calibration found, size_t half, struct curve *curve)
{
    sample_vector samples = {0};
    vector_each (all, sample)
        if (sample->fits && sample->found == found && (half == BOTH_HALVES || sample->half == half))
            vector_push(&samples, *sample);
    if (samples.size)
        qsort(samples.data, samples.size, sizeof *samples.data, compare_samples);
    fit_groups(&samples, curve);
    vector_release(&samples);
}

static void print_curves(const sample_vector *samples)
{
    static const char *const names[] = {"CALIBRATION_RULES", "CALIBRATION_MODEL"};
    printf("/* calibration.def: how often quotations of a raw confidence were right. Made by "
           "tools/calibrate.c. */\n");
    for (unsigned found = 0; found < CALIBRATION_COUNT; found++) {
        struct curve curve;
        fit_curve(samples, (enum calibration)found, BOTH_HALVES, &curve);
        printf("[%s] = {{\n", names[found]);
        for (size_t i = 0; i < curve.count; i++)
            printf("    {%.3ff, %.3ff},\n", (double)curve.points[i].raw, (double)curve.points[i].share);
        printf("}, %zu},\n", curve.count);
    }
}

/* ---- table */

static void measure(const sample_vector *samples, struct group *bands, size_t count)
{
    struct curve curves[2][CALIBRATION_COUNT];
    for (size_t half = 0; half < 2; half++)
        for (unsigned found = 0; found < CALIBRATION_COUNT; found++)
            fit_curve(samples, (enum calibration)found, half, &curves[half][found]);
    vector_each (samples, sample) {
        if (!sample->counts)
            continue;
        const struct curve *curve = &curves[!sample->half][sample->found];
        float said = calibration_share(curve->points, curve->count, sample->raw);
        size_t band = (size_t)(said * (float)count);
        struct group *group = &bands[band < count ? band : count - 1];
        group->raw += said;
        group->right += sample->right;
        group->size++;
    }
}

static void print_table(const sample_vector *samples)
{
    enum { BANDS = 10 };
    struct group bands[BANDS] = {0};
    measure(samples, bands, BANDS);
    fprintf(stderr, "| confidence | found | said | right |\n|---|---|---|---|\n");
    for (int b = 0; b < BANDS; b++)
        if (bands[b].size > 0)
            fprintf(stderr, "| %.1f–%.1f | %.0f | %.0f %% | %.0f %% |\n", b / 10.0, (b + 1) / 10.0,
                    bands[b].size, 100 * bands[b].raw / bands[b].size, 100 * bands[b].right / bands[b].size);
}

static void *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        fail(path, "cannot be read");
    *size = (size_t)ftell(file);
    rewind(file);
    char *bytes = memory_calloc(*size + 1, 1);
    if (fread(bytes, 1, *size, file) != *size)
        fail(path, "cannot be read");
    fclose(file);
    return bytes;
}

int main(int argc, char **argv)
{
    struct model model;
    sample_vector samples = {0};
    size_t size;
    if (argc != 3) {
        fprintf(stderr, "usage: calibrate QUOTES.jsonl HELD-OUT.bin\n");
        return 2;
    }
    char *bytes = read_file(argv[2], &size);
    if (!model_read((struct str){bytes, size}, &model))
        fail(argv[2], "is no model of this version");
    read_articles(argv[1], &model, &samples);
    print_curves(&samples);
    print_table(&samples);
    vector_release(&samples);
    free(bytes);
    return 0;
}
