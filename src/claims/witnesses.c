/* witnesses.c: see witnesses.h.
 *
 * A document is the set of its shingles, five words in a row (Broder, "On the resemblance and containment of
 * documents", 1997). The documents of a story are taken longest first; one that has half of its shingles from
 * one that stands for a witness already belongs to that witness, any other stands for one itself. */
#include "witnesses.h"

#include "whosaid/base/array.h"
#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>

enum {
    SHINGLE = 5,         /* words */
    LEAST_SHINGLES = 40, /* of a document that is compared at all: less is a headline and a lead */
    MOST_HOLDERS = 16,   /* documents looked at that hold a shingle, the longest ones */
};

/* A document at work. */
struct printed {
    uint32_t document, story;
    uint64_t order;                        /* of the article, to break ties whatever the order of documents */
    uint32_t first_shingle, shingle_count; /* distinct, ascending */
    bool stands;                           /* for a witness: it repeats none longer */
};

struct posting {
    uint32_t shingle, rank;
};

struct finder {
    struct vocabulary *vocabulary;
    const struct document *documents;
    VECTOR(struct printed) list; /* by story, longest first */
    VECTOR(uint32_t) shingles;
    VECTOR(struct posting) postings; /* of the story at hand, ascending */
    VECTOR(uint32_t) shared;  /* by rank: shingles shared with the document at hand; zero between documents */
    VECTOR(uint32_t) holders; /* ranks that share some */
    word_vector words;
};

/* ---- shingles */

/* Appends the shingles of a stretch. */
static void add_stretch(struct finder *f, struct str text, struct span stretch)
{
    uint64_t hashes[SHINGLE];
    vector_clear(&f->words);
    words_scan(f->vocabulary, text, stretch, &f->words);
    for (size_t i = 0; i < f->words.size; i++) {
        uint64_t key = HASH_START;
        hashes[i % SHINGLE] = vocabulary_form(f->vocabulary, f->words.data[i].form)->hash;
        for (size_t k = i + 1; k <= i + SHINGLE; k++)
            key = hash_mix(key ^ hashes[k % SHINGLE]);
        if (i + 1 >= SHINGLE)
            vector_push(&f->shingles, (uint32_t)key);
    }
}

static int compare_spans(const void *left, const void *right)
{
    return COMPARE(((const struct span *)left)->start, ((const struct span *)right)->start);
}

/* The pieces of direct quotations, ascending. */
static void list_quoted(const struct annotations *annotations, span_vector *quoted)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(annotations, &count);
    for (size_t i = 0; i < count; i++) {
        const struct span *pieces = annotations_pieces(annotations, &quotes[i]);
        for (size_t k = 0; quotes[i].type == QUOTE_DIRECT && k < quotes[i].piece_count; k++)
            vector_push(quoted, pieces[k]);
    }
    if (quoted->size)
        qsort(quoted->data, quoted->size, sizeof *quoted->data, compare_spans);
}

/* The body's words but for those of direct quotations. */
static void read_shingles(struct finder *f, const struct document *document)
{
    struct str text = article_text(document->article);
    span_vector body = {0}, quoted = {0};
    size_t next = 0;
    article_body(document->article, &body);
    list_quoted(document->annotations, &quoted);
    vector_each (&body, part) {
        uint32_t at = part->start;
        for (; next < quoted.size && quoted.data[next].start < part->end; next++) {
            if (quoted.data[next].start > at)
                add_stretch(f, text, (struct span){at, quoted.data[next].start});
            at = quoted.data[next].end > at ? quoted.data[next].end : at;
        }
        if (at < part->end)
            add_stretch(f, text, (struct span){at, part->end});
    }
    vector_release(&body);
    vector_release(&quoted);
}

static void read_document(struct finder *f, uint32_t document, uint32_t story)
{
    const struct document *d = &f->documents[document];
    struct printed printed = {document, story, d->article->content_hash, (uint32_t)f->shingles.size, 0, true};
    read_shingles(f, d);
    uint32_t *own = f->shingles.data + printed.first_shingle;
    size_t kept = array_sort_distinct(own, f->shingles.size - printed.first_shingle);
    f->shingles.size = printed.first_shingle + kept;
    printed.shingle_count = (uint32_t)kept;
    if (kept >= LEAST_SHINGLES)
        vector_push(&f->list, printed);
}

