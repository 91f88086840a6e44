/* fixture.h: articles, annotations and claims made by hand, so that what output prints does not depend on
 * what the annotator finds. Spans are named by the words that they hold. */
#ifndef WHOSAID_TEST_OUTPUT_FIXTURE_H
#define WHOSAID_TEST_OUTPUT_FIXTURE_H

#include "whosaid/output/output.h"

/* Two outlets on one event; the quotation of the first is interrupted and holds another. */
struct fixture {
    struct document documents[2];
    struct claims *claims; /* one story with two claims; all static but the articles' spans */
};

void fixture_open(struct fixture *fixture);
void fixture_close(struct fixture *fixture);

/* Appends what annotate prints of a document. */
void fixture_print(const struct document *document, const struct output_options *options, struct strbuf *out);

#endif
