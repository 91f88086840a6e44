/* test_theme.c: reading themes: the forms a file may take, what a broken one is told, inheritance, the themes
 * of our own. */
#include "support.h"

#include "whosaid/base/array.h"
#include "whosaid/theme/theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A palette of our own for these tests, in the newer form; a test's text is put behind or before it. */
#define PALETTE                                                                                              \
    "palette:\n"                                                                                             \
    "  base00: \"#101418\"\n  base01: \"#1a2026\"\n  base02: \"#2a323a\"\n  base03: \"#7a8694\"\n"           \
    "  base04: \"#9aa6b4\"\n  base05: \"#d0d8e0\"\n  base06: \"#e4eaf0\"\n  base07: \"#f8fafc\"\n"           \
    "  base08: \"#f08078\"\n  base09: \"#e0a060\"\n  base0A: \"#e8c878\"\n  base0B: \"#a0d090\"\n"           \
    "  base0C: \"#80c8c0\"\n  base0D: \"#88b8f0\"\n  base0E: \"#c0a0e0\"\n  base0F: \"#b08870\"\n"

static struct theme *parse(const char *text)
{
    struct error error = {0};
    struct theme *theme = theme_parse(str_from(text), "test.yaml", NULL, &error);
    if (!theme)
        fail_msg("%u:%u: %s", error.line, error.column, error.message);
    return theme;
}

static struct style style_of(const struct theme *theme, enum color_depth depth, enum role role,
                             enum overlay overlay)
{
    struct style_table table;
    theme_resolve(theme, depth, &table);
    return table.styles[role][overlay];
}

static void assert_text_color(const char *text, int32_t expected)
{
    struct theme *theme = parse(text);
    assert_int_equal(style_of(theme, DEPTH_DIRECT, ROLE_TEXT, OVERLAY_NONE).foreground, expected);
    theme_free(theme);
}

static void every_form_of_a_color_is_read(void **state)
{
    assert_text_color(PALETTE, 0xD0D8E0);
    assert_text_color(PALETTE "roles: {text: {fg: \"#abc\"}}\n", 0xAABBCC);
    assert_text_color(PALETTE "roles: {text: {fg: \"FFEEDD\"}}\n", 0xFFEEDD);
    assert_text_color(PALETTE "roles: {text: {fg: base0a}}\n", 0xE8C878);
}

static void the_older_flat_form_is_read(void **state)
{
    struct theme *theme =
        parse("scheme: \"Flat\"\nauthor: somebody\nbase00: 000000\nbase01: 181818\nbase02: 3e4451\n"
              "base03: 1e1000\nbase04: 'abb2bf'\nbase05: \"#999999\"\nbase06: fff\nbase07: ffffff\n"
              "base08: e06c75\nbase09: 009e70\nbase0A: e5c07b\nbase0B: 98c379\nbase0C: 56b6c2\n"
              "base0D: 61afef\nbase0E: c678dd\nbase0F: be5046\n");
    assert_str(theme_name(theme), "Flat");
    assert_false(theme_is_light(theme));
    assert_int_equal(style_of(theme, DEPTH_DIRECT, ROLE_TEXT, OVERLAY_NONE).foreground, 0x999999);
    assert_int_equal(style_of(theme, DEPTH_DIRECT, ROLE_BAR, OVERLAY_NONE).background, 0x181818);
    assert_int_equal(style_of(theme, DEPTH_DIRECT, ROLE_TITLE, OVERLAY_NONE).foreground, 0xFFFFFF);
    theme_free(theme);
}

static void base24_slots_fall_back_to_base16(void **state)
{
    assert_text_color(PALETTE "roles: {text: {fg: base12}}\n", 0xF08078);
    assert_text_color(PALETTE "roles: {text: {fg: base13}}\n", 0xE8C878);
    assert_text_color(PALETTE "roles: {text: {fg: base17}}\n", 0xC0A0E0);
    assert_text_color(PALETTE "  base12: \"#ffa8a0\"\nroles: {text: {fg: base12}}\n", 0xFFA8A0);
}

