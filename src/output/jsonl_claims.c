/* jsonl_claims.c: claims as records; see jsonl.h. */
#include "jsonl.h"

#include "claim_facts.h"
#include "json_fields.h"

#include <stdlib.h>

static void put_version(struct json *json, const struct claims *claims, const struct output_text *texts,
                        const struct version *version)
{
    const struct output_text *text = &texts[version->document];
    const struct article *witness = texts[version_witness(claims, version)].article;
    struct span printed = output_text_span(text, version->span);
    json_begin(json, '{');
    field_str(json, "article", article_str(text->article, text->article->path));
    fields_place(json, text, printed);
    field_str(json, "text", span_str(text->text, printed));
    field_flat(json, "speaker", version->speaker);
    if (version->person.size)
        field_flat(json, "person", version->person);
    else
        field_str(json, "person", (struct str){0});
    field_str(json, "stance", version_stance(version));
    field_str(json, "kind", str_from(version_kind_name(version->kind)));
    field_str(json, "witness", article_str(witness, witness->path));
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
    field_unsigned(json, "outlets_with_text", claim->outlets_with_text);
    json_key(json, "similar");
    json_begin(json, '[');
    for (size_t i = 0; i < claim->similar_count; i++)
        json_hash(json, claims->claims[claim->similar[i]].id);
    json_end(json, ']');
}

void jsonl_fields_claim(struct json *json, const struct claims *claims, const struct claim *claim,
                        const struct document *documents, const struct output_text *texts, bool explain)
{
    fields_claim(json, claims, claim, documents, texts);
    json_key(json, "versions");
    json_begin(json, '[');
    for (size_t i = 0; i < claim->version_count; i++)
        put_version(json, claims, texts, &claim->versions[i]);
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
    jsonl_fields_claim(&json, claims, &claims->claims[claim], documents, texts, explain);
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

/* The stories that quote it, in the order of the versions. */
static void field_stories(struct json *json, const struct claims *claims, const struct claim *claim,
                          const struct document *documents)
{
    size_t count;
    uint32_t *stories = claim_stories(claim, &count);
    json_key(json, "story_ids");
    json_begin(json, '[');
    for (size_t i = 0; i < count; i++)
        json_hash(json, story_id(&claims->stories[stories[i]], documents));
    json_end(json, ']');
    free(stories);
}

void jsonl_variants(const struct claims *claims, uint32_t claim, const struct document *documents,
                    const struct output_text *texts, const struct wordings *wordings, struct strbuf *out)
{
    struct json json = {out, false};
    json_begin(&json, '{');
    jsonl_fields_claim(&json, claims, &claims->claims[claim], documents, texts, false);
    field_stories(&json, claims, &claims->claims[claim], documents);
    field_wordings(&json, &claims->claims[claim], wordings);
    json_end(&json, '}');
    strbuf_add_byte(out, '\n');
}
