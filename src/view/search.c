/* search.c: see search.h. */
#include "search.h"

#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <string.h>

void pattern_init(struct pattern *pattern)
{
    strbuf_init(&pattern->text);
    strbuf_init(&pattern->folded);
}

void pattern_release(struct pattern *pattern)
{
    strbuf_release(&pattern->text);
    strbuf_release(&pattern->folded);
}

void pattern_set(struct pattern *pattern, struct str text)
{
    strbuf_clear(&pattern->text);
    strbuf_clear(&pattern->folded);
    strbuf_add_str(&pattern->text, text);
    text_fold(text, &pattern->folded);
}

/* The first place of needle at or after from, in linear time; NULL when there is none. */
static const char *find(const struct strbuf *text, const struct strbuf *needle, size_t from)
{
    if (needle->size == 0 || from >= text->size)
        return NULL;
    return memmem(text->data + from, text->size - from, needle->data, needle->size);
}

bool pattern_matches(const struct pattern *pattern, struct str text)
{
    struct strbuf folded;
    strbuf_init(&folded);
    text_fold(text, &folded);
    bool matches = find(&folded, &pattern->folded, 0) != NULL;
    strbuf_release(&folded);
    return matches;
}

/* Folds text code point by code point; sources gets, for each folded byte, where its code point stands in
 * text. */
static void fold_with_sources(struct str text, struct strbuf *folded, span_vector *sources)
{
    size_t at = 0;
    while (at < text.size) {
        struct span source = {(uint32_t)at, 0};
        text_next(text, &at);
        source.end = (uint32_t)at;
        text_fold(str_slice(text, source.start, source.end), folded);
        while (sources->size < folded->size)
            vector_push(sources, source);
    }
}

void pattern_find(const struct pattern *pattern, struct str text, span_vector *found)
{
    struct strbuf folded;
    span_vector sources = {0};
    strbuf_init(&folded);
    fold_with_sources(text, &folded, &sources);
    const char *match = find(&folded, &pattern->folded, 0);
    while (match) {
        size_t start = (size_t)(match - folded.data), end = start + pattern->folded.size;
        vector_push(found, ((struct span){sources.data[start].start, sources.data[end - 1].end}));
        match = find(&folded, &pattern->folded, end);
    }
    vector_release(&sources);
    strbuf_release(&folded);
}

enum search_result search_around(size_t *at, size_t count, bool forward,
                                 bool (*matches)(void *context, size_t index), void *context)
{
    size_t from = *at;
    for (size_t step = 1; step <= count; step++) {
        size_t ahead = forward ? step : count - step;
        size_t index = (from + ahead) % count;
        if (!matches(context, index))
            continue;
        *at = index;
        bool wrapped = forward ? index <= from : index >= from;
        return wrapped ? SEARCH_WRAPPED : SEARCH_FOUND;
    }
    return SEARCH_NOTHING;
}
