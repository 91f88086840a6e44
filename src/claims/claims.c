/* claims.c: from documents to claims: stories, statements, joining, comparing, order. The steps are in the
 * other files of this folder; here they are put together and the result is laid out. */
#include "whosaid/claims/claims.h"

#include "across.h"
#include "claims_index.h"
#include "differences.h"
#include "join.h"
#include "marks.h"
#include "order.h"
#include "outlets.h"
#include "singles.h"
#include "stories.h"
#include "story_list.h"
#include "tellings.h"
#include "witnesses.h"

#include "whosaid/base/array.h"
#include "whosaid/base/hash.h"
#include "whosaid/base/memory.h"

#include <stdlib.h>
#include <string.h>

/* A claim and the group of tellings it was made of. */
struct built {
    struct claim claim;
    uint32_t group;
};

struct builder {
    const struct document *documents;
    size_t count;
    struct arena *arena;
    struct vocabulary *vocabulary;
    struct statements statements;
    struct joined joined;
    struct singles singles;
    const uint32_t *story_of;
    bool across; /* what stories have in common is one claim */
    struct people *people;
    uint32_t *witness_of; /* by document */
    struct tellings tellings;
    VECTOR(struct built) claims;
    uint32_t *claim_of; /* by group of the tellings */
    struct aligner aligner;
    VECTOR(struct alignment) alignments; /* of the claim at hand */
    VECTOR(struct departures) departures;
    VECTOR(bool) comparable;
};

/* ---- one claim */

/* Whether a tells more than b: more of it inside quotation marks, else more words. */
static bool is_fuller(const struct statement *a, const struct statement *b)
{
    return a->quoted != b->quoted ? a->quoted > b->quoted : a->count > b->count;
}

/* The fullest version, the first of equals. Of sentences that tell one fact the shortest: it tells least
 * besides. */
static size_t choose_reference(const struct statement *members, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++) {
        bool told = members[i].kind == VERSION_ASSERTION, best_told = members[best].kind == VERSION_ASSERTION;
        bool better = told && best_told ? members[i].count < members[best].count
                                        : best_told || (!told && is_fuller(&members[i], &members[best]));
        best = better ? i : best;
    }
    return best;
}

/* Words are compared among quoted versions that tell enough of the same. */
static bool is_comparable(const struct statement *version, const struct statement *reference,
                          const struct alignment *alignment)
{
    if (!statement_is_quoted(version) || !statement_is_quoted(reference))
        return false;
    uint32_t content = version->quoted ? version->quoted : version->content;
    return alignment->content * 2 >= alignment->region_content && alignment->content * 2 >= content;
}

static void align_members(struct builder *b, const struct statement *members, size_t count, size_t reference)
{
    while (b->alignments.size < count) {
        (void)vector_add(&b->alignments);
        (void)vector_add(&b->departures);
        vector_push(&b->comparable, false);
    }
    const struct statement *full = &members[reference];
    struct sentence full_words = statement_sentence(&b->statements, full);
    for (size_t i = 0; i < count; i++) {
        const struct statement *version = &members[i];
        struct sentence words = statement_sentence(&b->statements, version);
        struct alignment *alignment = &b->alignments.data[i];
        align_statements(&b->aligner, &b->statements, version, full, alignment);
        departures_read(&words, &full_words, alignment, &b->departures.data[i]);
        b->comparable.data[i] = is_comparable(version, full, alignment);
    }
}

static struct str speaker_name(const struct builder *b, const struct statement *s)
{
    struct str name = b->statements.speakers.data[s->speaker].name;
    return name.data ? name : STR("");
}

/* Who a version is attributed to in all articles, and whether that was said at all. */
static void read_attribution(const struct builder *b, struct version *version)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(b->documents[version->document].annotations, &count);
    if (version->quote >= count)
        return;
    const struct person *person = people_of(b->people, version->document, quotes[version->quote].entity);
    version->person = person ? person->name : STR("");
    version->stance = quotes[version->quote].stance;
}

static const struct version *lay_out_versions(struct builder *b, const struct statement *members,
                                              size_t count, const struct claim *claim)
{
    struct version *versions = arena_array(b->arena, count, struct version);
    for (size_t i = 0; i < count; i++) {
        const struct statement *s = &members[i];
        struct version *version = &versions[i];
        *version = (struct version){.document = s->document,
                                    .story = b->story_of[s->document],
                                    .span = s->span,
                                    .quote = s->quote,
                                    .kind = s->kind,
                                    .speaker = speaker_name(b, s),
                                    .person = STR("")};
        read_attribution(b, version);
        if (count > 1 && b->comparable.data[i])
            version->marks =
                departures_marks(&b->statements, s, &b->departures.data[i], b->arena, &version->mark_count);
        marks_add_figures(claim, (uint32_t)i, b->arena, version);
    }
    return versions;
}

