/* plain.c: an article of plain text: decode, sanitise, find its parts, pack.
 *
 * The parts, in the order in which they are found: front matter, boilerplate, the headline, bylines and the
 * dateline, headings. Each step only claims what no step before it has. */
#include "whosaid/corpus/corpus.h"

#include "blocks.h"
#include "boilerplate.h"
#include "facts.h"
#include "language.h"
#include "whosaid/base/hash.h"
#include "whosaid/text/decode.h"
#include "whosaid/text/segment.h"
#include "whosaid/text/width.h"
#include "words.h"

#include <string.h>

enum {
    MOST_TITLE_WORDS = 30,
    MOST_TITLE_BYTES = 300,
    MOST_HEADING_WORDS = 14,
    MOST_HEADING_BYTES = 200,
    MOST_LABEL_WORDS = 8,     /* of a heading that is not in title case */
    MOST_NAME_WORDS = 2,      /* before the colon of a turn in a transcript */
    LEAST_BODY_WORDS = 12,    /* what a heading stands over */
    MOST_DATELINE_BLOCKS = 5, /* a dateline stands in one of so many first blocks, */
    MOST_LINE_BLOCKS = 3,     /* and a byline of its own in one of these */
    FALLBACK_TITLE_COLUMNS = 90,
    BRIEF_WORDS = 4,           /* a headline that reads like boilerplate has more: "Watch: ..." */
    SURER_THAN_A_HEADLINE = 4, /* points by which boilerplate must be surer where a headline may stand */
};

/* An article in the making. Spans count bytes of text. */
struct plain {
    struct str text;
    block_vector blocks;
    struct facts facts;
    uint32_t front;    /* end of the front matter; 0 without */
    struct span title; /* empty when none stands in the text */
    struct span dateline;
    span_vector headings, boilerplate;
};

static struct str block_str(const struct plain *plain, const struct block *block)
{
    return span_str(plain->text, block->span);
}

/* ---- headline ---- */

/* Whether what follows block i is an article's body rather than more short lines. */
static bool leads_to_body(const struct plain *plain, size_t i)
{
    for (i++; i < plain->blocks.size && plain->blocks.data[i].kind != BLOCK_BODY; i++)
        ;
    if (i == plain->blocks.size)
        return false;
    struct block_shape shape = block_shape(block_str(plain, &plain->blocks.data[i]));
    return shape.words >= LEAST_BODY_WORDS || shape.final;
}

static bool begins_with_dateline(const struct plain *plain, size_t i)
{
    struct facts ignored = {0};
    struct span span = plain->blocks.data[i].span;
    return facts_read_dateline(plain->text, span, &ignored) > span.start;
}

/* A headline: one short line in the shape of one, with a text behind it. A sentence with its full stop is
 * none, unless in title case or over a dateline; the worst of taking it for body is that it serves as title
 * all the same. */
static bool is_headline(const struct plain *plain, size_t i)
{
    struct str line = block_str(plain, &plain->blocks.data[i]);
    struct block_shape shape = block_shape(line);
    if (i + 1 == plain->blocks.size || !shape.one_line || shape.words > MOST_TITLE_WORDS ||
        line.size > MOST_TITLE_BYTES)
        return false;
    if (shape.open || !shape.words || begins_with_dateline(plain, i))
        return false;
    return !shape.final || shape_is_title_case(&shape) || begins_with_dateline(plain, i + 1);
}

/* Whether block i is boilerplate and not, being the first, rather a headline such as "Watch: Ferry Leaves
 * Port". */
static bool is_surely_boilerplate(const struct plain *plain, size_t i)
{
    const struct block *block = &plain->blocks.data[i];
    struct str line = block_str(plain, block);
    if (block->kind != BLOCK_BOILERPLATE)
        return false;
    return i > 0 || block_shape(line).words <= BRIEF_WORDS ||
           boilerplate_score(line) >= BOILERPLATE_SURE + SURER_THAN_A_HEADLINE;
}

