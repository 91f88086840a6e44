/* calibration.h: makes confidences say how often such a quotation is right: of those with 0.8, eight in ten.
 *
 * What the stages before leave is only an order: rules have a prior, the model the probability of a border.
 * The curves that turn it into a share were measured on articles held out from training; tools/calibrate
 * makes them (calibration.def), anew whenever the model is. */
#ifndef WHOSAID_ANNOTATE_CALIBRATION_H
#define WHOSAID_ANNOTATE_CALIBRATION_H

#include "reading.h"

/* What is found in different ways is right in different ways: each has a curve. */
enum calibration { CALIBRATION_RULES, CALIBRATION_MODEL, CALIBRATION_COUNT };

/* A point of a curve; from one to the next it runs straight, and before the first and behind
 * the last level. */
struct calibration_point {
    float raw, share;
};

enum { CALIBRATION_MOST_POINTS = 48 };

/* The curve of what was found in this way. */
enum calibration calibration_of(const struct attribution *attribution);

/* The share of a curve of count points, ascending in both, at a raw confidence; raw itself without points. */
float calibration_share(const struct calibration_point *points, size_t count, float raw);

/* Puts the measured share in place of each attribution's raw confidence. */
void calibration_run(struct reading *reading);

#endif
