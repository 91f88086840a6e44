/* test_sentences.c: where sentences end: a table of texts in which " | " stands where a new one begins. */
#include "support.h"

#include "whosaid/base/array.h"
#include "whosaid/text/segment.h"

#include <string.h>

/* Each row is one text; " | " (for a space) and "|" (for nothing) mark the borders that must be found, and no
 * other. Line ends in a text are written as they are. */
static const char *const rows[] = {
    /* plain ends */
    "The talks ended on Friday. | Nobody signed.",
    "Who paid? | The ministry did not say.",
    "Enough! | They left the hall.",
    "Is that so?! | It is.",
    "One sentence without a final mark",
    "The text ends here.",

    /* countries and bodies by initials */
    "The U.S. embassy in Oslo declined to comment. | Its guard waved.",
    "U.S. President Joe Biden flew home.",
    "He moved to the U.S. | The visa took a year.",
    "She spoke at the U.N. | But nobody listened.",
    "E.U. leaders met U.K. and U.A.E. envoys.",
    "It was a U.S.-led mission. | It failed.",
    "They left the U.S. In-flight meals were late.",
    "He lost at the U.S. Open.",
    "Aid from the U.S. | However, it came late.",

    /* titles and names */
    "Gen. Ada Brun met Lt. Col. Ole Lind.",
    "Mr. and Mrs. Holt thanked Dr. Vey and Prof. Anand.",
    "Sen. J. D. Marlow, R-Ohio, agreed with Rep. Ann Coe.",
    "George W. Bush and John F. Kennedy came up. | He smiled.",
    "Sammy Davis Jr. sang. | Then came Harry Connick Jr. | He sang too.",
    "St. Petersburg lies north of Mt. Elbrus.",
    "Gov. Lee vs. Mayor Day went to court.",
    "So did I. | My brother stayed.",
    "Sen. Kim Holt (D-Vt.) met Rep. Ola Ruud (R-Maine). | Vey stayed.",
    "He thanked Sen. Kim Holt (D-Vt.). | Ruud did not.",
    "Plan B. | The envoy had no plan C.",
    "Holt, Ph.D., of Washington, D.C., spoke first.",

    /* firms, states, months, numbers */
    "Apple Inc. chief Tim Cook came.",
    "Shares of Norsk Corp. | The rest of the market rose.",
    "Brun Bros. and Lind Co. merged with Vey Ltd. last week.",
    "Trade was worth $3.5 billion. | It had been 2.25 billion in 2019. | Officials cheered.",
    "Room No. 5 was locked. | Nos. 6 and 7 were not.",
    "He simply said no. | Then he left.",
    "“No.” | She repeated it.",
    "On Jan. 5 and Sept. 11, 2023, they met.",
    "It closed in Dec. | Nobody noticed.",
    "Sacramento, Calif. | The governor spoke.",
    "Voters in Reading, Pa. lawmakers said, stayed home.",
    "The report, e.g. its annex, i.e. part two, is thin. | Critics agree, cf. Holt.",
    "The vote was 52.3 to 47.7. | Turnout fell.",
    "It happened in 2024. | 15 people died.",
    "It last happened in\n\n| 1988. | Nobody remembers.",

    /* time of day */
    "The curfew starts at 9 p.m. Monday.",
    "It ended at 6 a.m. EST on Jan. 3.",
    "It starts at 9 p.m. E.T. on Sunday.",
    "It ended at 6 p.m. | Crowds went home.",

    /* quotation marks and brackets */
    "“We will not yield,” he said. | “Never.” | The hall rose.",
    "The boycott is pointless.” | Brun said so twice.",
    "“Why?” he asked. | Nobody knew.",
    "\"Stop!\" Smith said. | The driver did not.",
    "“Is it over?” Deputy Foreign Minister Lena Brun asked. | It was.",
    "“Is it over?” | The crowd had gone.",
    "“Stop!” | Nobody stopped. | They ran.",
    "“He told me, ‘Go.’” | She went.",
    "(The bridge is closed.) | Cars wait.",
    "He resigned (again!) on Tuesday.",
    "„Wir gehen.“ | Sie blieben.",
    "«Nous partons.» | Ils restent.",
    "Yahoo! is a firm.",
    "He left the U.S.” | Vey stayed.",
    "“Go,” he said. | “Now.”",
    "It is over. | “we never met,” he wrote.",

    /* ellipses */
    "He said … that it was fine.",
    "“Well... I doubt it,” she said.",
    "It went on and on… | The end came late.",
    "They waited.... | Nobody came.",
    "He saw ... Vey and . . . Brun.",

    /* colons, semicolons, dashes do not end */
    "He had one aim: Peace. | She had none; Others had.",
    "HANOI, Vietnam (AP) — The leader came. | He left.",
    "To be or not to be. — A line from a play",

    /* lines */
    "A heading\n| The text begins here and runs on for long enough to be\nwrapped once. | It ends.",
    "The sentence ends here.\n| the next line begins small.",
    "This line is long enough to have been wrapped by someone in the U.S.\nembassy, and so it goes on.",
    "First paragraph without a stop\n\n| Second paragraph",
    "A line that is long enough for wrapping, with an indented one behind\n  | The indented line",
    "Three things were agreed by all of the delegations in the end:\n| - fish\n| - grain\n| 3) oil",
    "1. Fish first. | 2. Grain next.",
    "He finished.\n\n\n| She began.",

    /* no space, other scripts */
    "他说。|然后走了！|好？|“是。”|他笑了。",
    "The talks failed.|The envoy flew home.",
    "See example.com or www.x.org/a.b for more. | It is free.",
    "Read all of it. | https://example.org/report",
    "iPhone sales fell. | iPhone users shrugged.",
    "ماذا قال؟ | لا شيء.",
};

