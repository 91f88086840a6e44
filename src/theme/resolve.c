/* resolve.c: a theme's colours to what a terminal shows: readable, and different where the theme means them to be.
 *
 * For each overlay the backgrounds are fixed first, as shown; then each role's foreground is mended against the shown
 * background and, on a palette, becomes the nearest entry that is readable on it. Roles that bear meanings claim their
 * colours first, those that need no mending before the others; who comes later keeps clear of what is taken. */
#include "ansi.h"
#include "color.h"
#include "definition.h"

#include <math.h>
#include <stddef.h>

/* Colours nearer than this cannot be told apart at a glance (OKLab). */
static const double TOLD_APART = 0.02;

/* WCAG 2.1, 1.4.3. */
static const double TEXT_CONTRAST = 4.5;

/* Contrast that black or white text must be able to have on a subtle background, so that colours find room below it. */
static const double ROOM = 7;

struct entry {
    int32_t value, rgb; /* what the terminal is told, what is then seen */
    struct oklab lab;
    double luminance;
};

struct palette {
    size_t count; /* 0: direct colour, where any RGB can be shown */
    struct entry entries[240];
};

/* A foreground that a meaning has claimed. */
struct claim {
    int32_t background;  /* value */
    struct oklab source; /* as the theme has it */
    struct entry shown;
};

struct canvas {
    const struct theme *theme;
    enum color_depth depth;
    bool light;
    struct palette palette;
    struct entry paper;                    /* behind all */
    struct entry overlays[OVERLAY_TOTAL];  /* OVERLAY_NONE unused: each role has its own */
    struct entry reading;                  /* of the paper and the focus, the one that is harder to read on */
    struct entry inks[OVERLAY_TOTAL];      /* the one foreground on those that take one */
    struct claim claims[ROLE_TOTAL];
    size_t claimed;
};

/* Roles whose colour says something; in a collision the first has the right of way. */
static const enum role meanings[] = {
    ROLE_TEXT, ROLE_QUOTATION_DIRECT, ROLE_QUOTATION_MIXED, ROLE_QUOTATION_INDIRECT, ROLE_SPEAKER, ROLE_SPEAKER_NOTE, ROLE_CUE,
    ROLE_TERM, ROLE_RELATION_DIFFERS, ROLE_RELATION_REWORDED, ROLE_RELATION_SAME, ROLE_RELATION_SINGLE, ROLE_CHANGED, ROLE_ADDED,
    ROLE_OMITTED, ROLE_COSMETIC, ROLE_OUTLET,
};

enum { MEANINGS = sizeof meanings / sizeof *meanings };

int32_t theme_palette_rgb(int index)
{
    static const int32_t first[16] = {0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
                                      0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF};
    static const int32_t levels[6] = {0, 95, 135, 175, 215, 255};
    if (index < 16)
        return first[index];
    if (index >= 232)
        return (8 + 10 * (index - 232)) * 0x010101;
    int cube = index - 16;
    return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6];
}

static struct entry entry_of(int32_t value, int32_t rgb)
{
    return (struct entry){value, rgb, color_oklab(rgb), color_luminance(rgb)};
}

/* The first sixteen entries are the user's to change, so 256 colours means the 240 that are fixed. */
static void palette_init(struct palette *palette, enum color_depth depth)
{
    int first = depth == DEPTH_256 ? 16 : 0;
    palette->count = depth == DEPTH_256 ? 240 : depth == DEPTH_16 ? 16 : depth == DEPTH_8 ? 8 : 0;
    for (size_t i = 0; i < palette->count; i++)
        palette->entries[i] = entry_of(first + (int)i, theme_palette_rgb(first + (int)i));
}

static bool few_colors(const struct canvas *canvas)
{
    return canvas->depth < DEPTH_256;
}

static int32_t choice_rgb(const struct canvas *canvas, struct color_choice choice, int own_slot)
{
    return choice.kind == COLOR_RGB ? choice.value : theme_slot(canvas->theme, choice.kind == COLOR_SLOT ? choice.value : own_slot);
}

/* The same as it is aimed at on this terminal: with few colours, the one that usually stands for the slot. */
static int32_t choice_aim(const struct canvas *canvas, struct color_choice choice, int own_slot)
{
    if (!few_colors(canvas) || choice.kind == COLOR_RGB)
        return choice_rgb(canvas, choice, own_slot);
    return theme_palette_rgb(ansi_painted(choice.kind == COLOR_SLOT ? choice.value : own_slot, canvas->light));
}

