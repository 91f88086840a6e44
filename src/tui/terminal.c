/* terminal.c: see terminal.h. */
#include "terminal.h"

#include "clipboard.h"
#include "color.h"
#include "crash.h"
#include "entry.h"

#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"

#define NCURSES_NOMACROS
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

struct terminal {
    SCREEN *screen;
    FILE *input, *output;
    bool wants_color, wants_mouse;
    enum color_depth depth;
    bool has_modes; /* not for /dev/null and the like */
    struct termios modes;
};

/* A capability of the terminal, or NULL. Borrowed from curses. */
static const char *capability(const char *name)
{
    const char *value = tigetstr(name);
    return value == (char *)-1 ? NULL : value;
}

/* Appends a capability without its padding, "$<5>": a crash has no time for it, and no terminal of today
 * needs it. */
static void add_capability(struct strbuf *bytes, const char *value)
{
    while (value && *value) {
        const char *padding_end = value[0] == '$' && value[1] == '<' ? strchr(value, '>') : NULL;
        if (!padding_end)
            strbuf_add_byte(bytes, *value);
        value = padding_end ? padding_end + 1 : value + 1;
    }
}

/* Buttons and wheel (1000), in the form without a bound on columns (1006). A terminal that has no mouse is
 * not told. */
#define MOUSE_ON  "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

static bool reports_mouse(const struct terminal *terminal)
{
    return terminal->wants_mouse && (capability("kmous") || capability("XM"));
}

/* Not through curses, which would switch it with its own keys. What does not get out is only the mouse. */
static void switch_mouse(const struct terminal *terminal, struct str bytes)
{
    if (reports_mouse(terminal) && write(fileno(terminal->output), bytes.data, bytes.size) < 0)
        return;
}

/* The mouse, colours, attributes, line drawing, insertion, margins, cursor, and last the screen that was
 * there before, or, where the terminal has no second one, the line below ours. */
static void prepare_restore(const struct terminal *terminal)
{
    static const char *const resets[] = {"op", "sgr0", "rmacs", "rmir", "cnorm"};
    struct strbuf bytes;
    strbuf_init(&bytes);
    if (reports_mouse(terminal))
        strbuf_add_str(&bytes, STR(MOUSE_OFF));
    for (size_t i = 0; i < LENGTH(resets); i++)
        add_capability(&bytes, capability(resets[i]));
    if (capability("csr"))
        add_capability(&bytes, tparm(capability("csr"), 0, LINES - 1));
    if (capability("rmcup")) {
        add_capability(&bytes, capability("rmcup"));
    } else {
        add_capability(&bytes, tparm(capability("cup"), LINES - 1, 0));
        strbuf_add_str(&bytes, STR("\r\n"));
    }
    crash_arm(fileno(terminal->output), strbuf_str(&bytes), terminal->has_modes ? &terminal->modes : NULL);
    strbuf_release(&bytes);
}

static FILE *duplicate(int descriptor, const char *mode)
{
    int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    FILE *file = copy >= 0 ? fdopen(copy, mode) : NULL;
    if (!file && copy >= 0)
        close(copy);
    return file;
}

/* The terminal as it calls itself, or its sibling with direct colour where that is promised and described. */
static const char *best_name(const struct terminal *terminal, const char *term, char *direct, size_t size)
{
    if (!terminal->wants_color || !color_direct_entry(term, getenv("COLORTERM"), direct, size))
        return term;
    struct entry entry = entry_find(direct, fileno(terminal->output));
    return entry.places_cursor && entry.direct ? direct : term;
}

/* Without ^S and ^Q, which freeze a screen for no reason, and ^V and ^O, which the line discipline would
 * take. */
static void set_modes(const struct terminal *terminal)
{
    struct termios modes;
    cbreak();
    noecho();
    nonl();
    typeahead(-1);
    if (terminal->has_modes && tcgetattr(fileno(terminal->output), &modes) == 0) {
        modes.c_iflag &= ~(tcflag_t)IXON;
        modes.c_lflag &= ~(tcflag_t)IEXTEN;
        tcsetattr(fileno(terminal->output), TCSADRAIN, &modes);
        def_prog_mode();
    }
}

static enum color_depth start_colors(bool wanted, bool direct)
{
    if (!wanted || !has_colors() || start_color() == ERR)
        return DEPTH_ATTRIBUTES;
    use_default_colors();
    return color_depth(COLORS, direct);
}

