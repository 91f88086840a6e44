/* parts.c: the parts in the order in which they are found: front matter, boilerplate, the headline, bylines
 * and the dateline, headings. Each step only claims what no step before it has. */
#include "parts.h"

#include "boilerplate.h"
#include "whosaid/base/array.h"
#include "whosaid/text/decode.h"
#include "whosaid/text/segment.h"
#include "words.h"

#include <string.h>

enum {
    MOST_TITLE_WORDS = 30,
    MOST_TITLE_BYTES = 300,
    MOST_QUESTION_WORDS = 16, /* of a headline that asks */
    MOST_HEADING_WORDS = 14,
    MOST_HEADING_BYTES = 200,
    MOST_LABEL_WORDS = 8,      /* of a heading that is not in title case */
    MOST_NAME_WORDS = 2,       /* before the colon of a turn in a transcript */
    LEAST_BODY_WORDS = 12,     /* what a heading stands over */
    MOST_DATELINE_BLOCKS = 5,  /* a dateline stands in one of so many first blocks, */
    MOST_LINE_BLOCKS = 3,      /* and a byline of its own in one of these */
    SEVERAL_QUESTIONS = 2,     /* so many lines that ask are headings */
    BRIEF_WORDS = 4,           /* a headline that reads like boilerplate has more: "Watch: ..." */
    SURER_THAN_A_HEADLINE = 4, /* points by which boilerplate must be surer where a headline may stand */
};

static struct str block_str(const struct parts *parts, const struct block *block)
{
    return span_str(parts->text, block->span);
}

/* ---- headline */

/* Whether what follows block i is an article's body rather than more short lines. */
static bool leads_to_body(const struct parts *parts, size_t i)
{
    for (i++; i < parts->blocks.size && parts->blocks.data[i].kind != BLOCK_BODY; i++)
        ;
    if (i == parts->blocks.size)
        return false;
    struct block_shape shape = block_shape(block_str(parts, &parts->blocks.data[i]));
    return shape.words >= LEAST_BODY_WORDS || shape.final;
}

static bool begins_with_dateline(const struct parts *parts, size_t i)
{
    struct facts ignored = {0};
    struct span span = parts->blocks.data[i].span;
    return facts_read_dateline(parts->text, span, &ignored) > span.start;
}

static bool is_one_sentence(struct str line)
{
    span_vector sentences = {0};
    text_sentences(line, (struct span){0, (uint32_t)line.size}, &sentences);
    bool one = sentences.size == 1;
    vector_release(&sentences);
    return one;
}

/* A headline: a short line (or more, in a text whose lines were broken) in the shape of one, with a text
 * behind it. A sentence with its full stop is none, unless in title case, a short question or over a
 * dateline; the worst of taking it for body is that it serves as title all the same. */
static bool is_headline(const struct parts *parts, size_t i)
{
    struct str line = block_str(parts, &parts->blocks.data[i]);
    struct block_shape shape = block_shape(line);
    if (i + 1 == parts->blocks.size || shape.words > MOST_TITLE_WORDS || line.size > MOST_TITLE_BYTES)
        return false;
    if (shape.open || !shape.words || begins_with_dateline(parts, i))
        return false;
    bool question = shape.question && shape.words <= MOST_QUESTION_WORDS && is_one_sentence(line);
    return !shape.final || question || shape_is_title_case(&shape) || begins_with_dateline(parts, i + 1);
}

/* Whether block i is boilerplate and not, being the first, rather a headline such as "Watch: Ferry Leaves
 * Port". */
static bool is_surely_boilerplate(const struct parts *parts, size_t i)
{
    const struct block *block = &parts->blocks.data[i];
    struct str line = block_str(parts, block);
    if (block->kind != BLOCK_BOILERPLATE)
        return false;
    return i > 0 || block_shape(line).words <= BRIEF_WORDS ||
           boilerplate_score(line) >= BOILERPLATE_SURE + SURER_THAN_A_HEADLINE;
}

static void find_headline(struct parts *parts)
{
    for (size_t i = 0; i < parts->blocks.size; i++) {
        struct block *block = &parts->blocks.data[i];
        if (block->kind == BLOCK_BODY && facts_read_line(parts->text, block->span, &parts->facts)) {
            block->kind = BLOCK_DATELINE;
            continue;
        }
        if (is_surely_boilerplate(parts, i))
            continue;
        if (is_headline(parts, i)) {
            block->kind = BLOCK_TITLE;
            parts->title = block->span;
        }
        return;
    }
}

