/* jsonl.c: see jsonl.h. Every key of the contract is always there, null where nothing is known. */
#include "jsonl.h"

#include "claim_facts.h"
#include "flatten.h"
#include "tree.h"
#include "uri.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/memory.h"
#include "whosaid/output/json.h"

#include <stdlib.h>

/* What the writers below share while one article is printed. */
struct record {
    struct json json;
    const struct output_text *text;
    const struct annotations *annotations;
    const struct quote *quotes; /* the article's, or the headline's */
    const struct quote_node *nodes;
    struct explainer *explainer; /* or NULL */
};

static void field_str(struct json *json, const char *key, struct str value)
{
    json_key(json, key);
    json_str_or_null(json, value);
}

static void field_unsigned(struct json *json, const char *key, uint64_t value)
{
    json_key(json, key);
    json_unsigned(json, value);
}

static void put_offsets(struct json *json, const struct output_text *text, struct span printed)
{
    json_unsigned(json, output_text_offset(text, printed.start));
    json_unsigned(json, output_text_offset(text, printed.end));
}

static void field_spans(struct json *json, const char *key, const struct output_text *text,
                        const struct span *spans, size_t count)
{
    json_key(json, key);
    json_begin(json, '[');
    for (size_t i = 0; i < count; i++) {
        json_begin(json, '[');
        put_offsets(json, text, output_text_span(text, spans[i]));
        json_end(json, ']');
    }
    json_end(json, ']');
}

/* "start", "end" and, last, "text" of a printed span. */
static void fields_place(struct json *json, const struct output_text *text, struct span printed)
{
    field_unsigned(json, "start", output_text_offset(text, printed.start));
    field_unsigned(json, "end", output_text_offset(text, printed.end));
}

/* A mention by three keys: its text, start and end, under names of their own; nulls when the span is empty.
 */
static void fields_mention(struct json *json, const struct output_text *text, struct span span,
                           const char *const keys[3])
{
    if (span_is_empty(span)) {
        for (size_t i = 0; i < 3; i++)
            field_str(json, keys[i], (struct str){0});
        return;
    }
    struct span printed = output_text_span(text, span);
    field_str(json, keys[0], span_str(text->text, printed));
    field_unsigned(json, keys[1], output_text_offset(text, printed.start));
    field_unsigned(json, keys[2], output_text_offset(text, printed.end));
}

/* What a resolved speaker is known by: on one line, from the clean text also under --verbatim. */
static void field_flat(struct json *json, const char *key, struct str value)
{
    struct strbuf flat;
    strbuf_init(&flat);
    output_flatten(value, &flat);
    field_str(json, key, strbuf_str(&flat));
    strbuf_release(&flat);
}

static void field_entity_span(struct json *json, const char *key, const struct output_text *text,
                              struct span span)
{
    if (span_is_empty(span))
        field_str(json, key, (struct str){0});
    else
        field_flat(json, key, span_str(article_text(text->article), span));
}

static void fields_speaker(struct json *json, const struct record *record, const struct quote *quote)
{
    static const char *const KEYS[3] = {"speaker_text", "speaker_start", "speaker_end"};
    const struct entity *entity = annotations_speaker(record->annotations, quote);
    const struct entity nobody = {0};

    if (!entity)
        entity = &nobody;
    field_flat(json, "speaker", span_str(article_text(record->text->article), entity->name));
    field_entity_span(json, "role", record->text, entity->role);
    field_entity_span(json, "affiliation", record->text, entity->affiliation);
    fields_mention(json, record->text, quote->speaker, KEYS);
}

static void fields_quote(struct record *record, uint32_t index);

/* Recursion ends at QUOTE_TREE_DEPTH. */
static void put_quotes(struct record *record, uint32_t first)
{
    json_begin(&record->json, '[');
    for (uint32_t i = first; i != NO_INDEX; i = record->nodes[i].next) {
        json_begin(&record->json, '{');
        fields_quote(record, i);
        json_end(&record->json, '}');
    }
    json_end(&record->json, ']');
}

/* The sentences that explain a quotation, as an array. */
static void field_why(struct record *record, uint32_t quote)
{
    struct strbuf why;
    strbuf_init(&why);
    explainer_tell(record->explainer, quote, &why);
    json_key(&record->json, "why");
    json_begin(&record->json, '[');
    for (size_t start = 0, end; start < why.size; start = end + 1) {
        end = str_find(strbuf_str(&why), STR("\n"), start);
        json_str(&record->json, str_slice(strbuf_str(&why), start, end));
    }
    json_end(&record->json, ']');
    strbuf_release(&why);
}

