/* joining.c: see joining.h. Labels become runs, runs become attributions: each content takes the nearest cue
 * of its sentence, each cue the nearest source. */
#include "joining.h"

#include "cues.h"
#include "labeller.h"
#include "phrases.h"
#include "rules.h"
#include "tagger.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>

/* Less sure than this, a content is wrong four times in five. */
static const float least_confidence = 0.2f;

enum run_kind { RUN_SOURCE, RUN_CUE, RUN_CONTENT, RUN_KINDS };

/* Neighbouring tokens with labels of one kind. */
struct run {
    struct stretch tokens;
    float confidence; /* of its least certain border */
};

typedef VECTOR(struct run) run_vector;

struct joining {
    const struct reading *reading;
    const struct paragraph *paragraph;
    const struct attribution *found; /* by the rules */
    size_t found_count;
    attribution_vector *joined;
    size_t first; /* of the paragraph's in joined */
    run_vector runs[RUN_KINDS];
    uint8_t *labels;
    float *probabilities;
    bool *certain; /* tokens that the rules gave to a content for good */
};

/* Marks with a speaker, and cues that can be nothing else. */
static bool is_certain(const struct attribution *a)
{
    return a->rule == RULE_ACCORDING || a->rule == RULE_ACCORDING_AFTER ||
           (a->type == QUOTE_DIRECT && a->rule != RULE_INNER);
}

/* Makes the labeller take the words of a certain quotation for contents, which do not run on behind it. */
static void pin_piece(struct joining *j, struct stretch piece, label_scores *scores)
{
    const float sure = 1000;
    struct stretch all = j->paragraph->tokens;
    if (piece.first < all.first || piece.end > all.end)
        return;
    for (uint32_t t = piece.first; t < piece.end; t++) {
        scores[t - all.first][t == piece.first ? LABEL_CONTENT_BEGIN : LABEL_CONTENT_INSIDE] += sure;
        j->certain[t - all.first] = true;
    }
    if (piece.end < all.end)
        scores[piece.end - all.first][LABEL_CONTENT_INSIDE] -= sure;
}

static void pin(struct joining *j, label_scores *scores)
{
    for (size_t i = 0; i < j->found_count; i++)
        for (uint32_t p = 0; is_certain(&j->found[i]) && p < j->found[i].piece_count; p++)
            pin_piece(j, j->found[i].pieces[p], scores);
}

void joining_observe(const struct model *model, const struct reading *reading,
                     const struct paragraph *paragraph, const struct attribution *found, size_t count,
                     struct observations *observations)
{
    observe_tokens(observations, reading, paragraph);
    tagger_run(model, observations);
    observe_rules(observations, found, count);
    observe_surroundings(observations);
}

static void label_tokens(struct joining *j, const struct model *model)
{
    struct observations observations;
    joining_observe(model, j->reading, j->paragraph, j->found, j->found_count, &observations);
    label_scores *scores = memory_calloc(observations.count + 1, sizeof *scores);
    labeller_score(model, &observations, scores);
    pin(j, scores);
    labeller_decode(&model->head, (const label_scores *)scores, observations.count, j->labels);
    labeller_marginals(&model->head, (const label_scores *)scores, observations.count, j->labels,
                       j->probabilities);
    free(scores);
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
               reading_token(r, end - 1)->shape == TOKEN_NUMBER;
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            time |= reading_is(r, end - 1, words[w]);
    }
    return end;
}

static void find_runs(struct joining *j)
{
    uint32_t first = j->paragraph->tokens.first, count = j->paragraph->tokens.end - first;
    for (uint32_t i = 0, end; i < count; i = end) {
        end = i + 1;
        if (j->labels[i] == LABEL_NONE)
            continue;
        while (end < count && j->labels[end] != LABEL_NONE && j->labels[end] % 2 == 0)
            end++;
        float begins = j->probabilities[i], ends = end < count ? j->probabilities[end] : 1;
        struct run run = {{first + i, first + end}, begins < ends ? begins : ends};
        if (j->labels[i] == LABEL_CUE_BEGIN)
            run.tokens.end = without_time(j->reading, run.tokens);
        vector_push(&j->runs[j->labels[i] / 2], run);
    }
}

static bool overlap(struct stretch a, struct stretch b)
{
    return a.first < b.end && b.first < a.end;
}

/* How far apart two stretches are, in tokens; further when a sentence ends between them. */
static uint32_t distance_of(const struct reading *r, struct stretch a, struct stretch b)
{
    enum { ANOTHER_SENTENCE = 1000 };
    uint32_t gap = a.end <= b.first ? b.first - a.end : b.end <= a.first ? a.first - b.end : 0;
    uint32_t a_sentence = r->tokens[a.end <= b.first ? a.end - 1 : a.first].sentence;
    uint32_t b_sentence = r->tokens[a.end <= b.first ? b.first : b.end - 1].sentence;
    return gap + (a_sentence != b_sentence ? ANOTHER_SENTENCE : 0);
}

