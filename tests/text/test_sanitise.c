/* test_sanitise.c: what hostile text becomes, that it can be mapped back, and that nothing slips through. */
#include "support.h"

#include "properties.h"

#include "whosaid/base/array.h"
#include "whosaid/base/error.h"
#include "whosaid/text/decode.h"
#include "whosaid/text/sanitise.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Each row: raw text, clean text, and how many controls, bidi controls, ignorables and marks were counted. */
static const struct row {
    const char *raw, *clean;
    struct text_hygiene hygiene;
} rows[] = {
    {"plain text, “quotes” – and é", "plain text, “quotes” – and é", {0}},

    /* line ends and white space */
    {"a\r\nb\rc\vd\fe\u2028f\u2029g\nh", "a\nb\nc\nd\ne\nf\ng\nh", {0}},
    {"a\tb", "a b", {0}},
    {"a\u00A0b\u3000c\u2003d", "a\u00A0b\u3000c\u2003d", {0}},

    /* controls are shown */
    {"\x1B[31mred\x1B[0m", "␛[31mred␛[0m", {.controls = 2}},
    {"\x1B]0;title\x07", "␛]0;title␇", {.controls = 2}},
    {"a\bb\x7F", "a␈b␡", {.controls = 2}},

    /* C1: what cp1252 means, the control sequence introducer has no meaning there that harms */
    {"\302\223quoted\302\224 it\302\222s \302\200 5", "“quoted” it’s € 5", {.controls = 4}},
    {"\302\23331m\302\205\302\201", "›31m…\uFFFD", {.controls = 3}},

    /* bidi controls are dropped */
    {"user\u202Egpj.exe", "usergpj.exe", {.bidi = 1}},
    {"\u2066a\u2069\u200Eb\u200F\u061C", "ab", {.bidi = 5}},

    /* other ignorables are dropped */
    {"so\u00ADlution", "solution", {.ignorables = 1}},
    {"zero\u200Bwidth\u2060joiner\uFEFF", "zerowidthjoiner", {.ignorables = 3}},
    {"a\U000E0068\U000E0069\U000E007Fb\U000E0001", "ab", {.ignorables = 4}},
    {"\u115F\u1160\u3164\uFFA0\u17B4\u034F", "", {.ignorables = 6}},
    {"x\uFFF9a\uFFFAb\uFFFB", "xab", {.ignorables = 3}},
    {"a\uFDD0b\uFFFEc\U0010FFFF", "abc", {.ignorables = 3}},
    {"\U0001D173x\U0001BCA0", "x", {.ignorables = 2}},

    /* private use and unassigned code points stay: width shows them */
    {"\uE000\U000F0000\u0378", "\uE000\U000F0000\u0378", {0}},

    /* variation selectors and joiners in clusters that are valid */
    {"❤\uFE0F 1\uFE0F\u20E3 ©\uFE0E", "❤\uFE0F 1\uFE0F\u20E3 ©\uFE0E", {0}},
    {"👩\u200D👩\u200D👧 🏳\uFE0F\u200D🌈 👍🏽",
     "👩\u200D👩\u200D👧 🏳\uFE0F\u200D🌈 👍🏽",
     {0}},
    {"می\u200Cخواهم क्\u200Dष র\u200D্যাব", "می\u200Cخواهم क्\u200Dष র\u200D্যাব", {0}},
    {"葛\U000E0100 ≨\uFE00 ᠠ\u180B ᠨ\u180Eᠠ", "葛\U000E0100 ≨\uFE00 ᠠ\u180B ᠨ\u180Eᠠ", {0}},

    /* and elsewhere */
    {"a\uFE0Fb\uFE01\u200D", "ab", {.ignorables = 3}},
    {"p\u200Da\u200Cy", "pay", {.ignorables = 2}},
    {"❤\uFE0F\uFE0F\uFE0F", "❤\uFE0F", {.ignorables = 2}},
    {"👩\u200D\u200D\u200D👧", "👩\u200D👧", {.ignorables = 2}},
    {"👩\u200Da 👩\u200D", "👩a 👩", {.ignorables = 2}},
    {"👩\u200D\u202E👧", "👩\u200D👧", {.bidi = 1}},
    {"a\U000E0100\U000E0101\u180E\u180B", "a", {.ignorables = 4}},
    {"葛\uFE05", "葛", {.ignorables = 1}},

    /* marks */
    {"e\u0301 n\u0303", "e\u0301 n\u0303", {0}},
    {"Z\u0301\u0302\u0303\u0304\u0305\u0306algo", "Z\u0301\u0302\u0303\u0304algo", {.marks = 2}},
    {"Z\u0301\u0302\u200B\u0303\u0304\u202E\u0305",
     "Z\u0301\u0302\u0303\u0304",
     {.bidi = 1, .ignorables = 1, .marks = 1}},
    {"\u0301a\n\u0301b \u0301", "◌\u0301a\n◌\u0301b ◌\u0301", {0}},
    {"\u00A0\u0301\u3000\u0302", "\u00A0◌\u0301\u3000◌\u0302", {0}},
    {"\u20DD\u20DD\u20DD\u20DD\u20DD", "◌\u20DD\u20DD\u20DD\u20DD", {.marks = 1}},
    {"\u1112\u1161\u11AB", "\u1112\u1161\u11AB", {0}},
    {"\u1112\u1161\u1161\u1161\u1161\u1161", "\u1112\u1161\u1161\u1161\u1161", {.marks = 1}},
    {"ကြွေ့ कि ที่", "ကြွေ့ कि ที่", {0}},
    {"\x01\u0301", "␁\u0301", {.controls = 1}},
};