static void fields_quote(struct record *record, uint32_t index)
{
    static const char *const CUE[3] = {"cue", "cue_start", "cue_end"};
    struct json *json = &record->json;
    const struct output_text *text = record->text;
    const struct quote *quote = &record->quotes[index];
    struct span printed = output_text_span(text, quote->span);

    fields_place(json, text, printed);
    field_spans(json, "spans", text, annotations_pieces(record->annotations, quote), quote->piece_count);
    field_str(json, "type", str_from(version_kind_name(quote->type)));
    field_str(json, "stance", str_from(annotate_stance_name(quote->stance)));
    field_str(json, "text", span_str(text->text, printed));
    fields_speaker(json, record, quote);
    fields_mention(json, text, quote->cue, CUE);
    json_key(json, "inner");
    put_quotes(record, record->nodes[index].first_child);
    json_key(json, "confidence");
    json_share(json, quote->confidence);
    if (record->explainer)
        field_why(record, index);
}

static void put_terms(struct json *json, const struct output_text *text, const struct span *terms,
                      size_t count)
{
    json_begin(json, '[');
    for (size_t i = 0; i < count; i++) {
        struct span printed = output_text_span(text, terms[i]);
        json_begin(json, '{');
        fields_place(json, text, printed);
        field_str(json, "text", span_str(text->text, printed));
        json_end(json, '}');
    }
    json_end(json, ']');
}

/* Standard input has no URI. */
static void field_uri(struct json *json, const struct article *article)
{
    struct str path = article_str(article, article->path);
    struct strbuf uri;
    strbuf_init(&uri);
    if (path.data && !str_equal(path, STR("-")))
        uri_add_file(path, &uri);
    field_str(json, "uri", uri.size ? strbuf_str(&uri) : (struct str){0});
    strbuf_release(&uri);
}

static void field_id(struct json *json, const char *key, uint64_t id)
{
    json_key(json, key);
    json_hash(json, id);
}

static void fields_article(struct json *json, const struct article *article)
{
    struct str language = article_str(article, article->language);
    field_str(json, "path", article_str(article, article->path));
    field_uri(json, article);
    field_id(json, "id", article->content_hash);
    field_str(json, "title", article_str(article, article->title));
    field_str(json, "outlet", article_str(article, article->outlet));
    field_str(json, "credit", article_str(article, article->credit));
    field_str(json, "byline", article_str(article, article->byline));
    field_str(json, "published", article_str(article, article->published));
    field_str(json, "url", article_str(article, article->url));
    field_str(json, "language", language.data ? language : STR("und"));
}

static void fields_structure(struct record *record)
{
    const struct article *article = record->text->article;
    size_t count;
    const struct span *spans = annotations_sentences(record->annotations, &count);
    field_spans(&record->json, "sentences", record->text, spans, count);
    spans = article_headings(article, &count);
    field_spans(&record->json, "headings", record->text, spans, count);
    spans = article_boilerplate(article, &count);
    field_spans(&record->json, "boilerplate", record->text, spans, count);
}

/* The headline's quotations; their offsets count in "title". */
static void put_title_quotes(struct record *record)
{
    size_t count;
    const struct quote *quotes = annotations_title_quotes(record->annotations, &count);
    struct quote_node *nodes = memory_calloc(count + 1, sizeof *nodes);
    struct output_text title;
    output_text_init_title(&title, record->text->article);
    struct record part = {record->json, &title, record->annotations, quotes, nodes, NULL};
    for (size_t i = 0; i < count; i++)
        nodes[i] =
            (struct quote_node){.first_child = NO_INDEX, .next = i + 1 < count ? (uint32_t)i + 1 : NO_INDEX};
    json_key(&part.json, "title_quotes");
    put_quotes(&part, count ? 0 : NO_INDEX);
    record->json = part.json;
    output_text_release(&title);
    free(nodes);
}

void jsonl_annotate(const struct output_text *text, const struct annotations *annotations,
                    struct explainer *explainer, struct strbuf *out)
{
    uint32_t roots;
    struct quote_node *nodes = quote_tree(annotations, &roots);
    size_t count;
    const struct quote *quotes = annotations_quotes(annotations, &count);
    struct record record = {{out, false}, text, annotations, quotes, nodes, explainer};
    const struct span *terms = annotations_terms(annotations, &count);

