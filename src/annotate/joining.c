/* joining.c: see joining.h. The rules' certain finds bind the labeller; its labels become runs (runs.c), runs
 * become attributions, but for what no reader would take for one (vetoes.c). */
#include "joining.h"

#include "certain.h"
#include "cues.h"
#include "extents.h"
#include "interrupted.h"
#include "labeller.h"
#include "nesting.h"
#include "parser.h"
#include "rules.h"
#include "speakers.h"
#include "syntax.h"
#include "tagger.h"
#include "vetoes.h"

#include "whosaid/base/memory.h"

#include <stdlib.h>
#include <string.h>

/* What is less sure than this is noise. Anything higher costs more right finds than wrong ones (held out). */
static const float least_confidence = 0.05f;

enum taken { TAKEN_BY_CONTENT = 1, TAKEN_BY_CUE = 2 };

struct joining {
    struct labelled labelled;
    const struct attribution *found; /* by the rules */
    size_t found_count;
    attribution_vector *joined;
    size_t first;   /* of the paragraph's in joined */
    uint32_t *cued; /* of each token: 1 more than the attribution in found that has its cue there, or 0 */
    uint8_t *taken; /* of each token: what has it of what was kept, enum taken, or-ed */
    uint32_t *said; /* the same of those in joined, by their cues' first tokens */
};

/* Makes the labeller take the words of a certain quotation for contents, which do not run on behind it. */
static void pin_piece(struct joining *j, struct stretch piece, label_scores *scores)
{
    const float sure = 1000;
    struct stretch all = j->labelled.paragraph->tokens;
    if (piece.first < all.first || piece.end > all.end)
        return;
    for (uint32_t t = piece.first; t < piece.end; t++) {
        scores[t - all.first][t == piece.first ? LABEL_CONTENT_BEGIN : LABEL_CONTENT_INSIDE] += sure;
        j->labelled.certain[t - all.first] = true;
    }
    if (piece.end < all.end)
        scores[piece.end - all.first][LABEL_CONTENT_INSIDE] -= sure;
}

static void pin(struct joining *j, label_scores *scores)
{
    for (size_t i = 0; i < j->found_count; i++)
        for (uint32_t p = 0; certain_is_found(&j->labelled, &j->found[i]) && p < j->found[i].piece_count; p++)
            pin_piece(j, j->found[i].pieces[p], scores);
}

struct observations *joining_parse(const struct model *model, const struct reading *reading)
{
    size_t count = reading->paragraph_count;
    struct observations *all = arena_array(reading->arena, count, struct observations);
    for (size_t i = 0; i < count; i++)
        observe_tokens(&all[i], reading, &reading->paragraphs[i]);
    tagger_run(model, all, count);
    parser_run(model, all, count);
    return all;
}

void joining_observe(const struct attribution *found, size_t count, struct observations *parsed)
{
    observe_rules(parsed, found, count);
    observe_surroundings(parsed);
    syntax_observe(parsed);
}

static bool has_labels(const uint8_t *labels, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (labels[i] != LABEL_NONE)
            return true;
    return false;
}

static void label_tokens(struct joining *j, const struct model *model, const struct observations *observed,
                         label_scores *scores)
{
    struct labelled *l = &j->labelled;
    l->observations = *observed;
    pin(j, scores);
    labeller_decode(&model->head, (const label_scores *)scores, observed->count, l->labels);
    if (has_labels(l->labels, observed->count)) /* one that only narrates needs no probabilities */
        labeller_marginals(&model->head, (const label_scores *)scores, observed->count, l->labels,
                           l->probabilities);
}

/* The model's run where the rules saw something, or what they saw. */
static struct stretch redraw(const struct joining *j, enum run_kind kind, struct stretch seen)
{
    const struct run *run = runs_overlapping(&j->labelled, kind, seen);
    return run ? run->tokens : seen;
}

/* Whom the rules take for the speaker of a cue. */
static struct stretch found_speaker(const struct joining *j, struct stretch cue)
{
    for (uint32_t t = cue.first; t < cue.end; t++) {
        uint32_t found = j->cued[t - j->labelled.paragraph->tokens.first];
        if (found)
            return j->found[found - 1].speaker;
    }
    return (struct stretch){0, 0};
}