/* Everything that curses needs for a screen. */
static bool begin(struct terminal *terminal, struct error *error)
{
    char direct[128];
    const char *term = getenv("TERM");
    if (!term || !*term)
        return error_set(error, ERROR_TERMINAL, NULL, "TERM does not say what terminal this is");
    const char *name = best_name(terminal, term, direct, sizeof direct);
    struct entry entry = entry_find(name, fileno(terminal->output));
    if (!entry.exists)
        return error_set(error, ERROR_TERMINAL, NULL, "there is no description of the terminal \"%s\" (TERM)",
                         term);
    if (!entry.places_cursor)
        return error_set(error, ERROR_TERMINAL, NULL, "the terminal \"%s\" (TERM) cannot place the cursor",
                         term);
    terminal->screen = newterm(name, terminal->output, terminal->input);
    if (!terminal->screen)
        return error_set(error, ERROR_TERMINAL, NULL, "curses cannot use the terminal \"%s\" (TERM)", term);
    prepare_restore(terminal);
    set_modes(terminal);
    switch_mouse(terminal, STR(MOUSE_ON));
    terminal->depth = start_colors(terminal->wants_color, entry.direct);
    return true;
}

/* The modes are put back by hand too: endwin knows only those that newterm found. */
static void end(struct terminal *terminal)
{
    if (terminal->screen) {
        switch_mouse(terminal, STR(MOUSE_OFF));
        endwin();
        delscreen(terminal->screen);
        terminal->screen = NULL;
    }
    if (terminal->has_modes)
        tcsetattr(fileno(terminal->output), TCSADRAIN, &terminal->modes);
    crash_disarm();
}

struct terminal *terminal_open(int input, int output, enum tui_color color, bool mouse, struct error *error)
{
    struct terminal *terminal = memory_calloc(1, sizeof *terminal);
    terminal->wants_mouse = mouse;
    terminal->wants_color = color_is_wanted(color, getenv("NO_COLOR"));
    terminal->input = duplicate(input, "r");
    terminal->output = duplicate(output, "w");
    terminal->has_modes = tcgetattr(output, &terminal->modes) == 0;
    if (!terminal->input || !terminal->output)
        error_set(error, ERROR_TERMINAL, NULL, "the terminal cannot be opened");
    else if (begin(terminal, error))
        return terminal;
    terminal_close(terminal);
    return NULL;
}

void terminal_close(struct terminal *terminal)
{
    if (!terminal)
        return;
    if (terminal->output)
        end(terminal);
    if (terminal->input)
        fclose(terminal->input);
    if (terminal->output)
        fclose(terminal->output);
    free(terminal);
}

enum color_depth terminal_depth(const struct terminal *terminal)
{
    return terminal->depth;
}

void terminal_size(const struct terminal *terminal, unsigned *rows, unsigned *columns)
{
    *rows = (unsigned)getmaxy(stdscr);
    *columns = (unsigned)getmaxx(stdscr);
}

/* A terminal that does not know its size (a serial line) keeps what its description says. */
void terminal_resize(struct terminal *terminal)
{
    struct winsize size;
    if (ioctl(fileno(terminal->output), TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
        resize_term(size.ws_row, size.ws_col);
    prepare_restore(terminal);
}

/* What can report a mouse is an xterm in its ways, and passes over control strings that it does not know; the
 * Linux console, say, would print them. */
static bool takes_control_strings(const struct terminal *terminal)
{
    return terminal->has_modes && (capability("kmous") || capability("XM"));
}

static bool send_whole(const struct terminal *terminal, struct str bytes)
{
    while (bytes.size) {
        ssize_t sent = write(fileno(terminal->output), bytes.data, bytes.size);
        if (sent < 0 && errno != EINTR)
            return false;
        bytes = str_slice(bytes, sent > 0 ? (size_t)sent : 0, bytes.size);
    }
    return true;
}

bool terminal_ask_background(const struct terminal *terminal)
{
    return terminal->depth != DEPTH_ATTRIBUTES && takes_control_strings(terminal) &&
           send_whole(terminal, STR("\033]11;?\033\\"));
}

bool terminal_copy(const struct terminal *terminal, struct str text)
{
    struct strbuf bytes;
    if (text.size > CLIPBOARD_MOST || !takes_control_strings(terminal))
        return false;
    strbuf_init(&bytes);
    clipboard_sequence(text, &bytes);
    bool sent = send_whole(terminal, strbuf_str(&bytes));
    strbuf_release(&bytes);
    return sent;
}

void terminal_suspend(struct terminal *terminal)
{
    end(terminal);
}

/* A new screen and not curses's own way back, which resets the palette that the user may have
 * set (OSC 104). */
bool terminal_resume(struct terminal *terminal, struct error *error)
{
    if (terminal->screen) /* stopped by SIGSTOP: somebody may have used the terminal meanwhile */
        end(terminal);
    return begin(terminal, error);
}
