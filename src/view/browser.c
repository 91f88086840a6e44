/* browser.c: see browser.h. The small coordinator: which view has the keys, where its panes are, what comes
 * of an action that no pane can do alone. What a pane shows and how it moves is in its own file. */
#include "whosaid/view/browser.h"

#include "bar.h"
#include "compare.h"
#include "frame.h"
#include "help.h"
#include "history.h"
#include "list.h"
#include "prompt.h"
#include "reader.h"

#include "whosaid/base/memory.h"
#include "whosaid/text/sanitise.h"

#include <stdlib.h>

enum { SPLIT_STEP = 2 };

struct browser {
    const struct library *library;
    unsigned rows, columns;
    int split; /* how far the rule was moved to the right */
    enum view_id view;
    struct frame frame;
    struct list list;
    struct reader reader;
    struct compare compare;
    struct help help;
    struct history levels; /* what `back` returns to */
    struct history jumps;  /* the jump list */
    struct prompt prompt;
    struct pattern pattern;
    bool marking; /* what matches the pattern is marked */
    struct strbuf message;
    bool message_is_error;
    bool following; /* the reader is to show the list's selection at follow_at */
    uint64_t follow_at;
    enum browser_request request;
};

/* A view: what its keys do beyond the coordinator's own actions, how it is searched and drawn. */
struct view {
    enum view_mask mask;
    const char *name; /* as help calls it */
    bool (*act)(struct browser *browser, enum action action);
    enum search_result (*search)(struct browser *browser, bool forward);
    void (*draw)(struct browser *browser, struct grid *grid, struct browser_cursor *cursor);
    void (*position)(const struct browser *browser, struct strbuf *out);
    const struct hint *hints;
};

static const struct view views[VIEW_TOTAL];

/* --- places ----------------------------------------------------------------------------------- */

static struct place place_now(const struct browser *browser)
{
    bool any = browser->list.count > 0;
    bool comparing = browser->compare.story != NO_INDEX;
    return (struct place){
        .view = browser->view,
        .article = browser->reader.article,
        .selected = any ? list_article(&browser->list) : 0,
        .top = browser->reader.top,
        .offset = reader_place(&browser->reader),
        .focus = browser->reader.focus,
        .claim = comparing ? compare_claim_index(&browser->compare) : NO_INDEX,
        .version = browser->compare.version,
    };
}

/* Gives each pane its size. Panes that are not on the screen keep theirs. */
static void arrange(struct browser *browser)
{
    if (browser->rows < BROWSER_LEAST_ROWS || browser->columns < BROWSER_LEAST_COLUMNS)
        return;
    browser->split = frame_limit_split(browser->view, browser->columns, browser->split);
    bool in_second =
        browser->view == VIEW_COMPARE ? browser->compare.in_detail : browser->view == VIEW_READER;
    browser->frame = frame_for(browser->view, in_second, browser->rows, browser->columns, browser->split);
    const struct box *first = &browser->frame.first, *second = &browser->frame.second;
    if (browser->view == VIEW_COMPARE) {
        compare_resize(&browser->compare, first->rows, first->columns, second->rows, second->columns);
    } else if (browser->view == VIEW_HELP) {
        help_resize(&browser->help, second->rows, second->columns);
    } else {
        if (first->rows)
            list_resize(&browser->list, first->rows, first->columns);
        if (second->rows)
            reader_resize(&browser->reader, second->rows, second->columns);
    }
}

static void show(struct browser *browser, enum view_id view)
{
    browser->view = view;
    arrange(browser);
}

static void open_article(struct browser *browser, size_t article)
{
    browser->following = false;
    reader_open(&browser->reader, article);
    if (browser->marking)
        reader_mark(&browser->reader, &browser->pattern);
}

/* Goes back to a place. The list keeps its selection, which follows what was read meanwhile, unless all is
 * asked for. */
