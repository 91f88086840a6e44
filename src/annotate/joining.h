/* joining.h: the one place where rules and model meet.
 *
 * Where certainty is full the rules decide: what stands in marks and has a cue stays a direct quotation. The
 * labeller takes these words as given, sees what the rules made of the rest, and decides: borders of cues and
 * speakers, and all mixed and indirect quotations. */
#ifndef WHOSAID_ANNOTATE_JOINING_H
#define WHOSAID_ANNOTATE_JOINING_H

#include "attribution.h"
#include "labeller.h"
#include "model.h"
#include "observation.h"

/* Reads the words of all paragraphs: parts of speech and dependencies. One step after the other goes over the
 * whole article, so that its table stays in the caches meanwhile. One a paragraph, in the reading's arena. */
struct observations *joining_parse(const struct model *model, const struct reading *reading);

/* Adds to what joining_parse saw of a paragraph what else the labeller sees: what the rules made of it, and
 * all that follows from parts of speech and dependencies. found as in joining_run. */
void joining_observe(const struct attribution *found, size_t count, struct observations *parsed);

/* Appends the attributions of a paragraph to joined, in no order. found holds what the rules made of it, and
 * may hold attributions of the paragraph before that go on in it. observed is what joining_parse and
 * joining_observe made of it, scores what the model says of its tokens, which is used up. Linear. */
void joining_run(const struct model *model, const struct reading *reading, const struct paragraph *paragraph,
                 const struct attribution *found, size_t count, const struct observations *observed,
                 label_scores *scores, attribution_vector *joined);

#endif
