/* attributions.h: whose statement a claim is, in one outlet and in another. */
#ifndef WHOSAID_CLAIMS_ATTRIBUTIONS_H
#define WHOSAID_CLAIMS_ATTRIBUTIONS_H

#include "readings.h"

/* Adds a difference of speaker to readings, if versions attribute the claim to different ones, or one of them
 * prints the words as its own. The same person under another name or role is no difference, and who may be
 * anybody, "some aides", is in no reading. */
void attributions_find(struct readings *readings);

/* Why a difference of speaker counts, by what the speakers are: a person here and an office there, a document
 * and who wrote it. Static. */
const char *attributions_why(const struct comparison *comparison, const struct difference *difference);

#endif
