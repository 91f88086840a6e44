/* gold.c: reads annotated articles and lays their labels over the annotator's own tokens. */
#include "train.h"

#include "marks.h"

#include "whosaid/base/memory.h"
#include "whosaid/corpus/corpus.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn static void fail(const char *path, const char *what)
{
    fprintf(stderr, "train: %s: %s\n", path, what);
    exit(2);
}

/* Byte offsets of each code point of a text, and of its end. */
static uint32_t *map_offsets(struct str text, size_t *count)
{
    uint32_t *offsets = memory_calloc(text.size + 1, sizeof *offsets);
    *count = 0;
    for (size_t i = 0; i <= text.size; i++)
        if (i == text.size || ((unsigned char)text.data[i] & 0xc0) != 0x80)
            offsets[(*count)++] = (uint32_t)i;
    return offsets;
}

static uint32_t byte_offset(const uint32_t *offsets, size_t count, json_t *number)
{
    size_t index = (size_t)json_integer_value(number);
    return offsets[index < count ? index : count - 1];
}

/* Labels the tokens whose middle lies in the span: the first BEGIN, the others INSIDE. */
static void paint_span(const struct document *document, struct span span, uint8_t begin, uint8_t *labels)
{
    uint8_t label = begin;
    for (size_t i = 0; i < document->reading.token_count; i++) {
        struct span token = document->reading.tokens[i].span;
        uint32_t twice = token.start + token.end;
        if (twice < 2 * span.start || twice >= 2 * span.end)
            continue;
        labels[i] = label;
        label = begin + 1;
    }
}

static void paint_key(const struct document *document, json_t *quote, const char *start, const char *end,
                      uint8_t begin, const uint32_t *offsets, size_t count, uint8_t *labels)
{
    if (!json_is_integer(json_object_get(quote, start)))
        return;
    struct span span = {byte_offset(offsets, count, json_object_get(quote, start)),
                        byte_offset(offsets, count, json_object_get(quote, end))};
    paint_span(document, span, begin, labels);
}

static void paint_contents(const struct document *document, json_t *quote, const uint32_t *offsets,
                           size_t count, uint8_t *labels)
{
    json_t *pieces = json_object_get(quote, "spans");
    for (size_t i = 0; i < json_array_size(pieces); i++) {
        json_t *piece = json_array_get(pieces, i);
        struct span span = {byte_offset(offsets, count, json_array_get(piece, 0)),
                            byte_offset(offsets, count, json_array_get(piece, 1))};
        paint_span(document, span, LABEL_CONTENT_BEGIN, labels);
    }
}

/* One label a token: cues over sources over contents, as the scorer has it. */
static uint8_t *paint_labels(struct document *document, json_t *quotes, const uint32_t *offsets, size_t count)
{
    uint8_t *labels = arena_array(&document->arena, document->reading.token_count, uint8_t);
    for (size_t i = 0; i < json_array_size(quotes); i++)
        paint_contents(document, json_array_get(quotes, i), offsets, count, labels);
    for (size_t i = 0; i < json_array_size(quotes); i++)
        paint_key(document, json_array_get(quotes, i), "speaker_start", "speaker_end", LABEL_SOURCE_BEGIN,
                  offsets, count, labels);
    for (size_t i = 0; i < json_array_size(quotes); i++)
        paint_key(document, json_array_get(quotes, i), "cue_start", "cue_end", LABEL_CUE_BEGIN, offsets,
                  count, labels);
    for (size_t t = 0; t < document->reading.token_count; t++) /* what another label cut in two begins anew */
        if (!label_may_follow(t ? labels[t - 1] : LABEL_NONE, labels[t]))
            labels[t]--;
    return labels;
}

