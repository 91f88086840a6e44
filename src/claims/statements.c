/* statements.c: see statements.h. Only quotations at the top level: what one quotes inside belongs to it. */
#include "statements.h"

#include "assertions.h"
#include "sayings.h"

#include "whosaid/base/array.h"
#include "whosaid/text/decode.h"

struct collector {
    struct vocabulary *vocabulary;
    struct statements *statements;
    const struct people *people;
    const struct document *document;
    struct str text;        /* of the document */
    uint32_t number;        /* of the document */
    uint32_t first_speaker; /* of the document's entities */
    size_t first_statement; /* of the document */
    bool inside_marks;      /* where the scan of a quotation stands */
    uint32_t saying;        /* of the quotation at hand: when it was said, or NO_INDEX */
    word_vector scratch;
};

static void read_speakers(struct collector *c)
{
    size_t count;
    const struct entity *entities = annotations_entities(c->document->annotations, &count);
    c->first_speaker = (uint32_t)c->statements->speakers.size;
    for (uint32_t i = 0; i < count; i++) {
        struct speaker *speaker = vector_add(&c->statements->speakers);
        const struct person *person = people_of(c->people, c->number, i);
        speaker_read(c->vocabulary, c->text, &entities[i], speaker);
        speaker->person = person && person->is_human ? person : NULL;
    }
}

/* ---- words inside quotation marks */

static void pass_marks(struct collector *c, size_t start, size_t end)
{
    while (start < end) {
        char32_t sign = text_next(c->text, &start);
        if (sign == U'"')
            c->inside_marks = !c->inside_marks;
        else if (sign == U'\u201c' || sign == U'\u201e' || sign == U'\u00ab')
            c->inside_marks = true;
        else if (sign == U'\u201d' || sign == U'\u00bb')
            c->inside_marks = false;
    }
}

static bool is_space_or_end(struct str text, size_t at)
{
    return at >= text.size || text.data[at] == ' ' || text.data[at] == '\n';
}

/* Whether a stretch begins inside marks that were opened before it: the first mark in it is a closing one. A
 * straight mark closes when it stands at the end of a word. */
static bool begins_inside(const struct collector *c, struct span range)
{
    for (size_t at = range.start; at < range.end;) {
        size_t mark = at;
        char32_t sign = text_next(c->text, &at);
        if (sign == U'\u201d' || sign == U'\u00bb')
            return true;
        if (sign == U'\u201c' || sign == U'\u201e' || sign == U'\u00ab')
            return false;
        if (sign == U'"')
            return mark > range.start && !is_space_or_end(c->text, mark - 1) && is_space_or_end(c->text, at);
    }
    return false;
}

/* Flags the words from the given one on, which stand in range. */
static void flag_quoted(struct collector *c, size_t from, struct span range, uint32_t kind)
{
    size_t at = range.start;
    for (size_t i = from; i < c->statements->words.size; i++) {
        struct word *word = &c->statements->words.data[i];
        pass_marks(c, at, word->span.start);
        at = word->span.end > at ? word->span.end : at;
        if (kind == VERSION_DIRECT || (kind == VERSION_MIXED && c->inside_marks))
            word->flags |= WORD_QUOTED;
    }
    pass_marks(c, at, range.end);
}

/* ---- sentences of a quotation */

/* A leading "that" belongs to the quotation's span and not to what was said. */
static void drop_leading_that(struct collector *c, struct statement *statement)
{
    const struct word *word = &c->statements->words.data[statement->first];
    if (statement->count > 1 && str_equal(vocabulary_form(c->vocabulary, word->form)->text, STR("that"))) {
        statement->first++;
        statement->count--;
    }
}

/* Whether somebody else is told to say the words in marks: "that it looks bad,
 * with one reader asking “…”". */
static bool has_other_subject(const struct collector *c, const struct statement *statement)
{
    static const char SAYING[] =
        " asking saying adding calling telling warning writing insisting declaring shouting claiming ";
    const struct word *words = c->statements->words.data + statement->first;
    for (uint32_t i = 2; i < statement->count; i++) {
        if (!(words[i].flags & WORD_QUOTED) || (words[i - 1].flags & WORD_QUOTED))
            continue;
        struct str verb = vocabulary_form(c->vocabulary, words[i - 1].form)->text;
        if (str_is_listed(verb, SAYING) && word_has_content(c->vocabulary, &words[i - 2]) &&
            words[i - 1].span.start - words[i - 2].span.end == 1)
            return true;
    }
    return false;
}

static void push_statement(struct collector *c, struct statement statement)
{
    if (statement.kind == VERSION_MIXED && has_other_subject(c, &statement))
        statement.speaker = 0;
    statement_measure(c->vocabulary, &c->statements->words, &statement);
    vector_push(&c->statements->list, statement);
}

