/* color.c: see color.h. */
#include "color.h"

#include "whosaid/base/array.h"
#include "whosaid/base/string.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool color_is_wanted(enum tui_color option, const char *no_color)
{
    if (option != TUI_COLOR_AUTO)
        return option == TUI_COLOR_ALWAYS;
    return !no_color || !*no_color;
}

/* What a terminal's name may end in to say how many colours it has;
 * its direct sibling has "-direct" instead. */
static const char *const color_suffixes[] = {"-256color", "-88color", "-16color", "-color"};

static struct str without_color_suffix(struct str term)
{
    for (size_t i = 0; i < LENGTH(color_suffixes); i++) {
        struct str suffix = str_from(color_suffixes[i]);
        if (str_ends(term, suffix))
            return str_slice(term, 0, term.size - suffix.size);
    }
    return term;
}

bool color_direct_entry(const char *term, const char *colorterm, char *name, size_t size)
{
    struct str promise = str_from(colorterm), whole = str_from(term);
    if (!str_equal(promise, STR("truecolor")) && !str_equal(promise, STR("24bit")))
        return false;
    struct str base = without_color_suffix(whole);
    if (str_equal(base, STR("xterm-kitty")))
        base = STR("kitty");
    if (base.size == 0 || str_find(whole, STR("-direct"), 0) != STR_NONE)
        return false;
    int written = snprintf(name, size, "%.*s-direct", STR_FMT(base));
    return written > 0 && (size_t)written < size;
}

enum color_depth color_depth(int colors, bool direct)
{
    if (direct)
        return DEPTH_DIRECT;
    return colors >= 256 ? DEPTH_256 : colors >= 16 ? DEPTH_16 : colors >= 8 ? DEPTH_8 : DEPTH_ATTRIBUTES;
}

/* The last field is the background's palette index: 7 and the bright ones but 8 (grey) are light. */
bool tui_background_is_light(const char *colorfgbg)
{
    const char *last = colorfgbg ? strrchr(colorfgbg, ';') : NULL;
    if (!last || last[1] < '0' || last[1] > '9')
        return false;
    long index = strtol(last + 1, NULL, 10);
    return index == 7 || (index >= 9 && index <= 15);
}
