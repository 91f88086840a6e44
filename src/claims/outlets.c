/* outlets.c: see outlets.h. */
#include "outlets.h"

#include "whosaid/base/array.h"
#include "whosaid/base/vector.h"

#include <stdlib.h>

uint32_t outlets_count(const struct document *documents, const uint32_t *indices, size_t count,
                       const uint32_t *witness_of)
{
    VECTOR(struct str) named = {0};
    VECTOR(uint32_t) unnamed = {0};
    uint32_t outlets = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t document = witness_of ? witness_of[indices[i]] : indices[i];
        const struct article *article = documents[document].article;
        struct str outlet = article_str(article, article->outlet);
        if (outlet.size)
            vector_push(&named, outlet);
        else
            vector_push(&unnamed, document);
    }
    if (named.size)
        qsort(named.data, named.size, sizeof *named.data, str_compare_pointed);
    for (size_t i = 0; i < named.size; i++)
        outlets += i == 0 || !str_equal(named.data[i - 1], named.data[i]);
    outlets += array_sort_distinct(unnamed.data, unnamed.size);
    vector_release(&named);
    vector_release(&unnamed);
    return outlets;
}
