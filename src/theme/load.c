/* load.c: finding theme files, and following `inherits` from one to the next. What a file says is read in
 * parse.c. */
#include "builtin.h"
#include "definition.h"
#include "parse.h"

#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_INHERITED = 8 };

/* The files being read, the innermost first: who inherits whom. */
struct chain {
    const char *path;
    const struct chain *parent;
    unsigned depth;
};

static struct theme *read_file(const char *path, const char *const *folders, const struct chain *parent,
                               struct error *error);

static bool same_file(const char *a, const char *b)
{
    char *real_a = realpath(a, NULL), *real_b = realpath(b, NULL);
    bool same = strcmp(real_a ? real_a : a, real_b ? real_b : b) == 0;
    free(real_a);
    free(real_b);
    return same;
}

/* FOLDER/NAME or FOLDER/NAME.yaml, whichever is there and is not the file except. Caller frees; NULL when
 * neither. */
static char *try_folder(struct str folder, struct str name, const char *except)
{
    static const char *const endings[] = {".yaml", ""};
    const char *separator = folder.size && !str_ends(folder, STR("/")) ? "/" : "";
    for (size_t i = 0; i < LENGTH(endings); i++) {
        struct strbuf path;
        strbuf_init(&path);
        strbuf_add_format(&path, "%.*s%s%.*s%s", STR_FMT(folder), separator, STR_FMT(name), endings[i]);
        if (access(path.data, F_OK) == 0 && !(except && same_file(path.data, except)))
            return strbuf_detach(&path);
        strbuf_release(&path);
    }
    return NULL;
}

static char *try_folders(struct str name, const char *const *folders, const char *except)
{
    char *found = NULL;
    for (; folders && *folders && !found; folders++)
        found = try_folder(str_from(*folders), name, except);
    return found;
}

/* The folder a file lies in, with its slash; empty for the current one. */
static struct str folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return (struct str){path, slash ? (size_t)(slash - path) + 1 : 0};
}

static bool fail_circle(const struct chain *chain, const char *again, const struct conf_node *node,
                        struct error *error)
{
    struct strbuf circle;
    strbuf_init(&circle);
    strbuf_add_format(&circle, "%s", again);
    for (const struct chain *link = chain; link; link = link->parent) {
        strbuf_add_format(&circle, " <- %s", link->path);
        if (same_file(link->path, again))
            break;
    }
    conf_fail(node, chain->path, error, "themes inherit one another in a circle: %s", circle.data);
    strbuf_release(&circle);
    return false;
}

static bool check_chain(const struct chain *chain, const char *path, const struct conf_node *node,
                        struct error *error)
{
    if (chain->depth >= MOST_INHERITED)
        return conf_fail(node, chain->path, error, "expected at most %d themes that inherit one another",
                         MOST_INHERITED);
    for (const struct chain *link = chain; link; link = link->parent)
        if (same_file(link->path, path))
            return fail_circle(chain, path, node, error);
    return true;
}

/* The theme that a file inherits: next to it, in the folders, or built in. */
static struct theme *read_inherited(const struct conf_node *node, const char *const *folders,
                                    const struct chain *chain, struct error *error)
{
    if (node->type != CONF_SCALAR || node->text.size == 0 || strlen(node->text.data) != node->text.size) {
        conf_fail(node, chain->path, error, "expected the name of a theme to inherit");
        return NULL;
    }
    char *path = try_folder(str_starts(node->text, STR("/")) ? STR("") : folder_of(chain->path), node->text,
                            chain->path);
    if (!path)
        path = try_folders(node->text, folders, chain->path);
    struct theme *theme = NULL;
    if (path)
        theme = check_chain(chain, path, node, error) ? read_file(path, folders, chain, error) : NULL;
    else if (!(theme = theme_builtin(node->text)))
        conf_fail(node, chain->path, error,
                  "no theme \"%.60s\" to inherit, next to this file or among the themes", node->text.data);
    free(path);
    return theme;
}

static struct theme *define(const struct conf_node *root, const char *const *folders,
                            const struct chain *chain, struct error *error)
{
    const struct conf_node *inherits = conf_get(root, "inherits");
    struct theme *theme =
        inherits ? read_inherited(inherits, folders, chain, error) : memory_calloc(1, sizeof *theme);
    if (!theme || theme_parse_tree(theme, root, chain->path, error))
        return theme;
    theme_free(theme);
    return NULL;
}

/* A theme without a name is called after its file. */
static void name_after_file(struct theme *theme, const char *path)
{
    struct str name = str_from(path + folder_of(path).size);
    if (str_ends(name, STR(".yaml")))
        name.size -= 5;
    theme->name = memory_copy_string(name.data, name.size);
}

static struct theme *finish(struct conf *conf, const char *path, const char *const *folders,
                            const struct chain *parent, struct error *error)
{
    if (!conf)
        return NULL;
    struct chain chain = {path, parent, parent ? parent->depth + 1 : 0};
    struct theme *theme = define(conf_root(conf), folders, &chain, error);
    if (theme && !conf_get(conf_root(conf), "name") && !conf_get(conf_root(conf), "scheme")) {
        free(theme->name);
        name_after_file(theme, path);
    }
    conf_free(conf);
    return theme;
}

static struct theme *read_file(const char *path, const char *const *folders, const struct chain *parent,
                               struct error *error)
{
    struct theme *theme = finish(conf_read(path, error), path, folders, parent, error);
    if (theme) {
        free(theme->path); /* of the one that it inherits */
        theme->path = memory_copy_string(path, strlen(path));
    }
    return theme;
}

struct theme *theme_read(const char *path, const char *const *folders, struct error *error)
{
    return read_file(path, folders, NULL, error);
}

struct theme *theme_parse(struct str bytes, const char *path, const char *const *folders, struct error *error)
{
    return finish(conf_parse(bytes, path, error), path, folders, NULL, error);
}

struct theme *theme_find(const char *name, const char *const *folders, struct error *error)
{
    if (strchr(name, '/'))
        return theme_read(name, folders, error);
    char *path = try_folders(str_from(name), folders, NULL);
    struct theme *theme = path ? theme_read(path, folders, error) : theme_builtin(str_from(name));
    if (!path && !theme)
        error_set(error, ERROR_USAGE, name, "no theme of this name; `whosaid themes` lists those there are");
    free(path);
    return theme;
}
