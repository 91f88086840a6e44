/* resolve.c: a theme to what a terminal is told: which colours are wanted where, and in which order they are
 * chosen.
 *
 * For each overlay the backgrounds are fixed first, as shown; then each role takes the foreground that
 * palette.c finds for it. Roles that bear meanings claim theirs first, those that need no mending before the
 * others, so that a colour that has to move keeps clear of those that need not. */
#include "ansi.h"
#include "definition.h"
#include "palette.h"

#include "whosaid/base/array.h"

#include <stddef.h>

/* WCAG 2.1, 1.4.3. */
static const double TEXT_CONTRAST = 4.5;

struct canvas {
    const struct theme *theme;
    bool light;
    struct palette palette;
    struct shade paper;                   /* behind all */
    struct shade overlays[OVERLAY_TOTAL]; /* OVERLAY_NONE unused: each role has its own */
    struct shade reading;                 /* of the paper and the focus, the one that is harder to read on */
    struct claims claims;
};

/* Roles whose colour says something; in a collision the first has the right of way. */
static const enum role meanings[] = {
    ROLE_TEXT,
    ROLE_QUOTATION_DIRECT,
    ROLE_QUOTATION_MIXED,
    ROLE_QUOTATION_INDIRECT,
    ROLE_SPEAKER,
    ROLE_SPEAKER_NOTE,
    ROLE_CUE,
    ROLE_TERM,
    ROLE_RELATION_DIFFERS,
    ROLE_RELATION_REWORDED,
    ROLE_RELATION_SAME,
    ROLE_RELATION_SINGLE,
    ROLE_CHANGED,
    ROLE_ADDED,
    ROLE_OMITTED,
    ROLE_COSMETIC,
    ROLE_OUTLET,
};

enum { MEANINGS = LENGTH(meanings) };

/* The slot of a choice that is no RGB; text stands in for the terminal's own, where that cannot be had. */
static int choice_slot(struct color_choice choice)
{
    const int text = 0x05;
    return choice.kind == COLOR_SLOT ? choice.value : text;
}

static int32_t choice_rgb(const struct canvas *canvas, struct color_choice choice)
{
    return choice.kind == COLOR_RGB ? choice.value : theme_slot(canvas->theme, choice_slot(choice));
}

/* The same as it is aimed at on this terminal: with few colours, the one that usually stands for the slot. */
static int32_t choice_aim(const struct canvas *canvas, struct color_choice choice)
{
    if (!palette_is_small(&canvas->palette) || choice.kind == COLOR_RGB)
        return choice_rgb(canvas, choice);
    return theme_palette_rgb(ansi_painted(choice_slot(choice), canvas->light));
}

static void prepare_small(struct canvas *canvas)
{
    enum { BLACK = 0, YELLOW = 3, BLUE = 4, GREY = 7, WHITE = 15 };
    const struct shade *shades = canvas->palette.shades;
    canvas->paper = shades[!canvas->light ? BLACK : canvas->palette.depth == DEPTH_16 ? WHITE : GREY];
    canvas->overlays[OVERLAY_SELECTED] = shades[BLUE];
    canvas->overlays[OVERLAY_RESTING] = canvas->paper;
    canvas->overlays[OVERLAY_FOCUS] = canvas->paper;
    canvas->overlays[OVERLAY_MATCH] = shades[YELLOW];
}

static void prepare_backgrounds(struct canvas *canvas)
{
    static const struct {
        int slot;
        double least, most; /* contrast with the paper */
    } overlays[OVERLAY_TOTAL] = {
        [OVERLAY_SELECTED] = {0x02, 1.3, 1.8},
        [OVERLAY_RESTING] = {0x01, 1.08, 1.5},
        [OVERLAY_FOCUS] = {0x01, 1.08, 1.5},
    };
    const double least_match = 3, most_match = 21;
    canvas->paper = palette_nearest(&canvas->palette, theme_slot(canvas->theme, 0x00));
    for (int i = OVERLAY_SELECTED; i <= OVERLAY_FOCUS; i++)
        canvas->overlays[i] =
            palette_background(&canvas->palette, theme_slot(canvas->theme, overlays[i].slot), canvas->paper,
                               overlays[i].least, overlays[i].most);
    int32_t match =
        color_set_off(theme_slot(canvas->theme, 0x0A), canvas->paper.rgb, least_match, most_match);
    canvas->overlays[OVERLAY_MATCH] = palette_nearest(&canvas->palette, match);
}

static void prepare(struct canvas *canvas)
{
    if (palette_is_small(&canvas->palette))
        prepare_small(canvas);
    else
        prepare_backgrounds(canvas);
    const struct shade *focus = &canvas->overlays[OVERLAY_FOCUS];
    double text = color_luminance(choice_aim(canvas, (struct color_choice){COLOR_SLOT, 0x05}));
    bool harder = color_ratio(text, focus->luminance) < color_ratio(text, canvas->paper.luminance);
    canvas->reading = harder ? *focus : canvas->paper;
}

static struct shade role_background(const struct canvas *canvas, struct color_choice choice,
                                    enum overlay overlay)
{
    if (overlay != OVERLAY_NONE)
        return canvas->overlays[overlay];
    if (choice.kind == COLOR_RGB ||
        (choice.kind == COLOR_SLOT && choice.value && !palette_is_small(&canvas->palette)))
        return palette_nearest(&canvas->palette, choice_rgb(canvas, choice));
    struct shade background = canvas->paper;
    if (choice.kind == COLOR_OWN)
        background.value = COLOR_TERMINAL;
    return background;
}

