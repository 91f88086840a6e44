/* html.h: writes HTML into a strbuf; what comes from articles is sanitised, put on one line and escaped.
 *
 * Markup of our own is written as it stands: html_raw. There is no tree and no stack: whoever opens an
 * element closes it. */
#ifndef WHOSAID_OUTPUT_HTML_H
#define WHOSAID_OUTPUT_HTML_H

#include "whosaid/base/string.h"

#define html_raw(out, markup) strbuf_add_str((out), STR(markup))

/* Text of an article, or words of ours: for content and for attribute values in double quotes. */
void html_text(struct strbuf *out, struct str text);

/* The same, keeping a blank at either end: parts of a sentence that follow one another. */
void html_part(struct strbuf *out, struct str text);

/* <time datetime="2024-06-19">19 June 2024</time> for an ISO day; nothing for an empty one. */
void html_day(struct strbuf *out, struct str day);

/* The style sheet of the page of claims. */
void html_style(struct strbuf *out);

#endif
