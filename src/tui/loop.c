/* loop.c: tui_run: the event loop. Keys and signals go in, the browser's cells go out; when there is nothing
 * to do the process sleeps in one poll. */
#include "whosaid/tui/tui.h"

#include "input.h"
#include "painter.h"
#include "signals.h"
#include "terminal.h"
#include "themes.h"
#include "watch.h"

#include "whosaid/text/sanitise.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct session {
    struct browser *browser;
    int keys; /* the descriptor that keys come from */
    struct terminal *terminal;
    struct painter *painter;
    struct themes themes;
    struct watch watch; /* over the shown theme's file */
    struct input input;
    struct grid grid;
    bool stale; /* the screen does not show the browser's state */
    bool over;  /* the user quit */
    int fatal;  /* the signal to die of, or 0 */
    struct tui_work work;
    uint64_t answer_until; /* an answer of the terminal may come until then; 0: none is due */
};

/* How long the terminal has for its answer, and how long quitting waits for one that is due still. */
enum { ANSWER_DUE_MS = 1000, ANSWER_LAST_MS = 100 };

enum { WORK_MS = 100 }; /* between two looks at how far the work has come */

static uint64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* Standard input, or, where that is an article, the terminal itself. */
static int open_keys(void)
{
    if (isatty(STDIN_FILENO))
        return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    return open("/dev/tty", O_RDONLY | O_CLOEXEC);
}

static void apply_theme(struct session *session)
{
    struct style_table table;
    theme_resolve(session->themes.shown, terminal_depth(session->terminal), &table);
    painter_set_styles(session->painter, &table);
    session->stale = true;
}

static void say_error(struct session *session, const struct error *error)
{
    struct strbuf line;
    strbuf_init(&line);
    error_format(error, &line);
    browser_say(session->browser, strbuf_str(&line), true);
    strbuf_release(&line);
}

static void next_theme(struct session *session)
{
    struct error error;
    session->answer_until = 0; /* whatever the terminal says: this one was chosen */
    if (themes_next(&session->themes, &error))
        browser_say(session->browser, theme_name(session->themes.shown), false);
    else
        say_error(session, &error);
    watch_set(&session->watch, theme_path(session->themes.shown));
    apply_theme(session);
}

/* Something was written beside the theme's file: it may have been the theme. */
static void reread_theme(struct session *session)
{
    struct error error;
    struct style_table before, after;
    theme_resolve(session->themes.shown, terminal_depth(session->terminal), &before);
    if (!themes_reload(&session->themes, &error)) {
        say_error(session, &error);
        session->stale = true;
        return;
    }
    theme_resolve(session->themes.shown, terminal_depth(session->terminal), &after);
    if (memcmp(&before, &after, sizeof before) != 0)
        apply_theme(session);
}

/* A background is light when black stands out better on it than white. */
static void take_answer(struct session *session)
{
    bool light =
        theme_contrast(session->input.background, 0) > theme_contrast(session->input.background, 0xFFFFFF);
    if (session->answer_until && themes_suit(&session->themes, light)) {
        watch_set(&session->watch, theme_path(session->themes.shown));
        apply_theme(session);
    }
    session->answer_until = 0;
}

static bool answer_is_due(const struct session *session)
{
    return session->answer_until > now_ms();
}

static void fit(struct session *session)
{
    unsigned rows, columns;
    terminal_size(session->terminal, &rows, &columns);
    browser_resize(session->browser, rows, columns);
    grid_release(&session->grid);
    grid_init(&session->grid, rows, columns);
    painter_forget(session->painter);
    session->stale = true;
}

static bool session_open(struct session *session, const struct tui_options *options, struct error *error)
{
    if (!isatty(STDOUT_FILENO))
        return error_set(error, ERROR_TERMINAL, NULL, "standard output is not a terminal");
    session->keys = open_keys();
    if (session->keys < 0)
        return error_set(error, ERROR_TERMINAL, "/dev/tty", "%s", strerror(errno));
    if (!signals_open())
        return error_set(error, ERROR_SYSTEM, NULL, "%s", strerror(errno));
    session->terminal = terminal_open(session->keys, STDOUT_FILENO, options->color, options->mouse, error);
    if (!session->terminal)
        return false;
    session->painter = painter_create(terminal_depth(session->terminal));
    struct error broken;
    if (!themes_open(&session->themes, options, &broken))
        say_error(session, &broken);
    watch_set(&session->watch, theme_path(session->themes.shown));
    apply_theme(session);
    fit(session);
    return true;
}

/* An answer that comes when the program is gone would be typed at the shell. */
static void await_last_answer(struct session *session)
{
    struct pollfd keys = {.fd = session->keys, .events = POLLIN};
    key_code key;
    while (answer_is_due(session) && poll(&keys, 1, ANSWER_LAST_MS) > 0 &&
           input_read(&session->input, session->keys) > 0)
        while (input_next(&session->input, false, &key))
            if (key == KEY_BACKGROUND_ANSWER)
                session->answer_until = 0;
}

/* The terminal comes first: it is given back before anything else can take time. */
static void session_close(struct session *session)
{
    if (session->terminal && !session->fatal)
        await_last_answer(session);
    terminal_close(session->terminal);
    watch_close(&session->watch);
    painter_free(session->painter);
    themes_close(&session->themes);
    grid_release(&session->grid);
    signals_close();
    if (session->keys >= 0)
        close(session->keys);
}

