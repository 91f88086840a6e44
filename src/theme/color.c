/* color.c: see color.h. */
#include "color.h"

#include "whosaid/theme/theme.h"

#include <math.h>

enum { BISECTIONS = 14 }; /* halvings of a lightness: finer than the steps of 8 bits */

struct linear {
    double red, green, blue; /* light, not code values; outside 0..1 when sRGB has no such colour */
};

static double to_linear(int32_t rgb, int shift)
{
    double value = (rgb >> shift & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static struct linear linear_from_rgb(int32_t rgb)
{
    return (struct linear){to_linear(rgb, 16), to_linear(rgb, 8), to_linear(rgb, 0)};
}

static int32_t to_code(double light)
{
    double value = light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055;
    return value <= 0 ? 0 : value >= 1 ? 255 : (int32_t)lround(value * 255);
}

static struct oklab oklab_from_linear(struct linear c)
{
    double l = cbrt(0.4122214708 * c.red + 0.5363325363 * c.green + 0.0514459929 * c.blue);
    double m = cbrt(0.2119034982 * c.red + 0.6806995451 * c.green + 0.1073969566 * c.blue);
    double s = cbrt(0.0883024619 * c.red + 0.2817188376 * c.green + 0.6299787005 * c.blue);
    return (struct oklab){0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

static struct linear linear_from_oklab(struct oklab c)
{
    double l = c.lightness + 0.3963377774 * c.a + 0.2158037573 * c.b;
    double m = c.lightness - 0.1055613458 * c.a - 0.0638541728 * c.b;
    double s = c.lightness - 0.0894841775 * c.a - 1.2914855480 * c.b;
    l = l * l * l, m = m * m * m, s = s * s * s;
    return (struct linear){4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                           -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                           -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

static bool in_gamut(struct linear c)
{
    const double slack = 1e-4;
    return c.red >= -slack && c.red <= 1 + slack && c.green >= -slack && c.green <= 1 + slack &&
           c.blue >= -slack && c.blue <= 1 + slack;
}

static struct oklab with_chroma(struct oklab color, double part)
{
    return (struct oklab){color.lightness, color.a * part, color.b * part};
}

struct oklab color_oklab(int32_t rgb)
{
    return oklab_from_linear(linear_from_rgb(rgb));
}

/* The 0xRRGGBB nearest to an OKLab colour of the same lightness and hue: chroma gives way where sRGB has no
 * such colour. */
static int32_t from_oklab(struct oklab color)
{
    struct linear light = linear_from_oklab(color);
    double least = 0, most = 1; /* parts of the chroma: least fits sRGB, most does not */
    for (int i = 0; !in_gamut(light) && i < BISECTIONS; i++) {
        double middle = (least + most) / 2;
        if (in_gamut(linear_from_oklab(with_chroma(color, middle))))
            least = middle;
        else
            most = middle;
    }
    if (most < 1)
        light = linear_from_oklab(with_chroma(color, least));
    return to_code(light.red) << 16 | to_code(light.green) << 8 | to_code(light.blue);
}

static double distance(struct oklab x, struct oklab y, double weight)
{
    double l = x.lightness - y.lightness, a = x.a - y.a, b = x.b - y.b;
    return sqrt(l * l + weight * (a * a + b * b));
}

double color_distance(struct oklab a, struct oklab b)
{
    return distance(a, b, 1);
}

double color_mismatch(struct oklab wanted, struct oklab found)
{
    return distance(wanted, found, 3);
}

double color_luminance(int32_t rgb)
{
    struct linear c = linear_from_rgb(rgb);
    return 0.2126 * c.red + 0.7152 * c.green + 0.0722 * c.blue;
}

double color_ratio(double a, double b)
{
    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

double theme_contrast(int32_t a, int32_t b)
{
    return color_ratio(color_luminance(a), color_luminance(b));
}

static int32_t with_lightness(struct oklab color, double lightness)
{
    color.lightness = lightness;
    return from_oklab(color);
}

/* Halves the way from one lightness (which fails) to another (which does not); the result does not fail. The
 * contrast with a luminance is to be at least the bound, or at most. */
static int32_t bisect(struct oklab color, double fails, double holds, double against, double bound,
                      bool above)
{
    int32_t best = with_lightness(color, holds);
    for (int i = 0; i < BISECTIONS; i++) {
        double middle = (fails + holds) / 2;
        int32_t rgb = with_lightness(color, middle);
        double ratio = color_ratio(color_luminance(rgb), against);
        if (above ? ratio >= bound : ratio <= bound) {
            holds = middle;
            best = rgb;
        } else {
            fails = middle;
        }
    }
    return best;
}

static int32_t away_from(int32_t rgb, int32_t background, double minimum)
{
    double beneath = color_luminance(background), luminance = color_luminance(rgb);
    bool lighter = luminance > beneath || (luminance == beneath && beneath < COLOR_MIDDLE);
    double white = color_ratio(1, beneath), black = color_ratio(0, beneath);
    if ((lighter ? white : black) < minimum)
        lighter = white > black;
    if ((lighter ? white : black) < minimum)
        return lighter ? 0xFFFFFF : 0;
    struct oklab color = color_oklab(rgb);
    return bisect(color, color.lightness, lighter ? 1 : 0, beneath, minimum, true);
}

int32_t color_mend(int32_t rgb, int32_t background, double minimum)
{
    return theme_contrast(rgb, background) >= minimum ? rgb : away_from(rgb, background, minimum);
}

int32_t color_set_off(int32_t rgb, int32_t beneath, double least, double most)
{
    double ratio = theme_contrast(rgb, beneath);
    if (ratio < least)
        return away_from(rgb, beneath, least);
    if (ratio <= most)
        return rgb;
    struct oklab color = color_oklab(rgb);
    return bisect(color, color.lightness, color_oklab(beneath).lightness, color_luminance(beneath), most,
                  false);
}

int32_t color_direct(int32_t rgb)
{
    return rgb > 7 ? rgb : 0x010101;
}
