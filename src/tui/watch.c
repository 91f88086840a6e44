/* watch.c: see watch.h. By inotify(7). */
#include "watch.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* The folder that a file lies in. Caller frees. */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? memory_copy_string(path, slash == path ? 1 : (size_t)(slash - path))
                 : memory_copy_string(".", 1);
}

void watch_set(struct watch *watch, const char *path)
{
    watch_close(watch);
    if (!path)
        return;
    char *folder = folder_of(path);
    watch->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch->descriptor >= 0 &&
        inotify_add_watch(watch->descriptor, folder, IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR) < 0)
        watch_close(watch);
    free(folder);
}

void watch_close(struct watch *watch)
{
    if (watch->descriptor >= 0)
        close(watch->descriptor);
    watch->descriptor = -1;
}

bool watch_take(struct watch *watch)
{
    char events[4096];
    bool any = false;
    while (watch->descriptor >= 0 && read(watch->descriptor, events, sizeof events) > 0)
        any = true;
    return any;
}
