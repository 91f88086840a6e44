/* options.h: the command line: which command, its options, its paths. Pure but for getopt's own state. */
#ifndef WHOSAID_APP_OPTIONS_H
#define WHOSAID_APP_OPTIONS_H

#include "whosaid/base/error.h"
#include "whosaid/output/output.h"
#include "whosaid/tui/tui.h"

enum command_id {
    COMMAND_BROWSE,
    COMMAND_ANNOTATE,
    COMMAND_QUOTES,
    COMMAND_CLAIMS,
    COMMAND_THEMES,
    COMMAND_TOTAL
};

enum options_wish { WISH_RUN, WISH_HELP, WISH_VERSION };

struct options {
    enum command_id command;
    enum options_wish wish;
    enum output_format format;
    bool format_given;
    unsigned jobs; /* 0: one a processor */
    enum tui_color color;
    bool color_given;
    bool verbatim;
    bool explain;
    bool variants;
    const char *theme;   /* NULL where not given, as are the four filters */
    const char *speaker; /* borrowed from argv, as are the paths */
    const char *outlet;
    const char *since; /* "2024", "2024-06" or "2024-06-19" */
    const char *until;
    const char *const *paths;
    size_t path_count;
};

/* Reads the command line. May reorder argv. False and *error (ERROR_USAGE) when it says something unknown. */
bool options_parse(struct options *options, int argc, char **argv, struct error *error);

/* "auto", "always" or "never", for the command line and the configuration file. */
bool options_read_color(const char *text, enum tui_color *color);

/* Appends what --help says of a command; COMMAND_BROWSE stands for the whole program. */
void options_help(enum command_id command, struct strbuf *out);

#endif
