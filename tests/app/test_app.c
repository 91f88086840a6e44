/* test_app.c: the program from outside: arguments, exit statuses, messages, order, standard input and output.
 * What the browser shows is tested in tests/view and tests/tui. */
#include "support.h"

#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_ARGUMENTS = 24 };
static const char CLOSED[] = "closed", GONE_READER[] = "gone";

/* A run of the program: arguments and conditions go in, what it wrote and its exit status come out. */
struct run {
    const char *input;  /* its standard input; NULL: none */
    const char *config; /* XDG_CONFIG_HOME; NULL: a folder that is not there */
    const char
        *stdout_; /* a file to write to; CLOSED, or a pipe whose reader has gone; NULL: it is collected */
    struct strbuf out, err;
    int status;
};

static char folder[64];

static void in_folder(char path[256], const char *name)
{
    snprintf(path, 256, "%s/%s", folder, name);
}

static void write_bytes(const char *name, const char *bytes, size_t size)
{
    char path[256];
    in_folder(path, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static void write_text(const char *name, const char *text)
{
    write_bytes(name, text, strlen(text));
}

static void make_subfolder(const char *name)
{
    char path[256];
    in_folder(path, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

static int pipe_without_reader(void)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return -1;
    close(ends[0]);
    return ends[1];
}

/* The child's side: everything pinned, then the program. */
static void become(const struct run *run, char **argv, int in, int out, int err)
{
    dup2(in, STDIN_FILENO);
    dup2(err, STDERR_FILENO);
    if (run->stdout_ == GONE_READER)
        out = pipe_without_reader();
    else if (run->stdout_ && run->stdout_ != CLOSED)
        out = open(run->stdout_, O_WRONLY | O_CLOEXEC);
    dup2(out, STDOUT_FILENO);
    if (run->stdout_ == CLOSED)
        close(STDOUT_FILENO);
    setenv("XDG_CONFIG_HOME", run->config ? run->config : "/nonexistent", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    unsetenv("COLUMNS");
    unsetenv("NO_COLOR");
    unsetenv("COLORTERM");
    execv(argv[0], argv);
    _exit(127);
}

/* Temporary files rather than pipes: nothing can block. */
static int scratch(const char *content)
{
    char path[] = "/tmp/whosaid-run-XXXXXX";
    int descriptor = mkostemp(path, O_CLOEXEC);
    assert_true(descriptor >= 0);
    unlink(path);
    assert_int_equal(write(descriptor, content, strlen(content)), strlen(content));
    lseek(descriptor, 0, SEEK_SET);
    return descriptor;
}

static void collect(int descriptor, struct strbuf *text)
{
    char part[65536];
    ssize_t size;
    lseek(descriptor, 0, SEEK_SET);
    strbuf_init(text);
    while ((size = read(descriptor, part, sizeof part)) > 0)
        strbuf_add(text, part, (size_t)size);
    close(descriptor);
}

/* Runs whosaid with arguments up to a NULL. */
static void whosaid(struct run *run, const char *first, ...)
{
    char *argv[MOST_ARGUMENTS + 2] = {(char *)BUILD_ROOT "/whosaid"};
    int in = scratch(run->input ? run->input : ""), out = scratch(""), err = scratch(""), status;
    size_t count = 1;
    va_list args;
    va_start(args, first);
    for (const char *argument = first; argument && count < MOST_ARGUMENTS;
         argument = va_arg(args, const char *))
        argv[count++] = (char *)argument;
    va_end(args);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        become(run, argv, in, out, err);
    assert_int_equal(waitpid(child, &status, 0), child);
    run->status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    close(in);
    collect(out, &run->out);
    collect(err, &run->err);
}

static void release(struct run *run)
{
    strbuf_release(&run->out);
    strbuf_release(&run->err);
}

static bool holds(const struct strbuf *text, const char *words)
{
    return str_find(strbuf_str(text), str_from(words), 0) != STR_NONE;
}

static size_t count_of(const struct strbuf *text, const char *words)
{
    size_t count = 0;
    for (size_t at = 0; (at = str_find(strbuf_str(text), str_from(words), at)) != STR_NONE; at++)
        count++;
    return count;
}

/* Fails when text holds what a terminal obeys or hides. */
static void assert_harmless(const struct strbuf *text)
{
    unsigned marks = 0;
    for (size_t at = 0; at < text->size;) {
        size_t start = at;
        char32_t c = text_next(strbuf_str(text), &at);
        marks = char_is_mark(c) ? marks + 1 : 0;
        bool invalid = c == 0xFFFD && at - start != 3;
        bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F);
        bool hidden = (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
                      (c >= 0x2060 && c <= 0x206F) || c == 0xAD || c == 0xFEFF ||
                      (c >= 0xE0000 && c <= 0xE0FFF);
        if (invalid || control || hidden || marks > 4)
            fail_msg("U+%04X at byte %zu: %.*s", (unsigned)c, start, STR_FMT(strbuf_str(text)));
    }
}

static int make_folder(void **state)
{
    char many[32], text[128];
    strcpy(folder, "/tmp/whosaid-app-XXXXXX");
    assert_non_null(mkdtemp(folder));
    make_subfolder("good");
    write_text("good/one.txt",
               "Rain at last\n\nOSLO, May 2 (Wire) – “It rains,” warden Ole Berg said. 2024.\n");
    write_text("good/two.txt",
               "date 2024-06-20\nRain again\n\n“It pours,” minister Eva Holm said on Thursday.\n");
    make_subfolder("empty");
    make_subfolder("mute");
    write_text("mute/mute.txt", "Nothing much\n\nIt was dry. It stayed dry.\n");
    make_subfolder("mixed");
    write_text("mixed/a.txt", "Rain\n\n“It rains,” warden Ole Berg said.\n");
    write_bytes("mixed/b.txt", "\0\0\0\0\0\0\0\0", 8);
    write_text("mixed/c.txt", "Sun\n\n“It shines,” warden Ole Berg said.\n");
    make_subfolder("many");
    for (int i = 0; i < 70; i++) {
        snprintf(many, sizeof many, "many/%03d.txt", i);
        snprintf(text, sizeof text, "Day %d\n\n“Day %d was wet,” warden Ole Berg said.\n", i, i);
        write_text(many, text);
    }
    return 0;
}

static int remove_folder(void **state)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command) == 0 ? 0 : -1;
}

static void assert_run(struct run *run, int status, const char *out, const char *err)
{
    if (run->status != status)
        print_error("%s", run->err.data);
    assert_int_equal(run->status, status);
    if (out && !holds(&run->out, out))
        fail_msg("standard output holds no \"%s\": %.*s", out, STR_FMT(strbuf_str(&run->out)));
    if (!out)
        assert_int_equal(run->out.size, 0);
    if (err && !holds(&run->err, err))
        fail_msg("standard error holds no \"%s\": %s", err, run->err.data);
    if (!err)
        assert_string_equal(run->err.data, "");
    release(run);
}

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
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct run run = {0};
        whosaid(&run, CASES[i].arguments[0], CASES[i].arguments[1], NULL);
        assert_run(&run, 2, NULL, CASES[i].message);
    }
}

