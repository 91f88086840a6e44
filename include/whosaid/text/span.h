/* span.h: a stretch of a text. Every offset inside whosaid is one of these; only output converts. */
#ifndef WHOSAID_TEXT_SPAN_H
#define WHOSAID_TEXT_SPAN_H

#include "whosaid/base/string.h"
#include "whosaid/base/vector.h"

#include <stdbool.h>
#include <stdint.h>

/* Byte offsets into UTF-8, end-exclusive, on code point borders. start == end is the empty span. */
struct span {
    uint32_t start;
    uint32_t end;
};

typedef VECTOR(struct span) span_vector;

static inline uint32_t span_size(struct span s)
{
    return s.end - s.start;
}

static inline bool span_is_empty(struct span s)
{
    return s.start >= s.end;
}

/* Whether inner lies within outer, borders included. */
static inline bool span_contains(struct span outer, struct span inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

/* Whether the two share at least one byte. */
static inline bool span_overlaps(struct span a, struct span b)
{
    return a.start < b.end && b.start < a.end;
}

/* The bytes of a span. Borrowed from text. */
static inline struct str span_str(struct str text, struct span s)
{
    return str_slice(text, s.start, s.end);
}

#endif
