/* annotate_speed.c [PATH]: how many megabytes a second the annotator reads, on one thread and on all of them,
 * beside two floors of the same run over the same bytes: a copy, and counting characters as `wc -m` does.
 *
 * Prints figures and asserts none. Articles are loaded once, before the clock starts: only annotate() is
 * measured. PATH is the bundled corpus unless given. */
#include "whosaid/annotate/annotate.h"
#include "whosaid/base/memory.h"
#include "whosaid/base/parallel.h"
#include "whosaid/corpus/corpus.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

/* Many short repetitions, since a machine that others use is seldom quiet for long. */
enum { LEAST_BYTES = 1 << 15, REPETITIONS = 300 };

struct articles {
    struct article **data;
    size_t count;
    size_t bytes;       /* of all the texts */
    size_t rounds;      /* how often each is annotated, so that a repetition reads LEAST_BYTES */
    struct strbuf text; /* all the texts, for the floors */
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void load(struct articles *articles, const char *path)
{
    struct corpus *corpus = corpus_open(&path, 1, NULL, NULL);
    articles->data = memory_calloc(corpus_size(corpus), sizeof *articles->data);
    strbuf_init(&articles->text);
    for (size_t i = 0; i < corpus_size(corpus); i++) {
        struct article *article = corpus_load(corpus, i, NULL);
        if (!article)
            continue;
        strbuf_add_str(&articles->text, article_text(article));
        articles->data[articles->count++] = article;
    }
    articles->bytes = articles->text.size;
    articles->rounds = articles->bytes ? LEAST_BYTES / articles->bytes + 1 : 0;
    corpus_free(corpus);
}

static void annotate_one(void *context, size_t index)
{
    const struct articles *articles = context;
    free(annotate(articles->data[index % articles->count]));
}

static void copy_all(struct articles *articles)
{
    char *copy = memory_alloc(articles->bytes);
    for (size_t i = 0; i < articles->rounds; i++) {
        memcpy(copy, articles->text.data, articles->bytes);
        __asm__ volatile("" : : "r"(copy) : "memory"); /* the copy is made, though nobody reads it */
    }
    free(copy);
}

static void count_characters(struct articles *articles)
{
    volatile size_t characters = 0;
    for (size_t i = 0; i < articles->rounds; i++) {
        mbstate_t state = {0};
        const char *at = articles->text.data, *end = at + articles->bytes;
        while (at < end) {
            size_t size = mbrlen(at, (size_t)(end - at), &state);
            at += size == 0 || size > (size_t)(end - at) ? 1 : size;
            characters++;
        }
    }
}

static void annotate_alone(struct articles *articles)
{
    parallel_each(articles->count * articles->rounds, 1, annotate_one, articles);
}

static void annotate_together(struct articles *articles)
{
    parallel_each(articles->count * articles->rounds, 0, annotate_one, articles);
}

/* The best of the repetitions, in megabytes a second: what is left when the machine is least busy. */
static double speed(struct articles *articles, void (*work)(struct articles *articles))
{
    double best = 0;
    for (int i = 0; i < REPETITIONS; i++) {
        double start = now();
        work(articles);
        double seconds = now() - start;
        double rate = (double)(articles->bytes * articles->rounds) / 1e6 / (seconds > 0 ? seconds : 1e-9);
        best = rate > best ? rate : best;
    }
    return best;
}

int main(int argc, char **argv)
{
    struct articles articles = {0};
    setlocale(LC_ALL, "C.UTF-8");
    load(&articles, argc > 1 ? argv[1] : SOURCE_ROOT "/corpus");
    if (!articles.count) {
        fprintf(stderr, "annotate-speed: no articles\n");
        return 1;
    }
    double copy = speed(&articles, copy_all), count = speed(&articles, count_characters);
    double alone = speed(&articles, annotate_alone), together = speed(&articles, annotate_together);
    printf("%zu articles, %zu bytes, best of %d\n", articles.count, articles.bytes, REPETITIONS);
    printf("copying                 %8.0f MB/s\n", copy);
    printf("counting characters     %8.0f MB/s\n", count);
    printf("annotating, one thread  %8.1f MB/s, 1/%.0f of counting\n", alone, count / alone);
    printf("annotating, %2u threads  %8.1f MB/s, %.2f times one\n", parallel_processors(), together,
           together / alone);
    for (size_t i = 0; i < articles.count; i++)
        free(articles.data[i]);
    free(articles.data);
    strbuf_release(&articles.text);
    return 0;
}
