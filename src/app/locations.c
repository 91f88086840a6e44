/* locations.c: see locations.h. DATA_FOLDER and SOURCE_FOLDER come from meson.build. */
#include "locations.h"

#include "whosaid/base/string.h"

#include <stdlib.h>
#include <unistd.h>

static const char *join(struct arena *arena, const char *folder, const char *name)
{
    struct strbuf path;
    strbuf_init(&path);
    strbuf_add_format(&path, "%s/%s", folder, name);
    const char *kept = arena_copy_string(arena, path.data, path.size);
    strbuf_release(&path);
    return kept;
}

/* The base directory specification takes only absolute paths. */
static const char *config_folder(struct arena *arena)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (config && *config == '/')
        return join(arena, config, "whosaid");
    return home && *home == '/' ? join(arena, home, ".config/whosaid") : NULL;
}

void locations_find(struct locations *locations, struct arena *arena)
{
    const char *config = config_folder(arena);
    size_t count = 0;

    *locations = (struct locations){0};
    if (config) {
        locations->config = join(arena, config, "config.yaml");
        locations->folders[count++] = join(arena, config, "themes");
    }
    locations->folders[count++] = DATA_FOLDER "/themes";
    locations->folders[count] = SOURCE_FOLDER "/themes";
    locations->corpus =
        access(DATA_FOLDER "/corpus", R_OK) == 0 ? DATA_FOLDER "/corpus" : SOURCE_FOLDER "/corpus";
}

const char *locations_expand(const char *path, struct arena *arena)
{
    const char *home = getenv("HOME");
    return path[0] == '~' && path[1] == '/' && home ? join(arena, home, path + 2) : path;
}
