/* test_resolve.c: what a terminal is told: contrast after quantising, few colours, the terminal's own, none
 * at all. */
#include "support.h"

#include "whosaid/base/array.h"
#include "whosaid/theme/theme.h"

#include <math.h>
#include <stdio.h>

static const double minimums[] = {
#define ROLE(id, name, fg, bg, attributes, contrast) contrast / 10.0,
#include "whosaid/theme/roles.def"
#undef ROLE
};

static struct theme *read_own(const char *name)
{
    char path[1024];
    struct error error = {0};
    snprintf(path, sizeof path, SOURCE_ROOT "/themes/%s.yaml", name);
    struct theme *theme = theme_read(path, NULL, &error);
    if (!theme)
        fail_msg("%s:%u:%u: %s", error.path, error.line, error.column, error.message);
    return theme;
}

static struct theme *refine(const char *text)
{
    struct error error = {0};
    struct theme *theme = theme_parse(str_from(text), "test.yaml", NULL, &error);
    if (!theme)
        fail_msg("%u:%u: %s", error.line, error.column, error.message);
    return theme;
}

static double shown_contrast(struct style style, enum color_depth depth)
{
    if (depth == DEPTH_DIRECT)
        return theme_contrast(style.foreground, style.background);
    return theme_contrast(theme_palette_rgb(style.foreground), theme_palette_rgb(style.background));
}

static void contrast_is_that_of_wcag(void **state)
{
    assert_true(fabs(theme_contrast(0x000000, 0xFFFFFF) - 21) < 1e-9);
    assert_true(fabs(theme_contrast(0xFFFFFF, 0xFFFFFF) - 1) < 1e-9);
    assert_true(fabs(theme_contrast(0x767676, 0xFFFFFF) - 4.54) <
                0.01); /* the lightest grey that is text on white */
    assert_true(fabs(theme_contrast(0xFF0000, 0x0000FF) - 2.15) < 0.01);
}

static void the_palette_is_xterms(void **state)
{
    assert_int_equal(theme_palette_rgb(9), 0xFF0000);
    assert_int_equal(theme_palette_rgb(16), 0x000000);
    assert_int_equal(theme_palette_rgb(110), 0x87AFD7);
    assert_int_equal(theme_palette_rgb(231), 0xFFFFFF);
    assert_int_equal(theme_palette_rgb(232), 0x080808);
    assert_int_equal(theme_palette_rgb(255), 0xEEEEEE);
}

static void our_own_themes_are_legible_at_every_depth(void **state)
{
    static const char *const names[] = {"night-desk", "newsprint", "headline"};
    struct style_table table;
    for (size_t i = 0; i < LENGTH(names); i++) {
        struct theme *theme = read_own(names[i]);
        for (int depth = DEPTH_8; depth <= DEPTH_DIRECT; depth++) {
            theme_resolve(theme, (enum color_depth)depth, &table);
            for (int role = 0; role < ROLE_TOTAL; role++)
                for (int overlay = 0; overlay < OVERLAY_TOTAL; overlay++)
                    if (shown_contrast(table.styles[role][overlay], (enum color_depth)depth) < minimums[role])
                        fail_msg("%s at depth %d: %s under %d", names[i], depth,
                                 theme_role_name((enum role)role), overlay);
            assert_true(shown_contrast(table.styles[ROLE_TEXT][OVERLAY_NONE], (enum color_depth)depth) >= 7);
        }
        theme_free(theme);
    }
}

static void the_high_contrast_theme_is_at_seven_throughout(void **state)
{
    static const enum overlay overlays[] = {OVERLAY_NONE, OVERLAY_SELECTED, OVERLAY_RESTING, OVERLAY_FOCUS,
                                            OVERLAY_MATCH};
    struct theme *theme = read_own("headline");
    struct style_table table;
    for (int depth = DEPTH_256; depth <= DEPTH_DIRECT; depth++) {
        theme_resolve(theme, (enum color_depth)depth, &table);
        for (int role = 0; role < ROLE_TOTAL; role++)
            for (size_t i = 0; role != ROLE_RULE && i < LENGTH(overlays); i++) {
                double contrast = shown_contrast(table.styles[role][overlays[i]], (enum color_depth)depth);
                if (contrast < 7)
                    fail_msg("%s under %d at depth %d: %.2f", theme_role_name((enum role)role), overlays[i],
                             depth, contrast);
            }
    }
    theme_free(theme);
}

