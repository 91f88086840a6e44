/* vt.c: see vt.h. */
#include "vt.h"

#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

struct control {
    unsigned count;
    unsigned values[VT_PARAMETERS];
    char private; /* '?', '!' and the like, or 0 */
    char final;
};

void vt_init(struct vt *vt, unsigned rows, unsigned columns)
{
    *vt = (struct vt){0};
    strbuf_init(&vt->pending);
    vt_resize(vt, rows, columns);
}

void vt_release(struct vt *vt)
{
    free(vt->cells);
    strbuf_release(&vt->pending);
}

static void blank(struct vt *vt, unsigned row, unsigned start, unsigned end)
{
    for (unsigned i = start; i < end && i < vt->columns; i++)
        vt->cells[row * vt->columns + i] = U' ';
}

static void blank_rows(struct vt *vt, unsigned start, unsigned end)
{
    for (unsigned row = start; row < end && row < vt->rows; row++)
        blank(vt, row, 0, vt->columns);
}

void vt_resize(struct vt *vt, unsigned rows, unsigned columns)
{
    free(vt->cells);
    vt->cells = memory_calloc((size_t)rows * columns, sizeof *vt->cells);
    vt->rows = rows;
    vt->columns = columns;
    vt->row = vt->column = vt->top = 0;
    vt->bottom = rows - 1;
    vt->wraps = false;
    blank_rows(vt, 0, rows);
}

static void fault(struct vt *vt, const char *what, const char *bytes, size_t size)
{
    if (vt->faults++ > 0)
        return;
    int written = snprintf(vt->first_fault, sizeof vt->first_fault, "%s:", what);
    for (size_t i = 0; i < size && i < 16; i++)
        written += snprintf(vt->first_fault + written, sizeof vt->first_fault - (size_t)written, " %02x",
                            (unsigned char)bytes[i]);
}

static char32_t *row_cells(struct vt *vt, unsigned row)
{
    return vt->cells + (size_t)row * vt->columns;
}

/* Moves the rows from top to bottom up (or down) by count. */
static void scroll(struct vt *vt, unsigned top, unsigned count, bool up)
{
    unsigned height = vt->bottom + 1 - top;
    if (top > vt->bottom)
        return;
    if (count > height)
        count = height;
    size_t size = (size_t)(height - count) * vt->columns * sizeof *vt->cells;
    if (up)
        memmove(row_cells(vt, top), row_cells(vt, top + count), size);
    else
        memmove(row_cells(vt, top + count), row_cells(vt, top), size);
    unsigned first = up ? top + height - count : top;
    blank_rows(vt, first, first + count);
}

static void line_feed(struct vt *vt)
{
    if (vt->row == vt->bottom)
        scroll(vt, vt->top, 1, true);
    else if (vt->row + 1 < vt->rows)
        vt->row++;
    vt->wraps = false;
}

static void reverse_line_feed(struct vt *vt)
{
    if (vt->row == vt->top)
        scroll(vt, vt->top, 1, false);
    else if (vt->row > 0)
        vt->row--;
}

static void draw(struct vt *vt, char32_t c, unsigned width)
{
    if (vt->wraps || vt->column + width > vt->columns) {
        vt->column = 0;
        line_feed(vt);
    }
    char32_t *cells = row_cells(vt, vt->row);
    cells[vt->column] = c;
    if (width == 2 && vt->column + 1 < vt->columns)
        cells[vt->column + 1] = 0;
    vt->column += width;
    vt->wraps = vt->column >= vt->columns;
    if (vt->wraps)
        vt->column = vt->columns - 1;
    vt->last = c;
    vt->marks = 0;
}

/* What text may never send to a terminal: default-ignorable and bidi characters, TAG characters, C1. */
static bool is_hidden(char32_t c)
{
    static const struct {
        char32_t first, last;
    } hidden[] = {
        {0x7F, 0x9F},     {0xAD, 0xAD},       {0x034F, 0x034F},   {0x061C, 0x061C},   {0x115F, 0x1160},
        {0x17B4, 0x17B5}, {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},
        {0x3164, 0x3164}, {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},
        {0xFFFE, 0xFFFF}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
    };
    for (size_t i = 0; i < LENGTH(hidden); i++)
        if (c >= hidden[i].first && c <= hidden[i].last)
            return true;
    return false;
}

/* One UTF-8 character; returns its bytes, 0 when more are needed. */
static size_t feed_character(struct vt *vt, const char *bytes, size_t size)
{
    mbstate_t state = {0};
    wchar_t c = 0;
    size_t used = mbrtowc(&c, bytes, size, &state);
    if (used == (size_t)-2)
        return 0;
    if (used == (size_t)-1 || is_hidden((char32_t)c)) {
        fault(vt, used == (size_t)-1 ? "not UTF-8" : "hidden character", bytes, size < 4 ? size : 4);
        return used == (size_t)-1 ? 1 : used;
    }
    int width = wcwidth(c);
    if (width > 0)
        draw(vt, (char32_t)c, (unsigned)width);
    else if (width < 0 || ++vt->marks > VT_MOST_MARKS)
        fault(vt, width < 0 ? "no character" : "pile of marks", bytes, used);
    return used;
}

