/* actions.c: what each action does beyond a single pane: going from view to view and back, jumping,
 * comparing. How one gets to a place is in places.c. */
#include "browser_state.h"

enum { SPLIT_STEP = 2 };

/* ---- actions that concern more than one pane */

static void say(struct browser *browser, const char *message)
{
    browser_say(browser, str_from(message), false);
}

static void act_open(struct browser *browser)
{
    if (browser->list.count == 0)
        return;
    browser_remember_jump(browser);
    history_push(&browser->levels, browser_place(browser));
    browser_open_article(browser, list_article(&browser->list));
    browser_show(browser, VIEW_READER);
}

static void show_article_list(struct browser *browser)
{
    history_clear(&browser->levels);
    browser->marking = false;
    reader_mark(&browser->reader, NULL);
    browser_show(browser, VIEW_LIST);
}

static void act_articles(struct browser *browser)
{
    if (browser->view == VIEW_LIST)
        return;
    browser_remember_jump(browser);
    show_article_list(browser);
}

/* ---- why */

/* Tells why of what has the focus. False when there is nothing to tell. */
static bool tell_why(struct browser *browser)
{
    if (browser_view_below(browser) == VIEW_COMPARE)
        return why_tell_claim(&browser->why, compare_claim(&browser->compare), browser->compare.version,
                              compare_shown_difference(&browser->compare));
    return browser->reader.article != READER_EMPTY &&
           why_tell_sentence(&browser->why, browser->reader.article, browser->reader.focus);
}

static void open_why(struct browser *browser)
{
    if (!tell_why(browser)) {
        say(browser, browser->view == VIEW_COMPARE ? "nobody is quoted here, and nothing differs"
                                                   : "no quotation here (] finds the next)");
        return;
    }
    browser->why.under = browser->view;
    browser->why.place = browser_place(browser);
    browser_show(browser, VIEW_WHY);
}

/* Gives its rows back; the text stands again where it stood, unless the focus moved on. */
static void close_why(struct browser *browser)
{
    struct place place = browser->why.place;
    browser_show(browser, browser->why.under);
    if (place.view == VIEW_READER && place.focus == browser->reader.focus)
        reader_return(&browser->reader, place.top, place.offset, place.focus);
}

static void act_why(struct browser *browser)
{
    if (browser->view == VIEW_WHY)
        close_why(browser);
    else
        open_why(browser);
}

bool browser_why_act(struct browser *browser, enum action action)
{
    if (why_act(&browser->why, action))
        return true;
    if (!views[browser->why.under].act(browser, action))
        return false;
    tell_why(browser);
    browser_arrange(browser);
    return true;
}

/* ---- back, and to the other pane */

static void act_back(struct browser *browser)
{
    struct place place;
    if (browser->view == VIEW_WHY) {
        close_why(browser);
        return;
    }
    browser->marking = false;
    reader_mark(&browser->reader, NULL);
    if (history_pop(&browser->levels, &place))
        browser_restore(browser, &place, false);
    else if (browser->view != VIEW_LIST)
        browser_show(browser, VIEW_LIST);
    else
        browser->request = REQUEST_QUIT;
}

static void compare_switch_pane(struct browser *browser)
{
    browser->compare.in_detail = !browser->compare.in_detail;
    browser_arrange(browser);
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
        browser_open_article(browser, list_article(&browser->list));
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
        say(browser, "no claim here (] finds a quotation)");
        return;
    }
    browser_remember_jump(browser);
    browser_descend(browser, VIEW_COMPARE);
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
    struct place here = browser_place(browser);
    if (story == NO_INDEX || !compare_open_story(&browser->compare, story)) {
        say(browser, "no claims were found in this story");
        return;
    }
    history_push(&browser->jumps, here);
    history_push(&browser->levels, here);
    browser_show(browser, VIEW_COMPARE);
}

