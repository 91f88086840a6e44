/* runs.c: see runs.h. */
#include "runs.h"

#include "cues.h"
#include "phrases.h"
#include "syntax.h"
#include "tagger.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

void labelled_open(struct labelled *l, const struct reading *reading, const struct paragraph *paragraph)
{
    size_t tokens = paragraph->tokens.end - paragraph->tokens.first;
    *l = (struct labelled){.reading = reading, .paragraph = paragraph};
    l->labels = memory_calloc(tokens + 1, sizeof *l->labels);
    l->probabilities = memory_calloc(tokens + 1, sizeof *l->probabilities);
    l->certain = memory_calloc(tokens + 1, sizeof *l->certain);
}

void labelled_close(struct labelled *l)
{
    for (int kind = 0; kind < RUN_KINDS; kind++)
        vector_release(&l->runs[kind]);
    free(l->labels);
    free(l->probabilities);
    free(l->certain);
}

/* Rules name speakers, and carry on quotations, across paragraphs. */
static bool is_inside(const struct labelled *l, uint32_t token)
{
    return l->paragraph->tokens.first <= token && token < l->paragraph->tokens.end;
}

uint8_t labelled_at(const struct labelled *l, uint32_t token)
{
    return is_inside(l, token) ? l->labels[token - l->paragraph->tokens.first] : LABEL_NONE;
}

bool labelled_is_certain(const struct labelled *l, uint32_t token)
{
    return is_inside(l, token) && l->certain[token - l->paragraph->tokens.first];
}

bool labelled_only_attributes(const struct labelled *l, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++)
        if (token_is_word(reading_token(l->reading, t)) && labelled_at(l, t) == LABEL_NONE)
            return false;
    return true;
}

bool labelled_has_loose_marks(const struct labelled *l, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end && t < l->paragraph->tokens.end; t++)
        if (l->reading->tokens[t].shape == TOKEN_OPEN && !labelled_is_certain(l, t))
            return true;
    return false;
}

/* A cue without the time that ends it: "stated last week". */
static uint32_t without_time(const struct reading *r, struct stretch cue)
{
    static const char *const words[] = {"last", "this",    "week",  "month",
                                        "year", "earlier", "night", "morning"};
    uint32_t end = cue.end;
    for (bool time = true; time && end > cue.first + 1; end -= time) {
        time = reading_has(r, end - 1, TAG_WEEKDAY | TAG_MONTH) ||
               (end < cue.end && reading_is(r, end - 1, "on")) ||
               (end < cue.end && reading_is(r, end - 1, "in")) ||
               reading_token(r, end - 1)->shape == TOKEN_NUMBER || READING_IS_ONE_OF(r, end - 1, words);
    }
    return end;
}

/* Whether a word links sentences and is no part of a name or a noun: "Yet Olsen", "Olsen also". */
static bool links_sentences(const struct reading *r, uint32_t i)
{
    static const char *const words[] = {"yet",  "but",     "and",       "so",       "still",  "also",
                                        "then", "however", "meanwhile", "although", "though", "while"};
    return READING_IS_ONE_OF(r, i, words);
}

/* Whether the last word of a source is none of it: "an aide who". */
static bool ends_mention(const struct reading *r, struct stretch source)
{
    return links_sentences(r, source.end - 1) ||
           (source.end > source.first + 1 && reading_has(r, source.end - 1, TAG_RELATIVE));
}

/* A source without words at its borders that link sentences, and without a participle's phrase that opens the
 * sentence: "Facing a strike, Olsen". Empty when nothing is left. */
static struct stretch without_asides(const struct labelled *l, struct stretch source)
{
    const struct reading *r = l->reading;
    const struct observation *opening = labelled_observation(l, source.first);
    for (uint32_t t = source.first; opening->first && opening->part == PART_VBG && t + 1 < source.end; t++)
        if (reading_is(r, t, ",")) {
            source.first = t + 1;
            break;
        }
    while (source.first < source.end && links_sentences(r, source.first))
        source.first++;
    if (source.end > source.first + 2 && phrase_is_span_of_time(r, source.first))
        source.first += 2;
    while (source.first < source.end && ends_mention(r, source))
        source.end--;
    return source;
}

/* Where what somebody said ends: with the sentence, unless words in marks are in it, which may go on. */
static uint32_t content_end(const struct reading *r, struct stretch content)
{
    uint32_t end = content.end, sentence = r->tokens[content.first].sentence;
    for (uint32_t t = content.first; t < content.end; t++) {
        if (r->tokens[t].shape == TOKEN_OPEN || r->tokens[t].shape == TOKEN_CLOSE)
            return content.end;
        if (end == content.end && r->tokens[t].sentence != sentence)
            end = t;
    }
    while (end < content.end && end > content.first + 1 && !token_is_word(&r->tokens[end - 1]))
        end--; /* the full stop */
    return end;
}

