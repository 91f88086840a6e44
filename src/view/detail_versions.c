/* detail_versions.c: the columns of one claim: who tells it, whom they name, the words. */
#include "detail_page.h"

#include "abreast.h"
#include "labels.h"

#include "whosaid/base/array.h"
#include "whosaid/text/decode.h"

#include <string.h>

enum { COLUMN_GAP = 3, DATE_GAP = 2, LEAST_COLUMN = 22, MOST_COLUMN = 44 };

static const enum role version_roles[] = {
    [VERSION_DIRECT] = ROLE_QUOTATION_DIRECT,
    [VERSION_MIXED] = ROLE_QUOTATION_MIXED,
    [VERSION_INDIRECT] = ROLE_QUOTATION_INDIRECT,
    [VERSION_ASSERTION] = ROLE_TEXT,
};

/* Which columns are on the page, how wide, and whether dates stand below the outlets. */
struct window {
    unsigned first, count, columns;
    bool dates_below;
};

static unsigned heading_width(const struct detail_page *page, const struct version *version)
{
    struct strbuf date;
    strbuf_init(&date);
    label_short_date(library_document(page->library, version->document)->article, &date);
    unsigned width = text_width(label_outlet(page->library, version->document));
    width += date.size ? DATE_GAP + text_width(strbuf_str(&date)) : 0;
    strbuf_release(&date);
    return width;
}

static bool any_heading_is_wide(const struct detail_page *page, const struct window *window)
{
    for (size_t i = 0; i < page->claim->version_count; i++) {
        unsigned column = page->detail->columns.data[i];
        if (column >= window->first && column < window->first + window->count &&
            heading_width(page, &page->claim->versions[i]) > window->columns)
            return true;
    }
    return false;
}

static struct window window_for(const struct detail_page *page)
{
    unsigned total = page->detail->column_count;
    unsigned fit = (page->width + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP);
    unsigned count = fit < 1 ? 1 : fit > total ? total : fit;
    unsigned columns = (page->width + COLUMN_GAP) / count;
    columns = columns > COLUMN_GAP ? columns - COLUMN_GAP : 1;
    unsigned selected = page->detail->columns.data[page->choice.version];
    unsigned first = selected < count ? 0 : selected - count + 1;
    struct window window = {first, count, columns > MOST_COLUMN ? MOST_COLUMN : columns, false};
    window.dates_below = any_heading_is_wide(page, &window);
    return window;
}

/* Pieces added from here on belong to a version, for the mouse. */
static void begin_version(struct detail_page *page, const struct version *version)
{
    page->topic = (struct detail_topic){ABOUT_VERSION, (uint32_t)(version - page->claim->versions)};
}

/* Outlet and date of a version. Returns the rows. */
static unsigned add_outlet(struct detail_page *page, const struct window *window, uint32_t index,
                           unsigned row, unsigned x)
{
    const struct version *version = &page->claim->versions[index];
    struct strbuf date;
    strbuf_init(&date);
    begin_version(page, version);
    label_short_date(library_document(page->library, version->document)->article, &date);
    detail_add_cut(page, row, x, window->columns, label_outlet(page->library, version->document),
                   ROLE_OUTLET);
    unsigned width =
        text_width(span_str(strbuf_str(&page->detail->text.text), vector_last(&page->detail->pieces).span));
    vector_last(&page->detail->pieces).selected = index == page->choice.version;
    unsigned below = window->dates_below ? 1 : 0;
    size_t date_size = date.size;
    detail_add_piece(page, row + below, below ? x : x + width + DATE_GAP,
                     detail_add_text(page, strbuf_str(&date), ROLE_DATE));
    strbuf_release(&date);
    return date_size ? 1 + below : 1;
}

/* "Alexander Vuving, Inouye Center". Returns the rows. */
static unsigned add_speaker(struct detail_page *page, const struct version *version, unsigned row, unsigned x,
                            unsigned columns)
{
    const struct document *document = library_document(page->library, version->document);
    size_t count;
    const struct quote *quotes = annotations_quotes(document->annotations, &count);
    if (version->speaker.size == 0)
        return 0;
    begin_version(page, version);
    struct span span = detail_add_text(page, version->speaker, ROLE_SPEAKER_NOTE);
    const struct entity *entity =
        version->quote < count ? annotations_speaker(document->annotations, &quotes[version->quote]) : NULL;
    struct str detail =
        entity ? label_affiliation(article_text(document->article), entity) : (struct str){"", 0};
    if (detail.size) {
        detail_add_text(page, STR(", "), ROLE_DIM);
        span.end = detail_add_text(page, detail, ROLE_AFFILIATION).end;
    }
    return detail_add_wrapped(page, row, x, columns, span, UINT32_MAX);
}

/* The versions of a column. Returns the rows. */
static unsigned add_outlets(struct detail_page *page, const struct window *window, unsigned column,
                            unsigned x)
{
    unsigned rows = 0;
    for (uint32_t i = 0; i < page->claim->version_count; i++)
        if (page->detail->columns.data[i] == column)
            rows += add_outlet(page, window, i, page->row + rows, x);
    return rows;
}

