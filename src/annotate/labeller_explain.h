/* labeller_explain.h: which features of a token spoke most for a label. Only for explanations: annotating
 * never calls it. */
#ifndef WHOSAID_ANNOTATE_LABELLER_EXPLAIN_H
#define WHOSAID_ANNOTATE_LABELLER_EXPLAIN_H

#include "labeller.h"

/* What a group of templates adds to a label's score beyond what it adds to none at all. */
struct labeller_reason {
    const char *group; /* labeller_group_name */
    float weight;
};

/* Fills reasons with the groups that speak for the label at the token at index, the strongest first. Returns
 * how many do. */
size_t labeller_explain(const struct model *model, const struct observations *observations, size_t index,
                        enum label label, struct labeller_reason reasons[LABELLER_GROUPS]);

#endif
