/* contract.c: see contract.h. The set of unsafe characters is the test's own, from Unicode's file where it is
 * installed, and not the program's table. */
#include "contract.h"

#include "support.h"

#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CODE_POINTS = 0x110000 };

static void mark_range(bool *unsafe, unsigned long first, unsigned long last)
{
    for (unsigned long c = first; c <= last && c < CODE_POINTS; c++)
        unsafe[c] = true;
}

/* "00AD          ; Default_Ignorable_Code_Point # Cf       SOFT HYPHEN" */
static void mark_ignorables(bool *unsafe)
{
    char line[512];
    FILE *file = fopen("/usr/share/unicode/DerivedCoreProperties.txt", "r");
    if (!file) {
        print_message("no unicode-data: default-ignorables are checked by a few examples only\n");
        return;
    }
    while (fgets(line, sizeof line, file)) {
        char *end;
        if (!strstr(line, "; Default_Ignorable_Code_Point"))
            continue;
        unsigned long first = strtoul(line, &end, 16), last = first;
        if (end[0] == '.' && end[1] == '.')
            last = strtoul(end + 2, NULL, 16);
        mark_range(unsafe, first, last);
    }
    fclose(file);
}

static const bool *unsafe_set(void)
{
    static bool unsafe[CODE_POINTS], ready;
    if (ready)
        return unsafe;
    ready = true;
    mark_ignorables(unsafe);
    mark_range(unsafe, 0x00, 0x1F);
    mark_range(unsafe, 0x7F, 0x9F);
    mark_range(unsafe, 0x200B, 0x200F);
    mark_range(unsafe, 0x2028, 0x202E);
    mark_range(unsafe, 0x2066, 0x2069);
    mark_range(unsafe, 0x61C, 0x61C);
    mark_range(unsafe, 0xFEFF, 0xFEFF);
    mark_range(unsafe, 0xE0001, 0xE007F);
    unsafe['\n'] = false;
    return unsafe;
}

/* Variation selectors and joiners are let through: in text for people the sanitiser keeps
 * them in clusters. */
static bool is_allowed(char32_t c, bool escapes)
{
    return !unsafe_set()[c] || (escapes && c == 0x1B) || c == 0xFE0F || c == 0x200D;
}

void contract_assert_safe(struct str out, bool escapes)
{
    unsigned marks = 0;
    for (size_t at = 0; at < out.size;) {
        size_t start = at;
        char32_t c = text_next(out, &at);
        bool replaced = c == 0xFFFD && (at - start != 3 || out.data[start] != '\xEF');
        marks = char_is_mark(c) ? marks + 1 : 0;
        if (replaced || !is_allowed(c, escapes) || marks > 4)
            fail_msg("U+%04X at byte %zu of the output", (unsigned)c, start);
    }
}

