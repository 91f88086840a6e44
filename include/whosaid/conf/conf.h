/* conf.h: YAML for everyone who reads YAML: themes, configuration. One document, with positions and limits.
 *
 * The tree is read-only. Aliases and tags are refused, so that size and depth stay bounded by the file's. A
 * map keeps the order of its keys; a key twice is an error. Text is UTF-8. Values are raw: what reaches a
 * sink passes the sanitiser there. */
#ifndef WHOSAID_CONF_CONF_H
#define WHOSAID_CONF_CONF_H

#include "whosaid/base/error.h"
#include "whosaid/base/string.h"

#include <stdbool.h>
#include <stddef.h>

enum conf_limits { CONF_MOST_BYTES = 1 << 20, CONF_MOST_DEPTH = 32, CONF_MOST_NODES = 20000 };

enum conf_type { CONF_SCALAR, CONF_LIST, CONF_MAP };

struct conf_node {
    enum conf_type type;
    unsigned line, column; /* from 1 */
    struct str text;       /* scalar: its value, NUL-terminated */
    bool quoted;           /* scalar: it stood in quotation marks, so it is text and never a number or null */
    size_t count;          /* list: items; map: entries */
    const struct conf_node *const *keys;   /* map: scalars */
    const struct conf_node *const *values; /* list and map */
};

struct conf;

/* Parses bytes. path only names the file in errors. NULL and *error (line, column, what was expected) on
 * malformed input. An empty document is an empty map. Free with conf_free. */
struct conf *conf_parse(struct str bytes, const char *path, struct error *error);

/* Reads and parses a regular file of at most CONF_MOST_BYTES. */
struct conf *conf_read(const char *path, struct error *error);

void conf_free(struct conf *conf); /* NULL allowed */

/* The document's root. Borrowed from conf. */
const struct conf_node *conf_root(const struct conf *conf);

/* The value under a key of a map, or NULL (also when node is NULL or no map). Borrowed. */
const struct conf_node *conf_get(const struct conf_node *node, const char *key);

/* Fills *error with path and the node's position, for a value that is not what the reader expected. Always
 * false. */
bool conf_fail(const struct conf_node *node, const char *path, struct error *error, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Readers of one scalar; false and *error (with path and the node's position) when it is something else. */
bool conf_bool(const struct conf_node *node, const char *path, bool *value, struct error *error);
bool conf_unsigned(const struct conf_node *node, const char *path, unsigned most, unsigned *value,
                   struct error *error);

#endif
