/* fuzz_conf.c: any bytes as YAML and as a theme: an error or a tree, a theme that resolves at every depth;
 * never a crash. */
#include "fuzz.h"

#include "whosaid/conf/conf.h"
#include "whosaid/theme/theme.h"

#include <assert.h>

/* Reads every value as everything, and checks that positions are given. */
static void walk(const struct conf_node *node, unsigned depth)
{
    bool on;
    unsigned number;
    assert(node->line > 0 && node->column > 0 && depth <= CONF_MOST_DEPTH + 1);
    if (node->type == CONF_SCALAR) {
        assert(node->text.data[node->text.size] == '\0');
        conf_bool(node, "fuzz.yaml", &on, NULL);
        conf_unsigned(node, "fuzz.yaml", 100, &number, NULL);
        return;
    }
    for (size_t i = 0; i < node->count; i++) {
        assert(node->type == CONF_LIST || node->keys[i]->type == CONF_SCALAR);
        walk(node->values[i], depth + 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {(const char *)data, size};
    struct error error = {.code = ERROR_NONE};
    struct conf *conf = conf_parse(bytes, "fuzz.yaml", &error);
    if (conf)
        walk(conf_root(conf), 0);
    else
        assert(error.code != ERROR_NONE && error.message[0] != '\0');
    conf_free(conf);
    struct theme *theme = theme_parse(bytes, "fuzz.yaml", NULL, &error);
    struct style_table table;
    for (int depth = DEPTH_ATTRIBUTES; theme && depth <= DEPTH_DIRECT; depth++)
        theme_resolve(theme, (enum color_depth)depth, &table);
    theme_free(theme);
    return 0;
}
