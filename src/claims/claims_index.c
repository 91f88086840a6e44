/* claims_index.c: see claims_index.h; and the look-ups of claims.h that it answers. */
#include "claims_index.h"

#include "whosaid/base/array.h"

#include <stdlib.h>

static int compare_refs(const void *left, const void *right, void *context)
{
    const struct claim *claims = context;
    const struct claim_ref *a = left, *b = right;
    const struct version *v = &claims[a->claim].versions[a->version];
    const struct version *w = &claims[b->claim].versions[b->version];
    int order = COMPARE(v->document, w->document);
    order = order ? order : COMPARE(v->span.start, w->span.start);
    order = order ? order : COMPARE(v->span.end, w->span.end);
    return order ? order : COMPARE(a->claim, b->claim);
}

void claims_index_versions(struct claims *claims)
{
    struct claims_index *index = claims->index;
    size_t count = 0, used = 0;
    for (size_t c = 0; c < claims->claim_count; c++)
        count += claims->claims[c].version_count;
    index->refs = arena_array(&index->arena, count, struct claim_ref);
    index->first_ref = arena_array(&index->arena, index->document_count + 1, uint32_t);
    for (uint32_t c = 0; c < claims->claim_count; c++)
        for (uint32_t v = 0; v < claims->claims[c].version_count; v++) {
            index->refs[used++] = (struct claim_ref){c, v};
            index->first_ref[claims->claims[c].versions[v].document + 1]++;
        }
    if (count)
        qsort_r(index->refs, count, sizeof *index->refs, compare_refs, (void *)claims->claims);
    for (size_t i = 0; i < index->document_count; i++)
        index->first_ref[i + 1] += index->first_ref[i];
}

const struct claim_ref *claims_of_document(const struct claims *claims, uint32_t document, size_t *count)
{
    *count = 0;
    if (document >= claims->index->document_count)
        return NULL;
    const uint32_t *first = &claims->index->first_ref[document];
    *count = first[1] - first[0];
    return claims->index->refs + first[0];
}

uint32_t claims_story_of(const struct claims *claims, uint32_t document)
{
    return document < claims->index->document_count ? claims->index->story_of[document] : NO_INDEX;
}

bool claim_is_of_one_article(const struct claim *claim)
{
    for (size_t i = 1; i < claim->version_count; i++)
        if (claim->versions[i].document != claim->versions[0].document)
            return false;
    return claim->version_count > 1;
}
