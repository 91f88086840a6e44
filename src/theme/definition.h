/* definition.h: a theme as its file defines it, before contrast and terminals come in. Inside theme only. */
#ifndef WHOSAID_THEME_DEFINITION_H
#define WHOSAID_THEME_DEFINITION_H

#include "whosaid/theme/theme.h"

enum { SLOT_TOTAL = 0x18, SLOT_BASE16 = 0x10 };

enum color_kind {
    COLOR_UNSET, /* as roles.def says */
    COLOR_SLOT,  /* value: 0x00..0x17 */
    COLOR_RGB,   /* value: 0xRRGGBB */
    COLOR_OWN,   /* the terminal's own */
};

struct color_choice {
    enum color_kind kind;
    int32_t value;
};

/* What a theme's `roles:` says of one role. */
struct role_choice {
    struct color_choice foreground, background;
    uint32_t attributes; /* those that are on */
    uint32_t decided;    /* those that the theme speaks of */
};

struct theme {
    char *name;
    char *path; /* of its file; NULL: built in */
    enum { VARIANT_UNKNOWN, VARIANT_DARK, VARIANT_LIGHT } variant;
    bool follows_terminal;
    uint32_t filled;             /* bit n: slot n is given */
    int32_t palette[SLOT_TOTAL]; /* 0xRRGGBB */
    struct role_choice roles[ROLE_TOTAL];
};

/* What a role is made of in a theme: its own choices over those of roles.def; slots are left as slots. */
struct role_choice theme_role(const struct theme *theme, enum role role);

/* The role's minimum contrast. */
double theme_role_contrast(enum role role);

/* 0xRRGGBB of a slot. base10 to base17 fall back as base24's styling guide says. */
int32_t theme_slot(const struct theme *theme, int slot);

#endif