static void a_palette_beyond_repair_is_mended(void **state)
{
    /* Every colour the same mid-grey: nothing can be told from the background until it is mended. */
    struct strbuf text;
    struct style_table table;
    strbuf_init(&text);
    for (unsigned slot = 0; slot < 16; slot++)
        strbuf_add_format(&text, "base%02X: 777777\n", slot);
    struct theme *theme = refine(text.data);
    for (int depth = DEPTH_8; depth <= DEPTH_DIRECT; depth++) {
        theme_resolve(theme, (enum color_depth)depth, &table);
        for (int role = 0; role < ROLE_TOTAL; role++)
            for (int overlay = 0; overlay < OVERLAY_TOTAL; overlay++)
                assert_true(shown_contrast(table.styles[role][overlay], (enum color_depth)depth) >=
                            minimums[role]);
    }
    theme_free(theme);
    strbuf_release(&text);
}

static void direct_colors_never_mean_the_terminals_eight(void **state)
{
    struct theme *theme = refine(
        "inherits: newsprint\npalette: {base00: \"#ffffff\", base05: \"#000007\", base0B: \"#000000\"}\n");
    struct style_table table;
    theme_resolve(theme, DEPTH_DIRECT, &table);
    for (int role = 0; role < ROLE_TOTAL; role++)
        for (int overlay = 0; overlay < OVERLAY_TOTAL; overlay++)
            assert_true(table.styles[role][overlay].foreground > 7 &&
                        table.styles[role][overlay].background > 7);
    theme_free(theme);
}

static void reading_colors_stay_while_the_focus_moves(void **state)
{
    struct style_table table;
    for (int light = 0; light < 2; light++)
        for (int depth = DEPTH_8; depth <= DEPTH_DIRECT; depth++) {
            struct theme *theme = theme_default(light);
            theme_resolve(theme, (enum color_depth)depth, &table);
            for (int role = ROLE_QUOTATION_DIRECT; role <= ROLE_TERM; role++)
                assert_int_equal(table.styles[role][OVERLAY_NONE].foreground,
                                 table.styles[role][OVERLAY_FOCUS].foreground);
            theme_free(theme);
        }
}

static void states_are_seen_at_every_depth(void **state)
{
    static const enum overlay overlays[] = {OVERLAY_SELECTED, OVERLAY_FOCUS, OVERLAY_MATCH};
    struct style_table table;
    struct theme *themes[] = {theme_default(false), theme_default(true), read_own("terminal")};
    for (size_t t = 0; t < LENGTH(themes); t++) {
        for (int depth = DEPTH_ATTRIBUTES; depth <= DEPTH_DIRECT; depth++) {
            theme_resolve(themes[t], (enum color_depth)depth, &table);
            const struct style *text = table.styles[ROLE_TEXT];
            for (size_t i = 0; i < LENGTH(overlays); i++)
                assert_memory_not_equal(&text[OVERLAY_NONE], &text[overlays[i]], sizeof *text);
        }
        theme_free(themes[t]);
    }
}

static void without_colors_attributes_tell_meanings_apart(void **state)
{
    static const enum role reader[] = {ROLE_TEXT,       ROLE_QUOTATION_DIRECT, ROLE_QUOTATION_INDIRECT,
                                       ROLE_CUE,        ROLE_SPEAKER,          ROLE_TERM,
                                       ROLE_BOILERPLATE};
    static const enum role compare[] = {ROLE_TEXT, ROLE_CHANGED, ROLE_ADDED, ROLE_OMITTED, ROLE_COSMETIC};
    static const enum role relations[] = {ROLE_RELATION_SAME, ROLE_RELATION_REWORDED, ROLE_RELATION_DIFFERS,
                                          ROLE_RELATION_SINGLE};
    static const struct {
        const enum role *roles;
        size_t count;
    } sets[] = {{reader, 7}, {compare, 5}, {relations, 4}};
    struct theme *theme = theme_default(false);
    struct style_table table;
    theme_resolve(theme, DEPTH_ATTRIBUTES, &table);
    for (size_t set = 0; set < LENGTH(sets); set++)
        for (size_t i = 0; i < sets[set].count; i++)
            for (size_t k = 0; k < i; k++)
                assert_int_not_equal(table.styles[sets[set].roles[i]][OVERLAY_NONE].attributes,
                                     table.styles[sets[set].roles[k]][OVERLAY_NONE].attributes);
    for (int role = 0; role < ROLE_TOTAL; role++) {
        assert_int_equal(table.styles[role][OVERLAY_NONE].foreground, COLOR_TERMINAL);
        assert_int_equal(table.styles[role][OVERLAY_NONE].background, COLOR_TERMINAL);
        assert_true(table.styles[role][OVERLAY_SELECTED].attributes & STYLE_REVERSE);
    }
    theme_free(theme);
}