    json_begin(&record.json, '{');
    fields_article(&record.json, text->article);
    json_key(&record.json, "text");
    json_str(&record.json, text->text);
    fields_structure(&record);
    json_key(&record.json, "quotes");
    put_quotes(&record, roots);
    put_title_quotes(&record);
    json_key(&record.json, "terms");
    put_terms(&record.json, text, terms, count);
    json_end(&record.json, '}');
    strbuf_add_byte(out, '\n');
    free(nodes);
}

static void put_quote_line(struct record *record, uint32_t quote)
{
    struct json *json = &record->json;
    const struct article *article = record->text->article;

    json->comma = false;
    json_begin(json, '{');
    field_str(json, "path", article_str(article, article->path));
    field_id(json, "id", article->content_hash);
    field_str(json, "title", article_str(article, article->title));
    field_str(json, "outlet", article_str(article, article->outlet));
    field_str(json, "published", article_str(article, article->published));
    fields_quote(record, quote);
    json_end(json, '}');
    strbuf_add_byte(json->out, '\n');
}

void jsonl_quotes(const struct output_text *text, const struct annotations *annotations, const bool *wanted,
                  struct strbuf *out)
{
    uint32_t roots;
    struct quote_node *nodes = quote_tree(annotations, &roots);
    size_t count;
    const struct quote *quotes = annotations_quotes(annotations, &count);
    struct record record = {{out, false}, text, annotations, quotes, nodes, NULL};

    quote_tree_choose(nodes, count, wanted);
    for (size_t i = 0; i < count; i++)
        if (nodes[i].chosen)
            put_quote_line(&record, (uint32_t)i);
    free(nodes);
}

static void put_version(struct json *json, const struct output_text *text, const struct version *version)
{
    struct span printed = output_text_span(text, version->span);
    json_begin(json, '{');
    field_str(json, "article", article_str(text->article, text->article->path));
    fields_place(json, text, printed);
    field_str(json, "text", span_str(text->text, printed));
    field_flat(json, "speaker", version->speaker);
    field_str(json, "kind", str_from(version_kind_name(version->kind)));
    json_end(json, '}');
}

static void put_reading(struct json *json, const struct reading *reading)
{
    json_begin(json, '{');
    field_flat(json, "value", reading->value);
    json_key(json, "versions");
    json_begin(json, '[');
    for (size_t i = 0; i < reading->version_count; i++)
        json_unsigned(json, reading->versions[i]);
    json_end(json, ']');
    json_end(json, '}');
}

/* Where the versions say what they say: one entry a version that stands in a reading. */
static void field_evidence(struct json *json, const struct claim *claim, const struct difference *difference,
                           const struct output_text *texts)
{
    json_key(json, "evidence");
    json_begin(json, '[');
    for (size_t r = 0; r < difference->reading_count; r++)
        for (size_t i = 0; i < difference->readings[r].version_count; i++) {
            uint32_t version = difference->readings[r].versions[i];
            const struct output_text *text = &texts[claim->versions[version].document];
            struct span printed = output_text_span(text, difference->readings[r].spans[i]);
            json_begin(json, '{');
            field_unsigned(json, "version", version);
            fields_place(json, text, printed);
            field_str(json, "text", span_str(text->text, printed));
            json_end(json, '}');
        }
    json_end(json, ']');
}

static void put_difference(struct json *json, const struct claim *claim, const struct difference *difference,
                           const struct output_text *texts, bool explain)
{
    json_begin(json, '{');
    field_str(json, "kind", str_from(difference_kind_name(difference->kind)));
    json_key(json, "cosmetic");
    json_bool(json, difference->cosmetic);
    if (difference->updated) {
        json_key(json, "updated");
        json_bool(json, true);
    }
    json_key(json, "readings");
    json_begin(json, '[');
    for (size_t i = 0; i < difference->reading_count; i++)
        put_reading(json, &difference->readings[i]);
    json_end(json, ']');
    field_flat(json, "note", difference->note);
    if (explain) {
        field_flat(json, "why", difference->why);
        field_evidence(json, claim, difference, texts);
    }
    json_end(json, '}');
}

