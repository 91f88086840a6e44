/* fixture.c: see fixture.h. */
#include "fixture.h"

#include "support.h"

#include "whosaid/corpus/corpus.h"
#include "whosaid/text/segment.h"

#include <stdio.h>
#include <stdlib.h>

struct builder {
    struct strbuf text;
    VECTOR(struct quote) quotes;
    VECTOR(struct span) pieces;
    VECTOR(struct entity) entities;
    uint32_t opened; /* where the piece or name at hand began */
    struct span cue; /* of the next quotation */
};

static uint32_t position(const struct builder *b)
{
    return (uint32_t)b->text.size;
}

static void close_piece(struct builder *b)
{
    vector_push(&b->pieces, ((struct span){b->opened, position(b)}));
    vector_last(&b->quotes).piece_count++;
    vector_last(&b->quotes).span.end = position(b);
}

static uint32_t type_of(struct str text)
{
    if (str_starts(text, STR("\u201c")) || str_starts(text, STR("\"")))
        return QUOTE_DIRECT;
    bool marks = str_find(text, STR("\u201c"), 0) != STR_NONE || str_find(text, STR("\""), 0) != STR_NONE;
    return marks ? QUOTE_MIXED : QUOTE_INDIRECT;
}

static void open_quote(struct builder *b)
{
    uint32_t entity = b->entities.size ? (uint32_t)b->entities.size - 1 : NO_INDEX;
    struct quote quote = {.span = {position(b), 0},
                          .first_piece = (uint32_t)b->pieces.size,
                          .entity = entity,
                          .parent = NO_INDEX,
                          .cue = b->cue,
                          .confidence = 1};
    if (entity != NO_INDEX)
        quote.speaker = b->entities.data[entity].name;
    vector_push(&b->quotes, quote);
    b->opened = position(b);
    b->cue = (struct span){0};
}

static void close_quote(struct builder *b)
{
    close_piece(b);
    struct quote *quote = &vector_last(&b->quotes);
    quote->type = type_of(span_str(strbuf_str(&b->text), quote->span));
}

/* Takes the markup out of body and keeps what it says. */
static void read_markup(struct builder *b, const char *body)
{
    bool bar = false;
    for (const char *at = body; *at; at++) {
        if (at[0] == '[' && at[1] == '[') {
            open_quote(b);
            at += at[2] == '~' ? 2 : 1;
            vector_last(&b->quotes).stance = *at == '~' ? STANCE_NEGATED : STANCE_SAID;
        } else if (at[0] == ']' && at[1] == ']') {
            close_quote(b);
            at++;
        } else if (*at == '|') {
            if (!bar)
                close_piece(b);
            b->opened = position(b);
            bar = !bar;
        } else if (*at == '<') {
            b->cue.start = position(b);
        } else if (*at == '>') {
            b->cue.end = position(b);
        } else if (*at == '{') {
            b->opened = position(b);
        } else if (*at == '}') {
            vector_push(&b->entities, ((struct entity){.name = {b->opened, position(b)}}));
        } else {
            strbuf_add_byte(&b->text, *at);
        }
    }
}

static struct annotations *annotations_of(struct builder *b, uint32_t body_start)
{
    span_vector sentences = {0};
    struct blob_builder blob;
    text_sentences(strbuf_str(&b->text), (struct span){body_start, position(b)}, &sentences);
    blob_builder_init(&blob, sizeof(struct annotations));
    struct annotations head = {
        .sentences = blob_builder_add(&blob, sentences.data, sentences.size, sizeof(struct span)),
        .quotes = blob_builder_add(&blob, b->quotes.data, b->quotes.size, sizeof(struct quote)),
        .pieces = blob_builder_add(&blob, b->pieces.data, b->pieces.size, sizeof(struct span)),
        .entities = blob_builder_add(&blob, b->entities.data, b->entities.size, sizeof(struct entity)),
    };
    *(struct annotations *)blob_builder_head(&blob) = head;
    vector_release(&sentences);
    return blob_builder_finish(&blob, ANNOTATIONS_KIND);
}

void fixture_add(struct fixture *fixture, const char *name, const char *headline, const char *body)
{
    struct builder b = {0};
    assert_true(fixture->count < FIXTURE_MOST);
    strbuf_init(&b.text);
    strbuf_add_format(&b.text, "%s\n\n", headline);
    uint32_t body_start = position(&b);
    read_markup(&b, body);
    struct article *article = article_from_plain_text(name, strbuf_str(&b.text));
    assert_true(str_equal(article_text(article), strbuf_str(&b.text)));
    fixture->documents[fixture->count++] = (struct document){article, annotations_of(&b, body_start)};
    strbuf_release(&b.text);
    vector_release(&b.quotes);
    vector_release(&b.pieces);
    vector_release(&b.entities);
}

