/* chain.h: the sums over all sequences of labels that both trainers of a linear-chain conditional random
 * field need: how far each label's probability is from gold, by the forward and backward sums. */
#ifndef WHOSAID_TOOLS_CHAIN_H
#define WHOSAID_TOOLS_CHAIN_H

#include "labeller.h"

typedef float label_table[MODEL_LABELLER_ROW][MODEL_LABELLER_ROW];

/* Scratch for sequences of up to most tokens. */
struct chain {
    label_scores *scores; /* the caller's: of each label at each token; used up by chain_learn */
    label_scores *errors; /* by chain_learn: gold, 1 or 0, less the label's probability */
    label_table steps;    /* by chain_learn: the same of each label behind another, summed up */
    label_scores *forward, *backward;
};

void chain_init(struct chain *chain, size_t most);
void chain_release(struct chain *chain);

/* Finds the errors, the gradient of the sequence's log likelihood, given what one label behind another is
 * worth. */
void chain_learn(struct chain *chain, label_table transitions, const uint8_t *labels, size_t count);

#endif
