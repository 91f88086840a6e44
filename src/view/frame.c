/* frame.c: see frame.h. */
#include "frame.h"

enum { LEAST_PANE = 26, LEAST_SECOND = 44, PADDED_FROM = 16, STACKED_FROM = 18 };

static unsigned clamp(unsigned value, unsigned least, unsigned most)
{
    return value < least ? least : value > most ? most : value;
}

/* The first pane's columns before the split moves. */
static unsigned usual_columns(enum view_id view, unsigned columns)
{
    return view == VIEW_COMPARE ? clamp(columns * 7 / 20, 38, 60) : clamp(columns / 3, 38, 44);
}

int frame_limit_split(enum view_id view, unsigned columns, int split)
{
    int usual = (int)usual_columns(view, columns);
    int most = (int)columns - LEAST_SECOND - usual;
    if (split > most)
        split = most;
    return split < LEAST_PANE - usual ? LEAST_PANE - usual : split;
}

static void place_side_by_side(struct frame *frame, struct box body, unsigned first)
{
    frame->first = (struct box){body.row, 0, body.rows, first};
    frame->rule = (struct box){body.row, first, body.rows, 1};
    frame->second = (struct box){body.row, first + 1, body.rows, body.columns - first - 1};
}

static void place_above(struct frame *frame, struct box body)
{
    unsigned first = body.rows / 3;
    frame->first = (struct box){body.row, 0, first, body.columns};
    frame->rule = (struct box){body.row + first, 0, 1, body.columns};
    frame->second = (struct box){body.row + first + 1, 0, body.rows - first - 1, body.columns};
}

/* A blank row at the top of a pane, where there is room for it. The rule runs through. */
static void pad(struct box *box, unsigned rows)
{
    if (box->rows == 0 || rows < PADDED_FROM)
        return;
    box->row++;
    box->rows--;
}

struct frame frame_for(enum view_id view, bool second, unsigned rows, unsigned columns, int split)
{
    struct frame frame = {.bar = {0, 0, 1, columns}, .status = {rows - 1, 0, 1, columns}};
    struct box body = {1, 0, rows - 2, columns};
    bool wide = columns >= TWO_PANES_FROM;
    if (view == VIEW_HELP)
        frame.second = body;
    else if (wide)
        place_side_by_side(&frame, body, (unsigned)((int)usual_columns(view, columns) + split));
    else if (view == VIEW_COMPARE && rows >= STACKED_FROM)
        place_above(&frame, body);
    else
        *(second ? &frame.second : &frame.first) = body;
    if (frame.rule.rows != 1) {
        pad(&frame.first, rows);
        pad(&frame.second, rows);
    }
    return frame;
}

const struct box *frame_read_pane(const struct frame *frame)
{
    return frame->second.rows ? &frame->second : &frame->first;
}

void frame_open_below(struct frame *frame, unsigned rows)
{
    struct box *pane = frame->second.rows ? &frame->second : &frame->first;
    unsigned most = pane->rows * 3 / 5;
    rows = clamp(rows, 1, most);
    pane->rows -= rows + 1;
    frame->why_rule = (struct box){pane->row + pane->rows, pane->column, 1, pane->columns};
    frame->why = (struct box){pane->row + pane->rows + 1, pane->column, rows, pane->columns};
}

struct area frame_area(struct grid *grid, struct box box)
{
    return area_part(grid_area(grid), box.row, box.column, box.rows, box.columns);
}

void frame_draw_rule(struct grid *grid, struct box box)
{
    struct area area = frame_area(grid, box);
    struct str line = area.rows > 1 ? STR("│") : STR("─");
    for (unsigned row = 0; row < area.rows; row++)
        for (unsigned column = 0; column < area.columns; column++)
            area_text(area, row, column, line, ROLE_RULE);
}

void frame_draw_branch(struct grid *grid, struct box standing, struct box lying)
{
    frame_draw_rule(grid, lying);
    if (standing.rows > 1 && standing.column + 1 == lying.column)
        area_text(grid_area(grid), lying.row, standing.column, STR("├"), ROLE_RULE);
}
