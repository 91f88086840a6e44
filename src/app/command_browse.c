/* command_browse.c: whosaid [PATH...]: the browser on a terminal, a digest where there is none. */
#include "app.h"
#include "texts.h"
#include "theme_names.h"

#include "whosaid/library/loader.h"

#include <poll.h>
#include <unistd.h>

enum { SOON_MS = 150 }; /* as long as nobody minds a terminal without an answer */

static void print_digest(struct app *app, const struct library *library)
{
    const struct claims *claims = library_claims(library);
    struct output_options options = app_output_options(app);
    struct strbuf part;
    struct texts texts;
    bool listening = true;

    texts_open(&texts, app, library);
    strbuf_init(&part);
    output_digest_head(library, &options, &part);
    for (size_t i = 0; i < claims->story_count && listening; i++) {
        output_digest_story(library, (uint32_t)i, texts.texts, &options, &part);
        listening = sink_add(&app->sink, strbuf_str(&part));
        strbuf_clear(&part);
    }
    strbuf_release(&part);
    texts_close(&texts);
}

/* The status line has room for one message; all of them follow on stderr when the screen is closed. */
static void say_trouble(const struct app *app, struct browser *browser, const struct library *library)
{
    struct strbuf message;
    size_t count = library_unreadable(library);

    strbuf_init(&message);
    if (count)
        strbuf_add_format(&message, "%zu input%s could not be read: named when you quit", count,
                          count == 1 ? "" : "s");
    else
        strbuf_add_str(&message,
                       str_slice(strbuf_str(&app->held), 0, str_find(strbuf_str(&app->held), STR("\n"), 0)));
    if (message.size)
        browser_say(browser, strbuf_str(&message), true);
    strbuf_release(&message);
}

static const char *chosen_theme(const struct app *app)
{
    return app->options.theme ? app->options.theme : app->settings.theme;
}

/* The library, and another one that is being opened. */
struct opening {
    struct app *app;
    const char *const *paths;
    size_t count;
    struct library *library;       /* NULL until the first is there */
    struct library_loader *loader; /* NULL when none is being opened */
};

static int begin_opening(void *context)
{
    struct opening *opening = context;
    opening->loader = library_loader_start(opening->paths, opening->count, opening->app->options.jobs,
                                           app_report, opening->app);
    return opening->loader ? library_loader_descriptor(opening->loader) : -1;
}

static bool tell_progress(void *context, struct browser *browser)
{
    const struct opening *opening = context;
    struct library_progress progress = library_loader_progress(opening->loader);
    return browser_set_progress(browser, &progress);
}

static struct library *finish_opening(struct opening *opening)
{
    struct library *library = library_loader_finish(opening->loader);
    opening->loader = NULL;
    return library;
}

static void say_count(struct browser *browser, const struct library *library)
{
    struct strbuf message;
    size_t count = library_size(library);
    strbuf_init(&message);
    strbuf_add_format(&message, "read again: %zu article%s", count, count == 1 ? "" : "s");
    browser_say(browser, strbuf_str(&message), false);
    strbuf_release(&message);
}

/* Where nothing is left (standard input can be read only once) what was there stays. */
static void hand_over(void *context, struct browser *browser)
{
    struct opening *opening = context;
    struct library *before = opening->library, *library = finish_opening(opening);
    if (before && library_size(library) == 0) {
        browser_say(browser, STR("nothing was found there any more"), true);
        library_free(library);
        return;
    }
    opening->library = library;
    opening->app->shown = library_size(library) > 0;
    browser_set_library(browser, library);
    if (before)
        say_count(browser, library);
    say_trouble(opening->app, browser, library);
    library_free(before);
}

static bool run_browser(struct app *app, struct opening *opening, struct error *error)
{
    struct arena arena;
    name_vector themes = {0};

    arena_init(&arena);
    theme_names_list(app->locations.folders, chosen_theme(app), &arena, &themes);
    struct tui_options options = {
        .color = app->options.color_given ? app->options.color : app->settings.color,
        .mouse = !app->settings.no_mouse,
        .themes = themes.data,
        .asks_background = !chosen_theme(app),
        .folders = app->locations.folders,
        .work = {begin_opening, tell_progress, hand_over, opening,
                 opening->loader ? library_loader_descriptor(opening->loader) : -1},
    };
    struct browser *browser = browser_create(opening->library);
    if (app->settings.unsure)
        browser_set_least_sure(browser, (float)app->settings.unsure / 100);
    if (opening->library)
        say_trouble(app, browser, opening->library);
    bool ran = tui_run(browser, &options, error);
    browser_free(browser);
    vector_release(&themes);
    arena_release(&arena);
    return ran;
}

static bool is_ready_soon(const struct library_loader *loader)
{
    struct pollfd source = {.fd = library_loader_descriptor(loader), .events = POLLIN};
    return poll(&source, 1, SOON_MS) > 0;
}

/* Ends the program while articles are being read: what the threads still use, the app's messages among it,
 * can be neither released nor printed. */
static _Noreturn void leave(bool ran, const struct error *error)
{
    struct app alone = {0};
    if (!ran)
        app_say_error(&alone, error);
    _exit(ran ? STATUS_DONE : STATUS_UNREADABLE);
}

/* A small library is there before the screen is: it shows at once what is to be read. */
static void browse(struct app *app, const char *const *paths, size_t count)
{
    struct opening opening = {.app = app, .paths = paths, .count = count};
    struct error error;
    if (begin_opening(&opening) < 0)
        opening.library = library_open(paths, count, app->options.jobs, app_report, app);
    else if (is_ready_soon(opening.loader))
        opening.library = finish_opening(&opening);
    if (opening.library)
        app->shown = library_size(opening.library) > 0;
    bool ran = (!app->shown && !opening.loader) || run_browser(app, &opening, &error);
    if (opening.loader)
        leave(ran, &error);
    if (!ran)
        app_report(app, &error);
    library_free(opening.library);
}

/* The browser falls back to the default by itself; here the reason also goes where it can be read again. */
static void check_theme(struct app *app)
{
    struct error error;
    const char *name = chosen_theme(app);
    struct theme *theme = name ? theme_find(name, app->locations.folders, &error) : NULL;
    if (name && !theme)
        app_say_error(app, &error);
    theme_free(theme);
}

static void digest(struct app *app, const char *const *paths, size_t count)
{
    struct library *library = library_open(paths, count, app->options.jobs, app_report, app);
    app->shown = library_size(library) > 0;
    if (app->shown)
        print_digest(app, library);
    library_free(library);
}

void command_browse(struct app *app)
{
    size_t count;
    const char *const *paths = app_paths(app, &count);
    check_theme(app);
    if (app_is_interactive(app))
        browse(app, paths, count);
    else
        digest(app, paths, count);
}
