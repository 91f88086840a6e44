/* jsonl.c: articles, quotations and stories as records; see jsonl.h. Claims are in jsonl_claims.c. Every key
 * of the contract is always there, null where nothing is known. */
#include "jsonl.h"

#include "claim_facts.h"
#include "json_fields.h"
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
    struct explainer *explainer;        /* or NULL */
    bool title;                         /* quotes are the headline's */
    const struct output_choice *choice; /* whose people are told; or NULL */
};

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

/* A mention by three keys: its text, start and end, under names of their own;
 * nulls when the span is empty. */
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

static void field_entity_span(struct json *json, const char *key, const struct output_text *text,
                              struct span span)
{
    if (span_is_empty(span))
        field_str(json, key, (struct str){0});
    else
        field_flat(json, key, span_str(article_text(text->article), span));
}

/* Who the speaker is in other articles too. */
static void field_person(struct json *json, const struct person *person)
{
    if (person)
        field_flat(json, "person", person->name);
    else
        field_str(json, "person", (struct str){0});
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
    if (record->choice && record->choice->people)
        field_person(json, people_of(record->choice->people, record->choice->document, quote->entity));
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
    if (record->title)
        explainer_tell_title(record->explainer, quote, &why);
    else
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
    struct record part = {record->json, &title, record->annotations, quotes, nodes, record->explainer,
                          true,         NULL};
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
    struct record record = {{out, false}, text, annotations, quotes, nodes, explainer, false, NULL};
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

void jsonl_quotes(const struct output_text *text, const struct annotations *annotations,
                  const struct output_choice *choice, struct strbuf *out)
{
    uint32_t roots;
    struct quote_node *nodes = quote_tree(annotations, &roots);
    size_t count;
    const struct quote *quotes = annotations_quotes(annotations, &count);
    struct record record = {{out, false}, text, annotations, quotes, nodes, NULL, false, NULL};

    record.choice = choice;
    quote_tree_choose(nodes, count, choice->wanted);
    for (size_t i = 0; i < count; i++)
        if (nodes[i].chosen)
            put_quote_line(&record, (uint32_t)i);
    free(nodes);
}

static void put_article(struct json *json, const struct document *document, const struct output_text *text)
{
    uint32_t roots;
    struct quote_node *nodes = quote_tree(document->annotations, &roots);
    size_t count;
    const struct quote *quotes = annotations_quotes(document->annotations, &count);
    struct record record = {*json, text, document->annotations, quotes, nodes, NULL, false, NULL};

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
        jsonl_fields_claim(&json, claims, &claims->claims[i], documents, texts, false);
        json_end(&json, '}');
    }
    json_end(&json, ']');
    json_end(&json, '}');
    strbuf_add_byte(out, '\n');
}
