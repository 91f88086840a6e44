/* terms.c: see terms.h. All but sorting is linear in the terms. */
#include "terms.h"

#include "whosaid/base/array.h"

#include <math.h>
#include <stdlib.h>

static int compare_by_weight(const void *left, const void *right)
{
    const struct term *a = left, *b = right;
    int order = -COMPARE(a->weight, b->weight);
    return order ? order : COMPARE(a->stem, b->stem);
}

static int compare_by_stem(const void *left, const void *right)
{
    return COMPARE(((const struct term *)left)->stem, ((const struct term *)right)->stem);
}

void terms_keep_heaviest(term_vector *terms, size_t most)
{
    if (!terms->size)
        return;
    qsort(terms->data, terms->size, sizeof *terms->data, compare_by_weight);
    if (terms->size > most)
        terms->size = most;
    qsort(terms->data, terms->size, sizeof *terms->data, compare_by_stem);
}

float terms_norm(const term_vector *terms)
{
    float sum = 0;
    vector_each (terms, term)
        sum += term->weight * term->weight;
    return sqrtf(sum);
}

float terms_dot(const term_vector *a, const term_vector *b)
{
    float sum = 0;
    for (size_t i = 0, j = 0; i < a->size && j < b->size;) {
        const struct term *s = &a->data[i], *t = &b->data[j];
        if (s->stem == t->stem)
            sum += s->weight * t->weight;
        i += s->stem <= t->stem;
        j += t->stem <= s->stem;
    }
    return sum;
}

void terms_add(const term_vector *a, const term_vector *b, term_vector *sum)
{
    for (size_t i = 0, j = 0; i < a->size || j < b->size;) {
        const struct term *s = i < a->size ? &a->data[i] : NULL;
        const struct term *t = j < b->size ? &b->data[j] : NULL;
        struct term term = s && (!t || s->stem <= t->stem) ? *s : *t;
        if (s && t && s->stem == t->stem)
            term.weight = s->weight + t->weight;
        i += s && term.stem == s->stem;
        j += t && term.stem == t->stem;
        vector_push(sum, term);
    }
}
