/* parse.c: from the tree of a theme file to its definition. Every complaint names the place and what was
 * expected.
 *
 * Forms: base16 and base24 schemes, the newer (system, name, variant, palette) and the older (scheme, base00
 * ... at the top), with our own keys: roles, inherits, follow-terminal. Other keys at the top are left to
 * other programs. */
#include "parse.h"

#include "definition.h"

#include "whosaid/base/array.h"
#include "whosaid/base/ascii.h"
#include "whosaid/base/memory.h"
#include "whosaid/base/nearest.h"
#include "whosaid/base/vector.h"

#include <stdlib.h>

struct parser {
    struct theme *theme;
    const char *path;
    struct error *error;
};

#define FOUND(text)         STR_FMT(str_slice((text), 0, 40)) /* for "%.*s" */
#define PARSER_FAIL(n, ...) conf_fail((n), parser->path, parser->error, __VA_ARGS__)

/* Reads 3 or 6 hexadecimal digits after an optional "#". */
static bool scan_rgb(struct str text, int32_t *rgb)
{
    if (str_starts(text, STR("#")))
        text = str_slice(text, 1, text.size);
    if (text.size != 3 && text.size != 6)
        return false;
    int32_t value = 0;
    for (size_t i = 0; i < text.size; i++) {
        int digit = ascii_hex_value(text.data[i]);
        if (digit < 0)
            return false;
        value = text.size == 6 ? value << 4 | digit : value << 8 | digit << 4 | digit;
    }
    *rgb = value;
    return true;
}

/* Reads "base00" to "base17" (the digits are hexadecimal). */
static bool scan_slot(struct str text, int *slot)
{
    if (text.size != 6 || !str_equal_nocase(str_slice(text, 0, 4), STR("base")))
        return false;
    int high = ascii_hex_value(text.data[4]), low = ascii_hex_value(text.data[5]);
    *slot = high * 16 + low;
    return high >= 0 && low >= 0 && *slot < SLOT_TOTAL;
}

static bool fail_color(struct parser *parser, const struct conf_node *node, const char *expected)
{
    if (node->type != CONF_SCALAR)
        return PARSER_FAIL(node, "expected %s, found a %s", expected,
                           node->type == CONF_MAP ? "map" : "list");
    if (node->text.size == 0 && !node->quoted)
        return PARSER_FAIL(node, "expected %s, found nothing: what begins with # needs quotation marks",
                           expected);
    return PARSER_FAIL(node, "expected %s, found \"%.*s\"", expected, FOUND(node->text));
}

static bool parse_word(struct parser *parser, const struct conf_node *node, const char *expected)
{
    if (node->type == CONF_SCALAR && node->text.size > 0)
        return true;
    return PARSER_FAIL(node, "expected %s", expected);
}

static bool parse_slot(struct parser *parser, const struct conf_node *key, const struct conf_node *value)
{
    int slot;
    if (!scan_slot(key->text, &slot))
        return PARSER_FAIL(key, "expected base00 to base0F (or base10 to base17), found \"%.*s\"",
                           FOUND(key->text));
    if (value->type != CONF_SCALAR || !scan_rgb(value->text, &parser->theme->palette[slot]))
        return fail_color(parser, value, "a colour such as \"#1d2025\"");
    parser->theme->filled |= UINT32_C(1) << slot;
    return true;
}

static bool parse_palette(struct parser *parser, const struct conf_node *value)
{
    if (value->type != CONF_MAP)
        return PARSER_FAIL(value, "expected base00 to base0F with a colour each below palette");
    for (size_t i = 0; i < value->count; i++)
        if (!parse_slot(parser, value->keys[i], value->values[i]))
            return false;
    return true;
}

static bool parse_name(struct parser *parser, const struct conf_node *value)
{
    if (!parse_word(parser, value, "the theme's name"))
        return false;
    free(parser->theme->name);
    parser->theme->name = memory_copy_string(value->text.data, value->text.size);
    return true;
}

static bool parse_system(struct parser *parser, const struct conf_node *value)
{
    if (value->type == CONF_SCALAR &&
        (str_equal_nocase(value->text, STR("base16")) || str_equal_nocase(value->text, STR("base24"))))
        return true;
    return PARSER_FAIL(value, "expected base16 or base24: other systems are not read");
}

