/* bar.c: see bar.h. */
#include "bar.h"

#include "labels.h"

enum {
    MOST_PARTS = 8,
    NAME_GAP = 3,
    PART_GAP = 2,
    LEAST_TITLE = 16,
    HELP_COLUMNS = 7, /* "? help " */
};

/* A fact at the right of the title bar. When there is no room, those of the lowest rank go first. */
struct part {
    struct str text;
    enum role role;
    unsigned rank;
};

static unsigned parts_width(const struct part *parts, size_t count, unsigned least_rank)
{
    unsigned width = 0;
    for (size_t i = 0; i < count; i++)
        if (parts[i].rank >= least_rank)
            width += text_width(parts[i].text) + PART_GAP;
    return width;
}

/* The lowest rank whose parts and those above it fit into columns; above all ranks when none does. */
static unsigned rank_that_fits(const struct part *parts, size_t count, unsigned columns)
{
    unsigned rank = 0;
    while (rank <= MOST_PARTS && parts_width(parts, count, rank) > columns)
        rank++;
    return rank;
}

/* " whosaid   Putin in Hanoi, June 2024            5 articles  …  ? help ", on the area's first row. */
static void draw_title(struct area area, struct str name, struct str title, const struct part *parts,
                       size_t count)
{
    area_fill(area, 0, 0, area.columns, ROLE_BAR);
    unsigned left = area_text_cut(area, 0, 1, area.columns, name, ROLE_BAR_NAME) + NAME_GAP;
    unsigned wanted = text_width(title) < LEAST_TITLE ? text_width(title) : LEAST_TITLE;
    unsigned room = area.columns > left + wanted + NAME_GAP ? area.columns - left - wanted - NAME_GAP : 0;
    unsigned rank = rank_that_fits(parts, count, room);
    unsigned column = area.columns - (rank <= MOST_PARTS ? parts_width(parts, count, rank) : 0);
    if (column > left + 1)
        area_text_cut(area, 0, left, column - left - 1, title, ROLE_BAR);
    for (size_t i = 0; i < count; i++)
        if (parts[i].rank >= rank)
            column = area_text(area, 0, column + 1, parts[i].text, parts[i].role) + 1;
}

/* Texts of a bar's parts, made one after the other. */
struct part_list {
    struct strbuf texts[MOST_PARTS];
    struct part parts[MOST_PARTS];
    size_t count;
};

static struct strbuf *add_part(struct part_list *list, enum role role, unsigned rank)
{
    list->parts[list->count].role = role;
    list->parts[list->count].rank = rank;
    strbuf_init(&list->texts[list->count]);
    return &list->texts[list->count++];
}

static void draw_parts(struct area area, struct str name, struct str title, struct part_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        list->parts[i].text = strbuf_str(&list->texts[i]);
    draw_title(area, name, title, list->parts, list->count);
    for (size_t i = 0; i < list->count; i++)
        strbuf_release(&list->texts[i]);
}

static void add_help_part(struct part_list *list)
{
    struct strbuf *text = add_part(list, ROLE_BAR_DIM, 5);
    strbuf_add_byte(text, ' ');
    action_first_key(ACTION_HELP, text);
    strbuf_add_str(text, STR(" help"));
}

void bar_draw_library(struct area area, const struct library *library)
{
    struct library_counts counts = library_counts(library);
    struct part_list list = {0};
    label_count(counts.articles, "article", add_part(&list, ROLE_BAR, 3));
    label_count(counts.quotations, "quotation", add_part(&list, ROLE_BAR, 2));
    label_count(counts.speakers, "speaker", add_part(&list, ROLE_BAR, 1));
    struct strbuf *claims = add_part(&list, ROLE_BAR, 4);
    label_count(counts.claims, "claim", claims);
    strbuf_add_format(claims, ", %u differ", counts.differ);
    add_help_part(&list);
    draw_parts(area, STR("whosaid"), library_name(library), &list);
}

