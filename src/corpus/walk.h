/* walk.h: lists the files below a path. Only names and kinds are looked at; no file is opened. */
#ifndef WHOSAID_SRC_CORPUS_WALK_H
#define WHOSAID_SRC_CORPUS_WALK_H

#include "whosaid/base/arena.h"
#include "whosaid/base/vector.h"
#include "whosaid/corpus/corpus.h"

#include <stdbool.h>
#include <sys/types.h>

/* A folder that was entered, so that links cannot lead in circles. */
struct walk_folder {
    dev_t device;
    ino_t inode;
    bool open; /* still being listed: coming here again is a loop */
};

struct walk {
    struct arena *arena;        /* owns the paths */
    VECTOR(const char *) files; /* in order */
    VECTOR(struct walk_folder) folders;
    VECTOR(uint32_t) slots; /* hash table over folders: index + 1, or 0 */
    corpus_report *report;
    void *context;
};

/* Appends the files below path (or path itself when it is no folder) to walk->files. What cannot be listed is
 * reported. A folder that links make reachable twice is listed once. */
void walk_path(struct walk *walk, const char *path);

/* Releases all but the arena and what lives in it. */
void walk_release(struct walk *walk);

/* Order of names for people: bytewise, but a run of digits by its value. <0, 0, >0;
 * 0 only for equal names. */
int walk_compare_names(const char *a, const char *b);

#endif
