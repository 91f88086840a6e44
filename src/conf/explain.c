/* explain.c: libyaml's complaints in the words of somebody who edits a file, not of somebody who wrote a
 * scanner.
 *
 * libyaml reports a problem and often a context, each with its position; the table picks the one that a
 * person has to look at. What the table does not know is passed on as libyaml says it. */
#include "explain.h"

#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"

#include <string.h>

static const struct {
    const char *problem;
    const char *context; /* NULL: any */
    bool at_context;     /* the position is where the construct began */
    const char *message;
} explanations[] = {
    {"found unexpected end of stream", "while scanning a quoted scalar", true,
     "this quotation mark is never closed"},
    {"found unexpected document indicator", "while scanning a quoted scalar", true,
     "this quotation mark is never closed"},
    {"found unknown escape character", NULL, false,
     "expected a known escape after \\ : write \\\\ for a backslash, or use single quotation marks"},
    {"found invalid Unicode character escape code", NULL, false,
     "expected the code of a character after \\u"},
    {"did not find expected hexdecimal number", NULL, false, "expected hexadecimal digits after the \\"},
    {"could not find expected ':'", NULL, true, "expected \": \" after this key"},
    {"mapping values are not allowed in this context", NULL, false,
     "expected no \": \" here: put the value in quotation marks, or check the indentation"},
    {"mapping keys are not allowed in this context", NULL, false,
     "expected no key here: check the indentation"},
    {"block sequence entries are not allowed in this context", NULL, false,
     "expected no \"- \" here: a list begins on a line of its own"},
    {"did not find expected key", "while parsing a block mapping", false,
     "expected \"key: value\", indented like the lines before"},
    {"did not find expected '-' indicator", NULL, false, "expected \"- \", indented like the items before"},
    {"did not find expected ',' or ']'", NULL, false, "expected \",\" or \"]\" in this list"},
    {"did not find expected ',' or '}'", NULL, false, "expected \",\" or \"}\" in this map"},
    {"did not find expected node content", NULL, false, "expected a value here"},
    {"did not find expected <document start>", NULL, false,
     "expected \"key: value\" or the end of the file: check the indentation"},
    {"found character that cannot start any token", NULL, false,
     "expected a key or a value: indent with spaces (no tab), and put what begins with % @ or ` in quotation "
     "marks"},
    {"found a tab character where an indentation space is expected", NULL, false,
     "expected spaces, found a tab"},
    {"found a tab character that violates indentation", NULL, false, "expected spaces, found a tab"},
    {"found undefined tag handle", NULL, false,
     "tags (!name) are not read here: write the value itself, or put it in quotation marks"},
    {"did not find expected alphabetic or numeric character", "while scanning an anchor", true,
     "anchors (&name) are not read here: put what begins with & in quotation marks"},
    {"did not find expected alphabetic or numeric character", "while scanning an alias", true,
     "aliases (*name) are not read here: put what begins with * in quotation marks"},
    {"found unknown directive name", NULL, true, "expected no line that begins with %"},
    {"control characters are not allowed", NULL, false, "expected text, found a control character"},
};

/* Line and column, from 1 and in characters, of a byte that is not UTF-8 or not text. */
static void locate(struct str bytes, size_t offset, unsigned *line, unsigned *column)
{
    *line = *column = 1;
    for (size_t i = 0; i < offset && i < bytes.size; i++) {
        if (bytes.data[i] == '\n') {
            ++*line;
            *column = 1;
        } else if (((unsigned char)bytes.data[i] & 0xC0) != 0x80) {
            ++*column;
        }
    }
}

static bool same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

static bool explain_reader(const yaml_parser_t *parser, struct str bytes, const char *path,
                           struct error *error)
{
    unsigned line, column;
    locate(bytes, parser->problem_offset, &line, &column);
    if (same(parser->problem, "control characters are not allowed"))
        return error_set_at(error, ERROR_SYNTAX, path, line, column,
                            "expected text, found the control character U+%04X",
                            (unsigned)parser->problem_value);
    return error_set_at(
        error, ERROR_SYNTAX, path, line, column, "expected UTF-8, found a byte that is not: 0x%02X",
        parser->problem_offset < bytes.size ? (unsigned char)bytes.data[parser->problem_offset] : 0);
}

bool conf_explain(const yaml_parser_t *parser, struct str bytes, const char *path, struct error *error)
{
    if (parser->error == YAML_MEMORY_ERROR)
        memory_exhausted();
    if (parser->error == YAML_READER_ERROR)
        return explain_reader(parser, bytes, path, error);
    const yaml_mark_t *mark = &parser->problem_mark;
    const char *message = parser->problem ? parser->problem : "expected YAML";
    for (size_t i = 0; i < LENGTH(explanations); i++)
        if (same(parser->problem, explanations[i].problem) &&
            (!explanations[i].context || same(parser->context, explanations[i].context))) {
            message = explanations[i].message;
            if (explanations[i].at_context && parser->context)
                mark = &parser->context_mark;
            break;
        }
    return error_set_at(error, ERROR_SYNTAX, path, (unsigned)mark->line + 1, (unsigned)mark->column + 1, "%s",
                        message);
}