/* Stable for the same versions, whatever else is in the corpus and in which order. */
static uint64_t identify(const struct builder *b, const struct version *versions, size_t count)
{
    uint64_t id = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t hash = b->documents[versions[i].document].article->content_hash;
        hash = hash_bytes(hash_mix(hash), &versions[i].span, sizeof versions[i].span);
        id += hash_mix(hash);
    }
    return hash_mix(id);
}

static bool is_dropped(const struct builder *b, const struct statement *members, size_t count)
{
    if (count != 1)
        return false;
    if (members[0].is_part) /* its sentence or report tells it, and from the beginning */
        return true;
    return members[0].kind == VERSION_ASSERTION &&
           !singles_is_claim(&b->statements, &b->singles, &members[0]);
}

static void build_claim(struct builder *b, const struct statement *members, size_t count)
{
    struct claim claim = {.story = b->story_of[members[0].document], .version_count = count};
    uint32_t *documents = memory_alloc(count * sizeof *documents);
    for (size_t i = 0; i < count; i++)
        documents[i] = members[i].document;
    uint32_t outlets = outlets_count(b->documents, documents, count, NULL);
    claim.outlets = outlets_count(b->documents, documents, count, b->witness_of);
    free(documents);
    claim.reference = (uint32_t)choose_reference(members, count);
    if (count > 1) {
        align_members(b, members, count, claim.reference);
        struct comparison comparison = {
            b->vocabulary,   &b->statements,     b->documents,       members,           count,
            claim.reference, b->alignments.data, b->departures.data, b->comparable.data};
        claim.differences = differences_find(&comparison, b->arena, &claim.difference_count);
    }
    claim.versions = lay_out_versions(b, members, count, &claim);
    claim.relation = claim_relation(&claim, outlets);
    claim.id = identify(b, claim.versions, count);
    vector_push(&b->claims, ((struct built){claim, b->tellings.group.data[members - b->tellings.list.data]}));
}

/* ---- all claims */

static void build_claims(struct builder *b)
{
    size_t count = b->tellings.list.size;
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && b->tellings.group.data[end] == b->tellings.group.data[i]; end++)
            continue;
        if (!is_dropped(b, b->tellings.list.data + i, end - i))
            build_claim(b, b->tellings.list.data + i, end - i);
    }
}

static int compare_built(const void *left, const void *right)
{
    const struct built *a = left, *b = right;
    int order = claim_compare(&a->claim, &b->claim);
    return order ? order : COMPARE(a->group, b->group);
}

/* A sentence that was to be a version of a second claim, and is left alone there, is the same claim twice. Of
 * equal versions, claims are neighbours. */
static void drop_repeated(struct builder *b)
{
    size_t kept = 0;
    for (size_t i = 0; i < b->claims.size; i++)
        if (kept == 0 || b->claims.data[kept - 1].claim.id != b->claims.data[i].claim.id)
            b->claims.data[kept++] = b->claims.data[i];
    b->claims.size = kept;
}

static int compare_alike(const void *left, const void *right)
{
    const struct alike *a = left, *b = right;
    int order = COMPARE(a->a, b->a);
    return order ? order : COMPARE(a->b, b->b);
}

/* Turns pairs of alike statements into lists of similar claims, ascending, without repeats. */
static void lay_out_similar(struct builder *b)
{
    VECTOR(struct alike) pairs = {0};
    vector_each (&b->joined.alike, alike) {
        uint32_t x = b->claim_of[b->tellings.group_of[alike->a]],
                 y = b->claim_of[b->tellings.group_of[alike->b]];
        if (x == y || x == NO_INDEX || y == NO_INDEX)
            continue;
        vector_push(&pairs, ((struct alike){x, y}));
        vector_push(&pairs, ((struct alike){y, x}));
    }
    if (pairs.size)
        qsort(pairs.data, pairs.size, sizeof *pairs.data, compare_alike);
    uint32_t *lists = arena_array(b->arena, pairs.size, uint32_t);
    size_t used = 0;
    for (size_t i = 0; i < pairs.size; i++) {
        struct claim *claim = &b->claims.data[pairs.data[i].a].claim;
        if (i > 0 && compare_alike(&pairs.data[i - 1], &pairs.data[i]) == 0)
            continue;
        if (!claim->similar)
            claim->similar = lists + used;
        lists[used++] = pairs.data[i].b;
        claim->similar_count++;
    }
    vector_release(&pairs);
}