static void act_open_version(struct browser *browser)
{
    const struct version *version = compare_version(&browser->compare);
    const struct annotations *a = library_document(browser->library, version->document)->annotations;
    browser_remember_jump(browser);
    history_push(&browser->levels, browser_place(browser));
    list_select(&browser->list, version->document);
    browser_open_article(browser, version->document);
    browser_show(browser, VIEW_READER);
    reader_focus(&browser->reader, annotations_sentence_at(a, version->span.start));
}

void browser_show_claim(struct browser *browser, uint32_t claim)
{
    bool in_detail = browser->compare.in_detail;
    browser_remember_jump(browser);
    compare_open(&browser->compare, claim, library_claims(browser->library)->claims[claim].reference);
    browser->compare.in_detail = in_detail;
    browser_arrange(browser);
}

static void act_similar(struct browser *browser)
{
    uint32_t claim = compare_next_similar(&browser->compare);
    if (claim == NO_INDEX)
        say(browser, "no claim is similar to this one");
    else
        browser_show_claim(browser, claim);
}

static void act_jump_back(struct browser *browser)
{
    struct place place;
    if (history_back(&browser->jumps, browser_place(browser), &place))
        browser_restore(browser, &place, true);
    else
        say(browser, "at the oldest place");
}

static void act_jump_forward(struct browser *browser)
{
    struct place place;
    if (history_forward(&browser->jumps, browser_place(browser), &place))
        browser_restore(browser, &place, true);
    else
        say(browser, "at the newest place");
}

static void act_help(struct browser *browser)
{
    if (browser->view == VIEW_HELP)
        return;
    help_open(&browser->help, views[browser->view].mask, views[browser->view].name);
    browser_descend(browser, VIEW_HELP);
}

static void act_split_left(struct browser *browser)
{
    browser->split -= SPLIT_STEP;
    browser_arrange(browser);
}

static void act_split_right(struct browser *browser)
{
    browser->split += SPLIT_STEP;
    browser_arrange(browser);
}

static void act_search(struct browser *browser)
{
    prompt_open(&browser->prompt, '/');
}

static void act_command(struct browser *browser)
{
    prompt_open(&browser->prompt, ':');
}

void browser_command(struct browser *browser, struct str name)
{
    struct strbuf message;
    enum action action = action_by_name(name, views[browser->view].mask);
    if (action != ACTION_NONE) {
        browser_run(browser, action);
        return;
    }
    strbuf_init(&message);
    strbuf_add_format(&message, "no action here is called %.*s", STR_FMT(name));
    browser_say(browser, strbuf_str(&message), false);
    strbuf_release(&message);
}

void browser_search(struct browser *browser, bool forward)
{
    if (browser->pattern.folded.size == 0) {
        say(browser, "nothing to search for yet: / asks");
        return;
    }
    browser->marking = true;
    browser_remember_jump(browser);
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
    browser_search(browser, true);
}

static void act_search_previous(struct browser *browser)
{
    browser_search(browser, false);
}

static void act_theme(struct browser *browser)
{
    browser->request = REQUEST_NEXT_THEME;
}

static void act_reload(struct browser *browser)
{
    browser->request = REQUEST_RELOAD;
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
    browser_remember_jump(browser);
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
    [ACTION_SIMILAR] = act_similar,
    [ACTION_COPY] = browser_copy_focus,
    [ACTION_COPY_ALL] = browser_copy_claim,
    [ACTION_JUMP_BACK] = act_jump_back,
    [ACTION_JUMP_FORWARD] = act_jump_forward,
    [ACTION_SPLIT_LEFT] = act_split_left,
    [ACTION_SPLIT_RIGHT] = act_split_right,
    [ACTION_WHY] = act_why,
    [ACTION_RELOAD] = act_reload,
    [ACTION_THEME] = act_theme,
    [ACTION_REDRAW] = act_redraw,
    [ACTION_COMMAND] = act_command,
    [ACTION_HELP] = act_help,
    [ACTION_QUIT] = act_quit,
};

bool browser_run(struct browser *browser, enum action action)
{
    if (action == ACTION_NONE)
        return false;
    if (!actions[action])
        return views[browser->view].act(browser, action);
    actions[action](browser);
    return true;
}
