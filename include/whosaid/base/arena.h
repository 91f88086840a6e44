/* arena.h: many small allocations that end together.
 *
 * One arena serves one run (an annotation, a frame, a load). Nothing is freed singly; addresses stay
 * valid until arena_release. Blocks grow geometrically, so n bytes cost O(n) time. */
#ifndef WHOSAID_BASE_ARENA_H
#define WHOSAID_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first */
    size_t used;                /* bytes used of the newest block */
};

/* An empty arena; allocates nothing yet. */
void arena_init(struct arena *arena);

/* Frees everything. The arena is then as after arena_init. */
void arena_release(struct arena *arena);

/* Zeroed memory of size bytes, aligned for any type. Owned by the arena. */
void *arena_alloc(struct arena *arena, size_t size);

/* Zeroed memory for count elements; an overflowing product ends the program. Owned by the arena. */
void *arena_calloc(struct arena *arena, size_t count, size_t size);

/* A NUL-terminated copy of size bytes. Owned by the arena. */
char *arena_copy_string(struct arena *arena, const char *bytes, size_t size);

#define arena_new(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, count, type) ((type *)arena_calloc((arena), (count), sizeof(type)))

#endif