/* ---- stories */

/* The stories with their claims, which stand together. */
static const struct story *lay_out_stories(struct builder *b, size_t count)
{
    struct story *stories =
        story_list_make(b->documents, b->count, b->story_of, count, b->witness_of, b->arena);
    for (uint32_t c = 0; c < b->claims.size; c++) {
        struct story *story = &stories[b->claims.data[c].claim.story];
        if (!story->claim_count++)
            story->first_claim = c;
    }
    return stories;
}

/* The outlets of all stories that have a version of the claim: mostly one. n log n. */
static uint32_t count_outlets_with_text(const struct builder *b, const struct story *stories,
                                        const struct claim *claim)
{
    if (!b->across)
        return stories[claim->story].outlets;
    VECTOR(uint32_t) told = {0}, documents = {0};
    for (size_t i = 0; i < claim->version_count; i++)
        vector_push(&told, claim->versions[i].story);
    told.size = array_sort_distinct(told.data, told.size);
    vector_each (&told, story)
        for (size_t d = 0; d < stories[*story].document_count; d++)
            vector_push(&documents, stories[*story].documents[d]);
    uint32_t outlets = outlets_count(b->documents, documents.data, documents.size, b->witness_of);
    vector_release(&told);
    vector_release(&documents);
    return outlets;
}

/* ---- public */

static void release(struct builder *b)
{
    vector_each (&b->alignments, alignment)
        alignment_release(alignment);
    vector_each (&b->departures, departures)
        departures_release(departures);
    vector_release(&b->alignments);
    vector_release(&b->departures);
    vector_release(&b->comparable);
    vector_release(&b->claims);
    aligner_release(&b->aligner);
    joined_release(&b->joined);
    singles_release(&b->singles);
    tellings_release(&b->tellings);
    statements_release(&b->statements);
    people_free(b->people);
    vocabulary_free(b->vocabulary);
    free(b->claim_of);
    free(b->witness_of);
}

static void compare_documents(struct builder *b)
{
    b->people = people_find(b->documents, b->count, b->story_of);
    statements_collect(b->vocabulary, b->documents, b->count, b->people, &b->statements);
    singles_read(b->vocabulary, &b->statements, &b->singles);
    join_statements(&b->statements, b->story_of, &b->joined);
    if (b->across)
        across_join(&b->statements, b->story_of, &b->joined);
    tellings_make(&b->statements, &b->joined, &b->tellings);
    build_claims(b);
    if (b->claims.size)
        qsort(b->claims.data, b->claims.size, sizeof *b->claims.data, compare_built);
    drop_repeated(b);
    b->claim_of = memory_alloc(b->tellings.group_count * sizeof *b->claim_of);
    memset(b->claim_of, 0xff, b->tellings.group_count * sizeof *b->claim_of); /* NO_INDEX: dropped */
    for (uint32_t c = 0; c < b->claims.size; c++)
        b->claim_of[b->claims.data[c].group] = c;
    lay_out_similar(b);
}

static struct claims *find(const struct document *documents, size_t count, bool across)
{
    struct claims *claims = memory_calloc(1, sizeof *claims);
    struct claims_index *index = memory_calloc(1, sizeof *index);
    struct builder b = {.documents = documents, .count = count, .across = across, .arena = &index->arena};
    claims->index = index;
    arena_init(&index->arena);
    b.vocabulary = vocabulary_new();
    index->document_count = count;
    index->story_of = arena_array(b.arena, count, uint32_t);
    b.story_of = index->story_of;
    claims->story_count = stories_group(b.vocabulary, documents, count, index->story_of);
    b.witness_of = memory_alloc(count * sizeof *b.witness_of);
    witnesses_find(b.vocabulary, documents, count, b.story_of, b.witness_of);
    compare_documents(&b);
    claims->stories = lay_out_stories(&b, claims->story_count);
    claims->claim_count = b.claims.size;
    struct claim *list = arena_array(b.arena, b.claims.size, struct claim);
    for (size_t i = 0; i < b.claims.size; i++) {
        list[i] = b.claims.data[i].claim;
        list[i].outlets_with_text = count_outlets_with_text(&b, claims->stories, &list[i]);
    }
    claims->claims = list;
    claims_index_versions(claims);
    release(&b);
    return claims;
}

struct claims *claims_find(const struct document *documents, size_t count)
{
    return find(documents, count, false);
}

struct claims *claims_find_across(const struct document *documents, size_t count)
{
    return find(documents, count, true);
}

void claims_free(struct claims *claims)
{
    if (!claims)
        return;
    arena_release(&claims->index->arena);
    free(claims->index);
    free(claims);
}
