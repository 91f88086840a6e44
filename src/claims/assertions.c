/* assertions.c: see assertions.h. Headings and boilerplate assert nothing. */
#include "assertions.h"

#include "parts.h"

#include "whosaid/text/decode.h"

#include <stdlib.h>
#include <string.h>

enum {
    LEAST_CONTENT = 3, /* words of content that an assertion has at least, who said it and "said" left out */
};

struct collector {
    struct vocabulary *vocabulary;
    struct statements *statements;
    const struct document *document;
    struct str text;
    uint32_t number;
    size_t next_term; /* the first that may reach into the sentence at hand */
    bool dated;
    int32_t published;           /* when dated */
    VECTOR(struct span) covered; /* pieces of quotations in marks, by start */
    VECTOR(struct span) frames;  /* speakers and cues, by start */
    VECTOR(uint32_t) reports;    /* indirect statements, by start */
    part_vector parts;           /* of the sentence at hand */
};

static int compare_spans(const void *left, const void *right)
{
    const struct span *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

/* Quotations, and so their pieces, come by position; one inside another is skipped with it. */
static void read_quotations(struct collector *c, size_t first_quoted)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(c->document->annotations, &count);
    for (size_t i = 0; i < count; i++) {
        if (quotes[i].parent != NO_INDEX)
            continue;
        vector_push(&c->frames, quotes[i].speaker);
        vector_push(&c->frames, quotes[i].cue);
        if (quotes[i].type == QUOTE_INDIRECT)
            continue;
        const struct span *pieces = annotations_pieces(c->document->annotations, &quotes[i]);
        for (size_t k = 0; k < quotes[i].piece_count; k++)
            vector_push(&c->covered, pieces[k]);
    }
    if (c->frames.size)
        qsort(c->frames.data, c->frames.size, sizeof *c->frames.data, compare_spans);
    for (size_t i = first_quoted; i < c->statements->list.size; i++)
        if (c->statements->list.data[i].kind == VERSION_INDIRECT)
            vector_push(&c->reports, (uint32_t)i);
}

/* Whether a sentence is a heading, or of the parts that belong to no article. Lists ascend,
 * and so do calls. */
static bool is_outside(const struct span *spans, size_t count, size_t *next, struct span sentence)
{
    while (*next < count && spans[*next].end <= sentence.start)
        ++*next;
    return *next < count && span_overlaps(spans[*next], sentence);
}

/* The longest stretch of the sentence outside quotations in marks.
 * *next is the first that may reach into it. */
static struct span longest_stretch(const struct collector *c, struct span sentence, size_t *next)
{
    struct span longest = {sentence.start, sentence.start};
    uint32_t at = sentence.start;
    while (*next < c->covered.size && c->covered.data[*next].end <= sentence.start)
        ++*next;
    for (size_t i = *next; i < c->covered.size && c->covered.data[i].start < sentence.end; i++) {
        if (c->covered.data[i].start > at && c->covered.data[i].start - at > span_size(longest))
            longest = (struct span){at, c->covered.data[i].start};
        at = c->covered.data[i].end > at ? c->covered.data[i].end : at;
    }
    if (sentence.end > at && sentence.end - at > span_size(longest))
        longest = (struct span){at, sentence.end};
    return longest;
}

/* The longest report in a stretch, or NO_INDEX. */
static uint32_t report_in(const struct collector *c, struct span stretch, size_t *next)
{
    uint32_t best = NO_INDEX;
    while (*next < c->reports.size &&
           c->statements->list.data[c->reports.data[*next]].span.end <= stretch.start)
        ++*next;
    for (size_t i = *next; i < c->reports.size; i++) {
        const struct statement *report = &c->statements->list.data[c->reports.data[i]];
        if (report->span.start >= stretch.end)
            break;
        if (span_contains(stretch, report->span) &&
            (best == NO_INDEX || report->count > c->statements->list.data[best].count))
            best = c->reports.data[i];
    }
    return best;
}

