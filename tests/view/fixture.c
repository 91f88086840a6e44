/* fixture.c: see fixture.h. */
#include "fixture.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FILES = 8 };

static struct document make_document(const char *path, struct str bytes)
{
    struct article *article = article_from_plain_text(path, bytes);
    return (struct document){article, annotate(article)};
}

static void make_unsure(struct annotations *annotations)
{
    size_t count;
    struct quote *quotes = (struct quote *)annotations_quotes(annotations, &count);
    for (size_t i = 0; i < count; i++)
        quotes[i].confidence = i % 2 ? 0.9f : 0.3f;
}

static struct library *make_library(struct str name, const char *const *names, size_t count, bool unsure)
{
    struct document documents[MOST_FILES];
    for (size_t i = 0; i < count; i++) {
        char path[256];
        size_t size;
        snprintf(path, sizeof path, "tests/view/fixture/%s", names[i]);
        char *bytes = support_read(path, &size);
        documents[i] = make_document(path, (struct str){bytes, size});
        if (unsure)
            make_unsure((struct annotations *)documents[i].annotations);
        free(bytes);
    }
    return library_from_documents(name, documents, count);
}

static struct library *make_ferry(bool unsure)
{
    static const char *const names[] = {"1-harbour-post.txt", "2-tidewater-wire.txt", "3-beacon.txt",
                                        "4-lowland-mirror.txt", "5-letter.txt"};
    return make_library(STR("The Karsund ferry, March 2031"), names, LENGTH(names), unsure);
}

struct library *fixture_library(void)
{
    return make_ferry(false);
}

struct library *fixture_library_unsure(void)
{
    return make_ferry(true);
}

struct library *fixture_library_kinds(void)
{
    static const char *const names[] = {"kinds-1-harbour-post.txt", "kinds-2-beacon.txt",
                                        "kinds-3-lowland-mirror.txt"};
    return make_library(STR("The Halcyon, March 2031"), names, LENGTH(names), false);
}

struct library *fixture_library_of(const char *const *texts, size_t count)
{
    struct document *documents = memory_calloc(count, sizeof *documents);
    for (size_t i = 0; i < count; i++) {
        char path[32];
        snprintf(path, sizeof path, "note-%zu.txt", i + 1);
        documents[i] = make_document(path, str_from(texts[i]));
    }
    struct library *library = library_from_documents(STR("notes"), documents, count);
    free(documents);
    return library;
}

struct library *fixture_library_large(size_t count)
{
    struct document *documents = memory_calloc(count, sizeof *documents);
    for (size_t i = 0; i < count; i++) {
        char path[32], text[64];
        snprintf(path, sizeof path, "%06zu.txt", i);
        snprintf(text, sizeof text, "Bulletin number %zu\n", i);
        documents[i] = make_document(path, str_from(text));
    }
    struct library *library = library_from_documents(STR("bulletins"), documents, count);
    free(documents);
    return library;
}

static void draw(struct screen *screen)
{
    browser_draw(screen->browser, &screen->grid, &screen->cursor);
}

void screen_open(struct screen *screen, struct library *library, unsigned rows, unsigned columns)
{
    *screen = (struct screen){.library = library, .browser = browser_create(library), .now = 1000};
    screen_resize(screen, rows, columns);
}

void screen_open_fixture(struct screen *screen, unsigned rows, unsigned columns)
{
    screen_open(screen, fixture_library(), rows, columns);
}

void screen_close(struct screen *screen)
{
    browser_free(screen->browser);
    library_free(screen->library);
    grid_release(&screen->grid);
}

void screen_resize(struct screen *screen, unsigned rows, unsigned columns)
{
    grid_release(&screen->grid);
    grid_init(&screen->grid, rows, columns);
    browser_resize(screen->browser, rows, columns);
    draw(screen);
}

