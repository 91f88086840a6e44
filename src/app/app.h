/* app.h: what the commands share: options, settings, standard output, and how messages reach people. */
#ifndef WHOSAID_APP_APP_H
#define WHOSAID_APP_APP_H

#include "locations.h"
#include "options.h"
#include "settings.h"
#include "sink.h"

enum exit_status { STATUS_DONE, STATUS_UNREADABLE, STATUS_USAGE, STATUS_NOTHING };

struct app {
    struct options options;
    struct settings settings;
    struct locations locations;
    struct sink sink;
    struct strbuf held; /* messages kept while the browser has the screen */
    bool holding;
    size_t failures;     /* what app_report was told */
    bool shown;          /* anything was printed, or could be browsed */
    const char *bundled; /* behind app_paths */
};

void app_init(struct app *app);
void app_release(struct app *app);

/* Whether the browser is to open: no command, and output is a terminal. */
bool app_is_interactive(const struct app *app);

/* Prints an error on stderr as one sanitised line, or holds it. */
void app_say_error(struct app *app, const struct error *error);

/* The same for what makes the exit status STATUS_UNREADABLE. A corpus_report; context is the app. */
void app_report(void *context, const struct error *error);

/* Prints what was held, and holds nothing more. */
void app_release_messages(struct app *app);

/* What to open: the paths given, else the configured corpora, else the bundled one. Borrowed. */
const char *const *app_paths(struct app *app, size_t *count);

/* How to print to standard output: colours when asked for, the terminal's width. */
struct output_options app_output_options(const struct app *app);
/* Prints what a format has before (output_begin) or behind (output_end) the records. */
void app_print_frame(struct app *app, enum output_record record,
                     void (*write)(enum output_record, const struct output_options *, struct strbuf *));
bool app_wants_color(const struct app *app);

/* One function a command. What goes wrong is reported, and what is printed is marked as shown. */
void command_browse(struct app *app);
void command_annotate(struct app *app);
void command_quotes(struct app *app);
void command_claims(struct app *app);
void command_themes(struct app *app);

#endif
