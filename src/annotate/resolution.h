/* resolution.h: which entity each speaker's mention stands for. */
#ifndef WHOSAID_ANNOTATE_RESOLUTION_H
#define WHOSAID_ANNOTATE_RESOLUTION_H

#include "reading.h"

/* Sets the entity of each attribution and fills entities. */
void resolution_run(struct reading *reading);

#endif
