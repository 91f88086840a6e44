/* test_width.c: cells, columns, truncation and wrapping. */
#include "support.h"

#include "whosaid/base/array.h"
#include "whosaid/text/segment.h"
#include "whosaid/text/width.h"

#include <locale.h>
#include <string.h>

static const struct {
    const char *text;
    unsigned columns;
} widths[] = {
    {"", 0},
    {"plain", 5},
    {"“é” –", 5},
    {"日本語", 6},
    {"e\u0301te\u0301", 3},
    {"한국", 4},
    {"\u1112\u1161\u11AB", 2},
    {"👍", 2},
    {"👩\u200D👩\u200D👧", 6}, /* drawn as its parts */
    {"❤\uFE0F", 1},
    {"␛[31m", 5},
    {"a\nb", 3},
    {"\uE000", 1},
    {"\u0378", 1}, /* unassigned: a replacement mark */
    {"ที่", 1},
    {"क्ष", 2},
    {"±×÷", 3}, /* ambiguous width is 1 */
};

static void text_fills_the_columns_that_libc_says(void **state)
{
    for (size_t i = 0; i < LENGTH(widths); i++)
        if (text_width(str_from(widths[i].text)) != widths[i].columns)
            fail_msg("\"%s\" is %u wide, not %u", widths[i].text, text_width(str_from(widths[i].text)),
                     widths[i].columns);
}

static void cells_hold_a_base_and_its_marks(void **state)
{
    struct text_cell cell;
    struct str text = STR("e\u0301\u0302x日\n\u0378❤\uFE0F\u200D");
    const char32_t expected[] = {'e', 'x', 0x65E5, ' ', 0xFFFD, 0x2764};
    const unsigned wide[] = {1, 1, 2, 1, 1, 1};
    size_t at = 0;
    for (size_t i = 0; i < LENGTH(expected); i++) {
        text_next_cell(text, &at, &cell);
        assert_int_equal(cell.code_points[0], expected[i]);
        assert_int_equal(cell.width, wide[i]);
        assert_int_equal(cell.code_points[1], i == 0 ? 0x0301 : 0);
        assert_int_equal(cell.code_points[2], i == 0 ? 0x0302 : 0);
    }
    assert_int_equal(at, text.size);
}

static void a_mark_alone_stands_on_a_circle(void **state)
{
    struct text_cell cell;
    size_t at = 0;
    text_next_cell(STR("\u0301a"), &at, &cell);
    assert_int_equal(cell.code_points[0], 0x25CC);
    assert_int_equal(cell.code_points[1], 0x0301);
    assert_int_equal(at, 2);
}

static void fitting_keeps_whole_cells(void **state)
{
    unsigned used;
    assert_int_equal(text_fit(STR("日本"), 3, &used), 3);
    assert_int_equal(used, 2);
    assert_int_equal(text_fit(STR("e\u0301x"), 1, NULL), 3);
    assert_int_equal(text_fit(STR("abc"), 0, NULL), 0);
}

static void assert_truncated(const char *text, unsigned columns, const char *expected)
{
    struct strbuf out;
    strbuf_init(&out);
    text_truncate(str_from(text), columns, &out);
    assert_str(strbuf_str(&out), expected);
    strbuf_release(&out);
}

static void truncation_ends_with_an_ellipsis(void **state)
{
    assert_truncated("Vietnam", 7, "Vietnam");
    assert_truncated("Vietnam", 6, "Vietn…");
    assert_truncated("Vietnam", 1, "…");
    assert_truncated("Vietnam", 0, "");
    assert_truncated("日本語", 6, "日本語");
    assert_truncated("日本語", 5, "日本…");
    assert_truncated("日本語", 4, "日…");
    assert_truncated("", 0, "");
}

static void assert_wrapped(const char *text, unsigned columns, const char *expected)
{
    struct strbuf out;
    span_vector lines = {0};
    strbuf_init(&out);
    text_wrap(str_from(text), (struct span){0, (uint32_t)strlen(text)}, columns, &lines);
    vector_each (&lines, line) {
        if (line != lines.data)
            strbuf_add_byte(&out, '|');
        strbuf_add_str(&out, span_str(str_from(text), *line));
    }
    assert_str(strbuf_str(&out), expected);
    strbuf_release(&out);
    vector_release(&lines);
}

static void lines_break_between_words(void **state)
{
    assert_wrapped("The talks ended early on Friday.", 12, "The talks|ended early|on Friday.");
    assert_wrapped("The talks", 9, "The talks");
    assert_wrapped("The talks   ended", 9, "The talks|ended");
    assert_wrapped("a well-known man", 7, "a well-|known|man");
    assert_wrapped("“Go,” he said.", 6, "“Go,”|he|said.");
    assert_wrapped("5\u00A0km off", 5, "5\u00A0km|off");
    assert_wrapped("  indented", 20, "  indented");
    assert_wrapped("", 10, "");
}

static void line_ends_in_the_text_stay(void **state)
{
    assert_wrapped("one\ntwo", 10, "one|two");
    assert_wrapped("one \n\n two\n", 10, "one|| two");
}

static void words_too_wide_are_cut_between_graphemes(void **state)
{
    assert_wrapped("incomprehensible", 6, "incomp|rehens|ible");
    assert_wrapped("a incomprehensible b", 6, "a|incomp|rehens|ible b");
    assert_wrapped("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301");
    assert_wrapped("x👩\u200D👧y", 4, "x|👩\u200D👧|y");
    assert_wrapped("abc", 1, "a|b|c");
    assert_wrapped("日a", 1, "日|a"); /* wider than the column, but alone */
}

static void scripts_without_spaces_wrap(void **state)
{
    assert_wrapped("他说，天气很好。", 6, "他说，|天气很|好。");
    assert_wrapped("「東京」に行く", 7, "「東|京」に|行く");
    assert_wrapped("ภาษาไทยง่าย", 4, "ภาษา|ไทยง่|าย"); /* no dictionary: between graphemes */
    assert_wrapped("한국어 문장", 6, "한국어|문장");
}

static void a_range_wraps_as_if_alone(void **state)
{
    struct str text = STR("skip this: one two");
    span_vector lines = {0};
    text_wrap(text, (struct span){11, 18}, 4, &lines);
    assert_int_equal(lines.size, 2);
    assert_str(span_str(text, lines.data[0]), "one");
    assert_str(span_str(text, lines.data[1]), "two");
    vector_release(&lines);
}

static void words_hold_letters_or_digits(void **state)
{
    struct str text = STR("“It’s 3.5 percent,” U.N. aides said — 日本!");
    const char *const expected[] = {"It’s", "3.5", "percent", "U.N", "aides", "said", "日", "本"};
    span_vector words = {0};
    text_words(text, &words);
    assert_int_equal(words.size, LENGTH(expected));
    for (size_t i = 0; i < words.size; i++)
        assert_str(span_str(text, words.data[i]), expected[i]);
    vector_release(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_fills_the_columns_that_libc_says),
        cmocka_unit_test(cells_hold_a_base_and_its_marks),
        cmocka_unit_test(a_mark_alone_stands_on_a_circle),
        cmocka_unit_test(fitting_keeps_whole_cells),
        cmocka_unit_test(truncation_ends_with_an_ellipsis),
        cmocka_unit_test(lines_break_between_words),
        cmocka_unit_test(line_ends_in_the_text_stay),
        cmocka_unit_test(words_too_wide_are_cut_between_graphemes),
        cmocka_unit_test(scripts_without_spaces_wrap),
        cmocka_unit_test(a_range_wraps_as_if_alone),
        cmocka_unit_test(words_hold_letters_or_digits),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
