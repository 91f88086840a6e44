/* statement.c: what one statement is made of; see statements.h. */
#include "statements.h"

#include "whosaid/base/hash.h"

void statement_measure(const struct vocabulary *vocabulary, const word_vector *words,
                       struct statement *statement)
{
    if (statement->count > STATEMENT_MOST_WORDS)
        statement->count = STATEMENT_MOST_WORDS;
    statement->hash = HASH_START;
    statement->content = statement->quoted = 0;
    for (size_t i = 0; i < statement->count; i++) {
        const struct word *word = &words->data[statement->first + i];
        bool content = word_has_content(vocabulary, word);
        statement->content += content;
        statement->quoted += content && (word->flags & WORD_QUOTED);
        statement->hash = hash_mix(statement->hash ^ vocabulary_form(vocabulary, word->form)->hash);
    }
}

struct str statement_text(const struct statements *statements, const struct statement *one)
{
    return article_text(statements->documents[one->document].article);
}

const struct quote *statement_quote(const struct statements *statements, const struct statement *one)
{
    size_t count;
    const struct quote *quotes = annotations_quotes(statements->documents[one->document].annotations, &count);
    return one->quote < count ? &quotes[one->quote] : NULL;
}

bool statement_tells_value(const struct statements *statements, const struct statement *one, double value)
{
    for (uint32_t i = 0; i < one->figure_count; i++)
        if (statements->figures.data[one->first_figure + i].value == value)
            return true;
    return false;
}

static struct sentence sentence_of(const struct statements *all, const struct statement *one, uint32_t first,
                                   uint32_t count)
{
    return (struct sentence){all->vocabulary, statement_text(all, one), all->words.data + first, count};
}

struct sentence statement_sentence(const struct statements *statements, const struct statement *one)
{
    return sentence_of(statements, one, one->first, one->count);
}

struct sentence statement_told_sentence(const struct statements *statements, const struct statement *one)
{
    return sentence_of(statements, one, one->told_first, one->told_count);
}
