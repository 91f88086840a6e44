/* attribution.h: which cue and which mention belong to which stretch. */
#ifndef WHOSAID_ANNOTATE_ATTRIBUTION_H
#define WHOSAID_ANNOTATE_ATTRIBUTION_H

#include "model.h"
#include "reading.h"

#include "whosaid/base/vector.h"

typedef VECTOR(struct attribution) attribution_vector;

/* Fills the reading's attributions and terms: rules first, then the model (joining.h; NULL: rules alone).
 * Their confidence is raw yet (calibration.h). */
void attribution_run(struct reading *reading, const struct model *model);

typedef VECTOR(size_t) index_vector;

/* What was found, by paragraphs. */
struct findings {
    attribution_vector attributions;
    span_vector terms;
    index_vector firsts; /* each paragraph's first attribution; last, their number */
};

/* What the rules find in all paragraphs. Release with findings_release. */
void attribution_find(const struct reading *reading, struct findings *found);
void findings_release(struct findings *found);

/* What the model sees of that in a paragraph: its attributions and the one before, which may go on in it.
 * Borrowed; NULL when there are none. */
const struct attribution *findings_before(const struct findings *found, size_t paragraph, size_t *count);

/* Decides for each pair of marks whether it is a quotation (and of what type, by which cue, from whom) or a
 * term. Appends to attributions, ascending by start within a paragraph, and to terms. */
void attribution_quoted(const struct reading *reading, const struct paragraph *paragraph,
                        attribution_vector *attributions, span_vector *terms);

/* Appends the indirect quotations of the paragraph's sentences outside what attributions (from index first
 * on) cover already. */
void attribution_indirect(const struct reading *reading, const struct paragraph *paragraph, size_t first,
                          attribution_vector *attributions);

/* The end of the clause that begins at first: before its closing punctuation, or before a clause with a cue
 * of its own. Not beyond limit. */
uint32_t attribution_clause_end(const struct reading *reading, uint32_t first, uint32_t limit);

/* The comma outside of marks where a subordinate clause ends that begins before first: a verb stands before it
 * and one not far behind. Else limit. */
uint32_t attribution_subordinate_end(const struct reading *reading, uint32_t first, uint32_t limit);

/* Whether a finite verb stands in the stretch, as far as can be told. */
bool attribution_has_verb(const struct reading *reading, struct stretch stretch);

/* The first token of the sentence that holds the token, not before limit. */
uint32_t attribution_sentence_start(const struct reading *reading, uint32_t token, uint32_t limit);

/* The token behind the last one of the sentence that holds the token, not beyond limit. */
uint32_t attribution_sentence_end(const struct reading *reading, uint32_t token, uint32_t limit);

#endif