/* What a foreground is judged against. On the paper and under the focus it is the harder of the two, so that
 * colours do not change while the focus moves over them. */
static const struct shade *judge_of(const struct canvas *canvas, const struct shade *background)
{
    bool reading = background->value == canvas->paper.value ||
                   background->value == canvas->overlays[OVERLAY_FOCUS].value;
    return reading ? &canvas->reading : background;
}

/* Found text, and a selection among few colours, take the darker or the lighter end of what there is,
 * whichever reads better: other colours would not be legible there. */
static bool takes_one_ink(const struct canvas *canvas, enum overlay overlay)
{
    return overlay == OVERLAY_MATCH || (overlay == OVERLAY_SELECTED && palette_is_small(&canvas->palette));
}

static struct shade choose_ink(const struct canvas *canvas, const struct shade *background)
{
    static const struct claims none;
    bool small = palette_is_small(&canvas->palette);
    int32_t dark = small ? 0x000000 : theme_slot(canvas->theme, 0x00);
    int32_t light = small ? 0xFFFFFF : theme_slot(canvas->theme, 0x07);
    int32_t ink =
        theme_contrast(dark, background->rgb) > theme_contrast(light, background->rgb) ? dark : light;
    return palette_foreground(&canvas->palette, &none, color_oklab(ink), ink, background, TEXT_CONTRAST);
}

/* A role's foreground on a background, claimed when it bears a meaning. */
static struct shade choose_foreground(struct canvas *canvas, struct color_choice choice,
                                      const struct shade *background, double minimum, bool claim)
{
    struct oklab source = color_oklab(choice_rgb(canvas, choice));
    int32_t aim = choice_aim(canvas, choice);
    const struct shade *judge = judge_of(canvas, background);
    struct shade shown = palette_foreground(&canvas->palette, &canvas->claims, source, aim, judge, minimum);
    if (color_ratio(shown.luminance, background->luminance) < minimum)
        shown = palette_foreground(&canvas->palette, &canvas->claims, source, aim, background, minimum);
    if (claim)
        canvas->claims.list[canvas->claims.count++] = (struct claim){judge->value, source, shown};
    return shown;
}

/* What lies over a role beside its background, where few colours leave nothing subtler. */
static uint32_t added_attributes(const struct canvas *canvas, enum role role, enum overlay overlay)
{
    uint32_t added = 0;
    if (overlay == OVERLAY_FOCUS && palette_is_small(&canvas->palette))
        added |= ansi_overlay_attributes(overlay);
    if (canvas->palette.depth == DEPTH_8 && theme_role_contrast(role) < TEXT_CONTRAST)
        added |= STYLE_DIM; /* eight colours have no dim grey */
    return added;
}

static void resolve_role(struct canvas *canvas, enum role role, enum overlay overlay, bool claim,
                         struct style *style)
{
    struct role_choice choice = theme_role(canvas->theme, role);
    struct shade background = role_background(canvas, choice.background, overlay);
    double minimum = theme_role_contrast(role);
    style->background = background.value;
    style->attributes = choice.attributes | (added_attributes(canvas, role, overlay) & ~choice.decided);
    if (choice.foreground.kind == COLOR_OWN && background.value == COLOR_TERMINAL)
        style->foreground = COLOR_TERMINAL;
    else if (takes_one_ink(canvas, overlay))
        style->foreground = choose_ink(canvas, &background).value;
    else
        style->foreground = choose_foreground(canvas, choice.foreground, &background, minimum, claim).value;
}

static bool needs_mending(const struct canvas *canvas, enum role role, enum overlay overlay)
{
    struct role_choice choice = theme_role(canvas->theme, role);
    struct shade background = role_background(canvas, choice.background, overlay);
    double luminance = color_luminance(choice_aim(canvas, choice.foreground));
    return color_ratio(luminance, judge_of(canvas, &background)->luminance) < theme_role_contrast(role);
}

static void resolve_overlay(struct canvas *canvas, enum overlay overlay, struct style_table *table)
{
    bool done[ROLE_TOTAL] = {false};
    canvas->claims.count = 0;
    for (int mending = 0; mending < 2; mending++)
        for (size_t i = 0; i < MEANINGS; i++)
            if (needs_mending(canvas, meanings[i], overlay) == mending) {
                resolve_role(canvas, meanings[i], overlay, true, &table->styles[meanings[i]][overlay]);
                done[meanings[i]] = true;
            }
    canvas->claims.count = 0; /* the rest may look like anything */
    for (int role = 0; role < ROLE_TOTAL; role++)
        if (!done[role])
            resolve_role(canvas, (enum role)role, overlay, false, &table->styles[role][overlay]);
}

void theme_resolve(const struct theme *theme, enum color_depth depth, struct style_table *table)
{
    if (depth == DEPTH_ATTRIBUTES || theme->follows_terminal) {
        ansi_resolve(theme, depth, table);
        return;
    }
    struct canvas canvas = {.theme = theme, .light = theme_is_light(theme)};
    palette_init(&canvas.palette, depth);
    prepare(&canvas);
    for (int overlay = 0; overlay < OVERLAY_TOTAL; overlay++)
        resolve_overlay(&canvas, (enum overlay)overlay, table);
}