/* Content words of the statement that are not in who said something, nor in "said". */
static uint32_t told_content(const struct collector *c, const struct statement *s, size_t *next)
{
    const struct word *words = statement_words(c->statements, s);
    uint32_t content = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        while (*next < c->frames.size && c->frames.data[*next].end <= words[i].span.start)
            ++*next;
        bool framed = *next < c->frames.size && c->frames.data[*next].start <= words[i].span.start;
        content += !framed && word_has_content(c->vocabulary, &words[i]);
    }
    return content;
}

/* The stretch without the signs at its ends: from its first word to its last, and a full stop. */
static struct span trim(const struct collector *c, const struct statement *s, struct span stretch)
{
    const struct word *words = statement_words(c->statements, s);
    uint32_t end = words[s->count - 1].span.end;
    if (end < stretch.end && strchr(".!?", c->text.data[end]))
        end++;
    return (struct span){words[0].span.start, end};
}

/* A report that makes up most of its sentence stands for it. */
static bool is_most(const struct collector *c, uint32_t report, const struct statement *s)
{
    return report != NO_INDEX && c->statements->list.data[report].content * 2 >= s->content;
}

/* Gives a statement the figures that a sentence of it tells. */
static void add_figures(struct collector *c, struct statement *s, struct sentence told)
{
    s->first_figure = (uint32_t)c->statements->figures.size;
    figures_read(c->vocabulary, &told, c->dated ? &c->published : NULL, &c->statements->figures);
    s->figure_count = (uint32_t)c->statements->figures.size - s->first_figure;
}

/* Gives a statement the words of the stretch that it tells, and what can be held against others in them. */
static void tell(struct collector *c, struct statement *s, uint32_t first, uint32_t count)
{
    s->told_first = first;
    s->told_count = count;
    struct sentence told = statement_told_sentence(c->statements, s);
    add_figures(c, s, told);
    s->first_ranking = (uint32_t)c->statements->rankings.size;
    rankings_read(&told, &c->statements->rankings);
    s->ranking_count = (uint32_t)c->statements->rankings.size - s->first_ranking;
    s->first_inclusion = (uint32_t)c->statements->inclusions.size;
    inclusions_read(&told, &c->statements->inclusions);
    s->inclusion_count = (uint32_t)c->statements->inclusions.size - s->first_inclusion;
}

/* Flags the words in quotation marks that nobody is reported to have said. */
static void flag_terms(struct collector *c, const struct statement *s, size_t *next)
{
    size_t count;
    const struct span *terms = annotations_terms(c->document->annotations, &count);
    for (uint32_t i = 0; i < s->count; i++) {
        struct word *word = &c->statements->words.data[s->first + i];
        while (*next < count && terms[*next].end <= word->span.start)
            ++*next;
        if (*next < count && terms[*next].start <= word->span.start)
            word->flags |= WORD_QUOTED;
    }
}

static void flag_range(struct collector *c, const struct statement *s, size_t start, size_t end)
{
    for (uint32_t i = 0; i < s->count; i++) {
        struct word *word = &c->statements->words.data[s->first + i];
        if (word->span.start >= start && word->span.end <= end)
            word->flags |= WORD_QUOTED;
    }
}

/* Flags what stands between marks and is neither a quotation nor a term, also behind an opening mark that
 * nothing closes in the stretch and before a closing one that nothing opens:
 * the rest is in another sentence. */
static void flag_marked(struct collector *c, const struct statement *s, struct span stretch)
{
    size_t open = STR_NONE;
    for (size_t at = stretch.start; at < stretch.end;) {
        size_t mark = at;
        char32_t sign = text_next(c->text, &at);
        if (sign == U'\u201c' || (sign == U'"' && open == STR_NONE)) {
            open = mark;
        } else if (sign == U'\u201d' || sign == U'"') {
            flag_range(c, s, open == STR_NONE ? stretch.start : open, mark);
            open = STR_NONE;
        }
    }
    if (open != STR_NONE)
        flag_range(c, s, open, stretch.end);
}

