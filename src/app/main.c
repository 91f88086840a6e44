/* main.c: start-up, the table of commands, and what becomes the exit status. */
#include "app.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static void (*const COMMANDS[COMMAND_TOTAL])(struct app *app) = {
    [COMMAND_BROWSE] = command_browse, [COMMAND_ANNOTATE] = command_annotate,
    [COMMAND_QUOTES] = command_quotes, [COMMAND_CLAIMS] = command_claims,
    [COMMAND_THEMES] = command_themes,
};

/* A closed standard descriptor would be given to the next file opened, and output written into it. What
 * stands in fails on use, as a closed one does. */
static void occupy_descriptors(void)
{
    for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
        if (fcntl(i, F_GETFD) == -1 && errno == EBADF)
            (void)!open("/dev/null", i == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* Width is asked of libc, which knows it in UTF-8 locales only. */
static void set_locale(void)
{
    setlocale(LC_ALL, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}

static void say_help(struct app *app)
{
    struct strbuf help;
    strbuf_init(&help);
    options_help(app->options.command, &help);
    sink_add(&app->sink, strbuf_str(&help));
    strbuf_release(&help);
    app->shown = true;
}

static void say_version(struct app *app)
{
    sink_add(&app->sink, STR("whosaid " VERSION "\n"));
    app->shown = true;
}

static void run_command(struct app *app, struct arena *arena)
{
    struct error error;
    app->holding = app_is_interactive(app);
    locations_find(&app->locations, arena);
    if (!settings_read(&app->settings, app->locations.config, arena, &error))
        app_say_error(app, &error);
    COMMANDS[app->options.command](app);
}

/* What the exit status is once all is written. A reader that went away (EPIPE) had what it wanted. */
static enum exit_status finish(struct app *app)
{
    struct error error;
    sink_flush(&app->sink);
    app_release_messages(app);
    if (app->sink.failure == EPIPE)
        return STATUS_DONE;
    if (app->sink.failure) {
        error_set(&error, ERROR_SYSTEM, NULL, "cannot write to standard output: %s",
                  strerror(app->sink.failure));
        app_say_error(app, &error);
        return STATUS_UNREADABLE;
    }
    if (app->failures)
        return STATUS_UNREADABLE;
    if (app->shown)
        return STATUS_DONE;
    error_set(&error, ERROR_NONE, NULL, "nothing to show");
    app_say_error(app, &error);
    return STATUS_NOTHING;
}

static enum exit_status run(struct app *app, struct arena *arena, int argc, char **argv)
{
    struct error error;
    if (!options_parse(&app->options, argc, argv, &error)) {
        app_say_error(app, &error);
        return STATUS_USAGE;
    }
    if (app->options.wish == WISH_HELP)
        say_help(app);
    else if (app->options.wish == WISH_VERSION)
        say_version(app);
    else
        run_command(app, arena);
    return finish(app);
}

int main(int argc, char **argv)
{
    struct app app = {0};
    struct arena arena;

    occupy_descriptors();
    set_locale();
    signal(SIGPIPE, SIG_IGN);
    arena_init(&arena);
    app_init(&app);
    enum exit_status status = run(&app, &arena, argc, argv);
    app_release(&app);
    arena_release(&arena);
    return status;
}
