/* layout.c: see layout.h. The stages, in order: roles, head (layout_head.c), paragraphs, sentences; notes are
 * added by notes.c. */
#include "layout_run.h"

#include "unsure.h"

#include "whosaid/text/segment.h"

#include <stdlib.h>

enum {
    MOST_TEXT = 74,   /* a comfortable measure */
    MARGIN_FROM = 66, /* the narrowest pane that has a margin */
    LEAST_MARGIN = 18,
    MOST_MARGIN = 34,
    MOST_CENTRING = 16,   /* blank columns added on the left of a wide pane */
    LEAST_SOFT_LINE = 45, /* bytes: a shorter source line ends where its author ended it */
};

struct measure measure_for(unsigned columns)
{
    struct measure measure = {.indent = columns < 50 ? 1 : 2, .gutter = 2};
    unsigned taken = measure.indent + measure.gutter + 1;
    if (columns >= MARGIN_FROM + 4) {
        unsigned margin = columns / 4 < LEAST_MARGIN ? LEAST_MARGIN : columns / 4;
        measure.margin = margin > MOST_MARGIN ? MOST_MARGIN : margin;
        taken += MARGIN_GAP + measure.margin;
    }
    unsigned room = columns > taken ? columns - taken : 1;
    measure.text = room > MOST_TEXT ? MOST_TEXT : room;
    unsigned spare = (room - measure.text) / 2;
    measure.indent += spare > MOST_CENTRING ? MOST_CENTRING : spare;
    return measure;
}

void layout_init(struct layout *layout)
{
    *layout = (struct layout){0};
    styled_init(&layout->body);
    styled_init(&layout->extra);
}

void layout_release(struct layout *layout)
{
    styled_release(&layout->body);
    styled_release(&layout->extra);
    vector_release(&layout->lines);
    vector_release(&layout->sentence_lines);
}

size_t layout_line_at(const struct layout *layout, uint32_t offset)
{
    size_t low = 0, high = layout->lines.size;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (layout->lines.data[middle].place <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    while (low > 1 && layout->lines.data[low - 1].kind == LINE_BLANK)
        low--;
    return low ? low - 1 : 0;
}

/* ---- roles */

static const enum role quotation_roles[] = {
    [QUOTE_DIRECT] = ROLE_QUOTATION_DIRECT,
    [QUOTE_MIXED] = ROLE_QUOTATION_MIXED,
    [QUOTE_INDIRECT] = ROLE_QUOTATION_INDIRECT,
};

static void paint_all(struct styled *body, const struct span *spans, size_t count, enum role role)
{
    for (size_t i = 0; i < count; i++)
        styled_paint(body, spans[i], role);
}

/* A quotation's pieces, then its cue and speaker over them. An inner quotation keeps the outer one's role. */
static void paint_quotations(struct styled *body, const struct annotations *a)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(a, &count);
    for (size_t i = 0; i < count; i++)
        if (quotes[i].parent == NO_INDEX)
            paint_all(body, annotations_pieces(a, &quotes[i]), quotes[i].piece_count,
                      quotation_roles[quotes[i].type]);
    for (size_t i = 0; i < count; i++) {
        if (quotes[i].parent != NO_INDEX)
            continue;
        styled_paint(body, quotes[i].cue, ROLE_CUE);
        styled_paint(body, quotes[i].speaker, ROLE_SPEAKER);
    }
}

static void paint_body(struct run *run)
{
    struct styled *body = &run->layout->body;
    size_t terms, headings, boilerplate;
    const struct span *term = annotations_terms(run->annotations, &terms);
    const struct span *heading = article_headings(run->article, &headings);
    const struct span *folded = article_boilerplate(run->article, &boilerplate);
    styled_add(body, run->text, ROLE_TEXT);
    styled_paint(body, run->article->dateline, ROLE_DIM);
    paint_all(body, term, terms, ROLE_TERM);
    paint_quotations(body, run->annotations);
    unsure_paint(body, run->annotations, run->least_sure);
    paint_all(body, heading, headings, ROLE_HEADING);
    paint_all(body, folded, boilerplate, ROLE_BOILERPLATE);
}