/* The report that a clause lies in, or NULL: the last that begins before its end. O(log n). */
static const struct statement *report_around(const struct collector *c, struct span span)
{
    size_t low = 0, high = c->reports.size;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->statements->list.data[c->reports.data[middle]].span.start < span.end)
            low = middle + 1;
        else
            high = middle;
    }
    const struct statement *report = low ? &c->statements->list.data[c->reports.data[low - 1]] : NULL;
    return report && span_contains(report->span, span) ? report : NULL;
}

/* A clause of a sentence, as a statement: the report's where it lies in one, else the outlet's. */
static struct statement make_part(const struct collector *c, uint32_t whole, struct part part)
{
    const struct statement *sentence = &c->statements->list.data[whole];
    const struct word *words = statement_told(c->statements, sentence);
    struct statement s = *sentence;
    s.is_part = true;
    s.saying = s.framing = NO_INDEX;
    s.ranking_count = s.inclusion_count = 0;
    s.whole = whole;
    s.first = s.told_first = sentence->told_first + part.first;
    s.count = s.told_count = part.end - part.first;
    s.span = (struct span){words[part.first].span.start, words[part.end - 1].span.end};
    const struct statement *report = report_around(c, s.span);
    s.kind = report ? VERSION_INDIRECT : VERSION_ASSERTION;
    s.quote = report ? report->quote : NO_INDEX;
    s.speaker = report ? report->speaker : 0;
    return s;
}

/* Whether a date right before a clause is the latest that what the clause tells can have: "said in 2029 that
 * …". */
static bool is_latest_of(const struct figure *figure, const struct statement *part)
{
    enum { REACH = 8 /* bytes: " that " */ };
    return figure->kind == FIGURE_DATE && figure->date.over && figure->span.end < part->span.start &&
           part->span.start - figure->span.end <= REACH;
}

/* Leaves the part the sentence's figures that stand in it, and the latest that it can be of. */
static void find_figures(const struct collector *c, struct statement *part)
{
    const struct figure *figures = c->statements->figures.data;
    uint32_t end = part->first_figure + part->figure_count;
    while (part->first_figure < end && figures[part->first_figure].span.start < part->span.start &&
           !is_latest_of(&figures[part->first_figure], part))
        part->first_figure++;
    part->figure_count = 0;
    while (part->first_figure + part->figure_count < end &&
           figures[part->first_figure + part->figure_count].span.start < part->span.end)
        part->figure_count++;
}

/* The clauses of a sentence that tell a figure become statements beside it. */
static void add_parts(struct collector *c, uint32_t whole)
{
    const struct statement *sentence = &c->statements->list.data[whole];
    if (!sentence->figure_count)
        return;
    struct sentence told = statement_told_sentence(c->statements, sentence);
    parts_split(&told, &c->parts);
    uint32_t first = (uint32_t)c->statements->list.size;
    for (size_t i = 0; c->parts.size > 1 && i < c->parts.size; i++) {
        struct statement part = make_part(c, whole, c->parts.data[i]);
        find_figures(c, &part);
        statement_measure(c->vocabulary, &c->statements->words, &part);
        if (part.figure_count)
            vector_push(&c->statements->list, part);
    }
    c->statements->list.data[whole].first_part = first;
    c->statements->list.data[whole].part_count = (uint32_t)c->statements->list.size - first;
}

/* Whether a stretch tells a figure; beside a quotation, more than the day on which that was said. */
static bool tells_figure(const struct collector *c, const struct statement *s, bool whole)
{
    const struct figure *figures = c->statements->figures.data + s->first_figure;
    for (uint32_t i = 0; i < s->figure_count; i++)
        if (whole || figures[i].kind != FIGURE_DATE)
            return true;
    return false;
}

/* The report's quotation, when who says it and the cue begin the sentence: "The Times wrote that …, which …".
 * All of it is from there then, however far the report was found to reach. */