/* The best contrast that any text can have on a background. */
static double room_on(double luminance)
{
    return fmax(color_ratio(luminance, 0), color_ratio(luminance, 1));
}

/* Aims at a subtle background. One that would leave no room for readable colours goes to the other side of what is
 * beneath, away from the text. */
static int32_t aim_subtle(int32_t rgb, struct entry beneath, double least, double most)
{
    int32_t aim = color_set_off(rgb, beneath.rgb, least, most);
    double luminance = color_luminance(aim);
    if (room_on(luminance) >= ROOM)
        return aim;
    int32_t end = color_ratio(luminance, 1) > color_ratio(luminance, 0) ? 0x000000 : 0xFFFFFF;
    return color_set_off(end, beneath.rgb, least, (least + most) / 2);
}

/* A colour as a background whose contrast with the one beneath lies between least and most, where that can be had. */
static struct entry set_off(const struct canvas *canvas, int32_t rgb, struct entry beneath, double least, double most)
{
    int32_t wanted = color_direct(color_set_off(rgb, beneath.rgb, least, most));
    struct entry best = entry_of(wanted, wanted);
    struct oklab best_lab = best.lab;
    double best_cost = INFINITY;
    for (size_t i = 0; i < canvas->palette.count; i++) {
        struct entry entry = canvas->palette.entries[i];
        double ratio = color_ratio(entry.luminance, beneath.luminance);
        double cost = color_mismatch(best_lab, entry.lab) + (ratio < least ? 2 : ratio > most ? 1 : 0) +
                      (room_on(entry.luminance) < ROOM && most < 21 ? 1 : 0);
        if (cost < best_cost) {
            best_cost = cost;
            best = entry;
        }
    }
    return best;
}

static void prepare_overlays(struct canvas *canvas)
{
    enum { BLUE = 4, YELLOW = 3 };
    const struct theme *theme = canvas->theme;
    if (few_colors(canvas)) {
        canvas->overlays[OVERLAY_SELECTED] = canvas->palette.entries[BLUE];
        canvas->overlays[OVERLAY_RESTING] = canvas->overlays[OVERLAY_FOCUS] = canvas->paper;
        canvas->overlays[OVERLAY_MATCH] = canvas->palette.entries[YELLOW];
    } else {
        struct entry paper = canvas->paper;
        canvas->overlays[OVERLAY_SELECTED] = set_off(canvas, aim_subtle(theme_slot(theme, 0x02), paper, 1.3, 2.2), paper, 1.3, 2.2);
        canvas->overlays[OVERLAY_RESTING] = set_off(canvas, aim_subtle(theme_slot(theme, 0x01), paper, 1.08, 1.5), paper, 1.08, 1.5);
        canvas->overlays[OVERLAY_FOCUS] = canvas->overlays[OVERLAY_RESTING];
        canvas->overlays[OVERLAY_MATCH] = set_off(canvas, theme_slot(theme, 0x0A), paper, 3, 21);
    }
    double text = color_luminance(choice_aim(canvas, (struct color_choice){COLOR_SLOT, 0x05}, 0x05));
    bool focus_harder = color_ratio(text, canvas->overlays[OVERLAY_FOCUS].luminance) < color_ratio(text, canvas->paper.luminance);
    canvas->reading = focus_harder ? canvas->overlays[OVERLAY_FOCUS] : canvas->paper;
}

/* 2: told apart from every claim on this background; 1: at least not equal to any; 0: equal to one. clear holds, for each
 * claim, the distance to keep from it: 0 from one of the same source. */
static int freedom(const struct canvas *canvas, const struct entry *shown, int32_t background, const double *clear)
{
    int freedom = 2;
    for (size_t i = 0; i < canvas->claimed; i++) {
        const struct claim *claim = &canvas->claims[i];
        if (claim->background != background || clear[i] == 0)
            continue;
        if (claim->shown.value == shown->value)
            return 0;
        if (color_distance(claim->shown.lab, shown->lab) < clear[i])
            freedom = 1;
    }
    return freedom;
}

