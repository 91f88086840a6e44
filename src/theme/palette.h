/* palette.h: what a terminal can show, and the choice of a colour among it. Inside theme only.
 *
 * Colours are chosen for three things in this order: contrast with the background, difference from what other
 * meanings have claimed, likeness to what the theme wants. All are measured on what is then seen. */
#ifndef WHOSAID_THEME_PALETTE_H
#define WHOSAID_THEME_PALETTE_H

#include "color.h"

#include "whosaid/theme/theme.h"

/* A colour as a terminal shows it. */
struct shade {
    int32_t value, rgb; /* what the terminal is told, what is then seen */
    struct oklab lab;
    double luminance;
};

struct palette {
    enum color_depth depth;
    size_t count; /* 0: direct colour, where any RGB can be shown */
    struct shade shades[240];
};

/* A foreground that a meaning has taken. */
struct claim {
    int32_t background;  /* the value of the background on which it is taken */
    struct oklab source; /* the theme's colour; those of one source may look alike */
    struct shade shown;
};

struct claims {
    struct claim list[ROLE_TOTAL];
    size_t count;
};

/* What a depth can show; nothing at DEPTH_ATTRIBUTES. */
void palette_init(struct palette *palette, enum color_depth depth);

/* Whether it is so small that hues have to be borrowed and subtle backgrounds cannot be had. */
bool palette_is_small(const struct palette *palette);

/* The nearest there is to a colour. */
struct shade palette_nearest(const struct palette *palette, int32_t rgb);

/* A subtle background: its contrast with the one beneath lies between least and most, and colours have room
 * on it. */
struct shade palette_background(const struct palette *palette, int32_t rgb, struct shade beneath,
                                double least, double most);

/* A foreground like aim with at least the minimum of contrast, clear of all claims on this background from
 * other sources. */
struct shade palette_foreground(const struct palette *palette, const struct claims *claims,
                                struct oklab source, int32_t aim, const struct shade *background,
                                double minimum);

#endif
