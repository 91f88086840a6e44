/* palette.c: see palette.h. */
#include "palette.h"

#include <math.h>

/* Colours nearer than this cannot be told apart at a glance (OKLab). */
static const double TOLD_APART = 0.02;

/* Contrast that black or white text must be able to have on a subtle background, so that colours find room
 * below it. */
static const double ROOM = 7;

/* What a choice costs beyond unlikeness, which stays below 2: each class outweighs all the lower ones. */
enum {
    COST_NO_ROOM = 5,
    COST_OUT_OF_RANGE = 10,
    COST_ALIKE = 10,
    COST_WRONG_HUE = 100,
    COST_UNREADABLE = 1000
};

int32_t theme_palette_rgb(int index)
{
    static const int32_t first[16] = {0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD,
                                      0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00,
                                      0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF};
    static const int32_t levels[6] = {0, 95, 135, 175, 215, 255};
    if (index < 16)
        return first[index];
    if (index >= 232)
        return (8 + 10 * (index - 232)) * 0x010101;
    int cube = index - 16;
    return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6];
}

static struct shade shade_of(int32_t value, int32_t rgb)
{
    return (struct shade){value, rgb, color_oklab(rgb), color_luminance(rgb)};
}

static struct shade direct_shade(int32_t rgb)
{
    rgb = color_direct(rgb);
    return shade_of(rgb, rgb);
}

/* The first sixteen entries are the user's to change, so 256 colours means the 240 that are fixed. */
void palette_init(struct palette *palette, enum color_depth depth)
{
    static const size_t counts[] = {[DEPTH_8] = 8, [DEPTH_16] = 16, [DEPTH_256] = 240, [DEPTH_DIRECT] = 0};
    int first = depth == DEPTH_256 ? 16 : 0;
    palette->depth = depth;
    palette->count = counts[depth];
    for (size_t i = 0; i < palette->count; i++)
        palette->shades[i] = shade_of(first + (int)i, theme_palette_rgb(first + (int)i));
}

bool palette_is_small(const struct palette *palette)
{
    return palette->depth < DEPTH_256;
}

struct shade palette_nearest(const struct palette *palette, int32_t rgb)
{
    struct shade wanted = direct_shade(rgb), best = palette->count ? palette->shades[0] : wanted;
    for (size_t i = 1; i < palette->count; i++)
        if (color_mismatch(wanted.lab, palette->shades[i].lab) < color_mismatch(wanted.lab, best.lab))
            best = palette->shades[i];
    return best;
}

static bool has_room(double luminance)
{
    return fmax(color_ratio(luminance, 0), color_ratio(luminance, 1)) >= ROOM;
}

/* A background without room goes to the other side of what is beneath, away from the text. */
static int32_t aim_background(int32_t rgb, struct shade beneath, double least, double most)
{
    int32_t aim = color_set_off(rgb, beneath.rgb, least, most);
    if (has_room(color_luminance(aim)))
        return aim;
    int32_t end = beneath.luminance < COLOR_MIDDLE ? 0x000000 : 0xFFFFFF;
    return color_set_off(end, beneath.rgb, least, (least + most) / 2);
}

struct shade palette_background(const struct palette *palette, int32_t rgb, struct shade beneath,
                                double least, double most)
{
    struct shade wanted = direct_shade(aim_background(rgb, beneath, least, most)), best = wanted;
    double best_cost = INFINITY;
    for (size_t i = 0; i < palette->count; i++) {
        const struct shade *shade = &palette->shades[i];
        double ratio = color_ratio(shade->luminance, beneath.luminance);
        double cost = color_mismatch(wanted.lab, shade->lab);
        if (ratio < least || ratio > most)
            cost += COST_OUT_OF_RANGE;
        if (!has_room(shade->luminance))
            cost += COST_NO_ROOM;
        if (cost < best_cost) {
            best_cost = cost;
            best = *shade;
        }
    }
    return best;
}

/* 0: told apart from every claim on this background; 1: at least not equal to any; 2: equal to one. clear
 * holds, for each claim, the distance to keep from it: 0 from one of the same source. */
static int likeness(const struct claims *claims, const double *clear, const struct shade *shown,
                    int32_t background)
{
    int likeness = 0;
    for (size_t i = 0; i < claims->count; i++) {
        const struct claim *claim = &claims->list[i];
        if (claim->background != background || clear[i] == 0)
            continue;
        if (claim->shown.value == shown->value)
            return 2;
        if (color_distance(claim->shown.lab, shown->lab) < clear[i])
            likeness = 1;
    }
    return likeness;
}

/* Any RGB: the mended colour, moved on in contrast until it is told apart from what is claimed. */
static struct shade mix(const struct claims *claims, const double *clear, int32_t aim,
                        const struct shade *background, double minimum)
{
    enum { STEPS = 24 };
    const double step = 1.06;
    struct shade first = direct_shade(color_mend(aim, background->rgb, minimum)), shade = first;
    for (int i = 0; i < STEPS; i++) {
        if (likeness(claims, clear, &shade, background->value) == 0)
            return shade;
        minimum = step * color_ratio(shade.luminance, background->luminance);
        shade = direct_shade(color_mend(aim, background->rgb, minimum));
    }
    return first;
}

static bool is_grey(struct oklab lab)
{
    const double chroma = 0.03;
    return lab.a * lab.a + lab.b * lab.b < chroma * chroma;
}

/* An entry of the palette. Where hues are few, a grey is not shown by a hue nor a hue by a grey: a wrong hue
 * misleads more than a shared one. */
static struct shade pick(const struct palette *palette, const struct claims *claims, const double *clear,
                         int32_t aim, const struct shade *background, double minimum)
{
    struct oklab wanted = color_oklab(color_mend(aim, background->rgb, minimum));
    struct shade best = palette->shades[0];
    double best_cost = INFINITY;
    for (size_t i = 0; i < palette->count; i++) {
        const struct shade *shade = &palette->shades[i];
        double ratio = color_ratio(shade->luminance, background->luminance);
        double cost = color_mismatch(wanted, shade->lab);
        if (ratio < minimum)
            cost += COST_UNREADABLE - ratio;
        else if (palette_is_small(palette) && is_grey(wanted) != is_grey(shade->lab))
            cost += COST_WRONG_HUE;
        if (cost < best_cost) /* only then is the dearer question worth asking */
            cost += COST_ALIKE * likeness(claims, clear, shade, background->value);
        if (cost < best_cost) {
            best_cost = cost;
            best = *shade;
        }
    }
    return best;
}

struct shade palette_foreground(const struct palette *palette, const struct claims *claims,
                                struct oklab source, int32_t aim, const struct shade *background,
                                double minimum)
{
    double clear[ROLE_TOTAL];
    for (size_t i = 0; i < claims->count; i++)
        clear[i] = fmin(TOLD_APART, color_distance(claims->list[i].source, source));
    return palette->count ? pick(palette, claims, clear, aim, background, minimum)
                          : mix(claims, clear, aim, background, minimum);
}
