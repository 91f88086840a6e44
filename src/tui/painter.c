/* painter.c: see painter.h. */
#include "painter.h"

#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"
#include "whosaid/base/vector.h"

#include <assert.h>
#define NCURSES_NOMACROS
#include <curses.h>
#include <stdlib.h>
#include <string.h>

static_assert(CELL_CODE_POINTS <= CCHARW_MAX, "curses must hold what a cell holds");

/* How curses draws a role at an overlay: found when first needed. */
struct look {
    bool ready;
    attr_t attributes;
    int pair;
    int32_t background;
};

struct pair {
    int32_t foreground, background;
};

struct painter {
    enum color_depth depth;
    struct style_table styles;
    struct look looks[ROLE_TOTAL][OVERLAY_TOTAL];
    VECTOR(struct pair) pairs; /* curses's pairs from 1 on */
    struct grid shown;
    VECTOR(cchar_t) glyphs; /* of one row */
    bool forgotten;
};

struct painter *painter_create(enum color_depth depth)
{
    struct painter *painter = memory_calloc(1, sizeof *painter);
    painter->depth = depth;
    painter->forgotten = true;
    grid_init(&painter->shown, 0, 0);
    return painter;
}

void painter_free(struct painter *painter)
{
    if (!painter)
        return;
    grid_release(&painter->shown);
    vector_release(&painter->pairs);
    vector_release(&painter->glyphs);
    free(painter);
}

/* The pair of two colours, 0 when curses has no more of them or does not take these. */
static int pair_number(struct painter *painter, struct pair wanted)
{
    int number = 0;
    vector_each (&painter->pairs, pair) {
        number++;
        if (pair->foreground == wanted.foreground && pair->background == wanted.background)
            return number;
    }
    number++;
    if (number >= COLOR_PAIRS || init_extended_pair(number, wanted.foreground, wanted.background) == ERR)
        return 0;
    vector_push(&painter->pairs, wanted);
    return number;
}

static attr_t curses_attributes(uint32_t attributes)
{
    static const struct {
        enum style_attribute style;
        attr_t curses;
    } names[] = {
        {STYLE_BOLD, A_BOLD},       {STYLE_ITALIC, A_ITALIC}, {STYLE_UNDERLINE, A_UNDERLINE},
        {STYLE_REVERSE, A_REVERSE}, {STYLE_DIM, A_DIM},
    };
    attr_t result = A_NORMAL;
    for (size_t i = 0; i < LENGTH(names); i++)
        if (attributes & names[i].style)
            result |= names[i].curses;
    return result;
}

static const struct look *find_look(struct painter *painter, unsigned role, unsigned overlay)
{
    if (role >= ROLE_TOTAL || overlay >= OVERLAY_TOTAL)
        role = ROLE_TEXT, overlay = OVERLAY_NONE;
    struct look *look = &painter->looks[role][overlay];
    if (look->ready)
        return look;
    const struct style *style = &painter->styles.styles[role][overlay];
    const struct style *text = &painter->styles.styles[ROLE_TEXT][OVERLAY_NONE];
    *look = (struct look){
        .ready = true,
        .attributes = curses_attributes(style->attributes),
        .background = style->background,
    };
    if (painter->depth == DEPTH_ATTRIBUTES)
        return look;
    look->pair = pair_number(painter, (struct pair){style->foreground, style->background});
    /* Out of pairs: the text's own colours, and a background of meaning shows as reverse. */
    if (look->pair == 0 && style->background != text->background)
        look->attributes ^= A_REVERSE;
    return look;
}

/* Whether a code point may never reach a terminal: controls, bidi controls, what shows nothing. */
static bool is_forbidden(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x061C || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF) || c > 0x10FFFF;
}

/* A cell's code points for curses, closed by 0: a base as wide as the cell says,
 * and what combines with it. */
static void cell_string(const struct text_cell *cell, int width, wchar_t *string)
{
    char32_t base = cell->code_points[0] ? cell->code_points[0] : U' ';
    size_t size = 0;
    bool drawable = !is_forbidden(base) && text_code_point_width(base) == width;
    string[size++] = drawable ? (wchar_t)base : L'\uFFFD';
    for (size_t i = 1; drawable && i < CELL_CODE_POINTS && cell->code_points[i]; i++)
        if (!is_forbidden(cell->code_points[i]) && text_code_point_width(cell->code_points[i]) == 0)
            string[size++] = (wchar_t)cell->code_points[i];
    string[size] = L'\0';
}

