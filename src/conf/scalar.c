/* scalar.c: reading one value of the tree as what the caller expects, with errors that name its position. */
#include "whosaid/base/ascii.h"
#include "whosaid/conf/conf.h"

#include <stdarg.h>
#include <stdio.h>

bool conf_fail(const struct conf_node *node, const char *path, struct error *error, const char *format, ...)
{
    char message[sizeof error->message];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return error_set_at(error, ERROR_SYNTAX, path, node->line, node->column, "%s", message);
}

bool conf_bool(const struct conf_node *node, const char *path, bool *value, struct error *error)
{
    static const struct {
        const char *word;
        bool value;
    } words[] = {{"true", true},   {"yes", true}, {"on", true},
                 {"false", false}, {"no", false}, {"off", false}};
    size_t row = node->type == CONF_SCALAR && !node->quoted ? STR_ROW_NOCASE(node->text, words) : STR_NONE;
    if (row == STR_NONE)
        return conf_fail(node, path, error, "expected true or false");
    *value = words[row].value;
    return true;
}

bool conf_unsigned(const struct conf_node *node, const char *path, unsigned most, unsigned *value,
                   struct error *error)
{
    unsigned long long number = 0;
    bool digits = node->type == CONF_SCALAR && !node->quoted && node->text.size > 0;
    for (size_t i = 0; digits && i < node->text.size; i++) {
        digits = ascii_is_digit(node->text.data[i]);
        if (number <= most)
            number = number * 10 + (unsigned)(node->text.data[i] - '0');
    }
    if (!digits || number > most)
        return conf_fail(node, path, error, "expected a whole number from 0 to %u", most);
    *value = (unsigned)number;
    return true;
}
