/* test_schemes.c: every published scheme in ../shared/schemes loads, in its own form and in the older flat
 * one, and is readable: the contrast of every role under every overlay is measured on what is shown. */
#include "support.h"

#include "whosaid/base/array.h"
#include "whosaid/theme/theme.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    double contrast;
    int foreground, background;
} roles[] = {
#define ROLE(id, name, fg, bg, attributes, contrast) {contrast / 10.0, fg, bg},
#include "whosaid/theme/roles.def"
#undef ROLE
};

static const enum role meanings[] = {
    ROLE_QUOTATION_DIRECT, ROLE_CUE,
    ROLE_SPEAKER,          ROLE_TERM,
    ROLE_RELATION_SAME,    ROLE_RELATION_REWORDED,
    ROLE_RELATION_DIFFERS, ROLE_RELATION_SINGLE,
    ROLE_CHANGED,          ROLE_ADDED,
    ROLE_OMITTED,          ROLE_COSMETIC,
    ROLE_OUTLET,
};

struct tally {
    int schemes, raw_dim, raw_any;    /* schemes with a raw pair below its minimum */
    int unreadable[DEPTH_DIRECT + 1]; /* pairs shown below their minimum */
    int collisions_raw, collisions[DEPTH_DIRECT + 1];
    int invisible[DEPTH_DIRECT + 1]; /* selections that look like the background */
};

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = malloc(1 << 16);
    *size = fread(bytes, 1, 1 << 16, file);
    fclose(file);
    return bytes;
}

/* What is seen for a value at a depth. */
static int32_t seen(int32_t value, enum color_depth depth)
{
    return depth == DEPTH_DIRECT ? value : theme_palette_rgb(value);
}

/* The scheme's own colours, read here by hand so that the theme layer is not its own witness. */
static void scan_palette(const char *bytes, size_t size, int32_t palette[16])
{
    for (int slot = 0; slot < 16; slot++) {
        char key[16];
        snprintf(key, sizeof key, "base%02X: \"", (unsigned)slot);
        size_t at = str_find((struct str){bytes, size}, str_from(key), 0);
        assert_true(at != STR_NONE);
        const char *digits = bytes + at + strlen(key);
        palette[slot] = (int32_t)strtol(digits + (*digits == '#'), NULL, 16);
    }
}

/* The nearest of 240 by plain RGB distance: what a program that does not look further would show. */
static int nearest_plainly(int32_t rgb)
{
    int best = 16;
    long least = 1L << 30;
    for (int i = 16; i < 256; i++) {
        int32_t entry = theme_palette_rgb(i);
        long r = (entry >> 16) - (rgb >> 16), g = (entry >> 8 & 255) - (rgb >> 8 & 255),
             b = (entry & 255) - (rgb & 255);
        if (r * r + g * g + b * b < least) {
            least = r * r + g * g + b * b;
            best = i;
        }
    }
    return best;
}

static void count_raw(const int32_t palette[16], struct tally *tally)
{
    bool any = false, collided = false;
    for (size_t role = 0; role < ROLE_TOTAL; role++)
        any |= theme_contrast(palette[roles[role].foreground], palette[roles[role].background]) <
               roles[role].contrast;
    for (size_t i = 0; i < LENGTH(meanings); i++)
        for (size_t k = 0; k < i; k++) {
            int32_t a = palette[roles[meanings[i]].foreground], b = palette[roles[meanings[k]].foreground];
            collided |= a != b && nearest_plainly(a) == nearest_plainly(b);
        }
    tally->raw_dim += theme_contrast(palette[3], palette[0]) < 4.5;
    tally->raw_any += any;
    tally->collisions_raw += collided;
}

