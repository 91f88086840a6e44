/* settings.c: see settings.h. One table of keys, so that an unknown one is told from a known one. */
#include "settings.h"

#include "locations.h"
#include "options.h"

#include "whosaid/conf/conf.h"

#include <errno.h>
#include <sys/stat.h>

struct reader {
    struct settings *settings;
    const char *path;
    struct arena *arena;
    struct error *error;
};

static bool fail_at(const struct reader *reader, const struct conf_node *node, const char *expected)
{
    return error_set_at(reader->error, ERROR_SYNTAX, reader->path, node->line, node->column, "expected %s",
                        expected);
}

static const char *keep(const struct reader *reader, struct str text)
{
    return arena_copy_string(reader->arena, text.data, text.size);
}

static bool read_theme(const struct reader *reader, const struct conf_node *node)
{
    if (node->type != CONF_SCALAR || node->text.size == 0)
        return fail_at(reader, node, "a theme's name");
    reader->settings->theme = keep(reader, node->text);
    return true;
}

static bool read_corpus(const struct reader *reader, const struct conf_node *node)
{
    if (node->type != CONF_SCALAR || node->text.size == 0)
        return fail_at(reader, node, "the path of a file or folder");
    vector_push(&reader->settings->corpora, locations_expand(keep(reader, node->text), reader->arena));
    return true;
}

static bool read_corpora(const struct reader *reader, const struct conf_node *node)
{
    if (node->type != CONF_LIST)
        return fail_at(reader, node, "a list of paths");
    for (size_t i = 0; i < node->count; i++)
        if (!read_corpus(reader, node->values[i]))
            return false;
    return true;
}

static bool read_color(const struct reader *reader, const struct conf_node *node)
{
    if (node->type != CONF_SCALAR || !options_read_color(node->text.data, &reader->settings->color))
        return fail_at(reader, node, "auto, always or never");
    return true;
}

static bool read_unsure(const struct reader *reader, const struct conf_node *node)
{
    return conf_unsigned(node, reader->path, 100, &reader->settings->unsure, reader->error);
}

static bool read_mouse(const struct reader *reader, const struct conf_node *node)
{
    bool on = node->type == CONF_SCALAR && str_equal(node->text, STR("true"));
    if (!on && (node->type != CONF_SCALAR || !str_equal(node->text, STR("false"))))
        return fail_at(reader, node, "true or false");
    reader->settings->no_mouse = !on;
    return true;
}

static const struct {
    const char *key;
    bool (*read)(const struct reader *reader, const struct conf_node *node);
} KEYS[] = {
    {"theme", read_theme},   {"corpora", read_corpora}, {"color", read_color},
    {"unsure", read_unsure}, {"mouse", read_mouse},
};

static bool read_entry(const struct reader *reader, const struct conf_node *key,
                       const struct conf_node *value)
{
    size_t row = STR_ROW(key->text, KEYS);
    return row == STR_NONE ? fail_at(reader, key, "theme, corpora, color, unsure or mouse")
                           : KEYS[row].read(reader, value);
}

static bool read_map(const struct reader *reader, const struct conf_node *root)
{
    if (root->type != CONF_MAP)
        return fail_at(reader, root, "a map with the keys theme, corpora, color, unsure and mouse");
    for (size_t i = 0; i < root->count; i++)
        if (!read_entry(reader, root->keys[i], root->values[i]))
            return false;
    return true;
}

bool settings_read(struct settings *settings, const char *path, struct arena *arena, struct error *error)
{
    struct stat status;
    *settings = (struct settings){0};
    if (!path || (stat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)))
        return true;
    struct conf *conf = conf_read(path, error);
    if (!conf)
        return false;
    struct reader reader = {settings, path, arena, error};
    bool good = read_map(&reader, conf_root(conf));
    conf_free(conf);
    if (!good)
        settings_release(settings);
    return good;
}

void settings_release(struct settings *settings)
{
    vector_release(&settings->corpora);
    *settings = (struct settings){0};
}