static void options_may_stand_before_the_command(void **state)
{
    char good[256];
    struct run run = {0};
    in_folder(good, "good");
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

static void a_digest_is_printed_where_there_is_no_terminal(void **state)
{
    char good[256];
    struct run run = {0};
    in_folder(good, "good");
    whosaid(&run, good, NULL);
    assert_false(holds(&run.out, "\033"));
    assert_true(holds(&run.out, "Rain again") && holds(&run.out, "“It rains,”"));
    assert_run(&run, 0, "Ole Berg", NULL);
    whosaid(&run, "--color=always", good, NULL);
    assert_run(&run, 0, "\033[", NULL);
}

static void unreadable_inputs_are_named_and_the_rest_is_shown(void **state)
{
    static const char *const COMMANDS[] = {"annotate", "quotes", "claims", "--jobs=2"};
    char mixed[256];
    in_folder(mixed, "mixed");
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++) {
        struct run run = {0};
        whosaid(&run, COMMANDS[i], "/no/such/path", mixed, NULL);
        assert_true(holds(&run.err, "/no/such/path") && count_of(&run.err, "\n") == 2);
        assert_true(holds(&run.out, "It shines"));
        assert_run(&run, 1, "It rains", "mixed/b.txt");
    }
}

static void nothing_to_show_ends_with_three(void **state)
{
    char empty[256], mute[256], good[256];
    struct run run = {0};
    in_folder(empty, "empty");
    in_folder(mute, "mute");
    in_folder(good, "good");
    whosaid(&run, empty, NULL);
    assert_run(&run, 3, NULL, "nothing to show");
    whosaid(&run, "annotate", "--format=jsonl", empty, NULL);
    assert_run(&run, 3, NULL, "nothing to show");
    whosaid(&run, "quotes", mute, NULL);
    assert_run(&run, 3, NULL, "nothing to show");
    whosaid(&run, "quotes", "--speaker=nobody of that name", good, NULL);
    assert_run(&run, 3, NULL, "nothing to show");
}

