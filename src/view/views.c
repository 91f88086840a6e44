/* views.c: the table of views: for each, how it acts, is searched, is drawn and says where one is. */
#include "browser_state.h"

static bool list_view_act(struct browser *browser, enum action action)
{
    return list_act(&browser->list, action);
}

/* What to say when a step finds nothing to step to. */
static const char *const no_step[ACTION_TOTAL] = {
    [ACTION_NEXT_QUOTATION] = "no quotation further down",
    [ACTION_PREVIOUS_QUOTATION] = "no quotation further up",
    [ACTION_NEXT_DIFFERENCE] = "no ≠ or ≈ further down in this article",
    [ACTION_PREVIOUS_DIFFERENCE] = "no ≠ or ≈ further up in this article",
};

static bool reader_view_act(struct browser *browser, enum action action)
{
    uint32_t focus = browser->reader.focus;
    bool acted = reader_act(&browser->reader, action);
    if (acted && no_step[action] && browser->reader.focus == focus)
        browser_say(browser, str_from(no_step[action]), false);
    return acted;
}

static bool compare_view_act(struct browser *browser, enum action action)
{
    uint32_t claim = browser->compare.selected, difference = compare_shown_difference(&browser->compare);
    bool steps = action == ACTION_NEXT_DIFFERENCE || action == ACTION_PREVIOUS_DIFFERENCE;
    bool acted = compare_act(&browser->compare, action);
    if (steps && browser->compare.selected == claim &&
        compare_shown_difference(&browser->compare) == difference)
        browser_say(browser,
                    action == ACTION_NEXT_DIFFERENCE ? STR("no difference further down in this story")
                                                     : STR("no difference further up in this story"),
                    false);
    return acted || steps;
}

static bool why_view_act(struct browser *browser, enum action action)
{
    return browser_why_act(browser, action);
}

static bool help_view_act(struct browser *browser, enum action action)
{
    return help_act(&browser->help, action);
}

static enum search_result list_view_search(struct browser *browser, bool forward)
{
    return list_search(&browser->list, &browser->pattern, forward);
}

static enum search_result reader_view_search(struct browser *browser, bool forward)
{
    if (browser->reader.article == READER_EMPTY)
        return SEARCH_NOTHING;
    return reader_search(&browser->reader, &browser->pattern, forward);
}

static enum search_result compare_view_search(struct browser *browser, bool forward)
{
    return compare_search(&browser->compare, &browser->pattern, forward);
}

static enum search_result why_view_search(struct browser *browser, bool forward)
{
    return why_search(&browser->why, &browser->pattern, forward);
}

static enum search_result help_view_search(struct browser *browser, bool forward)
{
    return help_search(&browser->help, &browser->pattern, forward);
}

static const struct pattern *marked_pattern(const struct browser *browser, enum view_id view)
{
    return browser->marking && browser->view == view ? &browser->pattern : NULL;
}

static void draw_panes(struct browser *browser, struct grid *grid, struct browser_cursor *cursor)
{
    const struct frame *frame = &browser->frame;
    bar_draw_library(frame_area(grid, frame->bar), browser->library);
    if (frame->first.rows)
        list_draw(&browser->list, frame_area(grid, frame->first), marked_pattern(browser, VIEW_LIST),
                  browser->view == VIEW_LIST, cursor);
    frame_draw_rule(grid, frame->rule);
    if (frame->second.rows)
        reader_draw(&browser->reader, frame_area(grid, frame->second), browser->view == VIEW_READER, cursor);
}

static void draw_compare(struct browser *browser, struct grid *grid, struct browser_cursor *cursor)
{
    const struct frame *frame = &browser->frame;
    bar_draw_story(frame_area(grid, frame->bar), compare_title(&browser->compare),
                   browser->compare.relations);
    if (frame->first.rows)
        compare_draw_list(&browser->compare, frame_area(grid, frame->first),
                          marked_pattern(browser, VIEW_COMPARE), cursor);
    frame_draw_rule(grid, frame->rule);
    if (frame->second.rows)
        compare_draw_detail(&browser->compare, frame_area(grid, frame->second), cursor);
}

static void draw_why(struct browser *browser, struct grid *grid, struct browser_cursor *cursor)
{
    views[browser->why.under].draw(browser, grid, cursor);
    frame_draw_branch(grid, browser->frame.rule, browser->frame.why_rule);
    why_draw(&browser->why, frame_area(grid, browser->frame.why), marked_pattern(browser, VIEW_WHY), cursor);
}

