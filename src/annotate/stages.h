/* stages.h: all stages of the annotator in order, for annotate() and for whatever looks behind it. */
#ifndef WHOSAID_ANNOTATE_STAGES_H
#define WHOSAID_ANNOTATE_STAGES_H

#include "reading.h"

/* Fills a reading as annotate() does before it makes the blob: attribution i becomes quotation i. */
void stages_run(struct reading *reading, const struct article *article, struct arena *arena);

#endif
