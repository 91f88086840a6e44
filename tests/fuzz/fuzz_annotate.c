/* fuzz_annotate.c: any bytes as a plain-text article; what the annotator finds must be sound and be
 * explained. */
#include "fuzz.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/annotate/explain.h"
#include "whosaid/corpus/corpus.h"

static void check_spans(const struct span *spans, size_t count, size_t size)
{
    for (size_t i = 0; i < count; i++) {
        require(spans[i].start < spans[i].end && spans[i].end <= size);
        require(i == 0 || spans[i - 1].end <= spans[i].start);
    }
}

static int compare_spans(const void *a, const void *b)
{
    const struct span *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

/* No two quotations share a byte, unless one is inside the other. */
static void check_disjoint(const struct annotations *a, size_t size)
{
    size_t count;
    span_vector pieces = {0};
    const struct quote *quotes = annotations_quotes(a, &count);
    for (size_t i = 0; i < count; i++)
        for (uint32_t p = 0; quotes[i].parent == NO_INDEX && p < quotes[i].piece_count; p++)
            vector_push(&pieces, annotations_pieces(a, &quotes[i])[p]);
    if (pieces.size > 0)
        qsort(pieces.data, pieces.size, sizeof *pieces.data, compare_spans);
    check_spans(pieces.data, pieces.size, size);
    vector_release(&pieces);
}

static void check_quotes(const struct annotations *a, size_t size)
{
    size_t count, entity_count;
    const struct quote *quotes = annotations_quotes(a, &count);
    annotations_entities(a, &entity_count);
    for (size_t i = 0; i < count; i++) {
        const struct quote *q = &quotes[i];
        require(q->piece_count > 0 && q->first_piece + q->piece_count <= a->pieces.count);
        check_spans(annotations_pieces(a, q), q->piece_count, size);
        require(q->speaker.start <= q->speaker.end && q->speaker.end <= size);
        require(q->cue.start <= q->cue.end && q->cue.end <= size);
        require(q->entity == NO_INDEX || q->entity < entity_count);
        require(q->parent == NO_INDEX || q->parent < i);
        require(i == 0 || quotes[i - 1].span.start <= q->span.start);
    }
}

static void check_explained(const struct article *article, const struct annotations *a)
{
    size_t count, title_count;
    struct explainer *explainer = explainer_create(article);
    struct strbuf why;
    strbuf_init(&why);
    annotations_quotes(a, &count);
    annotations_title_quotes(a, &title_count);
    for (size_t i = 0; i < count + title_count; i++) {
        strbuf_clear(&why);
        if (i < count)
            explainer_tell(explainer, i, &why);
        else
            explainer_tell_title(explainer, i - count, &why);
        require(str_ends(strbuf_str(&why), STR(".\n")));
    }
    strbuf_release(&why);
    explainer_free(explainer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct article *article = article_from_plain_text("fuzz.txt", (struct str){(const char *)data, size});
    struct annotations *a = annotate(article);
    size_t text_size = article_text(article).size, count;
    const struct span *spans = annotations_sentences(a, &count);
    check_spans(spans, count, text_size);
    spans = annotations_terms(a, &count);
    check_spans(spans, count, text_size);
    check_quotes(a, text_size);
    check_disjoint(a, text_size);
    check_explained(article, a);
    free(a);
    free(article);
    return 0;
}