/* Whether a cue stands in a sentence behind the quotation's. */
static bool is_behind(const struct joining *j, struct stretch cue, struct stretch piece)
{
    const struct token *tokens = j->labelled.reading->tokens;
    return tokens[cue.first].sentence > tokens[piece.end - 1].sentence;
}

/* Whether the cue only says that somebody said nothing. */
static bool is_refusal(const struct joining *j, struct stretch cue)
{
    return cue_refuses(j->labelled.reading, cue,
                       (struct stretch){cue.end, j->labelled.paragraph->tokens.end});
}

/* A quotation that the rules found nobody for takes the cue nearest to its first piece, or a source right
 * beside it or in the words that a comma or a colon ends before it. */
static void find_speaker(const struct joining *j, struct attribution *a)
{
    const struct reading *r = j->labelled.reading;
    const struct run *cue, *source;
    uint32_t first = a->pieces[0].first;
    runs_attributing(&j->labelled, a->pieces[0], &cue, &source);
    if (cue && reading_has(r, cue->tokens.end, TAG_PREPOSITION) && is_refusal(j, cue->tokens))
        return; /* "declined to give his name" */
    if (cue && is_behind(j, cue->tokens, a->pieces[0]) && vetoes_cue(&j->labelled, cue->tokens))
        return; /* "It rained." */
    struct stretch speaker = source ? source->tokens : (struct stretch){0, 0};
    if (cue)
        speaker = speaker_of_cue(&j->labelled, cue->tokens, source, found_speaker(j, cue->tokens));
    if (stretch_is_empty(speaker))
        return;
    bool opened =
        first > 0 && speaker.end < first && (reading_is(r, first - 1, ",") || reading_is(r, first - 1, ":"));
    if (cue || opened || runs_distance(r, speaker, a->pieces[0]) <= 2) {
        a->speaker = speaker;
        a->cue = cue ? cue->tokens : a->cue;
        a->rule = RULE_MODEL;
        a->confidence = source ? source->confidence : cue->confidence;
    }
}

/* The model's cue between the rules' one and the quotation, right before this: "When Lind warned that ...,
 * Olsen fired back: ''...''". NULL when there is none. */
static const struct run *nearer_cue(const struct joining *j, const struct attribution *a)
{
    const struct run *cue, *source;
    uint32_t first = a->pieces[0].first;
    runs_attributing(&j->labelled, a->pieces[0], &cue, &source);
    bool adjoins = cue && token_is_word(&j->labelled.reading->tokens[cue->tokens.first]) &&
                   cue->tokens.end <= first && first - cue->tokens.end <= 1 &&
                   runs_distance(j->labelled.reading, cue->tokens, a->pieces[0]) <= 1;
    return adjoins && !stretch_is_empty(a->cue) && a->cue.end <= cue->tokens.first ? cue : NULL;
}

/* Notes that the words of a stretch, within the paragraph, belong to what was kept. */
static void take(struct joining *j, struct stretch s, uint8_t part)
{
    struct stretch all = j->labelled.paragraph->tokens;
    for (uint32_t t = s.first < all.first ? all.first : s.first; t < s.end && t < all.end; t++)
        j->taken[t - all.first] |= part;
}

static bool holds_taken(const struct joining *j, struct stretch s, uint8_t part)
{
    struct stretch all = j->labelled.paragraph->tokens;
    for (uint32_t t = s.first < all.first ? all.first : s.first; t < s.end && t < all.end; t++)
        if (j->taken[t - all.first] & part)
            return true;
    return false;
}

static void push(struct joining *j, struct attribution a)
{
    for (uint32_t p = 0; p < a.piece_count; p++)
        take(j, a.pieces[p], TAKEN_BY_CONTENT);
    take(j, a.cue, TAKEN_BY_CUE);
    struct stretch all = j->labelled.paragraph->tokens;
    vector_push(j->joined, a);
    if (!stretch_is_empty(a.cue) && stretch_holds(all, a.cue.first))
        j->said[a.cue.first - all.first] = (uint32_t)j->joined->size;
}

