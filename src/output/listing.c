/* listing.c: articles and quotations as text; see listing.h. Claims are in listing_claims.c. */
#include "listing.h"

#include "flatten.h"
#include "tree.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/text/character.h"
#include "whosaid/text/decode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_INDENT = 11, NEST_INDENT = 2, QUOTE_INDENT = 4, LABEL = 48 };

/* Where the lines of a text end, to tell lines (from 1) in any order. */
typedef VECTOR(uint32_t) line_ends;

static void find_line_ends(struct str text, line_ends *ends)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] == '\n')
            vector_push(ends, (uint32_t)i);
}

/* The line that a byte is on: one more than the line ends before it. */
static size_t line_of(const line_ends *ends, uint32_t byte)
{
    size_t low = 0, high = ends->size;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ends->data[middle] < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low + 1;
}

static void add_dot(struct page *page)
{
    if (page->paragraph.size)
        page_add_words(page, PAGE_PLAIN, " · ");
}

static void add_fact(struct page *page, enum page_style style, struct str fact)
{
    if (!fact.data || fact.size == 0)
        return;
    add_dot(page);
    page_add(page, style, fact);
}

static void add_count(struct page *page, size_t count, const char *word)
{
    add_dot(page);
    page_add_count(page, count, word);
}

void listing_head(struct page *page, const struct article *article)
{
    struct str credit = article_str(article, article->credit);
    page_add(page, PAGE_TITLE, article_str(article, article->title));
    page_flush(page, NULL, 0);
    add_fact(page, PAGE_PLAIN, article_str(article, article->outlet));
    add_fact(page, PAGE_PLAIN, article_str(article, article->published));
    if (credit.size) {
        add_dot(page);
        page_add_words(page, PAGE_PLAIN, "credit ");
        page_add(page, PAGE_PLAIN, credit);
    }
    add_fact(page, PAGE_PLAIN, article_str(article, article->path));
    page_flush(page, NULL, 0);
}

static struct str span_text(const struct article *article, struct span span)
{
    return span_str(article_text(article), span);
}

/* What a name does not already say: "State Department spokesperson" needs no role. */
static void add_detail(struct page *page, const char *before, struct str detail, struct str name,
                       const char *after)
{
    if (detail.size == 0 || str_find(name, detail, 0) != STR_NONE)
        return;
    page_add_words(page, PAGE_PLAIN, "%s", before);
    page_add(page, PAGE_PLAIN, detail);
    page_add_words(page, PAGE_PLAIN, "%s", after);
}

void listing_add_speaker(struct page *page, const struct article *article,
                         const struct annotations *annotations, const struct quote *quote)
{
    const struct entity *entity = annotations_speaker(annotations, quote);
    struct str name = span_text(article, entity ? entity->name : quote->speaker);

    if (!name.size)
        name = span_text(article, quote->speaker);
    if (name.size)
        page_add(page, PAGE_SPEAKER, name);
    else
        page_add_words(page, PAGE_PLAIN, "nobody named");
    if (entity) {
        add_detail(page, ", ", span_text(article, entity->role), name, "");
        add_detail(page, " (", span_text(article, entity->affiliation), name, ")");
    }
}

/* A cue of words: a colon alone says nothing behind the name. */
static bool is_worded(struct str cue)
{
    size_t next = 0;
    return cue.size && char_is_letter(text_next(cue, &next));
}

static void put_attribution(struct page *page, const struct article *article,
                            const struct annotations *annotations, const struct quote *quote, unsigned indent)
{
    page_add_words(page, PAGE_PLAIN, "— ");
    listing_add_speaker(page, article, annotations, quote);
    if (is_worded(span_text(article, quote->cue))) {
        page_add_words(page, PAGE_PLAIN, ", ");
        page_add(page, PAGE_CUE, span_text(article, quote->cue));
    }
    if (quote->stance != STANCE_SAID) {
        page_add_words(page, PAGE_PLAIN, " · ");
        page_add_words(page, PAGE_PLAIN, "%s", annotate_stance_name(quote->stance));
    }
    page_flush(page, NULL, indent);
}

void listing_add_quote(struct page *page, const struct article *article,
                       const struct annotations *annotations, const struct quote *quote)
{
    const struct span *pieces = annotations_pieces(annotations, quote);
    for (uint32_t i = 0; i < quote->piece_count; i++) {
        if (i > 0)
            page_add_part(page, PAGE_PLAIN,
                          span_text(article, (struct span){pieces[i - 1].end, pieces[i].start}));
        page_add(page, PAGE_QUOTATION, span_text(article, pieces[i]));
    }
}

/* "  12–15", or "  12" for one line. */
static void add_line_label(const line_ends *ends, struct span span, char label[LABEL])
{
    size_t first = line_of(ends, span.start), last = line_of(ends, span.end);
    if (first == last)
        snprintf(label, LABEL, "  %zu", first);
    else
        snprintf(label, LABEL, "  %zu–%zu", first, last);
}

static void put_quote(struct page *page, const struct article *article, const struct annotations *annotations,
                      const struct quote *quote, const char *label, unsigned indent)
{
    listing_add_quote(page, article, annotations, quote);
    page_flush(page, label, indent);
    put_attribution(page, article, annotations, quote, indent);
}

