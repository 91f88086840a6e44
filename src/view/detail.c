/* detail.c: see detail.h. The page is built from top to bottom; `row` is where it has come to. */
#include "detail.h"

#include "abreast.h"
#include "labels.h"

#include "whosaid/text/decode.h"
#include "whosaid/text/segment.h"

#include <string.h>

enum {
    COLUMN_GAP = 3,
    DATE_GAP = 2,
    LEAST_COLUMN = 22,
    MOST_COLUMN = 44,
    MOST_TITLE_LINES = 2,
    LABEL_COLUMNS = 13,
    LEAST_VALUE = 10,
    LEAST_NAMES = 24,
    TABLE_FROM = 50, /* narrower pages name a reading's outlets under it */
    MOST_SIMILAR = 3,
};

void detail_init(struct detail *detail)
{
    *detail = (struct detail){0};
    styled_init(&detail->text);
}

void detail_release(struct detail *detail)
{
    styled_release(&detail->text);
    vector_release(&detail->pieces);
    vector_release(&detail->columns);
}

/* The page being made. */
struct page {
    struct detail *detail;
    const struct library *library;
    const struct claim *claim;
    uint32_t selected;
    bool cosmetic;
    unsigned width, row;
    bool marked[MARK_COSMETIC + 1]; /* the kinds of marks on it, by enum mark_kind */
};

static struct str version_text(const struct page *page, const struct version *version)
{
    return span_str(article_text(library_document(page->library, version->document)->article), version->span);
}

/* --- columns ---------------------------------------------------------------------------------- */

static bool told_identically(const struct page *page, size_t a, size_t b)
{
    const struct version *x = &page->claim->versions[a], *y = &page->claim->versions[b];
    return str_equal(version_text(page, x), version_text(page, y)) && str_equal(x->speaker, y->speaker);
}

static void assign_columns(struct page *page)
{
    struct detail *detail = page->detail;
    vector_clear(&detail->columns);
    detail->column_count = 0;
    for (size_t i = 0; i < page->claim->version_count; i++) {
        size_t same = 0;
        while (same < i && !told_identically(page, same, i))
            same++;
        uint32_t column = same < i ? detail->columns.data[same] : detail->column_count++;
        vector_push(&detail->columns, column);
    }
}

uint32_t detail_next_version(const struct detail *detail, uint32_t version, bool forward)
{
    uint32_t best = version;
    /* Order versions by (column, version) and take the nearest neighbour. */
    for (uint32_t i = 0; i < detail->columns.size; i++) {
        uint64_t here = (uint64_t)detail->columns.data[version] << 32 | version;
        uint64_t there = (uint64_t)detail->columns.data[i] << 32 | i;
        uint64_t nearest = (uint64_t)detail->columns.data[best] << 32 | best;
        if (forward ? there > here && (best == version || there < nearest)
                    : there < here && (best == version || there > nearest))
            best = i;
    }
    return best;
}

/* --- pieces ----------------------------------------------------------------------------------- */

static void add_piece(struct page *page, unsigned row, unsigned column, struct span span)
{
    vector_push(&page->detail->pieces, ((struct detail_piece){row, column, span, false}));
}

/* Wraps styled text into pieces from (row, column). Returns the lines. */
static unsigned add_wrapped(struct page *page, unsigned row, unsigned column, unsigned columns,
                            struct span span, unsigned most)
{
    span_vector lines = {0};
    text_wrap(strbuf_str(&page->detail->text.text), span, columns, &lines);
    unsigned count = lines.size < most ? (unsigned)lines.size : most;
    for (unsigned i = 0; i < count; i++)
        add_piece(page, row + i, column, lines.data[i]);
    vector_release(&lines);
    return count;
}

static struct span add_text(struct page *page, struct str text, enum role role)
{
    return styled_add(&page->detail->text, text, role);
}

/* A cut copy, on one line. */
static void add_cut(struct page *page, unsigned row, unsigned column, unsigned columns, struct str text,
                    enum role role)
{
    struct strbuf cut;
    strbuf_init(&cut);
    text_truncate(text, columns, &cut);
    add_piece(page, row, column, add_text(page, strbuf_str(&cut), role));
    strbuf_release(&cut);
}

/* --- head ------------------------------------------------------------------------------------- */

