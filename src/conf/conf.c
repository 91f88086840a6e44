/* conf.c: libyaml's events to a read-only tree, and readers of its scalars.
 *
 * Files and what only libyaml can say about syntax are in read.c and explain.c. The tree is built by
 * recursion whose depth CONF_MOST_DEPTH bounds; keys are checked for doubles by sorting, so that a map of n
 * keys costs O(n log n). */
#include "whosaid/conf/conf.h"
#include "explain.h"

#include "whosaid/base/arena.h"
#include "whosaid/base/memory.h"
#include "whosaid/base/vector.h"

#include <stdlib.h>
#include <string.h>

struct conf {
    struct arena arena;
    const struct conf_node *root;
};

struct builder {
    yaml_parser_t parser;
    struct str bytes;
    const char *path;
    struct arena *arena;
    struct error *error;
    size_t nodes;
};

typedef VECTOR(const struct conf_node *) node_vector;

static bool fail_at(struct builder *builder, enum error_code code, const yaml_mark_t *mark,
                    const char *message)
{
    return error_set_at(builder->error, code, builder->path, (unsigned)mark->line + 1,
                        (unsigned)mark->column + 1, "%s", message);
}

/* The next event; on success the caller deletes it. */
static bool next_event(struct builder *builder, yaml_event_t *event)
{
    return yaml_parser_parse(&builder->parser, event) ||
           conf_explain(&builder->parser, builder->bytes, builder->path, builder->error);
}

static struct conf_node *add_node(struct builder *builder, enum conf_type type, const yaml_event_t *event)
{
    if (++builder->nodes > CONF_MOST_NODES) {
        fail_at(builder, ERROR_LIMIT, &event->start_mark, "too many values for one file");
        return NULL;
    }
    struct conf_node *node = arena_new(builder->arena, struct conf_node);
    node->type = type;
    node->line = (unsigned)event->start_mark.line + 1;
    node->column = (unsigned)event->start_mark.column + 1;
    return node;
}

static const struct conf_node *const *keep_nodes(struct builder *builder, const node_vector *nodes)
{
    if (!nodes->size)
        return NULL;
    const struct conf_node **kept = arena_array(builder->arena, nodes->size, const struct conf_node *);
    memcpy(kept, nodes->data, nodes->size * sizeof *kept);
    return (const struct conf_node *const *)kept;
}

static bool refuse_extras(struct builder *builder, const yaml_event_t *event)
{
    const yaml_char_t *anchor = NULL, *tag = NULL;
    switch (event->type) {
    case YAML_SCALAR_EVENT: anchor = event->data.scalar.anchor, tag = event->data.scalar.tag; break;
    case YAML_SEQUENCE_START_EVENT:
        anchor = event->data.sequence_start.anchor, tag = event->data.sequence_start.tag;
        break;
    case YAML_MAPPING_START_EVENT:
        anchor = event->data.mapping_start.anchor, tag = event->data.mapping_start.tag;
        break;
    default: break;
    }
    if (anchor)
        return fail_at(
            builder, ERROR_SYNTAX, &event->start_mark,
            "anchors (&name) are not read here: write the value itself, or put it in quotation marks");
    if (tag)
        return fail_at(
            builder, ERROR_SYNTAX, &event->start_mark,
            "tags (!name) are not read here: write the value itself, or put it in quotation marks");
    return true;
}

static const struct conf_node *build_node(struct builder *builder, const yaml_event_t *event, unsigned depth);

static const struct conf_node *build_scalar(struct builder *builder, const yaml_event_t *event)
{
    struct conf_node *node = add_node(builder, CONF_SCALAR, event);
    if (!node)
        return NULL;
    size_t size = event->data.scalar.length;
    node->text =
        (struct str){arena_copy_string(builder->arena, (const char *)event->data.scalar.value, size), size};
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    return node;
}

/* Reads the nodes up to the event that closes their list or map. */
static bool build_children(struct builder *builder, yaml_event_type_t end, unsigned depth, node_vector *nodes)
{
    for (;;) {
        yaml_event_t event;
        if (!next_event(builder, &event))
            return false;
        bool ended = event.type == end;
        const struct conf_node *node = ended ? NULL : build_node(builder, &event, depth);
        yaml_event_delete(&event);
        if (!node)
            return ended;
        vector_push(nodes, node);
    }
}

static int compare_keys(const void *a, const void *b)
{
    const struct conf_node *left = *(const struct conf_node *const *)a,
                           *right = *(const struct conf_node *const *)b;
    int order = str_compare(left->text, right->text);
    if (order == 0)
        order = (left->line > right->line) - (left->line < right->line);
    return order ? order : (left->column > right->column) - (left->column < right->column);
}

static bool check_keys(struct builder *builder, const struct conf_node *map)
{
    for (size_t i = 0; i < map->count; i++)
        if (map->keys[i]->type != CONF_SCALAR)
            return conf_fail(map->keys[i], builder->path, builder->error, "expected a plain word as the key");
    const struct conf_node **sorted = memory_calloc(map->count + 1, sizeof *sorted);
    if (map->count)
        memcpy(sorted, map->keys, map->count * sizeof *sorted);
    qsort(sorted, map->count, sizeof *sorted, compare_keys);
    bool unique = true;
    for (size_t i = 1; i < map->count && unique; i++)
        if (str_equal(sorted[i - 1]->text, sorted[i]->text))
            unique = conf_fail(sorted[i], builder->path, builder->error,
                               "\"%.40s\" is here twice: first on line %u", sorted[i]->text.data,
                               sorted[i - 1]->line);
    free(sorted);
    return unique;
}

