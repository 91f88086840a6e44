/* sheets.c: see sheets.h. The order of columns is that of the names below. */
#include "sheets.h"

#include "claim_facts.h"
#include "csv.h"
#include "tree.h"

#include "whosaid/annotate/annotate.h"

#include <stdlib.h>

#define CLAIM_COLUMNS                                                                                        \
    "story_id story claim kind relation outlets outlets_with_text differences article outlet published "     \
    "start end version_kind speaker text person stance"

static const char *const COLUMNS[] = {
    [OUTPUT_QUOTATIONS] =
        "path title outlet published start end type text speaker role affiliation speaker_text "
        "cue confidence person stance",
    [OUTPUT_CLAIMS] = CLAIM_COLUMNS,
    [OUTPUT_VARIANTS] = CLAIM_COLUMNS " wording",
};

void sheet_head(enum output_record record, struct strbuf *out)
{
    struct csv csv = {out, false};
    csv_head(&csv, COLUMNS[record]);
}

static void cell_span(struct csv *csv, const struct output_text *text, struct span span)
{
    csv_str(csv, span_str(article_text(text->article), span));
}

static void cells_place(struct csv *csv, const struct output_text *text, struct span span)
{
    struct span printed = output_text_span(text, span);
    csv_unsigned(csv, output_text_offset(text, printed.start));
    csv_unsigned(csv, output_text_offset(text, printed.end));
}

static void cell_confidence(struct csv *csv, float confidence)
{
    struct strbuf number;
    strbuf_init(&number);
    strbuf_add_format(&number, "%.3f", (double)confidence);
    csv_str(csv, strbuf_str(&number));
    strbuf_release(&number);
}

static void put_quote(struct csv *csv, const struct output_text *text, const struct annotations *annotations,
                      const struct output_choice *choice, const struct quote *quote)
{
    const struct person *person =
        choice->people ? people_of(choice->people, choice->document, quote->entity) : NULL;
    const struct article *article = text->article;
    const struct entity *entity = annotations_speaker(annotations, quote), nobody = {0};
    if (!entity)
        entity = &nobody;
    csv_str(csv, article_str(article, article->path));
    csv_str(csv, article_str(article, article->title));
    csv_str(csv, article_str(article, article->outlet));
    csv_str(csv, article_str(article, article->published));
    cells_place(csv, text, quote->span);
    csv_str(csv, str_from(version_kind_name(quote->type)));
    cell_span(csv, text, quote->span);
    cell_span(csv, text, entity->name);
    cell_span(csv, text, entity->role);
    cell_span(csv, text, entity->affiliation);
    cell_span(csv, text, quote->speaker);
    cell_span(csv, text, quote->cue);
    cell_confidence(csv, quote->confidence);
    csv_str(csv, person ? person->name : STR(""));
    csv_str(csv, str_from(annotate_stance_name(quote->stance)));
    csv_end_row(csv);
}

void sheet_quotes(const struct output_text *text, const struct annotations *annotations,
                  const struct output_choice *choice, struct strbuf *out)
{
    uint32_t roots;
    size_t count;
    struct csv csv = {out, false};
    struct quote_node *nodes = quote_tree(annotations, &roots);
    const struct quote *quotes = annotations_quotes(annotations, &count);

    quote_tree_choose(nodes, count, choice->wanted);
    for (size_t i = 0; i < count; i++)
        if (nodes[i].chosen)
            put_quote(&csv, text, annotations, choice, &quotes[i]);
    free(nodes);
}

/* What a version reads where versions differ: "speaker: a ministry; wording: truce". */
static void cell_differences(struct csv *csv, const struct claim *claim, uint32_t version)
{
    struct strbuf cell;
    strbuf_init(&cell);
    for (size_t i = 0; i < claim->difference_count; i++) {
        const struct difference *difference = &claim->differences[i];
        size_t reading = version_reading(difference, version);
        if (reading == difference->reading_count)
            continue;
        strbuf_add_format(&cell, "%s%s: %.*s", cell.size ? "; " : "", difference_kind_name(difference->kind),
                          STR_FMT(difference->readings[reading].value));
    }
    csv_str(csv, strbuf_str(&cell));
    strbuf_release(&cell);
}

static void cells_version(struct csv *csv, const struct output_text *text, const struct version *version)
{
    const struct article *article = text->article;
    csv_str(csv, article_str(article, article->path));
    csv_str(csv, article_str(article, article->outlet));
    csv_str(csv, article_str(article, article->published));
    cells_place(csv, text, version->span);
    csv_str(csv, str_from(version_kind_name(version->kind)));
    csv_str(csv, version->speaker);
    cell_span(csv, text, version->span);
    csv_str(csv, version->person);
    csv_str(csv, version_stance(version));
}

static void cells_claim(struct csv *csv, const struct claims *claims, const struct claim *claim,
                        const struct document *documents, uint32_t version)
{
    const struct story *story = &claims->stories[claim->versions[version].story];
    csv_hash(csv, story_id(story, documents));
    csv_str(csv, story->title);
    csv_hash(csv, claim->id);
    csv_str(csv, claim_kind(claim));
    csv_str(csv, str_from(relation_name(claim->relation)));
    csv_unsigned(csv, claim->outlets);
    csv_unsigned(csv, claim->outlets_with_text);
    cell_differences(csv, claim, version);
}

void sheet_claim(const struct claims *claims, uint32_t index, const struct document *documents,
                 const struct output_text *texts, struct strbuf *out)
{
    const struct claim *claim = &claims->claims[index];
    struct csv csv = {out, false};
    for (uint32_t i = 0; i < claim->version_count; i++) {
        cells_claim(&csv, claims, claim, documents, i);
        cells_version(&csv, &texts[claim->versions[i].document], &claim->versions[i]);
        csv_end_row(&csv);
    }
}

void sheet_variants(const struct claims *claims, uint32_t index, const struct document *documents,
                    const struct output_text *texts, const struct wordings *wordings, struct strbuf *out)
{
    const struct claim *claim = &claims->claims[index];
    struct csv csv = {out, false};
    for (uint32_t i = 0; i < claim->version_count; i++) {
        if (wordings->of[i] == NO_INDEX)
            continue;
        cells_claim(&csv, claims, claim, documents, i);
        cells_version(&csv, &texts[claim->versions[i].document], &claim->versions[i]);
        csv_unsigned(&csv, wordings->of[i] + 1);
        csv_end_row(&csv);
    }
}
