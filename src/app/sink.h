/* sink.h: standard output in large writes, which knows when nobody listens any more. */
#ifndef WHOSAID_APP_SINK_H
#define WHOSAID_APP_SINK_H

#include "whosaid/base/string.h"

struct sink {
    int descriptor;
    struct strbuf waiting;
    int failure; /* errno of the write that failed; 0 while all is well */
};

void sink_init(struct sink *sink, int descriptor);
void sink_release(struct sink *sink); /* without writing what waits */

/* Appends text. False once a write has failed: the caller may stop working. */
bool sink_add(struct sink *sink, struct str text);
bool sink_flush(struct sink *sink);

#endif