/* Any RGB: the mended colour, moved on in contrast until it is told apart from what is claimed. */
static struct entry choose_direct(const struct canvas *canvas, int32_t aim, const struct entry *background, double minimum,
                                  const double *clear)
{
    enum { STEPS = 24 };
    const double step = 1.06;
    struct entry first = {0};
    for (int i = 0; i < STEPS; i++) {
        int32_t rgb = color_direct(color_mend(aim, background->rgb, minimum));
        struct entry entry = entry_of(rgb, rgb);
        if (i == 0)
            first = entry;
        if (freedom(canvas, &entry, background->value, clear) == 2)
            return entry;
        minimum = step * color_ratio(entry.luminance, background->luminance);
    }
    return first;
}

static bool is_grey(struct oklab lab)
{
    return lab.a * lab.a + lab.b * lab.b < 0.03 * 0.03;
}

/* A palette: readable comes first, then (where hues are few) grey for grey and hue for hue, then being told apart, then
 * likeness. One cost orders them all. */
static struct entry choose_entry(const struct canvas *canvas, int32_t aim, const struct entry *background, double minimum,
                                 const double *clear)
{
    struct oklab wanted = color_oklab(color_mend(aim, background->rgb, minimum));
    struct entry best = canvas->palette.entries[0];
    double best_cost = INFINITY;
    for (size_t i = 0; i < canvas->palette.count; i++) {
        const struct entry *entry = &canvas->palette.entries[i];
        double ratio = color_ratio(entry->luminance, background->luminance);
        double cost = color_mismatch(wanted, entry->lab);
        if (ratio < minimum)
            cost += 1000 - ratio;
        else if (few_colors(canvas) && is_grey(wanted) != is_grey(entry->lab))
            cost += 100;
        if (cost < best_cost) {
            cost += 10 * (2 - freedom(canvas, entry, background->value, clear));
            if (cost < best_cost) {
                best_cost = cost;
                best = *entry;
            }
        }
    }
    return best;
}

static struct entry choose(const struct canvas *canvas, struct oklab source, int32_t aim, const struct entry *background,
                           double minimum)
{
    double clear[ROLE_TOTAL];
    for (size_t i = 0; i < canvas->claimed; i++)
        clear[i] = fmin(TOLD_APART, color_distance(canvas->claims[i].source, source));
    return canvas->palette.count ? choose_entry(canvas, aim, background, minimum, clear)
                                 : choose_direct(canvas, aim, background, minimum, clear);
}

/* Found text, and a selection among few colours, are one ink on one background: nothing else would be legible there. */
static bool takes_one_ink(const struct canvas *canvas, enum overlay overlay)
{
    return overlay == OVERLAY_MATCH || (overlay == OVERLAY_SELECTED && few_colors(canvas));
}

/* The darker or the lighter end of what there is, whichever reads better. */
static struct entry choose_ink(const struct canvas *canvas, enum overlay overlay)
{
    const struct entry *background = &canvas->overlays[overlay];
    int32_t dark = few_colors(canvas) ? 0x000000 : theme_slot(canvas->theme, 0x00);
    int32_t light = few_colors(canvas) ? 0xFFFFFF : theme_slot(canvas->theme, 0x07);
    int32_t ink = theme_contrast(dark, background->rgb) > theme_contrast(light, background->rgb) ? dark : light;
    return choose(canvas, color_oklab(ink), ink, background, TEXT_CONTRAST);
}

static struct entry role_background(const struct canvas *canvas, struct role_choice choice, enum overlay overlay)
{
    if (overlay != OVERLAY_NONE)
        return canvas->overlays[overlay];
    struct entry background = canvas->paper;
    if (choice.background.kind == COLOR_OWN)
        background.value = COLOR_TERMINAL;
    else if (choice.background.kind == COLOR_RGB || (!few_colors(canvas) && choice.background.value != 0x00))
        background = set_off(canvas, choice_rgb(canvas, choice.background, 0x00), background, 1, 21);
    return background;
}

/* What a foreground is judged against. On the paper and under the focus it is the harder of the two, so that colours do
 * not change while the focus moves over them. */
static struct entry judge_of(const struct canvas *canvas, const struct entry *background)
{
    bool reading = background->value == canvas->paper.value || background->value == canvas->overlays[OVERLAY_FOCUS].value;
    return reading ? canvas->reading : *background;
}