static void draw(struct session *session)
{
    struct browser_cursor cursor = {0};
    browser_draw(session->browser, &session->grid, &cursor);
    painter_show(session->painter, &session->grid, cursor.row, cursor.column);
    session->stale = false;
}

static void copy(struct session *session)
{
    bool sent = terminal_copy(session->terminal, browser_copied(session->browser));
    browser_say(session->browser,
                sent ? STR("copied, with its source") : STR("this terminal does not let itself be copied to"),
                false);
    session->stale = true;
}

static void reload(struct session *session)
{
    struct tui_work *work = &session->work;
    if (work->descriptor < 0)
        work->descriptor = work->begin(work->context);
    browser_say(session->browser,
                work->descriptor >= 0 ? STR("reading the articles again …") : STR("cannot read again"),
                false);
    session->stale = true;
}

static void serve_request(struct session *session)
{
    switch (browser_take_request(session->browser)) {
    case REQUEST_NONE: break;
    case REQUEST_QUIT: session->over = true; break;
    case REQUEST_NEXT_THEME: next_theme(session); break;
    case REQUEST_COPY: copy(session); break;
    case REQUEST_RELOAD: reload(session); break;
    case REQUEST_REDRAW:
        painter_forget(session->painter);
        session->stale = true;
        break;
    }
}

/* All keys that are there, before one drawing: a burst costs one frame. */
static void serve_keys(struct session *session, bool late)
{
    key_code key;
    while (!session->over && input_next(&session->input, late, &key)) {
        if (key == KEY_BACKGROUND_ANSWER) {
            take_answer(session);
            continue;
        }
        session->stale |= key == KEY_MOUSE_EVENT
                              ? browser_mouse(session->browser, &session->input.mouse, now_ms())
                              : browser_key(session->browser, key, now_ms());
        serve_request(session);
    }
}

/* A terminal that cannot be taken again counts as closed. */
static void resume(struct session *session)
{
    if (!terminal_resume(session->terminal, NULL)) {
        session->fatal = SIGHUP;
        return;
    }
    apply_theme(session);
    fit(session);
}

static void serve_signal(struct session *session, int number)
{
    switch (number) {
    case SIGTSTP:
        terminal_suspend(session->terminal);
        signals_stop();
        resume(session);
        break;
    case SIGCONT: resume(session); break;
    case SIGWINCH:
        terminal_resize(session->terminal);
        fit(session);
        break;
    default: session->fatal = number;
    }
}

static void serve_signals(struct session *session)
{
    for (int number; !session->fatal && (number = signals_take()) != 0;)
        serve_signal(session, number);
}

/* How long the beginning of a key waits for the rest. */
static int patience_ms(const struct session *session)
{
    return answer_is_due(session) ? INPUT_ANSWER_MS : INPUT_ESCAPE_MS;
}

/* Milliseconds until something is due without a key or a signal; -1 for never. */
static int timeout_ms(const struct session *session, int patience)
{
    int timeout = browser_timeout(session->browser, now_ms());
    if (input_is_waiting(&session->input) && (timeout < 0 || timeout > patience))
        timeout = patience;
    if (session->work.descriptor >= 0 && (timeout < 0 || timeout > WORK_MS))
        timeout = WORK_MS;
    return timeout;
}

static void serve_work(struct session *session, bool done)
{
    struct tui_work *work = &session->work;
    if (work->descriptor < 0)
        return;
    if (done) {
        work->descriptor = -1;
        work->finish(work->context, session->browser);
    }
    session->stale |= done || work->tell(work->context, session->browser);
}

/* A closed terminal counts as SIGHUP, which may be on its way still. */
static void wait_and_serve(struct session *session)
{
    struct pollfd sources[] = {
        {.fd = session->keys, .events = POLLIN},
        {.fd = signals_descriptor(), .events = POLLIN},
        {.fd = session->watch.descriptor, .events = POLLIN}, /* -1 is passed over */
        {.fd = session->work.descriptor, .events = POLLIN},
    };
    int patience = patience_ms(session), timeout = timeout_ms(session, patience);
    int ready = poll(sources, 4, timeout);
    serve_signals(session);
    if (session->fatal)
        return;
    if (ready > 0 && sources[0].revents && input_read(&session->input, session->keys) == 0)
        session->fatal = SIGHUP;
    else
        serve_keys(session, ready == 0 && timeout == patience);
    if (ready > 0 && sources[2].revents && watch_take(&session->watch))
        reread_theme(session);
    serve_work(session, ready > 0 && sources[3].revents);
    session->stale |= browser_tick(session->browser, now_ms());
}

bool tui_run(struct browser *browser, const struct tui_options *options, struct error *error)
{
    struct session session = {.browser = browser, .keys = -1, .watch = {-1}, .work = options->work};
    bool opened = session_open(&session, options, error), asks = options->asks_background;
    while (opened && !session.over && !session.fatal) {
        if (session.stale)
            draw(&session);
        if (asks && terminal_ask_background(session.terminal))
            session.answer_until = now_ms() + ANSWER_DUE_MS;
        asks = false;
        wait_and_serve(&session);
    }
    session_close(&session);
    if (session.fatal)
        signals_die(session.fatal);
    return opened;
}