/* Splits a row: the text without its marks, and where its sentences begin. */
static size_t read_row(const char *row, char *text, size_t *starts)
{
    size_t size = 0, count = 0;
    starts[count++] = 0;
    for (const char *c = row; *c; c++) {
        if (*c != '|') {
            text[size++] = *c;
            continue;
        }
        c += c[1] == ' ';
        starts[count++] = size;
    }
    text[size] = '\0';
    return count;
}

static void sentences_end_where_a_reader_ends_them(void **state)
{
    unsigned failed = 0, count = LENGTH(rows);
    for (unsigned row = 0; row < count; row++) {
        char text[1024];
        size_t starts[32], expected = read_row(rows[row], text, starts);
        span_vector found = {0};
        text_sentences(str_from(text), (struct span){0, (uint32_t)strlen(text)}, &found);
        bool same = found.size == expected;
        for (size_t i = 0; same && i < expected; i++)
            same = found.data[i].start == starts[i];
        failed += !same;
        if (!same)
            print_error("expected: %s\n", rows[row]);
        for (size_t i = 0; !same && i < found.size; i++)
            print_error("   found: %.*s\n", STR_FMT(span_str(str_from(text), found.data[i])));
        vector_release(&found);
    }
    print_message("sentences: %u passed, %u failed\n", count - failed, failed);
    assert_int_equal(failed, 0);
}

static void sentences_of_a_range_count_from_the_text(void **state)
{
    struct str text = STR("Title\n\n One. Two. \n\nThree.");
    span_vector found = {0};
    text_sentences(text, (struct span){6, 19}, &found);
    assert_int_equal(found.size, 2);
    assert_str(span_str(text, found.data[0]), "One.");
    assert_str(span_str(text, found.data[1]), "Two.");
    vector_release(&found);
}

static void indentation_that_all_lines_have_means_nothing(void **state)
{
    struct str text =
        STR("   Every line of this text is indented by as much, as where a\n   pager printed it. It ends\n"
            "      But this is indented further");
    span_vector found = {0};
    text_sentences(text, (struct span){3, (uint32_t)text.size}, &found);
    assert_int_equal(found.size, 3);
    assert_str(span_str(text, found.data[1]), "It ends");
    vector_release(&found);
}

static void white_space_has_no_sentences(void **state)
{
    span_vector found = {0};
    text_sentences(STR(""), (struct span){0, 0}, &found);
    text_sentences(STR(" \n\n\t "), (struct span){0, 5}, &found);
    assert_int_equal(found.size, 0);
    vector_release(&found);
}

static void assert_paragraphs(struct str text, const char *const *expected, size_t count)
{
    span_vector found = {0};
    text_paragraphs(text, &found);
    assert_int_equal(found.size, count);
    for (size_t i = 0; i < count; i++)
        assert_str(span_str(text, found.data[i]), expected[i]);
    vector_release(&found);
}

static void paragraphs_stand_between_blank_lines(void **state)
{
    static const char *const wrapped[] = {"One\n two.", "Three."};
    assert_paragraphs(STR("\n One\n two. \n \t\n\nThree.\n"), wrapped, 2);
}

static void without_blank_lines_each_line_is_a_paragraph(void **state)
{
    static const char *const lines[] = {"Title", "One.", "Two."};
    assert_paragraphs(STR("\n\nTitle\nOne. \n Two.\n\n"), lines, 3);
    assert_paragraphs(STR(" \n\n "), NULL, 0);
}

static void lines_broken_at_a_width_are_one_paragraph_without_blank_lines(void **state)
{
    static const char *const paragraphs[] = {"Envoys Leave Town",
                                             "Envoys from four countries left the harbour town on\nFriday "
                                             "without signing the accord that they had come\n"
                                             "to sign, and each blamed the others.",
                                             "They will meet again in Geneva, two people who were\nin the "
                                             "room said; but nobody could say when that might\n"
                                             "be."};
    struct strbuf text;
    strbuf_init(&text);
    for (size_t i = 0; i < 3; i++)
        strbuf_add_format(&text, "%s\n", paragraphs[i]);
    assert_paragraphs(strbuf_str(&text), paragraphs, 3);
    strbuf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end_where_a_reader_ends_them),
        cmocka_unit_test(sentences_of_a_range_count_from_the_text),
        cmocka_unit_test(indentation_that_all_lines_have_means_nothing),
        cmocka_unit_test(white_space_has_no_sentences),
        cmocka_unit_test(paragraphs_stand_between_blank_lines),
        cmocka_unit_test(without_blank_lines_each_line_is_a_paragraph),
        cmocka_unit_test(lines_broken_at_a_width_are_one_paragraph_without_blank_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