/* ---- lines */

void layout_add_line(struct run *run, enum line_kind kind, struct span span)
{
    struct layout_line line = {
        .span = span, .place = run->place, .block = run->block, .kind = (uint8_t)kind, .relation = -1};
    vector_push(&run->layout->lines, line);
}

/* Begins a paragraph: a blank line, unless it is the first thing. */
static void begin_block(struct run *run)
{
    if (run->layout->lines.size)
        layout_add_line(run, LINE_BLANK, (struct span){0, 0});
    run->block++;
}

static void add_wrapped(struct run *run, enum line_kind kind, struct str text, struct span span,
                        unsigned columns)
{
    span_vector lines = {0};
    text_wrap(text, span, columns, &lines);
    vector_each (&lines, line) {
        if (kind == LINE_TEXT)
            run->place = line->start;
        layout_add_line(run, kind, *line);
    }
    vector_release(&lines);
}

void layout_add_extra(struct run *run, enum line_kind kind, struct span span)
{
    add_wrapped(run, kind, strbuf_str(&run->layout->extra.text), span, run->layout->measure.text);
}

/* ---- paragraphs */

enum part_kind { PART_TITLE, PART_HEADING, PART_BOILERPLATE };

/* A stretch of the text that is no running text. */
struct part {
    struct span span;
    enum part_kind kind;
};

typedef VECTOR(struct part) part_vector;