/* ---- dateline */

/* Bylines and dates behind the headline, and the dateline with which one of the first paragraphs begins. */
static void find_dateline(struct parts *parts)
{
    unsigned seen = 0;
    for (size_t i = 0; i < parts->blocks.size && seen < MOST_DATELINE_BLOCKS; i++) {
        struct block *block = &parts->blocks.data[i];
        if (block->kind != BLOCK_BODY)
            continue;
        seen++;
        if (seen <= MOST_LINE_BLOCKS && facts_read_line(parts->text, block->span, &parts->facts)) {
            block->kind = BLOCK_DATELINE;
            continue;
        }
        uint32_t end = facts_read_dateline(parts->text, block->span, &parts->facts);
        if (end == block->span.start)
            continue;
        parts->dateline = (struct span){block->span.start, end};
        return;
    }
}

/* Lines of names beside a byline or a date say who wrote it, or for whom: "Associated Press". */
static void find_name_lines(struct parts *parts)
{
    bool beside = false;
    for (size_t i = 0; i + 1 < parts->blocks.size; i++) {
        struct block *block = &parts->blocks.data[i];
        bool before = block[1].kind == BLOCK_DATELINE;
        if (block->kind == BLOCK_BODY && (beside || before) && facts_is_name_line(parts->text, block->span))
            block->kind = BLOCK_DATELINE;
        beside = block->kind == BLOCK_DATELINE;
    }
}

/* The lines of bylines and dates that stand directly before the dateline, or before the body, become part of
 * it. */
static void extend_dateline(struct parts *parts)
{
    size_t i = 0, end;
    while (i < parts->blocks.size &&
           (parts->blocks.data[i].kind != BLOCK_BODY ||
            (!span_is_empty(parts->dateline) && parts->blocks.data[i].span.start < parts->dateline.start)))
        i++;
    end = i;
    while (i > 0 && parts->blocks.data[i - 1].kind == BLOCK_DATELINE)
        i--;
    if (i == end)
        return;
    if (span_is_empty(parts->dateline))
        parts->dateline.end = parts->blocks.data[end - 1].span.end;
    parts->dateline.start = parts->blocks.data[i].span.start;
}

/* A paragraph on the author, "Ann Lee covers ports for ...", is of the page, and what stands around it with
 * it. */
static void mark_author(struct parts *parts)
{
    static const char *const verbs[] = {"is", "was", "has", "covers", "reports", "writes", "reported"};
    struct str byline = span_str(parts->text, parts->facts.byline);
    struct word word;
    size_t end = 0;
    if (!word_next(byline, &end, &word) || !word_next(byline, &end, &word))
        return;
    byline.size = (size_t)(word.text.data - byline.data) + word.text.size;
    vector_each (&parts->blocks, block) {
        struct str line = block_str(parts, block);
        size_t at = byline.size;
        if (block->kind != BLOCK_BODY || !str_equal_nocase(str_slice(line, 0, at), byline) ||
            !word_next(line, &at, &word) || block_shape(line).quotation)
            continue;
        if (STR_IS_ONE_OF(word.text, verbs))
            block->kind = BLOCK_BOILERPLATE;
    }
    boilerplate_spread(parts->text, &parts->blocks);
}

/* ---- headings */

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
    for (size_t i = 0; i < LENGTH(dashes); i++)
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
static bool follows_paragraph(const struct parts *parts, size_t i)
{
    const struct block *before = i ? &parts->blocks.data[i - 1] : NULL;
    return !before || before->kind != BLOCK_BODY || block_shape(block_str(parts, before)).final;
}

/* A heading that quotes the text below it: in marks throughout and without the stop or comma that a
 * quotation in the text ends in. */
static bool is_quoted_heading(struct str line, const struct block_shape *shape)
{
    size_t first = 0, last = line.size;
    char32_t open = text_next(line, &first), close = text_previous(line, &last);
    bool single = (open == '\'' || open == 0x2018) && (close == '\'' || close == 0x2019);
    bool marked = single || (is_quotation_mark(open) && is_quotation_mark(close));
    return marked && !shape->final && !shape->open && shape->words <= MOST_LABEL_WORDS;
}