static struct entry choose_readable(const struct canvas *canvas, struct role_choice choice, const struct entry *background,
                                    double minimum)
{
    const int text_slot = 0x05;
    struct oklab source = color_oklab(choice_rgb(canvas, choice.foreground, text_slot));
    int32_t aim = choice_aim(canvas, choice.foreground, text_slot);
    struct entry judge = judge_of(canvas, background), shown = choose(canvas, source, aim, &judge, minimum);
    if (color_ratio(shown.luminance, background->luminance) < minimum)
        shown = choose(canvas, source, aim, background, minimum);
    return shown;
}

static void resolve_role(struct canvas *canvas, enum role role, enum overlay overlay, bool claims, struct style *style)
{
    struct role_choice choice = theme_role(canvas->theme, role);
    struct entry background = role_background(canvas, choice, overlay);
    style->background = background.value;
    style->attributes = choice.attributes;
    if (overlay == OVERLAY_FOCUS && few_colors(canvas))
        style->attributes |= ansi_overlay_attributes(overlay);
    if (canvas->depth == DEPTH_8 && theme_role_contrast(role) < TEXT_CONTRAST) /* which have no dim grey */
        style->attributes |= STYLE_DIM & ~choice.decided;
    if (choice.foreground.kind == COLOR_OWN && background.value == COLOR_TERMINAL) {
        style->foreground = COLOR_TERMINAL;
        return;
    }
    struct entry shown = takes_one_ink(canvas, overlay)
                             ? canvas->inks[overlay]
                             : choose_readable(canvas, choice, &background, theme_role_contrast(role));
    style->foreground = shown.value;
    if (claims)
        canvas->claims[canvas->claimed++] = (struct claim){
            judge_of(canvas, &background).value, color_oklab(choice_rgb(canvas, choice.foreground, 0x05)), shown};
}

static bool needs_mending(const struct canvas *canvas, enum role role, enum overlay overlay)
{
    struct role_choice choice = theme_role(canvas->theme, role);
    struct entry background = role_background(canvas, choice, overlay);
    int32_t aim = choice_aim(canvas, choice.foreground, 0x05);
    return color_ratio(color_luminance(aim), judge_of(canvas, &background).luminance) < theme_role_contrast(role);
}

static void resolve_overlay(struct canvas *canvas, enum overlay overlay, struct style_table *table)
{
    bool done[ROLE_TOTAL] = {false};
    for (int mending = 0; mending < 2; mending++)
        for (size_t i = 0; i < MEANINGS; i++)
            if (needs_mending(canvas, meanings[i], overlay) == mending) {
                resolve_role(canvas, meanings[i], overlay, true, &table->styles[meanings[i]][overlay]);
                done[meanings[i]] = true;
            }
    canvas->claimed = 0;
    for (int role = 0; role < ROLE_TOTAL; role++)
        if (!done[role])
            resolve_role(canvas, (enum role)role, overlay, false, &table->styles[role][overlay]);
}

static void resolve_painted(const struct theme *theme, enum color_depth depth, struct style_table *table)
{
    struct canvas canvas = {.theme = theme, .depth = depth, .light = theme_is_light(theme)};
    palette_init(&canvas.palette, depth);
    struct entry nothing = entry_of(0, theme_slot(theme, 0x00));
    if (few_colors(&canvas))
        canvas.paper = canvas.palette.entries[!canvas.light ? 0 : depth == DEPTH_16 ? 15 : 7];
    else
        canvas.paper = set_off(&canvas, theme_slot(theme, 0x00), nothing, 1, 21);
    prepare_overlays(&canvas);
    for (int overlay = 0; overlay < OVERLAY_TOTAL; overlay++) {
        canvas.claimed = 0;
        if (takes_one_ink(&canvas, (enum overlay)overlay))
            canvas.inks[overlay] = choose_ink(&canvas, (enum overlay)overlay);
        resolve_overlay(&canvas, (enum overlay)overlay, table);
    }
}

void theme_resolve(const struct theme *theme, enum color_depth depth, struct style_table *table)
{
    if (depth == DEPTH_ATTRIBUTES)
        ansi_resolve_attributes(theme, table);
    else if (theme->follows_terminal)
        ansi_resolve_followed(theme, depth, table);
    else
        resolve_painted(theme, depth, table);
}