static void restore(struct browser *browser, const struct place *place, bool all)
{
    if (place->view == VIEW_COMPARE && place->claim != NO_INDEX)
        compare_open(&browser->compare, place->claim, place->version);
    if (place->view == VIEW_LIST && all)
        list_select(&browser->list, place->selected);
    if (place->view == VIEW_READER && place->article != READER_EMPTY) {
        list_select(&browser->list, place->article);
        open_article(browser, place->article);
    }
    show(browser, place->view);
    if (place->view == VIEW_READER)
        reader_return(&browser->reader, place->top, place->offset, place->focus);
}

static void remember_jump(struct browser *browser)
{
    if (browser->view != VIEW_HELP)
        history_push(&browser->jumps, place_now(browser));
}

/* Goes one level deeper: `back` returns here. */
static void descend(struct browser *browser, enum view_id view)
{
    history_push(&browser->levels, place_now(browser));
    show(browser, view);
}

/* --- actions that concern more than one pane -------------------------------------------------- */

static void say(struct browser *browser, const char *message)
{
    browser_say(browser, str_from(message), false);
}

static void act_open(struct browser *browser)
{
    if (browser->list.count == 0)
        return;
    remember_jump(browser);
    history_push(&browser->levels, place_now(browser));
    open_article(browser, list_article(&browser->list));
    show(browser, VIEW_READER);
}

static void show_article_list(struct browser *browser)
{
    history_clear(&browser->levels);
    browser->marking = false;
    reader_mark(&browser->reader, NULL);
    show(browser, VIEW_LIST);
}

static void act_articles(struct browser *browser)
{
    if (browser->view == VIEW_LIST)
        return;
    remember_jump(browser);
    show_article_list(browser);
}

static void act_back(struct browser *browser)
{
    struct place place;
    browser->marking = false;
    reader_mark(&browser->reader, NULL);
    if (history_pop(&browser->levels, &place))
        restore(browser, &place, false);
    else if (browser->view != VIEW_LIST)
        show(browser, VIEW_LIST);
    else
        browser->request = REQUEST_QUIT;
}

static void compare_switch_pane(struct browser *browser)
{
    browser->compare.in_detail = !browser->compare.in_detail;
    arrange(browser);
}

static void act_other_pane(struct browser *browser)
{
    if (browser->view == VIEW_LIST)
        act_open(browser);
    else if (browser->view == VIEW_READER)
        show_article_list(browser);
    else
        compare_switch_pane(browser);
}

/* J and K: in the reader the article changes at once. */
static void step_article(struct browser *browser, enum action action)
{
    list_act(&browser->list, action);
    if (browser->view == VIEW_READER && browser->list.count)
        open_article(browser, list_article(&browser->list));
}

static void act_next_article(struct browser *browser)
{
    step_article(browser, ACTION_NEXT_ARTICLE);
}

static void act_previous_article(struct browser *browser)
{
    step_article(browser, ACTION_PREVIOUS_ARTICLE);
}

static void act_compare(struct browser *browser)
{
    struct claim_ref ref;
    const struct reader *reader = &browser->reader;
    if (reader->article == READER_EMPTY || reader->focus == NO_INDEX ||
        !library_sentence_claim(browser->library, reader->article, reader->focus, &ref)) {
        say(browser, "this sentence holds no claim; ] goes to the next quotation");
        return;
    }
    remember_jump(browser);
    descend(browser, VIEW_COMPARE);
    compare_open(&browser->compare, ref.claim, ref.version);
    if (browser->frame.second.rows == 0)
        compare_switch_pane(browser); /* the claim is known: show it, not the list */
}

static void act_compare_story(struct browser *browser)
{
    if (browser->list.count == 0)
        return;
    uint32_t story =
        claims_story_of(library_claims(browser->library), (uint32_t)list_article(&browser->list));
    struct place here = place_now(browser);
    if (story == NO_INDEX || !compare_open_story(&browser->compare, story)) {
        say(browser, "no claims were found in this story");
        return;
    }
    history_push(&browser->jumps, here);
    history_push(&browser->levels, here);
    show(browser, VIEW_COMPARE);
}