static bool row_holds(const struct row *row)
{
    struct strbuf clean;
    struct text_hygiene hygiene = {0};
    strbuf_init(&clean);
    text_sanitise(str_from(row->raw), &clean, NULL, &hygiene);
    bool same = str_equal(strbuf_str(&clean), str_from(row->clean)) &&
                hygiene.controls == row->hygiene.controls && hygiene.bidi == row->hygiene.bidi &&
                hygiene.ignorables == row->hygiene.ignorables && hygiene.marks == row->hygiene.marks;
    if (!same)
        print_error("expected: \"%s\"\n   found: \"%s\" %u controls, %u bidi, %u ignorables, %u marks\n",
                    row->clean, clean.data, hygiene.controls, hygiene.bidi, hygiene.ignorables,
                    hygiene.marks);
    strbuf_release(&clean);
    return same;
}

static void hostile_text_becomes_harmless(void **state)
{
    unsigned failed = 0, count = LENGTH(rows);
    for (unsigned i = 0; i < count; i++) {
        failed += !row_holds(&rows[i]);
        properties_check(str_from(rows[i].raw), "utf-8");
    }
    print_message("sanitiser: %u passed, %u failed\n", count - failed, failed);
    assert_int_equal(failed, 0);
}

/* Between two letters none of them may stay: there is no cluster there that they could belong to. */
static void assert_dropped(char32_t first, char32_t last)
{
    for (char32_t c = first; c <= last; c++) {
        struct strbuf raw, clean;
        struct text_hygiene hygiene = {0};
        strbuf_init(&raw);
        strbuf_init(&clean);
        strbuf_add_byte(&raw, 'a');
        strbuf_add_code_point(&raw, c);
        strbuf_add_byte(&raw, 'b');
        text_sanitise(strbuf_str(&raw), &clean, NULL, &hygiene);
        if (!str_equal(strbuf_str(&clean), STR("ab")) || hygiene.bidi + hygiene.ignorables != 1)
            fail_msg("U+%04X stays or is not counted", (unsigned)c);
        strbuf_release(&raw);
        strbuf_release(&clean);
    }
}

static unsigned assert_property_dropped(const char *path, const char *property)
{
    FILE *file = fopen(path, "r");
    if (!file) {
        print_message("skipped: no %s\n", path);
        skip();
    }
    char line[512];
    unsigned checked = 0;
    while (fgets(line, sizeof line, file)) {
        unsigned first, last;
        int fields = sscanf(line, "%x..%x", &first, &last);
        const char *name = strchr(line, ';');
        if (fields < 1 || !name || strncmp(name + 1 + strspn(name + 1, " "), property, strlen(property)) != 0)
            continue;
        last = fields == 2 ? last : first;
        assert_dropped(first, last);
        checked += last - first + 1;
    }
    fclose(file);
    return checked;
}

static void every_default_ignorable_of_unicode_is_dropped(void **state)
{
    const char *derived = "/usr/share/unicode/DerivedCoreProperties.txt",
               *properties = "/usr/share/unicode/PropList.txt";
    unsigned ignorables = assert_property_dropped(derived, "Default_Ignorable_Code_Point");
    unsigned others = assert_property_dropped(properties, "Noncharacter_Code_Point") +
                      assert_property_dropped(properties, "Bidi_Control") +
                      assert_property_dropped(properties, "Join_Control") +
                      assert_property_dropped(properties, "Variation_Selector");
    print_message("%u default-ignorable code points dropped, %u of other kinds\n", ignorables, others);
    assert_int_equal(ignorables, 4174);
}

static void assert_mapped(const text_edit_vector *edits, struct str raw, struct span clean,
                          const char *expected)
{
    assert_str(span_str(raw, text_map_to_raw(edits->data, edits->size, clean)), expected);
}

