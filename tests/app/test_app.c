/* test_app.c: the program from outside: exit statuses, messages, standard input and output.
 * What the browser shows is tested in tests/view and tests/tui. */
#include "program.h"

#include "whosaid/base/array.h"

#include <stdio.h>

static void a_digest_is_printed_where_there_is_no_terminal(void **state)
{
    char good[256];
    struct run run = {0};
    program_path(good, "good");
    whosaid(&run, good, NULL);
    assert_false(run_holds(&run.out, "\033"));
    assert_true(run_holds(&run.out, "Rain again") && run_holds(&run.out, "“It rains,”"));
    assert_run(&run, 0, "Ole Berg", NULL);
    whosaid(&run, "--color=always", good, NULL);
    assert_run(&run, 0, "\033[", NULL);
}

static void unreadable_inputs_are_named_and_the_rest_is_shown(void **state)
{
    static const char *const COMMANDS[] = {"annotate", "quotes", "claims", "--jobs=2"};
    char mixed[256];
    program_path(mixed, "mixed");
    for (size_t i = 0; i < LENGTH(COMMANDS); i++) {
        struct run run = {0};
        whosaid(&run, COMMANDS[i], "/no/such/path", mixed, NULL);
        assert_true(run_holds(&run.err, "/no/such/path") && run_count(&run.err, "\n") == 2);
        assert_true(run_holds(&run.out, "It shines"));
        assert_run(&run, 1, "It rains", "mixed/b.txt");
    }
}

static void nothing_to_show_ends_with_three(void **state)
{
    char empty[256], mute[256], good[256];
    struct run run = {0};
    program_path(empty, "empty");
    program_path(mute, "mute");
    program_path(good, "good");
    whosaid(&run, empty, NULL);
    assert_run(&run, 3, NULL, "nothing to show");
    whosaid(&run, "annotate", "--format=jsonl", empty, NULL);
    assert_run(&run, 3, NULL, "nothing to show");
    whosaid(&run, "quotes", mute, NULL);
    assert_run(&run, 3, NULL, "nothing to show");
    whosaid(&run, "quotes", "--speaker=nobody of that name", good, NULL);
    assert_run(&run, 3, NULL, "nothing to show");
}

static void standard_input_is_an_article(void **state)
{
    struct run run = {.input = "Rain\n\n“It rains,” warden Ole Berg said.\n"};
    whosaid(&run, "annotate", "--format=jsonl", "-", NULL);
    assert_true(run_holds(&run.out, "\"path\":\"-\",\"uri\":null"));
    assert_run(&run, 0, "“It rains,”", NULL);
    whosaid(&run, "annotate", "--verbatim", "--format=jsonl", "-", NULL);
    assert_run(&run, 0, "“It rains,”", NULL);
    whosaid(&run, "-", NULL);
    assert_run(&run, 0, "“It rains,”", NULL);
}

static void the_bundled_corpus_opens_without_a_path(void **state)
{
    char config[256];
    struct run run = {0};
    whosaid(&run, NULL, NULL);
    assert_run(&run, 0, "corpus", NULL);
    program_make_folder("config");
    program_make_folder("config/whosaid");
    program_path(config, "config");
    char yaml[512];
    snprintf(yaml, sizeof yaml, "corpora: [%s/good]\ncolor: always\n", program_folder);
    program_write("config/whosaid/config.yaml", yaml);
    run.config = config;
    whosaid(&run, "annotate", NULL);
    assert_true(run_holds(&run.out, "\033["));
    assert_run(&run, 0, "Rain again", NULL);
}

static void write_errors_are_told_and_a_gone_reader_is_not(void **state)
{
    char many[256];
    program_path(many, "many");
    struct run full = {.stdout_ = "/dev/full"};
    whosaid(&full, "annotate", many, NULL);
    assert_run(&full, 1, NULL, "cannot write to standard output");
    struct run closed = {.stdout_ = CLOSED};
    whosaid(&closed, "annotate", many, NULL);
    assert_run(&closed, 1, NULL, "cannot write to standard output");
    struct run gone = {.stdout_ = GONE_READER};
    whosaid(&gone, "annotate", many, NULL);
    assert_run(&gone, 0, NULL, NULL);
}

/* A name and a text with ESC, OSC, BEL, C1, bidi, zero-width, TAG characters, piled marks, invalid bytes. */
#define HOSTILE                                                                                              \
    "x\033[31m\033]0;"                                                                                       \
    "t\007\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6\xE2\x80\x8B\xC2\xAD\xF3\xA0\x81\x81\xF3\xA0\x81\xBF"              \
    "e\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xFF\x80\r\n\x7F"

static void hostile_names_and_texts_reach_no_output(void **state)
{
    static const char *const COMMANDS[][2] = {{"annotate", "--format=text"}, {"annotate", "--format=jsonl"},
                                              {"quotes", "--format=text"},   {"quotes", "--format=jsonl"},
                                              {"claims", "--format=text"},   {"claims", "--format=jsonl"},
                                              {"--format=text", "--jobs=1"}};
    char hostile[256];
    program_path(hostile, "hostile");
    program_make_folder("hostile");
    program_write("hostile/" HOSTILE ".txt",
                  HOSTILE "Rain\n\n“It " HOSTILE " rains,” warden Ole " HOSTILE " Berg said.\n");
    program_write("hostile/b.txt",
                  "Rain\n\n“It " HOSTILE " rains,” warden Ole Berg said. A “" HOSTILE "” it was.\n");
    program_write_bytes("hostile/" HOSTILE "binary", "\0\0\0\0\0\0\0\0", 8);
    for (size_t i = 0; i < LENGTH(COMMANDS); i++) {
        struct run run = {0};
        whosaid(&run, COMMANDS[i][0], COMMANDS[i][1], hostile, "/no/" HOSTILE, NULL);
        assert_harmless(&run.out);
        assert_harmless(&run.err);
        assert_int_equal(run_count(&run.err, "\n"), 2);
        assert_run(&run, 1, "Berg", "whosaid: ");
        if (COMMANDS[i][0][0] == '-')
            continue;
        whosaid(&run, COMMANDS[i][0], COMMANDS[i][1], "--verbatim", hostile, NULL);
        assert_harmless(&run.out);
        assert_harmless(&run.err);
        assert_run(&run, 1, "Berg", "whosaid: ");
    }
    struct run run = {0};
    whosaid(&run, "--" HOSTILE, NULL);
    assert_harmless(&run.err);
    assert_run(&run, 2, NULL, "unknown option");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_digest_is_printed_where_there_is_no_terminal),
        cmocka_unit_test(unreadable_inputs_are_named_and_the_rest_is_shown),
        cmocka_unit_test(nothing_to_show_ends_with_three),
        cmocka_unit_test(standard_input_is_an_article),
        cmocka_unit_test(the_bundled_corpus_opens_without_a_path),
        cmocka_unit_test(write_errors_are_told_and_a_gone_reader_is_not),
        cmocka_unit_test(hostile_names_and_texts_reach_no_output),
    };
    return cmocka_run_group_tests(tests, program_set_up, program_tear_down);
}