void labelled_find_runs(struct labelled *l)
{
    uint32_t first = l->paragraph->tokens.first, count = l->paragraph->tokens.end - first;
    for (int kind = 0; kind < RUN_KINDS; kind++)
        l->runs[kind].size = 0;
    for (uint32_t i = 0, end; i < count; i = end) {
        end = i + 1;
        if (l->labels[i] == LABEL_NONE)
            continue;
        while (end < count && l->labels[end] != LABEL_NONE && l->labels[end] % 2 == 0)
            end++;
        float begins = l->probabilities[i], ends = end < count ? l->probabilities[end] : 1;
        struct run run = {{first + i, first + end}, begins < ends ? begins : ends};
        if (l->labels[i] == LABEL_CUE_BEGIN)
            run.tokens.end = without_time(l->reading, run.tokens);
        if (l->labels[i] == LABEL_CONTENT_BEGIN)
            run.tokens.end = content_end(l->reading, run.tokens);
        if (l->labels[i] == LABEL_SOURCE_BEGIN)
            run.tokens = without_asides(l, run.tokens);
        if (!stretch_is_empty(run.tokens))
            vector_push(&l->runs[l->labels[i] / 2], run);
    }
}

enum { ANOTHER_SENTENCE = 1000 };

uint32_t runs_distance(const struct reading *r, struct stretch a, struct stretch b)
{
    uint32_t gap = a.end <= b.first ? b.first - a.end : b.end <= a.first ? a.first - b.end : 0;
    uint32_t a_sentence = r->tokens[a.end <= b.first ? a.end - 1 : a.first].sentence;
    uint32_t b_sentence = r->tokens[a.end <= b.first ? b.first : b.end - 1].sentence;
    return gap + (a_sentence != b_sentence ? ANOTHER_SENTENCE : 0);
}

/* The first run of a kind that ends behind the token, by halving. */
static size_t run_after(const struct labelled *l, enum run_kind kind, uint32_t token)
{
    size_t low = 0, high = l->runs[kind].size;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (l->runs[kind].data[middle].tokens.end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

enum { SAME_SENTENCE = 200, SAME_PARAGRAPH = ANOTHER_SENTENCE + 200 }; /* the furthest to look */

static const struct stretch anywhere = {0, 0};

/* Whether a run stands on the far side of what was said, as seen from a cue: "denied it, though Lund ...". */
static bool is_beyond(struct stretch run, struct stretch cue, struct stretch said)
{
    return (cue.end <= said.first && run.first >= said.end) ||
           (said.end <= cue.first && run.end <= said.first);
}

/* The run nearest to a stretch, the one before it when two are equally near; NULL when none is nearer than
 * furthest. None beyond what was said, unless that is empty. */
static const struct run *nearest_run(const struct labelled *l, enum run_kind kind, struct stretch stretch,
                                     uint32_t furthest, struct stretch said)
{
    size_t index = run_after(l, kind, stretch.first);
    const struct run *best = NULL;
    uint32_t least = furthest;
    for (size_t i = index > 0 ? index - 1 : 0; i < l->runs[kind].size && i <= index + 1; i++) {
        const struct run *run = &l->runs[kind].data[i];
        uint32_t distance = runs_distance(l->reading, run->tokens, stretch);
        if (distance < least && !is_beyond(run->tokens, stretch, said)) {
            least = distance;
            best = run;
        }
    }
    return best;
}

const struct run *runs_overlapping(const struct labelled *l, enum run_kind kind, struct stretch stretch)
{
    size_t index = run_after(l, kind, stretch.first);
    if (stretch_is_empty(stretch) || index == l->runs[kind].size)
        return NULL;
    const struct run *run = &l->runs[kind].data[index];
    return run->tokens.first < stretch.end ? run : NULL;
}

/* Whether the cue is a participle that opens its sentence, or nearly: "After noting that ..., Lund ..." */
static bool is_fronted(const struct labelled *l, struct stretch cue)
{
    enum { WORDS_BEFORE = 2 };
    uint32_t first = l->paragraph->tokens.first;
    if (labelled_observation(l, cue.first)->part != PART_VBG)
        return false;
    for (uint32_t t = cue.first; t > first && cue.first - t <= WORDS_BEFORE; t--)
        if (l->reading->tokens[t - 1].sentence != l->reading->tokens[t].sentence)
            return true;
    return cue.first - first <= WORDS_BEFORE;
}

/* The source that holds a cue's subject; else the nearest on the cue's side of what was said, or on either
 * side of a participle that has its subject behind that. */
static const struct run *source_of(const struct labelled *l, struct stretch cue, struct stretch said)
{
    uint32_t first = l->paragraph->tokens.first;
    uint32_t subject = syntax_subject(&l->observations, (struct stretch){cue.first - first, cue.end - first});
    const struct run *run = NULL;
    if (subject != NO_INDEX && cue_passive_verb(l->reading, cue) == NO_INDEX)
        run = runs_overlapping(l, RUN_SOURCE, (struct stretch){subject + first, subject + first + 1});
    return run ? run : nearest_run(l, RUN_SOURCE, cue, SAME_SENTENCE, is_fronted(l, cue) ? anywhere : said);
}

void runs_attributing(const struct labelled *l, struct stretch said, const struct run **cue,
                      const struct run **source)
{
    *cue = nearest_run(l, RUN_CUE, said, SAME_SENTENCE, anywhere);
    *source =
        *cue ? source_of(l, (*cue)->tokens, said) : nearest_run(l, RUN_SOURCE, said, SAME_SENTENCE, anywhere);
    if (*cue || *source)
        return;
    *cue = nearest_run(l, RUN_CUE, said, SAME_PARAGRAPH, anywhere);
    if (*cue)
        *source = source_of(l, (*cue)->tokens, said);
}