static bool is_grave(uint32_t kind)
{
    return kind == DIFFERENCE_SPEAKER || kind == DIFFERENCE_POLARITY ||
           (kind >= DIFFERENCE_DATE && kind <= DIFFERENCE_NAME);
}

static enum role kind_role(const struct difference *difference)
{
    if (difference->cosmetic)
        return ROLE_COUNT;
    return label_relation_role(is_grave(difference->kind) ? RELATION_DIFFERS : RELATION_REWORDED);
}

static bool kind_named(const struct claim *claim, size_t before)
{
    for (size_t i = 0; i < before; i++)
        if (claim->differences[i].kind == claim->differences[before].kind)
            return true;
    return false;
}

/* "3 of 5 outlets with full text · the speaker differs · the wording differs". */
static void add_facts(struct page *page)
{
    const struct story *story = &library_claims(page->library)->stories[page->claim->story];
    struct strbuf text;
    strbuf_init(&text);
    strbuf_add_format(&text, "%u of ", page->claim->outlets);
    label_count(story->outlets, "outlet", &text);
    strbuf_add_str(&text, STR(" with full text"));
    struct span span = add_text(page, strbuf_str(&text), ROLE_COUNT);
    for (size_t i = 0; i < page->claim->difference_count; i++) {
        const struct difference *difference = &page->claim->differences[i];
        if (difference->cosmetic || kind_named(page->claim, i))
            continue;
        strbuf_clear(&text);
        strbuf_add_format(&text, "the %s differs", difference_kind_name(difference->kind));
        add_text(page, STR(" · "), ROLE_DIM);
        span.end = add_text(page, strbuf_str(&text), kind_role(difference)).end;
    }
    page->row += add_wrapped(page, page->row, 0, page->width, span, UINT32_MAX) + 1;
    strbuf_release(&text);
}

/* Line ends inside a stretch of the page's text become blanks. */
static void join_lines(struct page *page, struct span span)
{
    for (uint32_t i = span.start; i < span.end; i++)
        if (page->detail->text.text.data[i] == '\n')
            page->detail->text.text.data[i] = ' ';
}

/* The claim's words, two lines at the most: the columns have them all. */
static void add_title(struct page *page)
{
    struct strbuf cut;
    strbuf_init(&cut);
    text_truncate(version_text(page, &page->claim->versions[page->claim->reference]),
                  page->width * MOST_TITLE_LINES - page->width / 8, &cut);
    struct span span = add_text(page, strbuf_str(&cut), ROLE_TITLE);
    join_lines(page, span);
    page->row += add_wrapped(page, page->row, 0, page->width, span, MOST_TITLE_LINES);
    strbuf_release(&cut);
}

/* --- versions --------------------------------------------------------------------------------- */

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

static unsigned heading_width(const struct page *page, const struct version *version)
{
    struct strbuf date;
    strbuf_init(&date);
    label_short_date(library_document(page->library, version->document)->article, &date);
    unsigned width = text_width(label_outlet(page->library, version->document));
    width += date.size ? DATE_GAP + text_width(strbuf_str(&date)) : 0;
    strbuf_release(&date);
    return width;
}

static bool any_heading_is_wide(const struct page *page, const struct window *window)
{
    for (size_t i = 0; i < page->claim->version_count; i++) {
        unsigned column = page->detail->columns.data[i];
        if (column >= window->first && column < window->first + window->count &&
            heading_width(page, &page->claim->versions[i]) > window->columns)
            return true;
    }
    return false;
}

static struct window window_for(const struct page *page)
{
    unsigned total = page->detail->column_count;
    unsigned fit = (page->width + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP);
    unsigned count = fit < 1 ? 1 : fit > total ? total : fit;
    unsigned columns = (page->width + COLUMN_GAP) / count;
    columns = columns > COLUMN_GAP ? columns - COLUMN_GAP : 1;
    unsigned selected = page->detail->columns.data[page->selected];
    unsigned first = selected < count ? 0 : selected - count + 1;
    struct window window = {first, count, columns > MOST_COLUMN ? MOST_COLUMN : columns, false};
    window.dates_below = any_heading_is_wide(page, &window);
    return window;
}

