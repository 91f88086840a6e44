/* test_conf.c: the YAML tree: values, positions, limits, and what a broken file is told. */
#include "support.h"

#include "whosaid/base/array.h"
#include "whosaid/conf/conf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct conf *parse(const char *text)
{
    struct error error = {0};
    struct conf *conf = conf_parse(str_from(text), "test.yaml", &error);
    if (!conf)
        fail_msg("%u:%u: %s", error.line, error.column, error.message);
    return conf;
}

static void values_keep_order_and_position(void **state)
{
    struct conf *conf =
        parse("# a comment\nname: Évora Wire\nitems:\n  - one\n  - 'two: 2'\nmap: {a: 1, b: \"\"}\n");
    const struct conf_node *root = conf_root(conf), *items = conf_get(root, "items"),
                           *map = conf_get(root, "map");
    assert_int_equal(root->count, 3);
    assert_str(root->keys[1]->text, "items");
    assert_str(conf_get(root, "name")->text, "Évora Wire");
    assert_int_equal(items->type, CONF_LIST);
    assert_str(items->values[1]->text, "two: 2");
    assert_true(items->values[1]->quoted && !items->values[0]->quoted);
    assert_int_equal(items->values[1]->line, 5);
    assert_int_equal(items->values[1]->column, 5);
    assert_str(map->keys[1]->text, "b");
    assert_int_equal(map->values[1]->text.size, 0);
    assert_null(conf_get(root, "absent"));
    assert_null(conf_get(NULL, "name"));
    assert_null(conf_get(items, "name"));
    conf_free(conf);
}

static void columns_count_characters(void **state)
{
    struct conf *conf = parse("{äöü: 1, x: 2}");
    assert_int_equal(conf_root(conf)->keys[1]->column, 10);
    conf_free(conf);
}

static void empty_documents_are_empty_maps(void **state)
{
    static const char *const texts[] = {"",      "\n\n",       "# only a comment\n",
                                        "---\n", "---\n...\n", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < LENGTH(texts); i++) {
        struct conf *conf = parse(texts[i]);
        assert_int_equal(conf_root(conf)->type, CONF_MAP);
        assert_int_equal(conf_root(conf)->count, 0);
        conf_free(conf);
    }
}

static void line_ends_and_byte_order_mark_are_read(void **state)
{
    struct conf *conf = parse("\xEF\xBB\xBF"
                              "a: 1\r\nb: 2\r\n");
    assert_str(conf_get(conf_root(conf), "a")->text, "1");
    assert_int_equal(conf_get(conf_root(conf), "b")->line, 2);
    conf_free(conf);
}

static const struct {
    const char *text;
    unsigned line, column;
    const char *message; /* a part of it */
} broken[] = {
    {"a: \"open\nb: 2\n", 1, 4, "this quotation mark is never closed"},
    {"a: 1\nb\nc: 3\n", 2, 1, "expected \": \" after this key"},
    {"a: b: c\n", 1, 5, "expected no \": \" here"},
    {"a:\n  b: 1\n c: 2\n", 3, 2, "indented like the lines before"},
    {"a: [1, 2\nb: 3\n", 2, 2, "expected \",\" or \"]\""},
    {"a: {b: 1\n", 2, 1, "expected \",\" or \"}\""},
    {"a:\n\tb: 1\n", 2, 1, "indent with spaces"},
    {"a: \"\\q\"\n", 1, 5, "expected a known escape"},
    {"a: 1\na: 2\n", 2, 1, "\"a\" is here twice: first on line 1"},
    {"b: 1\na: 1\nc: {x: 1, y: 2, x: 3}\n", 3, 17, "\"x\" is here twice"},
    {"a: &x 1\n", 1, 4, "anchors (&name) are not read here"},
    {"b: *x\n", 1, 4, "aliases (*name) are not read here"},
    {"a: !!str 1\n", 1, 4, "tags (!name) are not read here"},
    {"a: !mine\n  b: 1\n", 1, 4, "tags (!name) are not read here"},
    {"a: 1\n---\nb: 2\n", 2, 1, "expected one document"},
    {"[a, b]: 1\n", 1, 1, "expected a plain word as the key"},
    {"a: 1\nb: caf\xE9\n", 2, 7, "expected UTF-8, found a byte that is not: 0xE9"},
    {"a: \x1B[31m\n", 1, 4, "found the control character U+001B"},
    {"a: @here\n", 1, 4, "in quotation marks"},
    {"a: 1\n- 2\n", 2, 1, "expected"},
};

static void a_broken_file_is_told_where_and_what(void **state)
{
    for (size_t i = 0; i < LENGTH(broken); i++) {
        struct error error = {0};
        struct conf *conf = conf_parse(str_from(broken[i].text), "broken.yaml", &error);
        if (conf)
            fail_msg("\"%s\" was read", broken[i].text);
        if (error.line != broken[i].line || error.column != broken[i].column ||
            !strstr(error.message, broken[i].message))
            fail_msg("\"%s\"\n  expected %u:%u: %s\n  actual   %u:%u: %s", broken[i].text, broken[i].line,
                     broken[i].column, broken[i].message, error.line, error.column, error.message);
        assert_string_equal(error.path, "broken.yaml");
    }
}

