/* ansi.c: see ansi.h. The pairs of slots and colours are those of base16's and base24's terminal templates. */
#include "ansi.h"

#include "color.h"

static const struct {
    int8_t on_dark, on_light; /* painted */
    int8_t followed;          /* COLOR_TERMINAL: the terminal's own foreground */
    bool dim;                 /* followed, and dimmed: bright black cannot be read in every user's sixteen */
} slots[SLOT_TOTAL] = {
    [0x00] = {0, 15, COLOR_TERMINAL, false}, [0x01] = {8, 7, COLOR_TERMINAL, true},
    [0x02] = {8, 7, COLOR_TERMINAL, true},   [0x03] = {8, 8, COLOR_TERMINAL, true},
    [0x04] = {7, 8, COLOR_TERMINAL, false},  [0x05] = {7, 0, COLOR_TERMINAL, false},
    [0x06] = {15, 0, COLOR_TERMINAL, false}, [0x07] = {15, 0, COLOR_TERMINAL, false},
    [0x08] = {1, 1, 1, false},               [0x09] = {11, 9, 9, false},
    [0x0A] = {3, 3, 3, false},               [0x0B] = {2, 2, 2, false},
    [0x0C] = {6, 6, 6, false},               [0x0D] = {4, 4, 12, false},
    [0x0E] = {5, 5, 5, false},               [0x0F] = {3, 3, 3, false},
    [0x10] = {0, 15, COLOR_TERMINAL, false}, [0x11] = {0, 15, COLOR_TERMINAL, false},
    [0x12] = {9, 9, 9, false},               [0x13] = {11, 11, 11, false},
    [0x14] = {10, 10, 10, false},            [0x15] = {14, 14, 14, false},
    [0x16] = {12, 12, 12, false},            [0x17] = {13, 13, 13, false},
};

int ansi_painted(int slot, bool light)
{
    return light ? slots[slot].on_light : slots[slot].on_dark;
}

uint32_t ansi_overlay_attributes(enum overlay overlay)
{
    static const uint32_t attributes[OVERLAY_TOTAL] = {
        [OVERLAY_SELECTED] = STYLE_REVERSE,
        [OVERLAY_FOCUS] = STYLE_BOLD,
        [OVERLAY_MATCH] = STYLE_REVERSE | STYLE_BOLD,
    };
    return attributes[overlay];
}

/* An RGB value on a terminal of this depth, without a background to be judged against. */
static int32_t show_rgb(int32_t rgb, enum color_depth depth)
{
    int first = depth == DEPTH_256 ? 16 : 0, last = depth == DEPTH_256 ? 255 : depth == DEPTH_16 ? 15 : 7;
    if (depth == DEPTH_DIRECT)
        return color_direct(rgb);
    struct oklab wanted = color_oklab(rgb);
    int best = first;
    for (int i = first + 1; i <= last; i++)
        if (color_mismatch(wanted, color_oklab(theme_palette_rgb(i))) <
            color_mismatch(wanted, color_oklab(theme_palette_rgb(best))))
            best = i;
    return best;
}

/* In direct mode, as on eight colours, only 0 to 7 mean the terminal's own. */
static int32_t show_followed(struct color_choice choice, enum color_depth depth)
{
    if (choice.kind == COLOR_RGB)
        return show_rgb(choice.value, depth);
    int32_t color = choice.kind == COLOR_SLOT ? slots[choice.value].followed : COLOR_TERMINAL;
    return color > 7 && (depth == DEPTH_DIRECT || depth == DEPTH_8) ? color - 8 : color;
}

static struct style follow(const struct theme *theme, enum role role, enum overlay overlay, enum color_depth depth)
{
    enum { BLACK = 0, YELLOW = 3 };
    struct role_choice choice = theme_role(theme, role);
    bool dim = choice.foreground.kind == COLOR_SLOT && slots[choice.foreground.value].dim;
    struct style style = {show_followed(choice.foreground, depth), COLOR_TERMINAL,
                          choice.attributes | (dim ? STYLE_DIM & ~choice.decided : 0)};
    if (choice.background.kind == COLOR_RGB)
        style.background = show_rgb(choice.background.value, depth);
    if (overlay == OVERLAY_MATCH)
        return (struct style){BLACK, YELLOW, choice.attributes};
    if (overlay == OVERLAY_SELECTED)
        return (struct style){COLOR_TERMINAL, COLOR_TERMINAL, choice.attributes | STYLE_REVERSE};
    style.attributes |= ansi_overlay_attributes(overlay);
    return style;
}

void ansi_resolve_followed(const struct theme *theme, enum color_depth depth, struct style_table *table)
{
    for (int role = 0; role < ROLE_TOTAL; role++)
        for (int overlay = 0; overlay < OVERLAY_TOTAL; overlay++)
            table->styles[role][overlay] = follow(theme, (enum role)role, (enum overlay)overlay, depth);
}

void ansi_resolve_attributes(const struct theme *theme, struct style_table *table)
{
    static const uint32_t added[ROLE_TOTAL] = {
        [ROLE_DIM] = STYLE_DIM,
        [ROLE_BAR] = STYLE_REVERSE,
        [ROLE_BAR_NAME] = STYLE_REVERSE,
        [ROLE_BAR_DIM] = STYLE_REVERSE,
        [ROLE_RULE] = STYLE_DIM,
        [ROLE_QUOTATION_DIRECT] = STYLE_UNDERLINE,
        [ROLE_QUOTATION_MIXED] = STYLE_UNDERLINE,
        [ROLE_QUOTATION_INDIRECT] = STYLE_UNDERLINE,
        [ROLE_TERM] = STYLE_BOLD | STYLE_ITALIC,
        [ROLE_BOILERPLATE] = STYLE_DIM,
        [ROLE_RELATION_REWORDED] = STYLE_UNDERLINE,
        [ROLE_RELATION_SINGLE] = STYLE_DIM,
        [ROLE_OMITTED] = STYLE_DIM,
        [ROLE_COSMETIC] = STYLE_DIM,
    };
    for (int role = 0; role < ROLE_TOTAL; role++)
        for (int overlay = 0; overlay < OVERLAY_TOTAL; overlay++) {
            struct role_choice choice = theme_role(theme, (enum role)role);
            uint32_t attributes = choice.attributes | (added[role] & ~choice.decided);
            table->styles[role][overlay] = (struct style){
                COLOR_TERMINAL, COLOR_TERMINAL, attributes | ansi_overlay_attributes((enum overlay)overlay)};
        }
}
