/* width.c: cells and columns. Knows nothing of terminals but wcwidth. */
#include "whosaid/text/width.h"

#include "utf8.h"

#include <wchar.h>

enum { DOTTED_CIRCLE = 0x25CC, ELLIPSIS = 0x2026 };

int text_code_point_width(char32_t code_point)
{
    if (code_point >= 0x20 && code_point < 0x7F)
        return 1;
    return code_point ? wcwidth((wchar_t)code_point) : -1;
}

/* Joiners and variation selectors, which tell a terminal to draw a cluster as one: ours are drawn as their
 * parts. */
static bool is_cluster_control(char32_t c)
{
    return c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
           (c >= 0x180B && c <= 0x180F);
}

static void start_cell(struct text_cell *cell, char32_t base)
{
    int width = text_code_point_width(base);
    *cell = (struct text_cell){.width = 1};
    if (base == '\n')
        cell->code_points[0] = ' ';
    else if (width < 0)
        cell->code_points[0] = REPLACEMENT;
    else if (width == 0)
        cell->code_points[0] = DOTTED_CIRCLE; /* only where a text is cut before a mark */
    else {
        cell->code_points[0] = base;
        cell->width = (uint8_t)width;
    }
}

/* Takes the zero-width code points at *at into the cell; those beyond its room are left out. */
static void add_followers(struct str text, size_t *at, struct text_cell *cell)
{
    unsigned used = 1;
    while (*at < text.size && (unsigned char)text.data[*at] >= 0x80) {
        size_t next = *at;
        char32_t c = text_next(text, &next);
        bool control = is_cluster_control(c);
        if (!control && text_code_point_width(c) != 0)
            return;
        if (!control && used < CELL_CODE_POINTS)
            cell->code_points[used++] = c;
        *at = next;
    }
}

void text_next_cell(struct str text, size_t *at, struct text_cell *cell)
{
    size_t next = *at;
    char32_t base = text_next(text, &next);
    start_cell(cell, base);
    if (base < 0x80 || text_code_point_width(base) != 0)
        *at = next;
    add_followers(text, at, cell);
}

unsigned text_width(struct str text)
{
    unsigned used;
    text_fit(text, (unsigned)-1, &used);
    return used;
}

size_t text_fit(struct str text, unsigned columns, unsigned *used)
{
    size_t fits = 0;
    unsigned width = 0;
    struct text_cell cell;
    for (size_t at = 0; at < text.size;) {
        text_next_cell(text, &at, &cell);
        if (cell.width > columns - width)
            break;
        width += cell.width;
        fits = at;
    }
    if (used)
        *used = width;
    return fits;
}

void text_truncate(struct str text, unsigned columns, struct strbuf *out)
{
    if (columns == 0)
        return;
    size_t fits = text_fit(text, columns, NULL);
    if (fits == text.size) {
        strbuf_add_str(out, text);
        return;
    }
    strbuf_add(out, text.data, text_fit(text, columns - 1, NULL));
    strbuf_add_code_point(out, ELLIPSIS);
}
