/* labeller_explain.c: see labeller_explain.h. The labeller is linear, so a token's score is a sum over its
 * features; here it is summed up group by group. What the labels beside it add is left out. */
#include "labeller_explain.h"

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

size_t labeller_explain(const struct model *model, const struct observations *observations, size_t index,
                        enum label label, struct labeller_reason reasons[LABELLER_GROUPS])
{
    uint32_t rows[LABELLER_MOST_FEATURES];
    size_t ends[LABELLER_GROUPS], count = 0;
    labeller_features_by_group(observations, index, rows, ends);
    for (size_t g = 0; g < LABELLER_GROUPS; g++) {
        float weight = group_weight(model, rows, g ? ends[g - 1] : 0, ends[g], label);
        size_t place = count;
        if (weight <= 0)
            continue;
        for (; place > 0 && reasons[place - 1].weight < weight; place--)
            reasons[place] = reasons[place - 1];
        reasons[place] = (struct labeller_reason){labeller_group_name(g), weight};
        count++;
    }
    return count;
}
