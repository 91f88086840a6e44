/* output.h: annotations and claims as JSON Lines (the contract of DESIGN §5), as text for people, as CSV for
 * spreadsheets, and claims as a page of HTML.
 *
 * Writers append to a strbuf, one article, quotation, claim or story at a time, so that the caller keeps
 * input order and memory stays bounded. JSON is ASCII where it has to be: control, bidi, line-separator and
 * default-ignorable characters, and combining marks beyond four on a base, are \u escapes. Text output passes
 * the sanitiser. */
#ifndef WHOSAID_OUTPUT_OUTPUT_H
#define WHOSAID_OUTPUT_OUTPUT_H

#include "whosaid/claims/people.h"
#include "whosaid/library/library.h"

/* Not every record has every format: CSV is for quotations, claims and variants, HTML for claims, brat's
 * standoff for one article. */
enum output_format { OUTPUT_TEXT, OUTPUT_JSONL, OUTPUT_CSV, OUTPUT_HTML, OUTPUT_BRAT };

enum output_record { OUTPUT_ARTICLES, OUTPUT_QUOTATIONS, OUTPUT_CLAIMS, OUTPUT_VARIANTS };

struct output_options {
    enum output_format format;
    bool explain;   /* annotations: why each quotation was found so; claims: why each difference counts, and
                       where the versions say what they say */
    bool color;     /* SGR in text output: only bold, italic, underline and the terminal's sixteen colours */
    unsigned width; /* columns for text output; 0: 80 */
};

/* The text that is printed and that offsets count in: the article's or, for --verbatim, the decoded file. */
struct output_text {
    const struct article *article; /* borrowed */
    struct str text;               /* borrowed */
    bool verbatim;                 /* spans are mapped through the article's edits */
    uint32_t *code_points;         /* before each block of bytes; owned */
};

/* Prepares an article for printing. verbatim is what corpus_verbatim gave for it, or NULL; both are borrowed.
 * Linear. Release with output_text_release. */
void output_text_init(struct output_text *text, const struct article *article, const struct strbuf *verbatim);

/* The same for the article's title, in which its headline's quotations count. */
void output_text_init_title(struct output_text *text, const struct article *article);
void output_text_release(struct output_text *text);

/* A span of the article's text in bytes of the printed text. O(log edits). */
struct span output_text_span(const struct output_text *text, struct span span);

/* The number of code points of the printed text before a byte of it. O(1). */
uint32_t output_text_offset(const struct output_text *text, uint32_t byte);

/* What a format has before the first record and behind the last: CSV's line of column names, HTML's page. */
void output_begin(enum output_record record, const struct output_options *options, struct strbuf *out);
void output_end(enum output_record record, const struct output_options *options, struct strbuf *out);

/* One article: a JSON object and "\n", or a readable listing. */
void output_annotate(const struct output_text *text, const struct annotations *annotations,
                     const struct output_options *options, struct strbuf *out);

/* Which quotations of an article are printed, and who their speakers are in the other articles.
 * All borrowed. */
struct output_choice {
    const bool *wanted;          /* one entry a quotation; NULL means all */
    const struct people *people; /* NULL: nobody asked */
    uint32_t document;           /* the article's index among those that people was found in */
};

/* The chosen quotations of an article, one a record, each with the ones inside it; one that stands inside
 * another is a record of its own only where the outer one is not wanted. */
void output_quotes(const struct output_text *text, const struct annotations *annotations,
                   const struct output_choice *choice, const struct output_options *options,
                   struct strbuf *out);

/* One claim. documents are the ones that were compared, texts has one entry for each (NULL allowed for text
 * output). In text and HTML a story's first claim comes under the story's title. */
void output_claim(const struct claims *claims, uint32_t claim, const struct document *documents,
                  const struct output_text *texts, const struct output_options *options, struct strbuf *out);

/* The wordings of a claim whose quotations differ in their words, each with its versions; nothing for
 * another. Parameters as for output_claim; HTML is not known. */
void output_variants(const struct claims *claims, uint32_t claim, const struct document *documents,
                     const struct output_text *texts, const struct output_options *options,
                     struct strbuf *out);

/* What is printed when whosaid's output is no terminal: the corpus in one line (nothing in JSON) ... */
void output_digest_head(const struct library *library, const struct output_options *options,
                        struct strbuf *out);

/* ... and then each story: its articles, where outlets differ, and who said what. In JSON one object: the
 * story, its articles (as output_annotate, without text) with their quotations, and its claims; texts are as
 * for output_claim. */
void output_digest_story(const struct library *library, uint32_t story, const struct output_text *texts,
                         const struct output_options *options, struct strbuf *out);

#endif
