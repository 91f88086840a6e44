/* annotations.c: reading annotations; see whosaid/annotate/annotations.h. */
#include "whosaid/annotate/annotations.h"

const struct span *annotations_sentences(const struct annotations *a, size_t *count)
{
    *count = a->sentences.count;
    return blob_array(a, a->sentences);
}

const struct quote *annotations_quotes(const struct annotations *a, size_t *count)
{
    *count = a->quotes.count;
    return blob_array(a, a->quotes);
}

const struct quote *annotations_title_quotes(const struct annotations *a, size_t *count)
{
    *count = a->title_quotes.count;
    return blob_array(a, a->title_quotes);
}

const struct span *annotations_terms(const struct annotations *a, size_t *count)
{
    *count = a->terms.count;
    return blob_array(a, a->terms);
}

const struct entity *annotations_entities(const struct annotations *a, size_t *count)
{
    *count = a->entities.count;
    return blob_array(a, a->entities);
}

const struct span *annotations_pieces(const struct annotations *a, const struct quote *quote)
{
    return (const struct span *)blob_array(a, a->pieces) + quote->first_piece;
}

const struct entity *annotations_speaker(const struct annotations *a, const struct quote *quote)
{
    if (quote->entity >= a->entities.count)
        return NULL;
    return (const struct entity *)blob_array(a, a->entities) + quote->entity;
}

uint32_t annotations_sentence_at(const struct annotations *a, uint32_t offset)
{
    const struct span *sentences = blob_array(a, a->sentences);
    uint32_t low = 0, high = a->sentences.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (sentences[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (a->sentences.count == 0)
        return NO_INDEX;
    return low > 0 ? low - 1 : 0;
}