/* Outlet and date of a version. Returns the rows. */
static unsigned add_outlet(struct page *page, const struct window *window, uint32_t index, unsigned row,
                           unsigned x)
{
    const struct version *version = &page->claim->versions[index];
    struct strbuf date;
    strbuf_init(&date);
    label_short_date(library_document(page->library, version->document)->article, &date);
    add_cut(page, row, x, window->columns, label_outlet(page->library, version->document), ROLE_OUTLET);
    unsigned width =
        text_width(span_str(strbuf_str(&page->detail->text.text), vector_last(&page->detail->pieces).span));
    vector_last(&page->detail->pieces).selected = index == page->selected;
    unsigned below = window->dates_below ? 1 : 0;
    size_t date_size = date.size;
    add_piece(page, row + below, below ? x : x + width + DATE_GAP,
              add_text(page, strbuf_str(&date), ROLE_DATE));
    strbuf_release(&date);
    return date_size ? 1 + below : 1;
}

/* "Alexander Vuving, Inouye Center". Returns the rows. */
static unsigned add_speaker(struct page *page, const struct version *version, unsigned row, unsigned x,
                            unsigned columns)
{
    const struct document *document = library_document(page->library, version->document);
    size_t count;
    const struct quote *quotes = annotations_quotes(document->annotations, &count);
    if (version->speaker.size == 0)
        return 0;
    struct span span = add_text(page, version->speaker, ROLE_SPEAKER_NOTE);
    const struct entity *entity =
        version->quote < count ? annotations_speaker(document->annotations, &quotes[version->quote]) : NULL;
    struct str detail =
        entity ? label_affiliation(article_text(document->article), entity) : (struct str){"", 0};
    if (detail.size) {
        add_text(page, STR(", "), ROLE_DIM);
        span.end = add_text(page, detail, ROLE_AFFILIATION).end;
    }
    return add_wrapped(page, row, x, columns, span, UINT32_MAX);
}

/* The versions of a column. Returns the rows. */
static unsigned add_outlets(struct page *page, const struct window *window, unsigned column, unsigned x)
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

/* Whether something goes on at an offset that needs a blank before it: no blank, no comma, no closing mark.
 */
static bool goes_on_at(struct str text, size_t at)
{
    if (is_blank_at(text, at))
        return false;
    char32_t next = text_next(text, &at);
    return !strchr(",.;:!?)]", next < 0x80 ? (int)next : 'x') && next != U'”' && next != U'’' && next != U'…';
}

/* "[…]", set off by blanks on both sides. */
static void add_omission(struct page *page, struct str text, uint32_t at)
{
    if (at && !is_blank_at(text, at - 1))
        add_text(page, STR(" "), ROLE_TEXT);
    add_text(page, STR("[…]"), ROLE_OMITTED);
    if (goes_on_at(text, at))
        add_text(page, STR(" "), ROLE_TEXT);
}

static void add_mark(struct page *page, struct str text, const struct mark *mark, enum role plain)
{
    struct str marked = span_str(text, mark->span);
    switch (mark->kind) {
    case MARK_CHANGED:
        add_text(page, STR("["), ROLE_CHANGED);
        add_text(page, marked, ROLE_CHANGED);
        add_text(page, STR("]"), ROLE_CHANGED);
        break;
    case MARK_ADDED:
        add_text(page, STR("‹"), ROLE_ADDED);
        add_text(page, marked, ROLE_ADDED);
        add_text(page, STR("›"), ROLE_ADDED);
        break;
    case MARK_OMITTED: add_omission(page, text, mark->span.start); break;
    default:
        if (page->cosmetic && span_is_empty(mark->span))
            add_text(page, STR("…"), ROLE_COSMETIC);
        add_text(page, marked, page->cosmetic ? ROLE_COSMETIC : plain);
        break;
    }
}

/* A version's words with its marks. Returns where they stand. */
static struct span add_marked(struct page *page, const struct version *version)
{
    struct str text = article_text(library_document(page->library, version->document)->article);
    struct span span = {(uint32_t)page->detail->text.text.size, 0};
    enum role plain = version_roles[version->kind];
    uint32_t at = version->span.start;
    for (size_t i = 0; i < version->mark_count; i++) {
        const struct mark *mark = &version->marks[i];
        if (mark->span.start < at || mark->span.end > version->span.end)
            continue;
        add_text(page, span_str(text, (struct span){at, mark->span.start}), plain);
        page->marked[mark->kind] = true;
        add_mark(page, text, mark, plain);
        at = mark->span.end;
    }
    add_text(page, span_str(text, (struct span){at, version->span.end}), plain);
    span.end = (uint32_t)page->detail->text.text.size;
    join_lines(page, span);
    return span;
}

