/* theme.h: palettes to styles. A theme is a YAML file; any base16 or base24 scheme works unchanged.
 *
 * theme_read gives the palette and the theme's own roles as they stand; theme_resolve mends contrast,
 * quantises to what the terminal can show, keeps roles distinct, and yields a table that the tui looks cells
 * up in. Our keys beside those of base16 and base24:
 *
 *     inherits: night-desk             the theme to start from: what follows is laid over it
 *     follow-terminal: true            the terminal's own sixteen colours and background; no palette needed
 *     roles:
 *       quotation: {fg: base0B, bg: "#1d2025", bold: true}
 *
 * fg and bg are a slot, a colour, or `terminal` (fg: where the background is the terminal's too, else
 * text's); the attributes are bold, italic, underline, reverse and dim. A role's name serves all names that
 * continue it after a dot; of several that speak of a property the longest wins, and any word over what is
 * inherited. */
#ifndef WHOSAID_THEME_THEME_H
#define WHOSAID_THEME_THEME_H

#include "whosaid/base/error.h"
#include "whosaid/base/string.h"

#include <stdbool.h>
#include <stdint.h>

enum role {
#define ROLE(id, name, fg, bg, attributes, contrast) ROLE_##id,
#include "whosaid/theme/roles.def"
#undef ROLE
    ROLE_TOTAL,
};

/* States that lie over a role: they change its background and attributes and keep its meaning. */
enum overlay {
    OVERLAY_NONE,
    OVERLAY_SELECTED, /* the list's selection, in the pane that has the keys */
    OVERLAY_RESTING,  /* the same in a pane that has not */
    OVERLAY_FOCUS,    /* the reader's focused sentence */
    OVERLAY_MATCH,    /* what a search found */
    OVERLAY_TOTAL,
};

enum style_attribute {
    STYLE_BOLD = 1,
    STYLE_ITALIC = 2,
    STYLE_UNDERLINE = 4,
    STYLE_REVERSE = 8,
    STYLE_DIM = 16,
};

/* What the terminal can show, best last. */
enum color_depth { DEPTH_ATTRIBUTES, DEPTH_8, DEPTH_16, DEPTH_256, DEPTH_DIRECT };

enum { COLOR_TERMINAL = -1 }; /* the terminal's own foreground or background */

struct style {
    int32_t foreground; /* DEPTH_DIRECT: 0xRRGGBB; else a palette index; or COLOR_TERMINAL */
    int32_t background;
    uint32_t attributes; /* enum style_attribute, or-ed */
};

struct style_table {
    struct style styles[ROLE_TOTAL][OVERLAY_TOTAL];
};

struct theme;

/* Reads a theme file. `inherits:` names another theme, by file next to it or by name in folders. NULL and
 * *error (path, line, column, what was expected) when it is broken. Free with theme_free. */
struct theme *theme_read(const char *path, const char *const *folders, struct error *error);

/* The same from bytes; path names the file in errors, and `inherits:` is looked for next to it. */
struct theme *theme_parse(struct str bytes, const char *path, const char *const *folders,
                          struct error *error);

/* The built-in default, dark or light: compiled in, so that it always works. Never NULL. */
struct theme *theme_default(bool light);

/* Finds NAME.yaml or NAME in the folders (an array closed by NULL, NULL allowed), else among the built-in
 * ones; or reads it as a path when it holds a '/'. */
struct theme *theme_find(const char *name, const char *const *folders, struct error *error);

void theme_free(struct theme *theme); /* NULL allowed */

struct str theme_name(const struct theme *theme); /* as the file says, raw; borrowed */
/* The file that it was read from, borrowed; NULL for one that is built in. */
const char *theme_path(const struct theme *theme);
bool theme_is_light(const struct theme *theme); /* by its variant, else by its background's luminance */
bool theme_follows_terminal(const struct theme *theme);

/* The table for a depth. Every role at every overlay reaches its minimum contrast against its background
 * (measured on what is shown after quantising), and roles that differ in colour stay distinct, where the
 * depth allows. */
void theme_resolve(const struct theme *theme, enum color_depth depth, struct style_table *table);

/* WCAG 2.1 contrast ratio of two 0xRRGGBB colours, 1 to 21. */
double theme_contrast(int32_t a, int32_t b);

/* The RGB of an entry of xterm's 256-colour palette (16..255 exact; 0..15 xterm's defaults). */
int32_t theme_palette_rgb(int index);

const char *theme_role_name(enum role role); /* "quotation.direct" */

#endif