static bool parse_variant(struct parser *parser, const struct conf_node *value)
{
    bool light = value->type == CONF_SCALAR && str_equal_nocase(value->text, STR("light"));
    if (!light && !(value->type == CONF_SCALAR && str_equal_nocase(value->text, STR("dark"))))
        return PARSER_FAIL(value, "expected dark or light");
    parser->theme->variant = light ? VARIANT_LIGHT : VARIANT_DARK;
    return true;
}

static bool parse_follow(struct parser *parser, const struct conf_node *value)
{
    return conf_bool(value, parser->path, &parser->theme->follows_terminal, parser->error);
}

static bool parse_choice(struct parser *parser, const struct conf_node *node, struct color_choice *choice)
{
    int slot;
    int32_t rgb;
    if (node->type != CONF_SCALAR)
        ;
    else if (str_equal_nocase(node->text, STR("terminal")))
        return *choice = (struct color_choice){COLOR_OWN, COLOR_TERMINAL}, true;
    else if (scan_slot(node->text, &slot))
        return *choice = (struct color_choice){COLOR_SLOT, slot}, true;
    else if (scan_rgb(node->text, &rgb))
        return *choice = (struct color_choice){COLOR_RGB, rgb}, true;
    return fail_color(parser, node, "base00 to base17, a colour such as \"#1d2025\", or terminal");
}

static const struct {
    const char *name;
    uint32_t attribute;
} attributes[] = {
    {"bold", STYLE_BOLD},       {"italic", STYLE_ITALIC}, {"underline", STYLE_UNDERLINE},
    {"reverse", STYLE_REVERSE}, {"dim", STYLE_DIM},
};

static bool parse_property(struct parser *parser, const struct conf_node *key, const struct conf_node *value,
                           struct role_choice *choice)
{
    if (str_equal(key->text, STR("fg")))
        return parse_choice(parser, value, &choice->foreground);
    if (str_equal(key->text, STR("bg")))
        return parse_choice(parser, value, &choice->background);
    size_t row = STR_ROW(key->text, attributes);
    bool on;
    if (row == STR_NONE)
        return PARSER_FAIL(key, "expected fg, bg, bold, italic, underline, reverse or dim, found \"%.*s\"",
                           FOUND(key->text));
    if (!conf_bool(value, parser->path, &on, parser->error))
        return false;
    choice->decided |= attributes[row].attribute;
    choice->attributes |= on ? attributes[row].attribute : 0;
    return true;
}

/* Whether a key of `roles:` serves a role: its name, or the part before one of its dots. */
static bool serves(struct str key, enum role role)
{
    struct str name = str_from(theme_role_name(role));
    return str_starts(name, key) && key.size > 0 && (name.size == key.size || name.data[key.size] == '.');
}

static bool fail_role(struct parser *parser, const struct conf_node *key)
{
    struct str words[2 * ROLE_TOTAL]; /* each role, and what stands before its dot */
    for (int role = 0; role < ROLE_TOTAL; role++) {
        struct str name = words[2 * role] = str_from(theme_role_name((enum role)role));
        words[2 * role + 1] = str_slice(name, 0, str_find(name, STR("."), 0));
    }
    struct str nearest = nearest_word(key->text, words, LENGTH(words));
    if (nearest.size)
        return PARSER_FAIL(key, "unknown role \"%.*s\": did you mean %.*s?", FOUND(key->text),
                           STR_FMT(nearest));
    return PARSER_FAIL(
        key, "unknown role \"%.*s\": expected a role such as text, quotation.direct, cue or speaker",
        FOUND(key->text));
}

struct role_entry {
    struct str key;
    struct role_choice choice;
};

static bool parse_role(struct parser *parser, const struct conf_node *key, const struct conf_node *value,
                       struct role_entry *entry)
{
    bool known = false;
    for (int role = 0; role < ROLE_TOTAL && !known; role++)
        known = serves(key->text, (enum role)role);
    if (!known)
        return fail_role(parser, key);
    if (value->type != CONF_MAP)
        return PARSER_FAIL(value, "expected properties, as in {fg: base0B, bold: true}");
    entry->key = key->text;
    for (size_t i = 0; i < value->count; i++)
        if (!parse_property(parser, value->keys[i], value->values[i], &entry->choice))
            return false;
    return true;
}

