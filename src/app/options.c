/* options.c: see options.h. Options and commands are tables; getopt's table and --help are made from them. */
#include "options.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/base/calendar.h"
#include "whosaid/base/nearest.h"

#include <assert.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    MOST_JOBS = 64,
    MOST_TYPOS = 2,   /* letters wrong in a command's name that is still seen to be meant */
    FIRST_LONG = 256, /* behind the letters of short options */
};

/* Bits of the commands that know an option. */
enum {
    BROWSE = 1 << COMMAND_BROWSE,
    ANNOTATE = 1 << COMMAND_ANNOTATE,
    QUOTES = 1 << COMMAND_QUOTES,
    CLAIMS = 1 << COMMAND_CLAIMS,
    ALL = BROWSE | ANNOTATE | QUOTES | CLAIMS | 1 << COMMAND_THEMES,
};

static const struct {
    const char *name;
    const char *arguments;
    const char *summary;
} COMMANDS[] = {
    [COMMAND_BROWSE] = {NULL, "[PATH...]", "browse; when output is no terminal, print a digest instead"},
    [COMMAND_ANNOTATE] = {"annotate", "[PATH...]", "print what was found in each article"},
    [COMMAND_QUOTES] = {"quotes", "[PATH...]", "print every quotation"},
    [COMMAND_CLAIMS] = {"claims", "[PATH...]",
                        "print every claim of every story, with its versions and differences"},
    [COMMAND_THEMES] = {"themes", "", "list the themes, with a swatch of each"},
};
static_assert(LENGTH(COMMANDS) == COMMAND_TOTAL, "a command for each");

static const struct {
    const char *name;
    unsigned commands; /* that can print it */
} FORMATS[] = {
    [OUTPUT_TEXT] = {"text", ALL},           [OUTPUT_JSONL] = {"jsonl", ALL},
    [OUTPUT_CSV] = {"csv", QUOTES | CLAIMS}, [OUTPUT_HTML] = {"html", CLAIMS},
    [OUTPUT_BRAT] = {"brat", ANNOTATE},
};
enum { FORMAT_COUNT = LENGTH(FORMATS) };

static bool set_format(struct options *options, const char *value)
{
    options->format_given = true;
    for (int i = 0; i < FORMAT_COUNT; i++) {
        options->format = (enum output_format)i;
        if (FORMATS[i].commands & 1U << options->command && strcmp(value, FORMATS[i].name) == 0)
            return true;
    }
    return false;
}

/* "text|jsonl|csv": what a command can print. */
static void join_formats(enum command_id command, char joined[40])
{
    *joined = '\0';
    for (int i = 0; i < FORMAT_COUNT; i++)
        if (FORMATS[i].commands & 1U << command)
            strcat(strcat(joined, i ? "|" : ""), FORMATS[i].name);
}

static bool set_jobs(struct options *options, const char *value)
{
    char *end;
    unsigned long jobs = strtoul(value, &end, 10);
    options->jobs = (unsigned)jobs;
    return ascii_is_digit(*value) && !*end && jobs >= 1 && jobs <= MOST_JOBS;
}

bool options_read_color(const char *text, enum tui_color *color)
{
    static const char *const NAMES[] = {
        [TUI_COLOR_AUTO] = "auto", [TUI_COLOR_ALWAYS] = "always", [TUI_COLOR_NEVER] = "never"};
    for (size_t i = 0; i < LENGTH(NAMES); i++) {
        if (strcmp(text, NAMES[i]) == 0) {
            *color = (enum tui_color)i;
            return true;
        }
    }
    return false;
}

static bool set_color(struct options *options, const char *value)
{
    options->color_given = true;
    return options_read_color(value, &options->color);
}

static bool set_verbatim(struct options *options, const char *value)
{
    return options->verbatim = true;
}

static bool set_explain(struct options *options, const char *value)
{
    return options->explain = true;
}

