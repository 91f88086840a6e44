/* loader.c: see loader.h. The thread's last act is to close its end of a pipe, which makes the other end
 * readable. */
#include "whosaid/library/loader.h"

#include "meter.h"

#include "whosaid/base/memory.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

struct library_loader {
    const char *const *paths;
    size_t count;
    unsigned jobs;
    corpus_report *report;
    void *context;
    struct meter meter;
    struct library *library; /* the thread's, until it is joined */
    pthread_t thread;
    int done[2]; /* a pipe */
};

static void *load(void *argument)
{
    struct library_loader *loader = argument;
    loader->library = library_open_metered(loader->paths, loader->count, loader->jobs, loader->report,
                                           loader->context, &loader->meter);
    close(loader->done[1]);
    return NULL;
}

/* Signals are for the thread that has the terminal. */
static bool start_thread(struct library_loader *loader)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&loader->thread, NULL, load, loader) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

struct library_loader *library_loader_start(const char *const *paths, size_t count, unsigned jobs,
                                            corpus_report *report, void *context)
{
    struct library_loader *loader = memory_calloc(1, sizeof *loader);
    loader->paths = paths;
    loader->count = count;
    loader->jobs = jobs;
    loader->report = report;
    loader->context = context;
    if (pipe2(loader->done, O_CLOEXEC) != 0) {
        free(loader);
        return NULL;
    }
    if (start_thread(loader))
        return loader;
    close(loader->done[0]);
    close(loader->done[1]);
    free(loader);
    return NULL;
}

int library_loader_descriptor(const struct library_loader *loader)
{
    return loader->done[0];
}

struct library_progress library_loader_progress(const struct library_loader *loader)
{
    return (struct library_progress){
        .done = atomic_load(&loader->meter.done),
        .total = atomic_load(&loader->meter.total),
        .comparing = atomic_load(&loader->meter.comparing),
    };
}

struct library *library_loader_finish(struct library_loader *loader)
{
    pthread_join(loader->thread, NULL);
    struct library *library = loader->library;
    close(loader->done[0]);
    free(loader);
    return library;
}
