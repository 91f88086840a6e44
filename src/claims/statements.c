/* statements.c: see statements.h. Only quotations at the top level; what is quoted inside one belongs to it. */
#include "statements.h"

#include "whosaid/base/hash.h"

struct collector {
    struct vocabulary *vocabulary;
    struct statements *statements;
    const struct document *document;
    uint32_t number;         /* of the document */
    uint32_t first_speaker;  /* of the document's entities */
};

static void read_speakers(struct collector *c)
{
    size_t count;
    const struct entity *entities = annotations_entities(c->document->annotations, &count);
    struct str text = article_text(c->document->article);
    c->first_speaker = (uint32_t)c->statements->speakers.size;
    for (size_t i = 0; i < count; i++)
        speaker_read(c->vocabulary, text, &entities[i], vector_add(&c->statements->speakers));
}

/* A leading "that" belongs to the quotation's span and not to what was said. */
static void drop_leading_that(struct collector *c, struct statement *statement)
{
    const struct word *word = &c->statements->words.data[statement->first];
    if (statement->count > 1 && str_equal(vocabulary_form(c->vocabulary, word->form)->text, STR("that"))) {
        statement->first++;
        statement->count--;
    }
}

static void measure(struct collector *c, struct statement *statement)
{
    statement->length = statement->count;
    if (statement->count > STATEMENT_MOST_WORDS)
        statement->count = STATEMENT_MOST_WORDS;
    statement->hash = HASH_START;
    for (size_t i = 0; i < statement->count; i++) {
        const struct word *word = &c->statements->words.data[statement->first + i];
        statement->content += word_has_content(c->vocabulary, word);
        statement->hash = hash_mix(statement->hash ^ vocabulary_form(c->vocabulary, word->form)->hash);
    }
}

static void add_quote(struct collector *c, const struct quote *quote, uint32_t index)
{
    struct statements *statements = c->statements;
    struct statement statement = {
        .document = c->number,
        .quote = index,
        .span = quote->span,
        .kind = quote->type,
        .first = (uint32_t)statements->words.size,
        .speaker = quote->entity == NO_INDEX ? 0 : c->first_speaker + quote->entity,
    };
    struct str text = article_text(c->document->article);
    const struct span *pieces = annotations_pieces(c->document->annotations, quote);
    for (size_t i = 0; i < quote->piece_count; i++)
        words_scan(c->vocabulary, text, pieces[i], &statements->words);
    statement.count = (uint32_t)statements->words.size - statement.first;
    if (!statement.count)
        return;
    if (statement.kind != VERSION_DIRECT)
        drop_leading_that(c, &statement);
    measure(c, &statement);
    vector_push(&statements->list, statement);
}

static void collect_document(struct collector *c)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(c->document->annotations, &count);
    read_speakers(c);
    for (uint32_t i = 0; i < count; i++)
        if (quotes[i].parent == NO_INDEX)
            add_quote(c, &quotes[i], i);
}

void statements_collect(struct vocabulary *vocabulary, const struct document *documents, size_t count,
                        struct statements *statements)
{
    struct collector c = {.vocabulary = vocabulary, .statements = statements};
    (void)vector_add(&statements->speakers); /* nobody */
    for (uint32_t i = 0; i < count; i++) {
        c.document = &documents[i];
        c.number = i;
        if (c.document->article && c.document->annotations)
            collect_document(&c);
    }
}

void statements_release(struct statements *statements)
{
    vector_release(&statements->list);
    vector_release(&statements->words);
    vector_release(&statements->speakers);
}
