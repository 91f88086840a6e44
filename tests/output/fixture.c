/* fixture.c: see fixture.h. */
#include "fixture.h"

#include "support.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>
#include <string.h>

static const char HARBOUR[] =
    "Harbour reopens after storm\n"
    "\n"
    "PORT ELIAS, March 4 (Northern Wire) – Ships came back on Monday.\n"
    "\n"
    "“The berths are sound,” harbour master Ida Lund said, “and my deputy told me ‘all cranes turn’.” Locals "
    "call the\n"
    "quay the “long table”. Lund, of the Port Authority, added that trade would take a week to recover.\n";

static const char DAILY[] =
    "Port Elias back in business\n"
    "\n"
    "“The berths are safe,” a spokesman said on 4 March. Trade needs a month, he said.\n";

/* The span of words in a text. */
static struct span span_of(struct str text, const char *words)
{
    size_t at = str_find(text, str_from(words), 0);
    assert_true(at != STR_NONE);
    return (struct span){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

static struct span from_to(struct span a, struct span b)
{
    return (struct span){a.start, b.end};
}

struct draft {
    struct quote quotes[8];
    struct span pieces[8], sentences[8], terms[8];
    struct entity entities[4];
    uint32_t quote_count, piece_count, sentence_count, term_count, entity_count;
};

static struct annotations *build(const struct draft *draft)
{
    struct blob_builder builder;
    struct annotations parts = {0};
    blob_builder_init(&builder, sizeof parts);
    parts.sentences =
        blob_builder_add(&builder, draft->sentences, draft->sentence_count, sizeof *draft->sentences);
    parts.quotes = blob_builder_add(&builder, draft->quotes, draft->quote_count, sizeof *draft->quotes);
    parts.pieces = blob_builder_add(&builder, draft->pieces, draft->piece_count, sizeof *draft->pieces);
    parts.entities =
        blob_builder_add(&builder, draft->entities, draft->entity_count, sizeof *draft->entities);
    parts.terms = blob_builder_add(&builder, draft->terms, draft->term_count, sizeof *draft->terms);
    *(struct annotations *)blob_builder_head(&builder) = parts;
    return blob_builder_finish(&builder, ANNOTATIONS_KIND);
}

static void add_quote(struct draft *draft, struct quote quote, struct span first, struct span last)
{
    quote.first_piece = draft->piece_count;
    quote.span = from_to(first, last);
    draft->pieces[draft->piece_count++] = first;
    if (last.start != first.start)
        draft->pieces[draft->piece_count++] = last;
    quote.piece_count = draft->piece_count - quote.first_piece;
    draft->quotes[draft->quote_count++] = quote;
}

static struct annotations *annotate_harbour(struct str text)
{
    struct draft draft = {0};
    struct span first = span_of(text, "“The berths are sound,”");
    struct span last = span_of(text, "“and my deputy told me ‘all cranes turn’.”");
    struct span inner = span_of(text, "‘all cranes turn’");
    struct span indirect = span_of(text, "that trade would take a week to recover");

    draft.entities[draft.entity_count++] = (struct entity){
        .name = span_of(text, "Ida Lund"),
        .role = span_of(text, "harbour master"),
        .affiliation = span_of(text, "Port Authority"),
        .quotes = 2,
    };
    add_quote(&draft,
              (struct quote){.type = QUOTE_DIRECT,
                             .speaker = span_of(text, "harbour master Ida Lund"),
                             .cue = span_of(text, "said"),
                             .parent = NO_INDEX,
                             .confidence = 0.95F},
              first, last);
    add_quote(&draft,
              (struct quote){.type = QUOTE_DIRECT,
                             .entity = NO_INDEX,
                             .speaker = span_of(text, "my deputy"),
                             .cue = span_of(text, "told"),
                             .parent = 0,
                             .confidence = 0.5F},
              inner, inner);
    add_quote(&draft,
              (struct quote){.type = QUOTE_INDIRECT,
                             .speaker = span_of(text, "Lund, of the Port Authority"),
                             .cue = span_of(text, "added"),
                             .parent = NO_INDEX,
                             .confidence = 0.8F},
              indirect, indirect);
    draft.sentences[draft.sentence_count++] = span_of(text, "Ships came back on Monday.");
    draft.sentences[draft.sentence_count++] = from_to(first, last);
    draft.terms[draft.term_count++] = span_of(text, "“long table”");
    return build(&draft);
}

static struct annotations *annotate_daily(struct str text)
{
    struct draft draft = {0};
    struct span quotation = span_of(text, "“The berths are safe,”");
    draft.entities[draft.entity_count++] = (struct entity){.name = span_of(text, "a spokesman"), .quotes = 1};
    add_quote(&draft,
              (struct quote){.type = QUOTE_DIRECT,
                             .speaker = span_of(text, "a spokesman"),
                             .cue = span_of(text, "said"),
                             .parent = NO_INDEX,
                             .confidence = 1},
              quotation, quotation);
    draft.sentences[draft.sentence_count++] = from_to(quotation, span_of(text, "4 March."));
    return build(&draft);
}

/* Everything a fixture's claims point at. */
struct fixture_claims {
    struct claims claims;
    struct story story;
    uint32_t documents[2];
    struct claim claim[2];
    struct version versions[2], assertion;
    struct difference differences[2];
    struct reading readings[4];
    struct span spans[4];
    uint32_t indices[2], similar;
};

static void fill_versions(struct fixture_claims *parts, const struct document *documents)
{
    struct str harbour = article_text(documents[0].article), daily = article_text(documents[1].article);
    parts->versions[0] = (struct version){.span = span_of(harbour, "“The berths are sound,”"),
                                          .quote = 0,
                                          .speaker = span_str(harbour, span_of(harbour, "Ida Lund")),
                                          .person = span_str(harbour, span_of(harbour, "Ida Lund"))};
    parts->versions[1] = (struct version){.document = 1,
                                          .span = span_of(daily, "“The berths are safe,”"),
                                          .quote = 0,
                                          .speaker = span_str(daily, span_of(daily, "a spokesman"))};
    parts->assertion = (struct version){
        .span = span_of(harbour, "Ships came back on Monday."), .quote = NO_INDEX, .kind = VERSION_ASSERTION};
}

static void fill_differences(struct fixture_claims *parts, const struct document *documents)
{
    static const char *const VALUES[] = {"Ida Lund", "a spokesman", "sound", "safe"};
    for (uint32_t i = 0; i < 4; i++) {
        parts->spans[i] = span_of(article_text(documents[i % 2].article), VALUES[i]);
        parts->readings[i] =
            (struct reading){str_from(VALUES[i]), &parts->indices[i % 2], &parts->spans[i], 1};
    }
    parts->indices[1] = 1;
    parts->differences[0] = (struct difference){.kind = DIFFERENCE_SPEAKER,
                                                .note = STR("One names Ida Lund; the other a spokesman."),
                                                .why = STR("Counted: two persons."),
                                                .readings = &parts->readings[0],
                                                .reading_count = 2};
    parts->differences[1] = (struct difference){.kind = DIFFERENCE_SPELLING,
                                                .cosmetic = true,
                                                .note = STR("One spells “sound”; the other “safe”."),
                                                .why = STR("Cosmetic: a fixture says so."),
                                                .readings = &parts->readings[2],
                                                .reading_count = 2};
}

static struct claims *build_claims(const struct document *documents)
{
    struct fixture_claims *parts = memory_calloc(1, sizeof *parts);
    fill_versions(parts, documents);
    fill_differences(parts, documents);
    parts->documents[1] = 1;
    parts->similar = 1;
    parts->story = (struct story){.title = article_str(documents[0].article, documents[0].article->title),
                                  .documents = parts->documents,
                                  .witnesses = parts->documents,
                                  .document_count = 2,
                                  .outlets = 2,
                                  .claim_count = 2};
    parts->claim[0] = (struct claim){.id = 0xC1A1,
                                     .relation = RELATION_DIFFERS,
                                     .outlets = 2,
                                     .outlets_with_text = 2,
                                     .versions = parts->versions,
                                     .version_count = 2,
                                     .differences = parts->differences,
                                     .difference_count = 2,
                                     .similar = &parts->similar,
                                     .similar_count = 1};
    parts->claim[1] = (struct claim){.id = 0xC1A2,
                                     .relation = RELATION_SINGLE,
                                     .outlets = 1,
                                     .outlets_with_text = 2,
                                     .versions = &parts->assertion,
                                     .version_count = 1};
    parts->claims = (struct claims){&parts->story, 1, parts->claim, 2, NULL};
    return &parts->claims;
}

void fixture_open(struct fixture *fixture)
{
    static const char *const PATHS[] = {"/nowhere/harbour wire.txt", "/nowhere/daily.txt"};
    struct article *harbour = article_from_plain_text(PATHS[0], str_from(HARBOUR));
    struct article *daily = article_from_plain_text(PATHS[1], str_from(DAILY));
    fixture->documents[0] = (struct document){harbour, annotate_harbour(article_text(harbour))};
    fixture->documents[1] = (struct document){daily, annotate_daily(article_text(daily))};
    fixture->claims = build_claims(fixture->documents);
}

void fixture_close(struct fixture *fixture)
{
    free(fixture->claims);
    for (size_t i = 0; i < 2; i++) {
        free((void *)fixture->documents[i].article);
        free((void *)fixture->documents[i].annotations);
    }
}

void fixture_print(const struct document *document, const struct output_options *options, struct strbuf *out)
{
    struct output_text text;
    output_text_init(&text, document->article, NULL);
    output_annotate(&text, document->annotations, options, out);
    output_text_release(&text);
}
