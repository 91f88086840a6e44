/* tree.h: which quotations stand inside which, as lists to be walked in linear time. */
#ifndef WHOSAID_OUTPUT_TREE_H
#define WHOSAID_OUTPUT_TREE_H

#include "whosaid/annotate/annotations.h"

#include <stdbool.h>

enum { QUOTE_TREE_DEPTH = 16 }; /* quotations that nest deeper are listed at this depth */

/* One a quotation; NO_INDEX closes a list. Children follow the order of the quotations. */
struct quote_node {
    uint32_t first_child, next;
    uint32_t parent; /* NO_INDEX at the top */
    uint32_t depth;  /* 0 at the top */
    bool chosen;     /* by quote_tree_choose */
};

/* The nodes of all quotations of an article; *roots gets the first one at the top. Caller frees. */
struct quote_node *quote_tree(const struct annotations *annotations, uint32_t *roots);

/* Chooses the wanted nodes (all when wanted is NULL) that are not inside a chosen one. */
void quote_tree_choose(struct quote_node *nodes, size_t count, const bool *wanted);

#endif
