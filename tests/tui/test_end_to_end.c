/* test_end_to_end.c PROGRAM: the real program in a pseudo-terminal: keys, clicks, sizes. */
#include "session.h"

#include "whosaid/base/array.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void test_reading_from_list_to_quotation(void **state)
{
    struct pty pty;
    session_open_articles(&pty);
    session_expect(&pty, "Ferry towns settle");
    assert_true(pty.vt.alternate);
    pty_type(&pty, "j");
    session_expect(&pty, "About 3,500 people"); /* the reader follows */
    pty_type(&pty, "k\r");
    session_expect(&pty, "Nobody should have to miss a boat");
    pty_type(&pty, "?");
    session_expect(&pty, "next row or line");
    pty_type(&pty, "q");
    session_expect_gone(&pty, "next row or line");
    pty_type(&pty, "Q");
    session_expect_exit(&pty, 0);
    pty_close(&pty);
}

static void test_a_burst_of_keys_ends_where_single_keys_do(void **state)
{
    struct pty pty;
    session_open_articles(&pty);
    session_expect(&pty, "Ferry towns settle");
    pty_type(&pty, "jjjjkkkkjj\033[A\033[B\033[Bkkk?");
    session_expect(&pty, "next row or line");
    pty_type(&pty, "\033"); /* a lone Esc */
    session_expect_gone(&pty, "next row or line");
    session_quit(&pty);
}

static void test_comparing_shows_each_outlet(void **state)
{
    struct pty pty;
    session_open_articles(&pty);
    session_expect(&pty, "Ferry towns settle");
    pty_type(&pty, "\r");
    pty_type(&pty, "]c");
    session_expect(&pty, "outlets with full text");
    pty_type(&pty, "q");
    session_expect(&pty, "Ferry towns settle");
    session_quit(&pty);
}

static void test_an_article_piped_in_is_read_with_keys_from_the_terminal(void **state)
{
    struct pty pty;
    char line[2048];
    snprintf(line, sizeof line, "cat '%s/1-estuary-gazette.txt' | '%s' -", session_articles, session_program);
    session_open(&pty, (const char *const[]){"/bin/sh", "-c", line, NULL}, "xterm-256color");
    session_expect(&pty, "Ferry towns settle");
    session_quit(&pty);
}

static void test_a_hundred_resizes_crash_nothing(void **state)
{
    static const unsigned sizes[][2] = {{24, 80}, {12, 40},  {60, 200}, {1, 1},
                                        {5, 13},  {36, 120}, {11, 39},  {2, 300}};
    struct pty pty;
    session_open_articles(&pty);
    session_expect(&pty, "Ferry towns settle");
    pty_type(&pty, "\r");
    for (unsigned i = 0; i < 100; i++) {
        const unsigned *size = sizes[i % (LENGTH(sizes))];
        pty_resize(&pty, size[0], size[1]);
        pty_type(&pty, &"jk)(]c?q"[i % 8]);
        pty_read(&pty, 20);
    }
    pty_settle(&pty, 200);
    pty_resize(&pty, ROWS, COLUMNS);
    pty_type(&pty, "aaa?");
    session_expect(&pty, "next row or line");
    session_quit(&pty);
}

static void test_clicks_select_and_open(void **state)
{
    struct pty pty;
    session_open_articles(&pty);
    session_expect(&pty, "Ferry towns settle");
    assert_true(pty.vt.mouse);
    pty_type(&pty, "\033[<0;5;10M\033[<0;5;10m"); /* the third row of cards: another article */
    session_expect(&pty, "article 2/");
    pty_type(&pty, "\033[<0;5;10M\033[<0;5;10m");
    session_expect(&pty, ") sentence");
    pty_type(&pty, "\033[<2;5;10M\033[<2;5;10m");
    session_expect_gone(&pty, ") sentence");
    session_quit(&pty);
}

/* Large enough that the screen is there before the articles are. */
static void make_many(const char *folder)
{
    for (int i = 0; i < 400; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%03d.txt", folder, i);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fprintf(file, "Bulletin %d\n\n", i);
        for (int j = 0; j < 12; j++)
            fprintf(file, "“The ferry of pier %d will sail %d times,” said Ann Bo %d.\n\n", i, j, i);
        assert_int_equal(fclose(file), 0);
    }
}

static void test_a_sentence_is_copied_for_other_programs(void **state)
{
    struct pty pty;
    session_open_articles(&pty);
    session_expect(&pty, "Ferry towns settle");
    pty_type(&pty, "\ry");
    session_expect(&pty, "copied, with its source");
    assert_int_equal(pty.vt.copies, 1);
    session_quit(&pty);
}

static void write_article(const char *folder, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void test_articles_that_came_are_there_after_reading_again(void **state)
{
    char folder[] = "/tmp/whosaid-again-XXXXXX", line[64];
    struct pty pty;
    assert_non_null(mkdtemp(folder));
    write_article(folder, "b.txt", "Bulletin on ferries\n\n“They sail,” said Ann Bo.\n");
    session_open(&pty, (const char *const[]){session_program, folder, NULL}, "xterm-256color");
    session_expect(&pty, "article 1/1");
    write_article(folder, "a.txt", "Another on bridges\n\n“They stand,” said Cy Da.\n");
    pty_type(&pty, "R");
    session_expect(&pty, "read again: 2 articles");
    session_expect(&pty, "Another on bridges");
    pty_type(&pty, "k");
    session_expect(&pty, "article 1/2");
    snprintf(line, sizeof line, "rm -r '%s'/*", folder);
    assert_int_equal(system(line), 0);
    pty_type(&pty, "R");
    session_expect(&pty, "nothing was found there any more");
    rmdir(folder);
    session_quit(&pty);
}

static void test_many_articles_can_be_waited_for_or_left(void **state)
{
    char folder[] = "/tmp/whosaid-many-XXXXXX", line[64];
    struct pty pty;
    assert_non_null(mkdtemp(folder));
    make_many(folder);
    const char *const command[] = {session_program, folder, NULL};
    session_open(&pty, command, "xterm-256color");
    session_expect(&pty, "article 1/400");
    pty_type(&pty, "j");
    session_expect(&pty, "article 2/400");
    session_quit(&pty);
    session_open(&pty, command, "xterm-256color");
    session_expect(&pty, "whosaid");
    session_quit(&pty);
    session_open(&pty, command, "no-such-terminal");
    session_expect_exit(&pty, 1);
    assert_true(vt_shows(&pty.vt, "no-such-terminal"));
    pty_close(&pty);
    snprintf(line, sizeof line, "rm -r '%s'", folder);
    assert_int_equal(system(line), 0);
}

int main(int count, char **arguments)
{
    if (!session_begin(count, arguments))
        return 2;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading_from_list_to_quotation),
        cmocka_unit_test(test_a_burst_of_keys_ends_where_single_keys_do),
        cmocka_unit_test(test_comparing_shows_each_outlet),
        cmocka_unit_test(test_an_article_piped_in_is_read_with_keys_from_the_terminal),
        cmocka_unit_test(test_a_hundred_resizes_crash_nothing),
        cmocka_unit_test(test_clicks_select_and_open),
        cmocka_unit_test(test_a_sentence_is_copied_for_other_programs),
        cmocka_unit_test(test_articles_that_came_are_there_after_reading_again),
        cmocka_unit_test(test_many_articles_can_be_waited_for_or_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
