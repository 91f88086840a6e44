/* test_unicode.c: segmentation against Unicode's own break tests (Debian's unicode-data). Skips where they
 * are absent.
 *
 * libunistring 1.0 departs from the default rules of UAX #14 on purpose where numbers and brackets meet (the
 * annex's own example 7: "$(", ")%", "a.2"), and through its older version at U+FFFC and at a mark between a
 * comma and a letter. The number of lines that differ so is written beside the test and may not grow. */
#include "support.h"

#include "../../src/text/wrap.h"

#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"
#include "whosaid/text/sanitise.h"
#include "whosaid/text/segment.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CODE_POINTS = 64 };

/* One line of a test file, "÷ 0061 × 0308 ÷": a text and the byte offsets at which it breaks, both ends
 * included. */
struct sample {
    struct strbuf text;
    size_t breaks[MOST_CODE_POINTS + 1];
    size_t count;
};

static bool read_sample(const char *line, struct sample *sample)
{
    strbuf_clear(&sample->text);
    sample->count = 0;
    while (*line && *line != '#' && *line != '\n') {
        if (strncmp(line, "÷", 2) == 0)
            sample->breaks[sample->count++] = sample->text.size;
        if (strncmp(line, "÷", 2) == 0 || strncmp(line, "×", 2) == 0) {
            line += 2;
        } else if (strspn(line, "0123456789ABCDEF")) {
            char *end;
            strbuf_add_code_point(&sample->text, (char32_t)strtoul(line, &end, 16));
            line = end;
        } else {
            line++;
        }
    }
    return sample->text.size > 0;
}

static bool graphemes_match(const struct sample *sample)
{
    size_t at = 0, i = 0;
    struct str text = strbuf_str(&sample->text);
    while (at < text.size && i < sample->count && at == sample->breaks[i]) {
        text_next_grapheme(text, &at);
        i++;
    }
    return at == text.size && i + 1 == sample->count;
}

static bool has_letter_or_digit(struct str text)
{
    for (size_t at = 0; at < text.size;) {
        char32_t c = text_next(text, &at);
        if (char_is_letter(c) || char_is_digit(c))
            return true;
    }
    return false;
}

static bool words_match(const struct sample *sample)
{
    struct str text = strbuf_str(&sample->text);
    span_vector words = {0};
    text_words(text, &words);
    size_t found = 0;
    bool same = true;
    for (size_t i = 0; same && i + 1 < sample->count; i++) {
        struct span word = {(uint32_t)sample->breaks[i], (uint32_t)sample->breaks[i + 1]};
        if (!has_letter_or_digit(span_str(text, word)))
            continue;
        same =
            found < words.size && words.data[found].start == word.start && words.data[found].end == word.end;
        found++;
    }
    same = same && found == words.size;
    vector_release(&words);
    return same;
}

/* Whether the sanitiser lets the text through as it is: others never reach the line breaker. */
static bool is_clean(const struct sample *sample)
{
    struct strbuf clean;
    strbuf_init(&clean);
    text_sanitise(strbuf_str(&sample->text), &clean, NULL, NULL);
    bool same = str_equal(strbuf_str(&clean), strbuf_str(&sample->text));
    strbuf_release(&clean);
    return same;
}

/* A line that begins with white space, which libunistring never breaks behind: no line of ours should be
 * empty so. */
static bool begins_with_space(struct str text)
{
    return str_starts(text, STR(" ")) || str_starts(text, STR("\n "));
}

static bool line_breaks_match(const struct sample *sample)
{
    char breaks[MOST_CODE_POINTS * 4];
    struct str text = strbuf_str(&sample->text);
    wrap_find_breaks(text, breaks);
    for (size_t i = 1, next = 0; i < text.size; i++) {
        while (next < sample->count && sample->breaks[next] < i)
            next++;
        bool expected = next < sample->count && sample->breaks[next] == i;
        if (breaks[i] != expected && !(expected && begins_with_space(text)))
            return false;
    }
    return true;
}

static void check_file(const char *name, bool (*matches)(const struct sample *), bool clean_only,
                       unsigned known_to_differ)
{
    char path[256], line[4096];
    snprintf(path, sizeof path, "/usr/share/unicode/auxiliary/%s", name);
    FILE *file = fopen(path, "r");
    if (!file) {
        print_message("skipped: no %s (Debian: unicode-data)\n", path);
        skip();
    }
    struct sample sample;
    unsigned passed = 0, failed = 0, unclean = 0;
    strbuf_init(&sample.text);
    while (fgets(line, sizeof line, file)) {
        if (!read_sample(line, &sample))
            continue;
        if (clean_only && !is_clean(&sample)) {
            unclean++;
            continue;
        }
        bool same = matches(&sample);
        passed += same;
        failed += !same;
        if (!same && getenv("WHOSAID_VERBOSE"))
            print_message("differs: %s", line);
    }
    strbuf_release(&sample.text);
    fclose(file);
    print_message("%s: %u passed, %u failed (%u known), %u left out\n", name, passed, failed, known_to_differ,
                  unclean);
    assert_true(passed > 0);
    assert_true(failed <= known_to_differ);
}

static void graphemes_break_as_unicode_says(void **state)
{
    check_file("GraphemeBreakTest.txt", graphemes_match, false, 0);
}

static void words_break_as_unicode_says(void **state)
{
    check_file("WordBreakTest.txt", words_match, false, 0);
}

static void lines_break_as_unicode_says(void **state)
{
    check_file("LineBreakTest.txt", line_breaks_match, true, 63);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(graphemes_break_as_unicode_says),
        cmocka_unit_test(words_break_as_unicode_says),
        cmocka_unit_test(lines_break_as_unicode_says),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
