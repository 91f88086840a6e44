/* align.c: see align.h. */
#include "align.h"

#include <string.h>

enum step { STEP_STOP, STEP_PAIR, STEP_SKIP_A, STEP_SKIP_B };

/* What a pair of words is worth, by likeness; a word without partner costs GAP. */
static const int32_t CONTENT_SCORE[] = {0, 6, 8, 9, 10, 10};
static const int32_t OTHER_SCORE[] = {0, 0, 2, 3, 3, 3};
enum { GAP = 1, FOLLOWS = 1 /* for a pair right after a pair: keeps runs together */ };

struct view {
    const struct vocabulary *vocabulary;
    const struct word *a, *b;
    size_t a_count, b_count;
};

static int32_t pair_score(const struct view *view, size_t i, size_t j)
{
    enum word_likeness likeness = words_compare(view->vocabulary, &view->a[i], &view->b[j]);
    if (likeness == LIKENESS_NONE)
        return 0;
    bool content =
        word_has_content(view->vocabulary, &view->a[i]) && word_has_content(view->vocabulary, &view->b[j]);
    return (content ? CONTENT_SCORE : OTHER_SCORE)[likeness];
}

struct cell {
    size_t i, j;
    int32_t score;
};

/* Fills the table row by row; the best cell is where the alignment ends (the first of equals). */
static struct cell fill(struct aligner *aligner, const struct view *view)
{
    size_t width = view->b_count + 1;
    int32_t *row = aligner->scores.data;
    struct cell best = {0};
    memset(row, 0, width * sizeof *row);
    memset(aligner->steps.data, STEP_STOP, width);
    for (size_t i = 1; i <= view->a_count; i++) {
        uint8_t *steps = aligner->steps.data + i * width, *above = steps - width;
        int32_t diagonal = row[0];
        steps[0] = STEP_STOP;
        for (size_t j = 1; j <= view->b_count; j++) {
            int32_t pair = pair_score(view, i - 1, j - 1), score = 0;
            enum step step = STEP_STOP;
            if (pair > 0) {
                score = diagonal + pair + (above[j - 1] == STEP_PAIR ? FOLLOWS : 0);
                step = STEP_PAIR;
            }
            if (row[j] - GAP > score) {
                score = row[j] - GAP;
                step = STEP_SKIP_A;
            }
            if (row[j - 1] - GAP > score) {
                score = row[j - 1] - GAP;
                step = STEP_SKIP_B;
            }
            diagonal = row[j];
            row[j] = score;
            steps[j] = (uint8_t)step;
            if (score > best.score)
                best = (struct cell){i, j, score};
        }
    }
    return best;
}

static void trace(const struct aligner *aligner, const struct view *view, struct cell cell,
                  struct alignment *alignment)
{
    size_t width = view->b_count + 1;
    for (;;) {
        uint8_t step = aligner->steps.data[cell.i * width + cell.j];
        if (step == STEP_STOP)
            return;
        if (step == STEP_PAIR) {
            struct word_pair pair = {(uint32_t)cell.i - 1, (uint32_t)cell.j - 1, 0};
            pair.likeness = words_compare(view->vocabulary, &view->a[pair.a], &view->b[pair.b]);
            vector_push(&alignment->pairs, pair);
        }
        cell.i -= step != STEP_SKIP_B;
        cell.j -= step != STEP_SKIP_A;
    }
}

static void reverse(struct alignment *alignment)
{
    for (size_t i = 0, j = alignment->pairs.size; i + 1 < j; i++) {
        struct word_pair swapped = alignment->pairs.data[i];
        alignment->pairs.data[i] = alignment->pairs.data[--j];
        alignment->pairs.data[j] = swapped;
    }
}

enum { MOST_APART = 4 }; /* words of either between an end that is alike and the rest of the alignment */

/* How many words the two have in common from (a, b) on, step by step, before either ends there. */
static size_t count_alike(const struct view *view, size_t a, size_t b, size_t most, int step)
{
    size_t alike = 0;
    while (alike < most && view->a[a].form == view->b[b].form) {
        alike++;
        a += (size_t)step;
        b += (size_t)step;
    }
    return alike;
}

/* The table leaves an end that is alike where a change of several words next to it costs more than it gains:
 * the two are told all the same. */
static void extend_ends(const struct view *view, struct alignment *alignment)
{
    if (!alignment->pairs.size)
        return;
    struct word_pair first = alignment->pairs.data[0], last = vector_last(&alignment->pairs);
    size_t n = first.a, m = first.b, head = count_alike(view, 0, 0, n < m ? n : m, 1);
    if (n - head > MOST_APART || m - head > MOST_APART)
        head = 0;
    n = view->a_count - last.a - 1;
    m = view->b_count - last.b - 1;
    size_t tail = count_alike(view, view->a_count - 1, view->b_count - 1, n < m ? n : m, -1);
    if (n - tail > MOST_APART || m - tail > MOST_APART)
        tail = 0;
    size_t size = alignment->pairs.size;
    for (size_t i = 0; i < head + tail; i++)
        (void)vector_add(&alignment->pairs);
    memmove(alignment->pairs.data + head, alignment->pairs.data, size * sizeof *alignment->pairs.data);
    for (uint32_t i = 0; i < head; i++)
        alignment->pairs.data[i] = (struct word_pair){i, i, LIKENESS_EXACT};
    for (size_t i = 0; i < tail; i++)
        alignment->pairs.data[head + size + i] = (struct word_pair){
            (uint32_t)(view->a_count - tail + i), (uint32_t)(view->b_count - tail + i), LIKENESS_EXACT};
}

static void measure(const struct view *view, struct alignment *alignment)
{
    uint32_t run = 0;
    alignment->content = alignment->synonyms = alignment->region_content = alignment->longest_run = 0;
    for (size_t k = 0; k < alignment->pairs.size; k++) {
        const struct word_pair *pair = &alignment->pairs.data[k];
        bool content = word_has_content(view->vocabulary, &view->b[pair->b]) &&
                       word_has_content(view->vocabulary, &view->a[pair->a]);
        alignment->content += content;
        alignment->synonyms += content && pair->likeness == LIKENESS_SYNONYM;
        bool follows = k > 0 && pair[-1].a + 1 == pair->a && pair[-1].b + 1 == pair->b;
        run = pair->likeness < LIKENESS_NUMBER ? 0 : follows ? run + 1 : 1;
        if (run > alignment->longest_run)
            alignment->longest_run = run;
    }
    if (alignment->pairs.size)
        for (size_t j = alignment->pairs.data[0].b; j <= vector_last(&alignment->pairs).b; j++)
            alignment->region_content += word_has_content(view->vocabulary, &view->b[j]);
}

void align_statements(struct aligner *aligner, const struct statements *statements, const struct statement *a,
                      const struct statement *b, struct alignment *alignment)
{
    struct view view = {statements->vocabulary, statement_words(statements, a),
                        statement_words(statements, b), a->count, b->count};
    vector_clear(&aligner->steps);
    vector_clear(&aligner->scores);
    vector_clear(&alignment->pairs);
    vector_reserve(&aligner->steps, (view.a_count + 1) * (view.b_count + 1));
    vector_reserve(&aligner->scores, view.b_count + 1);
    trace(aligner, &view, fill(aligner, &view), alignment);
    reverse(alignment);
    extend_ends(&view, alignment);
    measure(&view, alignment);
}

void aligner_release(struct aligner *aligner)
{
    vector_release(&aligner->steps);
    vector_release(&aligner->scores);
}

void alignment_release(struct alignment *alignment)
{
    vector_release(&alignment->pairs);
}
