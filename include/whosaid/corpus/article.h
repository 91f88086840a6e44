/* article.h: one document, position-independent (a blob, see whosaid/base/blob.h).
 *
 * The text is decoded and sanitised. For plain text it is the whole file: title, dateline, headings and
 * boilerplate are spans of it and not cut out. */
#ifndef WHOSAID_CORPUS_ARTICLE_H
#define WHOSAID_CORPUS_ARTICLE_H

#include "whosaid/base/blob.h"
#include "whosaid/text/sanitise.h"
#include "whosaid/text/span.h"

#include <stdbool.h>

enum { ARTICLE_KIND = 0x57534101 };

struct article {
    struct blob blob;
    uint64_t content_hash; /* of the file's bytes */

    /* Strings. Absent (str.data NULL) means unknown. path is raw bytes, as opened;
     * all others are sanitised. */
    struct blob_range path;
    struct blob_range name;  /* the path's last part, sanitised to one line: what the screen shows */
    struct blob_range title; /* never absent: the headline, else the first sentence cut, else the name */
    struct blob_range outlet;
    struct blob_range credit; /* "Reuters", from "(Reuters)" */
    struct blob_range byline;
    struct blob_range published; /* "2024-06-20", or with time and offset */
    struct blob_range url;
    struct blob_range language; /* "en", or another BCP 47 tag; "und" when unknown */
    struct blob_range text;

    struct span title_span; /* where the headline stands in text; empty when the first sentence serves */
    struct span dateline; /* "HANOI, June 20 (Reuters) –", a leading "date 2024-06-20" included, and the lines
                             with byline or date directly before it or before the body; or empty */

    struct blob_range headings;    /* struct span, ascending, disjoint: headings inside the body */
    struct blob_range boilerplate; /* struct span, ascending, disjoint; front matter included */
    struct blob_range edits; /* struct text_edit: from the decoded file to text; empty for extracted bodies */
    struct text_hygiene hygiene; /* what the sanitiser met */
    uint32_t invalid;            /* undecodable sequences */
};

/* Views. Borrowed from the article. */
struct str article_str(const struct article *article, struct blob_range range);
struct str article_text(const struct article *article);
const struct span *article_headings(const struct article *article, size_t *count);
const struct span *article_boilerplate(const struct article *article, size_t *count);
const struct text_edit *article_edits(const struct article *article, size_t *count);

/* The parts of the text that are body: all but title, dateline, headings and boilerplate, in ascending order,
 * without white space at their ends. Appended; each is one stretch that may hold many paragraphs. */
void article_body(const struct article *article, span_vector *body);

/* The outlet, or the file's name where the outlet is unknown (DESIGN §2). Borrowed from the article. */
struct str article_outlet_or_name(const struct article *article);

/* Whether the text is in English, or too short to tell. In other languages only what quotation marks tell is
 * found. */
bool article_is_in_english(const struct article *article);

/* "2024-06-20..." to days since 1970-01-01 (calendar.h); false when
 * unknown. */
bool article_day(const struct article *article, int32_t *day);

#endif