static uint8_t part_of(const char *name)
{
    static const char *const names[] = {
#define PART(part, text) text,
        PARTS_OF_SPEECH(PART)
#undef PART
    };
    for (uint8_t i = 1; i < PART_COUNT; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return PART_OTHER;
}

/* Gives the part of speech of a parsed word to the tokens from *next on that begin before its end. */
static void paint_part(const struct document *document, json_t *word, const uint32_t *offsets, size_t count,
                       size_t *next, uint8_t *parts)
{
    uint32_t end = byte_offset(offsets, count, json_array_get(word, 1));
    uint8_t part = part_of(json_string_value(json_array_get(word, 2)));
    for (; *next < document->reading.token_count && document->reading.tokens[*next].span.start < end; ++*next)
        parts[*next] = part;
}

static uint8_t *paint_parts(struct document *document, json_t *sentences, const uint32_t *offsets,
                            size_t count)
{
    uint8_t *parts = arena_array(&document->arena, document->reading.token_count, uint8_t);
    size_t next = 0;
    for (size_t s = 0; s < json_array_size(sentences); s++) {
        json_t *sentence = json_array_get(sentences, s);
        for (size_t w = 0; w < json_array_size(sentence); w++)
            paint_part(document, json_array_get(sentence, w), offsets, count, &next, parts);
    }
    return parts;
}

/* Cuts the document into paragraphs, with what the rules see in each. */
static void cut_document(struct document *document, const uint8_t *labels, const uint8_t *parts)
{
    struct reading *reading = &document->reading;
    attribution_vector attributions = {0};
    span_vector terms = {0};
    for (size_t i = 0; i < reading->paragraph_count; i++) {
        struct example example;
        size_t first = attributions.size,
               from = first > 0 ? first - 1 : 0; /* the one before may go on here */
        attribution_quoted(reading, &reading->paragraphs[i], &attributions, &terms);
        attribution_indirect(reading, &reading->paragraphs[i], first, &attributions);
        observe_tokens(&example.observations, reading, &reading->paragraphs[i]);
        if (attributions.size > from)
            observe_rules(&example.observations, attributions.data + from, attributions.size - from);
        example.labels = labels + example.observations.first;
        example.parts = parts ? parts + example.observations.first : NULL;
        vector_push(&document->examples, example);
    }
    vector_release(&attributions);
    vector_release(&terms);
}

static void read_document(struct document *document, json_t *object, json_t *parse)
{
    const char *text = json_string_value(json_object_get(object, "text"));
    struct str bytes = str_from(text);
    size_t count;
    uint32_t *offsets = map_offsets(bytes, &count);
    arena_init(&document->arena);
    document->article = article_from_plain_text("article.txt", bytes);
    reading_open(&document->reading, document->article, &document->arena);
    marks_pair(&document->reading);
    uint8_t *labels = paint_labels(document, json_object_get(object, "quotes"), offsets, count);
    uint8_t *parts =
        parse ? paint_parts(document, json_object_get(parse, "sentences"), offsets, count) : NULL;
    cut_document(document, labels, parts);
    free(offsets);
}

/* The next line of a stream of JSON Lines as an object, or NULL at its end. */
static json_t *read_line(FILE *file, const char *path, char **line, size_t *capacity)
{
    if (getline(line, capacity, file) <= 0)
        return NULL;
    json_t *object = json_loads(*line, 0, NULL);
    if (!object)
        fail(path, "a line is no JSON");
    return object;
}

static json_t *read_parses(const char *path)
{
    struct strbuf command;
    strbuf_init(&command);
    strbuf_add_format(&command, "gzip -dc '%s'", path);
    FILE *pipe = popen(command.data, "r");
    char *line = NULL;
    size_t capacity = 0;
    json_t *parses = json_object(), *object;
    while (pipe && (object = read_line(pipe, path, &line, &capacity)))
        json_object_set_new(parses, json_string_value(json_object_get(object, "id")), object);
    if (!pipe || pclose(pipe) != 0)
        fail(path, "cannot be unpacked");
    strbuf_release(&command);
    free(line);
    return parses;
}

static void release_document(struct document *document)
{
    vector_release(&document->examples);
    arena_release(&document->arena);
    free(document->article);
}

/* Articles whose offsets the sanitiser moves are left out. */
void gold_read(const char *quotes_path, const char *parses_path, document_vector *documents)
{
    FILE *file = fopen(quotes_path, "r");
    char *line = NULL;
    size_t capacity = 0, skipped = 0;
    json_t *parses = read_parses(parses_path), *object;
    if (!file)
        fail(quotes_path, "cannot be opened");
    while ((object = read_line(file, quotes_path, &line, &capacity))) {
        struct str text = str_from(json_string_value(json_object_get(object, "text")));
        json_t *parse = json_object_get(parses, json_string_value(json_object_get(object, "id")));
        struct document document = {0};
        read_document(&document, object, parse);
        if (str_equal(article_text(document.article), text)) {
            vector_push(documents, document);
        } else {
            release_document(&document);
            skipped++;
        }
        json_decref(object);
    }
    printf("%zu articles, %zu left out\n", documents->size, skipped);
    json_decref(parses);
    free(line);
    fclose(file);
}

void gold_release(document_vector *documents)
{
    vector_each (documents, document)
        release_document(document);
    vector_release(documents);
}