static void the_longest_role_name_wins(void **state)
{
    struct theme *theme =
        parse(PALETTE "roles:\n  quotation.mixed: {fg: base0D}\n  quotation: {fg: base0C, bold: true}\n"
                      "  quotation.direct: {bold: false}\n  speaker: {bold: no, underline: yes}\n");
    struct style direct = style_of(theme, DEPTH_DIRECT, ROLE_QUOTATION_DIRECT, OVERLAY_NONE);
    struct style mixed = style_of(theme, DEPTH_DIRECT, ROLE_QUOTATION_MIXED, OVERLAY_NONE);
    struct style indirect = style_of(theme, DEPTH_DIRECT, ROLE_QUOTATION_INDIRECT, OVERLAY_NONE);
    assert_int_equal(direct.foreground, 0x80C8C0);
    assert_int_equal(direct.attributes, 0);
    assert_int_equal(mixed.foreground, 0x88B8F0);
    assert_int_equal(mixed.attributes, STYLE_BOLD);
    assert_int_equal(indirect.foreground, 0x80C8C0);
    assert_int_equal(indirect.attributes, STYLE_BOLD | STYLE_ITALIC);
    assert_int_equal(style_of(theme, DEPTH_DIRECT, ROLE_SPEAKER, OVERLAY_NONE).attributes, STYLE_UNDERLINE);
    theme_free(theme);
}

static void light_and_dark_are_known(void **state)
{
    static const struct {
        const char *text;
        bool light;
    } cases[] = {
        {PALETTE, false},
        {"variant: light\n" PALETTE, true},
        {"inherits: newsprint\n", true},
        {"inherits: night-desk\npalette: {base00: \"#f0f0f0\"}\n", false}, /* its variant says dark */
    };
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct theme *theme = parse(cases[i].text);
        assert_int_equal(theme_is_light(theme), cases[i].light);
        theme_free(theme);
    }
}

static const struct {
    const char *text;
    unsigned line, column;
    const char *message; /* a part of it */
} broken[] = {
    {"", 1, 1, "base00 is missing"},
    {"just words\n", 1, 1, "expected a theme: name, variant, and palette"},
    {"name: X\npalette:\n  base00: \"#101010\"\n", 3, 3,
     "expected base00 to base0F with a colour each: base01 is missing"},
    {"palette: dark\n", 1, 10, "expected base00 to base0F with a colour each below palette"},
    {"palette:\n  base00: \"#1010\"\n", 2, 11, "expected a colour such as \"#1d2025\", found \"#1010\""},
    {"palette:\n  base00: \"#10101g\"\n", 2, 11, "found \"#10101g\""},
    {"palette:\n  base00: #101010\n", 2, 10, "found nothing: what begins with # needs quotation marks"},
    {"palette:\n  base00: [1]\n", 2, 11, "found a list"},
    {"palette:\n  base0G: \"#101010\"\n", 2, 3,
     "expected base00 to base0F (or base10 to base17), found \"base0G\""},
    {"palette:\n  bas00: \"#101010\"\n", 2, 3, "found \"bas00\""},
    {"base18: 101010\n", 1, 1, "found \"base18\""},
    {"pallete:\n  base00: \"#101010\"\n", 1, 1, "unknown key \"pallete\": did you mean palette?"},
    {"system: base32\n" PALETTE, 1, 9, "expected base16 or base24"},
    {"variant: drak\n" PALETTE, 1, 10, "expected dark or light"},
    {"name: []\n" PALETTE, 1, 7, "expected the theme's name"},
    {"follow-terminal: maybe\n", 1, 18, "expected true or false"},
    {"roles: [cue]\n" PALETTE, 1, 8, "expected roles with their properties"},
    {"roles:\n  quotaton: {fg: base0B}\n", 2, 3, "unknown role \"quotaton\": did you mean quotation?"},
    {"roles:\n  quotation.driect: {fg: base0B}\n", 2, 3, "did you mean quotation.direct?"},
    {"roles:\n  speeker: {fg: base0B}\n", 2, 3, "did you mean speaker?"},
    {"roles:\n  relation.diff: {fg: base0B}\n", 2, 3, "did you mean relation.differs?"},
    {"roles:\n  wallpaper: {fg: base0B}\n", 2, 3, "unknown role \"wallpaper\": expected a role such as"},
    {"roles:\n  quotation.: {fg: base0B}\n", 2, 3, "unknown role \"quotation.\""},
    {"roles:\n  \"\": {fg: base0B}\n", 2, 3, "unknown role \"\""},
    {"roles:\n  cue: base0B\n", 2, 8, "expected properties, as in {fg: base0B, bold: true}"},
    {"roles:\n  cue: {color: base0B}\n", 2, 9,
     "expected fg, bg, bold, italic, underline, reverse or dim, found \"color\""},
    {"roles:\n  cue: {fg: base0B, blod: true}\n", 2, 21, "found \"blod\""},
    {"roles:\n  cue: {bold: very}\n", 2, 15, "expected true or false"},
    {"roles:\n  cue: {fg: base1F}\n", 2, 13,
     "expected base00 to base17, a colour such as \"#1d2025\", or terminal"},
    {"roles:\n  cue: {bg: redish}\n", 2, 13, "found \"redish\""},
    {"roles:\n  cue: {fg: base0B}\n  cue: {fg: base0C}\n", 3, 3, "\"cue\" is here twice: first on line 2"},
    {"inherits: no-such-theme\n", 1, 11, "no theme \"no-such-theme\" to inherit"},
    {"inherits: [a]\n", 1, 11, "expected the name of a theme to inherit"},
    {"inherits: \"\"\n", 1, 11, "expected the name of a theme to inherit"},
    {"name: 'X\n" PALETTE, 1, 7, "this quotation mark is never closed"},
};

