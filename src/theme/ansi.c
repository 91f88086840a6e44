/* ansi.c: see ansi.h. The pairs of slots and colours are those of base16's and
 * base24's terminal templates. */
#include "ansi.h"

#include "palette.h"

static const struct {
    int8_t on_dark, on_light; /* painted */
    int8_t followed;          /* COLOR_TERMINAL: the terminal's own foreground */
    bool dim;                 /* followed, and dimmed: bright black cannot be read in every user's sixteen */
} slots[SLOT_TOTAL] = {
    [0x00] = {0, 15, COLOR_TERMINAL, false},
    [0x01] = {8, 7, COLOR_TERMINAL, true},
    [0x02] = {8, 7, COLOR_TERMINAL, true},
    [0x03] = {8, 8, COLOR_TERMINAL, true},
    [0x04] = {7, 8, COLOR_TERMINAL, false},
    [0x05] = {7, 0, COLOR_TERMINAL, false},
    [0x06] = {15, 0, COLOR_TERMINAL, false},
    [0x07] = {15, 0, COLOR_TERMINAL, false},
    [0x08] = {1, 1, 1, false},
    [0x09] = {11, 9, 9, false},
    [0x0A] = {3, 3, 3, false},
    [0x0B] = {2, 2, 2, false},
    [0x0C] = {6, 6, 6, false},
    [0x0D] = {4, 4, 12, false},
    [0x0E] = {5, 5, 5, false},
    [0x0F] = {3, 3, 3, false},
    [0x10] = {0, 15, COLOR_TERMINAL, false},
    [0x11] = {0, 15, COLOR_TERMINAL, false},
    [0x12] = {9, 9, 9, false},
    [0x13] = {11, 11, 11, false},
    [0x14] = {10, 10, 10, false},
    [0x15] = {14, 14, 14, false},
    [0x16] = {12, 12, 12, false},
    [0x17] = {13, 13, 13, false},
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

/* In direct mode, as on eight colours, only 0 to 7 mean the terminal's own. */
static int32_t show_followed(struct color_choice choice, const struct palette *palette)
{
    enum color_depth depth = palette->depth;
    if (choice.kind == COLOR_RGB)
        return palette_nearest(palette, choice.value).value;
    int32_t color = choice.kind == COLOR_SLOT ? slots[choice.value].followed : COLOR_TERMINAL;
    return color > 7 && (depth == DEPTH_DIRECT || depth == DEPTH_8) ? color - 8 : color;
}

static struct style follow(const struct palette *palette, struct role_choice choice, enum overlay overlay)
{
    enum { BLACK = 0, YELLOW = 3 };
    bool dim = choice.foreground.kind == COLOR_SLOT && slots[choice.foreground.value].dim;
    if (overlay == OVERLAY_MATCH)
        return (struct style){BLACK, YELLOW, choice.attributes};
    if (overlay == OVERLAY_SELECTED)
        return (struct style){COLOR_TERMINAL, COLOR_TERMINAL, choice.attributes | STYLE_REVERSE};
    struct style style = {show_followed(choice.foreground, palette), COLOR_TERMINAL, choice.attributes};
    if (choice.background.kind == COLOR_RGB)
        style.background = show_followed(choice.background, palette);
    style.attributes |= (dim ? STYLE_DIM & ~choice.decided : 0) | ansi_overlay_attributes(overlay);
    return style;
}

static struct style attributes_alone(enum role role, struct role_choice choice, enum overlay overlay)
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
    uint32_t attributes = choice.attributes | (added[role] & ~choice.decided);
    return (struct style){COLOR_TERMINAL, COLOR_TERMINAL, attributes | ansi_overlay_attributes(overlay)};
}

void ansi_resolve(const struct theme *theme, enum color_depth depth, struct style_table *table)
{
    struct palette palette;
    palette_init(&palette, depth);
    for (int role = 0; role < ROLE_TOTAL; role++) {
        struct role_choice choice = theme_role(theme, (enum role)role);
        for (int overlay = 0; overlay < OVERLAY_TOTAL; overlay++)
            table->styles[role][overlay] =
                depth == DEPTH_ATTRIBUTES ? attributes_alone((enum role)role, choice, (enum overlay)overlay)
                                          : follow(&palette, choice, (enum overlay)overlay);
    }
}