static void act_open_version(struct browser *browser)
{
    const struct version *version = compare_version(&browser->compare);
    const struct annotations *a = library_document(browser->library, version->document)->annotations;
    remember_jump(browser);
    history_push(&browser->levels, place_now(browser));
    list_select(&browser->list, version->document);
    open_article(browser, version->document);
    show(browser, VIEW_READER);
    reader_focus(&browser->reader, annotations_sentence_at(a, version->span.start));
}

static void act_jump_back(struct browser *browser)
{
    struct place place;
    if (history_back(&browser->jumps, place_now(browser), &place))
        restore(browser, &place, true);
    else
        say(browser, "at the oldest place");
}

static void act_jump_forward(struct browser *browser)
{
    struct place place;
    if (history_forward(&browser->jumps, place_now(browser), &place))
        restore(browser, &place, true);
    else
        say(browser, "at the newest place");
}

static void act_help(struct browser *browser)
{
    if (browser->view == VIEW_HELP)
        return;
    help_open(&browser->help, views[browser->view].mask, views[browser->view].name);
    descend(browser, VIEW_HELP);
}

static void act_split_left(struct browser *browser)
{
    browser->split -= SPLIT_STEP;
    arrange(browser);
}

static void act_split_right(struct browser *browser)
{
    browser->split += SPLIT_STEP;
    arrange(browser);
}

static void act_search(struct browser *browser)
{
    prompt_open(&browser->prompt);
}

static void search(struct browser *browser, bool forward)
{
    if (browser->pattern.folded.size == 0) {
        say(browser, "nothing to search for yet: / asks");
        return;
    }
    browser->marking = true;
    remember_jump(browser);
    struct strbuf message;
    strbuf_init(&message);
    switch (views[browser->view].search(browser, forward)) {
    case SEARCH_NOTHING:
        strbuf_add_format(&message, "not found here: %.*s", STR_FMT(strbuf_str(&browser->pattern.text)));
        break;
    case SEARCH_WRAPPED:
        strbuf_add_format(&message, "search went on from the %s", forward ? "top" : "bottom");
        break;
    case SEARCH_FOUND: break;
    }
    if (message.size)
        browser_say(browser, strbuf_str(&message), false);
    strbuf_release(&message);
}

static void act_search_next(struct browser *browser)
{
    search(browser, true);
}

static void act_search_previous(struct browser *browser)
{
    search(browser, false);
}

static void act_theme(struct browser *browser)
{
    browser->request = REQUEST_NEXT_THEME;
}

static void act_redraw(struct browser *browser)
{
    browser->request = REQUEST_REDRAW;
}

static void act_quit(struct browser *browser)
{
    browser->request = REQUEST_QUIT;
}

/* Top and bottom are jumps; the pane itself does the moving. */
static void act_far(struct browser *browser, enum action action)
{
    remember_jump(browser);
    views[browser->view].act(browser, action);
}

static void act_top(struct browser *browser)
{
    act_far(browser, ACTION_TOP);
}

static void act_bottom(struct browser *browser)
{
    act_far(browser, ACTION_BOTTOM);
}

/* What is not in this table is for the view itself. */
static void (*const actions[ACTION_TOTAL])(struct browser *browser) = {
    [ACTION_NEXT_ARTICLE] = act_next_article,
    [ACTION_PREVIOUS_ARTICLE] = act_previous_article,
    [ACTION_TOP] = act_top,
    [ACTION_BOTTOM] = act_bottom,
    [ACTION_OPEN] = act_open,
    [ACTION_OPEN_VERSION] = act_open_version,
    [ACTION_COMPARE] = act_compare,
    [ACTION_COMPARE_STORY] = act_compare_story,
    [ACTION_BACK] = act_back,
    [ACTION_LEAVE] = act_articles,
    [ACTION_OTHER_PANE] = act_other_pane,
    [ACTION_SEARCH] = act_search,
    [ACTION_SEARCH_NEXT] = act_search_next,
    [ACTION_SEARCH_PREVIOUS] = act_search_previous,
    [ACTION_ARTICLES] = act_articles,
    [ACTION_JUMP_BACK] = act_jump_back,
    [ACTION_JUMP_FORWARD] = act_jump_forward,
    [ACTION_SPLIT_LEFT] = act_split_left,
    [ACTION_SPLIT_RIGHT] = act_split_right,
    [ACTION_THEME] = act_theme,
    [ACTION_REDRAW] = act_redraw,
    [ACTION_HELP] = act_help,
    [ACTION_QUIT] = act_quit,
};

