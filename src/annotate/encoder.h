/* encoder.h: a small recurrent network that reads a paragraph forwards and backwards and says of each token
 * how well each label fits it. The labeller adds that to what its own features say: the network sees the
 * whole sentence, the features see the words near by exactly, and they err in different places.
 *
 * Of each token it sums up the rows of a table that the token's features name (an embedding each), and lets
 * two layers of simple recurrent units run over these sums (Lei et al., "Simple Recurrent Units for Highly
 * Parallelizable Recurrence", 2018, without the highway): a state's gates depend on the token alone, so all
 * multiplication can be done before the state runs along. tools/train_encoder.c fits it. */
#ifndef WHOSAID_ANNOTATE_ENCODER_H
#define WHOSAID_ANNOTATE_ENCODER_H

#include "labeller.h"

enum {
    ENCODER_FEATURES = 40,
    ENCODER_MOST_TOKENS = 512, /* that are read together; what of a paragraph is longer is read in pieces */
};

/* The rows of the encoder's table that stand for the token at index. */
void encoder_features(const struct observations *observations, size_t index, uint32_t rows[ENCODER_FEATURES]);

/* Adds to scores what the network says of each token. Linear. */
void encoder_score(const struct model *model, const struct observations *observations, label_scores *scores);

/* The same for the token at index alone. In the time of one piece. */
void encoder_score_token(const struct model *model, const struct observations *observations, size_t index,
                         float scores[MODEL_LABELLER_ROW]);

/* What a state, or a sum of embeddings, is bent by: tanh to within 0.03, by division instead of powers (its
 * continued fraction, cut short and clipped where it reaches 1). */
static inline float encoder_bend(float x)
{
    x = x > 3 ? 3 : x < -3 ? -3 : x;
    return x * (27 + x * x) / (27 + 9 * x * x);
}

/* How much of a state a gate keeps, of 1: the logistic function in the same manner. Open at first. */
static inline float encoder_gate(float x)
{
    return 0.5f + 0.5f * encoder_bend(0.5f * x + 0.5f);
}

#endif
