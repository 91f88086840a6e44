/* places.c: where one is, and going to another place: what `back` and the jump list are made of. */
#include "browser_state.h"

struct place browser_place(const struct browser *browser)
{
    bool any = browser->list.count > 0;
    bool comparing = browser->compare.story != NO_INDEX;
    return (struct place){
        .view = browser_view_below(browser),
        .article = browser->reader.article,
        .selected = any ? list_article(&browser->list) : 0,
        .top = browser->reader.top,
        .offset = reader_place(&browser->reader),
        .focus = browser->reader.focus,
        .claim = comparing ? compare_claim_index(&browser->compare) : NO_INDEX,
        .version = browser->compare.version,
        .difference = browser->compare.difference,
        .detail_top = browser->compare.detail_top,
        .in_detail = browser->compare.in_detail,
    };
}

void browser_show(struct browser *browser, enum view_id view)
{
    browser->view = view;
    browser_arrange(browser);
}

void browser_open_article(struct browser *browser, size_t article)
{
    browser->following = false;
    reader_open(&browser->reader, article);
    if (browser->marking)
        reader_mark(&browser->reader, &browser->pattern);
}

void browser_restore(struct browser *browser, const struct place *place, bool all)
{
    bool comparing = place->view == VIEW_COMPARE && place->claim != NO_INDEX;
    if (comparing)
        compare_open(&browser->compare, place->claim, place->version);
    browser->compare.in_detail = comparing && place->in_detail;
    if (place->view == VIEW_LIST && all)
        list_select(&browser->list, place->selected);
    if (place->view == VIEW_READER && place->article != READER_EMPTY) {
        list_select(&browser->list, place->article);
        browser_open_article(browser, place->article);
    }
    browser_show(browser, place->view);
    if (comparing)
        compare_return(&browser->compare, place->difference, place->detail_top);
    if (place->view == VIEW_READER)
        reader_return(&browser->reader, place->top, place->offset, place->focus);
}

void browser_remember_jump(struct browser *browser)
{
    if (browser->view != VIEW_HELP)
        history_push(&browser->jumps, browser_place(browser));
}

void browser_descend(struct browser *browser, enum view_id view)
{
    struct place here = browser_place(browser);
    here.view = browser->view;
    history_push(&browser->levels, here);
    browser_show(browser, view);
}
