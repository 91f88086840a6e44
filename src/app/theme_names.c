/* theme_names.c: see theme_names.h. */
#include "theme_names.h"

#include "whosaid/base/string.h"
#include "whosaid/tui/tui.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_THEMES = 2000 };

static const char DARK[] = "night-desk", LIGHT[] = "newsprint";

static bool is_listed(const name_vector *names, const char *name)
{
    for (size_t i = 0; i < names->size; i++)
        if (strcmp(names->data[i], name) == 0)
            return true;
    return false;
}

static void add(name_vector *names, const char *name)
{
    if (!is_listed(names, name) && names->size < MOST_THEMES)
        vector_push(names, name);
}

/* The name of a theme's file without its ending; empty when it is none. */
static struct str theme_of_file(const char *file)
{
    struct str name = str_from(file);
    if (file[0] != '.' && str_ends(name, STR(".yaml")))
        return str_slice(name, 0, name.size - strlen(".yaml"));
    return STR("");
}

static void add_folder(const char *path, struct arena *arena, name_vector *names)
{
    DIR *folder = opendir(path);
    struct dirent *entry;
    if (!folder)
        return;
    while ((entry = readdir(folder))) {
        struct str name = theme_of_file(entry->d_name);
        if (name.size)
            add(names, arena_copy_string(arena, name.data, name.size));
    }
    closedir(folder);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void theme_names_list(const char *const *folders, const char *first, struct arena *arena, name_vector *names)
{
    bool light = tui_background_is_light(getenv("COLORFGBG"));
    if (first)
        add(names, first);
    add(names, light ? LIGHT : DARK);
    add(names, light ? DARK : LIGHT);
    size_t fixed = names->size;
    for (; *folders; folders++)
        add_folder(*folders, arena, names);
    qsort(names->data + fixed, names->size - fixed, sizeof *names->data, compare_names);
    vector_push(names, NULL);
}