static uint32_t framing_of(const struct collector *c, uint32_t report, struct span stretch)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(c->document->annotations, &count);
    if (report == NO_INDEX || c->statements->list.data[report].quote >= count)
        return NO_INDEX;
    uint32_t index = c->statements->list.data[report].quote;
    const struct quote *quote = &quotes[index];
    bool begins = !span_is_empty(quote->speaker) && quote->speaker.start == stretch.start &&
                  quote->speaker.end <= quote->span.start && quote->cue.end <= quote->span.start;
    return begins ? index : NO_INDEX;
}

/* whole: the stretch is its sentence; else the rest stands in quotation marks. */
static void add_stretch(struct collector *c, struct span stretch, bool whole, uint32_t report, size_t *frame)
{
    struct statement s = {.document = c->number,
                          .order = c->document->article->content_hash,
                          .quote = NO_INDEX,
                          .framing = NO_INDEX,
                          .kind = VERSION_ASSERTION,
                          .saying = NO_INDEX,
                          .first = (uint32_t)c->statements->words.size};
    words_scan(c->vocabulary, c->text, stretch, &c->statements->words);
    s.count = (uint32_t)c->statements->words.size - s.first;
    if (!s.count)
        return;
    flag_terms(c, &s, &c->next_term);
    flag_marked(c, &s, stretch);
    statement_measure(c->vocabulary, &c->statements->words, &s);
    if (is_most(c, report, &s)) {
        tell(c, &c->statements->list.data[report], s.first, s.count);
        add_parts(c, report);
        return;
    }
    s.span = trim(c, &s, stretch);
    s.reports = report != NO_INDEX;
    s.reported = s.reports ? c->statements->list.data[report].speaker : 0;
    s.framing = framing_of(c, report, s.span);
    uint32_t content = told_content(c, &s, frame);
    tell(c, &s, s.first, s.count);
    bool figures = tells_figure(c, &s, whole) && s.content >= LEAST_CONTENT;
    if (content >= LEAST_CONTENT || figures) {
        vector_push(&c->statements->list, s);
        add_parts(c, (uint32_t)c->statements->list.size - 1);
    }
}

/* Quotations that no sentence of the outlet's stands for tell their own figures. */
static void read_quoted_figures(struct collector *c, size_t first_quoted, size_t end)
{
    for (size_t i = first_quoted; i < end; i++) {
        struct statement *s = &c->statements->list.data[i];
        if (!s->told_count)
            add_figures(c, s, statement_sentence(c->statements, s));
    }
}

void assertions_collect(struct vocabulary *vocabulary, const struct document *document, uint32_t number,
                        size_t first_quoted, struct statements *statements)
{
    struct collector c = {.vocabulary = vocabulary,
                          .statements = statements,
                          .document = document,
                          .text = article_text(document->article),
                          .number = number};
    size_t sentence_count, heading_count, boilerplate_count;
    size_t heading = 0, boilerplate = 0, covered = 0, report = 0, frame = 0;
    const struct span *sentences = annotations_sentences(document->annotations, &sentence_count);
    const struct span *headings = article_headings(document->article, &heading_count);
    const struct span *parts = article_boilerplate(document->article, &boilerplate_count);
    c.dated = article_day(document->article, &c.published);
    read_quotations(&c, first_quoted);
    size_t quoted_end = statements->list.size;
    for (size_t i = 0; i < sentence_count; i++) {
        if (is_outside(headings, heading_count, &heading, sentences[i]) ||
            is_outside(parts, boilerplate_count, &boilerplate, sentences[i]))
            continue;
        struct span stretch = longest_stretch(&c, sentences[i], &covered);
        bool whole = stretch.start == sentences[i].start && stretch.end == sentences[i].end;
        add_stretch(&c, stretch, whole, report_in(&c, stretch, &report), &frame);
    }
    read_quoted_figures(&c, first_quoted, quoted_end);
    vector_release(&c.parts);
    vector_release(&c.covered);
    vector_release(&c.frames);
    vector_release(&c.reports);
}
