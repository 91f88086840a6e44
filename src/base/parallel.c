/* parallel.c: a counter that the threads take indices from. */
#include "whosaid/base/parallel.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

enum { MOST_THREADS = 64 };

struct run {
    atomic_size_t next;
    size_t count;
    void (*work)(void *context, size_t index);
    void *context;
};

static void *take_items(void *argument)
{
    struct run *run = argument;
    for (size_t i; (i = atomic_fetch_add(&run->next, 1)) < run->count;)
        run->work(run->context, i);
    return NULL;
}

unsigned parallel_processors(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    int count = CPU_COUNT(&set);
    return count > 0 ? (unsigned)count : 1;
}

void parallel_each(size_t count, unsigned jobs, void (*work)(void *context, size_t index), void *context)
{
    struct run run = {.count = count, .work = work, .context = context};
    pthread_t threads[MOST_THREADS];
    unsigned started = 0;

    if (jobs == 0)
        jobs = parallel_processors();
    while (started + 1 < jobs && started + 1 < count && started < MOST_THREADS) {
        if (pthread_create(&threads[started], NULL, take_items, &run) != 0)
            break;
        started++;
    }
    take_items(&run);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
}