static void a_theme_may_switch_attributes_off(void **state)
{
    struct theme *theme =
        refine("inherits: night-desk\nroles: {cue: {italic: false}, quotation: {underline: false}}\n");
    struct style_table table;
    theme_resolve(theme, DEPTH_ATTRIBUTES, &table);
    assert_int_equal(table.styles[ROLE_CUE][OVERLAY_NONE].attributes, 0);
    assert_int_equal(table.styles[ROLE_QUOTATION_DIRECT][OVERLAY_NONE].attributes, 0);
    theme_free(theme);
}

static void the_following_theme_uses_the_terminals_colors(void **state)
{
    struct theme *theme = read_own("terminal");
    struct style_table table;
    assert_true(theme_follows_terminal(theme));
    for (int depth = DEPTH_8; depth <= DEPTH_DIRECT; depth++) {
        int32_t most = depth == DEPTH_DIRECT || depth == DEPTH_8 ? 7 : 15;
        theme_resolve(theme, (enum color_depth)depth, &table);
        for (int role = 0; role < ROLE_TOTAL; role++)
            for (int overlay = 0; overlay < OVERLAY_TOTAL; overlay++) {
                struct style style = table.styles[role][overlay];
                assert_true(style.foreground <= most && style.background <= most);
                assert_true(overlay == OVERLAY_MATCH || style.background == COLOR_TERMINAL);
            }
        assert_int_equal(table.styles[ROLE_TEXT][OVERLAY_NONE].foreground, COLOR_TERMINAL);
        assert_int_equal(table.styles[ROLE_QUOTATION_DIRECT][OVERLAY_NONE].foreground, 2);
        assert_true(table.styles[ROLE_DIM][OVERLAY_NONE].attributes & STYLE_DIM);
    }
    theme_free(theme);
}

static void the_terminals_own_is_kept_where_it_can_be_read(void **state)
{
    struct theme *theme =
        refine("inherits: night-desk\nroles: {text: {fg: terminal, bg: terminal}, cue: {fg: terminal}}\n");
    struct style_table table;
    theme_resolve(theme, DEPTH_256, &table);
    assert_int_equal(table.styles[ROLE_TEXT][OVERLAY_NONE].foreground, COLOR_TERMINAL);
    assert_int_equal(table.styles[ROLE_TEXT][OVERLAY_NONE].background, COLOR_TERMINAL);
    assert_true(shown_contrast(table.styles[ROLE_TEXT][OVERLAY_SELECTED], DEPTH_256) >=
                4.5); /* painted: a colour of ours */
    assert_true(shown_contrast(table.styles[ROLE_CUE][OVERLAY_NONE], DEPTH_256) >= 4.5);
    theme_free(theme);
}

static void mending_keeps_the_hue(void **state)
{
    /* A blue too dark for its background becomes a lighter blue, not grey and not another colour. */
    struct theme *theme = refine("inherits: night-desk\npalette: {base0D: \"#1d3b8f\"}\n");
    struct style_table table;
    theme_resolve(theme, DEPTH_DIRECT, &table);
    int32_t rgb = table.styles[ROLE_KEY][OVERLAY_NONE].foreground;
    int red = rgb >> 16, green = rgb >> 8 & 255, blue = rgb & 255;
    assert_true(blue > green + 40 && green > red && blue > 0x8F);
    assert_true(shown_contrast(table.styles[ROLE_KEY][OVERLAY_NONE], DEPTH_DIRECT) <
                5.2); /* and no lighter than it must be */
    theme_free(theme);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(the_palette_is_xterms),
        cmocka_unit_test(our_own_themes_are_legible_at_every_depth),
        cmocka_unit_test(the_high_contrast_theme_is_at_seven_throughout),
        cmocka_unit_test(a_palette_beyond_repair_is_mended),
        cmocka_unit_test(direct_colors_never_mean_the_terminals_eight),
        cmocka_unit_test(reading_colors_stay_while_the_focus_moves),
        cmocka_unit_test(states_are_seen_at_every_depth),
        cmocka_unit_test(without_colors_attributes_tell_meanings_apart),
        cmocka_unit_test(a_theme_may_switch_attributes_off),
        cmocka_unit_test(the_following_theme_uses_the_terminals_colors),
        cmocka_unit_test(the_terminals_own_is_kept_where_it_can_be_read),
        cmocka_unit_test(mending_keeps_the_hue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
