/* arrange.c: which pane gets how much of the screen. */
#include "browser_state.h"

enum view_id browser_view_below(const struct browser *browser)
{
    return browser->view == VIEW_WHY ? browser->why.under : browser->view;
}

/* The explanation takes as many rows as it has lines, if that leaves enough of what it explains. */
static void arrange_why(struct browser *browser)
{
    unsigned columns = frame_read_pane(&browser->frame)->columns;
    why_resize(&browser->why, 0, columns);
    frame_open_below(&browser->frame, (unsigned)browser->why.lines.size);
    why_resize(&browser->why, browser->frame.why.rows, columns);
}

/* Gives each pane its size. Panes that are not on the screen keep theirs. */
void browser_arrange(struct browser *browser)
{
    if (browser->rows < BROWSER_LEAST_ROWS || browser->columns < BROWSER_LEAST_COLUMNS)
        return;
    enum view_id view = browser_view_below(browser);
    browser->split = frame_limit_split(view, browser->columns, browser->split);
    bool in_second = view == VIEW_COMPARE ? browser->compare.in_detail : view == VIEW_READER;
    browser->frame = frame_for(view, in_second, browser->rows, browser->columns, browser->split);
    if (browser->view == VIEW_WHY)
        arrange_why(browser);
    const struct box *first = &browser->frame.first, *second = &browser->frame.second;
    if (view == VIEW_COMPARE) {
        compare_resize(&browser->compare, first->rows, first->columns, second->rows, second->columns);
    } else if (view == VIEW_HELP) {
        help_resize(&browser->help, second->rows, second->columns);
    } else {
        if (first->rows)
            list_resize(&browser->list, first->rows, first->columns);
        if (second->rows)
            reader_resize(&browser->reader, second->rows, second->columns);
    }
}
