/* handles.h: what persons can be found by, in sorted order, so that nothing depends on the order of
 * documents. */
#ifndef WHOSAID_CLAIMS_HANDLES_H
#define WHOSAID_CLAIMS_HANDLES_H

#include "whosaid/base/string.h"
#include "whosaid/base/vector.h"

#include <stdint.h>

/* What a person can be found by. */
struct handle {
    uint32_t story;
    uint64_t key;
    uint32_t person, member;
    uint32_t gender;
    uint64_t suffix;
    struct str word; /* the rank of one found by surname; the place of one found by title */
};

typedef VECTOR(struct handle) handle_vector;

/* Sorts the handles by story and key, and drops those that say the same. n log n. */
void handles_sort(handle_vector *handles);

/* The first of the sorted handles of a key in a story; *count gets how many there are. Borrowed. */
const struct handle *handles_find(const handle_vector *handles, uint32_t story, uint64_t key, size_t *count);

#endif