/* What is worth comparing by itself in marks: so many words of content, or one in so many words. */
enum { TELLING_CONTENT = 2, TELLING_WORDS = 3 };

static bool is_telling(uint32_t content, uint32_t words)
{
    return content >= TELLING_CONTENT || (content > 0 && words >= TELLING_WORDS);
}

/* The word after the first fragment in marks at or after word from, when the fragment tells enough; else the
 * end. */
static uint32_t fragment_end(const struct collector *c, const struct statement *statement, uint32_t from)
{
    const struct word *words = c->statements->words.data + statement->first;
    uint32_t content = 0, length = 0;
    for (uint32_t i = from; i < statement->count; i++) {
        bool quoted = words[i].flags & WORD_QUOTED;
        if (!quoted && is_telling(content, length))
            return i;
        length = quoted ? length + 1 : 0;
        content = quoted ? content + word_has_content(c->vocabulary, &words[i]) : 0;
    }
    return is_telling(content, length) ? statement->count : statement->count + 1;
}

/* A report with several fragments in marks is compared fragment by fragment, each with the words that lead to
 * it. */
static void push_fragments(struct collector *c, struct statement statement)
{
    for (;;) {
        uint32_t cut = fragment_end(c, &statement, 0);
        if (cut >= statement.count || fragment_end(c, &statement, cut) > statement.count)
            break;
        const struct word *words = c->statements->words.data + statement.first;
        struct statement part = statement;
        part.count = cut;
        part.span.end = words[cut].span.start;
        while (part.span.end > words[cut - 1].span.end && c->text.data[part.span.end - 1] == ' ')
            part.span.end--;
        push_statement(c, part);
        statement.span.start = words[cut].span.start;
        statement.first += cut;
        statement.count -= cut;
    }
    push_statement(c, statement);
}

/* Whether a report says enough to be a claim: "that prices rose", not "the invasion" or "to show". */
static bool reports_something(const struct collector *c, const struct statement *statement)
{
    enum { LEAST_CONTENT = 2 };
    const struct word *words = statement_words(c->statements, statement);
    uint32_t content = 0;
    for (uint32_t i = 0; i < statement->count; i++)
        content += word_has_content(c->vocabulary, &words[i]);
    return content >= LEAST_CONTENT;
}

/* Closes the statement that has its first word set and its span; it is dropped when it has no words, or is a
 * report of nothing. */
static void finish_statement(struct collector *c, struct statement *statement)
{
    statement->count = (uint32_t)c->statements->words.size - statement->first;
    if (!statement->count)
        return;
    if (statement->kind != VERSION_DIRECT)
        drop_leading_that(c, statement);
    if (statement->kind == VERSION_INDIRECT && !reports_something(c, statement))
        return;
    if (statement->kind == VERSION_MIXED)
        push_fragments(c, *statement);
    else
        push_statement(c, *statement);
}

static void begin_statement(struct collector *c, const struct quote *quote, uint32_t index, struct span span,
                            struct statement *statement)
{
    *statement = (struct statement){
        .document = c->number,
        .order = c->document->article->content_hash,
        .quote = index,
        .framing = NO_INDEX,
        .span = span,
        .kind = quote->type,
        .first = (uint32_t)c->statements->words.size,
        .speaker = quote->entity == NO_INDEX ? 0 : c->first_speaker + quote->entity,
        .saying = c->saying,
    };
}

/* Scans a stretch of one sentence into the statement. */
static void scan_stretch(struct collector *c, struct span stretch, struct statement *statement)
{
    size_t from = c->statements->words.size;
    words_scan(c->vocabulary, c->text, stretch, &c->statements->words);
    flag_quoted(c, from, stretch, statement->kind);
    statement->span.end = stretch.end;
}

static struct span trim_span(struct str text, struct span span)
{
    while (span.start < span.end && (text.data[span.start] == ' ' || text.data[span.start] == '\n'))
        span.start++;
    while (span.end > span.start && (text.data[span.end - 1] == ' ' || text.data[span.end - 1] == '\n'))
        span.end--;
    return span;
}

/* Whether the words between two pieces begin another remark: “…,” she said, adding “…”. */
static bool begins_another(const struct collector *c, struct span gap)
{
    static const char *const LINKS[] = {"saying",  "adding", "noting", "warning", "insisting",
                                        "calling", "that",   "and",    "but"};
    struct str text = span_str(c->text, trim_span(c->text, gap));
    for (size_t i = 0; i < LENGTH(LINKS); i++) {
        struct str link = str_from(LINKS[i]);
        if (str_ends(text, link) && text.size > link.size && text.data[text.size - link.size - 1] == ' ')
            return true;
    }
    return false;
}

