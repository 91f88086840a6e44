/* sink.c: see sink.h. */
#include "sink.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

enum { ENOUGH = 1 << 16 };

void sink_init(struct sink *sink, int descriptor)
{
    *sink = (struct sink){.descriptor = descriptor};
    strbuf_init(&sink->waiting);
}

void sink_release(struct sink *sink)
{
    strbuf_release(&sink->waiting);
}

/* A descriptor may come non-blocking from whoever shares it; then this waits as a blocking one would. */
static bool may_try_again(struct sink *sink)
{
    if (errno == EINTR)
        return true;
    if (errno != EAGAIN)
        return false;
    struct pollfd wait = {.fd = sink->descriptor, .events = POLLOUT};
    return poll(&wait, 1, -1) >= 0 || errno == EINTR;
}

bool sink_flush(struct sink *sink)
{
    size_t written = 0;
    while (!sink->failure && written < sink->waiting.size) {
        ssize_t size = write(sink->descriptor, sink->waiting.data + written, sink->waiting.size - written);
        if (size >= 0)
            written += (size_t)size;
        else if (!may_try_again(sink))
            sink->failure = errno;
    }
    strbuf_clear(&sink->waiting);
    return !sink->failure;
}

bool sink_add(struct sink *sink, struct str text)
{
    strbuf_add_str(&sink->waiting, text);
    return sink->waiting.size < ENOUGH ? !sink->failure : sink_flush(sink);
}
