/* library.c: loads, annotates and compares everything at once, and keeps for each sentence what the list, the
 * gutter and the strip ask for on every frame.
 *
 * Articles come from worker threads into slots that are theirs alone;
 * everything after that is one thread's. */
#include "whosaid/library/library.h"

#include "meter.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/memory.h"
#include "whosaid/base/parallel.h"

#include <stdlib.h>
#include <string.h>

/* What a document's sentences are asked for. Sentences are indices into its annotations. */
struct sentence_index {
    struct claim_ref *refs; /* one a sentence; claim NO_INDEX: nothing is said there that a claim knows */
    size_t count;
    struct article_counts counts;
};

struct library {
    struct corpus *corpus; /* NULL for one from documents */
    struct strbuf name;
    VECTOR(struct document) documents;
    VECTOR(size_t) corpus_indices; /* beside documents */
    size_t unreadable;
    struct claims *claims;
    struct sentence_index *sentences; /* beside documents */
    struct library_counts counts;
};

/* What a worker leaves behind for one input: a document, or an error. */
struct slot {
    struct article *article;
    struct annotations *annotations;
    struct error *error; /* owned; set when article is NULL */
};

struct load {
    const struct corpus *corpus;
    struct slot *slots;
    struct meter *meter;
};

static void load_one(void *context, size_t index)
{
    const struct load *load = context;
    struct slot *slot = &load->slots[index];
    struct error error = {0};

    slot->article = corpus_load(load->corpus, index, &error);
    if (slot->article) {
        slot->annotations = annotate(slot->article);
    } else {
        slot->error = memory_alloc(sizeof error);
        *slot->error = error;
    }
    atomic_fetch_add(&load->meter->done, 1);
}

/* Counts what is reported on its way to the caller. */
struct counting_report {
    corpus_report *report;
    void *context;
    size_t count;
};

static void report_and_count(void *context, const struct error *error)
{
    struct counting_report *counting = context;
    counting->count++;
    if (counting->report)
        counting->report(counting->context, error);
}

static void add_document(struct library *library, const struct document *document, size_t corpus_index)
{
    vector_push(&library->documents, *document);
    vector_push(&library->corpus_indices, corpus_index);
}

/* Takes over what the workers loaded, in input order. */
static void collect(struct library *library, struct slot *slots, size_t count, struct counting_report *report)
{
    for (size_t i = 0; i < count; i++) {
        if (slots[i].article)
            add_document(library, &(struct document){slots[i].article, slots[i].annotations}, i);
        else
            report_and_count(report, slots[i].error);
        free(slots[i].error);
    }
}

static struct span version_span(const struct claims *claims, struct claim_ref ref)
{
    return claims->claims[ref.claim].versions[ref.version].span;
}

static uint32_t ref_relation(const struct claims *claims, struct claim_ref ref)
{
    return claims->claims[ref.claim].relation;
}

/* Gives the sentence to the claim when it is the strongest so far; the first in the text wins a tie. */
static void offer(const struct claims *claims, struct claim_ref *held, struct claim_ref ref)
{
    if (held->claim == NO_INDEX || ref_relation(claims, ref) > ref_relation(claims, *held))
        *held = ref;
}

/* Counts sentences by the strongest claim that begins in them; refs come by their start, so a sentence's
 * stand together. */
static void count_beginnings(const struct claims *claims, const struct document *document,
                             const struct claim_ref *refs, size_t count, struct article_counts *counts)
{
    uint32_t sentence = NO_INDEX, strongest = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t at = annotations_sentence_at(document->annotations, version_span(claims, refs[i]).start);
        uint32_t relation = ref_relation(claims, refs[i]);
        if (i > 0 && at != sentence)
            counts->relations[strongest]++;
        if (i == 0 || at != sentence || relation > strongest)
            strongest = relation;
        sentence = at;
    }
    if (count)
        counts->relations[strongest]++;
}

/* Linear in the sentences and in those that versions cover. */
static void index_sentences(const struct claims *claims, const struct document *document, uint32_t number,
                            struct sentence_index *index)
{
    size_t ref_count, quotes;
    const struct claim_ref *refs = claims_of_document(claims, number, &ref_count);
    const struct span *sentences = annotations_sentences(document->annotations, &index->count);

    index->refs = memory_calloc(index->count, sizeof *index->refs);
    for (size_t i = 0; i < index->count; i++)
        index->refs[i] = (struct claim_ref){NO_INDEX, NO_INDEX};
    for (size_t i = 0; i < ref_count && index->count; i++) {
        struct span span = version_span(claims, refs[i]);
        for (size_t s = annotations_sentence_at(document->annotations, span.start);
             s < index->count && sentences[s].start < span.end; s++)
            if (span_overlaps(sentences[s], span))
                offer(claims, &index->refs[s], refs[i]);
    }
    annotations_quotes(document->annotations, &quotes);
    index->counts.quotations = (uint32_t)quotes;
    count_beginnings(claims, document, refs, ref_count, &index->counts);
}

typedef VECTOR(struct str) str_vector;