void bar_draw_story(struct area area, struct str title, const uint32_t counts[4])
{
    static const struct {
        uint32_t relation;
        const char *label;
    } shown[] = {{RELATION_DIFFERS, "differs"},
                 {RELATION_REWORDED, "reworded"},
                 {RELATION_SAME, "same"},
                 {RELATION_SINGLE, "only one outlet"}};
    struct part_list list = {0};
    for (unsigned i = 0; i < 4; i++) {
        struct strbuf *text = add_part(&list, ROLE_BAR, 4 - i);
        strbuf_add_format(text, "%s %u", shown[i].label, counts[shown[i].relation]);
    }
    add_help_part(&list);
    draw_parts(area, STR("claims"), title, &list);
}

static unsigned draw_hint(struct area area, unsigned column, const struct hint *hint)
{
    struct strbuf key;
    strbuf_init(&key);
    action_first_key(hint->action, &key);
    column = area_text(area, 0, column, strbuf_str(&key), ROLE_KEY);
    column = area_text(area, 0, column + 1, str_from(hint->label), ROLE_DIM);
    strbuf_release(&key);
    return column + PART_GAP;
}

static unsigned hint_width(const struct hint *hint)
{
    struct strbuf key;
    strbuf_init(&key);
    action_first_key(hint->action, &key);
    unsigned width = text_width(strbuf_str(&key)) + 1 + text_width(str_from(hint->label)) + PART_GAP;
    strbuf_release(&key);
    return width;
}

/* How many hints fit behind the position, and the column of the first. */
static size_t place_hints(unsigned columns, struct str position, const struct hint *hints, unsigned *first)
{
    unsigned left = 1 + text_width(position), width = 0;
    unsigned room = columns > left + NAME_GAP ? columns - left - NAME_GAP : 0;
    size_t count = 0;
    while (hints[count].action != ACTION_NONE && width + hint_width(&hints[count]) <= room + PART_GAP)
        width += hint_width(&hints[count++]);
    *first = count ? columns - 1 - (width - PART_GAP) : 0;
    return count;
}

void bar_draw_status(struct area area, struct str position, const struct hint *hints)
{
    unsigned column;
    size_t count = place_hints(area.columns, position, hints, &column);
    area_text_cut(area, 0, 1, area.columns, position, ROLE_STATUS);
    for (size_t i = 0; i < count; i++)
        column = draw_hint(area, column, &hints[i]);
}

enum action bar_hint_at(unsigned columns, struct str position, const struct hint *hints, unsigned column)
{
    unsigned start;
    size_t count = place_hints(columns, position, hints, &start);
    for (size_t i = 0; i < count; i++) {
        unsigned end = start + hint_width(&hints[i]);
        if (column >= start && column < end - PART_GAP)
            return hints[i].action;
        start = end;
    }
    return ACTION_NONE;
}

bool bar_is_help_at(unsigned columns, unsigned column)
{
    return column < columns && column + HELP_COLUMNS >= columns;
}

void bar_draw_message(struct area area, struct str message, bool error)
{
    area_text_cut(area, 0, 1, area.columns > 2 ? area.columns - 2 : 0, message,
                  error ? ROLE_STATUS_ERROR : ROLE_STATUS);
}

void bar_draw_prompt(struct area area, struct str sign, struct str typed, struct str meant,
                     struct browser_cursor *cursor)
{
    unsigned column = area_text(area, 0, 0, sign, ROLE_PROMPT);
    unsigned room = area.columns > column + 1 ? area.columns - column - 1 : 0;
    unsigned width = text_width(typed);
    size_t hidden = 0;
    while (width > room && hidden < typed.size) {
        struct text_cell cell;
        text_next_cell(typed, &hidden, &cell);
        width -= cell.width;
    }
    column = area_text(area, 0, column, str_slice(typed, hidden, typed.size), ROLE_PROMPT);
    *cursor = (struct browser_cursor){area.row, area.column + column};
    column += NAME_GAP;
    if (column + 1 < area.columns)
        area_text_cut(area, 0, column, area.columns - column - 1, meant, ROLE_DIM);
}
