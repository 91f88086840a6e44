/* browser.c: see browser.h. The small coordinator: its life, keys and time coming in, cells going out. What
 * actions do is in actions.c, what a pane shows and how it moves in the pane's own file. */
#include "browser_state.h"

#include "loading.h"

#include "whosaid/base/memory.h"
#include "whosaid/text/sanitise.h"

#include <stdlib.h>

/* ---- life and input */

struct browser *browser_create(const struct library *library)
{
    struct browser *browser = memory_calloc(1, sizeof *browser);
    reader_init(&browser->reader, NULL);
    compare_init(&browser->compare, NULL);
    why_init(&browser->why, NULL);
    prompt_init(&browser->prompt);
    pattern_init(&browser->pattern);
    strbuf_init(&browser->message);
    strbuf_init(&browser->copied);
    if (library)
        browser_set_library(browser, library);
    return browser;
}

/* The article of a file in a library; READER_EMPTY when it is not there. */
static size_t find_article(const struct library *library, struct str path)
{
    for (size_t i = 0; i < library_size(library); i++) {
        const struct article *article = library_document(library, i)->article;
        if (str_equal(article_str(article, article->path), path))
            return i;
    }
    return READER_EMPTY;
}

/* Everything that points into a library begins anew with another one. */
static void begin_anew(struct browser *browser, const struct library *library)
{
    bool dims = browser->reader.dims_unsure;
    float least_sure = browser->reader.least_sure;
    unsigned rows = browser->reader.rows, columns = browser->reader.columns;
    list_release(&browser->list);
    reader_release(&browser->reader);
    compare_release(&browser->compare);
    why_release(&browser->why);
    history_release(&browser->levels);
    history_release(&browser->jumps);
    list_init(&browser->list, library);
    reader_init(&browser->reader, library);
    compare_init(&browser->compare, library);
    why_init(&browser->why, library);
    reader_resize(&browser->reader, rows, columns);
    browser->reader.dims_unsure = dims;
    browser->reader.least_sure = least_sure;
    browser->library = library;
    browser->following = browser->marking = false;
}

void browser_set_library(struct browser *browser, const struct library *library)
{
    bool reading = browser_view_below(browser) == VIEW_READER;
    size_t kept = READER_EMPTY;
    uint32_t focus = browser->reader.focus;
    if (browser->library && browser->reader.article != READER_EMPTY) {
        const struct article *article = library_document(browser->library, browser->reader.article)->article;
        kept = find_article(library, article_str(article, article->path));
        if (kept != READER_EMPTY &&
            library_document(library, kept)->article->content_hash != article->content_hash)
            focus = 0;
    }
    begin_anew(browser, library);
    if (kept != READER_EMPTY)
        list_select(&browser->list, kept);
    if (browser->list.count)
        reader_open(&browser->reader, list_article(&browser->list));
    browser->view = reading && kept != READER_EMPTY ? VIEW_READER : VIEW_LIST;
    if (browser->rows)
        browser_arrange(browser);
    if (kept != READER_EMPTY)
        reader_focus(&browser->reader, focus);
}

bool browser_set_progress(struct browser *browser, const struct library_progress *progress)
{
    bool same = progress->done == browser->progress.done && progress->total == browser->progress.total &&
                progress->comparing == browser->progress.comparing;
    browser->progress = *progress;
    return !same;
}

void browser_free(struct browser *browser)
{
    if (!browser)
        return;
    list_release(&browser->list);
    reader_release(&browser->reader);
    compare_release(&browser->compare);
    help_release(&browser->help);
    why_release(&browser->why);
    history_release(&browser->levels);
    history_release(&browser->jumps);
    prompt_release(&browser->prompt);
    pattern_release(&browser->pattern);
    strbuf_release(&browser->message);
    strbuf_release(&browser->copied);
    free(browser);
}

void browser_set_least_sure(struct browser *browser, float share)
{
    browser->reader.least_sure = share;
}

