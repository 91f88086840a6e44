/* grid.c: see grid.h. */
#include "whosaid/view/grid.h"
#include "whosaid/base/memory.h"
#include "whosaid/text/decode.h"

#include <stdlib.h>

static struct cell blank_cell(enum role role)
{
    return (struct cell){.text = {.width = 1}, .role = (uint8_t)role, .overlay = OVERLAY_NONE};
}

void grid_init(struct grid *grid, unsigned rows, unsigned columns)
{
    *grid = (struct grid){rows, columns, memory_calloc((size_t)rows * columns, sizeof(struct cell))};
    grid_clear(grid);
}

void grid_release(struct grid *grid)
{
    free(grid->cells);
    *grid = (struct grid){0};
}

void grid_clear(struct grid *grid)
{
    for (size_t i = 0; i < (size_t)grid->rows * grid->columns; i++)
        grid->cells[i] = blank_cell(ROLE_TEXT);
}

struct area grid_area(struct grid *grid)
{
    return (struct area){grid, 0, 0, grid->rows, grid->columns};
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

struct area area_part(struct area area, unsigned row, unsigned column, unsigned rows, unsigned columns)
{
    row = least(row, area.rows);
    column = least(column, area.columns);
    return (struct area){area.grid, area.row + row, area.column + column, least(rows, area.rows - row),
                         least(columns, area.columns - column)};
}

static bool inside(struct area area, unsigned row, unsigned column)
{
    return row < area.rows && column < area.columns;
}

/* Puts a cell where it is known to be inside; a wide cell that loses one half to it becomes blank. */
static void put(struct area area, unsigned row, unsigned column, struct cell cell)
{
    struct grid *grid = area.grid;
    unsigned x = area.column + column;
    struct cell *line = grid->cells + (size_t)(area.row + row) * grid->columns;
    if (line[x].text.width == 0 && x > 0)
        line[x - 1] = blank_cell(line[x - 1].role);
    if (line[x].text.width == 2 && x + 1 < grid->columns)
        line[x + 1] = blank_cell(line[x + 1].role);
    line[x] = cell;
}

unsigned area_cell(struct area area, unsigned row, unsigned column, const struct text_cell *text,
                   enum role role)
{
    if (!inside(area, row, column))
        return column;
    if (text->width == 2 && column + 1 >= area.columns) {
        put(area, row, column, blank_cell(role));
        return column + 1;
    }
    put(area, row, column, (struct cell){*text, (uint8_t)role, OVERLAY_NONE});
    if (text->width == 2)
        put(area, row, column + 1, (struct cell){.text = {.width = 0}, .role = (uint8_t)role});
    return column + text->width;
}

unsigned area_text(struct area area, unsigned row, unsigned column, struct str text, enum role role)
{
    size_t at = 0;
    while (at < text.size && inside(area, row, column)) {
        struct text_cell cell;
        text_next_cell(text, &at, &cell);
        column = area_cell(area, row, column, &cell, role);
    }
    return column;
}

unsigned area_text_cut(struct area area, unsigned row, unsigned column, unsigned columns, struct str text,
                       enum role role)
{
    struct strbuf cut;
    strbuf_init(&cut);
    if (column < area.columns)
        text_truncate(text, least(columns, area.columns - column), &cut);
    column = area_text(area, row, column, strbuf_str(&cut), role);
    strbuf_release(&cut);
    return column;
}

void area_text_right(struct area area, unsigned row, unsigned end, struct str text, enum role role)
{
    unsigned width = text_width(text);
    size_t at = 0;
    while (width > end && at < text.size) {
        struct text_cell cell;
        text_next_cell(text, &at, &cell);
        width -= cell.width;
    }
    area_text(area, row, end - least(width, end), str_slice(text, at, text.size), role);
}

void area_fill(struct area area, unsigned row, unsigned column, unsigned columns, enum role role)
{
    for (unsigned i = 0; i < columns && inside(area, row, column + i); i++)
        put(area, row, column + i, blank_cell(role));
}

void area_overlay(struct area area, unsigned row, unsigned column, unsigned columns, enum overlay overlay)
{
    for (unsigned i = 0; i < columns && inside(area, row, column + i); i++) {
        size_t at = (size_t)(area.row + row) * area.grid->columns + area.column + column + i;
        if (area.grid->cells[at].overlay != OVERLAY_MATCH)
            area.grid->cells[at].overlay = (uint8_t)overlay;
    }
}

static void cut_trailing_blanks(struct strbuf *out, size_t start)
{
    while (out->size > start && out->data[out->size - 1] == ' ')
        out->size--;
    strbuf_add_byte(out, '\n');
}

static void add_row_text(const struct cell *line, unsigned columns, struct strbuf *out)
{
    size_t start = out->size;
    for (unsigned x = 0; x < columns; x++) {
        const struct text_cell *text = &line[x].text;
        if (text->width == 0)
            continue;
        if (text->code_points[0] == 0)
            strbuf_add_byte(out, ' ');
        for (unsigned i = 0; i < CELL_CODE_POINTS && text->code_points[i]; i++)
            strbuf_add_code_point(out, text->code_points[i]);
    }
    cut_trailing_blanks(out, start);
}

void grid_text(const struct grid *grid, struct strbuf *out)
{
    for (unsigned row = 0; row < grid->rows; row++)
        add_row_text(grid->cells + (size_t)row * grid->columns, grid->columns, out);
}

static const char role_letters[] = " abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char overlay_letters[] = " SRFM";
_Static_assert(sizeof role_letters > ROLE_TOTAL, "every role needs a letter");
_Static_assert(sizeof overlay_letters - 1 == OVERLAY_TOTAL, "every overlay has a letter");

/* Appends prefix and a letter a cell, unless they are all the first letter. */
static void add_letters(const struct cell *line, unsigned columns, bool overlays, struct strbuf *out)
{
    size_t start = out->size;
    strbuf_add_byte(out, overlays ? '+' : ':');
    bool any = false;
    for (unsigned x = 0; x < columns; x++) {
        char letter = overlays ? overlay_letters[line[x].overlay] : role_letters[line[x].role];
        any |= letter != ' ';
        strbuf_add_byte(out, letter);
    }
    if (any)
        cut_trailing_blanks(out, start);
    else
        out->size = start;
}

static void add_legend(const bool used[ROLE_TOTAL], struct strbuf *out)
{
    strbuf_add(out, "\n", 1);
    for (unsigned role = 1; role < ROLE_TOTAL; role++)
        if (used[role])
            strbuf_add_format(out, "%c %s\n", role_letters[role], theme_role_name((enum role)role));
    strbuf_add_str(out, STR("+ S selected, R resting, F focus, M match\n"));
}

void grid_text_roles(const struct grid *grid, struct strbuf *out)
{
    bool used[ROLE_TOTAL] = {false};
    for (unsigned row = 0; row < grid->rows; row++) {
        const struct cell *line = grid->cells + (size_t)row * grid->columns;
        strbuf_add_byte(out, '|');
        add_row_text(line, grid->columns, out);
        add_letters(line, grid->columns, false, out);
        add_letters(line, grid->columns, true, out);
        for (unsigned x = 0; x < grid->columns; x++)
            used[line[x].role] = true;
    }
    add_legend(used, out);
}