/* Whether the rules know the whole cue: "according to", and all of "is reported to have said" and
 * "likes to say". */
static bool is_fixed_cue(const struct reading *r, const struct attribution *a)
{
    if (stretch_is_empty(a->cue))
        return false;
    return cue_is_according(r, a->cue.first) || cue_is_hearsay(r, a->cue) ||
           cue_is_planned(r, a->cue.end - 1, 0) ||
           (a->cue.end > a->cue.first + 2 && reading_is(r, a->cue.first + 1, "to"));
}

/* An attribution of the rules, with the model's borders of cue and speaker. */
static void keep(struct joining *j, struct attribution a)
{
    const struct run *nearer = nearer_cue(j, &a);
    if (nearer || !is_fixed_cue(j->labelled.reading, &a))
        a.cue = redraw(j, RUN_CUE, nearer ? nearer->tokens : a.cue);
    struct stretch speaker = redraw(j, RUN_SOURCE, a.speaker);
    if (!stretch_overlaps(speaker, a.cue)) /* not: "the suit states" */
        a.speaker = speaker;
    if (stretch_is_empty(a.speaker) || nearer)
        find_speaker(j, &a);
    push(j, a);
}

static void keep_certain(struct joining *j)
{
    for (size_t i = 0; i < j->found_count; i++) {
        const struct attribution *a = &j->found[i];
        if (a->pieces[0].first < j->labelled.paragraph->tokens.first)
            continue;
        if (a->rule == RULE_INNER)
            vector_push(j->joined, *a);
        else if (certain_is_found(&j->labelled, a))
            keep(j, *a);
    }
}

/* Whether any word of the attribution became part of one that was kept in the paragraph. */
static bool is_taken(const struct joining *j, const struct attribution *a)
{
    for (uint32_t p = 0; p < a->piece_count; p++)
        if (holds_taken(j, a->pieces[p], TAKEN_BY_CONTENT))
            return true;
    return false;
}

/* What the rules believe and no label took. */
static void keep_untaken(struct joining *j)
{
    for (size_t i = 0; i < j->found_count; i++) {
        const struct attribution *a = &j->found[i];
        if (a->pieces[0].first >= j->labelled.paragraph->tokens.first &&
            certain_is_plain(j->labelled.reading, a) && !certain_is_found(&j->labelled, a) && !is_taken(j, a))
            keep(j, *a);
    }
}

static uint32_t type_of(const struct reading *r, struct stretch s)
{
    bool marks = false, outside = false;
    int depth = 0;
    for (uint32_t i = s.first; i < s.end; i++) {
        uint8_t shape = r->tokens[i].shape;
        depth += (shape == TOKEN_OPEN) - (shape == TOKEN_CLOSE && depth > 0);
        marks |= depth > 0;
        outside |= depth == 0 && token_is_word(&r->tokens[i]);
    }
    return !marks ? QUOTE_INDIRECT : outside ? QUOTE_MIXED : QUOTE_DIRECT;
}

/* Whether two contents of one cue are pieces of one quotation: the cue stands between them, or nothing does
 * that ends a sentence. */
static bool are_pieces(const struct joining *j, struct stretch cue, struct stretch a, struct stretch b)
{
    const struct token *tokens = j->labelled.reading->tokens;
    bool interrupted = a.end <= cue.first && cue.end <= b.first;
    return a.end <= b.first && (interrupted || tokens[a.first].sentence == tokens[b.first].sentence) &&
           labelled_only_attributes(&j->labelled, a.end, b.first);
}

static bool adjoins(const struct joining *j, const struct attribution *a, struct stretch content)
{
    return are_pieces(j, a->cue, a->pieces[a->piece_count - 1], content) ||
           are_pieces(j, a->cue, content, a->pieces[0]);
}

static void add_piece(struct joining *j, struct attribution *a, struct stretch content)
{
    take(j, content, TAKEN_BY_CONTENT);
    bool before = content.first < a->pieces[0].first;
    if (before)
        memmove(a->pieces + 1, a->pieces, a->piece_count * sizeof *a->pieces);
    a->pieces[before ? 0 : a->piece_count] = content;
    a->piece_count++;
    a->type = type_of(j->labelled.reading, content) == a->type ? a->type : QUOTE_MIXED;
}