static void count_shown(const char *name, const struct theme *theme, const int32_t palette[16],
                        enum color_depth depth, struct tally *tally)
{
    struct style_table table;
    theme_resolve(theme, depth, &table);
    int32_t paper = seen(table.styles[ROLE_TEXT][OVERLAY_NONE].background, depth);
    for (int overlay = 0; overlay < OVERLAY_TOTAL; overlay++) {
        for (int role = 0; role < ROLE_TOTAL; role++) {
            struct style style = table.styles[role][overlay];
            double minimum = overlay == OVERLAY_MATCH ? 4.5 : roles[role].contrast;
            double contrast = theme_contrast(seen(style.foreground, depth), seen(style.background, depth));
            if (depth == DEPTH_DIRECT)
                assert_true(style.foreground > 7 && style.background > 7);
            if (depth == DEPTH_256)
                assert_true(style.foreground >= 16 && style.background >= 16);
            if (contrast < minimum) {
                tally->unreadable[depth]++;
                print_error("%s: %s under %d at depth %d: %.2f\n", name, theme_role_name((enum role)role),
                            overlay, depth, contrast);
            }
        }
        if (overlay != OVERLAY_NONE && depth >= DEPTH_256)
            tally->invisible[depth] +=
                theme_contrast(seen(table.styles[ROLE_TEXT][overlay].background, depth), paper) < 1.08;
        bool one_ink = overlay == OVERLAY_MATCH || (overlay == OVERLAY_SELECTED && depth < DEPTH_256);
        for (size_t i = 0; !one_ink && i < LENGTH(meanings); i++)
            for (size_t k = 0; k < i; k++)
                if (palette[roles[meanings[i]].foreground] != palette[roles[meanings[k]].foreground])
                    tally->collisions[depth] += table.styles[meanings[i]][overlay].foreground ==
                                                table.styles[meanings[k]][overlay].foreground;
    }
}

/* The older form of the same scheme: flat, without "#", without quotation marks. */
static char *flatten(const char *name, const int32_t palette[16])
{
    struct strbuf flat;
    strbuf_init(&flat);
    strbuf_add_format(&flat, "scheme: \"%s\"\nauthor: somebody\n", name);
    for (int slot = 0; slot < 16; slot++)
        strbuf_add_format(&flat, "base%02X: %06x\n", (unsigned)slot, (unsigned)palette[slot]);
    return strbuf_detach(&flat);
}

static void check_scheme(const char *folder, const char *name, struct tally *tally)
{
    char path[8192];
    struct error error = {0};
    size_t size;
    int32_t palette[16];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    struct theme *theme = theme_read(path, NULL, &error);
    if (!theme)
        fail_msg("%s:%u:%u: %s", path, error.line, error.column, error.message);
    char *bytes = read_file(path, &size);
    scan_palette(bytes, size, palette);
    char *flat = flatten(name, palette);
    struct theme *older = theme_parse(str_from(flat), name, NULL, &error);
    if (!older)
        fail_msg("%s, flat:%u:%u: %s", name, error.line, error.column, error.message);
    assert_str(theme_name(older), name);
    tally->schemes++;
    count_raw(palette, tally);
    for (int depth = DEPTH_16; depth <= DEPTH_DIRECT; depth++)
        count_shown(name, theme, palette, (enum color_depth)depth, tally);
    theme_free(older);
    theme_free(theme);
    free(flat);
    free(bytes);
}

static void check_folder(const char *folder, struct tally *tally)
{
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries));)
        if (str_ends(str_from(entry->d_name), STR(".yaml")))
            check_scheme(folder, entry->d_name, tally);
    closedir(entries);
}

static void every_published_scheme_is_readable(void **state)
{
    struct tally tally = {0};
    char folder[4096];
    const char *systems[] = {"base16", "base24"};
    for (size_t i = 0; i < 2; i++) {
        snprintf(folder, sizeof folder, "%s/%s", support_shared("schemes"), systems[i]);
        check_folder(folder, &tally);
    }
    print_message("%d schemes; raw: base03 on base00 below 4.5 in %d, some role below its minimum in %d, "
                  "accents equal in 256 in %d\n",
                  tally.schemes, tally.raw_dim, tally.raw_any, tally.collisions_raw);
    for (int depth = DEPTH_16; depth <= DEPTH_DIRECT; depth++)
        print_message("%s: %d unreadable, %d collisions, %d invisible overlays\n",
                      depth == DEPTH_16    ? "16"
                      : depth == DEPTH_256 ? "256"
                                           : "direct",
                      tally.unreadable[depth], tally.collisions[depth], tally.invisible[depth]);
    assert_true(tally.schemes > 0);
    for (int depth = DEPTH_256; depth <= DEPTH_DIRECT; depth++) {
        assert_int_equal(tally.unreadable[depth], 0);
        assert_int_equal(tally.collisions[depth], 0);
        assert_int_equal(tally.invisible[depth], 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_published_scheme_is_readable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
