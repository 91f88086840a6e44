/* color.h: colours as numbers: sRGB, relative luminance, OKLab. Inside theme only.
 *
 * OKLab is Björn Ottosson's perceptual space (bottosson.github.io/posts/oklab, 2020): equal steps look equal,
 * and lightness changes without the hue drifting. Luminance and contrast are those of WCAG 2.1. */
#ifndef WHOSAID_THEME_COLOR_H
#define WHOSAID_THEME_COLOR_H

#include <stdint.h>

struct oklab {
    double lightness; /* 0 black to 1 white */
    double a, b;      /* green to red, blue to yellow */
};

/* The luminance on which black and white are equally legible: sqrt(1.05 * 0.05) - 0.05. */
#define COLOR_MIDDLE 0.179

/* A colour of sRGB, 0xRRGGBB, in OKLab. */
struct oklab color_oklab(int32_t rgb);

/* How different two colours look: 0 equal, about 0.02 told apart side by side, 1 black and white. */
double color_distance(struct oklab a, struct oklab b);

/* The same with hue and chroma weighing more, for choosing what stands in for a colour. */
double color_mismatch(struct oklab wanted, struct oklab found);

/* Relative luminance, 0 to 1, and the contrast ratio of two of them, 1 to 21. */
double color_luminance(int32_t rgb);
double color_ratio(double luminance_a, double luminance_b);

/* The rgb itself when its contrast with the background is at least minimum; else the nearest lightness of the
 * same hue that reaches it, on the side on which it lies if that side goes far enough;
 * else black or white. */
int32_t color_mend(int32_t rgb, int32_t background, double minimum);

/* Moves a background towards or away from the one beneath it until their contrast lies between least and
 * most. */
int32_t color_set_off(int32_t rgb, int32_t beneath, double least, double most);

/* A value that means this colour in curses' direct mode, where 0 to 7 mean the terminal's own eight. */
int32_t color_direct(int32_t rgb);

#endif
