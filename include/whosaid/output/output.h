/* output.h: annotations and claims as JSON Lines (the contract of DESIGN §5) and as text for people.
 *
 * Writers append to a strbuf, one article or claim at a time, so that the caller keeps input order and memory stays
 * bounded. Offsets are code points of the text as printed, end-exclusive. Control, bidi and line-separator
 * characters are written as \u escapes in JSON; text output passes the sanitiser. */
#ifndef WHOSAID_OUTPUT_OUTPUT_H
#define WHOSAID_OUTPUT_OUTPUT_H

#include "whosaid/library/library.h"

enum output_format { OUTPUT_TEXT, OUTPUT_JSONL };

struct output_options {
    enum output_format format;
    bool color;      /* SGR in text output: only bold, italic, underline and the terminal's sixteen colours */
    unsigned width;  /* columns for text output; 0: 80 */
};

/* The text that offsets count in: the article's, or, for --verbatim, the decoded file's with spans mapped through the
 * article's edits. verbatim may be NULL. */
struct output_text {
    const struct article *article;
    const struct strbuf *verbatim;
};

/* One article: a JSON object and "\n", or a readable listing. */
void output_annotate(const struct output_text *text, const struct annotations *annotations,
                     const struct output_options *options, struct strbuf *out);

/* One quotation of an article. */
void output_quote(const struct output_text *text, const struct annotations *annotations, uint32_t quote,
                  const struct output_options *options, struct strbuf *out);

/* One claim. texts has one entry a document, in the claims' order. */
void output_claim(const struct claims *claims, uint32_t claim, const struct document *documents,
                  const struct output_text *texts, const struct output_options *options, struct strbuf *out);

/* What is printed when whosaid's output is no terminal: the stories, their articles, who said what, where outlets differ. */
void output_digest(const struct library *library, const struct output_options *options, struct strbuf *out);

#endif