static const struct version *first_of_column(const struct page *page, unsigned column)
{
    for (size_t i = 0; i < page->claim->version_count; i++)
        if (page->detail->columns.data[i] == column)
            return &page->claim->versions[i];
    return NULL;
}

/* "‹ 1 more" and "2 more ›" over the columns, where some are off the page. */
static void add_hidden_columns(struct page *page, const struct window *window)
{
    unsigned behind = page->detail->column_count - window->first - window->count;
    if (window->first == 0 && behind == 0)
        return;
    struct strbuf text;
    strbuf_init(&text);
    if (window->first) {
        strbuf_add_format(&text, "‹ %u more", window->first);
        add_piece(page, page->row, 0, add_text(page, strbuf_str(&text), ROLE_DIM));
    }
    strbuf_clear(&text);
    if (behind) {
        strbuf_add_format(&text, "%u more ›", behind);
        unsigned end = window->count * (window->columns + COLUMN_GAP) - COLUMN_GAP;
        unsigned width = text_width(strbuf_str(&text));
        add_piece(page, page->row, end > width ? end - width : 0,
                  add_text(page, strbuf_str(&text), ROLE_DIM));
    }
    page->row++;
    strbuf_release(&text);
}

/* What each column says, line by line in step. Returns the rows. */
static unsigned add_words(struct page *page, const struct window *window)
{
    abreast_vector lines = {0};
    span_vector told = {0};
    for (unsigned i = 0; i < window->count; i++)
        vector_push(&told, add_marked(page, first_of_column(page, window->first + i)));
    unsigned rows =
        abreast_wrap(strbuf_str(&page->detail->text.text), told.data, told.size, window->columns, &lines);
    vector_each (&lines, line)
        add_piece(page, page->row + line->row, line->column * (window->columns + COLUMN_GAP), line->span);
    vector_release(&lines);
    vector_release(&told);
    return rows;
}

/* "[ ] other words   ‹ › added   […] left out": what the marks on the page mean. */
static void add_legend(struct page *page)
{
    static const struct {
        enum mark_kind kind;
        enum role role;
        const char *sign, *meaning;
    } entries[] = {{MARK_CHANGED, ROLE_CHANGED, "[ ]", " other words"},
                   {MARK_ADDED, ROLE_ADDED, "‹ ›", " added"},
                   {MARK_OMITTED, ROLE_OMITTED, "[…]", " left out"}};
    struct span legend = {(uint32_t)page->detail->text.text.size, 0};
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        if (!page->marked[entries[i].kind])
            continue;
        if (page->detail->text.text.size > legend.start)
            add_text(page, STR("   "), ROLE_DIM);
        add_text(page, str_from(entries[i].sign), entries[i].role);
        add_text(page, str_from(entries[i].meaning), ROLE_DIM);
    }
    legend.end = (uint32_t)page->detail->text.text.size;
    if (!span_is_empty(legend))
        page->row += add_wrapped(page, page->row, 0, page->width, legend, UINT32_MAX) + 1;
}

/* The columns stand in three bands, each as high as its highest: who tells it, whom they name, the words. */
static void add_versions(struct page *page)
{
    struct window window = window_for(page);
    unsigned step = window.columns + COLUMN_GAP, rows[2] = {0}, got;
    add_hidden_columns(page, &window);
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
    add_legend(page);
}

/* --- differences ------------------------------------------------------------------------------ */

/* Who prints a reading, on one line. */
static void add_names(struct page *page, unsigned row, unsigned x, const struct reading *reading)
{
    VECTOR(uint32_t) documents = {0};
    struct strbuf names;
    strbuf_init(&names);
    for (size_t i = 0; i < reading->version_count; i++)
        vector_push(&documents, page->claim->versions[reading->versions[i]].document);
    label_outlets(page->library, documents.data, documents.size, page->width > x ? page->width - x : 1,
                  &names);
    add_piece(page, row, x, add_text(page, strbuf_str(&names), ROLE_OUTLET));
    strbuf_release(&names);
    vector_release(&documents);
}

