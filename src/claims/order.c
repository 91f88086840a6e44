/* order.c: see order.h. */
#include "order.h"

#include "differences.h"

#include "whosaid/base/array.h"

#include <limits.h>

enum relation difference_relation(const struct difference *difference)
{
    if (difference->updated)
        return RELATION_REWORDED;
    switch (difference->kind) {
    case DIFFERENCE_SPEAKER:
    case DIFFERENCE_POLARITY:
    case DIFFERENCE_DATE:
    case DIFFERENCE_NUMBER:
    case DIFFERENCE_PLACE:
    case DIFFERENCE_NAME: return RELATION_DIFFERS;
    default: return difference_is_cosmetic(difference->kind) ? RELATION_SAME : RELATION_REWORDED;
    }
}

/* Whether one outlet tells a figure in two ways. */
static bool contradicts_itself(const struct claim *claim)
{
    for (size_t i = 0; i < claim->difference_count; i++) {
        const struct difference *difference = &claim->differences[i];
        if (difference->kind == DIFFERENCE_NUMBER && !difference->updated)
            return true;
    }
    return false;
}

enum relation claim_relation(const struct claim *claim, uint32_t outlets)
{
    if (outlets <= 1)
        return contradicts_itself(claim) ? RELATION_DIFFERS : RELATION_SINGLE;
    enum relation relation = RELATION_SAME;
    for (size_t i = 0; i < claim->difference_count; i++) {
        enum relation one = difference_relation(&claim->differences[i]);
        relation = one > relation ? one : relation;
    }
    return relation == RELATION_SAME && claim->outlets <= 1 ? RELATION_SINGLE : relation;
}

static int rank_of_relation(uint32_t relation)
{
    static const int RANKS[] = {
        [RELATION_DIFFERS] = 0, [RELATION_REWORDED] = 1, [RELATION_SAME] = 2, [RELATION_SINGLE] = 3};
    return RANKS[relation];
}

/* The strongest difference decides; without one, a claim comes last of its relation. */
static int rank_of_difference(const struct claim *claim)
{
    bool substance = claim->difference_count && !claim->differences[0].cosmetic;
    return substance ? difference_rank(claim->differences[0].kind) : INT_MAX;
}

/* Whether no outlet attributes it. */
static bool is_assertion(const struct claim *claim)
{
    for (size_t i = 0; i < claim->version_count; i++)
        if (claim->versions[i].kind != VERSION_ASSERTION)
            return false;
    return true;
}

int claim_compare(const struct claim *a, const struct claim *b)
{
    int order = COMPARE(a->story, b->story);
    order = order ? order : COMPARE(rank_of_relation(a->relation), rank_of_relation(b->relation));
    order = order ? order : COMPARE(rank_of_difference(a), rank_of_difference(b));
    order = order ? order : COMPARE(is_assertion(a), is_assertion(b));
    order = order ? order : -COMPARE(a->outlets, b->outlets);
    order = order ? order : COMPARE(a->versions[0].document, b->versions[0].document);
    order = order ? order : COMPARE(a->versions[0].span.start, b->versions[0].span.start);
    return order ? order : -COMPARE(a->versions[0].span.end, b->versions[0].span.end);
}
