/* calibration.c: see calibration.h. */
#include "calibration.h"

#include "rules.h"

static const struct curve {
    struct calibration_point points[CALIBRATION_MOST_POINTS];
    size_t count;
} curves[CALIBRATION_COUNT] = {
#include "calibration.def"
};

enum calibration calibration_of(const struct attribution *a)
{
    return a->rule == RULE_MODEL ? CALIBRATION_MODEL : CALIBRATION_RULES;
}

float calibration_share(const struct calibration_point *points, size_t count, float raw)
{
    size_t next = 0;
    while (next < count && points[next].raw < raw)
        next++;
    if (count == 0)
        return raw;
    if (next == 0 || next == count)
        return points[next ? count - 1 : 0].share;
    const struct calibration_point *a = &points[next - 1], *b = &points[next];
    return a->share + (b->share - a->share) * (raw - a->raw) / (b->raw - a->raw);
}

void calibration_run(struct reading *reading)
{
    for (size_t i = 0; i < reading->attribution_count; i++) {
        struct attribution *a = &reading->attributions[i];
        const struct curve *curve = &curves[calibration_of(a)];
        a->confidence = calibration_share(curve->points, curve->count, a->confidence);
    }
}
