/* test_decode.c: encodings, walking through UTF-8, offsets, character classes and folding. */
#include "support.h"

#include "whosaid/base/array.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#define BYTES(literal)                                                                                       \
    {                                                                                                        \
        (literal), sizeof(literal) - 1                                                                       \
    }

static const struct row {
    struct str bytes;
    const char *declared;
    const char *text;
    enum text_encoding encoding;
    unsigned invalid;
} rows[] = {
    {BYTES(""), NULL, "", TEXT_UTF8, 0},
    {BYTES("plain"), NULL, "plain", TEXT_UTF8, 0},
    {BYTES("“é” 日本 👍"), NULL, "“é” 日本 👍", TEXT_UTF8, 0},

    /* byte order marks, kept as the code points that they are */
    {BYTES("\xEF\xBB\xBFHi"), "windows-1252", "\uFEFFHi", TEXT_UTF8, 0},
    {BYTES("\xFF\xFEH\0i\0=\xD8M\xDC"), NULL, "\uFEFFHi👍", TEXT_UTF16LE, 0},
    {BYTES("\xFE\xFF\0H\0i\xD8=\xDCM"), NULL, "\uFEFFHi👍", TEXT_UTF16BE, 0},
    {BYTES("\xFF\xFE\0\0H\0\0\0"), NULL, "\uFEFFH", TEXT_OTHER, 0},
    {BYTES("\xFE\xFF\xD8=\0H\xDC\x4D\0"), NULL, "\uFEFF\uFFFDH\uFFFD\uFFFD", TEXT_UTF16BE, 3},

    /* declared */
    {BYTES("caf\xE9"), "ISO-8859-1", "café", TEXT_CP1252, 0},
    {BYTES("\xCF\xF0\xE8\xE2\xE5\xF2"), "Windows-1251", "Привет", TEXT_OTHER, 0},
    {BYTES("\x93\xFA\x96{"), "Shift_JIS", "日本", TEXT_OTHER, 0},
    {BYTES("\x93\xFA\x96"), "shift-jis", "日\uFFFD", TEXT_OTHER, 1},
    {BYTES("H\0i\0"), "utf-16", "Hi", TEXT_UTF16LE, 0},
    {BYTES("It says UTF-16"), "utf-16", "It says UTF-16", TEXT_UTF8, 0},
    {BYTES("caf\xE9"), "utf-8", "caf\uFFFD", TEXT_UTF8, 1},
    {BYTES("caf\xE9"), "x-no-such", "café", TEXT_CP1252, 0},
    {BYTES("caf\xE9"), "", "café", TEXT_CP1252, 0},

    /* guessed */
    {BYTES("\x93Yes,\x94 he said \x96 it\x92s \x80 5"), NULL, "“Yes,” he said – it’s € 5", TEXT_CP1252, 0},
    {BYTES("a\201\215b"), NULL, "a\uFFFD\uFFFDb", TEXT_CP1252, 2},
    {BYTES("“one” ‘two’ \xE2\x80"), NULL, "“one” ‘two’ \uFFFD", TEXT_UTF8, 1},
    {BYTES("“one” \xFF and ‘two’"), NULL, "“one” \uFFFD and ‘two’", TEXT_UTF8, 1},
};

static void bytes_decode_by_mark_declaration_and_guess(void **state)
{
    unsigned failed = 0, count = LENGTH(rows);
    for (unsigned i = 0; i < count; i++) {
        struct text_decoded decoded;
        text_decode(rows[i].bytes, rows[i].declared, &decoded);
        bool same = str_equal(strbuf_str(&decoded.utf8), str_from(rows[i].text)) &&
                    decoded.encoding == rows[i].encoding && decoded.invalid == rows[i].invalid;
        failed += !same;
        if (!same)
            print_error("row %u: \"%s\" expected, \"%s\" found, encoding %d, %u invalid\n", i, rows[i].text,
                        decoded.utf8.data, decoded.encoding, decoded.invalid);
        text_decoded_release(&decoded);
    }
    print_message("decoding: %u passed, %u failed\n", count - failed, failed);
    assert_int_equal(failed, 0);
}

/* The example of Unicode 15, table 3-8, and its neighbours: one U+FFFD for each maximal subpart. */
static void ill_formed_sequences_are_replaced_one_by_one(void **state)
{
    struct str text = STR("\xF0\x80\x80\x41\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41\xED\xA0\x80\xC0\xAF\xF4\x90");
    const char32_t expected[] = {0xFFFD, 0xFFFD, 0xFFFD, 0x41,   0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD,
                                 0x41,   0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD};
    size_t at = 0, count = 0;
    while (at < text.size)
        assert_int_equal(text_next(text, &at), expected[count++]);
    assert_int_equal(count, LENGTH(expected));
}

static void every_code_point_goes_there_and_back(void **state)
{
    for (char32_t c = 0; c <= 0x10FFFF; c++) {
        char bytes[4];
        struct str text = {bytes, text_encode(c, bytes)};
        size_t at = 0, back = text.size;
        char32_t expected = c >= 0xD800 && c < 0xE000 ? 0xFFFD : c;
        if (text_next(text, &at) != expected || at != text.size || text_previous(text, &back) != expected ||
            back)
            fail_msg("U+%04X", (unsigned)c);
    }
}

static void characters_have_classes(void **state)
{
    assert_true(char_is_space(' ') && char_is_space(0xA0) && char_is_space(0x3000) && char_is_space('\n'));
    assert_false(char_is_space(0x200B) || char_is_space('_'));
    assert_true(char_is_letter('q') && char_is_letter(0xE9) && char_is_letter(0x65E5));
    assert_false(char_is_letter('@') || char_is_letter('[') || char_is_letter('{') || char_is_letter('`'));
    assert_true(char_is_digit('7') && char_is_digit(0x0967) && !char_is_digit(0xBD));
    assert_true(char_is_upper(0xC9) && char_is_upper(0x01C5) && !char_is_upper(0xE9));
    assert_true(char_is_lower(0xE9) && !char_is_lower('E') && char_is_mark(0x0301) && !char_is_mark('a'));
}

static void case_and_marks_fold_for_search(void **state)
{
    struct strbuf out;
    strbuf_init(&out);
    text_lower(STR("ÉCOLE Straße İZ"), &out);
    assert_str(strbuf_str(&out), "école straße iz");
    strbuf_clear(&out);
    text_fold(STR("Café CAFE\u0301 STRASSE Straße Nguyễn ﬁ"), &out);
    assert_str(strbuf_str(&out), "cafe cafe strasse strasse nguyen fi");
    strbuf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_decode_by_mark_declaration_and_guess),
        cmocka_unit_test(ill_formed_sequences_are_replaced_one_by_one),
        cmocka_unit_test(every_code_point_goes_there_and_back),
        cmocka_unit_test(characters_have_classes),
        cmocka_unit_test(case_and_marks_fold_for_search),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
