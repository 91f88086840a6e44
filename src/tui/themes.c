/* themes.c: see themes.h. */
#include "themes.h"

#include <stdlib.h>

enum { BUILT_IN = 2 };

static bool load(struct themes *themes, struct error *error)
{
    struct theme *theme = NULL;
    if (themes->count > 0)
        theme = theme_find(themes->names[themes->index], themes->folders, error);
    bool found = theme || themes->count == 0;
    bool light = themes->count > 0 ? themes->light : themes->light != (themes->index % BUILT_IN == 1);
    theme_free(themes->shown);
    themes->shown = theme ? theme : theme_default(light);
    return found;
}

bool themes_open(struct themes *themes, const struct tui_options *options, struct error *error)
{
    *themes = (struct themes){
        .names = options->themes,
        .folders = options->folders,
        .light = tui_background_is_light(getenv("COLORFGBG")),
    };
    while (themes->names && themes->names[themes->count])
        themes->count++;
    return load(themes, error);
}

void themes_close(struct themes *themes)
{
    theme_free(themes->shown);
    *themes = (struct themes){0};
}

bool themes_suit(struct themes *themes, bool light)
{
    struct error error;
    return themes->index == 0 && theme_is_light(themes->shown) != light && themes_next(themes, &error);
}

bool themes_reload(struct themes *themes, struct error *error)
{
    const char *path = theme_path(themes->shown);
    struct theme *theme = path ? theme_read(path, themes->folders, error) : NULL;
    if (path && !theme)
        return false;
    if (theme) {
        theme_free(themes->shown);
        themes->shown = theme;
    }
    return true;
}

bool themes_next(struct themes *themes, struct error *error)
{
    themes->index = (themes->index + 1) % (themes->count > 0 ? themes->count : BUILT_IN);
    return load(themes, error);
}
