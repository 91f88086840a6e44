/* help.c: see help.h. */
#include "help.h"

#include "motion.h"

#include "whosaid/base/array.h"

enum {
    HEAD_LINES = 2,
    LEFT_PAD = 2,
    KEY_COLUMNS = 14,
    TWO_COLUMNS_FROM = 96,
    SIGNS_FROM_ROWS = 18,
    SIGN_GAP = 3,
};

/* What stands in the views beside their words. */
static const struct sign {
    unsigned views;
    enum role role;
    const char *sign, *meaning;
} signs[] = {
    {IN_LIST, ROLE_COUNT, "“7", "quotations"},
    {IN_LIST | IN_READER | IN_COMPARE, ROLE_RELATION_DIFFERS, "≠", "outlets differ"},
    {IN_LIST | IN_READER | IN_COMPARE, ROLE_RELATION_REWORDED, "≈", "reworded"},
    {IN_READER | IN_COMPARE, ROLE_RELATION_SAME, "=", "the same"},
    {IN_READER | IN_COMPARE, ROLE_RELATION_SINGLE, "·", "one outlet only"},
    {IN_LIST | IN_READER, ROLE_RELATION_REWORDED, "▁▃█", "where in the article"},
    {IN_READER, ROLE_SPEAKER_NOTE, "↳", "who is meant"},
    {IN_READER, ROLE_DIM, "∅", "was not said so"},
    {IN_READER, ROLE_SPEAKER_NOTE, "?", "unsure"},
    {IN_COMPARE, ROLE_COUNT, "●", "tells it"},
    {IN_COMPARE, ROLE_DIM, "○", "does not"},
    {IN_COMPARE, ROLE_CHANGED, "[ ]", "other words"},
    {IN_COMPARE, ROLE_ADDED, "‹ ›", "added"},
    {IN_COMPARE, ROLE_OMITTED, "[…]", "left out"},
};
enum { SIGNS = LENGTH(signs) };

void help_release(struct help *help)
{
    vector_release(&help->actions);
}

void help_open(struct help *help, enum view_mask view, const char *name)
{
    vector_clear(&help->actions);
    help->view = view;
    help->name = name;
    help->top = help->found = 0;
    for (unsigned action = 1; action < ACTION_TOTAL; action++)
        if (action_views((enum action)action) & view)
            vector_push(&help->actions, (enum action)action);
}

/* Lines of actions; each holds one a column. */
static size_t line_count(const struct help *help)
{
    return help->columns >= TWO_COLUMNS_FROM ? (help->actions.size + 1) / 2 : help->actions.size;
}

/* Where a sign of the view stands: *column moves behind it, *row on where a line is full. */
static unsigned place_sign(const struct help *help, const struct sign *sign, unsigned *row, unsigned *column)
{
    unsigned width = text_width(str_from(sign->sign)) + 1 + text_width(str_from(sign->meaning));
    if (*column > LEFT_PAD && *column + width + LEFT_PAD > help->columns) {
        *column = LEFT_PAD;
        ++*row;
    }
    unsigned start = *column;
    *column += width + SIGN_GAP;
    return start;
}

/* The title, and the signs where there is room, each followed by a blank line. */
static unsigned head_lines(const struct help *help)
{
    unsigned row = HEAD_LINES, column = LEFT_PAD;
    if (help->rows < SIGNS_FROM_ROWS)
        return HEAD_LINES;
    for (size_t i = 0; i < SIGNS; i++)
        if (signs[i].views & help->view)
            place_sign(help, &signs[i], &row, &column);
    return column > LEFT_PAD ? row + 2 : HEAD_LINES;
}

static size_t visible_lines(const struct help *help)
{
    unsigned head = head_lines(help);
    return help->rows > head ? help->rows - head : 1;
}

void help_window(const struct help *help, size_t *first, size_t *last, size_t *count)
{
    *count = line_count(help);
    *first = help->top + 1;
    *last = motion_on(help->top, visible_lines(help), *count);
}

static size_t most_top(const struct help *help)
{
    return motion_back(line_count(help), visible_lines(help));
}

void help_resize(struct help *help, unsigned rows, unsigned columns)
{
    help->rows = rows;
    help->columns = columns;
    help->top = motion_on(help->top, 0, most_top(help));
}

bool help_act(struct help *help, enum action action)
{
    return motion_apply(action, &help->top, most_top(help) + 1, visible_lines(help));
}

struct help_hunt {
    const struct help *help;
    const struct pattern *pattern;
};

static bool action_matches(void *context, size_t index)
{
    const struct help_hunt *hunt = context;
    return pattern_matches(hunt->pattern, str_from(action_help(hunt->help->actions.data[index])));
}

enum search_result help_search(struct help *help, const struct pattern *pattern, bool forward)
{
    struct help_hunt hunt = {help, pattern};
    enum search_result result =
        search_around(&help->found, help->actions.size, forward, action_matches, &hunt);
    size_t line = help->found % line_count(help);
    if (line < help->top || line >= help->top + visible_lines(help))
        help->top = motion_on(0, line, most_top(help));
    return result;
}

static void draw_action(struct area area, unsigned row, enum action action, const struct pattern *pattern)
{
    struct strbuf keys;
    struct str text = str_from(action_help(action));
    strbuf_init(&keys);
    action_keys(action, &keys);
    area_text_cut(area, row, LEFT_PAD, KEY_COLUMNS - 1, strbuf_str(&keys), ROLE_KEY);
    area_text_cut(area, row, LEFT_PAD + KEY_COLUMNS, area.columns, text, ROLE_TEXT);
    if (pattern && pattern_matches(pattern, text))
        area_overlay(area, row, LEFT_PAD + KEY_COLUMNS, text_width(text), OVERLAY_MATCH);
    strbuf_release(&keys);
}

static void draw_head(const struct help *help, struct area area)
{
    struct strbuf head;
    strbuf_init(&head);
    strbuf_add_format(&head, "Keys in %s", help->name);
    area_text_cut(area, 0, LEFT_PAD, area.columns, strbuf_str(&head), ROLE_TITLE);
    strbuf_release(&head);
}

static void draw_signs(const struct help *help, struct area area)
{
    unsigned row = HEAD_LINES, column = LEFT_PAD;
    for (size_t i = 0; i < SIGNS; i++) {
        if (!(signs[i].views & help->view))
            continue;
        unsigned at = place_sign(help, &signs[i], &row, &column);
        at = area_text(area, row, at, str_from(signs[i].sign), signs[i].role);
        area_text(area, row, at + 1, str_from(signs[i].meaning), ROLE_DIM);
    }
}

void help_draw(const struct help *help, struct area area, const struct pattern *pattern,
               struct browser_cursor *cursor)
{
    size_t lines = line_count(help);
    unsigned columns = help->columns >= TWO_COLUMNS_FROM ? 2 : 1;
    unsigned head = head_lines(help);
    draw_head(help, area);
    if (head > HEAD_LINES)
        draw_signs(help, area);
    for (unsigned column = 0; column < columns; column++) {
        struct area part =
            area_part(area, head, column * (area.columns / columns), area.rows, area.columns / columns);
        for (unsigned row = 0; row < part.rows && help->top + row < lines; row++) {
            size_t index = column * lines + help->top + row;
            if (index < help->actions.size)
                draw_action(part, row, help->actions.data[index], pattern);
        }
    }
    *cursor = (struct browser_cursor){area.row + head, area.column + LEFT_PAD};
}