/* "Why did the talks fail?" A question alone may be the author's; several head the parts of an article. */
static bool is_question_heading(const struct parts *parts, size_t i)
{
    static const char *const first[] = {"what", "why", "who",  "how",  "when", "where", "which", "is",
                                        "are",  "can", "will", "does", "do",   "did",   "has",   "could"};
    struct str line = block_str(parts, &parts->blocks.data[i]);
    struct word word;
    size_t at = 0;
    if (line.size > MOST_HEADING_BYTES || line.data[line.size - 1] != '?' || !word_next(line, &at, &word))
        return false;
    struct block_shape shape = block_shape(line);
    return STR_IS_ONE_OF_NOCASE(word.text, first) && shape.one_line && shape.words <= MOST_HEADING_WORDS &&
           !shape.quotation && follows_paragraph(parts, i);
}

static bool is_heading(const struct parts *parts, size_t i)
{
    struct str line = block_str(parts, &parts->blocks.data[i]);
    if (line.size > MOST_HEADING_BYTES)
        return false;
    struct block_shape shape = block_shape(line);
    if (!shape.one_line || !shape.words || shape.words > MOST_HEADING_WORDS || !leads_to_body(parts, i))
        return false;
    if (is_between_dashes(line))
        return true;
    if (is_quoted_heading(line, &shape))
        return follows_paragraph(parts, i);
    if (parts->questions >= SEVERAL_QUESTIONS && is_question_heading(parts, i))
        return true;
    if (!shape.capital_first || shape.open || !begins_like_heading(line) || is_turn(line))
        return false;
    if (shape_is_title_case(&shape))
        return !shape.final || (shape.question && shape.capitals >= 3);
    return !shape.final && !shape.quotation && shape.words <= MOST_LABEL_WORDS && follows_paragraph(parts, i);
}

static void count_questions(struct parts *parts)
{
    for (size_t i = 0; i + 1 < parts->blocks.size; i++)
        parts->questions += parts->blocks.data[i].kind == BLOCK_BODY && is_question_heading(parts, i);
}

static void find_headings(struct parts *parts)
{
    count_questions(parts);
    for (size_t i = 0; i + 1 < parts->blocks.size; i++) {
        struct block *block = &parts->blocks.data[i];
        if (block->kind == BLOCK_BODY && !span_overlaps(block->span, parts->dateline) && is_heading(parts, i))
            block->kind = BLOCK_HEADING;
    }
}

/* ---- all of it */

/* Front matter is boilerplate; but when it alone names the title, the title stands there. */
static void push_front_matter(struct parts *parts)
{
    struct span front = text_trim(parts->text, 0, parts->front);
    if (span_is_empty(parts->title) && !span_is_empty(parts->facts.title)) {
        parts->title = parts->facts.title;
        vector_push(&parts->boilerplate, text_trim(parts->text, front.start, parts->title.start));
        front = text_trim(parts->text, parts->title.end, front.end);
    }
    if (!span_is_empty(front))
        vector_push(&parts->boilerplate, front);
}

/* Blocks of boilerplate side by side are one span. The paragraph that begins with the dateline is body behind
 * it, whatever it was taken for. */
static void collect_spans(struct parts *parts)
{
    enum block_kind before = BLOCK_BODY;
    push_front_matter(parts);
    vector_each (&parts->blocks, block) {
        enum block_kind kind = block->kind;
        if (kind == BLOCK_DATELINE && !span_contains(parts->dateline, block->span))
            kind = BLOCK_BOILERPLATE;
        if (span_overlaps(block->span, parts->dateline) && !span_contains(parts->dateline, block->span))
            kind = BLOCK_BODY;
        if (kind == BLOCK_HEADING)
            vector_push(&parts->headings, block->span);
        else if (kind == BLOCK_BOILERPLATE && before == BLOCK_BOILERPLATE)
            vector_last(&parts->boilerplate).end = block->span.end;
        else if (kind == BLOCK_BOILERPLATE)
            vector_push(&parts->boilerplate, block->span);
        before = kind;
    }
}

void parts_find(struct str text, struct parts *parts)
{
    *parts = (struct parts){.text = text};
    parts->front = facts_read_front_matter(parts->text, &parts->facts);
    blocks_scan(parts->text, parts->front, &parts->blocks);
    boilerplate_mark(parts->text, &parts->blocks);
    find_headline(parts);
    find_dateline(parts);
    find_name_lines(parts);
    mark_author(parts);
    extend_dateline(parts);
    find_headings(parts);
    collect_spans(parts);
}

void parts_release(struct parts *parts)
{
    vector_release(&parts->blocks);
    vector_release(&parts->headings);
    vector_release(&parts->boilerplate);
}