/* --- views ------------------------------------------------------------------------------------ */

static bool list_view_act(struct browser *browser, enum action action)
{
    return list_act(&browser->list, action);
}

static bool reader_view_act(struct browser *browser, enum action action)
{
    return reader_act(&browser->reader, action);
}

static bool compare_view_act(struct browser *browser, enum action action)
{
    return compare_act(&browser->compare, action);
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
}

static void compare_position(const struct browser *browser, struct strbuf *out)
{
    const struct compare *compare = &browser->compare;
    strbuf_add_format(out, "claim %u/%u · version %u/%zu", compare->selected + 1,
                      library_claims(browser->library)->stories[compare->story].claim_count,
                      compare->version + 1, compare_claim(compare)->version_count);
}

static void help_position(const struct browser *browser, struct strbuf *out)
{
    strbuf_add_format(out, "%zu keys", browser->help.actions.size);
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
                                           {ACTION_BACK, "back"},
                                           {0}};
static const struct hint compare_hints[] = {{ACTION_OPEN_VERSION, "read"},
                                            {ACTION_NEXT_VERSION, "next version"},
                                            {ACTION_COSMETIC, "cosmetic"},
                                            {ACTION_BACK, "back"},
                                            {0}};
static const struct hint help_hints[] = {{ACTION_BACK, "back"}, {0}};

static const struct view views[VIEW_TOTAL] = {
    [VIEW_LIST] = {IN_LIST, "the article list", list_view_act, list_view_search, draw_panes, list_position,
                   list_hints},
    [VIEW_READER] = {IN_READER, "the reader", reader_view_act, reader_view_search, draw_panes,
                     reader_position, reader_hints},
    [VIEW_COMPARE] = {IN_COMPARE, "the comparison", compare_view_act, compare_view_search, draw_compare,
                      compare_position, compare_hints},
    [VIEW_HELP] = {IN_HELP, "help", help_view_act, help_view_search, draw_help, help_position, help_hints},
};

/* --- life and input --------------------------------------------------------------------------- */

struct browser *browser_create(const struct library *library)
{
    struct browser *browser = memory_calloc(1, sizeof *browser);
    browser->library = library;
    list_init(&browser->list, library);
    reader_init(&browser->reader, library);
    compare_init(&browser->compare, library);
    prompt_init(&browser->prompt);
    pattern_init(&browser->pattern);
    strbuf_init(&browser->message);
    if (browser->list.count)
        reader_open(&browser->reader, list_article(&browser->list));
    return browser;
}

void browser_free(struct browser *browser)
{
    if (!browser)
        return;
    list_release(&browser->list);
    reader_release(&browser->reader);
    compare_release(&browser->compare);
    help_release(&browser->help);
    history_release(&browser->levels);
    history_release(&browser->jumps);
    prompt_release(&browser->prompt);
    pattern_release(&browser->pattern);
    strbuf_release(&browser->message);
    free(browser);
}

void browser_resize(struct browser *browser, unsigned rows, unsigned columns)
{
    browser->rows = rows;
    browser->columns = columns;
    arrange(browser);
}

/* An empty pattern repeats the last one. */
static void finish_prompt(struct browser *browser)
{
    bool done = browser->prompt.state == PROMPT_DONE;
    browser->prompt.state = PROMPT_CLOSED;
    if (!done)
        return;
    if (browser->prompt.text.size) {
        pattern_set(&browser->pattern, strbuf_str(&browser->prompt.text));
        reader_mark(&browser->reader, NULL);
    }
    search(browser, true);
}

