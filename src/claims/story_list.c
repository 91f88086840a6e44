/* story_list.c: see story_list.h. */
#include "story_list.h"

#include "outlets.h"

/* The first headline that an article has, else what the first is called. */
static struct str title_of(const struct document *documents, const struct story *story)
{
    for (size_t i = 0; i < story->document_count; i++) {
        const struct article *article = documents[story->documents[i]].article;
        if (!span_is_empty(article->title_span))
            return article_str(article, article->title);
    }
    const struct article *first = documents[story->documents[0]].article;
    return article_str(first, first->title);
}

/* Gives each story its part of two arrays that hold the documents of all, still without any in it. */
static void allot(struct story *list, size_t stories, const uint32_t *documents, const uint32_t *witnesses)
{
    for (size_t s = 0, next = 0; s < stories; s++) {
        list[s].documents = documents + next;
        list[s].witnesses = witnesses + next;
        next += list[s].document_count;
        list[s].document_count = 0;
    }
}

struct story *story_list_make(const struct document *documents, size_t count, const uint32_t *story_of,
                              size_t stories, const uint32_t *witness_of, struct arena *arena)
{
    struct story *list = arena_array(arena, stories, struct story);
    uint32_t *placed = arena_array(arena, count, uint32_t), *witnesses = arena_array(arena, count, uint32_t);
    for (size_t i = 0; i < count; i++)
        if (story_of[i] != NO_INDEX)
            list[story_of[i]].document_count++;
    allot(list, stories, placed, witnesses);
    for (uint32_t i = 0; i < count; i++) {
        if (story_of[i] == NO_INDEX)
            continue;
        struct story *story = &list[story_of[i]];
        size_t at = (size_t)(story->documents - placed) + story->document_count++;
        placed[at] = i;
        witnesses[at] = witness_of[i];
    }
    for (size_t s = 0; s < stories; s++) {
        list[s].title = title_of(documents, &list[s]);
        list[s].outlets = outlets_count(documents, list[s].documents, list[s].document_count, witness_of);
    }
    return list;
}