static void annotations_explain_themselves(void **state)
{
    struct run run = {0};
    char path[256];
    in_folder(path, "good/one.txt");
    whosaid(&run, "annotate", "--explain", path, NULL);
    assert_true(holds(&run.out, "The cue is “said”, right behind it."));
    assert_run(&run, 0, " % sure: ", NULL);
    whosaid(&run, "annotate", "--explain", "--format=jsonl", path, NULL);
    assert_run(&run, 0, "\"why\":[\"The cue is", NULL);
    whosaid(&run, "quotes", "--explain", path, NULL);
    assert_run(&run, 2, NULL, "unknown option: --explain");
}

static void quotes_pass_the_filters(void **state)
{
    static const struct {
        const char *filter, *shown, *hidden;
    } CASES[] = {
        {"--speaker=BERG", "It rains", "It pours"},     {"--speaker=holm", "It pours", "It rains"},
        {"--since=2024-06-20", "It pours", "It rains"}, {"--until=2024-06", "It pours", "nothing else"},
        {"--outlet=two", "It pours", "It rains"},
    };
    char good[256];
    in_folder(good, "good");
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct run run = {0};
        whosaid(&run, "quotes", CASES[i].filter, good, NULL);
        assert_false(holds(&run.out, CASES[i].hidden));
        assert_run(&run, 0, CASES[i].shown, NULL);
    }
    struct run run = {0};
    whosaid(&run, "quotes", "--until=2024-06-19", "--speaker=Holm", good, NULL);
    assert_run(&run, 3, NULL, "nothing to show");
}

/* A surname in one article is the person whom another one names in full. */
static void speakers_are_known_across_articles(void **state)
{
    char people[256];
    in_folder(people, "people");
    make_subfolder("people");
    write_text("people/1.txt",
               "Sorin opens the port of Vik\n\nPresident Ilya Sorin said the port of Vik was open.\n");
    write_text("people/2.txt", "Port of Vik opened by Sorin\n\n“The port of Vik is open,” Sorin said.\n");
    struct run run = {0};
    whosaid(&run, "quotes", "--speaker=ilya", people, NULL);
    assert_true(holds(&run.out, "“The port of Vik is open,”"));
    assert_run(&run, 0, "the port of Vik was open", NULL);
    struct run json = {0};
    whosaid(&json, "quotes", "--format=jsonl", people, NULL);
    assert_true(holds(&json.out, "\"speaker\":\"Sorin\""));
    assert_run(&json, 0, "\"affiliation\":null,\"person\":\"Ilya Sorin\",\"speaker_text\":\"Sorin\"", NULL);
}

/* One statement as two outlets print it, and another that all print alike. */
static void variants_are_statements_in_several_wordings(void **state)
{
    static const char *const TEXTS[] = {
        "Dam to be sold\n\nDate: 2024-06-19\n\n“Nobody should give the company a "
        "platform to sell our "
        "water,” said Ana Ruiz, the mayor of Karsund. “We will vote in the spring of next year,” she "
        "added.\n",
        "The dam and the mayor\n\nDate: 2024-06-20\n\n“Nobody should provide the company "
        "with an "
        "opportunity to sell our water,” said Ana Ruiz, the mayor of Karsund. “We will vote in the spring of "
        "next "
        "year,” she added.\n",
    };
    char variants[256];
    make_subfolder("variants");
    write_text("variants/north.txt", TEXTS[0]);
    write_text("variants/south.txt", TEXTS[1]);
    in_folder(variants, "variants");
    static const char *const FORMATS[][2] = {{"--format=text", "Ana Ruiz · 2 wordings"},
                                             {"--format=jsonl", "\"wordings\":[[0],[1]]"},
                                             {"--format=csv", ",speaker,text,person,stance,wording\r\n"}};
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) {
        struct run run = {0};
        whosaid(&run, "quotes", "--variants", FORMATS[i][0], variants, NULL);
        assert_true(holds(&run.out, "platform") && holds(&run.out, "opportunity"));
        assert_false(holds(&run.out, "spring of next"));
        assert_run(&run, 0, FORMATS[i][1], NULL);
    }
    static const char *const NOBODY[] = {"--speaker=Berg", "--outlet=West", "--since=2024-06-21",
                                         "--until=2024-05"};
    for (size_t i = 0; i < sizeof NOBODY / sizeof *NOBODY; i++) {
        struct run run = {0};
        whosaid(&run, "quotes", "--variants", NOBODY[i], variants, NULL);
        assert_run(&run, 3, NULL, "nothing to show");
    }
    struct run run = {0};
    whosaid(&run, "quotes", "--variants", "--outlet=south", "--speaker=ruiz", variants, NULL);
    assert_run(&run, 0, "north.txt", NULL); /* the other wording is shown with it */
}

