/* help.c: see help.h. */
#include "help.h"

#include "motion.h"

enum { HEAD_LINES = 2, LEFT_PAD = 2, KEY_COLUMNS = 14, TWO_COLUMNS_FROM = 96, LEAST_HEAD_ROWS = 8 };

void help_release(struct help *help)
{
    vector_release(&help->actions);
}

void help_open(struct help *help, enum view_mask view, const char *name)
{
    vector_clear(&help->actions);
    help->view = name;
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

static size_t visible_lines(const struct help *help)
{
    return help->rows > HEAD_LINES ? help->rows - HEAD_LINES : 1;
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
        search_around(help->actions.size, help->found, forward, action_matches, &hunt, &help->found);
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
    strbuf_add_format(&head, "Keys in %s", help->view);
    area_text_cut(area, 0, LEFT_PAD, area.columns, strbuf_str(&head), ROLE_TITLE);
    strbuf_release(&head);
}

void help_draw(const struct help *help, struct area area, const struct pattern *pattern,
               struct browser_cursor *cursor)
{
    size_t lines = line_count(help);
    unsigned columns = help->columns >= TWO_COLUMNS_FROM ? 2 : 1;
    draw_head(help, area);
    for (unsigned column = 0; column < columns; column++) {
        struct area part =
            area_part(area, HEAD_LINES, column * (area.columns / columns), area.rows, area.columns / columns);
        for (unsigned row = 0; row < part.rows && help->top + row < lines; row++) {
            size_t index = column * lines + help->top + row;
            if (index < help->actions.size)
                draw_action(part, row, help->actions.data[index], pattern);
        }
    }
    *cursor = (struct browser_cursor){area.row + HEAD_LINES, area.column + LEFT_PAD};
}
