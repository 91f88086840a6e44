/* brat.h: the quotations of one article as brat's standoff format, to be kept as NAME.ann beside NAME.txt.
 *
 *     T1	Quotation 95 118;140 160	“The berths are sound,” “and the cranes turn.”
 *     A1	Kind T1 direct
 *     T2	Speaker 120 128	Ida Lund
 *     R1	SaidBy Arg1:T1 Arg2:T2
 *
 * Offsets are code points of the printed text: give it the file itself (--verbatim), which brat reads. */
#ifndef WHOSAID_OUTPUT_BRAT_H
#define WHOSAID_OUTPUT_BRAT_H

#include "whosaid/output/output.h"

/* Appends an article's quotations, their speakers and cues; the text is that of the article. */
void brat_annotate(const struct output_text *text, const struct annotations *annotations, struct strbuf *out);

#endif