json_t *contract_parse(struct str line)
{
    json_error_t error;
    assert_true(line.size > 1 && line.data[line.size - 1] == '\n');
    assert_true(str_find(line, STR("\n"), 0) == line.size - 1);
    json_t *record = json_loadb(line.data, line.size, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (!record)
        fail_msg("%s at %d of %.*s", error.text, error.position, STR_FMT(line));
    return record;
}

/* A key's type: 's' string, 'S' string or null, 'n' integer or null, 'i' integer, 'a' array, 'r' real,
 * 'b' boolean. */
static void assert_keys(const json_t *object, const char *const (*keys)[2])
{
    for (; (*keys)[0]; keys++) {
        const json_t *value = json_object_get(object, (*keys)[0]);
        if (!value)
            fail_msg("no key %s", (*keys)[0]);
        char type = (*keys)[1][0];
        bool right = (type == 's' && json_is_string(value)) || (type == 'i' && json_is_integer(value)) ||
                     (type == 'a' && json_is_array(value)) || (type == 'r' && json_is_real(value)) ||
                     (type == 'b' && json_is_boolean(value)) ||
                     (type == 'S' && (json_is_string(value) || json_is_null(value))) ||
                     (type == 'n' && (json_is_integer(value) || json_is_null(value)));
        if (!right)
            fail_msg("key %s is not of type %c", (*keys)[0], type);
    }
}

/* text[start:end] in code points. */
static struct str slice(const char *text, json_int_t start, json_int_t end)
{
    struct str all = str_from(text);
    size_t from = 0, to = 0;
    assert_true(start >= 0 && start <= end && (size_t)end <= text_code_points(all));
    for (json_int_t i = 0; i < end; i++) {
        if (i < start)
            text_next(all, &from);
        text_next(all, &to);
    }
    return str_slice(all, from, to);
}

static void assert_slice(const json_t *object, const char *text_key, const char *start_key,
                         const char *end_key, const char *text)
{
    const json_t *shown = json_object_get(object, text_key), *start = json_object_get(object, start_key);
    assert_int_equal(json_is_null(shown), json_is_null(start));
    assert_int_equal(json_is_null(shown), json_is_null(json_object_get(object, end_key)));
    if (!json_is_null(shown))
        assert_str(
            slice(text, json_integer_value(start), json_integer_value(json_object_get(object, end_key))),
            json_string_value(shown));
}

static void assert_spans(const json_t *spans, const char *text)
{
    size_t i;
    const json_t *span;
    json_array_foreach(spans, i, span)
    {
        assert_int_equal(json_array_size(span), 2);
        slice(text, json_integer_value(json_array_get(span, 0)), json_integer_value(json_array_get(span, 1)));
    }
}

void contract_assert_quote(const json_t *quote, const char *text)
{
    static const char *const KEYS[][2] = {{"start", "i"},         {"end", "i"},         {"spans", "a"},
                                          {"type", "s"},          {"text", "s"},        {"speaker", "s"},
                                          {"role", "S"},          {"affiliation", "S"}, {"speaker_text", "S"},
                                          {"speaker_start", "n"}, {"speaker_end", "n"}, {"cue", "S"},
                                          {"cue_start", "n"},     {"cue_end", "n"},     {"inner", "a"},
                                          {"confidence", "r"},    {NULL, NULL}};
    size_t i;
    const json_t *inner;
    assert_keys(quote, KEYS);
    assert_slice(quote, "text", "start", "end", text);
    assert_slice(quote, "speaker_text", "speaker_start", "speaker_end", text);
    assert_slice(quote, "cue", "cue_start", "cue_end", text);
    assert_true(json_array_size(json_object_get(quote, "spans")) > 0);
    assert_spans(json_object_get(quote, "spans"), text);
    assert_in_range((long)(json_real_value(json_object_get(quote, "confidence")) * 1000), 0, 1000);
    json_array_foreach(json_object_get(quote, "inner"), i, inner) contract_assert_quote(inner, text);
}

void contract_assert_article(const json_t *record)
{
    static const char *const KEYS[][2] = {{"path", "s"},         {"uri", "S"},         {"id", "s"},
                                          {"title", "s"},        {"outlet", "S"},      {"credit", "S"},
                                          {"byline", "S"},       {"published", "S"},   {"url", "S"},
                                          {"language", "s"},     {"text", "s"},        {"sentences", "a"},
                                          {"headings", "a"},     {"boilerplate", "a"}, {"quotes", "a"},
                                          {"title_quotes", "a"}, {"terms", "a"},       {NULL, NULL}};
    const char *text = json_string_value(json_object_get(record, "text"));
    size_t i;
    const json_t *item;
    assert_keys(record, KEYS);
    assert_spans(json_object_get(record, "sentences"), text);
    assert_spans(json_object_get(record, "headings"), text);
    assert_spans(json_object_get(record, "boilerplate"), text);
    json_array_foreach(json_object_get(record, "quotes"), i, item) contract_assert_quote(item, text);
    const char *title = json_string_value(json_object_get(record, "title"));
    json_array_foreach(json_object_get(record, "title_quotes"), i, item) contract_assert_quote(item, title);
    json_array_foreach(json_object_get(record, "terms"), i, item)
        assert_slice(item, "text", "start", "end", text);
}

static const char *text_of(const char *path, const char *const *paths, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(path, paths[i]) == 0)
            return texts[i];
    fail_msg("a version of an article that was not given: %s", path);
    return NULL;
}

/* A version stands in one reading of a difference at most. */
static void assert_difference(const json_t *difference, size_t versions)
{
    static const char *const KEYS[][2] = {
        {"kind", "s"}, {"cosmetic", "b"}, {"readings", "a"}, {"note", "s"}, {NULL, NULL}};
    static const char *const READING[][2] = {{"value", "s"}, {"versions", "a"}, {NULL, NULL}};
    bool *seen = calloc(versions, 1);
    size_t i, j;
    const json_t *reading, *index;
    assert_keys(difference, KEYS);
    assert_true(json_array_size(json_object_get(difference, "readings")) >= 2);
    json_array_foreach(json_object_get(difference, "readings"), i, reading)
    {
        assert_keys(reading, READING);
        json_array_foreach(json_object_get(reading, "versions"), j, index)
        {
            size_t version = (size_t)json_integer_value(index);
            assert_true(version < versions && !seen[version]);
            seen[version] = true;
        }
    }
    free(seen);
}

void contract_assert_claim(const json_t *record, const char *const *paths, const char *const *texts,
                           size_t count)
{
    static const char *const KEYS[][2] = {{"id", "s"},      {"story", "s"},    {"kind", "s"},
                                          {"text", "s"},    {"relation", "s"}, {"outlets_with_text", "i"},
                                          {"similar", "a"}, {"versions", "a"}, {"differences", "a"},
                                          {NULL, NULL}};
    static const char *const VERSION[][2] = {{"article", "s"}, {"start", "i"},   {"end", "i"},
                                             {"text", "s"},    {"speaker", "s"}, {"kind", "s"},
                                             {"witness", "s"}, {NULL, NULL}};
    const json_t *versions = json_object_get(record, "versions"), *item;
    size_t i;
    assert_keys(record, KEYS);
    json_array_foreach(versions, i, item)
    {
        assert_keys(item, VERSION);
        const char *path = json_string_value(json_object_get(item, "article"));
        assert_slice(item, "text", "start", "end", text_of(path, paths, texts, count));
    }
    json_array_foreach(json_object_get(record, "differences"), i, item)
        assert_difference(item, json_array_size(versions));
}
