/* labeller_explain.c: see labeller_explain.h. A token's score is a sum over its features and what the encoder
 * says of it; here the features are summed up group by group. What the labels beside it add is left out. */
#include "labeller_explain.h"

#include "encoder.h"

static float group_weight(const struct model *model, const uint32_t *rows, size_t first, size_t end,
                          enum label label)
{
    int sum = 0;
    for (size_t f = first; f < end; f++) {
        const int8_t *weights = model->labeller + (size_t)rows[f] * MODEL_LABELLER_ROW;
        sum += weights[label] - weights[LABEL_NONE];
    }
    return (float)sum * model->head.labeller_scale;
}

static float encoder_weight(const struct model *model, const struct observations *observations, size_t index,
                            enum label label)
{
    float scores[MODEL_LABELLER_ROW] = {0};
    encoder_score_token(model, observations, index, scores);
    return scores[label] - scores[LABEL_NONE];
}

/* Puts a reason in its place among those that speak for the label. Returns how many there are then. */
static size_t add_reason(struct labeller_reason *reasons, size_t count, const char *name, float weight)
{
    size_t place = count;
    if (weight <= 0)
        return count;
    for (; place > 0 && reasons[place - 1].weight < weight; place--)
        reasons[place] = reasons[place - 1];
    reasons[place] = (struct labeller_reason){name, weight};
    return count + 1;
}

size_t labeller_explain(const struct model *model, const struct observations *observations, size_t index,
                        enum label label, struct labeller_reason reasons[LABELLER_REASONS])
{
    uint32_t rows[LABELLER_MOST_FEATURES];
    size_t ends[LABELLER_GROUPS], count = 0;
    labeller_features_by_group(observations, index, rows, ends);
    for (size_t g = 0; g < LABELLER_GROUPS; g++)
        count = add_reason(reasons, count, labeller_group_name(g),
                           group_weight(model, rows, g ? ends[g - 1] : 0, ends[g], label));
    return add_reason(reasons, count, "how the paragraph reads as a whole",
                      encoder_weight(model, observations, index, label));
}