/* Lets the reader follow the list's selection once it rests. */
static void watch_selection(struct browser *browser, size_t before, uint64_t now_ms)
{
    if (browser->view != VIEW_LIST || browser->list.count == 0)
        return;
    size_t selected = list_article(&browser->list);
    if (selected == browser->reader.article)
        browser->following = false;
    else if (selected != before || !browser->following) {
        browser->following = true;
        browser->follow_at = now_ms + BROWSER_FOLLOW_MS;
    }
}

static bool run_action(struct browser *browser, enum action action)
{
    if (action == ACTION_NONE)
        return false;
    if (!actions[action])
        return views[browser->view].act(browser, action);
    actions[action](browser);
    return true;
}

bool browser_key(struct browser *browser, key_code key, uint64_t now_ms)
{
    bool spoke = browser->message.size > 0;
    size_t selected = browser->list.count ? list_article(&browser->list) : 0;
    bool changed = true;
    strbuf_clear(&browser->message);
    if (browser->prompt.state == PROMPT_OPEN) {
        prompt_key(&browser->prompt, key);
        if (browser->prompt.state != PROMPT_OPEN)
            finish_prompt(browser);
    } else {
        changed = run_action(browser, keys_action(key, views[browser->view].mask));
    }
    watch_selection(browser, selected, now_ms);
    return changed || spoke;
}

int browser_timeout(const struct browser *browser, uint64_t now_ms)
{
    if (!browser->following)
        return -1;
    return browser->follow_at > now_ms ? (int)(browser->follow_at - now_ms) : 0;
}

bool browser_tick(struct browser *browser, uint64_t now_ms)
{
    if (!browser->following || now_ms < browser->follow_at)
        return false;
    open_article(browser, list_article(&browser->list));
    return true;
}

enum browser_request browser_take_request(struct browser *browser)
{
    enum browser_request request = browser->request;
    browser->request = REQUEST_NONE;
    return request;
}

void browser_say(struct browser *browser, struct str message, bool error)
{
    strbuf_clear(&browser->message);
    text_sanitise_line(message, &browser->message);
    browser->message_is_error = error;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void draw_centred(struct area area, unsigned row, struct str text)
{
    unsigned width = text_width(text);
    area_text_cut(area, row, area.columns > width ? (area.columns - width) / 2 : 0, area.columns, text,
                  ROLE_TEXT);
}

/* On one line, or on two where that is what fits. */
static void draw_too_small(struct area area)
{
    unsigned row = area.rows ? (area.rows - 1) / 2 : 0;
    if (area.columns >= 36) {
        draw_centred(area, row, STR("whosaid needs 40 columns and 12 rows"));
        return;
    }
    draw_centred(area, row, STR("whosaid needs"));
    draw_centred(area, row + 1, STR("40 columns, 12 rows"));
}

static void draw_status(const struct browser *browser, struct area area, struct browser_cursor *cursor)
{
    if (browser->prompt.state == PROMPT_OPEN) {
        bar_draw_prompt(area, STR("/"), strbuf_str(&browser->prompt.text), cursor);
        return;
    }
    if (browser->message.size) {
        bar_draw_message(area, strbuf_str(&browser->message), browser->message_is_error);
        return;
    }
    struct strbuf position;
    strbuf_init(&position);
    views[browser->view].position(browser, &position);
    bar_draw_status(area, strbuf_str(&position), views[browser->view].hints);
    strbuf_release(&position);
}

void browser_draw(struct browser *browser, struct grid *grid, struct browser_cursor *cursor)
{
    *cursor = (struct browser_cursor){0, 0};
    grid_clear(grid);
    if (browser->rows < BROWSER_LEAST_ROWS || browser->columns < BROWSER_LEAST_COLUMNS) {
        draw_too_small(grid_area(grid));
        return;
    }
    views[browser->view].draw(browser, grid, cursor);
    draw_status(browser, frame_area(grid, browser->frame.status), cursor);
}