static void fields_claim(struct json *json, const struct claims *claims, const struct claim *claim,
                         const struct document *documents, const struct output_text *texts)
{
    const struct story *story = &claims->stories[claim->story];
    const struct version *reference = &claim->versions[claim->reference];
    const struct output_text *text = &texts[reference->document];

    field_id(json, "id", claim->id);
    field_flat(json, "story", story->title);
    field_id(json, "story_id", story_id(story, documents));
    field_str(json, "kind", claim_kind(claim));
    field_str(json, "text", span_str(text->text, output_text_span(text, reference->span)));
    field_str(json, "relation", str_from(relation_name(claim->relation)));
    field_unsigned(json, "outlets", claim->outlets);
    field_unsigned(json, "outlets_with_text", story->outlets);
    json_key(json, "similar");
    json_begin(json, '[');
    for (size_t i = 0; i < claim->similar_count; i++)
        json_hash(json, claims->claims[claim->similar[i]].id);
    json_end(json, ']');
}

/* A claim with its versions and differences. */
static void fields_compared(struct json *json, const struct claims *claims, const struct claim *claim,
                            const struct document *documents, const struct output_text *texts, bool explain)
{
    fields_claim(json, claims, claim, documents, texts);
    json_key(json, "versions");
    json_begin(json, '[');
    for (size_t i = 0; i < claim->version_count; i++)
        put_version(json, &texts[claim->versions[i].document], &claim->versions[i]);
    json_end(json, ']');
    json_key(json, "differences");
    json_begin(json, '[');
    for (size_t i = 0; i < claim->difference_count; i++)
        put_difference(json, claim, &claim->differences[i], texts, explain);
    json_end(json, ']');
}

void jsonl_claim(const struct claims *claims, uint32_t claim, const struct document *documents,
                 const struct output_text *texts, bool explain, struct strbuf *out)
{
    struct json json = {out, false};
    json_begin(&json, '{');
    fields_compared(&json, claims, &claims->claims[claim], documents, texts, explain);
    json_end(&json, '}');
    strbuf_add_byte(out, '\n');
}

/* Each wording as the list of its versions. */
static void field_wordings(struct json *json, const struct claim *claim, const struct wordings *wordings)
{
    json_key(json, "wordings");
    json_begin(json, '[');
    for (uint32_t wording = 0; wording < wordings->count; wording++) {
        json_begin(json, '[');
        for (uint32_t i = 0; i < claim->version_count; i++)
            if (wordings->of[i] == wording)
                json_unsigned(json, i);
        json_end(json, ']');
    }
    json_end(json, ']');
}

void jsonl_variants(const struct claims *claims, uint32_t claim, const struct document *documents,
                    const struct output_text *texts, const struct wordings *wordings, struct strbuf *out)
{
    struct json json = {out, false};
    json_begin(&json, '{');
    fields_compared(&json, claims, &claims->claims[claim], documents, texts, false);
    field_wordings(&json, &claims->claims[claim], wordings);
    json_end(&json, '}');
    strbuf_add_byte(out, '\n');
}

static void put_article(struct json *json, const struct document *document, const struct output_text *text)
{
    uint32_t roots;
    struct quote_node *nodes = quote_tree(document->annotations, &roots);
    size_t count;
    const struct quote *quotes = annotations_quotes(document->annotations, &count);
    struct record record = {*json, text, document->annotations, quotes, nodes, NULL};

    json_begin(&record.json, '{');
    fields_article(&record.json, document->article);
    json_key(&record.json, "quotes");
    put_quotes(&record, roots);
    json_end(&record.json, '}');
    *json = record.json;
    free(nodes);
}

void jsonl_story(const struct claims *claims, uint32_t index, const struct document *documents,
                 const struct output_text *texts, struct strbuf *out)
{
    const struct story *story = &claims->stories[index];
    struct json json = {out, false};

    json_begin(&json, '{');
    field_id(&json, "story_id", story_id(story, documents));
    field_flat(&json, "story", story->title);
    field_unsigned(&json, "outlets_with_text", story->outlets);
    json_key(&json, "articles");
    json_begin(&json, '[');
    for (size_t i = 0; i < story->document_count; i++)
        put_article(&json, &documents[story->documents[i]], &texts[story->documents[i]]);
    json_end(&json, ']');
    json_key(&json, "claims");
    json_begin(&json, '[');
    for (uint32_t i = story->first_claim; i < story->first_claim + story->claim_count; i++) {
        json_begin(&json, '{');
        fields_compared(&json, claims, &claims->claims[i], documents, texts, false);
        json_end(&json, '}');
    }
    json_end(&json, ']');
    json_end(&json, '}');
    strbuf_add_byte(out, '\n');
}