static bool is_blank_at(struct str text, size_t at)
{
    return at >= text.size || text.data[at] == ' ' || text.data[at] == '\n';
}

/* Whether something goes on at an offset that needs a blank before it: no blank, no comma,
 * no closing mark. */
static bool goes_on_at(struct str text, size_t at)
{
    if (is_blank_at(text, at))
        return false;
    char32_t next = text_next(text, &at);
    return !strchr(",.;:!?)]", next < 0x80 ? (int)next : 'x') && next != U'”' && next != U'’' && next != U'…';
}

/* Appends a stretch of the article, and notes where words of the focused difference stand in it. */
static void add_stretch(struct detail_page *page, struct str text, struct span stretch, enum role role,
                        struct span focused)
{
    struct span added = detail_add_text(page, span_str(text, stretch), role);
    struct span part = {focused.start > stretch.start ? focused.start : stretch.start,
                        focused.end < stretch.end ? focused.end : stretch.end};
    if (part.start < part.end)
        vector_push(&page->detail->focused, ((struct span){added.start + part.start - stretch.start,
                                                           added.start + part.end - stretch.start}));
}

/* Where a version says what the focused difference is about; empty when it says nothing on it. */
static struct span focused_words(const struct detail_page *page, const struct version *version)
{
    uint32_t index = (uint32_t)(version - page->claim->versions);
    if (page->choice.difference >= page->claim->difference_count)
        return (struct span){0};
    const struct difference *difference = &page->claim->differences[page->choice.difference];
    for (size_t r = 0; r < difference->reading_count && difference->kind != DIFFERENCE_TRUNCATION; r++)
        for (size_t i = 0; i < difference->readings[r].version_count; i++)
            if (difference->readings[r].versions[i] == index)
                return difference->readings[r].spans[i];
    return (struct span){0};
}

/* "[…]", set off by blanks on both sides. */
static void add_omission(struct detail_page *page, struct str text, uint32_t at)
{
    if (at && !is_blank_at(text, at - 1))
        detail_add_text(page, STR(" "), ROLE_TEXT);
    detail_add_text(page, STR("[…]"), ROLE_OMITTED);
    if (goes_on_at(text, at))
        detail_add_text(page, STR(" "), ROLE_TEXT);
}

static void add_mark(struct detail_page *page, struct str text, const struct mark *mark, enum role plain,
                     struct span focused)
{
    switch (mark->kind) {
    case MARK_CHANGED:
        detail_add_text(page, STR("["), ROLE_CHANGED);
        add_stretch(page, text, mark->span, ROLE_CHANGED, focused);
        detail_add_text(page, STR("]"), ROLE_CHANGED);
        break;
    case MARK_ADDED:
        detail_add_text(page, STR("‹"), ROLE_ADDED);
        add_stretch(page, text, mark->span, ROLE_ADDED, focused);
        detail_add_text(page, STR("›"), ROLE_ADDED);
        break;
    case MARK_OMITTED: add_omission(page, text, mark->span.start); break;
    default:
        if (page->choice.cosmetic && span_is_empty(mark->span))
            detail_add_text(page, STR("…"), ROLE_COSMETIC);
        add_stretch(page, text, mark->span, page->choice.cosmetic ? ROLE_COSMETIC : plain, focused);
        break;
    }
}

/* A version's words with its marks. Returns where they stand. */
static struct span add_marked(struct detail_page *page, const struct version *version)
{
    struct str text = article_text(library_document(page->library, version->document)->article);
    struct span span = {(uint32_t)page->detail->text.text.size, 0};
    enum role plain = version_roles[version->kind];
    uint32_t at = version->span.start;
    struct span focused = focused_words(page, version);
    for (size_t i = 0; i < version->mark_count; i++) {
        const struct mark *mark = &version->marks[i];
        if (mark->span.start < at || mark->span.end > version->span.end)
            continue;
        add_stretch(page, text, (struct span){at, mark->span.start}, plain, focused);
        page->marked[mark->kind] = true;
        add_mark(page, text, mark, plain, focused);
        at = mark->span.end;
    }
    add_stretch(page, text, (struct span){at, version->span.end}, plain, focused);
    span.end = (uint32_t)page->detail->text.text.size;
    detail_join_lines(page, span);
    return span;
}

static const struct version *first_of_column(const struct detail_page *page, unsigned column)
{
    for (size_t i = 0; i < page->claim->version_count; i++)
        if (page->detail->columns.data[i] == column)
            return &page->claim->versions[i];
    return NULL;
}

