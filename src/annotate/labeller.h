/* labeller.h: a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) that says which
 * tokens of a paragraph are sources, cues and contents. */
#ifndef WHOSAID_ANNOTATE_LABELLER_H
#define WHOSAID_ANNOTATE_LABELLER_H

#include "observation.h"

enum { LABELLER_MOST_FEATURES = 160, LABELLER_GROUPS = 10 };

typedef float label_scores[MODEL_LABELLER_ROW];

/* The rows of the labeller's table that speak for the token at index. */
size_t labeller_features(const struct observations *observations, size_t index, uint32_t *rows);

/* The same, and behind which row each group of templates ends. */
size_t labeller_features_by_group(const struct observations *observations, size_t index, uint32_t *rows,
                                  size_t ends[LABELLER_GROUPS]);

/* What a group of templates goes by: "the words there". Static. */
const char *labeller_group_name(size_t group);

/* What the model's features and the encoder say of each token. scores has room for all. */
void labeller_score(const struct model *model, const struct observations *observations, label_scores *scores);

/* The same for count paragraphs, one behind the other in scores: first the features of them all, then the
 * encoder, so that each one's table stays in the caches meanwhile. */
void labeller_score_all(const struct model *model, const struct observations *paragraphs, size_t count,
                        label_scores *scores);

/* The best sequence of labels for count tokens (Viterbi). Linear. */
void labeller_decode(const struct model_head *head, const label_scores *scores, size_t count,
                     uint8_t *labels);

/* How sure each label of a sequence is: its probability at its token, by the forward and backward sums. */
void labeller_marginals(const struct model_head *head, const label_scores *scores, size_t count,
                        const uint8_t *labels, float *probabilities);

#endif
