/* labels.h: the small words and signs that several panes show: dates, relations, counts, where an article
 * stands. */
#ifndef WHOSAID_SRC_VIEW_LABELS_H
#define WHOSAID_SRC_VIEW_LABELS_H

#include "whosaid/library/library.h"
#include "whosaid/theme/theme.h"

/* "=", "≈", "≠", "·" for an enum relation; a blank for -1. Static. */
struct str label_relation(int relation);
enum role label_relation_role(int relation);

/* "Jun 19", or "19 June 2024". Appends nothing when the article has no date. */
void label_short_date(const struct article *article, struct strbuf *out);
void label_long_date(const struct article *article, struct strbuf *out);

/* "1 article", "5 articles". Appended. */
void label_count(uint64_t count, const char *noun, struct strbuf *out);

/* The outlet, or the file's name. Borrowed. */
struct str label_outlet(const struct library *library, size_t article);

/* A speaker's affiliation, else the role; empty when the name already says it. Borrowed from text, the
 * article's. */
struct str label_affiliation(struct str text, const struct entity *entity);

/* The outlets of some documents, each once, as many as fit into columns: "Third Wire, First Post +3".
 * Appended. */
void label_outlets(const struct library *library, const uint32_t *documents, size_t count, unsigned columns,
                   struct strbuf *out);

enum { STRIP_CELLS = 8 };

/* The strongest relation in each eighth of an article; -1 where nothing is claimed. */
void label_strip(const struct library *library, size_t article, int strip[STRIP_CELLS]);
/* What a strip's cell looks like. Static. */
struct str label_strip_cell(int relation);

#endif