static void add_glyph(struct painter *painter, const struct cell *cell, int width, const struct look *look)
{
    wchar_t string[CELL_CODE_POINTS + 1];
    cchar_t glyph;
    int pair = look->pair;
    cell_string(&cell->text, width, string);
    if (setcchar(&glyph, string, look->attributes, 0, &pair) == ERR)
        setcchar(&glyph, L"\uFFFD", look->attributes, 0, &pair);
    vector_push(&painter->glyphs, glyph);
}

static bool is_blank(const struct cell *cell)
{
    return cell->text.width == 1 && (cell->text.code_points[0] == 0 || cell->text.code_points[0] == U' ') &&
           cell->text.code_points[1] == 0;
}

/* Whether a blank looks the same in both. */
static bool blanks_alike(const struct look *a, const struct look *b)
{
    const attr_t seen = A_UNDERLINE | A_REVERSE;
    return a->background == b->background && !(a->attributes & seen) && !(b->attributes & seen);
}

/* How a cell is drawn. A blank between words takes its left neighbour's look where nobody can tell: each
 * change of colours costs some twenty bytes. Not among more blanks, as before a margin or at the line's end:
 * those would be sent again whenever the word before them changes. */
static const struct look *cell_look(struct painter *painter, const struct cell *cell, bool alone,
                                    const struct look *left)
{
    const struct look *look = find_look(painter, cell->role, cell->overlay);
    return alone && left && is_blank(cell) && blanks_alike(left, look) ? left : look;
}

static unsigned text_end(const struct cell *cells, unsigned columns)
{
    while (columns > 0 && is_blank(&cells[columns - 1]))
        columns--;
    return columns;
}

/* A wide cell counts as such only where its right half follows: a broken row must not shift the rest of the
 * line. */
static void paint_row(struct painter *painter, const struct grid *grid, unsigned row)
{
    const struct cell *cells = &grid->cells[(size_t)row * grid->columns];
    const struct look *look = NULL;
    unsigned end = text_end(cells, grid->columns);
    vector_clear(&painter->glyphs);
    for (unsigned column = 0; column < grid->columns;) {
        const struct cell *cell = &cells[column];
        bool wide = cell->text.width == 2 && column + 1 < grid->columns && cell[1].text.width == 0;
        bool alone = column + 1 < end && !is_blank(cell + 1);
        look = cell_look(painter, cell, alone, look);
        add_glyph(painter, cell, wide ? 2 : 1, look);
        column += wide ? 2 : 1;
    }
    mvadd_wchnstr((int)row, 0, painter->glyphs.data, (int)painter->glyphs.size);
}

/* Blanks that curses makes itself (at a line's end, in a scrolled line) get the theme's background too, and
 * so compare equal to the blanks of a grid. */
static void set_background(struct painter *painter)
{
    cchar_t blank;
    int pair = find_look(painter, ROLE_TEXT, OVERLAY_NONE)->pair;
    setcchar(&blank, L" ", A_NORMAL, 0, &pair);
    bkgrndset(&blank);
}

static void start_anew(struct painter *painter, const struct grid *grid)
{
    grid_release(&painter->shown);
    grid_init(&painter->shown, grid->rows, grid->columns);
    set_background(painter);
    erase();
    clearok(stdscr, TRUE);
}

void painter_set_styles(struct painter *painter, const struct style_table *styles)
{
    painter->styles = *styles;
    memset(painter->looks, 0, sizeof painter->looks);
    if (painter->depth != DEPTH_ATTRIBUTES)
        reset_color_pairs();
    vector_clear(&painter->pairs);
    painter_forget(painter);
}

void painter_forget(struct painter *painter)
{
    painter->forgotten = true;
}

void painter_show(struct painter *painter, const struct grid *grid, unsigned row, unsigned column)
{
    struct grid *shown = &painter->shown;
    bool whole = painter->forgotten || shown->rows != grid->rows || shown->columns != grid->columns;
    size_t row_size = grid->columns * sizeof *grid->cells;
    if (whole)
        start_anew(painter, grid);
    painter->forgotten = false;
    for (unsigned i = 0; i < grid->rows; i++) {
        size_t first = (size_t)i * grid->columns;
        if (!whole && memcmp(&shown->cells[first], &grid->cells[first], row_size) == 0)
            continue;
        paint_row(painter, grid, i);
        memcpy(&shown->cells[first], &grid->cells[first], row_size);
    }
    move((int)row, (int)column);
    refresh();
}