static void apply_entry(struct theme *theme, const struct role_entry *entry)
{
    for (int role = 0; role < ROLE_TOTAL; role++) {
        struct role_choice *into = &theme->roles[role];
        if (!serves(entry->key, (enum role)role))
            continue;
        if (entry->choice.foreground.kind != COLOR_UNSET)
            into->foreground = entry->choice.foreground;
        if (entry->choice.background.kind != COLOR_UNSET)
            into->background = entry->choice.background;
        into->attributes = (into->attributes & ~entry->choice.decided) | entry->choice.attributes;
        into->decided |= entry->choice.decided;
    }
}

static int compare_entries(const void *a, const void *b)
{
    size_t left = ((const struct role_entry *)a)->key.size, right = ((const struct role_entry *)b)->key.size;
    return (left > right) - (left < right);
}

/* Short keys are applied first, so that the longest that speaks of a property has the last word on it. */
static bool parse_roles(struct parser *parser, const struct conf_node *value)
{
    if (value->type == CONF_SCALAR && value->text.size == 0 && !value->quoted)
        return true; /* all of them commented out */
    if (value->type != CONF_MAP)
        return PARSER_FAIL(value, "expected roles with their properties, as in quotation: {fg: base0B}");
    VECTOR(struct role_entry) entries = {0};
    bool valid = true;
    for (size_t i = 0; i < value->count && valid; i++)
        valid = parse_role(parser, value->keys[i], value->values[i], vector_add(&entries));
    if (valid && entries.size > 1)
        qsort(entries.data, entries.size, sizeof *entries.data, compare_entries);
    if (valid)
        vector_each (&entries, entry)
            apply_entry(parser->theme, entry);
    vector_release(&entries);
    return valid;
}

static const struct {
    const char *key;
    bool (*parse)(struct parser *parser, const struct conf_node *value);
} top_keys[] = {
    {"system", parse_system},          {"scheme", parse_name},     {"name", parse_name},
    {"variant", parse_variant},        {"palette", parse_palette}, {"roles", parse_roles},
    {"follow-terminal", parse_follow}, {"inherits", NULL}, /* read before the rest, by the caller */
};

/* Keys of other programs are let through; one that is nearly ours is a slip of the finger. */
static bool check_foreign_key(struct parser *parser, const struct conf_node *key)
{
    const unsigned slip = key->text.size > 5 ? 2 : 1;
    for (size_t i = 0; i < LENGTH(top_keys); i++)
        if (nearest_distance(key->text, str_from(top_keys[i].key), slip) <= slip)
            return PARSER_FAIL(key, "unknown key \"%.*s\": did you mean %s?", FOUND(key->text),
                               top_keys[i].key);
    return true;
}

static bool parse_entry(struct parser *parser, const struct conf_node *key, const struct conf_node *value)
{
    size_t row = STR_ROW(key->text, top_keys);
    if (row != STR_NONE)
        return !top_keys[row].parse || top_keys[row].parse(parser, value);
    if (key->text.size == 6 && str_equal_nocase(str_slice(key->text, 0, 4), STR("base")))
        return parse_slot(parser, key, value);
    return check_foreign_key(parser, key);
}

static bool check_complete(struct parser *parser, const struct conf_node *root)
{
    const struct theme *theme = parser->theme;
    const struct conf_node *palette = conf_get(root, "palette");
    if (theme->follows_terminal)
        return true;
    for (int slot = 0; slot < SLOT_BASE16; slot++)
        if (!(theme->filled >> slot & 1))
            return PARSER_FAIL(palette ? palette : root,
                               "expected base00 to base0F with a colour each: base%02X is missing",
                               (unsigned)slot);
    return true;
}

bool theme_parse_tree(struct theme *theme, const struct conf_node *root, const char *path,
                      struct error *error)
{
    struct parser state = {theme, path, error}, *parser = &state;
    if (root->type != CONF_MAP)
        return PARSER_FAIL(root, "expected a theme: name, variant, and palette with base00 to base0F");
    for (size_t i = 0; i < root->count; i++)
        if (!parse_entry(parser, root->keys[i], root->values[i]))
            return false;
    return check_complete(parser, root);
}