static const struct conf_node *build_list(struct builder *builder, const yaml_event_t *event, unsigned depth)
{
    struct conf_node *list = add_node(builder, CONF_LIST, event);
    node_vector items = {0};
    bool complete = list && build_children(builder, YAML_SEQUENCE_END_EVENT, depth, &items);
    if (complete) {
        list->count = items.size;
        list->values = keep_nodes(builder, &items);
    }
    vector_release(&items);
    return complete ? list : NULL;
}

/* Keys and values come in turn; the odd ones are the values. */
static void split_pairs(struct builder *builder, const node_vector *pairs, struct conf_node *map)
{
    map->count = pairs->size / 2;
    if (!map->count)
        return;
    const struct conf_node **keys = arena_array(builder->arena, map->count, const struct conf_node *);
    const struct conf_node **values = arena_array(builder->arena, map->count, const struct conf_node *);
    for (size_t i = 0; i < map->count; i++) {
        keys[i] = pairs->data[2 * i];
        values[i] = pairs->data[2 * i + 1];
    }
    map->keys = (const struct conf_node *const *)keys;
    map->values = (const struct conf_node *const *)values;
}

static const struct conf_node *build_map(struct builder *builder, const yaml_event_t *event, unsigned depth)
{
    struct conf_node *map = add_node(builder, CONF_MAP, event);
    node_vector pairs = {0};
    bool complete = map && build_children(builder, YAML_MAPPING_END_EVENT, depth, &pairs);
    if (complete) {
        split_pairs(builder, &pairs, map);
        complete = check_keys(builder, map);
    }
    vector_release(&pairs);
    return complete ? map : NULL;
}

static const struct conf_node *build_node(struct builder *builder, const yaml_event_t *event, unsigned depth)
{
    if (depth > CONF_MOST_DEPTH) {
        fail_at(builder, ERROR_LIMIT, &event->start_mark, "nested too deeply");
        return NULL;
    }
    if (!refuse_extras(builder, event))
        return NULL;
    switch (event->type) {
    case YAML_SCALAR_EVENT: return build_scalar(builder, event);
    case YAML_SEQUENCE_START_EVENT: return build_list(builder, event, depth + 1);
    case YAML_MAPPING_START_EVENT: return build_map(builder, event, depth + 1);
    default: break;
    }
    fail_at(builder, ERROR_SYNTAX, &event->start_mark,
            "aliases (*name) are not read here: write the value itself, or put it in quotation marks");
    return NULL;
}

/* A document that holds nothing but comments, or only an empty value, is an empty map. */
static const struct conf_node *empty_root(struct builder *builder)
{
    struct conf_node *map = arena_new(builder->arena, struct conf_node);
    map->type = CONF_MAP;
    map->line = map->column = 1;
    return map;
}

static bool is_null(const struct conf_node *node)
{
    return node->type == CONF_SCALAR && !node->quoted && node->text.size == 0;
}

static const struct conf_node *build_document(struct builder *builder)
{
    const struct conf_node *root = NULL;
    for (;;) {
        yaml_event_t event;
        if (!next_event(builder, &event))
            return NULL;
        yaml_event_type_t type = event.type;
        bool failed = false;
        if (type == YAML_DOCUMENT_START_EVENT && root) {
            failed = !fail_at(builder, ERROR_SYNTAX, &event.start_mark,
                              "expected one document, and here begins another");
        } else if (type != YAML_STREAM_START_EVENT && type != YAML_DOCUMENT_START_EVENT &&
                   type != YAML_DOCUMENT_END_EVENT && type != YAML_STREAM_END_EVENT) {
            root = build_node(builder, &event, 0);
            failed = !root;
        }
        yaml_event_delete(&event);
        if (failed)
            return NULL;
        if (type == YAML_STREAM_END_EVENT)
            return !root || is_null(root) ? empty_root(builder) : root;
    }
}

struct conf *conf_parse(struct str bytes, const char *path, struct error *error)
{
    if (bytes.size > CONF_MOST_BYTES) {
        error_set(error, ERROR_LIMIT, path, "larger than %d KiB, which no configuration or theme is",
                  CONF_MOST_BYTES / 1024);
        return NULL;
    }
    if (str_starts(bytes, STR("\xEF\xBB\xBF"))) /* libyaml would count the byte order mark as a column */
        bytes = str_slice(bytes, 3, bytes.size);
    struct conf *conf = memory_calloc(1, sizeof *conf);
    arena_init(&conf->arena);
    struct builder builder = {.bytes = bytes, .path = path, .arena = &conf->arena, .error = error};
    if (!yaml_parser_initialize(&builder.parser))
        memory_exhausted();
    yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&builder.parser, (const unsigned char *)(bytes.data ? bytes.data : ""),
                                 bytes.size);
    conf->root = build_document(&builder);
    yaml_parser_delete(&builder.parser);
    if (!conf->root) {
        conf_free(conf);
        return NULL;
    }
    return conf;
}

void conf_free(struct conf *conf)
{
    if (!conf)
        return;
    arena_release(&conf->arena);
    free(conf);
}

const struct conf_node *conf_root(const struct conf *conf)
{
    return conf->root;
}

const struct conf_node *conf_get(const struct conf_node *node, const char *key)
{
    if (!node || node->type != CONF_MAP)
        return NULL;
    for (size_t i = 0; i < node->count; i++)
        if (str_equal(node->keys[i]->text, str_from(key)))
            return node->values[i];
    return NULL;
}
