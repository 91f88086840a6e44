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

static uint8_t dependency_of(const char *name)
{
    static const char *const relations[] = {
#define DEPENDENCY(dependency, names) names,
        DEPENDENCIES(DEPENDENCY)
#undef DEPENDENCY
    };
    for (uint8_t i = 0; i < DEPENDENCY_COUNT; i++)
        for (const char *at = relations[i]; (at = strstr(at, name)); at += strlen(name))
            if ((at == relations[i] || at[-1] == ' ') && (at[strlen(name)] == ' ' || !at[strlen(name)]))
                return i;
    return DEPENDENCY_OTHER;
}

/* A word of a parse: the token that it begins in, and the word of the document that it depends on. */
struct word {
    uint32_t token, head;
    uint8_t part, dependency;
};

typedef VECTOR(struct word) word_vector;

/* The part of a name, by the kind of entity that the parse takes it for. */
static uint8_t name_of(uint8_t part, const char *entity)
{
    if (part != PART_NNP || strcmp(entity, "PERSON") == 0)
        return part;
    if (strcmp(entity, "ORGANIZATION") == 0)
        return PART_NNP_GROUP;
    return strcmp(entity, "LOCATION") == 0 ? PART_NNP_PLACE : PART_NNP_OTHER;
}

static void gather_sentence(const struct document *document, json_t *sentence, const uint32_t *offsets,
                            size_t count, uint32_t *token, word_vector *words)
{
    size_t first = words->size;
    const struct token *tokens = document->reading.tokens;
    for (size_t w = 0; w < json_array_size(sentence); w++) {
        json_t *item = json_array_get(sentence, w);
        uint32_t start = byte_offset(offsets, count, json_array_get(item, 0));
        size_t head = (size_t)json_integer_value(json_array_get(item, 4));
        struct word word = {.head = head ? (uint32_t)(first + head - 1) : NO_INDEX};
        while (*token + 1 < document->reading.token_count && tokens[*token].span.end <= start)
            ++*token;
        word.token = *token;
        word.part = name_of(part_of(json_string_value(json_array_get(item, 2))),
                            json_string_value(json_array_get(item, 3)));
        word.dependency = dependency_of(json_string_value(json_array_get(item, 5)));
        vector_push(words, word);
    }
}

/* What the parse says of each token. */
struct tree {
    uint8_t *parts, *dependencies;
    uint32_t *heads; /* tokens of the document */
};

/* A token of several words ("don't") hangs where the one of them does that depends on another token; one that
 * begins within a word, on the token before. */
static void hang_tokens(const struct document *document, const word_vector *words, struct tree *tree)
{
    size_t count = document->reading.token_count;
    for (size_t i = 0; i < count; i++)
        tree->heads[i] = HEAD_UNKNOWN;
    for (size_t w = 0; w < words->size; w++) {
        const struct word *word = &words->data[w];
        uint32_t head = word->head == NO_INDEX ? NO_INDEX : words->data[word->head].token;
        if (head == word->token)
            continue;
        if (tree->heads[word->token] == HEAD_UNKNOWN) {
            tree->heads[word->token] = head;
            tree->dependencies[word->token] = word->dependency;
        }
    }
    for (size_t i = 1; i < count; i++)
        if (tree->heads[i] == HEAD_UNKNOWN &&
            document->reading.tokens[i].span.start == document->reading.tokens[i - 1].span.end) {
            tree->heads[i] = (uint32_t)i - 1;
            tree->dependencies[i] = DEPENDENCY_MODIFIER;
        }
}

/* The part of the last word that begins before the token's end is the token's. */
static void tag_tokens(const struct document *document, const word_vector *words, struct tree *tree)
{
    size_t w = 0;
    for (size_t i = 0; i < document->reading.token_count; i++) {
        while (w + 1 < words->size && words->data[w + 1].token <= i)
            w++;
        if (words->size > 0)
            tree->parts[i] = words->data[w].part;
    }
}

static struct tree lay_parse(struct document *document, json_t *sentences, const uint32_t *offsets,
                             size_t count)
{
    size_t tokens = document->reading.token_count;
    struct tree tree = {
        .parts = arena_array(&document->arena, tokens, uint8_t),
        .dependencies = arena_array(&document->arena, tokens, uint8_t),
        .heads = arena_array(&document->arena, tokens, uint32_t),
    };
    word_vector words = {0};
    uint32_t token = 0;
    for (size_t s = 0; tokens > 0 && s < json_array_size(sentences); s++)
        gather_sentence(document, json_array_get(sentences, s), offsets, count, &token, &words);
    hang_tokens(document, &words, &tree);
    tag_tokens(document, &words, &tree);
    vector_release(&words);
    return tree;
}

/* Makes heads relative to the paragraph. What hangs outside its sentence hangs on the
 * sentence's first root. */
static void cut_heads(struct example *example)
{
    const struct observations *all = &example->observations;
    for (uint32_t first = 0, end; first < all->count; first = end) {
        uint32_t root = NO_INDEX;
        end = parser_sentence_end(all, first);
        for (uint32_t i = first; i < end; i++) {
            if (example->heads[i] == HEAD_UNKNOWN)
                continue;
            example->heads[i] = example->heads[i] == NO_INDEX || example->heads[i] < all->first + first ||
                                        example->heads[i] >= all->first + end
                                    ? NO_INDEX
                                    : example->heads[i] - all->first;
            if (example->heads[i] != NO_INDEX)
                continue;
            if (root == NO_INDEX)
                root = i;
            else {
                example->heads[i] = root;
                example->dependencies[i] = DEPENDENCY_OTHER;
            }
        }
    }
}

/* Cuts the document into paragraphs, with what the rules see in each. */
static void cut_document(struct document *document, const uint8_t *labels, const struct tree *tree)
{
    struct reading *reading = &document->reading;
    struct findings found = {0};
    attribution_find(reading, &found);
    for (size_t i = 0; i < reading->paragraph_count; i++) {
        struct example example = {0};
        size_t count;
        const struct attribution *before = findings_before(&found, i, &count);
        observe_tokens(&example.observations, reading, &reading->paragraphs[i]);
        observe_rules(&example.observations, before, count);
        example.labels = labels + example.observations.first;
        if (tree) {
            example.parts = tree->parts + example.observations.first;
            example.heads = tree->heads + example.observations.first;
            example.dependencies = tree->dependencies + example.observations.first;
            cut_heads(&example);
        }
        vector_push(&document->examples, example);
    }
    findings_release(&found);
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
    struct tree tree;
    if (parse)
        tree = lay_parse(document, json_object_get(parse, "sentences"), offsets, count);
    cut_document(document, labels, parse ? &tree : NULL);
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
    size_t capacity = 0, skipped = 0, line_number = 0;
    json_t *parses = read_parses(parses_path), *object;
    if (!file)
        fail(quotes_path, "cannot be opened");
    while ((object = read_line(file, quotes_path, &line, &capacity))) {
        struct str text = str_from(json_string_value(json_object_get(object, "text")));
        json_t *parse = json_object_get(parses, json_string_value(json_object_get(object, "id")));
        struct document document = {.line = line_number++};
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