static const struct {
    const char *name;
    key_code key;
} names[] = {
    {"Space", ' '},
    {"Enter", '\r'},
    {"Tab", '\t'},
    {"Esc", 27},
    {"Up", KEY_UP_ARROW},
    {"Down", KEY_DOWN_ARROW},
    {"Left", KEY_LEFT_ARROW},
    {"Right", KEY_RIGHT_ARROW},
    {"PgUp", KEY_PAGE_UP},
    {"PgDn", KEY_PAGE_DOWN},
    {"Home", KEY_HOME_KEY},
    {"End", KEY_END_KEY},
    {"Backspace", 127},
};

static void press(struct screen *screen, key_code key)
{
    browser_key(screen->browser, key, screen->now);
}

static void pass_time(struct screen *screen, uint64_t ms)
{
    screen->now += ms;
    if (browser_timeout(screen->browser, screen->now) == 0)
        browser_tick(screen->browser, screen->now);
}

static void type_word(struct screen *screen, const char *word)
{
    for (size_t i = 0; i < LENGTH(names); i++)
        if (strcmp(names[i].name, word) == 0) {
            press(screen, names[i].key);
            return;
        }
    if (word[0] == '^' && word[1])
        press(screen, (key_code)(word[1] & 0x1f));
    else if (word[0] == '+' && word[1])
        pass_time(screen, (uint64_t)atoi(word + 1));
    else
        for (; *word; word++)
            press(screen, (key_code)*word);
}

void screen_type(struct screen *screen, const char *keys)
{
    char *copy = memory_copy_string(keys, strlen(keys)), *rest = copy, *word;
    while ((word = strsep(&rest, " ")))
        if (*word)
            type_word(screen, word);
    free(copy);
    draw(screen);
}

void screen_mouse(struct screen *screen, enum mouse_kind kind, unsigned row, unsigned column)
{
    browser_mouse(screen->browser, &(struct mouse_event){kind, row, column}, screen->now);
    draw(screen);
}

void screen_mouse_on(struct screen *screen, enum mouse_kind kind, const char *text)
{
    for (unsigned row = 0; row < screen->grid.rows; row++) {
        const char *line = screen_row(screen, row), *found = strstr(line, text);
        if (!found)
            continue;
        screen_mouse(screen, kind, row, text_width((struct str){line, (size_t)(found - line)}));
        return;
    }
    fail_msg("the screen does not show \"%s\"", text);
}

const char *screen_row(struct screen *screen, unsigned row)
{
    static char text[4096];
    struct grid one = {1, screen->grid.columns, screen->grid.cells + (size_t)row * screen->grid.columns};
    struct strbuf out;
    strbuf_init(&out);
    grid_text(&one, &out);
    snprintf(text, sizeof text, "%.*s", (int)(out.size ? out.size - 1 : 0), out.data);
    strbuf_release(&out);
    return text;
}

bool screen_shows(struct screen *screen, const char *text)
{
    for (unsigned row = 0; row < screen->grid.rows; row++)
        if (strstr(screen_row(screen, row), text))
            return true;
    return false;
}

const char *screen_cursor_row(struct screen *screen)
{
    return screen_row(screen, screen->cursor.row);
}

void screen_must_show(struct screen *screen, const char *text)
{
    struct strbuf out;
    if (screen_shows(screen, text))
        return;
    strbuf_init(&out);
    grid_text(&screen->grid, &out);
    print_error("%s", out.data);
    strbuf_release(&out);
    fail_msg("the screen does not show \"%s\"", text);
}

void screen_must_focus(struct screen *screen, const char *text)
{
    if (!strstr(screen_cursor_row(screen), text))
        fail_msg("the cursor is on \"%s\", not on \"%s\"", screen_cursor_row(screen), text);
}

static void compare_golden(struct screen *screen, const char *name, const char *ending,
                           void (*print)(const struct grid *, struct strbuf *))
{
    char path[256];
    struct strbuf out;
    strbuf_init(&out);
    print(&screen->grid, &out);
    snprintf(path, sizeof path, "view/golden/%s.%s", name, ending);
    support_golden(path, strbuf_str(&out));
    strbuf_release(&out);
}

void screen_golden(struct screen *screen, const char *name)
{
    compare_golden(screen, name, "txt", grid_text);
}

void screen_golden_roles(struct screen *screen, const char *name)
{
    compare_golden(screen, name, "roles", grid_text_roles);
}
