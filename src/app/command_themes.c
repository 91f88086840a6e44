/* command_themes.c: whosaid themes: the themes by name, with a sample of each where colours are shown. */
#include "app.h"
#include "theme_names.h"

#include "whosaid/base/array.h"
#include "whosaid/output/json.h"
#include "whosaid/text/sanitise.h"
#include "whosaid/text/width.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_COLUMNS = 24 };

static const struct {
    enum role role;
    const char *text;
} SAMPLE[] = {
    {ROLE_TEXT, " "},
    {ROLE_QUOTATION_DIRECT, "“quotation”"},
    {ROLE_TEXT, " "},
    {ROLE_CUE, "said"},
    {ROLE_TEXT, " "},
    {ROLE_SPEAKER, "speaker"},
    {ROLE_TEXT, " "},
    {ROLE_TERM, "“term”"},
    {ROLE_TEXT, " "},
    {ROLE_RELATION_SAME, "= "},
    {ROLE_RELATION_REWORDED, "≈ "},
    {ROLE_RELATION_DIFFERS, "≠ "},
    {ROLE_DIM, "dim "},
};

static enum color_depth depth(void)
{
    const char *color = getenv("COLORTERM");
    return color && (strcmp(color, "truecolor") == 0 || strcmp(color, "24bit") == 0) ? DEPTH_DIRECT
                                                                                     : DEPTH_256;
}

/* SGR's 38 and 48 take a colour, 39 and 49 are the terminal's own. */
static void add_color(struct strbuf *out, unsigned code, int32_t color, enum color_depth deep)
{
    unsigned value = (unsigned)color;
    if (color == COLOR_TERMINAL)
        strbuf_add_format(out, ";%u", code + 1);
    else if (deep == DEPTH_DIRECT)
        strbuf_add_format(out, ";%u;2;%u;%u;%u", code, value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
    else
        strbuf_add_format(out, ";%u;5;%u", code, value);
}

static void add_style(struct strbuf *out, struct style style, enum color_depth deep)
{
    static const struct {
        uint32_t attribute;
        const char *code;
    } ATTRIBUTES[] = {{STYLE_BOLD, ";1"},
                      {STYLE_DIM, ";2"},
                      {STYLE_ITALIC, ";3"},
                      {STYLE_UNDERLINE, ";4"},
                      {STYLE_REVERSE, ";7"}};
    strbuf_add_str(out, STR("\033[0"));
    for (size_t i = 0; i < LENGTH(ATTRIBUTES); i++)
        if (style.attributes & ATTRIBUTES[i].attribute)
            strbuf_add_str(out, str_from(ATTRIBUTES[i].code));
    add_color(out, 38, style.foreground, deep);
    add_color(out, 48, style.background, deep);
    strbuf_add_byte(out, 'm');
}

static void add_swatch(struct strbuf *out, const struct theme *theme)
{
    struct style_table table;
    enum color_depth deep = depth();
    theme_resolve(theme, deep, &table);
    for (size_t i = 0; i < LENGTH(SAMPLE); i++) {
        add_style(out, table.styles[SAMPLE[i].role][OVERLAY_NONE], deep);
        strbuf_add_str(out, str_from(SAMPLE[i].text));
    }
    strbuf_add_str(out, STR("\033[m"));
}

static void add_name(struct strbuf *out, const char *name, bool padded)
{
    size_t start = out->size;
    text_sanitise_line(str_from(name), out);
    unsigned width = text_width(str_slice(strbuf_str(out), start, out->size));
    while (padded && width++ < NAME_COLUMNS)
        strbuf_add_byte(out, ' ');
}

static void add_json(struct strbuf *out, const char *name, const struct theme *theme)
{
    struct json json = {out, false};
    json_begin(&json, '{');
    json_key(&json, "name");
    json_str(&json, str_from(name));
    json_key(&json, "title");
    json_str(&json, theme_name(theme));
    json_key(&json, "variant");
    json_str(&json, theme_follows_terminal(theme) ? STR("terminal")
                    : theme_is_light(theme)       ? STR("light")
                                                  : STR("dark"));
    json_end(&json, '}');
}

static void add_line(const struct app *app, struct strbuf *out, const char *name, const struct theme *theme)
{
    bool color = app_wants_color(app);
    if (app->options.format == OUTPUT_JSONL) {
        add_json(out, name, theme);
        return;
    }
    add_name(out, name, color);
    if (color)
        add_swatch(out, theme);
}

static void print_theme(struct app *app, const char *name)
{
    struct error error;
    struct strbuf line;
    struct theme *theme = theme_find(name, app->locations.folders, &error);
    if (!theme) {
        app_report(app, &error);
        return;
    }
    strbuf_init(&line);
    add_line(app, &line, name, theme);
    strbuf_add_byte(&line, '\n');
    sink_add(&app->sink, strbuf_str(&line));
    app->shown = true;
    strbuf_release(&line);
    theme_free(theme);
}

void command_themes(struct app *app)
{
    struct arena arena;
    name_vector names = {0};

    arena_init(&arena);
    theme_names_list(app->locations.folders, NULL, &arena, &names);
    for (size_t i = 0; names.data[i]; i++)
        print_theme(app, names.data[i]);
    vector_release(&names);
    arena_release(&arena);
}
