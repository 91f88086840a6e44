/* arena.c: bump allocation in blocks of growing size. */
#include "whosaid/base/arena.h"
#include "whosaid/base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
    struct arena_block *next;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

enum { FIRST_BLOCK = 4096, ALIGNMENT = alignof(max_align_t) };

void arena_init(struct arena *arena)
{
    *arena = (struct arena){0};
}

static void free_blocks(struct arena_block *block)
{
    while (block) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
}

void arena_release(struct arena *arena)
{
    free_blocks(arena->blocks);
    arena_init(arena);
}

static void add_block(struct arena *arena, size_t size)
{
    size_t block_size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
    if (block_size < size)
        block_size = size;
    if (block_size > SIZE_MAX - sizeof(struct arena_block))
        memory_exhausted();
    struct arena_block *block = memory_alloc(sizeof *block + block_size);
    block->next = arena->blocks;
    block->size = block_size;
    arena->blocks = block;
    arena->used = 0;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX / 4)
        memory_exhausted();
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (!arena->blocks || arena->blocks->size - arena->used < size)
        add_block(arena, size);
    void *memory = arena->blocks->bytes + arena->used;
    arena->used += size;
    return memset(memory, 0, size);
}

void *arena_calloc(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_exhausted();
    return arena_alloc(arena, count * size);
}

char *arena_copy_string(struct arena *arena, const char *bytes, size_t size)
{
    char *copy = arena_alloc(arena, size + 1);
    if (size)
        memcpy(copy, bytes, size);
    return copy;
}