/* Keeps when a quotation was said. */
static void read_saying(struct collector *c, const struct quote *quote)
{
    struct figure saying;
    c->saying = NO_INDEX;
    if (saying_read(c->vocabulary, c->document, quote, &c->scratch, &saying)) {
        c->saying = (uint32_t)c->statements->figures.size;
        vector_push(&c->statements->figures, saying);
    }
}

/* Cuts the pieces of a quotation at the sentences' starts; pieces of one sentence stay together, but for
 * those of another remark. */
static void add_quote(struct collector *c, const struct quote *quote, uint32_t index)
{
    size_t sentence_count;
    const struct span *sentences = annotations_sentences(c->document->annotations, &sentence_count);
    const struct span *pieces = annotations_pieces(c->document->annotations, quote);
    struct statement statement = {0};
    uint32_t current = NO_INDEX;
    bool open = false;
    c->inside_marks = quote->type == QUOTE_MIXED && begins_inside(c, quote->span);
    read_saying(c, quote);
    for (size_t i = 0; i < quote->piece_count; i++) {
        if (i > 0 && begins_another(c, (struct span){pieces[i - 1].end, pieces[i].start}))
            current = NO_INDEX;
        for (uint32_t at = pieces[i].start; at < pieces[i].end;) {
            uint32_t sentence = annotations_sentence_at(c->document->annotations, at);
            bool more = sentence != NO_INDEX && sentence + 1 < sentence_count;
            uint32_t next =
                more && sentences[sentence + 1].start > at ? sentences[sentence + 1].start : pieces[i].end;
            struct span stretch = {at, next < pieces[i].end ? next : pieces[i].end};
            struct span trimmed = trim_span(c->text, stretch);
            if (open && sentence != current)
                finish_statement(c, &statement);
            if (!open || sentence != current)
                begin_statement(c, quote, index, trimmed, &statement);
            scan_stretch(c, trimmed, &statement);
            open = true;
            current = sentence;
            at = stretch.end;
        }
    }
    if (open)
        finish_statement(c, &statement);
}

/* Words in marks that the annotator attributes to nobody are compared by themselves where they are few;
 * longer ones are compared with their sentence. */
static void add_term(struct collector *c, struct span span)
{
    struct statement statement = {
        .document = c->number,
        .order = c->document->article->content_hash,
        .quote = NO_INDEX,
        .framing = NO_INDEX,
        .span = span,
        .kind = VERSION_ASSERTION,
        .is_term = true,
        .saying = NO_INDEX,
        .first = (uint32_t)c->statements->words.size,
    };
    words_scan(c->vocabulary, c->text, span, &c->statements->words);
    statement.count = (uint32_t)c->statements->words.size - statement.first;
    for (uint32_t i = 0; i < statement.count; i++)
        c->statements->words.data[statement.first + i].flags |= WORD_QUOTED;
    statement_measure(c->vocabulary, &c->statements->words, &statement);
    if (statement.count > 1 && statement.content > 0 && statement.content < STATEMENT_TELLING_MARKS)
        vector_push(&c->statements->list, statement);
}

static void collect_document(struct collector *c)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(c->document->annotations, &count);
    c->text = article_text(c->document->article);
    c->first_statement = c->statements->list.size;
    read_speakers(c);
    for (uint32_t i = 0; i < count; i++)
        if (quotes[i].parent == NO_INDEX)
            add_quote(c, &quotes[i], i);
    assertions_collect(c->vocabulary, c->document, c->number, c->first_statement, c->statements);
    const struct span *terms = annotations_terms(c->document->annotations, &count);
    for (size_t i = 0; i < count; i++)
        add_term(c, terms[i]);
}

void statements_collect(struct vocabulary *vocabulary, const struct document *documents, size_t count,
                        const struct people *people, struct statements *statements)
{
    struct collector c = {.vocabulary = vocabulary, .statements = statements, .people = people};
    statements->vocabulary = vocabulary;
    statements->documents = documents;
    (void)vector_add(&statements->speakers); /* nobody */
    for (uint32_t i = 0; i < count; i++) {
        c.document = &documents[i];
        c.number = i;
        if (c.document->article && c.document->annotations)
            collect_document(&c);
    }
    vector_release(&c.scratch);
}

void statements_release(struct statements *statements)
{
    vector_release(&statements->list);
    vector_release(&statements->words);
    vector_release(&statements->figures);
    vector_release(&statements->rankings);
    vector_release(&statements->inclusions);
    vector_release(&statements->speakers);
}
