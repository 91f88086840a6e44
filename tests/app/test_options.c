/* test_options.c: the command line, the configuration and the themes, as a run of the program takes them. */
#include "program.h"

#include "whosaid/base/array.h"

static void help_and_version_are_told(void **state)
{
    struct run run = {0};
    whosaid(&run, "--help", NULL);
    assert_run(&run, 0, "whosaid quotes [PATH...]", NULL);
    whosaid(&run, "quotes", "--help", NULL);
    assert_run(&run, 0, "--speaker=NAME", NULL);
    whosaid(&run, "-V", NULL);
    assert_run(&run, 0, "whosaid ", NULL);
}

static void usage_errors_end_with_two(void **state)
{
    static const struct {
        const char *arguments[3];
        const char *message;
    } CASES[] = {
        {{"--bogus"}, "unknown option: --bogus"},
        {{"annotate", "-x"}, "unknown option: -x"},
        {{"annotate", "--speaker=x"}, "unknown option: --speaker=x"},
        {{"--theme"}, "needs a value: --theme"},
        {{"annotate", "--format=xml"}, "--format: expected text|jsonl|brat, not \"xml\""},
        {{"quotes", "--since=June"}, "--since: expected YYYY-MM-DD"},
        {{"quotes", "--since=2023-02-30"}, "--since: expected YYYY-MM-DD"},
        {{"quotes", "--until=2023-13"}, "--until: expected YYYY-MM-DD"},
        {{"quotes", "--format=html"}, "--format: expected text|jsonl|csv, not"},
        {{"annotate", "--format=csv"}, "--format: expected text|jsonl|brat, not"},
        {{"annotate", "--format=brat"}, "--format=brat takes one file"},
        {{"quotes", "--jobs=0"}, "--jobs: expected 1..64"},
        {{"--color=blue"}, "--color: expected auto|always|never"},
        {{"anotate"}, "is it annotate?"},
        {{"themes", "x"}, "themes takes no path"},
    };
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        struct run run = {0};
        whosaid(&run, CASES[i].arguments[0], CASES[i].arguments[1], NULL);
        assert_run(&run, 2, NULL, CASES[i].message);
    }
}

static void options_may_stand_before_the_command(void **state)
{
    char good[256];
    struct run run = {0};
    program_path(good, "good");
    whosaid(&run, "--jobs", "2", "--format", "jsonl", "annotate", good, NULL);
    assert_run(&run, 0, "\"quotes\":", NULL);
}

static void commands_win_over_files_and_dashes_over_commands(void **state)
{
    struct run run = {0};
    whosaid(&run, "--", "annotate", NULL);
    assert_run(&run, 2, NULL, "annotate");
    whosaid(&run, "./annotate", NULL);
    assert_run(&run, 1, NULL, "./annotate");
}

static void a_broken_configuration_is_named_and_passed_over(void **state)
{
    static const struct {
        const char *yaml, *message;
    } CASES[] = {
        {"theme: night-desk\ncolour: always\n",
         "config.yaml:2:1: expected theme, corpora, color, unsure or mouse"},
        {"color: blue\n", "config.yaml:1:8: expected auto, always or never"},
        {"corpora: here\n", "config.yaml:1:10: expected a list of paths"},
        {"theme: [\n", "config.yaml:"},
    };
    char config[256], good[256];
    program_path(config, "broken");
    program_path(good, "good");
    program_make_folder("broken");
    program_make_folder("broken/whosaid");
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        struct run run = {.config = config};
        program_write("broken/whosaid/config.yaml", CASES[i].yaml);
        whosaid(&run, "quotes", good, NULL);
        assert_run(&run, 0, "It rains", CASES[i].message);
    }
}

static void themes_are_listed_and_broken_ones_named(void **state)
{
    char config[256];
    struct run run = {0};
    whosaid(&run, "themes", NULL);
    assert_true(str_starts(strbuf_str(&run.out), STR("night-desk\nnewsprint\n")));
    assert_false(run_holds(&run.out, "\033"));
    run_release(&run);
    whosaid(&run, "themes", "--format=jsonl", NULL);
    assert_run(&run, 0, "{\"name\":\"newsprint\",\"title\":\"Newsprint\",\"variant\":\"light\"}\n", NULL);
    whosaid(&run, "themes", "--color=always", NULL);
    assert_run(&run, 0, "\033[0;", NULL);
    program_make_folder("themed");
    program_make_folder("themed/whosaid");
    program_make_folder("themed/whosaid/themes");
    program_write("themed/whosaid/themes/torn.yaml", "scheme: Torn\nbase00: \"zz0000\"\n");
    program_path(config, "themed");
    run.config = config;
    whosaid(&run, "themes", NULL);
    assert_run(&run, 1, "night-desk", "torn.yaml:2");
}

static void a_broken_theme_is_named_and_the_default_serves(void **state)
{
    char theme[256], good[256];
    struct run run = {0};
    program_path(theme, "typo.yaml");
    program_path(good, "good");
    program_write("typo.yaml", "scheme: Typo\nbase00: \"181818\"\nbase01: \"28282g\"\n");
    whosaid(&run, "--theme", theme, good, NULL);
    assert_run(&run, 0, "Rain again", "typo.yaml:3:9: expected a colour");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_and_version_are_told),
        cmocka_unit_test(usage_errors_end_with_two),
        cmocka_unit_test(options_may_stand_before_the_command),
        cmocka_unit_test(commands_win_over_files_and_dashes_over_commands),
        cmocka_unit_test(a_broken_configuration_is_named_and_passed_over),
        cmocka_unit_test(themes_are_listed_and_broken_ones_named),
        cmocka_unit_test(a_broken_theme_is_named_and_the_default_serves),
    };
    return cmocka_run_group_tests(tests, program_set_up, program_tear_down);
}