static void draw_help(struct browser *browser, struct grid *grid, struct browser_cursor *cursor)
{
    bar_draw_library(frame_area(grid, browser->frame.bar), browser->library);
    help_draw(&browser->help, frame_area(grid, browser->frame.second), marked_pattern(browser, VIEW_HELP),
              cursor);
}

static void list_position(const struct browser *browser, struct strbuf *out)
{
    if (browser->list.count)
        strbuf_add_format(out, "article %zu/%zu", browser->list.selected + 1, browser->list.count);
}

static void reader_position(const struct browser *browser, struct strbuf *out)
{
    list_position(browser, out);
    strbuf_add_format(out, "%s%u %%", out->size ? " · " : "", reader_percent(&browser->reader));
    size_t unsure = reader_dimmed(&browser->reader);
    if (unsure)
        strbuf_add_format(out, " · %zu unsure, dimmed", unsure);
    else if (browser->reader.dims_unsure)
        strbuf_add_str(out, STR(" · nothing unsure"));
}

static void compare_position(const struct browser *browser, struct strbuf *out)
{
    const struct compare *compare = &browser->compare;
    strbuf_add_format(out, "claim %u/%u · version %u/%zu", compare->selected + 1,
                      library_claims(browser->library)->stories[compare->story].claim_count,
                      compare->version + 1, compare_claim(compare)->version_count);
}

static void why_position(const struct browser *browser, struct strbuf *out)
{
    const struct why *why = &browser->why;
    if (why->lines.size <= why->rows)
        views[why->under].position(browser, out);
    else
        strbuf_add_format(out, "why · lines %zu–%zu of %zu", why->top + 1, why->top + why->rows,
                          why->lines.size);
}

static void help_position(const struct browser *browser, struct strbuf *out)
{
    size_t first, last, count;
    help_window(&browser->help, &first, &last, &count);
    if (first == 1 && last == count)
        strbuf_add_format(out, "%zu keys", browser->help.actions.size);
    else
        strbuf_add_format(out, "lines %zu–%zu of %zu", first, last, count);
}

static const struct hint list_hints[] = {{ACTION_OPEN, "read"},
                                         {ACTION_COMPARE_STORY, "compare"},
                                         {ACTION_SEARCH, "search"},
                                         {ACTION_BACK, "quit"},
                                         {0}};
static const struct hint reader_hints[] = {{ACTION_COMPARE, "compare"},
                                           {ACTION_NEXT_SENTENCE, "sentence"},
                                           {ACTION_NEXT_QUOTATION, "quotation"},
                                           {ACTION_NEXT_DIFFERENCE, "difference"},
                                           {ACTION_WHY, "why"},
                                           {ACTION_BACK, "back"},
                                           {0}};
static const struct hint compare_hints[] = {{ACTION_OPEN_VERSION, "read"},
                                            {ACTION_NEXT_VERSION, "version"},
                                            {ACTION_NEXT_DIFFERENCE, "difference"},
                                            {ACTION_WHY, "why"},
                                            {ACTION_BACK, "back"},
                                            {ACTION_COSMETIC, "cosmetic"},
                                            {0}};
static const struct hint why_hints[] = {{ACTION_WHY, "close"}, {ACTION_MOVE_DOWN, "scroll"}, {0}};
static const struct hint help_hints[] = {{ACTION_PAGE_DOWN, "page"}, {ACTION_BACK, "back"}, {0}};

const struct view views[VIEW_TOTAL] = {
    [VIEW_LIST] = {IN_LIST, "the article list", list_view_act, list_view_search, draw_panes, list_position,
                   list_hints},
    [VIEW_READER] = {IN_READER, "the reader", reader_view_act, reader_view_search, draw_panes,
                     reader_position, reader_hints},
    [VIEW_COMPARE] = {IN_COMPARE, "the comparison", compare_view_act, compare_view_search, draw_compare,
                      compare_position, compare_hints},
    [VIEW_WHY] = {IN_WHY, "the explanation", why_view_act, why_view_search, draw_why, why_position,
                  why_hints},
    [VIEW_HELP] = {IN_HELP, "help", help_view_act, help_view_search, draw_help, help_position, help_hints},
};
