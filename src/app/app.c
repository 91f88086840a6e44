/* app.c: see app.h. */
#include "app.h"

#include "whosaid/text/sanitise.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { LEAST_WIDTH = 20, MOST_WIDTH = 1000 };

void app_init(struct app *app)
{
    *app = (struct app){0};
    sink_init(&app->sink, STDOUT_FILENO);
    strbuf_init(&app->held);
}

void app_release(struct app *app)
{
    sink_release(&app->sink);
    settings_release(&app->settings);
    strbuf_release(&app->held);
}

bool app_is_interactive(const struct app *app)
{
    return app->options.command == COMMAND_BROWSE && !app->options.format_given && isatty(STDOUT_FILENO);
}

static void print(struct str text)
{
    struct sink standard_error;
    sink_init(&standard_error, STDERR_FILENO);
    sink_add(&standard_error, text);
    sink_flush(&standard_error);
    sink_release(&standard_error);
}

void app_release_messages(struct app *app)
{
    print(strbuf_str(&app->held));
    strbuf_clear(&app->held);
    app->holding = false;
}

void app_say_error(struct app *app, const struct error *error)
{
    struct strbuf line;
    strbuf_init(&line);
    strbuf_add_str(&line, STR("whosaid: "));
    error_format(error, &line);
    strbuf_add_byte(&line, '\n');
    if (app->holding)
        strbuf_add_str(&app->held, strbuf_str(&line));
    else
        print(strbuf_str(&line));
    strbuf_release(&line);
}

void app_report(void *context, const struct error *error)
{
    struct app *app = context;
    app->failures++;
    app_say_error(app, error);
}

const char *const *app_paths(struct app *app, size_t *count)
{
    if (app->options.path_count) {
        *count = app->options.path_count;
        return app->options.paths;
    }
    if (app->settings.corpora.size) {
        *count = app->settings.corpora.size;
        return (const char *const *)app->settings.corpora.data;
    }
    *count = 1;
    app->bundled = app->locations.corpus;
    return &app->bundled;
}

bool app_wants_color(const struct app *app)
{
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    enum tui_color color = app->options.color_given ? app->options.color : app->settings.color;
    if (color != TUI_COLOR_AUTO)
        return color == TUI_COLOR_ALWAYS;
    return isatty(STDOUT_FILENO) && !(no_color && *no_color) && terminal && strcmp(terminal, "dumb") != 0;
}

/* The terminal's columns; else what the shell says; 0 unknown. */
static unsigned output_width(void)
{
    struct winsize size;
    const char *columns = getenv("COLUMNS");
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= LEAST_WIDTH)
        return size.ws_col;
    long width = columns ? strtol(columns, NULL, 10) : 0;
    return width >= LEAST_WIDTH && width <= MOST_WIDTH ? (unsigned)width : 0;
}

struct output_options app_output_options(const struct app *app)
{
    return (struct output_options){
        .format = app->options.format,
        .color = app_wants_color(app),
        .explain = app->options.explain,
        .width = output_width(),
    };
}

void app_print_frame(struct app *app, enum output_record record,
                     void (*write)(enum output_record, const struct output_options *, struct strbuf *))
{
    struct output_options options = app_output_options(app);
    struct strbuf part;
    strbuf_init(&part);
    write(record, &options, &part);
    sink_add(&app->sink, strbuf_str(&part));
    strbuf_release(&part);
}
