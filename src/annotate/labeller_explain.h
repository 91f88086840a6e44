/* labeller_explain.h: which features of a token spoke most for a label. Only for explanations: annotating
 * never calls it. */
#ifndef WHOSAID_ANNOTATE_LABELLER_EXPLAIN_H
#define WHOSAID_ANNOTATE_LABELLER_EXPLAIN_H

#include "labeller.h"

enum { LABELLER_REASONS = LABELLER_GROUPS + 1 };

/* What a group of templates, or the encoder, adds to a label's score beyond what it adds to none at all. */
struct labeller_reason {
    const char *name; /* static, to stand behind "by" */
    float weight;
};

/* Fills reasons with what speaks for the label at the token at index, the strongest first. Returns how many
 * do. */
size_t labeller_explain(const struct model *model, const struct observations *observations, size_t index,
                        enum label label, struct labeller_reason reasons[LABELLER_REASONS]);

#endif
