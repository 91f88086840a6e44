/* fixture.h: libraries and browsers for the view's tests, and keys by name. */
#ifndef WHOSAID_TEST_VIEW_FIXTURE_H
#define WHOSAID_TEST_VIEW_FIXTURE_H

#include "support.h"

#include "whosaid/view/browser.h"

/* A browser on its library, with a grid of its size and a clock. */
struct screen {
    struct library *library;
    struct browser *browser;
    struct grid grid;
    struct browser_cursor cursor;
    uint64_t now; /* ms */
};

/* The five articles of tests/view/fixture. */
struct library *fixture_library(void);
/* The same, with every other quotation of an article less sure than is asked for. */
struct library *fixture_library_unsure(void);
/* Three articles on one accident, which differ in every kind of difference. */
struct library *fixture_library_kinds(void);
/* Articles of plain text, by their texts. */
struct library *fixture_library_of(const char *const *texts, size_t count);
/* count articles of one text, sharing nothing but its words. */
struct library *fixture_library_large(size_t count);

/* Opens a library (which the screen owns from now on) at a size. */
void screen_open(struct screen *screen, struct library *library, unsigned rows, unsigned columns);
/* Opens fixture_library. */
void screen_open_fixture(struct screen *screen, unsigned rows, unsigned columns);
void screen_close(struct screen *screen);

void screen_resize(struct screen *screen, unsigned rows, unsigned columns);

/* Types keys: words separated by blanks, as in actions.def; a longer word that is no name is typed letter by
 * letter, and
 * "+150" lets that many milliseconds pass. Draws afterwards. */
void screen_type(struct screen *screen, const char *keys);

/* An event of the mouse at a place; or at the first character of a text that the screen shows. Draws
 * afterwards. */
void screen_mouse(struct screen *screen, enum mouse_kind kind, unsigned row, unsigned column);
void screen_mouse_on(struct screen *screen, enum mouse_kind kind, const char *text);

/* A row of the screen as text. Static buffer. */
const char *screen_row(struct screen *screen, unsigned row);
/* Whether a row shows the text. */
bool screen_shows(struct screen *screen, const char *text);
/* The row that the cursor is on. */
const char *screen_cursor_row(struct screen *screen);

/* What the screen is to show, or the row with the cursor. */
#define assert_shows(screen, text)     screen_must_show((screen), (text))
#define assert_hides(screen, text)     assert_false(screen_shows((screen), (text)))
#define assert_cursor_on(screen, text) screen_must_focus((screen), (text))
void screen_must_show(struct screen *screen, const char *text);
void screen_must_focus(struct screen *screen, const char *text);

/* Compares the screen with tests/view/golden/NAME.txt, or, with its roles, NAME.roles. */
void screen_golden(struct screen *screen, const char *name);
void screen_golden_roles(struct screen *screen, const char *name);

#endif