static void find_headline(struct plain *plain)
{
    for (size_t i = 0; i < plain->blocks.size; i++) {
        struct block *block = &plain->blocks.data[i];
        if (block->kind == BLOCK_BODY && facts_read_line(plain->text, block->span, &plain->facts)) {
            block->kind = BLOCK_DATELINE;
            continue;
        }
        if (is_surely_boilerplate(plain, i))
            continue;
        if (is_headline(plain, i)) {
            block->kind = BLOCK_TITLE;
            plain->title = block->span;
        }
        return;
    }
}

/* ---- dateline ---- */

/* Bylines and dates behind the headline, and the dateline with which one of the first paragraphs begins. */
static void find_dateline(struct plain *plain)
{
    unsigned seen = 0;
    for (size_t i = 0; i < plain->blocks.size && seen < MOST_DATELINE_BLOCKS; i++) {
        struct block *block = &plain->blocks.data[i];
        if (block->kind != BLOCK_BODY)
            continue;
        seen++;
        if (seen <= MOST_LINE_BLOCKS && facts_read_line(plain->text, block->span, &plain->facts)) {
            block->kind = BLOCK_DATELINE;
            continue;
        }
        uint32_t end = facts_read_dateline(plain->text, block->span, &plain->facts);
        if (end == block->span.start)
            continue;
        plain->dateline = (struct span){block->span.start, end};
        return;
    }
}

/* The lines of bylines and dates that stand directly before the dateline, or before the body, become part of
 * it. */
static void extend_dateline(struct plain *plain)
{
    size_t i = 0, end;
    while (i < plain->blocks.size &&
           (plain->blocks.data[i].kind != BLOCK_BODY ||
            (!span_is_empty(plain->dateline) && plain->blocks.data[i].span.start < plain->dateline.start)))
        i++;
    end = i;
    while (i > 0 && plain->blocks.data[i - 1].kind == BLOCK_DATELINE)
        i--;
    if (i == end)
        return;
    if (span_is_empty(plain->dateline))
        plain->dateline.end = plain->blocks.data[end - 1].span.end;
    plain->dateline.start = plain->blocks.data[i].span.start;
}

/* ---- headings ---- */

/* Not a mark of quotation, a bullet, a bracket or an address. U+2000 to U+203F are marks and dashes. */
static bool begins_like_heading(struct str line)
{
    return line.size && !strchr("\"'([<@#*-+", line.data[0]) && !str_starts(line, STR("\xe2\x80")) &&
           str_find(line, STR("://"), 0) == STR_NONE && !memchr(line.data, '@', line.size);
}

/* "– A section –", as agencies write. */
static bool is_between_dashes(struct str line)
{
    static const struct {
        const char *first, *last;
    } dashes[] = {{"– ", " –"}, {"— ", " —"}, {"- ", " -"}};
    if (str_ends(line, STR(".")))
        line.size--;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (str_starts(line, str_from(dashes[i].first)) && str_ends(line, str_from(dashes[i].last)))
            return true;
    return false;
}

/* "Moderator: Thank you" is somebody's turn in a transcript, not a heading. */
static bool is_turn(struct str line)
{
    struct word word;
    size_t at = 0;
    for (unsigned words = 0; words < MOST_NAME_WORDS && word_next(line, &at, &word); words++)
        if (word.after == ':')
            return true;
    return false;
}

/* Lines of a list are not headings: what stands before a heading is a paragraph, or another part of the
 * article. */
static bool follows_paragraph(const struct plain *plain, size_t i)
{
    const struct block *before = i ? &plain->blocks.data[i - 1] : NULL;
    return !before || before->kind != BLOCK_BODY || block_shape(block_str(plain, before)).final;
}

