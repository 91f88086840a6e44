/* joining.h: the one place where rules and model meet.
 *
 * Where certainty is full the rules decide: what stands in marks and has a cue stays a direct quotation. The
 * labeller takes these words as given, sees what the rules made of the rest, and decides: borders of cues and
 * speakers, and all mixed and indirect quotations. */
#ifndef WHOSAID_ANNOTATE_JOINING_H
#define WHOSAID_ANNOTATE_JOINING_H

#include "attribution.h"
#include "model.h"
#include "observation.h"

/* What the labeller sees of a paragraph: its words, and what the rules made of them. In the reading's arena.
 */
void joining_observe(const struct model *model, const struct reading *reading,
                     const struct paragraph *paragraph, const struct attribution *found, size_t count,
                     struct observations *observations);

/* Appends the attributions of a paragraph to joined, in no order. found holds what the rules made of it, and
 * may hold attributions of the paragraph before that go on in it. Linear. */
void joining_run(const struct model *model, const struct reading *reading, const struct paragraph *paragraph,
                 const struct attribution *found, size_t count, attribution_vector *joined);

#endif
