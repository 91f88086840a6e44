/* list.c: see list.h. */
#include "list.h"

#include "labels.h"
#include "motion.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

enum { CARD_LINES = 4, HEADING_LINES = 2, MOST_CARD_PAGES = 2, LEFT_PAD = 2, RIGHT_PAD = 2 };

/* ---- order */

static void place_article(struct list *list, uint32_t article)
{
    list->positions[article] = (uint32_t)list->count;
    list->order[list->count++] = article;
}

static void begin_group(struct list *list, struct str title)
{
    vector_push(&list->groups, ((struct list_group){list->count, title}));
}

/* Stories told by several articles come first, each under its title, the rest after them in corpus order. */
static void place_stories(struct list *list, const struct claims *claims)
{
    for (size_t i = 0; i < claims->story_count; i++) {
        const struct story *story = &claims->stories[i];
        if (story->document_count < 2)
            continue;
        begin_group(list, story->title);
        for (size_t j = 0; j < story->document_count; j++)
            place_article(list, story->documents[j]);
    }
}

static bool stands_alone(const struct claims *claims, size_t article)
{
    uint32_t story = claims_story_of(claims, (uint32_t)article);
    return story == NO_INDEX || claims->stories[story].document_count < 2;
}

static void place_others(struct list *list, const struct claims *claims)
{
    bool begun = list->groups.size == 0;
    for (size_t i = 0; i < library_size(list->library); i++) {
        if (!stands_alone(claims, i))
            continue;
        if (!begun)
            begin_group(list, STR("Other articles"));
        begun = true;
        place_article(list, (uint32_t)i);
    }
}

void list_init(struct list *list, const struct library *library)
{
    size_t size = library_size(library);
    const struct claims *claims = library_claims(library);
    *list = (struct list){.library = library};
    list->order = memory_calloc(size, sizeof *list->order);
    list->positions = memory_calloc(size, sizeof *list->positions);
    place_stories(list, claims);
    place_others(list, claims);
    if (list->groups.size == 1)
        vector_clear(&list->groups);
}

void list_release(struct list *list)
{
    free(list->order);
    free(list->positions);
    vector_release(&list->groups);
}

/* ---- where things stand */