static bool is_heading(const struct plain *plain, size_t i)
{
    struct str line = block_str(plain, &plain->blocks.data[i]);
    if (line.size > MOST_HEADING_BYTES)
        return false;
    struct block_shape shape = block_shape(line);
    if (!shape.one_line || !shape.words || shape.words > MOST_HEADING_WORDS || !leads_to_body(plain, i))
        return false;
    if (is_between_dashes(line))
        return true;
    if (!shape.capital_first || shape.open || !begins_like_heading(line) || is_turn(line))
        return false;
    if (shape_is_title_case(&shape))
        return !shape.final || (shape.question && shape.capitals >= 3);
    return !shape.final && !shape.quotation && shape.words <= MOST_LABEL_WORDS && follows_paragraph(plain, i);
}

static void find_headings(struct plain *plain)
{
    for (size_t i = 0; i + 1 < plain->blocks.size; i++) {
        struct block *block = &plain->blocks.data[i];
        if (block->kind == BLOCK_BODY && !span_overlaps(block->span, plain->dateline) && is_heading(plain, i))
            block->kind = BLOCK_HEADING;
    }
}

/* ---- all of it ---- */

/* Front matter is boilerplate; but when it alone names the title, the title stands there. */
static void push_front_matter(struct plain *plain)
{
    struct span front = text_trim(plain->text, 0, plain->front);
    if (span_is_empty(plain->title) && !span_is_empty(plain->facts.title)) {
        plain->title = plain->facts.title;
        vector_push(&plain->boilerplate, text_trim(plain->text, front.start, plain->title.start));
        front = text_trim(plain->text, plain->title.end, front.end);
    }
    if (!span_is_empty(front))
        vector_push(&plain->boilerplate, front);
}

/* Blocks of boilerplate side by side are one span. */
static void collect_spans(struct plain *plain)
{
    enum block_kind before = BLOCK_BODY;
    push_front_matter(plain);
    vector_each (&plain->blocks, block) {
        enum block_kind kind = block->kind;
        if (kind == BLOCK_DATELINE && !span_contains(plain->dateline, block->span))
            kind = BLOCK_BOILERPLATE;
        if (kind == BLOCK_HEADING)
            vector_push(&plain->headings, block->span);
        else if (kind == BLOCK_BOILERPLATE && before == BLOCK_BOILERPLATE)
            vector_last(&plain->boilerplate).end = block->span.end;
        else if (kind == BLOCK_BOILERPLATE)
            vector_push(&plain->boilerplate, block->span);
        before = kind;
    }
}

static void find_parts(struct plain *plain)
{
    plain->front = facts_read_front_matter(plain->text, &plain->facts);
    blocks_scan(plain->text, plain->front, &plain->blocks);
    boilerplate_mark(plain->text, &plain->blocks);
    find_headline(plain);
    find_dateline(plain);
    extend_dateline(plain);
    find_headings(plain);
    collect_spans(plain);
}

static void release_plain(struct plain *plain)
{
    vector_release(&plain->blocks);
    vector_release(&plain->headings);
    vector_release(&plain->boilerplate);
}

/* ---- packing ---- */

static struct str path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return strcmp(path, "-") == 0 ? STR("standard input") : str_from(slash && slash[1] ? slash + 1 : path);
}

static struct blob_range add_line(struct blob_builder *builder, struct str raw)
{
    struct strbuf line;
    strbuf_init(&line);
    text_sanitise_line(raw, &line);
    struct blob_range range = blob_builder_add_str(builder, strbuf_str(&line));
    strbuf_release(&line);
    return range;
}

static struct blob_range add_fact(struct blob_builder *builder, struct str text, struct span span)
{
    return span_is_empty(span) ? (struct blob_range){0} : add_line(builder, span_str(text, span));
}

/* Appends a line cut behind a word to what fits, "…" included. */
static void shorten(struct str line, struct strbuf *out)
{
    size_t fits = text_fit(line, FALLBACK_TITLE_COLUMNS, NULL);
    if (fits == line.size) {
        strbuf_add_str(out, line);
        return;
    }
    size_t end = text_fit(line, FALLBACK_TITLE_COLUMNS - 1, NULL), cut = end;
    while (cut > 0 && line.data[cut] != ' ')
        cut--;
    while (cut > 0 && strchr(" ,;:-", line.data[cut - 1]))
        cut--;
    strbuf_add(out, line.data, cut ? cut : end);
    strbuf_add_str(out, STR("…"));
}

