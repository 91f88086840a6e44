/* bench_claims.c: how long the claims of one story take, by the number of its articles, annotation aside.
 *
 * Prints figures and asserts none. The articles are made up: each tells a share of one stock of sentences and
 * quotations, some words changed, so that every outlet shares most of what it tells with many others. */
#include "whosaid/annotate/annotate.h"
#include "whosaid/base/array.h"
#include "whosaid/base/memory.h"
#include "whosaid/claims/claims.h"
#include "whosaid/corpus/corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { STOCK = 60, PARAGRAPHS = 22, REPETITIONS = 5, MOST_ARTICLES = 400 };

static const char *const NAMES[] = {"Orlova", "Tresk",  "Ruiz",    "Achebe", "Lind",
                                    "Stavik", "Norvia", "Hendrik", "Brandt", "Eide"};
static const char *const NOUNS[] = {"harbour", "budget",   "treaty", "bridge",  "harvest",
                                    "verdict", "pipeline", "ferry",  "census",  "strike",
                                    "tunnel",  "reactor",  "border", "election"};
static const char *const VERBS[] = {"opened",    "delayed",  "welcomed", "rejected",
                                    "inspected", "repaired", "defended", "closed"};

/* A small generator (Knuth's MMIX constants), so that every run measures the same articles. */
static unsigned pick(uint64_t *state, unsigned count)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*state >> 33) % count;
}

#define PICK(list, state) list[pick(state, (unsigned)(LENGTH(list)))]

/* Sentence number `item` of the stock, with a word of its own now and then. */
static void write_sentence(struct strbuf *text, unsigned item, uint64_t *state)
{
    uint64_t own = item * 7919u + 1;
    const char *name = PICK(NAMES, &own), *noun = PICK(NOUNS, &own), *verb = PICK(VERBS, &own);
    const char *other = PICK(NAMES, &own), *thing = PICK(NOUNS, &own);
    unsigned number = 20 + pick(&own, 900);
    if (pick(state, 8) == 0)
        noun = PICK(NOUNS, state);
    if (item % 3 == 0)
        strbuf_add_format(text,
                          "“The %s of %s will need %u workers before the %s is %s,” %s said on Monday.\n\n",
                          noun, other, number, thing, verb, name);
    else
        strbuf_add_format(text, "%s %s the %s near %s on Tuesday after %u people asked for a new %s.\n\n",
                          name, verb, noun, other, number, thing);
}

static struct document make_document(unsigned number)
{
    struct strbuf text;
    char name[32];
    uint64_t state = number + 1;
    snprintf(name, sizeof name, "outlet-%u.txt", number);
    strbuf_init(&text);
    strbuf_add_format(&text, "Stavik votes on the Orlova bridge\n\nThe council of Stavik in Norvia votes on "
                             "the Orlova bridge.\n\n");
    for (unsigned i = 0; i < PARAGRAPHS; i++)
        write_sentence(&text, pick(&state, STOCK), &state);
    struct article *article = article_from_plain_text(name, strbuf_str(&text));
    strbuf_release(&text);
    return (struct document){article, annotate(article)};
}

/* Seconds of this process on the processor: others may use the machine. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void measure(const struct document *documents, size_t count)
{
    double best = 1e9;
    size_t claims = 0, stories = 0;
    for (int i = 0; i < REPETITIONS; i++) {
        double start = now();
        struct claims *found = claims_find(documents, count);
        double seconds = now() - start;
        best = seconds < best ? seconds : best;
        claims = found->claim_count;
        stories = found->story_count;
        claims_free(found);
    }
    printf("%4zu articles, %zu %s, %5zu claims: %7.1f ms, %.2f an article\n", count, stories,
           stories == 1 ? "story" : "stories", claims, best * 1e3, best * 1e3 / (double)count);
}

int main(void)
{
    struct document *documents = memory_calloc(MOST_ARTICLES, sizeof *documents);
    for (unsigned i = 0; i < MOST_ARTICLES; i++)
        documents[i] = make_document(i);
    printf("%d paragraphs an article; the best of %d, processor time\n", PARAGRAPHS, REPETITIONS);
    for (size_t count = 25; count <= MOST_ARTICLES; count *= 2)
        measure(documents, count);
    for (unsigned i = 0; i < MOST_ARTICLES; i++) {
        free((void *)documents[i].article);
        free((void *)documents[i].annotations);
    }
    free(documents);
    return 0;
}