/* Sentences on why a quotation was found so, a paragraph each. */
static void put_sentences(struct page *page, struct str sentences, unsigned indent)
{
    for (size_t start = 0, end; start < sentences.size; start = end + 1) {
        end = str_find(sentences, STR("\n"), start);
        page_add(page, PAGE_PLAIN, str_slice(sentences, start, end));
        page_flush(page, NULL, indent);
    }
    page_space(page);
}

/* tell is explainer_tell or explainer_tell_title. */
static void put_why(struct page *page, struct explainer *explainer,
                    void (*tell)(struct explainer *, size_t, struct strbuf *), size_t quote, unsigned indent)
{
    struct strbuf why;
    if (!explainer)
        return;
    strbuf_init(&why);
    tell(explainer, quote, &why);
    put_sentences(page, strbuf_str(&why), indent);
    strbuf_release(&why);
}

static void put_quotes(struct page *page, const struct article *article,
                       const struct annotations *annotations, struct explainer *explainer,
                       const line_ends *ends)
{
    size_t count;
    uint32_t roots;
    char label[LABEL];
    const struct quote *quotes = annotations_quotes(annotations, &count);
    struct quote_node *nodes = quote_tree(annotations, &roots);

    for (size_t i = 0; i < count; i++) {
        add_line_label(ends, quotes[i].span, label);
        unsigned indent = TEXT_INDENT + NEST_INDENT * nodes[i].depth;
        put_quote(page, article, annotations, &quotes[i], label, indent);
        put_why(page, explainer, explainer_tell, i, indent + NEST_INDENT);
    }
    free(nodes);
}

/* Where headings or boilerplate stand, "boilerplate by line: 30–31, 35". */
static void put_places(struct page *page, const line_ends *ends, const char *what, const struct span *spans,
                       size_t count)
{
    char label[LABEL];
    if (!count)
        return;
    page_add_words(page, PAGE_PLAIN, "%s by line:", what);
    for (size_t i = 0; i < count; i++) {
        add_line_label(ends, spans[i], label);
        page_add_words(page, PAGE_PLAIN, "%s%s", i ? ", " : " ", label + strlen("  "));
    }
    page_flush(page, NULL, NEST_INDENT);
}

static void put_structure(struct page *page, const struct article *article, const line_ends *ends)
{
    size_t count;
    const struct span *spans = article_headings(article, &count);
    put_places(page, ends, "headings", spans, count);
    spans = article_boilerplate(article, &count);
    put_places(page, ends, "boilerplate", spans, count);
}

static void put_terms(struct page *page, const struct article *article, const struct span *terms,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        page_add_words(page, PAGE_PLAIN, i ? ", " : "");
        page_add(page, PAGE_PLAIN, span_text(article, terms[i]));
    }
    page_flush(page, "  terms", TEXT_INDENT);
}

/* What the headline quotes, before the quotations of the text. */
static void put_title_quotes(struct page *page, const struct article *article,
                             const struct annotations *annotations, struct explainer *explainer)
{
    size_t count;
    struct str title = article_str(article, article->title);
    const struct quote *quotes = annotations_title_quotes(annotations, &count);
    for (size_t i = 0; i < count; i++) {
        const struct entity *entity = annotations_speaker(annotations, &quotes[i]);
        page_add(page, PAGE_QUOTATION, span_str(title, quotes[i].span));
        page_flush(page, "  title", TEXT_INDENT);
        page_add_words(page, PAGE_PLAIN, "— ");
        page_add(page, PAGE_SPEAKER,
                 entity ? span_text(article, entity->name) : span_str(title, quotes[i].speaker));
        page_flush(page, NULL, TEXT_INDENT);
        put_why(page, explainer, explainer_tell_title, i, TEXT_INDENT + NEST_INDENT);
    }
}

void listing_annotate(struct page *page, const struct article *article, const struct annotations *annotations,
                      struct explainer *explainer)
{
    line_ends ends = {0};
    size_t quotes, terms;
    const struct span *term = annotations_terms(annotations, &terms);
    annotations_quotes(annotations, &quotes);

    find_line_ends(article_text(article), &ends);
    listing_head(page, article);
    add_count(page, quotes, "quotation");
    if (terms)
        add_count(page, terms, "term");
    page_flush(page, NULL, 0);
    page_space(page);
    put_title_quotes(page, article, annotations, explainer);
    put_quotes(page, article, annotations, explainer, &ends);
    if (terms)
        put_terms(page, article, term, terms);
    put_structure(page, article, &ends);
    page_space(page);
    vector_release(&ends);
}

void listing_quotes(struct page *page, const struct article *article, const struct annotations *annotations,
                    const bool *wanted)
{
    size_t count;
    uint32_t roots;
    const struct quote *quotes = annotations_quotes(annotations, &count);
    struct quote_node *nodes = quote_tree(annotations, &roots);
    line_ends ends = {0};

    find_line_ends(article_text(article), &ends);
    quote_tree_choose(nodes, count, wanted);
    for (size_t i = 0; i < count; i++) {
        if (!nodes[i].chosen)
            continue;
        put_quote(page, article, annotations, &quotes[i], NULL, 0);
        add_fact(page, PAGE_PLAIN, article_str(article, article->outlet));
        add_fact(page, PAGE_PLAIN, article_str(article, article->published));
        add_fact(page, PAGE_PLAIN, article_str(article, article->path));
        page_add_words(page, PAGE_PLAIN, ":%zu", line_of(&ends, quotes[i].span.start));
        page_flush(page, NULL, QUOTE_INDENT);
        page_space(page);
    }
    vector_release(&ends);
    free(nodes);
}