static void assert_limit(struct str text, const char *message)
{
    struct error error = {0};
    assert_null(conf_parse(text, "large.yaml", &error));
    assert_int_equal(error.code, ERROR_LIMIT);
    assert_non_null(strstr(error.message, message));
}

static void depth_size_and_count_are_limited(void **state)
{
    struct strbuf text;
    strbuf_init(&text);
    for (int i = 0; i < 100000; i++)
        strbuf_add_byte(&text, '[');
    assert_limit(strbuf_str(&text), "nested too deeply");
    strbuf_clear(&text);
    strbuf_add(&text, "[", 1);
    for (int i = 0; i < CONF_MOST_NODES; i++)
        strbuf_add(&text, "1,", 2);
    strbuf_add(&text, "]", 1);
    assert_limit(strbuf_str(&text), "too many values");
    strbuf_clear(&text);
    while (text.size <= CONF_MOST_BYTES)
        strbuf_add(&text, "# filler\n", 9);
    assert_limit(strbuf_str(&text), "larger than 1024 KiB");
    strbuf_release(&text);
}

static void the_deepest_that_is_allowed_is_read(void **state)
{
    char text[2 * CONF_MOST_DEPTH + 1];
    memset(text, '[', CONF_MOST_DEPTH);
    memset(text + CONF_MOST_DEPTH, ']', CONF_MOST_DEPTH);
    text[2 * CONF_MOST_DEPTH] = '\0';
    conf_free(parse(text));
}

static void scalars_are_read_as_what_is_asked_for(void **state)
{
    struct conf *conf = parse("yes: Yes\nno: off\nquoted: 'true'\nnumber: 120\nlarge: "
                              "99999999999999999999\nnegative: -1\nlist: []\n");
    const struct conf_node *root = conf_root(conf);
    struct error error = {0};
    bool on;
    unsigned number;
    assert_true(conf_bool(conf_get(root, "yes"), "f", &on, &error) && on);
    assert_true(conf_bool(conf_get(root, "no"), "f", &on, &error) && !on);
    assert_false(conf_bool(conf_get(root, "quoted"), "f", &on, &error));
    assert_string_equal(error.message, "expected true or false");
    assert_int_equal(error.line, 3);
    assert_int_equal(error.column, 9);
    assert_true(conf_unsigned(conf_get(root, "number"), "f", 120, &number, &error) && number == 120);
    assert_false(conf_unsigned(conf_get(root, "number"), "f", 119, &number, &error));
    assert_string_equal(error.message, "expected a whole number from 0 to 119");
    assert_false(conf_unsigned(conf_get(root, "large"), "f", UINT32_MAX, &number, &error));
    assert_false(conf_unsigned(conf_get(root, "negative"), "f", 9, &number, &error));
    assert_false(conf_unsigned(conf_get(root, "list"), "f", 9, &number, &error));
    conf_free(conf);
}

static void only_regular_files_are_opened(void **state)
{
    char folder[] = "/tmp/whosaid-conf-XXXXXX", fifo[64];
    struct error error = {0};
    assert_non_null(mkdtemp(folder));
    snprintf(fifo, sizeof fifo, "%s/fifo", folder);
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_null(conf_read(fifo, &error)); /* and does not wait for a writer */
    assert_int_equal(error.code, ERROR_KIND);
    assert_null(conf_read(folder, &error));
    assert_string_equal(error.message, "expected a file, found a folder");
    assert_null(conf_read("/dev/zero", &error));
    assert_int_equal(error.code, ERROR_KIND);
    assert_null(conf_read("/nonexistent/x.yaml", &error));
    assert_int_equal(error.code, ERROR_SYSTEM);
    assert_string_equal(error.path, "/nonexistent/x.yaml");
    unlink(fifo);
    rmdir(folder);
}

static void a_map_of_many_keys_is_read(void **state)
{
    struct strbuf text;
    strbuf_init(&text);
    for (int i = 0; i < 9000; i++)
        strbuf_add_format(&text, "key%d: %d\n", i, i);
    struct conf *conf = parse(text.data);
    assert_int_equal(conf_root(conf)->count, 9000);
    assert_str(conf_get(conf_root(conf), "key8999")->text, "8999");
    conf_free(conf);
    strbuf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_keep_order_and_position),
        cmocka_unit_test(columns_count_characters),
        cmocka_unit_test(empty_documents_are_empty_maps),
        cmocka_unit_test(line_ends_and_byte_order_mark_are_read),
        cmocka_unit_test(a_broken_file_is_told_where_and_what),
        cmocka_unit_test(depth_size_and_count_are_limited),
        cmocka_unit_test(the_deepest_that_is_allowed_is_read),
        cmocka_unit_test(scalars_are_read_as_what_is_asked_for),
        cmocka_unit_test(only_regular_files_are_opened),
        cmocka_unit_test(a_map_of_many_keys_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
