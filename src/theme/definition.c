/* definition.c: asking a theme what it is made of; see definition.h. */
#include "definition.h"

#include "color.h"

#include "whosaid/base/array.h"

#include <stdlib.h>

static const struct {
    const char *name;
    int foreground, background;
    uint32_t attributes;
    double contrast;
} roles[] = {
#define ROLE(id, name, fg, bg, attributes, contrast) {name, fg, bg, attributes, contrast / 10.0},
#include "whosaid/theme/roles.def"
#undef ROLE
};
_Static_assert(LENGTH(roles) == ROLE_TOTAL, "a line a role");

const char *theme_role_name(enum role role)
{
    return roles[role].name;
}

double theme_role_contrast(enum role role)
{
    return roles[role].contrast;
}

struct role_choice theme_role(const struct theme *theme, enum role role)
{
    struct role_choice choice = theme->roles[role];
    if (choice.foreground.kind == COLOR_UNSET)
        choice.foreground = (struct color_choice){COLOR_SLOT, roles[role].foreground};
    if (choice.background.kind == COLOR_UNSET)
        choice.background = (struct color_choice){COLOR_SLOT, roles[role].background};
    choice.attributes |= roles[role].attributes & ~choice.decided;
    return choice;
}

int32_t theme_slot(const struct theme *theme, int slot)
{
    static const int fallbacks[SLOT_TOTAL - SLOT_BASE16] = {0x00, 0x00, 0x08, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E};
    if (!(theme->filled >> slot & 1) && slot >= SLOT_BASE16)
        slot = fallbacks[slot - SLOT_BASE16];
    return theme->palette[slot];
}

struct str theme_name(const struct theme *theme)
{
    return str_from(theme->name);
}

const char *theme_path(const struct theme *theme)
{
    return theme->path;
}

bool theme_is_light(const struct theme *theme)
{
    if (theme->variant != VARIANT_UNKNOWN)
        return theme->variant == VARIANT_LIGHT;
    return !theme->follows_terminal && color_luminance(theme_slot(theme, 0)) > COLOR_MIDDLE;
}

bool theme_follows_terminal(const struct theme *theme)
{
    return theme->follows_terminal;
}

void theme_free(struct theme *theme)
{
    if (!theme)
        return;
    free(theme->name);
    free(theme->path);
    free(theme);
}