static void feed_control(struct vt *vt, const char *bytes)
{
    switch (*bytes) {
    case '\0': break; /* padding */
    case '\b': vt->column -= vt->column > 0; break;
    case '\t':
        vt->column = (vt->column / 8 + 1) * 8 < vt->columns ? (vt->column / 8 + 1) * 8 : vt->columns - 1;
        break;
    case '\n': line_feed(vt); break;
    case '\r': vt->column = 0; break;
    case '\016': vt->line_drawing = true; break;
    case '\017': vt->line_drawing = false; break;
    default: fault(vt, "control", bytes, 1);
    }
    vt->wraps = false;
}

/* A parameter that counts: absent and 0 mean 1. */
static unsigned parameter(const struct control *control, unsigned index)
{
    unsigned value = index < control->count ? control->values[index] : 0;
    return value ? value : 1;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static void erase_display(struct vt *vt, unsigned how)
{
    if (how == 0) {
        blank(vt, vt->row, vt->column, vt->columns);
        blank_rows(vt, vt->row + 1, vt->rows);
    } else if (how == 1) {
        blank_rows(vt, 0, vt->row);
        blank(vt, vt->row, 0, vt->column + 1);
    } else {
        blank_rows(vt, 0, vt->rows);
    }
}

static void erase_line(struct vt *vt, unsigned how)
{
    blank(vt, vt->row, how == 0 ? vt->column : 0, how == 1 ? vt->column + 1 : vt->columns);
}

static void shift_line(struct vt *vt, unsigned count, bool left)
{
    char32_t *at = row_cells(vt, vt->row) + vt->column;
    unsigned rest = vt->columns - vt->column;
    count = least(count, rest);
    memmove(left ? at : at + count, left ? at + count : at, (rest - count) * sizeof *at);
    unsigned first = left ? vt->columns - count : vt->column;
    blank(vt, vt->row, first, first + count);
}

static void set_mode(struct vt *vt, const struct control *control)
{
    bool on = control->final == 'h';
    for (unsigned i = 0; i < control->count; i++) {
        if (control->values[i] == 1049) {
            vt->alternate = on;
            blank_rows(vt, 0, vt->rows); /* what the first screen held is not kept */
        } else if (control->values[i] == 25) {
            vt->cursor_hidden = !on;
        } else if (control->values[i] == 1000) {
            vt->mouse = on;
        }
    }
}

static void set_margins(struct vt *vt, const struct control *control)
{
    vt->top = parameter(control, 0) - 1;
    vt->bottom =
        control->count > 1 && control->values[1] ? least(control->values[1], vt->rows) - 1 : vt->rows - 1;
    vt->row = vt->column = 0;
}

static void repeat(struct vt *vt, unsigned count)
{
    while (count-- > 0 && vt->last)
        draw(vt, vt->last, 1);
}

/* Carries a control sequence out; false when curses has no business sending it. */
static bool obey(struct vt *vt, const struct control *control)
{
    unsigned n = parameter(control, 0), how = control->count ? control->values[0] : 0;
    if (control->private)
        return control->private == '?' && (control->final == 'h' || control->final == 'l') &&
               (set_mode(vt, control), true);
    if (control->final != 'b' && control->final != 'm')
        vt->wraps = false;
    switch (control->final) {
    case 'A': vt->row -= least(n, vt->row); break;
    case 'B': vt->row = least(vt->row + n, vt->rows - 1); break;
    case 'C': vt->column = least(vt->column + n, vt->columns - 1); break;
    case 'D': vt->column -= least(n, vt->column); break;
    case 'G': vt->column = least(n, vt->columns) - 1; break;
    case 'd': vt->row = least(n, vt->rows) - 1; break;
    case 'H':
        vt->row = least(n, vt->rows) - 1;
        vt->column = least(parameter(control, 1), vt->columns) - 1;
        break;
    case 'J': erase_display(vt, how); break;
    case 'K': erase_line(vt, how); break;
    case 'L': scroll(vt, vt->row, n, false); break;
    case 'M': scroll(vt, vt->row, n, true); break;
    case 'S': scroll(vt, vt->top, n, true); break;
    case 'T': scroll(vt, vt->top, n, false); break;
    case 'P': shift_line(vt, n, true); break;
    case '@': shift_line(vt, n, false); break;
    case 'X': blank(vt, vt->row, vt->column, vt->column + n); break;
    case 'b': repeat(vt, n); break;
    case 'r': set_margins(vt, control); break;
    case 'm':
    case 'h':
    case 'l': break;
    case 't': return how == 22 || how == 23; /* the title is put aside and taken up again */
    default: return false;
    }
    return true;
}

static size_t feed_sequence(struct vt *vt, const char *bytes, size_t size)
{
    struct control control = {0};
    size_t i = 2;
    if (i < size && strchr("?!<=>", bytes[i]))
        control.private = bytes[i++];
    for (; i < size && strchr("0123456789;:", bytes[i]); i++) {
        if (control.count == 0)
            control.count = 1;
        if (bytes[i] == ';' || bytes[i] == ':')
            control.count += control.count < VT_PARAMETERS;
        else
            control.values[control.count - 1] =
                control.values[control.count - 1] * 10 + (unsigned)(bytes[i] - '0');
    }
    if (i == size)
        return 0;
    control.final = bytes[i];
    if (!obey(vt, &control))
        fault(vt, "control sequence", bytes, i + 1);
    return i + 1;
}

/* OSC 52 with base64 up to ST; 0 when more is to come, 1 when it is something else. */
static size_t copy_size(const char *bytes, size_t size)
{
    static const char beginning[] = "\033]52;c;";
    size_t i = strlen(beginning);
    if (memcmp(bytes, beginning, size < i ? size : i) != 0)
        return 1;
    while (i < size &&
           (isalnum((unsigned char)bytes[i]) || bytes[i] == '+' || bytes[i] == '/' || bytes[i] == '='))
        i++;
    if (i + 1 >= size)
        return i < size && bytes[i] != '\033' ? 1 : 0;
    return bytes[i] == '\033' && bytes[i + 1] == '\\' ? i + 2 : 1;
}

/* The question for the background, or a text for the clipboard; any other string sequence is a fault. */
static size_t feed_string(struct vt *vt, const char *bytes, size_t size)
{
    static const char question[] = "\033]11;?\033\\";
    size_t known = strlen(question), copy = copy_size(bytes, size);
    if (memcmp(bytes, question, size < known ? size : known) == 0) {
        vt->asked_background |= size >= known;
        return size < known ? 0 : known;
    }
    if (copy == 1) {
        fault(vt, "escape", bytes, 2);
        return 2;
    }
    vt->copies += copy > 0;
    return copy;
}

static size_t feed_escape(struct vt *vt, const char *bytes, size_t size)
{
    if (size < 2 || (strchr("()", bytes[1]) && size < 3))
        return 0;
    if (bytes[1] == ']')
        return feed_string(vt, bytes, size);
    switch (bytes[1]) {
    case '[': return feed_sequence(vt, bytes, size);
    case '(':
    case ')': vt->line_drawing = bytes[1] == '(' && bytes[2] == '0'; return 3;
    case '7':
        vt->saved_row = vt->row;
        vt->saved_column = vt->column;
        return 2;
    case '8':
        vt->row = vt->saved_row;
        vt->column = vt->saved_column;
        return 2;
    case 'M': reverse_line_feed(vt); return 2;
    case 'H':
    case '=':
    case '>': return 2; /* tab stop, keypad */
    default: fault(vt, "escape", bytes, 2); return 2;
    }
}

void vt_feed(struct vt *vt, const char *bytes, size_t size)
{
    strbuf_add(&vt->pending, bytes, size);
    size_t at = 0;
    while (at < vt->pending.size) {
        const char *next = vt->pending.data + at;
        size_t rest = vt->pending.size - at, used = 1;
        if (*next == '\033')
            used = feed_escape(vt, next, rest);
        else if ((unsigned char)*next < 0x20)
            feed_control(vt, next);
        else
            used = feed_character(vt, next, rest);
        if (used == 0)
            break;
        at += used;
    }
    size_t left = vt->pending.size - at;
    memmove(vt->pending.data, vt->pending.data + at, left);
    vt->pending.size = left;
}

void vt_text(const struct vt *vt, struct strbuf *out)
{
    for (unsigned row = 0; row < vt->rows; row++) {
        const char32_t *cells = vt->cells + (size_t)row * vt->columns;
        unsigned end = vt->columns;
        while (end > 0 && (cells[end - 1] == U' ' || cells[end - 1] == 0))
            end--;
        for (unsigned i = 0; i < end; i++) {
            char bytes[8];
            mbstate_t state = {0};
            size_t size = cells[i] ? wcrtomb(bytes, (wchar_t)cells[i], &state) : 0;
            if (size != (size_t)-1)
                strbuf_add(out, bytes, size);
        }
        strbuf_add_byte(out, '\n');
    }
}

bool vt_shows(const struct vt *vt, const char *text)
{
    struct strbuf screen;
    strbuf_init(&screen);
    vt_text(vt, &screen);
    bool found = str_find(strbuf_str(&screen), str_from(text), 0) != STR_NONE;
    strbuf_release(&screen);
    return found;
}