static void a_broken_theme_is_told_where_and_what(void **state)
{
    for (size_t i = 0; i < LENGTH(broken); i++) {
        struct error error = {0};
        struct theme *theme = theme_parse(str_from(broken[i].text), "broken.yaml", NULL, &error);
        if (theme)
            fail_msg("\"%s\" was read", broken[i].text);
        if (error.line != broken[i].line || error.column != broken[i].column ||
            !strstr(error.message, broken[i].message))
            fail_msg("\"%s\"\n  expected %u:%u: %s\n  actual   %u:%u: %s", broken[i].text, broken[i].line,
                     broken[i].column, broken[i].message, error.line, error.column, error.message);
        assert_string_equal(error.path, "broken.yaml");
    }
}

static void keys_of_other_programs_and_empty_roles_are_let_through(void **state)
{
    theme_free(parse(PALETTE "roles:\n#  cue: {bold: true}\n"));
    theme_free(parse("slug: x\nauthor: somebody\ndescription: [a, b]\nlicense: MIT\ntheme: x\n" PALETTE));
}

/* Files in a folder of their own, for themes that inherit one another. */
struct folder {
    char path[64];
    const char *list[2];
};

static void folder_init(struct folder *folder)
{
    snprintf(folder->path, sizeof folder->path, "/tmp/whosaid-theme-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    folder->list[0] = folder->path;
    folder->list[1] = NULL;
}

static void folder_add(const struct folder *folder, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void folder_release(const struct folder *folder)
{
    char command[128];
    snprintf(command, sizeof command, "rm -r '%s'", folder->path);
    assert_int_equal(system(command), 0);
}

static void a_theme_refines_the_one_it_inherits(void **state)
{
    struct folder folder;
    struct error error = {0};
    folder_init(&folder);
    folder_add(&folder, "parent.yaml",
               "name: Parent\nvariant: light\n" PALETTE
               "roles:\n  quotation.direct: {fg: base0D, bold: true}\n");
    folder_add(&folder, "child.yaml",
               "inherits: parent\npalette: {base05: \"#ffffff\"}\nroles: {quotation: {fg: base0C}}\n");
    struct theme *theme = theme_find("child", folder.list, &error);
    assert_non_null(theme);
    assert_str(theme_name(theme), "child");
    assert_true(theme_is_light(theme));
    assert_int_equal(style_of(theme, DEPTH_DIRECT, ROLE_TEXT, OVERLAY_NONE).foreground, 0xFFFFFF);
    struct style direct = style_of(theme, DEPTH_DIRECT, ROLE_QUOTATION_DIRECT, OVERLAY_NONE);
    assert_int_equal(direct.foreground,
                     0x80C8C0); /* the child's word on quotations, though the parent's key is longer */
    assert_int_equal(direct.attributes, STYLE_BOLD);
    theme_free(theme);
    folder_release(&folder);
}

static void a_users_theme_may_refine_a_built_in_one_of_its_name(void **state)
{
    struct folder folder;
    struct error error = {0};
    folder_init(&folder);
    folder_add(&folder, "night-desk.yaml", "inherits: night-desk\npalette: {base05: \"#ffffff\"}\n");
    struct theme *theme = theme_find("night-desk", folder.list, &error);
    assert_non_null(theme);
    assert_int_equal(style_of(theme, DEPTH_DIRECT, ROLE_TEXT, OVERLAY_NONE).foreground, 0xFFFFFF);
    theme_free(theme);
    folder_release(&folder);
}

static void assert_not_found(const struct folder *folder, const char *name, const char *message)
{
    struct error error = {0};
    assert_null(theme_find(name, folder->list, &error));
    if (!strstr(error.message, message))
        fail_msg("expected \"%s\", actual \"%s\"", message, error.message);
    if (error.line)
        assert_int_equal(error.line, 1);
}

static void circles_and_long_chains_are_named(void **state)
{
    struct folder folder;
    folder_init(&folder);
    folder_add(&folder, "a.yaml", "inherits: b\n");
    folder_add(&folder, "b.yaml", "inherits: a\n");
    folder_add(&folder, "self.yaml", "inherits: self\n");
    for (int i = 0; i < 12; i++) {
        char name[16], text[32];
        snprintf(name, sizeof name, "long%d.yaml", i);
        snprintf(text, sizeof text, "inherits: long%d\n", i + 1);
        folder_add(&folder, name, text);
    }
    assert_not_found(&folder, "a", "themes inherit one another in a circle: ");
    assert_not_found(&folder, "a", "/a.yaml <- ");
    assert_not_found(&folder, "self", "no theme \"self\" to inherit");
    assert_not_found(&folder, "long0", "expected at most 8 themes that inherit one another");
    assert_not_found(&folder, "absent", "no theme of this name");
    folder_release(&folder);
}

static void the_built_in_themes_are_those_of_the_folder(void **state)
{
    static const struct {
        const char *file;
        bool light;
    } files[] = {{SOURCE_ROOT "/themes/night-desk.yaml", false},
                 {SOURCE_ROOT "/themes/newsprint.yaml", true}};
    for (size_t i = 0; i < LENGTH(files); i++) {
        struct error error = {0};
        struct theme *file = theme_read(files[i].file, NULL, &error),
                     *built_in = theme_default(files[i].light);
        struct style_table from_file, from_built_in;
        if (!file)
            fail_msg("%s:%u:%u: %s", error.path, error.line, error.column, error.message);
        assert_string_equal(theme_name(file).data, theme_name(built_in).data);
        assert_int_equal(theme_is_light(built_in), files[i].light);
        for (int depth = DEPTH_ATTRIBUTES; depth <= DEPTH_DIRECT; depth++) {
            theme_resolve(file, (enum color_depth)depth, &from_file);
            theme_resolve(built_in, (enum color_depth)depth, &from_built_in);
            assert_memory_equal(&from_file, &from_built_in, sizeof from_file);
        }
        theme_free(file);
        theme_free(built_in);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_of_a_color_is_read),
        cmocka_unit_test(the_older_flat_form_is_read),
        cmocka_unit_test(base24_slots_fall_back_to_base16),
        cmocka_unit_test(the_longest_role_name_wins),
        cmocka_unit_test(light_and_dark_are_known),
        cmocka_unit_test(a_broken_theme_is_told_where_and_what),
        cmocka_unit_test(keys_of_other_programs_and_empty_roles_are_let_through),
        cmocka_unit_test(a_theme_refines_the_one_it_inherits),
        cmocka_unit_test(a_users_theme_may_refine_a_built_in_one_of_its_name),
        cmocka_unit_test(circles_and_long_chains_are_named),
        cmocka_unit_test(the_built_in_themes_are_those_of_the_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