/* Groups that begin at or before a position. */
static size_t groups_until(const struct list *list, size_t position)
{
    size_t low = 0, high = list->groups.size;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (list->groups.data[middle].first <= position)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t card_lines(const struct list *list)
{
    return list->dense ? 1 : CARD_LINES;
}

static size_t line_of(const struct list *list, size_t position)
{
    return position * card_lines(list) + groups_until(list, position) * HEADING_LINES;
}

/* The heading above a position, or NULL. */
static const struct list_group *heading_of(const struct list *list, size_t position)
{
    size_t groups = groups_until(list, position);
    return groups && list->groups.data[groups - 1].first == position ? &list->groups.data[groups - 1] : NULL;
}

/* The first position whose lines reach behind a line. */
static size_t position_at(const struct list *list, size_t line)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (line_of(list, middle) + card_lines(list) <= line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool list_article_at(const struct list *list, unsigned row, size_t *article)
{
    size_t line = list->top + row, position = position_at(list, line);
    if (position == list->count || line < line_of(list, position))
        return false;
    *article = list->order[position];
    return true;
}

/* Brings the selection into view. A step over the edge scrolls by half a page, so that the next ones send
 * only the lines that they touch to the terminal. */
static void show_selected(struct list *list)
{
    if (list->count == 0)
        return;
    size_t heading = heading_of(list, list->selected) ? HEADING_LINES : 0;
    size_t shown = list->dense ? 1 : CARD_LINES - 1;
    size_t start = line_of(list, list->selected), end = start + shown;
    size_t total = line_of(list, list->count - 1) + shown;
    size_t most = total > list->rows ? total - list->rows : 0;
    if (start - heading < list->top || end > list->top + list->rows)
        list->top = motion_back(start, list->rows / 2);
    if (list->top > most)
        list->top = most;
    if (end > list->top + list->rows || start < list->top)
        list->top = start;
    if (list->selected == 0 && end <= list->rows)
        list->top = list->dense && heading ? 1 : 0; /* the first of dense headings needs no blank above it */
}

void list_resize(struct list *list, unsigned rows, unsigned columns)
{
    list->rows = rows;
    list->columns = columns;
    list->dense = list->count > (size_t)rows * MOST_CARD_PAGES;
    show_selected(list);
}

void list_select(struct list *list, size_t article)
{
    if (article >= list->count)
        return;
    list->selected = list->positions[article];
    show_selected(list);
}

size_t list_article(const struct list *list)
{
    return list->order[list->selected];
}

bool list_act(struct list *list, enum action action)
{
    size_t page = list->rows / card_lines(list);
    if (action == ACTION_NEXT_ARTICLE)
        action = ACTION_MOVE_DOWN;
    if (action == ACTION_PREVIOUS_ARTICLE)
        action = ACTION_MOVE_UP;
    if (!motion_apply(action, &list->selected, list->count, page))
        return false;
    show_selected(list);
    return true;
}

/* ---- search */

struct list_hunt {
    const struct list *list;
    const struct pattern *pattern;
};

static bool position_matches(void *context, size_t position)
{
    const struct list_hunt *hunt = context;
    size_t index = hunt->list->order[position];
    const struct article *article = library_document(hunt->list->library, index)->article;
    return pattern_matches(hunt->pattern, article_str(article, article->title)) ||
           pattern_matches(hunt->pattern, article_outlet_or_name(article));
}

enum search_result list_search(struct list *list, const struct pattern *pattern, bool forward)
{
    struct list_hunt hunt = {list, pattern};
    enum search_result result = search_around(&list->selected, list->count, forward, position_matches, &hunt);
    show_selected(list);
    return result;
}

/* ---- drawing */

/* What the list's state does to how an article is drawn. */
struct highlight {
    const struct pattern *pattern; /* marked; or NULL */
    bool selected, active;         /* active: this pane has the keys */
};

/* Text at the start of an area, with what the pattern finds in it marked. */
static void draw_marked(struct area area, struct str text, enum role role, const struct pattern *pattern)
{
    unsigned end = area_text_cut(area, 0, 0, area.columns, text, role);
    if (!pattern)
        return;
    span_vector found = {0};
    pattern_find(pattern, text, &found);
    vector_each (&found, span) {
        unsigned start = text_width(str_slice(text, 0, span->start));
        unsigned stop = start + text_width(span_str(text, *span));
        if (start < end)
            area_overlay(area, 0, start, (stop < end ? stop : end) - start, OVERLAY_MATCH);
    }
    vector_release(&found);
}

static unsigned draw_date(struct area area, unsigned row, unsigned column, const struct article *article)
{
    struct strbuf date;
    strbuf_init(&date);
    label_short_date(article, &date);
    unsigned end = area_text(area, row, column, strbuf_str(&date), ROLE_DATE);
    strbuf_release(&date);
    return end > column ? end + 2 : end;
}

static unsigned draw_number(struct area area, unsigned row, unsigned column, struct str glyph,
                            uint32_t number, enum role role)
{
    struct strbuf text;
    strbuf_init(&text);
    strbuf_add_str(&text, glyph);
    strbuf_add_format(&text, "%u", number);
    column = area_text(area, row, column, strbuf_str(&text), role);
    strbuf_release(&text);
    return column + 1;
}

/* "“4  ≠2 ≈1": quotations, and the sentences that other outlets tell otherwise. */
static void draw_counts(struct area area, unsigned row, const struct list *list, size_t article)
{
    struct article_counts counts = library_article_counts(list->library, article);
    unsigned column = draw_number(area, row, LEFT_PAD, STR("“"), counts.quotations, ROLE_COUNT) + 1;
    for (int relation = RELATION_DIFFERS; relation >= RELATION_REWORDED; relation--)
        if (counts.relations[relation])
            column = draw_number(area, row, column, label_relation(relation), counts.relations[relation],
                                 label_relation_role(relation));
}

static void draw_strip(struct area area, unsigned row, const struct list *list, size_t article)
{
    int strip[STRIP_CELLS];
    if (area.columns < LEFT_PAD + 16 + STRIP_CELLS + RIGHT_PAD)
        return;
    label_strip(list->library, article, strip);
    unsigned column = area.columns - RIGHT_PAD - STRIP_CELLS;
    for (unsigned i = 0; i < STRIP_CELLS; i++)
        area_text(area, row, column + i, label_strip_cell(strip[i]), label_relation_role(strip[i]));
}

static unsigned room_from(struct area area, unsigned column)
{
    return area.columns > column + RIGHT_PAD ? area.columns - RIGHT_PAD - column : 0;
}

/* The title, as far as it fits into columns. The selected one stands out by its weight and background; the
 * rest of its article has no more than the bar, so that a step sends few bytes. */
static void draw_title(struct area area, unsigned row, unsigned column, unsigned columns,
                       const struct article *article, const struct highlight *highlight)
{
    enum role role = highlight->selected ? ROLE_TITLE : ROLE_TEXT;
    area_fill(area, row, column - 1, columns + 2, role);
    draw_marked(area_part(area, row, column, 1, columns), article_str(article, article->title), role,
                highlight->pattern);
    if (highlight->selected)
        area_overlay(area, row, column - 1, columns + 2,
                     highlight->active ? OVERLAY_SELECTED : OVERLAY_RESTING);
}

/* One of a card's lines: date and outlet, title, counts and strip. */
static void draw_card_line(const struct list *list, struct area area, unsigned row, unsigned line,
                           size_t position, const struct highlight *highlight)
{
    size_t index = list->order[position];
    const struct article *article = library_document(list->library, index)->article;
    unsigned column = LEFT_PAD;
    if (line == 0) {
        column = draw_date(area, row, column, article);
        draw_marked(area_part(area, row, column, 1, room_from(area, column)), article_outlet_or_name(article),
                    ROLE_OUTLET, highlight->pattern);
    } else if (line == 1) {
        draw_title(area, row, column, room_from(area, column), article, highlight);
    } else {
        draw_counts(area, row, list, index);
        draw_strip(area, row, list, index);
    }
}

/* "≠2" at the right: how many sentences differ, else how many are reworded. Returns its columns,
 * with a gap. */
static unsigned draw_strongest(const struct list *list, struct area area, unsigned row, size_t article)
{
    struct article_counts counts = library_article_counts(list->library, article);
    int relation = counts.relations[RELATION_DIFFERS] ? RELATION_DIFFERS : RELATION_REWORDED;
    struct strbuf text;
    if (counts.relations[relation] == 0 || area.columns < LEFT_PAD + RIGHT_PAD)
        return 0;
    strbuf_init(&text);
    strbuf_add_format(&text, "%s%u", label_relation(relation).data, counts.relations[relation]);
    unsigned width = text_width(strbuf_str(&text));
    area_text_right(area, row, area.columns - RIGHT_PAD, strbuf_str(&text), label_relation_role(relation));
    strbuf_release(&text);
    return width + 1;
}

/* The whole article on one line: date, title, and at the right what departs most. */
static void draw_dense_line(const struct list *list, struct area area, unsigned row, size_t position,
                            const struct highlight *highlight)
{
    size_t index = list->order[position];
    const struct article *article = library_document(list->library, index)->article;
    unsigned taken = draw_strongest(list, area, row, index);
    unsigned column = draw_date(area, row, LEFT_PAD, article);
    unsigned room = room_from(area, column);
    draw_title(area, row, column, room > taken ? room - taken : 0, article, highlight);
}

/* The lines of one article that are visible, and the heading above it. */
static void draw_position(const struct list *list, struct area area, size_t position,
                          const struct pattern *pattern, bool active)
{
    size_t start = line_of(list, position);
    const struct list_group *heading = heading_of(list, position);
    size_t title_line = start - (list->dense ? 1 : HEADING_LINES);
    if (heading && title_line >= list->top)
        area_text_cut(area, (unsigned)(title_line - list->top), LEFT_PAD, room_from(area, LEFT_PAD),
                      heading->title, ROLE_HEADING);
    size_t shown = list->dense ? 1 : CARD_LINES - 1;
    struct highlight highlight = {pattern, position == list->selected, active};
    for (unsigned line = 0; line < shown; line++) {
        if (start + line < list->top || start + line >= list->top + area.rows)
            continue;
        unsigned row = (unsigned)(start + line - list->top);
        if (list->dense)
            draw_dense_line(list, area, row, position, &highlight);
        else
            draw_card_line(list, area, row, line, position, &highlight);
        if (highlight.selected)
            area_text(area, row, 0, STR("▌"), ROLE_KEY);
    }
}

static void draw_empty(struct area area)
{
    area_text_cut(area, area.rows / 3, LEFT_PAD, room_from(area, LEFT_PAD), STR("no articles here"),
                  ROLE_DIM);
}

void list_draw(const struct list *list, struct area area, const struct pattern *pattern, bool active,
               struct browser_cursor *cursor)
{
    if (list->count == 0) {
        draw_empty(area);
        return;
    }
    for (size_t i = position_at(list, list->top); i < list->count; i++) {
        size_t start = line_of(list, i) - (heading_of(list, i) ? HEADING_LINES : 0);
        if (start >= list->top + area.rows)
            break;
        draw_position(list, area, i, pattern, active);
    }
    size_t line = line_of(list, list->selected);
    if (active && line >= list->top && line - list->top < area.rows)
        *cursor = (struct browser_cursor){area.row + (unsigned)(line - list->top), area.column};
}
