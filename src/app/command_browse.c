/* command_browse.c: whosaid [PATH...]: the browser on a terminal, a digest where there is none. */
#include "app.h"
#include "texts.h"
#include "theme_names.h"

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

static void run_browser(struct app *app, const struct library *library)
{
    struct arena arena;
    name_vector themes = {0};
    struct error error;

    arena_init(&arena);
    theme_names_list(app->locations.folders, chosen_theme(app), &arena, &themes);
    struct tui_options options = {
        .color = app->options.color_given ? app->options.color : app->settings.color,
        .mouse = !app->settings.no_mouse,
        .themes = themes.data,
        .asks_background = !chosen_theme(app),
        .folders = app->locations.folders,
    };
    struct browser *browser = browser_create(library);
    if (app->settings.unsure)
        browser_set_least_sure(browser, (float)app->settings.unsure / 100);
    say_trouble(app, browser, library);
    if (!tui_run(browser, &options, &error))
        app_report(app, &error);
    browser_free(browser);
    vector_release(&themes);
    arena_release(&arena);
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

void command_browse(struct app *app)
{
    check_theme(app);
    size_t count;
    const char *const *paths = app_paths(app, &count);
    struct library *library = library_open(paths, count, app->options.jobs, app_report, app);

    app->shown = library_size(library) > 0;
    if (app->shown && app_is_interactive(app))
        run_browser(app, library);
    else if (app->shown)
        print_digest(app, library);
    library_free(library);
}