static bool set_variants(struct options *options, const char *value)
{
    return options->variants = true;
}

static bool set_theme(struct options *options, const char *value)
{
    options->theme = value;
    return *value != '\0';
}

static bool set_speaker(struct options *options, const char *value)
{
    options->speaker = value;
    return true;
}

static bool set_outlet(struct options *options, const char *value)
{
    options->outlet = value;
    return true;
}

/* A date that there is, or the beginning of one; 'd' stands for a digit. */
static bool is_date(const char *text)
{
    static const char SHAPE[] = "dddd-dd-dd";
    size_t size = strlen(text);
    if (size != strlen("2024") && size != strlen("2024-06") && size != strlen("2024-06-19"))
        return false;
    for (size_t i = 0; i < size; i++)
        if (SHAPE[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != SHAPE[i])
            return false;
    int year = atoi(text), month = size > 4 ? atoi(text + 5) : 1, day = size > 7 ? atoi(text + 8) : 1;
    return month >= 1 && month <= 12 && day >= 1 && day <= calendar_month_length(year, month);
}

static bool set_since(struct options *options, const char *value)
{
    options->since = value;
    return is_date(value);
}

static bool set_until(struct options *options, const char *value)
{
    options->until = value;
    return is_date(value);
}

static bool set_help(struct options *options, const char *value)
{
    options->wish = WISH_HELP;
    return true;
}

static bool set_version(struct options *options, const char *value)
{
    options->wish = WISH_VERSION;
    return true;
}

static const struct spec {
    const char *name;
    const char *argument; /* how help calls it, unless argument_of knows better; NULL: none */
    char letter;          /* or 0 */
    unsigned commands;
    bool (*set)(struct options *options, const char *value);
    const char *help;
} SPECS[] = {
    {"format", "FORMAT", 0, ALL, set_format, "how to print: text for people (the default), or as data"},
    {"speaker", "NAME", 0, QUOTES, set_speaker, "only speakers whose name, role or affiliation holds NAME"},
    {"outlet", "NAME", 0, QUOTES, set_outlet, "only outlets (files, where unknown) whose name holds NAME"},
    {"since", "YYYY-MM-DD", 0, QUOTES, set_since,
     "only articles of that day or later; a month or year will do"},
    {"until", "YYYY-MM-DD", 0, QUOTES, set_until, "only articles of that day or earlier"},
    {"variants", NULL, 0, QUOTES, set_variants,
     "only statements that occur in several wordings, with each of them"},
    {"explain", NULL, 0, ANNOTATE | CLAIMS, set_explain,
     "say why each quotation was found so, or why each difference counts"},
    {"verbatim", NULL, 0, ANNOTATE | QUOTES | CLAIMS, set_verbatim,
     "in JSON, text is the file, code point for code point"},
    {"theme", "NAME", 0, BROWSE, set_theme, "a theme's name, or a file's path"},
    {"jobs", "1..64", 'j', ALL, set_jobs, "how many threads; one a processor unless said"},
    {"color", "auto|always|never", 0, ALL, set_color, "when to use colours; auto minds NO_COLOR"},
    {"help", NULL, 'h', ALL, set_help, "say this, or what a command does"},
    {"version", NULL, 'V', ALL, set_version, "say which version this is"},
};
enum { SPEC_COUNT = LENGTH(SPECS) };

/* How help calls an option's argument, and what a wrong one was to be. */
static const char *argument_of(const struct spec *spec, enum command_id command, char joined[40])
{
    if (spec->set != set_format)
        return spec->argument;
    join_formats(command, joined);
    return joined;
}

/* getopt's tables for the commands of a mask; an option's value is FIRST_LONG plus its place in SPECS. */
struct getopt_tables {
    struct option options[SPEC_COUNT + 1];
    char letters[2 * SPEC_COUNT + 3];
};

/* A leading '+' stops at the first path, a leading ':' tells a missing argument from an unknown option. */
static void fill_tables(struct getopt_tables *tables, unsigned commands, bool stop_at_path)
{
    size_t count = 0, letter = 0;
    *tables = (struct getopt_tables){0};
    if (stop_at_path)
        tables->letters[letter++] = '+';
    tables->letters[letter++] = ':';
    for (int i = 0; i < SPEC_COUNT; i++) {
        if (!(SPECS[i].commands & commands))
            continue;
        tables->options[count++] = (struct option){
            SPECS[i].name, SPECS[i].argument ? required_argument : no_argument, NULL, FIRST_LONG + i};
        if (!SPECS[i].letter)
            continue;
        tables->letters[letter++] = SPECS[i].letter;
        if (SPECS[i].argument)
            tables->letters[letter++] = ':';
    }
}

static const struct spec *spec_of(int value)
{
    if (value >= FIRST_LONG)
        return &SPECS[value - FIRST_LONG];
    for (int i = 0; i < SPEC_COUNT; i++)
        if (SPECS[i].letter && SPECS[i].letter == value)
            return &SPECS[i];
    return NULL;
}

static enum command_id find_command(const char *name)
{
    for (int i = COMMAND_BROWSE + 1; i < COMMAND_TOTAL; i++)
        if (strcmp(COMMANDS[i].name, name) == 0)
            return (enum command_id)i;
    return COMMAND_BROWSE;
}

/* Where in argv the command stands: the first word that is no option nor an option's argument; 0 when it is
 * none. Behind "--" everything is a path. */
static int command_place(int argc, char **argv)
{
    struct getopt_tables tables;
    fill_tables(&tables, ALL, true);
    optind = 0;
    while (getopt_long(argc, argv, tables.letters, tables.options, NULL) != -1)
        continue;
    bool forced = optind > 1 && strcmp(argv[optind - 1], "--") == 0;
    return optind < argc && !forced && find_command(argv[optind]) != COMMAND_BROWSE ? optind : 0;
}

static bool bad_option(struct error *error, const char *what, const char *word)
{
    return error_set(error, ERROR_USAGE, NULL, "%s: %s", what, word);
}

static bool take_option(struct options *options, int value, const char *word, struct error *error)
{
    if (value == ':')
        return bad_option(error, "this option needs a value", word);
    char joined[40];
    const struct spec *spec = spec_of(value);
    if (!spec)
        return bad_option(error, "unknown option", word);
    if (spec->set(options, optarg))
        return true;
    return error_set(error, ERROR_USAGE, NULL, "--%s: expected %s, not \"%s\"", spec->name,
                     argument_of(spec, options->command, joined), optarg);
}

/* The word that getopt has just read, for messages: a lone letter of "-xyz", or the whole argument. */
static const char *current_word(char **argv, char letter[3])
{
    if (optopt > 0 && optopt < FIRST_LONG) {
        letter[0] = '-';
        letter[1] = (char)optopt;
        letter[2] = '\0';
        return letter;
    }
    return argv[optind - 1];
}

static bool take_options(struct options *options, int argc, char **argv, struct error *error)
{
    struct getopt_tables tables;
    char letter[3];
    int value;

    fill_tables(&tables, 1U << options->command, false);
    optind = 0;
    while ((value = getopt_long(argc, argv, tables.letters, tables.options, NULL)) != -1)
        if (!take_option(options, value, current_word(argv, letter), error))
            return false;
    options->paths = (const char *const *)argv + optind;
    options->path_count = (size_t)(argc - optind);
    return true;
}

/* Whoever writes "anotate" means no file of that name when there is none. */
static bool refuse_typo(const struct options *options, struct error *error)
{
    const char *word = options->path_count ? options->paths[0] : "";
    if (options->command != COMMAND_BROWSE || strchr(word, '/') || access(word, F_OK) == 0)
        return true;
    for (int i = COMMAND_BROWSE + 1; i < COMMAND_TOTAL; i++)
        if (nearest_distance(str_from(word), str_from(COMMANDS[i].name), MOST_TYPOS) <= MOST_TYPOS)
            return error_set(error, ERROR_USAGE, NULL, "%s: no such command or path; is it %s?", word,
                             COMMANDS[i].name);
    return true;
}

static bool is_one_file(const struct options *options)
{
    struct stat status;
    return options->path_count == 1 && (stat(options->paths[0], &status) != 0 || !S_ISDIR(status.st_mode));
}

static bool refuse_senseless(const struct options *options, struct error *error)
{
    if (options->command == COMMAND_THEMES && options->path_count)
        return error_set(error, ERROR_USAGE, NULL, "themes takes no path: %s", options->paths[0]);
    if (options->format == OUTPUT_BRAT && !is_one_file(options))
        return error_set(error, ERROR_USAGE, NULL, "--format=brat takes one file: NAME.txt, for NAME.ann");
    return true;
}

bool options_parse(struct options *options, int argc, char **argv, struct error *error)
{
    *options = (struct options){0};
    opterr = 0;
    int place = command_place(argc, argv);
    if (place) {
        options->command = find_command(argv[place]);
        /* Options may stand before the command: they move over it. */
        memmove(argv + 1, argv, (size_t)place * sizeof *argv);
        argc--;
        argv++;
    }
    if (!take_options(options, argc, argv, error))
        return false;
    if (options->wish != WISH_RUN)
        return true;
    options->verbatim |= options->format == OUTPUT_BRAT; /* brat reads the file itself */
    return refuse_typo(options, error) && refuse_senseless(options, error);
}

static void add_options_help(enum command_id command, struct strbuf *out)
{
    for (int i = 0; i < SPEC_COUNT; i++) {
        const struct spec *spec = &SPECS[i];
        char shown[80] = "", joined[40];
        if (!(spec->commands & 1U << command))
            continue;
        strcat(strcat(shown, "--"), spec->name);
        if (spec->argument)
            strcat(strcat(shown, "="), argument_of(spec, command, joined));
        if (spec->letter)
            strbuf_add_format(out, "  -%c, %-29s  %s\n", spec->letter, shown, spec->help);
        else
            strbuf_add_format(out, "      %-29s  %s\n", shown, spec->help);
    }
}

static void add_commands_help(struct strbuf *out)
{
    for (int i = COMMAND_BROWSE; i < COMMAND_TOTAL; i++) {
        char shown[40] = "whosaid";
        if (COMMANDS[i].name)
            strcat(strcat(shown, " "), COMMANDS[i].name);
        strcat(strcat(shown, " "), COMMANDS[i].arguments);
        strbuf_add_format(out, "  %-28s  %s\n", shown, COMMANDS[i].summary);
    }
}

static const char PROGRAM_NOTES[] =
    "\nPATH is a file, a folder, or - for standard input. Without one, the corpora named in the\n"
    "configuration are opened, else the bundled one. A file called like a command is reached as ./quotes.\n"
    "\nExit status: 0 done; 1 done, but some input could not be read; 2 usage; 3 nothing to show.\n"
    "In the browser, ? shows the keys.\n";

void options_help(enum command_id command, struct strbuf *out)
{
    if (command == COMMAND_BROWSE) {
        strbuf_add_str(out, STR("whosaid: who said what, and how each outlet told it\n\n"));
        add_commands_help(out);
        strbuf_add_str(out, STR("\nOptions (whosaid COMMAND --help tells a command's own):\n"));
    } else {
        strbuf_add_format(out, "whosaid %s [OPTION...]%s%s\n", COMMANDS[command].name,
                          *COMMANDS[command].arguments ? " " : "", COMMANDS[command].arguments);
        strbuf_add_format(out, "%s\n\n", COMMANDS[command].summary);
    }
    add_options_help(command, out);
    if (command == COMMAND_BROWSE)
        strbuf_add_str(out, str_from(PROGRAM_NOTES));
}