static int compare_printed(const void *left, const void *right)
{
    const struct printed *a = left, *b = right;
    int order = COMPARE(a->story, b->story);
    order = order ? order : -COMPARE(a->shingle_count, b->shingle_count);
    order = order ? order : COMPARE(a->order, b->order);
    return order ? order : COMPARE(a->document, b->document);
}

/* ---- who repeats whom */

static int compare_postings(const void *left, const void *right)
{
    const struct posting *a = left, *b = right;
    int order = COMPARE(a->shingle, b->shingle);
    return order ? order : COMPARE(a->rank, b->rank);
}

static void index_story(struct finder *f, const struct printed *story, size_t count)
{
    vector_clear(&f->postings);
    vector_clear(&f->shared);
    for (uint32_t rank = 0; rank < count; rank++) {
        const uint32_t *own = f->shingles.data + story[rank].first_shingle;
        for (uint32_t i = 0; i < story[rank].shingle_count; i++)
            vector_push(&f->postings, ((struct posting){own[i], rank}));
        vector_push(&f->shared, 0u);
    }
    if (f->postings.size)
        qsort(f->postings.data, f->postings.size, sizeof *f->postings.data, compare_postings);
}

static size_t first_posting(const struct finder *f, uint32_t shingle)
{
    size_t low = 0, high = f->postings.size;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (f->postings.data[middle].shingle < shingle)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void share(struct finder *f, const struct printed *story, uint32_t rank)
{
    if (!story[rank].stands)
        return;
    if (!f->shared.data[rank]++)
        vector_push(&f->holders, rank);
}

/* The witness, as a rank, that the document at rank repeats; its own rank when none. */
static uint32_t find_witness(struct finder *f, const struct printed *story, uint32_t rank)
{
    const uint32_t *own = f->shingles.data + story[rank].first_shingle;
    uint32_t best = rank, most = 0;
    vector_clear(&f->holders);
    for (uint32_t i = 0; i < story[rank].shingle_count; i++) {
        size_t at = first_posting(f, own[i]);
        for (size_t k = at; k < at + MOST_HOLDERS && f->postings.data[k].rank < rank; k++)
            share(f, story, f->postings.data[k].rank);
    }
    vector_each (&f->holders, holder) {
        uint32_t shared = f->shared.data[*holder];
        if (shared > most || (shared == most && *holder < best)) {
            most = shared;
            best = *holder;
        }
        f->shared.data[*holder] = 0;
    }
    return most * 2 >= story[rank].shingle_count ? best : rank;
}

static void group_story(struct finder *f, struct printed *story, uint32_t count, uint32_t *witness_of)
{
    uint32_t *witness = memory_alloc(count * sizeof *witness); /* by rank */
    uint32_t *first = memory_alloc(count * sizeof *first);     /* by rank of a witness: its first document */
    index_story(f, story, count);
    for (uint32_t rank = 0; rank < count; rank++) {
        uint32_t own = witness[rank] = find_witness(f, story, rank);
        story[rank].stands = own == rank;
        if (own == rank || story[rank].document < first[own])
            first[own] = story[rank].document;
    }
    for (uint32_t rank = 0; rank < count; rank++)
        witness_of[story[rank].document] = first[witness[rank]];
    free(witness);
    free(first);
}

void witnesses_find(struct vocabulary *vocabulary, const struct document *documents, size_t count,
                    const uint32_t *story_of, uint32_t *witness_of)
{
    struct finder f = {.vocabulary = vocabulary, .documents = documents};
    for (uint32_t i = 0; i < count; i++) {
        witness_of[i] = i;
        if (documents[i].article && documents[i].annotations)
            read_document(&f, i, story_of[i]);
    }
    if (f.list.size)
        qsort(f.list.data, f.list.size, sizeof *f.list.data, compare_printed);
    for (size_t i = 0, end; i < f.list.size; i = end) {
        for (end = i + 1; end < f.list.size && f.list.data[end].story == f.list.data[i].story; end++)
            continue;
        if (end - i > 1)
            group_story(&f, f.list.data + i, (uint32_t)(end - i), witness_of);
    }
    vector_release(&f.list);
    vector_release(&f.shingles);
    vector_release(&f.postings);
    vector_release(&f.shared);
    vector_release(&f.holders);
    vector_release(&f.words);
}
