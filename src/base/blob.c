/* blob.c: building and reading position-independent blocks. */
#include "whosaid/base/blob.h"
#include "whosaid/base/memory.h"

#include <assert.h>
#include <string.h>

enum { ALIGNMENT = 8 };

static void add_zeros(struct strbuf *bytes, size_t count)
{
    strbuf_reserve(bytes, count);
    memset(bytes->data + bytes->size, 0, count);
    bytes->size += count;
}

static void align(struct strbuf *bytes)
{
    add_zeros(bytes, (ALIGNMENT - bytes->size % ALIGNMENT) % ALIGNMENT);
}

void blob_builder_init(struct blob_builder *builder, size_t head_size)
{
    assert(head_size >= sizeof(struct blob));
    strbuf_init(&builder->bytes);
    add_zeros(&builder->bytes, head_size);
}

void *blob_builder_head(struct blob_builder *builder)
{
    return builder->bytes.data;
}

static struct blob_range append(struct strbuf *bytes, const void *elements, size_t count, size_t size)
{
    if (bytes->size > UINT32_MAX - 64 || count * size > UINT32_MAX - 64 - bytes->size)
        memory_exhausted();
    struct blob_range range = {(uint32_t)bytes->size, (uint32_t)count};
    strbuf_add(bytes, elements, count * size);
    return range;
}

struct blob_range blob_builder_add(struct blob_builder *builder, const void *elements, size_t count,
                                   size_t element_size)
{
    if (!count)
        return (struct blob_range){0};
    align(&builder->bytes);
    return append(&builder->bytes, elements, count, element_size);
}

struct blob_range blob_builder_add_str(struct blob_builder *builder, struct str text)
{
    if (!text.data)
        return (struct blob_range){0};
    struct blob_range range = append(&builder->bytes, text.data, text.size, 1);
    add_zeros(&builder->bytes, 1);
    return range;
}

void *blob_builder_finish(struct blob_builder *builder, uint32_t kind)
{
    align(&builder->bytes);
    struct blob *blob = blob_builder_head(builder);
    blob->kind = kind;
    blob->size = (uint32_t)builder->bytes.size;
    return strbuf_detach(&builder->bytes);
}

struct str blob_str(const void *blob, struct blob_range range)
{
    if (!range.offset)
        return (struct str){NULL, 0};
    return (struct str){(const char *)blob + range.offset, range.count};
}

const void *blob_array(const void *blob, struct blob_range range)
{
    return range.offset ? (const char *)blob + range.offset : NULL;
}
