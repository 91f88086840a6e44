/* tree.c: see tree.h. A parent stands before its children, so one pass sets depths and one
 * back links lists. */
#include "tree.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

static void place(struct quote_node *nodes, uint32_t index, uint32_t parent)
{
    struct quote_node *node = &nodes[index];
    *node = (struct quote_node){.first_child = NO_INDEX, .next = NO_INDEX, .parent = NO_INDEX};
    if (parent >= index)
        return;
    node->parent = nodes[parent].depth < QUOTE_TREE_DEPTH ? parent : nodes[parent].parent;
    node->depth = nodes[node->parent].depth + 1;
}

struct quote_node *quote_tree(const struct annotations *annotations, uint32_t *roots)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(annotations, &count);
    struct quote_node *nodes = memory_calloc(count, sizeof *nodes);

    for (size_t i = 0; i < count; i++)
        place(nodes, (uint32_t)i, quotes[i].parent);
    *roots = NO_INDEX;
    for (size_t i = count; i-- > 0;) {
        uint32_t *list = nodes[i].parent == NO_INDEX ? roots : &nodes[nodes[i].parent].first_child;
        nodes[i].next = *list;
        *list = (uint32_t)i;
    }
    return nodes;
}

/* A chosen node's descendants count as covered; parents come first, so one pass hands that down. */
void quote_tree_choose(struct quote_node *nodes, size_t count, const bool *wanted)
{
    bool *covered = memory_calloc(count, sizeof *covered);
    for (size_t i = 0; i < count; i++) {
        bool inside = nodes[i].parent != NO_INDEX && covered[nodes[i].parent];
        nodes[i].chosen = !inside && (!wanted || wanted[i]);
        covered[i] = inside || nodes[i].chosen;
    }
    free(covered);
}