/* A statement is quoted again weeks later, in an article on another event, and in other words. */
static void variants_are_found_across_stories(void **state)
{
    static const char *const TEXTS[] = {
        "Dam to be sold\n\nDate: 2024-03-04\n\nThe council of Karsund voted on Monday to sell its dam to a "
        "company from the south. “Nobody should ever hand the valley's water to strangers for money,” said "
        "Ana "
        "Ruiz, the mayor of Karsund.\n",
        "A comet over the fells\n\nDate: 2024-06-20\n\nHundreds climbed the fells on Thursday to see the "
        "comet, among them Ana Ruiz, a mayor known for her words on the sale of a dam: “Nobody should ever "
        "hand "
        "the valley's water to foreigners for money,” Ruiz said in spring. The tail was green.\n",
    };
    char again[256];
    make_subfolder("again");
    write_text("again/north.txt", TEXTS[0]);
    write_text("again/south.txt", TEXTS[1]);
    in_folder(again, "again");
    struct run claims = {0}, run = {0};
    whosaid(&claims, "claims", "--format=jsonl", again, NULL);
    assert_false(holds(&claims.out, "\"kind\":\"wording\"")); /* stories are compared each for itself */
    release(&claims);
    whosaid(&run, "quotes", "--variants", again, NULL);
    assert_true(holds(&run.out, "strangers") && holds(&run.out, "foreigners"));
    assert_run(&run, 0, "Ana Ruiz · 2 wordings · Dam to be sold and 1 other story", NULL);
}

static void standard_input_is_an_article(void **state)
{
    struct run run = {.input = "Rain\n\n“It rains,” warden Ole Berg said.\n"};
    whosaid(&run, "annotate", "--format=jsonl", "-", NULL);
    assert_true(holds(&run.out, "\"path\":\"-\",\"uri\":null"));
    assert_run(&run, 0, "“It rains,”", NULL);
    whosaid(&run, "annotate", "--verbatim", "--format=jsonl", "-", NULL);
    assert_run(&run, 0, "“It rains,”", NULL);
    whosaid(&run, "-", NULL);
    assert_run(&run, 0, "“It rains,”", NULL);
}

static void output_comes_in_input_order_whatever_the_jobs(void **state)
{
    char many[256], expected[64];
    struct run one = {0}, eight = {0};
    in_folder(many, "many");
    whosaid(&one, "annotate", "--jobs=1", "--format=jsonl", many, NULL);
    whosaid(&eight, "annotate", "-j8", "--format=jsonl", many, NULL);
    assert_true(str_equal(strbuf_str(&one.out), strbuf_str(&eight.out)));
    size_t at = 0;
    for (int i = 0; i < 70; i++) {
        snprintf(expected, sizeof expected, "/%03d.txt\",\"uri\"", i);
        at = str_find(strbuf_str(&one.out), str_from(expected), at);
        assert_true(at != STR_NONE);
    }
    release(&one);
    release(&eight);
    whosaid(&one, "claims", "--jobs=1", "--format=jsonl", many, NULL);
    whosaid(&eight, "claims", "-j8", "--format=jsonl", many, NULL);
    assert_true(one.out.size > 0 && str_equal(strbuf_str(&one.out), strbuf_str(&eight.out)));
    release(&one);
    release(&eight);
}

