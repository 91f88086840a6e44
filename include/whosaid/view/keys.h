/* keys.h: keys as the terminal names them, and the one table of actions (actions.def) that they lead to. */
#ifndef WHOSAID_VIEW_KEYS_H
#define WHOSAID_VIEW_KEYS_H

#include "whosaid/base/string.h"

#include <stdint.h>

/* A key is a code point (control keys are below 0x20: ^D is 4, Enter 13, Tab 9, Esc 27) or one of these. */
enum key_name {
    KEY_UP_ARROW = 0x110000,
    KEY_DOWN_ARROW,
    KEY_LEFT_ARROW,
    KEY_RIGHT_ARROW,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_HOME_KEY,
    KEY_END_KEY,
    KEY_DELETE_KEY,
    KEY_BACK_TAB,
    KEY_MOUSE_EVENT,       /* no key: something happened with the mouse */
    KEY_BACKGROUND_ANSWER, /* no key: the terminal told the colour of its background */
    KEY_NONE,
};

typedef uint32_t key_code;

/* The views an action belongs to. */
enum view_mask {
    IN_LIST = 1,
    IN_READER = 2,
    IN_COMPARE = 4,
    IN_HELP = 8,
    IN_WHY = 16,
    IN_PANES = IN_LIST | IN_READER,
    IN_ALL = 31,
};

enum action {
    ACTION_NONE,
#define ACTION(id, name, keys, views, help) ACTION_##id,
#include "whosaid/view/actions.def"
#undef ACTION
    ACTION_TOTAL,
};

/* The action that a key has in a view (one bit of view_mask); ACTION_NONE when it has none. O(1). */
enum action keys_action(key_code key, enum view_mask view);

const char *action_help(enum action action); /* "next line or row" */
enum view_mask action_views(enum action action);

/* The action of a view that is called so, or the only one whose name begins so; ACTION_NONE otherwise. */
enum action action_by_name(struct str name, enum view_mask view);
/* The names of a view's actions that begin so, "split-left split-right". Appended. */
void action_names(struct str beginning, enum view_mask view, struct strbuf *out);

/* An action's keys for people, "j ↓". Appended. */
void action_keys(enum action action, struct strbuf *out);
/* The first of them, for hints. Appended. */
void action_first_key(enum action action, struct strbuf *out);

#endif
