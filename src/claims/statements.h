/* statements.h: what takes part in comparison: each sentence of each quotation, as its words and its speaker,
 * and each sentence that an outlet tells in its own voice.
 *
 * A quotation of several sentences is compared sentence by sentence, since outlets pick different ones; what
 * stays together in all of them is put together again in tellings.h. */
#ifndef WHOSAID_CLAIMS_STATEMENTS_H
#define WHOSAID_CLAIMS_STATEMENTS_H

#include "figures.h"
#include "inclusions.h"
#include "rankings.h"
#include "speakers.h"

#include "whosaid/claims/claims.h"

enum { STATEMENT_MOST_WORDS = 400 }; /* words of a longer sentence that take part in comparing */

struct statement {
    uint32_t document;
    uint32_t quote;        /* index into the annotations' quotations; NO_INDEX for an assertion */
    struct span span;      /* of the article's text */
    uint32_t kind;         /* enum version_kind */
    uint32_t first, count; /* its words */
    uint32_t content;      /* of these, words that carry content */
    uint32_t quoted;       /* of these, inside quotation marks; an indirect one has none */
    uint32_t speaker;      /* index into speakers; 0 is nobody */
    uint64_t order;        /* of the article, to break ties whatever the order of documents */
    uint64_t hash;         /* of its forms: equal words, equal hash */

    /* The words of the sentence outside quotation marks, for an assertion and for the report that fills most
     * of its sentence; else none. And what they tell; of a clause only the figures. */
    uint32_t told_first, told_count;
    uint32_t first_figure, figure_count;
    uint32_t first_ranking, ranking_count;
    uint32_t first_inclusion, inclusion_count;

    uint32_t saying;   /* in marks: the figure that tells when it was said; NO_INDEX none */
    bool is_term;      /* a few words in marks that nobody is reported to have said, by themselves */
    bool reports;      /* an assertion's sentence holds a report, which is a statement too */
    uint32_t reported; /* whose report that is, as speaker */
    uint32_t framing;  /* the quotation of that report, when its source begins the sentence; else NO_INDEX */

    uint32_t first_part, part_count; /* of a sentence: its clauses that are statements */
    bool is_part;                    /* such a clause, which tells a figure; it is compared beside */
    uint32_t whole;                  /* its sentence, the statement of this index */
};

typedef VECTOR(struct statement) statement_vector;

struct statements {
    const struct vocabulary *vocabulary; /* borrowed, as are the documents */
    const struct document *documents;
    statement_vector list; /* by document: its quotations by position, then its assertions */
    word_vector words;
    figure_vector figures;
    ranking_vector rankings;
    inclusion_vector inclusions;
    VECTOR(struct speaker) speakers;
};

/* Fills *statements, zeroed before, with those of all documents that could be read; the statements of each
 * stand together. vocabulary and documents are kept and must outlive them. Release when done. Linear. */
void statements_collect(struct vocabulary *vocabulary, const struct document *documents, size_t count,
                        const struct people *people, struct statements *statements);
void statements_release(struct statements *statements);

/* Counts content and hashes the words of a statement whose first and count are set; caps count. */
void statement_measure(const struct vocabulary *vocabulary, const word_vector *words,
                       struct statement *statement);

static inline const struct word *statement_words(const struct statements *statements,
                                                 const struct statement *one)
{
    return statements->words.data + one->first;
}

static inline const struct word *statement_told(const struct statements *statements,
                                                const struct statement *one)
{
    return statements->words.data + one->told_first;
}

/* The text of a statement's article, and the quotation that it is of; NULL for an assertion. Borrowed. */
struct str statement_text(const struct statements *statements, const struct statement *one);
const struct quote *statement_quote(const struct statements *statements, const struct statement *one);

/* Whether a figure of a statement has this value, whatever it is of. */
bool statement_tells_value(const struct statements *statements, const struct statement *one, double value);

/* All words of a statement, and those told outside quotation marks, as a sentence to read. */
struct sentence statement_sentence(const struct statements *statements, const struct statement *one);
struct sentence statement_told_sentence(const struct statements *statements, const struct statement *one);

/* Words in marks that nobody is reported to have said, so many that they are somebody's all the same. */
enum { STATEMENT_TELLING_MARKS = 3 };

/* Whether words of it stand in quotation marks and can be compared as such. */
static inline bool statement_is_quoted(const struct statement *one)
{
    return one->kind == VERSION_DIRECT || one->kind == VERSION_MIXED || one->is_term ||
           (one->kind == VERSION_ASSERTION && one->quoted >= STATEMENT_TELLING_MARKS);
}

#endif