static void the_bundled_corpus_opens_without_a_path(void **state)
{
    char config[256];
    struct run run = {0};
    whosaid(&run, NULL, NULL);
    assert_run(&run, 0, "corpus", NULL);
    make_subfolder("config");
    make_subfolder("config/whosaid");
    in_folder(config, "config");
    char yaml[512];
    snprintf(yaml, sizeof yaml, "corpora: [%s/good]\ncolor: always\n", folder);
    write_text("config/whosaid/config.yaml", yaml);
    run.config = config;
    whosaid(&run, "annotate", NULL);
    assert_true(holds(&run.out, "\033["));
    assert_run(&run, 0, "Rain again", NULL);
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
    in_folder(config, "broken");
    in_folder(good, "good");
    make_subfolder("broken");
    make_subfolder("broken/whosaid");
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct run run = {.config = config};
        write_text("broken/whosaid/config.yaml", CASES[i].yaml);
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
    assert_false(holds(&run.out, "\033"));
    release(&run);
    whosaid(&run, "themes", "--format=jsonl", NULL);
    assert_run(&run, 0, "{\"name\":\"newsprint\",\"title\":\"Newsprint\",\"variant\":\"light\"}\n", NULL);
    whosaid(&run, "themes", "--color=always", NULL);
    assert_run(&run, 0, "\033[0;", NULL);
    make_subfolder("themed");
    make_subfolder("themed/whosaid");
    make_subfolder("themed/whosaid/themes");
    write_text("themed/whosaid/themes/torn.yaml", "scheme: Torn\nbase00: \"zz0000\"\n");
    in_folder(config, "themed");
    run.config = config;
    whosaid(&run, "themes", NULL);
    assert_run(&run, 1, "night-desk", "torn.yaml:2");
}

static void a_broken_theme_is_named_and_the_default_serves(void **state)
{
    char theme[256], good[256];
    struct run run = {0};
    in_folder(theme, "typo.yaml");
    in_folder(good, "good");
    write_text("typo.yaml", "scheme: Typo\nbase00: \"181818\"\nbase01: \"28282g\"\n");
    whosaid(&run, "--theme", theme, good, NULL);
    assert_run(&run, 0, "Rain again", "typo.yaml:3:9: expected a colour");
}

static void write_errors_are_told_and_a_gone_reader_is_not(void **state)
{
    char many[256];
    in_folder(many, "many");
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
    in_folder(hostile, "hostile");
    make_subfolder("hostile");
    write_text("hostile/" HOSTILE ".txt",
               HOSTILE "Rain\n\n“It " HOSTILE " rains,” warden Ole " HOSTILE " Berg said.\n");
    write_text("hostile/b.txt",
               "Rain\n\n“It " HOSTILE " rains,” warden Ole Berg said. A “" HOSTILE "” it was.\n");
    write_bytes("hostile/" HOSTILE "binary", "\0\0\0\0\0\0\0\0", 8);
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++) {
        struct run run = {0};
        whosaid(&run, COMMANDS[i][0], COMMANDS[i][1], hostile, "/no/" HOSTILE, NULL);
        assert_harmless(&run.out);
        assert_harmless(&run.err);
        assert_int_equal(count_of(&run.err, "\n"), 2);
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
        cmocka_unit_test(help_and_version_are_told),
        cmocka_unit_test(usage_errors_end_with_two),
        cmocka_unit_test(options_may_stand_before_the_command),
        cmocka_unit_test(commands_win_over_files_and_dashes_over_commands),
        cmocka_unit_test(a_digest_is_printed_where_there_is_no_terminal),
        cmocka_unit_test(unreadable_inputs_are_named_and_the_rest_is_shown),
        cmocka_unit_test(nothing_to_show_ends_with_three),
        cmocka_unit_test(annotations_explain_themselves),
        cmocka_unit_test(quotes_pass_the_filters),
        cmocka_unit_test(speakers_are_known_across_articles),
        cmocka_unit_test(variants_are_statements_in_several_wordings),
        cmocka_unit_test(variants_are_found_across_stories),
        cmocka_unit_test(standard_input_is_an_article),
        cmocka_unit_test(output_comes_in_input_order_whatever_the_jobs),
        cmocka_unit_test(the_bundled_corpus_opens_without_a_path),
        cmocka_unit_test(a_broken_configuration_is_named_and_passed_over),
        cmocka_unit_test(themes_are_listed_and_broken_ones_named),
        cmocka_unit_test(a_broken_theme_is_named_and_the_default_serves),
        cmocka_unit_test(write_errors_are_told_and_a_gone_reader_is_not),
        cmocka_unit_test(hostile_names_and_texts_reach_no_output),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