/* Columns for the readings' values: as many as the widest wants, and leave room for the names of outlets. */
static unsigned value_columns(const struct page *page)
{
    unsigned most = page->width > LABEL_COLUMNS + LEAST_VALUE ? page->width - LABEL_COLUMNS : LEAST_VALUE;
    unsigned widest = LEAST_VALUE;
    if (page->width < TABLE_FROM)
        return most;
    most -= LEAST_NAMES + COLUMN_GAP;
    for (size_t i = 0; i < page->claim->difference_count; i++)
        for (size_t j = 0; j < page->claim->differences[i].reading_count; j++) {
            unsigned width = text_width(page->claim->differences[i].readings[j].value);
            widest = width > widest ? width : widest;
        }
    return widest < most ? widest : most;
}

static void add_reading(struct page *page, const struct reading *reading, unsigned columns)
{
    bool table = page->width >= TABLE_FROM;
    struct str value = reading->value.size ? reading->value : STR("—");
    unsigned rows =
        add_wrapped(page, page->row, LABEL_COLUMNS, columns, add_text(page, value, ROLE_TEXT), UINT32_MAX);
    if (table)
        add_names(page, page->row, LABEL_COLUMNS + columns + COLUMN_GAP, reading);
    else
        add_names(page, page->row + rows++, LABEL_COLUMNS, reading);
    page->row += rows;
}

static void add_difference(struct page *page, const struct difference *difference, unsigned columns)
{
    struct str name = str_from(difference_kind_name(difference->kind));
    add_piece(page, page->row, 0, add_text(page, name, kind_role(difference)));
    if (difference->cosmetic)
        add_piece(page, page->row + 1, 0, add_text(page, STR("(cosmetic)"), ROLE_DIM));
    unsigned start = page->row;
    for (size_t i = 0; i < difference->reading_count; i++)
        add_reading(page, &difference->readings[i], columns);
    if (difference->cosmetic && page->row < start + 2)
        page->row = start + 2;
}

static void add_hidden_cosmetic(struct page *page, uint32_t hidden)
{
    if (hidden == 0)
        return;
    struct strbuf text;
    strbuf_init(&text);
    label_count(hidden, "cosmetic difference", &text);
    strbuf_add_str(&text, STR(" hidden (~ shows)"));
    page->row +=
        add_wrapped(page, page->row, 0, page->width, add_text(page, strbuf_str(&text), ROLE_DIM), UINT32_MAX);
    strbuf_release(&text);
}

static void add_differences(struct page *page)
{
    unsigned columns = value_columns(page);
    uint32_t hidden = 0;
    for (size_t i = 0; i < page->claim->difference_count; i++) {
        const struct difference *difference = &page->claim->differences[i];
        if (difference->cosmetic && !page->cosmetic)
            hidden++;
        else
            add_difference(page, difference, columns);
    }
    add_hidden_cosmetic(page, hidden);
}

static void add_similar(struct page *page)
{
    for (size_t i = 0; i < page->claim->similar_count && i < MOST_SIMILAR; i++) {
        const struct claim *similar = &library_claims(page->library)->claims[page->claim->similar[i]];
        if (i == 0)
            add_piece(page, page->row, 0, add_text(page, STR("similar"), ROLE_COUNT));
        add_cut(page, page->row++, LABEL_COLUMNS,
                page->width > LABEL_COLUMNS ? page->width - LABEL_COLUMNS : 0,
                version_text(page, &similar->versions[similar->reference]), ROLE_DIM);
    }
}

void detail_make(struct detail *detail, const struct library *library, const struct claim *claim,
                 uint32_t selected, bool cosmetic, unsigned width)
{
    struct page page = {.detail = detail,
                        .library = library,
                        .claim = claim,
                        .selected = selected,
                        .cosmetic = cosmetic,
                        .width = width ? width : 1};
    styled_clear(&detail->text);
    vector_clear(&detail->pieces);
    assign_columns(&page);
    add_title(&page);
    add_facts(&page);
    add_versions(&page);
    add_differences(&page);
    add_similar(&page);
    detail->rows = page.row;
}
