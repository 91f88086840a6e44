/* watch.h: notices that something in a file's folder was written, so that a theme being edited is read again.
 *
 * The folder and not the file is watched: editors put a new file in the place of the old one. */
#ifndef WHOSAID_TUI_WATCH_H
#define WHOSAID_TUI_WATCH_H

#include <stdbool.h>

struct watch {
    int descriptor; /* readable when watch_take has something; -1: nothing is watched */
};

/* Watches the folder of a file from now on (NULL: none), and no other any more. Where the system cannot do
 * that, nothing is noticed. */
void watch_set(struct watch *watch, const char *path);
void watch_close(struct watch *watch);

/* Whether anything was written since the last call. */
bool watch_take(struct watch *watch);

#endif