static int compare_parts(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

static void add_parts(part_vector *parts, const struct span *spans, size_t count, enum part_kind kind)
{
    for (size_t i = 0; i < count; i++)
        vector_push(parts, ((struct part){spans[i], kind}));
}

static void collect_parts(const struct article *article, part_vector *parts)
{
    size_t headings, boilerplate;
    const struct span *heading = article_headings(article, &headings);
    const struct span *folded = article_boilerplate(article, &boilerplate);
    if (!span_is_empty(article->title_span))
        add_parts(parts, &article->title_span, 1, PART_TITLE);
    add_parts(parts, heading, headings, PART_HEADING);
    add_parts(parts, folded, boilerplate, PART_BOILERPLATE);
    if (parts->size)
        qsort(parts->data, parts->size, sizeof *parts->data, compare_parts);
}

static bool begins_item(struct str text, size_t at)
{
    if (at >= text.size)
        return true;
    char c = text.data[at];
    return c == '-' || c == '*' || c == '\n' || c == ' ' ||
           str_starts(str_slice(text, at, text.size), STR("•"));
}

/* Joins the lines of a hard-wrapped paragraph, so that it wraps to this width. */
static void soften_line_ends(struct run *run, struct span span)
{
    char *text = run->layout->body.text.data;
    size_t line = span.start;
    for (size_t i = span.start; i < span.end; i++) {
        if (text[i] != '\n')
            continue;
        if (i - line >= LEAST_SOFT_LINE && !begins_item(run->text, i + 1))
            text[i] = ' ';
        line = i + 1;
    }
}

static struct span trim_span(struct str text, struct span span)
{
    struct str trimmed = str_trim(span_str(text, span));
    uint32_t start = (uint32_t)(trimmed.data - text.data);
    return (struct span){start, start + (uint32_t)trimmed.size};
}

static void add_body_block(struct run *run, struct span span)
{
    begin_block(run);
    run->place = span.start;
    add_wrapped(run, LINE_TEXT, strbuf_str(&run->layout->body.text), span, run->layout->measure.text);
}

static uint32_t count_filled_lines(struct str text)
{
    uint32_t lines = 0;
    bool filled = false;
    for (size_t i = 0; i < text.size; i++) {
        filled |= text.data[i] != '\n' && text.data[i] != ' ';
        if (text.data[i] == '\n' || i + 1 == text.size) {
            lines += filled;
            filled = false;
        }
    }
    return lines;
}

static void add_fold(struct run *run, struct span span)
{
    struct strbuf text;
    strbuf_init(&text);
    strbuf_add_str(&text, run->begun ? STR("⋯ boilerplate, ") : STR("⋯ header, "));
    label_count(count_filled_lines(span_str(run->text, span)), "line", &text);
    strbuf_add_str(&text, STR(" (z unfolds)"));
    begin_block(run);
    run->place = span.start;
    layout_add_line(run, LINE_FOLD, styled_add(&run->layout->extra, strbuf_str(&text), ROLE_BOILERPLATE));
    strbuf_release(&text);
}

static void add_part(struct run *run, const struct part *part)
{
    if (part->kind == PART_BOILERPLATE && !run->unfolded)
        add_fold(run, part->span);
    else if (part->kind != PART_TITLE)
        add_body_block(run, part->span);
}

static void add_running_text(struct run *run, uint32_t start, uint32_t end)
{
    struct span span = trim_span(run->text, (struct span){start, end});
    if (span_is_empty(span))
        return;
    soften_line_ends(run, span);
    run->begun = true;
    add_body_block(run, span);
    if (run->layout->measure.margin == 0)
        notes_add_below(run, span);
}

/* Cuts each paragraph at the parts that are no running text, and shows both in the text's order. */
static void add_paragraphs(struct run *run)
{
    span_vector paragraphs = {0};
    part_vector parts = {0};
    size_t next = 0;
    uint32_t at = 0;
    text_paragraphs(run->text, &paragraphs);
    collect_parts(run->article, &parts);
    vector_each (&paragraphs, paragraph) {
        at = paragraph->start > at ? paragraph->start : at;
        for (; next < parts.size && parts.data[next].span.start < paragraph->end; next++) {
            const struct part *part = &parts.data[next];
            if (at < part->span.start)
                add_running_text(run, at, part->span.start);
            add_part(run, part);
            at = part->span.end > at ? part->span.end : at;
        }
        if (at < paragraph->end)
            add_running_text(run, at, paragraph->end);
    }
    vector_release(&parts);
    vector_release(&paragraphs);
}

/* ---- sentences */

static void place_sentences(struct run *run)
{
    size_t count;
    const struct span *sentences = annotations_sentences(run->annotations, &count);
    struct layout *layout = run->layout;
    size_t line = 0, next = 0;
    for (size_t i = 0; i < count; i++) {
        for (; next < layout->lines.size; next++) {
            const struct layout_line *candidate = &layout->lines.data[next];
            if (candidate->kind == LINE_TEXT && candidate->span.start > sentences[i].start)
                break;
            if (candidate->kind == LINE_TEXT)
                line = next;
        }
        vector_push(&layout->sentence_lines, (uint32_t)line);
        int relation = library_sentence_relation(run->library, layout->article, (uint32_t)i);
        if (layout->lines.size && relation > layout->lines.data[line].relation)
            layout->lines.data[line].relation = (int8_t)relation;
    }
}

/* ---- the whole article */

static void clear(struct layout *layout)
{
    styled_clear(&layout->body);
    styled_clear(&layout->extra);
    vector_clear(&layout->lines);
    vector_clear(&layout->sentence_lines);
}

void layout_make(struct layout *layout, const struct library *library, size_t article, struct measure measure,
                 bool unfolded, float least_sure)
{
    const struct document *document = library_document(library, article);
    struct run run = {.layout = layout,
                      .library = library,
                      .article = document->article,
                      .annotations = document->annotations,
                      .text = article_text(document->article),
                      .unfolded = unfolded,
                      .least_sure = least_sure};
    clear(layout);
    label_strip(library, article, layout->strip);
    layout->article = article;
    layout->measure = measure;
    paint_body(&run);
    layout_add_head(&run);
    add_paragraphs(&run);
    place_sentences(&run);
    unsure_mark_lines(layout, run.annotations, least_sure);
    if (measure.margin)
        notes_add_margin(&run);
}