void browser_resize(struct browser *browser, unsigned rows, unsigned columns)
{
    browser->rows = rows;
    browser->columns = columns;
    if (browser->library)
        browser_arrange(browser);
}

/* An empty pattern repeats the last one; no name is no action. */
static void finish_prompt(struct browser *browser)
{
    bool done = browser->prompt.state == PROMPT_DONE;
    browser->prompt.state = PROMPT_CLOSED;
    if (!done)
        return;
    if (browser->prompt.sign == ':') {
        if (browser->prompt.text.size)
            browser_command(browser, strbuf_str(&browser->prompt.text));
        return;
    }
    if (browser->prompt.text.size) {
        pattern_set(&browser->pattern, strbuf_str(&browser->prompt.text));
        reader_mark(&browser->reader, NULL);
    }
    browser_search(browser, true);
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

bool browser_key(struct browser *browser, key_code key, uint64_t now_ms)
{
    if (!browser->library) { /* there is nothing yet but to wait or to leave */
        enum action action = keys_action(key, IN_LIST);
        if (action == ACTION_BACK || action == ACTION_QUIT)
            browser->request = REQUEST_QUIT;
        return false;
    }
    bool spoke = browser->message.size > 0;
    size_t selected = browser->list.count ? list_article(&browser->list) : 0;
    bool changed = true;
    strbuf_clear(&browser->message);
    if (browser->prompt.state == PROMPT_OPEN) {
        prompt_key(&browser->prompt, key);
        if (browser->prompt.state != PROMPT_OPEN)
            finish_prompt(browser);
    } else {
        changed = browser_run(browser, keys_action(key, views[browser->view].mask));
    }
    watch_selection(browser, selected, now_ms);
    return changed || spoke;
}

bool browser_mouse(struct browser *browser, const struct mouse_event *event, uint64_t now_ms)
{
    if (!browser->library || browser->prompt.state == PROMPT_OPEN || browser->rows < BROWSER_LEAST_ROWS ||
        browser->columns < BROWSER_LEAST_COLUMNS)
        return false;
    bool spoke = browser->message.size > 0;
    size_t selected = browser->list.count ? list_article(&browser->list) : 0;
    strbuf_clear(&browser->message);
    bool dismisses = spoke && event->row == browser->frame.status.row; /* the hints are not to be seen */
    bool changed = !dismisses && mouse_act(browser, event);
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
    browser_open_article(browser, list_article(&browser->list));
    return true;
}

enum browser_request browser_take_request(struct browser *browser)
{
    enum browser_request request = browser->request;
    browser->request = REQUEST_NONE;
    return request;
}

struct str browser_copied(const struct browser *browser)
{
    return strbuf_str(&browser->copied);
}

void browser_say(struct browser *browser, struct str message, bool error)
{
    strbuf_clear(&browser->message);
    text_sanitise_line(message, &browser->message);
    browser->message_is_error = error;
}

/* ---- drawing */

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

/* Of an action, the names that begin as what was typed. */
static void draw_prompt(const struct browser *browser, struct area area, struct browser_cursor *cursor)
{
    struct str typed = strbuf_str(&browser->prompt.text);
    struct strbuf names;
    strbuf_init(&names);
    if (browser->prompt.sign == ':')
        action_names(typed, views[browser->view].mask, &names);
    bar_draw_prompt(area, (struct str){&browser->prompt.sign, 1}, typed, strbuf_str(&names), cursor);
    strbuf_release(&names);
}

static void draw_status(const struct browser *browser, struct area area, struct browser_cursor *cursor)
{
    if (browser->prompt.state == PROMPT_OPEN) {
        draw_prompt(browser, area, cursor);
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
    if (!browser->library) {
        loading_draw(grid_area(grid), &browser->progress);
        return;
    }
    views[browser->view].draw(browser, grid, cursor);
    draw_status(browser, frame_area(grid, browser->frame.status), cursor);
}
