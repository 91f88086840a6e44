/* mouse.c: what the mouse does in each view. A click focuses what it is on, and opens what has the focus
 * already; the wheel moves the pane under it, whichever has the keys; the right button goes back. */
#include "browser_state.h"

enum { WHEEL_STEPS = 3 };

/* Where in a pane an event was. */
struct spot {
    bool inside;
    unsigned row, column;
};

static struct spot spot_in(struct box box, const struct mouse_event *event)
{
    bool inside = event->row >= box.row && event->row < box.row + box.rows && event->column >= box.column &&
                  event->column < box.column + box.columns;
    return inside ? (struct spot){true, event->row - box.row, event->column - box.column} : (struct spot){0};
}

/* In the reader's view an article is shown at once; in the list a second click opens it. */
static bool click_list(struct browser *browser, unsigned row)
{
    size_t article;
    if (!list_article_at(&browser->list, row, &article))
        return false;
    bool again = article == list_article(&browser->list);
    list_select(&browser->list, article);
    if (browser->view == VIEW_READER)
        browser_open_article(browser, article);
    else if (again)
        browser_run(browser, ACTION_OPEN);
    return true;
}

static bool click_reader(struct browser *browser, struct spot spot)
{
    uint32_t sentence = reader_sentence_at(&browser->reader, spot.row, spot.column);
    bool again = sentence == browser->reader.focus && browser->view == VIEW_READER;
    bool fold = reader_is_fold_at(&browser->reader, spot.row);
    if (sentence == NO_INDEX && !fold)
        return false;
    if (browser->view == VIEW_LIST) {
        /* The pane may show another article than the list's selection for a moment. */
        list_select(&browser->list, browser->reader.article);
        browser_run(browser, ACTION_OPEN);
    }
    if (fold)
        return browser_run(browser, ACTION_FOLD);
    if (again)
        return browser_run(browser, ACTION_COMPARE);
    reader_focus(&browser->reader, sentence);
    return true;
}

static bool click_compare(struct browser *browser, struct spot list, struct spot detail)
{
    uint32_t claim;
    if (list.inside)
        return compare_click_list(&browser->compare, list.row);
    switch (compare_click_detail(&browser->compare, detail.row, detail.column, &claim)) {
    case CLICK_MISSED: return false;
    case CLICK_DONE: return true;
    case CLICK_OPENS: return browser_run(browser, ACTION_OPEN_VERSION);
    case CLICK_FOLLOWS: browser_show_claim(browser, claim); return true;
    }
    return false;
}

/* The keys in the status line and the title bar do what they say. */
static enum action action_under(const struct browser *browser, const struct mouse_event *event)
{
    struct spot bar = spot_in(browser->frame.bar, event), status = spot_in(browser->frame.status, event);
    if (bar.inside)
        return bar_is_help_at(browser->columns, bar.column) ? ACTION_HELP : ACTION_NONE;
    if (!status.inside)
        return ACTION_NONE;
    struct strbuf position;
    strbuf_init(&position);
    views[browser->view].position(browser, &position);
    enum action action =
        bar_hint_at(browser->columns, strbuf_str(&position), views[browser->view].hints, status.column);
    strbuf_release(&position);
    return action;
}

/* A click beside an open explanation closes it: what stands under the pointer may move then. */
static bool click_beside(struct browser *browser, const struct mouse_event *event)
{
    return !spot_in(browser->frame.why, event).inside && browser_run(browser, ACTION_WHY);
}

static bool click(struct browser *browser, const struct mouse_event *event)
{
    enum action action = action_under(browser, event);
    if (action != ACTION_NONE)
        return browser_run(browser, action);
    if (browser->view == VIEW_WHY)
        return click_beside(browser, event);
    struct spot first = spot_in(browser->frame.first, event), second = spot_in(browser->frame.second, event);
    if ((!first.inside && !second.inside) || browser->view == VIEW_HELP)
        return false;
    if (browser->view == VIEW_COMPARE)
        return click_compare(browser, first, second);
    return first.inside ? click_list(browser, first.row) : click_reader(browser, second);
}

static bool turn_wheel(struct browser *browser, const struct mouse_event *event)
{
    enum action action = event->kind == MOUSE_WHEEL_UP ? ACTION_MOVE_UP : ACTION_MOVE_DOWN;
    bool first = spot_in(browser->frame.first, event).inside && browser->view != VIEW_WHY, moved = false;
    for (unsigned i = 0; i < (first ? 1 : WHEEL_STEPS); i++) {
        if (browser->view == VIEW_COMPARE)
            moved |= compare_move(&browser->compare, action, !first);
        else if (browser->view == VIEW_HELP || browser->view == VIEW_WHY)
            moved |= browser_run(browser, action);
        else
            moved |= first ? list_act(&browser->list, action) : reader_act(&browser->reader, action);
    }
    return moved;
}

bool mouse_act(struct browser *browser, const struct mouse_event *event)
{
    switch (event->kind) {
    case MOUSE_CLICK: return click(browser, event);
    case MOUSE_BACK: return browser->view != VIEW_LIST && browser_run(browser, ACTION_BACK);
    default: return turn_wheel(browser, event);
    }
}