static void add_speakers(const struct document *document, str_vector *names)
{
    size_t count;
    const struct entity *entities = annotations_entities(document->annotations, &count);
    for (size_t i = 0; i < count; i++)
        if (entities[i].quotes > 0)
            vector_push(names, span_str(article_text(document->article), entities[i].name));
}

/* Speakers are told apart by name, since a person has an entity of their own in every article. */
static uint32_t count_speakers(const struct library *library)
{
    str_vector names = {0};
    uint32_t distinct = 0;

    for (size_t i = 0; i < library->documents.size; i++)
        add_speakers(&library->documents.data[i], &names);
    if (names.size)
        qsort(names.data, names.size, sizeof *names.data, str_compare_pointed);
    for (size_t i = 0; i < names.size; i++)
        distinct += i == 0 || !str_equal(names.data[i - 1], names.data[i]);
    vector_release(&names);
    return distinct;
}

static void count_everything(struct library *library)
{
    library->counts.articles = (uint32_t)library->documents.size;
    library->counts.speakers = count_speakers(library);
    library->counts.claims = (uint32_t)library->claims->claim_count;
    for (size_t i = 0; i < library->documents.size; i++)
        library->counts.quotations += library->sentences[i].counts.quotations;
    for (size_t i = 0; i < library->claims->claim_count; i++)
        library->counts.differ += library->claims->claims[i].relation == RELATION_DIFFERS;
}

/* Everything that follows from the documents. */
static void compare(struct library *library)
{
    size_t count = library->documents.size;
    library->claims = claims_find(library->documents.data, count);
    library->sentences = memory_calloc(count, sizeof *library->sentences);
    for (size_t i = 0; i < count; i++)
        index_sentences(library->claims, &library->documents.data[i], (uint32_t)i, &library->sentences[i]);
    count_everything(library);
}

static struct library *library_create(void)
{
    struct library *library = memory_calloc(1, sizeof *library);
    strbuf_init(&library->name);
    return library;
}

struct library *library_open_metered(const char *const *paths, size_t count, unsigned jobs,
                                     corpus_report *report, void *context, struct meter *meter)
{
    struct library *library = library_create();
    struct counting_report counting = {report, context, 0};

    library->corpus = corpus_open(paths, count, report_and_count, &counting);
    strbuf_add_str(&library->name, corpus_name(library->corpus));

    size_t size = corpus_size(library->corpus);
    struct load load = {library->corpus, memory_calloc(size, sizeof *load.slots), meter};
    atomic_store(&meter->total, size);
    parallel_each(size, jobs, load_one, &load);
    atomic_store(&meter->comparing, true);
    collect(library, load.slots, size, &counting);
    free(load.slots);

    library->unreadable = counting.count;
    compare(library);
    return library;
}

struct library *library_open(const char *const *paths, size_t count, unsigned jobs, corpus_report *report,
                             void *context)
{
    struct meter meter = {0};
    return library_open_metered(paths, count, jobs, report, context, &meter);
}

struct library *library_from_documents(struct str name, const struct document *documents, size_t count)
{
    struct library *library = library_create();
    strbuf_add_str(&library->name, name);
    for (size_t i = 0; i < count; i++)
        add_document(library, &documents[i], i);
    compare(library);
    return library;
}

void library_free(struct library *library)
{
    if (!library)
        return;
    claims_free(library->claims);
    for (size_t i = 0; i < library->documents.size; i++) {
        free(library->sentences[i].refs);
        free((void *)library->documents.data[i].article);
        free((void *)library->documents.data[i].annotations);
    }
    free(library->sentences);
    vector_release(&library->documents);
    vector_release(&library->corpus_indices);
    strbuf_release(&library->name);
    corpus_free(library->corpus);
    free(library);
}

struct str library_name(const struct library *library)
{
    return strbuf_str(&library->name);
}

const struct corpus *library_corpus(const struct library *library)
{
    return library->corpus;
}

size_t library_size(const struct library *library)
{
    return library->documents.size;
}

size_t library_unreadable(const struct library *library)
{
    return library->unreadable;
}

const struct document *library_document(const struct library *library, size_t index)
{
    return &library->documents.data[index];
}

const struct document *library_documents(const struct library *library)
{
    return library->documents.data;
}

size_t library_corpus_index(const struct library *library, size_t index)
{
    return library->corpus_indices.data[index];
}

const struct claims *library_claims(const struct library *library)
{
    return library->claims;
}

struct library_counts library_counts(const struct library *library)
{
    return library->counts;
}

struct article_counts library_article_counts(const struct library *library, size_t index)
{
    return library->sentences[index].counts;
}

bool library_sentence_claim(const struct library *library, size_t index, uint32_t sentence,
                            struct claim_ref *ref)
{
    const struct sentence_index *sentences = &library->sentences[index];
    if (sentence >= sentences->count || sentences->refs[sentence].claim == NO_INDEX)
        return false;
    *ref = sentences->refs[sentence];
    return true;
}

int library_sentence_relation(const struct library *library, size_t index, uint32_t sentence)
{
    struct claim_ref ref;
    return library_sentence_claim(library, index, sentence, &ref) ? (int)ref_relation(library->claims, ref)
                                                                  : -1;
}