/* The first run that ends behind the token, by halving. */
static size_t run_after(const run_vector *runs, uint32_t token)
{
    size_t low = 0, high = runs->size;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (runs->data[middle].tokens.end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The run nearest to a stretch in the same sentence, the one before it when two are equally near; or NULL. */
static const struct run *nearest_run(const struct joining *j, enum run_kind kind, struct stretch stretch)
{
    enum { FURTHEST = 200 };
    const run_vector *runs = &j->runs[kind];
    size_t index = run_after(runs, stretch.first);
    const struct run *best = NULL;
    uint32_t least = FURTHEST;
    for (size_t i = index > 0 ? index - 1 : 0; i < runs->size && i <= index + 1; i++) {
        uint32_t distance = distance_of(j->reading, runs->data[i].tokens, stretch);
        if (distance < least) {
            least = distance;
            best = &runs->data[i];
        }
    }
    return best;
}

/* The model's run where the rules saw something, or what they saw. */
static struct stretch redraw(const struct joining *j, enum run_kind kind, struct stretch seen)
{
    const run_vector *runs = &j->runs[kind];
    if (stretch_is_empty(seen))
        return seen;
    size_t index = run_after(runs, seen.first);
    return index < runs->size && overlap(runs->data[index].tokens, seen) ? runs->data[index].tokens : seen;
}

/* A quotation that the rules found nobody for takes the cue nearest to its first piece, or a source right
 * beside it. */
static void find_speaker(const struct joining *j, struct attribution *a)
{
    const struct run *cue = nearest_run(j, RUN_CUE, a->pieces[0]);
    const struct run *source = nearest_run(j, RUN_SOURCE, cue ? cue->tokens : a->pieces[0]);
    if (source && (cue || distance_of(j->reading, source->tokens, a->pieces[0]) <= 2)) {
        a->speaker = source->tokens;
        a->cue = cue ? cue->tokens : a->cue;
        a->rule = RULE_MODEL;
        a->confidence = source->confidence;
    }
}

/* What the rules are certain of, with the model's borders of cue and speaker. */
static void keep_found(struct joining *j)
{
    for (size_t i = 0; i < j->found_count; i++) {
        struct attribution a = j->found[i];
        if (a.pieces[0].first < j->paragraph->tokens.first || (!is_certain(&a) && a.rule != RULE_INNER))
            continue;
        if (a.rule != RULE_INNER) {
            a.cue = redraw(j, RUN_CUE, a.cue);
            a.speaker = redraw(j, RUN_SOURCE, a.speaker);
            if (stretch_is_empty(a.speaker))
                find_speaker(j, &a);
        }
        vector_push(j->joined, a);
    }
}

static uint32_t type_of(const struct reading *r, struct stretch s)
{
    bool marks = false;
    for (uint32_t i = s.first; i < s.end && !marks; i++)
        marks = r->tokens[i].shape == TOKEN_OPEN;
    return marks ? QUOTE_MIXED : QUOTE_INDIRECT;
}

/* Whether all words between two places belong to a cue or a source. */
static bool only_attribution_between(const struct joining *j, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++)
        if (token_is_word(reading_token(j->reading, t)) &&
            j->labels[t - j->paragraph->tokens.first] == LABEL_NONE)
            return false;
    return true;
}

/* Two contents with one cue are pieces of one quotation: "..., he said, ...". */
static bool continue_last(struct joining *j, struct stretch content, const struct run *cue)
{
    if (!cue || j->joined->size == j->first)
        return false;
    struct attribution *last = &vector_last(j->joined);
    uint32_t end = last->pieces[last->piece_count - 1].end;
    if (last->rule != RULE_MODEL || last->cue.first != cue->tokens.first ||
        last->piece_count == MOST_PIECES || end > content.first ||
        !only_attribution_between(j, end, content.first))
        return false;
    last->pieces[last->piece_count++] = content;
    return true;
}

/* The subject of a cue that the labeller saw no source for. */
static struct stretch subject_of(const struct joining *j, struct stretch cue)
{
    const struct reading *r = j->reading;
    uint32_t start = attribution_sentence_start(r, cue.first, j->paragraph->tokens.first), verb = cue.end - 1;
    bool shared = false;
    while (verb > cue.first && !reading_has(r, verb, TAG_CUE_VERB | TAG_VERB))
        verb--;
    if (cue_is_passive(r, cue, verb) || start >= cue.first)
        return (struct stretch){0, 0};
    return cue_subject(r, start, start, cue, verb, &shared);
}

/* Whether the tokens hold words in marks that the rules found no speaker for: terms, most often. */
static bool has_loose_marks(const struct joining *j, uint32_t first, uint32_t end)
{
    struct stretch all = j->paragraph->tokens;
    for (uint32_t t = first; t < end && t < all.end; t++)
        if (j->reading->tokens[t].shape == TOKEN_OPEN && !j->certain[t - all.first])
            return true;
    return false;
}

/* A quotation is as sure as the less certain of its content and its cue. */
static float confidence_of(const struct run *content, const struct run *cue)
{
    return cue && cue->confidence < content->confidence ? cue->confidence : content->confidence;
}

static void add_attribution(struct joining *j, const struct run *content, const struct run *cue,
                            struct stretch speaker)
{
    struct attribution *a = vector_add(j->joined);
    a->pieces[0] = content->tokens;
    a->piece_count = 1;
    a->cue = cue ? cue->tokens : (struct stretch){0, 0};
    a->speaker = speaker;
    a->type = type_of(j->reading, content->tokens);
    a->rule = RULE_MODEL;
    a->parent = a->entity = NO_INDEX;
    a->confidence = confidence_of(content, cue);
}

/* Whether the author says that he did something to a thing, and reports nothing: "I wrote it on the ticket".
 */
static bool is_own_deed(const struct reading *r, struct stretch content, struct stretch speaker)
{
    if (speaker.end > speaker.first + 1 ||
        !(reading_is(r, speaker.first, "i") || reading_is(r, speaker.first, "we")))
        return false;
    for (uint32_t t = content.first; t < content.end; t++)
        if (reading_has(r, t, TAG_AUXILIARY | TAG_VERB | TAG_CUE_VERB) || reading_is(r, t, "to"))
            return false;
    return true;
}

/* A clause with "that" behind a noun, when its cue has another content: "accused him of theft, a charge that
 * he denies". */
static bool is_relative(const struct joining *j, struct stretch content, struct stretch cue)
{
    const struct reading *r = j->reading;
    uint32_t first = j->paragraph->tokens.first;
    if (j->joined->size == j->first || vector_last(j->joined).cue.first != cue.first || stretch_is_empty(cue))
        return false;
    return content.first > first && reading_has(r, content.first, TAG_THAT | TAG_RELATIVE) &&
           token_is_word(&r->tokens[content.first - 1]) && j->labels[content.first - 1 - first] == LABEL_NONE;
}

/* Whether what looks like a cue is what somebody says something of: ", charges he denies." */
static bool is_said_of(const struct reading *r, struct stretch cue)
{
    return !stretch_is_empty(cue) && reading_has(r, cue.end, TAG_PRONOUN) &&
           reading_has(r, cue.end + 1, TAG_CUE_VERB) && !token_is_word(reading_token(r, cue.end + 2));
}

/* What no reader would take for an attribution, though the labeller does: words in marks that nobody is named
 * for, the passive without a speaker ("is expected"), a refusal, a relative clause, what somebody denies, and
 * what stands before "which" or "who". */
static bool is_vetoed(const struct joining *j, struct stretch content, struct stretch cue,
                      struct stretch speaker)
{
    const struct reading *r = j->reading;
    if (is_said_of(r, cue))
        return true;
    bool passive = !stretch_is_empty(cue) && cue_is_passive(r, cue, cue.end - 1);
    bool loose = has_loose_marks(j, content.first, content.end) ||
                 (!stretch_is_empty(cue) && has_loose_marks(j, cue.end, cue.end + 3));
    if (stretch_is_empty(speaker))
        return passive || loose;
    if (speaker.end <= content.first && content.end <= cue.first &&
        !only_attribution_between(j, speaker.end, content.first))
        return true; /* "the court issued a warrant over war crimes, charges ..." */
    if (loose && reading_is(r, cue.end - (cue.end > 0), "call"))
        return true; /* "sailors call it 'the hook'": a name */
    bool relative = reading_has(r, speaker.first, TAG_RELATIVE) && speaker.end == speaker.first + 1;
    return (relative && content.end <= speaker.first) || is_relative(j, content, cue) ||
           cue_refuses(r, cue, content) || is_own_deed(r, content, speaker);
}

static void attribute_content(struct joining *j, const struct run *content)
{
    const struct run *cue = nearest_run(j, RUN_CUE, content->tokens);
    const struct run *source = nearest_run(j, RUN_SOURCE, cue ? cue->tokens : content->tokens);
    if ((!source && !cue) || confidence_of(content, cue) < least_confidence)
        return;
    struct stretch speaker = source ? source->tokens : subject_of(j, cue->tokens);
    if (is_vetoed(j, content->tokens, cue ? cue->tokens : (struct stretch){0, 0}, speaker))
        return;
    if (!continue_last(j, content->tokens, cue))
        add_attribution(j, content, cue, speaker);
}

void joining_run(const struct model *model, const struct reading *reading, const struct paragraph *paragraph,
                 const struct attribution *found, size_t count, attribution_vector *joined)
{
    size_t tokens = paragraph->tokens.end - paragraph->tokens.first;
    struct joining j = {reading, paragraph, found, count, joined, .first = joined->size};
    j.labels = memory_calloc(tokens + 1, sizeof *j.labels);
    j.probabilities = memory_calloc(tokens + 1, sizeof *j.probabilities);
    j.certain = memory_calloc(tokens + 1, sizeof *j.certain);
    label_tokens(&j, model);
    find_runs(&j);
    keep_found(&j);
    vector_each (&j.runs[RUN_CONTENT], content)
        if (!j.certain[content->tokens.first - paragraph->tokens.first])
            attribute_content(&j, content);
    for (int kind = 0; kind < RUN_KINDS; kind++)
        vector_release(&j.runs[kind]);
    free(j.labels);
    free(j.probabilities);
    free(j.certain);
}