/* "‹ 1 more" and "2 more ›" over the columns, where some are off the page: a click shows the next of them. */
static void add_hidden_columns(struct detail_page *page, const struct window *window)
{
    unsigned behind = page->detail->column_count - window->first - window->count;
    if (window->first == 0 && behind == 0)
        return;
    struct strbuf text;
    strbuf_init(&text);
    if (window->first) {
        strbuf_add_format(&text, "‹ %u more", window->first);
        begin_version(page, first_of_column(page, window->first - 1));
        detail_add_piece(page, page->row, 0, detail_add_text(page, strbuf_str(&text), ROLE_DIM));
    }
    strbuf_clear(&text);
    if (behind) {
        strbuf_add_format(&text, "%u more ›", behind);
        unsigned end = window->count * (window->columns + COLUMN_GAP) - COLUMN_GAP;
        unsigned width = text_width(strbuf_str(&text));
        begin_version(page, first_of_column(page, window->first + window->count));
        detail_add_piece(page, page->row, end > width ? end - width : 0,
                         detail_add_text(page, strbuf_str(&text), ROLE_DIM));
    }
    page->topic = (struct detail_topic){0};
    page->row++;
    strbuf_release(&text);
}

/* What each column says, line by line in step. Returns the rows. */
static unsigned add_words(struct detail_page *page, const struct window *window)
{
    abreast_vector lines = {0};
    span_vector told = {0};
    for (unsigned i = 0; i < window->count; i++)
        vector_push(&told, add_marked(page, first_of_column(page, window->first + i)));
    unsigned rows =
        abreast_wrap(strbuf_str(&page->detail->text.text), told.data, told.size, window->columns, &lines);
    vector_each (&lines, line) {
        begin_version(page, first_of_column(page, window->first + line->column));
        detail_add_piece(page, page->row + line->row, line->column * (window->columns + COLUMN_GAP),
                         line->span);
    }
    page->topic = (struct detail_topic){0};
    vector_release(&lines);
    vector_release(&told);
    return rows;
}

/* Each column's outlets once more, on one line: what stands over the words when the page is scrolled. */
static void add_heads(struct detail_page *page, const struct window *window)
{
    VECTOR(uint32_t) documents = {0};
    struct strbuf names;
    strbuf_init(&names);
    for (unsigned i = 0; i < window->count; i++) {
        const struct version *first = first_of_column(page, window->first + i);
        vector_clear(&documents);
        strbuf_clear(&names);
        for (size_t j = 0; j < page->claim->version_count; j++)
            if (page->detail->columns.data[j] == window->first + i)
                vector_push(&documents, page->claim->versions[j].document);
        if (documents.size == 1)
            text_truncate(label_outlet(page->library, first->document), window->columns, &names);
        else
            label_outlets(page->library, documents.data, documents.size, window->columns, &names);
        struct detail_piece head = {.column = i * (window->columns + COLUMN_GAP),
                                    .span = detail_add_text(page, strbuf_str(&names), ROLE_OUTLET),
                                    .topic = {ABOUT_VERSION, (uint32_t)(first - page->claim->versions)}};
        head.selected = page->detail->columns.data[page->choice.version] == window->first + i;
        vector_push(&page->detail->heads, head);
    }
    strbuf_release(&names);
    vector_release(&documents);
}

/* "[ ] other words   ‹ › added   […] left out": what the marks on the page mean. */
static void add_legend(struct detail_page *page)
{
    static const struct {
        enum mark_kind kind;
        enum role role;
        const char *sign, *meaning;
    } entries[] = {{MARK_CHANGED, ROLE_CHANGED, "[ ]", " differs"},
                   {MARK_ADDED, ROLE_ADDED, "‹ ›", " added"},
                   {MARK_OMITTED, ROLE_OMITTED, "[…]", " left out"}};
    struct span legend = {(uint32_t)page->detail->text.text.size, 0};
    for (size_t i = 0; i < LENGTH(entries); i++) {
        if (!page->marked[entries[i].kind])
            continue;
        if (page->detail->text.text.size > legend.start)
            detail_add_text(page, STR("   "), ROLE_DIM);
        detail_add_text(page, str_from(entries[i].sign), entries[i].role);
        detail_add_text(page, str_from(entries[i].meaning), ROLE_DIM);
    }
    legend.end = (uint32_t)page->detail->text.text.size;
    if (!span_is_empty(legend))
        page->row += detail_add_wrapped(page, page->row, 0, page->width, legend, UINT32_MAX) + 1;
}

/* The columns stand in three bands, each as high as its highest: who tells it, whom they name, the words. */
void detail_add_versions(struct detail_page *page)
{
    struct window window = window_for(page);
    unsigned step = window.columns + COLUMN_GAP, rows[2] = {0}, got;
    add_hidden_columns(page, &window);
    page->detail->heads_row = page->row;
    for (unsigned i = 0; i < window.count; i++) {
        got = add_outlets(page, &window, window.first + i, i * step);
        rows[0] = got > rows[0] ? got : rows[0];
    }
    page->row += rows[0];
    for (unsigned i = 0; i < window.count; i++) {
        got = add_speaker(page, first_of_column(page, window.first + i), page->row, i * step, window.columns);
        rows[1] = got > rows[1] ? got : rows[1];
    }
    page->row += rows[1] + 1;
    page->row += add_words(page, &window) + 1;
    page->detail->heads_end = page->row - 1;
    add_heads(page, &window);
    add_legend(page);
}
