/* handles.c: see handles.h. */
#include "handles.h"

#include "whosaid/annotate/annotations.h"
#include "whosaid/base/array.h"

#include <stdlib.h>

static int compare_handles(const void *left, const void *right)
{
    const struct handle *a = left, *b = right;
    if (a->story != b->story)
        return COMPARE(a->story, b->story);
    if (a->key != b->key)
        return COMPARE(a->key, b->key);
    if (a->person != b->person)
        return COMPARE(a->person, b->person);
    int order = str_compare(a->word, b->word);
    if (order)
        return order;
    return a->gender != b->gender ? COMPARE(a->gender, b->gender) : COMPARE(a->member, b->member);
}

void handles_sort(handle_vector *handles)
{
    size_t kept = 0;
    if (handles->size)
        qsort(handles->data, handles->size, sizeof *handles->data, compare_handles);
    for (size_t i = 0; i < handles->size; i++) {
        const struct handle *last = kept ? &handles->data[kept - 1] : NULL, *next = &handles->data[i];
        if (!last || next->person == NO_INDEX || last->story != next->story || last->key != next->key ||
            last->person != next->person || last->gender != next->gender ||
            !str_equal(last->word, next->word))
            handles->data[kept++] = *next;
    }
    handles->size = kept;
}

const struct handle *handles_find(const handle_vector *handles, uint32_t story, uint64_t key, size_t *count)
{
    size_t low = 0, high = handles->size;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct handle *h = &handles->data[middle];
        if (h->story < story || (h->story == story && h->key < key))
            low = middle + 1;
        else
            high = middle;
    }
    for (*count = 0; low + *count < handles->size; ++*count) {
        const struct handle *h = &handles->data[low + *count];
        if (h->story != story || h->key != key)
            break;
    }
    return handles->data + low;
}
