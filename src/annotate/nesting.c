/* nesting.c: see nesting.h. */
#include "nesting.h"

#include "cues.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

/* The first word of "what he called ...", alone. */
static bool is_what(const struct reading *r, struct stretch content)
{
    return content.end == content.first + 1 && reading_is(r, content.first, "what");
}

/* Which content each cue has, by index; NO_INDEX for a cue without one. Caller frees. */
static uint32_t *find_contents(const struct labelled *l)
{
    size_t cues = l->runs[RUN_CUE].size;
    uint32_t *contents = memory_calloc(cues + 1, sizeof *contents);
    for (size_t i = 0; i < cues; i++)
        contents[i] = NO_INDEX;
    for (size_t i = l->runs[RUN_CONTENT].size; i-- > 0;) {
        struct stretch content = l->runs[RUN_CONTENT].data[i].tokens;
        const struct run *cue, *source;
        runs_attributing(l, content, &cue, &source);
        if (cue && !is_what(l->reading, content))
            contents[cue - l->runs[RUN_CUE].data] = (uint32_t)i;
    }
    return contents;
}

static bool is_one_sentence(const struct labelled *l, uint32_t first, uint32_t last)
{
    return l->reading->tokens[first].sentence == l->reading->tokens[last].sentence;
}

/* Whether only words stand from first to end, in one sentence with the token before; commas too behind
 * "that". */
static bool is_one_clause(const struct labelled *l, uint32_t first, uint32_t end)
{
    bool commas = reading_has(l->reading, first, TAG_THAT);
    for (uint32_t t = first; t < end; t++)
        if (!token_is_word(&l->reading->tokens[t]) && !(commas && reading_is(l->reading, t, ",")))
            return false;
    return is_one_sentence(l, first - 1, end);
}

/* Whether a cue reports what somebody says or thinks, or judges "what" somebody says, and is no passive. */
static bool is_report(const struct reading *r, struct stretch cue)
{
    bool reports = cue_is_according(r, cue.first) || reading_is(r, cue.end, "what");
    for (uint32_t t = cue.first; t < cue.end; t++)
        reports |= reading_has(r, t, TAG_CUE_CLAUSE);
    return reports && cue_passive_verb(r, cue) == NO_INDEX;
}

/* Where what is reported begins behind a cue: at its "that", else behind the addressee of "told". */
static uint32_t reported_start(const struct labelled *l, struct stretch cue, uint32_t inner)
{
    enum { ADDRESSEE = 5 };
    for (uint32_t t = cue.end; t < inner && t < cue.end + ADDRESSEE; t++)
        if (reading_has(l->reading, t, TAG_THAT))
            return t;
    return reading_has(l->reading, cue.end - 1, TAG_TELL) ? inner : cue.end;
}

/* The source that stands straight before a cue, or the cue itself. */
static uint32_t inner_start(const struct labelled *l, struct stretch cue)
{
    uint32_t t = cue.first;
    while (t > l->paragraph->tokens.first &&
           (labelled_at(l, t - 1) == LABEL_SOURCE_BEGIN || labelled_at(l, t - 1) == LABEL_SOURCE_INSIDE))
        t--;
    return t;
}

/* Whether the inner source begins a clause beside the cue's, not under it: "pointed at the rust and they
 * said". */
static bool begins_another_clause(const struct reading *r, uint32_t behind, uint32_t inner)
{
    static const char *const words[] = {"and", "but", "or"};
    return inner > behind && !reading_has(r, behind, TAG_THAT) && READING_IS_ONE_OF(r, inner - 1, words);
}

/* "X said [Y hopes] ...": the stretch from behind the cue to the end of what the next cue reports. */
static struct stretch held_behind(const struct labelled *l, struct stretch cue, struct stretch inner,
                                  struct stretch content)
{
    uint32_t start = inner_start(l, inner);
    if (content.first < inner.end || start < cue.end || !is_report(l->reading, cue) ||
        begins_another_clause(l->reading, cue.end, start) || !is_one_clause(l, cue.end, content.first))
        return (struct stretch){0, 0};
    return (struct stretch){reported_start(l, cue, start), content.end};
}

/* "[Y hopes] ..., X said": the stretch from the sentence's start to the end of what the cue before reports.
 */
static struct stretch held_before(const struct labelled *l, struct stretch cue, struct stretch inner,
                                  struct stretch content)
{
    static const char *const links[] = {"and", "but", "so", "yet"};
    const struct reading *r = l->reading;
    uint32_t first = inner_start(l, inner), limit = l->paragraph->tokens.first;
    if (content.first < inner.end || cue.first <= content.end || !is_report(r, cue) ||
        !is_one_sentence(l, first, cue.first) || token_is_word(&r->tokens[content.end]) ||
        !labelled_only_attributes(l, content.end, cue.first))
        return (struct stretch){0, 0};
    bool sourced = first < inner.first;
    while (first > limit && is_one_sentence(l, first - 1, first) && labelled_at(l, first - 1) == LABEL_NONE)
        first--;
    if (!sourced || (reading_has(r, first, TAG_CONJUNCTION) && !READING_IS_ONE_OF(r, first, links)))
        return (struct stretch){0, 0}; /* "When asked about it, X said ..." */
    return (struct stretch){first, content.end};
}

static void relabel(struct labelled *l, struct stretch content, float confidence)
{
    uint32_t first = l->paragraph->tokens.first;
    for (uint32_t t = content.first; t < content.end; t++)
        l->labels[t - first] = t == content.first ? LABEL_CONTENT_BEGIN : LABEL_CONTENT_INSIDE;
    l->probabilities[content.first - first] = confidence;
}

void nesting_settle(struct labelled *l)
{
    uint32_t *contents = find_contents(l);
    const struct run *cues = l->runs[RUN_CUE].data;
    bool changed = false;
    for (size_t i = 0; i < l->runs[RUN_CUE].size; i++) {
        struct stretch held = {0, 0};
        for (size_t k = i > 0 ? i - 1 : 1; k <= i + 1 && k < l->runs[RUN_CUE].size; k += 2) {
            if (contents[i] != NO_INDEX || contents[k] == NO_INDEX || !stretch_is_empty(held))
                continue;
            struct stretch content = l->runs[RUN_CONTENT].data[contents[k]].tokens;
            if (!labelled_is_certain(l, content.first))
                held = k > i ? held_behind(l, cues[i].tokens, cues[k].tokens, content)
                             : held_before(l, cues[i].tokens, cues[k].tokens, content);
        }
        if (stretch_is_empty(held))
            continue;
        relabel(l, held, cues[i].confidence);
        changed = true;
    }
    if (changed)
        labelled_find_runs(l);
    free(contents);
}
