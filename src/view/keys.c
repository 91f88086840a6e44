/* keys.c: see keys.h. The key strings of actions.def are read once, into one table that is only read
 * afterwards. */
#include "whosaid/view/keys.h"
#include "whosaid/text/decode.h"

#include <assert.h>
#include <threads.h>

struct action_row {
    const char *name, *keys, *help;
    enum view_mask views;
};

static const struct action_row rows[ACTION_TOTAL] = {
    [ACTION_NONE] = {"none", "", "", (enum view_mask)0},
#define ACTION(id, name, keys, views, help) [ACTION_##id] = {name, keys, help, (enum view_mask)(views)},
#include "whosaid/view/actions.def"
#undef ACTION
};

static const struct key_spelling {
    const char *name;
    key_code key;
    const char *shown;
} spellings[] = {
    {"Space", ' ', "Space"},        {"Enter", '\r', "Enter"},
    {"Tab", '\t', "Tab"},           {"Esc", 27, "Esc"},
    {"Up", KEY_UP_ARROW, "↑"},      {"Down", KEY_DOWN_ARROW, "↓"},
    {"Left", KEY_LEFT_ARROW, "←"},  {"Right", KEY_RIGHT_ARROW, "→"},
    {"PgUp", KEY_PAGE_UP, "PgUp"},  {"PgDn", KEY_PAGE_DOWN, "PgDn"},
    {"Home", KEY_HOME_KEY, "Home"}, {"End", KEY_END_KEY, "End"},
};

enum { NAMED = KEY_NONE - KEY_UP_ARROW, SLOTS = 128 + NAMED, VIEWS = 5 };

static uint8_t table[VIEWS][SLOTS];
static once_flag table_made = ONCE_FLAG_INIT;

/* The table's column of a key; SLOTS for keys that no action can have. Terminals say Enter as CR or LF. */
static unsigned slot_of(key_code key)
{
    if (key == '\n')
        key = '\r';
    if (key < 128)
        return key;
    return key >= KEY_UP_ARROW && key < KEY_NONE ? 128 + (key - KEY_UP_ARROW) : SLOTS;
}

static const struct key_spelling *find_spelling(struct str word)
{
    size_t row = STR_ROW(word, spellings);
    return row == STR_NONE ? NULL : &spellings[row];
}

/* A word of a key string to its key. */
static key_code parse_key(struct str word)
{
    const struct key_spelling *spelling = find_spelling(word);
    if (spelling)
        return spelling->key;
    if (word.size == 2 && word.data[0] == '^')
        return (key_code)(word.data[1] & 0x1f);
    assert(word.size == 1);
    return (key_code)word.data[0];
}

/* The next word of a key string, moving *keys behind it; empty at the end. */
static struct str next_word(const char **keys)
{
    while (**keys == ' ')
        ++*keys;
    const char *start = *keys;
    while (**keys && **keys != ' ')
        ++*keys;
    return (struct str){start, (size_t)(*keys - start)};
}

static void enter_key(enum action action, key_code key)
{
    for (unsigned view = 0; view < VIEWS; view++) {
        uint8_t *entry = &table[view][slot_of(key)];
        if (!(rows[action].views & (1u << view)))
            continue;
        assert(*entry == ACTION_NONE || *entry == action);
        *entry = (uint8_t)action;
    }
}

static void make_table(void)
{
    for (unsigned action = 1; action < ACTION_TOTAL; action++) {
        const char *keys = rows[action].keys;
        for (struct str word = next_word(&keys); word.size; word = next_word(&keys))
            enter_key((enum action)action, parse_key(word));
    }
}

enum action keys_action(key_code key, enum view_mask view)
{
    call_once(&table_made, make_table);
    unsigned slot = slot_of(key);
    return slot < SLOTS ? (enum action)table[__builtin_ctz((unsigned)view)][slot] : ACTION_NONE;
}

const char *action_help(enum action action)
{
    return rows[action].help;
}

enum view_mask action_views(enum action action)
{
    return rows[action].views;
}

/* Whether an action of a view has a name that begins so. */
static bool is_called(enum action action, struct str beginning, enum view_mask view)
{
    return (rows[action].views & view) && str_starts(str_from(rows[action].name), beginning);
}

enum action action_by_name(struct str name, enum view_mask view)
{
    enum action only = ACTION_NONE;
    size_t count = 0;
    for (unsigned i = 1; i < ACTION_TOTAL; i++) {
        if (!is_called((enum action)i, name, view))
            continue;
        if (str_equal(str_from(rows[i].name), name))
            return (enum action)i;
        only = (enum action)i;
        count++;
    }
    return count == 1 ? only : ACTION_NONE;
}

void action_names(struct str beginning, enum view_mask view, struct strbuf *out)
{
    size_t start = out->size;
    for (unsigned i = 1; i < ACTION_TOTAL; i++) {
        if (!is_called((enum action)i, beginning, view))
            continue;
        if (out->size > start)
            strbuf_add_byte(out, ' ');
        strbuf_add_str(out, str_from(rows[i].name));
    }
}

static struct str shown_key(struct str word)
{
    const struct key_spelling *spelling = find_spelling(word);
    return spelling ? str_from(spelling->shown) : word;
}

void action_keys(enum action action, struct strbuf *out)
{
    const char *keys = rows[action].keys;
    size_t start = out->size;
    for (struct str word = next_word(&keys); word.size; word = next_word(&keys)) {
        if (out->size > start)
            strbuf_add_byte(out, ' ');
        strbuf_add_str(out, shown_key(word));
    }
}

void action_first_key(enum action action, struct strbuf *out)
{
    const char *keys = rows[action].keys;
    strbuf_add_str(out, shown_key(next_word(&keys)));
}