/* The first sentence of the body; empty when there is none. */
static struct span first_sentence(const struct plain *plain)
{
    span_vector sentences = {0};
    for (size_t i = 0; i < plain->blocks.size && !sentences.size; i++) {
        struct span range = plain->blocks.data[i].span;
        if (span_overlaps(range, plain->dateline))
            range.start = plain->dateline.end;
        if (plain->blocks.data[i].kind == BLOCK_BODY && !span_is_empty(range))
            text_sentences(plain->text, range, &sentences);
    }
    struct span first = sentences.size ? sentences.data[0] : (struct span){0};
    vector_release(&sentences);
    return first;
}

/* The first sentence, shortened; else the file's name. */
static struct blob_range add_fallback_title(struct blob_builder *builder, const struct plain *plain,
                                            struct str name)
{
    struct span sentence = first_sentence(plain);
    struct strbuf line, title;
    strbuf_init(&line);
    strbuf_init(&title);
    text_sanitise_line(span_is_empty(sentence) ? name : span_str(plain->text, sentence), &line);
    shorten(strbuf_str(&line), &title);
    struct blob_range range = blob_builder_add_str(builder, strbuf_str(&title));
    strbuf_release(&line);
    strbuf_release(&title);
    return range;
}

static struct article *pack(const char *path, const struct plain *plain, const struct article *fixed,
                            const text_edit_vector *edits)
{
    struct blob_builder builder;
    struct article head = *fixed;
    struct str text = plain->text, name = path_name(path);
    const struct facts *facts = &plain->facts;
    blob_builder_init(&builder, sizeof head);
    head.path = blob_builder_add_str(&builder, str_from(path));
    head.name = add_line(&builder, name);
    head.title = span_is_empty(plain->title) ? add_fallback_title(&builder, plain, name)
                                             : add_fact(&builder, text, plain->title);
    head.outlet = add_fact(&builder, text, facts->outlet);
    head.credit = add_fact(&builder, text, facts->credit);
    head.byline = add_fact(&builder, text, facts->byline);
    head.url = add_fact(&builder, text, facts->url);
    if (facts->published[0])
        head.published = blob_builder_add_str(&builder, str_from(facts->published));
    head.language = blob_builder_add_str(&builder, str_from(language_of(text)));
    head.text = blob_builder_add_str(&builder, text);
    head.title_span = plain->title;
    head.dateline = plain->dateline;
    head.headings =
        blob_builder_add(&builder, plain->headings.data, plain->headings.size, sizeof(struct span));
    head.boilerplate =
        blob_builder_add(&builder, plain->boilerplate.data, plain->boilerplate.size, sizeof(struct span));
    head.edits = blob_builder_add(&builder, edits->data, edits->size, sizeof(struct text_edit));
    memcpy(blob_builder_head(&builder), &head, sizeof head);
    return blob_builder_finish(&builder, ARTICLE_KIND);
}

struct article *article_from_plain_text(const char *path, struct str bytes)
{
    struct article fixed = {.content_hash = hash_bytes(HASH_START, bytes.data, bytes.size)};
    struct text_decoded decoded;
    text_edit_vector edits = {0};
    struct plain plain = {0};
    struct strbuf clean;
    text_decode(bytes, NULL, &decoded);
    strbuf_init(&clean);
    text_sanitise(strbuf_str(&decoded.utf8), &clean, &edits, &fixed.hygiene);
    fixed.invalid = decoded.invalid;
    text_decoded_release(&decoded);
    plain.text = strbuf_str(&clean);
    find_parts(&plain);
    struct article *article = pack(path, &plain, &fixed, &edits);
    release_plain(&plain);
    vector_release(&edits);
    strbuf_release(&clean);
    return article;
}
