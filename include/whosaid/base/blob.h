/* blob.h: a value in one block of memory that holds offsets and no pointers.
 *
 * An Article or an Annotations is one blob: it can be written to disk, sent to another process or mapped,
 * and read where it lies. The block begins with a struct of the owner's choice, whose first member is a
 * struct blob; strings and arrays follow and are named by struct blob_range.
 *
 *     [ struct blob | owner's fields ... | array | string | array ... ]
 *       ^ every offset counts from here
 *
 * Blobs are at most 4 GiB less one byte; the readers of input set much lower limits. */
#ifndef WHOSAID_BASE_BLOB_H
#define WHOSAID_BASE_BLOB_H

#include "whosaid/base/string.h"

#include <stdint.h>

struct blob {
    uint32_t kind; /* the owner's magic number, with its version */
    uint32_t size; /* bytes of the whole block, this header included */
};

struct blob_range {
    uint32_t offset; /* bytes from the start of the blob; 0 for an empty range */
    uint32_t count;  /* elements; for a string: bytes, without the NUL that follows it */
};

struct blob_builder {
    struct strbuf bytes;
};

/* Begins a blob whose fixed part has head_size bytes (zeroed). */
void blob_builder_init(struct blob_builder *builder, size_t head_size);

/* The fixed part. Borrowed, until the next blob_builder_add_*. */
void *blob_builder_head(struct blob_builder *builder);

/* Appends a copy of count elements, aligned to 8 bytes. Zero elements give the empty range. */
struct blob_range blob_builder_add(struct blob_builder *builder, const void *elements, size_t count,
                                   size_t element_size);

/* Appends a string and a NUL. A string with NULL data gives the empty range. */
struct blob_range blob_builder_add_str(struct blob_builder *builder, struct str text);

/* Closes the blob: sets kind and size and hands over the block; the builder is then released.
 * Caller frees. */
void *blob_builder_finish(struct blob_builder *builder, uint32_t kind);

/* Borrowed views into a blob (of any owner's type). The string is NUL-terminated; an absent one has NULL
 * data. */
struct str blob_str(const void *blob, struct blob_range range);
const void *blob_array(const void *blob, struct blob_range range);

#endif