void fixture_compare(struct fixture *fixture)
{
    claims_free(fixture->claims);
    fixture->claims = claims_find(fixture->documents, fixture->count);
}

const struct fixture_event FIXTURE_DAM = {
    "Orlova Dam leaks above Tresk",
    "The Orlova Dam above Tresk leaked on Monday, and engineers of the Tresk Water Board opened its gates. "
    "Mayor Ana Ruiz ordered people in Lower Tresk to leave. "};

const struct fixture_event FIXTURE_MINE = {
    "Halden mine floods near Port Aster",
    "The Halden copper mine near Port Aster flooded on Sunday, and the Norvian Mining Office closed its "
    "gates. "};

void fixture_tell(struct fixture *fixture, const struct fixture_event *event, const char *name,
                  const char *day, const char *sentences)
{
    struct strbuf headline, body;
    strbuf_init(&headline);
    strbuf_init(&body);
    if (day)
        strbuf_add_format(&headline, "Date: %s\n\n", day);
    strbuf_add_str(&headline, str_from(event->headline));
    strbuf_add_str(&body, str_from(event->lead));
    strbuf_add_str(&body, str_from(sentences));
    fixture_add(fixture, name, headline.data, body.data);
    strbuf_release(&headline);
    strbuf_release(&body);
}

void fixture_compare_two(struct fixture *fixture, const struct fixture_event *event, const char *first,
                         const char *second)
{
    fixture_tell(fixture, event, "a/alpha.txt", NULL, first);
    fixture_tell(fixture, event, "b/beta.txt", NULL, second);
    fixture_compare(fixture);
    assert_int_equal(fixture->claims->story_count, 1);
}

void fixture_release(struct fixture *fixture)
{
    claims_free(fixture->claims);
    for (size_t i = 0; i < fixture->count; i++) {
        free((void *)fixture->documents[i].article);
        free((void *)fixture->documents[i].annotations);
    }
    *fixture = (struct fixture){0};
}

struct str fixture_text(const struct fixture *fixture, const struct version *version)
{
    return span_str(article_text(fixture->documents[version->document].article), version->span);
}

static const struct claim *find_claim(const struct fixture *fixture, size_t document, const char *needle)
{
    size_t count;
    const struct claim_ref *refs = claims_of_document(fixture->claims, (uint32_t)document, &count);
    for (size_t i = 0; i < count; i++) {
        const struct claim *claim = &fixture->claims->claims[refs[i].claim];
        if (str_find(fixture_text(fixture, &claim->versions[refs[i].version]), str_from(needle), 0) !=
            STR_NONE)
            return claim;
    }
    return NULL;
}

bool fixture_has_claim(const struct fixture *fixture, size_t document, const char *needle)
{
    return find_claim(fixture, document, needle) != NULL;
}

const struct claim *fixture_claim(const struct fixture *fixture, size_t document, const char *needle)
{
    const struct claim *claim = find_claim(fixture, document, needle);
    if (!claim)
        fail_msg("document %zu has no claim with \"%s\"", document, needle);
    return claim;
}

const struct difference *fixture_difference(const struct claim *claim, enum difference_kind kind)
{
    for (size_t i = 0; i < claim->difference_count; i++)
        if (claim->differences[i].kind == (uint32_t)kind)
            return &claim->differences[i];
    return NULL;
}

const char *fixture_readings(const struct difference *difference, char *buffer, size_t size)
{
    size_t used = 0;
    if (!difference)
        return "";
    for (size_t r = 0; r < difference->reading_count; r++) {
        const struct reading *reading = &difference->readings[r];
        used +=
            (size_t)snprintf(buffer + used, size - used, "%s%.*s (", r ? " | " : "", STR_FMT(reading->value));
        for (size_t v = 0; v < reading->version_count; v++)
            used += (size_t)snprintf(buffer + used, size - used, "%s%u", v ? "," : "", reading->versions[v]);
        used += (size_t)snprintf(buffer + used, size - used, ")");
    }
    return buffer;
}

const char *fixture_marks(const struct fixture *fixture, const struct version *version, char *buffer,
                          size_t size)
{
    static const char *const NAMES[] = {"changed", "added", "omitted", "cosmetic"};
    struct str text = article_text(fixture->documents[version->document].article);
    size_t used = 0;
    buffer[0] = '\0';
    for (size_t i = 0; i < version->mark_count; i++)
        used +=
            (size_t)snprintf(buffer + used, size - used, "%s%s <%.*s>", i ? "; " : "",
                             NAMES[version->marks[i].kind], STR_FMT(span_str(text, version->marks[i].span)));
    return buffer;
}