static void spans_map_back_to_the_file(void **state)
{
    struct str raw = STR("ab\u202Ecd\033e\r\nf\u200B\u200B");
    struct strbuf clean;
    text_edit_vector edits = {0};
    strbuf_init(&clean);
    strbuf_add_str(&clean, STR("earlier ")); /* offsets count from what stood there */
    text_sanitise(raw, &clean, &edits, NULL);
    assert_str(strbuf_str(&clean), "earlier abcd␛e\nf");
    assert_int_equal(edits.size, 4);
    assert_mapped(&edits, raw, (struct span){0, 2}, "ab"); /* the dropped character is outside ... */
    assert_mapped(&edits, raw, (struct span){2, 4}, "cd");
    assert_mapped(&edits, raw, (struct span){1, 3}, "b\u202Ec"); /* ... unless the span goes over it */
    assert_mapped(&edits, raw, (struct span){4, 7}, "\x1B");
    assert_mapped(&edits, raw, (struct span){3, 5}, "d\x1B"); /* touching a picture takes it whole */
    assert_mapped(&edits, raw, (struct span){5, 8}, "\033e");
    assert_mapped(&edits, raw, (struct span){8, 9}, "\r\n");
    assert_mapped(&edits, raw, (struct span){9, 10}, "f");
    assert_mapped(&edits, raw, (struct span){10, 10}, "");
    assert_mapped(&edits, raw, (struct span){2, 2}, "");
    strbuf_release(&clean);
    vector_release(&edits);
}

static void lines_take_any_bytes_and_stay_one_line(void **state)
{
    struct strbuf line;
    strbuf_init(&line);
    text_sanitise_line((struct str){"a\xFF\nb\x1B\0c\r\n\xE2\x80", 11}, &line);
    assert_str(strbuf_str(&line), "a\uFFFD b␛␀c \uFFFD");
    strbuf_release(&line);
}

static void assert_error(const struct error *error, const char *expected)
{
    struct strbuf line;
    strbuf_init(&line);
    error_format(error, &line);
    assert_str(strbuf_str(&line), expected);
    strbuf_release(&line);
}

static void errors_are_told_in_one_clean_line(void **state)
{
    struct error error;
    error_set_at(&error, ERROR_SYNTAX, "dark.yaml", 3, 7, "expected a colour");
    assert_error(&error, "dark.yaml:3:7: expected a colour");
    error_set_at(&error, ERROR_SYNTAX, "dark.yaml", 3, 0, "odd");
    assert_error(&error, "dark.yaml:3: odd");
    error_set(&error, ERROR_SYSTEM, "a\x1B]0;b\nc.txt", "cannot open");
    assert_error(&error, "a␛]0;b c.txt: cannot open");
    error_set(&error, ERROR_USAGE, NULL, "too many\nthings");
    assert_error(&error, "too many things");
}

/* Pieces that meet in hostile text, so that random texts hit the borders between the rules. */
static const char *const pieces[] = {
    "a",          " ",          "\n",     "\r",         "\t",     "\x1B",   "\x7F",
    "\xC2\x9B",   "\u202E",     "\u200B", "\u200C",     "\u200D", "\uFE0F", "\uFE00",
    "\U000E0100", "\U000E0061", "\u180B", "\u180E",     "ᠠ",      "\u0301", "\u0301\u0302\u0303\u0304\u0305",
    "👩",          "🏽",       "1",      "\u20E3",     "क",      "्",       "م",
    "\u1112",     "\u1161",     "葛",     "\u3164",     "\uFFFE", "\u0378", "ไ",
    "“",          "”",          ".",      "U.S.",       "?",      "…",      "\xFF",
    "\xE2\x80",   "\xF0\x9F",   "\u25CC", "\U00013430", "\u0903", "🇺",      "\u00A0",
    "\u3000",     "。",         "- ",     "word ",
};

static void random_text_keeps_all_properties(void **state)
{
    uint32_t seed = 12345;
    struct strbuf text;
    strbuf_init(&text);
    for (unsigned round = 0; round < 3000; round++) {
        strbuf_clear(&text);
        for (unsigned i = 0; i < 24; i++) {
            seed = seed * 1664525 + 1013904223;
            if (round % 3 == 0)
                strbuf_add_byte(&text, (char)(seed >> 24));
            else
                strbuf_add_str(&text, str_from(pieces[(seed >> 8) % (LENGTH(pieces))]));
        }
        properties_check(strbuf_str(&text), round % 2 ? "utf-8" : NULL);
    }
    strbuf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_text_becomes_harmless),
        cmocka_unit_test(every_default_ignorable_of_unicode_is_dropped),
        cmocka_unit_test(spans_map_back_to_the_file),
        cmocka_unit_test(lines_take_any_bytes_and_stay_one_line),
        cmocka_unit_test(errors_are_told_in_one_clean_line),
        cmocka_unit_test(random_text_keeps_all_properties),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