/* Two contents with one cue are pieces of one quotation: "..., he said, ...". */
static bool continue_quotation(struct joining *j, struct stretch content, const struct run *cue)
{
    uint32_t said = cue ? j->said[cue->tokens.first - j->labelled.paragraph->tokens.first] : 0;
    if (said == 0)
        return false;
    struct attribution *a = &j->joined->data[said - 1];
    if (a->piece_count == MOST_PIECES || !adjoins(j, a, content))
        return false;
    add_piece(j, a, content);
    return true;
}

/* Notes which of the rules' attributions has its cue at which token; those in joined are noted as they come.
 */
static void note_cues(struct joining *j)
{
    struct stretch all = j->labelled.paragraph->tokens;
    j->cued = memory_calloc(all.end - all.first + 1, sizeof *j->cued);
    j->taken = memory_calloc(all.end - all.first + 1, sizeof *j->taken);
    j->said = memory_calloc(all.end - all.first + 1, sizeof *j->said);
    for (size_t i = 0; i < j->found_count; i++)
        for (uint32_t t = j->found[i].cue.first; t < j->found[i].cue.end; t++)
            if (stretch_holds(all, t) && !stretch_is_empty(j->found[i].speaker))
                j->cued[t - all.first] = (uint32_t)i + 1;
}

/* A quotation is as sure as the less certain of its content and its cue. */
static float confidence_of(const struct run *content, const struct run *cue)
{
    return cue && cue->confidence < content->confidence ? cue->confidence : content->confidence;
}

static void add_attribution(struct joining *j, const struct candidate *candidate, float confidence)
{
    push(j, (struct attribution){
                .pieces = {candidate->content},
                .piece_count = 1,
                .cue = candidate->cue,
                .speaker = candidate->speaker,
                .type = type_of(j->labelled.reading, candidate->content),
                .rule = RULE_MODEL,
                .parent = NO_INDEX,
                .entity = NO_INDEX,
                .confidence = confidence,
            });
}

static void attribute_content(struct joining *j, const struct run *content)
{
    const struct run *cue, *source;
    runs_attributing(&j->labelled, content->tokens, &cue, &source);
    if ((!source && !cue) || confidence_of(content, cue) < least_confidence)
        return;
    struct candidate candidate = {.content = content->tokens};
    if (cue)
        candidate.cue = cue->tokens;
    candidate.speaker = speaker_of_cue(&j->labelled, candidate.cue, source, found_speaker(j, candidate.cue));
    candidate.content = extent_of_content(&j->labelled, &candidate);
    candidate.again = j->joined->size > j->first && vector_last(j->joined).cue.first == candidate.cue.first;
    if (holds_taken(j, candidate.content, TAKEN_BY_CUE))
        return; /* "likes [to put it]" */
    if (!vetoes_candidate(&j->labelled, &candidate) && !continue_quotation(j, candidate.content, cue))
        add_attribution(j, &candidate, confidence_of(content, cue));
}

void joining_run(const struct model *model, const struct reading *reading, const struct paragraph *paragraph,
                 const struct attribution *found, size_t count, const struct observations *observed,
                 label_scores *scores, attribution_vector *joined)
{
    struct joining j = {.found = found, .found_count = count, .joined = joined, .first = joined->size};
    labelled_open(&j.labelled, reading, paragraph);
    note_cues(&j);
    label_tokens(&j, model, observed, scores);
    interrupted_label(&j.labelled);
    labelled_find_runs(&j.labelled);
    nesting_settle(&j.labelled);
    keep_certain(&j);
    vector_each (&j.labelled.runs[RUN_CONTENT], content)
        if (!labelled_is_certain(&j.labelled, content->tokens.first))
            attribute_content(&j, content);
    keep_untaken(&j);
    labelled_close(&j.labelled);
    free(j.cued);
    free(j.said);
    free(j.taken);
}
