/* labeller.c: see labeller.h. */
#include "labeller.h"

#include "encoder.h"
#include "rows.h"
#include "tagger.h"

#include <assert.h>

/* The features of a token of a paragraph. */
struct adding {
    const struct observations *all;
    struct features features;
};

static void add(struct adding *f, uint32_t a, uint32_t b)
{
    features_add(&f->features, a, b);
}

enum { CUE_CLASSES = TAG_CUE_VERB | TAG_CUE_NOUN };

static void add_words(struct adding *f, const struct observation *const *near)
{
    const struct observation *o = near[0];
    add(f, 0, 0);
    for (int i = -3; i <= 3; i++)
        add(f, near[i]->word, 0);
    add(f, near[-1]->word, o->word);
    add(f, o->word, near[1]->word);
    add(f, observation_mix(near[-1]->word, o->word), near[1]->word);
    for (int i = -1; i <= 1; i++)
        add(f, near[i]->stem, near[i]->part);
    add(f, o->stem, near[1]->part);
    add(f, o->stem, near[-1]->part);
    add(f, o->suffix3, o->shape);
    add(f, o->suffix2, o->part);
    add(f, near[1]->suffix3, 0);
    add(f, near[-1]->suffix3, 0);
}

static void add_parts(struct adding *f, const struct observation *const *near)
{
    const struct observation *o = near[0];
    for (int i = -3; i <= 3; i++)
        add(f, near[i]->part, near[i]->shape);
    add(f, o->word, o->part);
    add(f, near[-2]->part * 64u + near[-1]->part, o->part);
    add(f, near[-1]->part * 64u + o->part, near[1]->part);
    add(f, o->part * 64u + near[1]->part, near[2]->part);
    add(f, o->word, near[-1]->part);
    add(f, o->word, near[1]->part);
}

static void add_lexicon(struct adding *f, const struct observation *const *near)
{
    for (int i = -2; i <= 2; i++)
        add(f, near[i]->lexicon, near[i]->part);
    add(f, near[-1]->lexicon & CUE_CLASSES, near[0]->part * 64u + near[1]->part);
    add(f, near[0]->lexicon & CUE_CLASSES, near[1]->lexicon);
    add(f, near[1]->lexicon & CUE_CLASSES, near[0]->part * 64u + near[-1]->part);
    add(f, near[2]->lexicon & CUE_CLASSES, near[0]->part * 64u + near[1]->part);
    add(f, near[-2]->lexicon & CUE_CLASSES, near[0]->part * 64u + near[-1]->part);
}

static void add_nearest(struct adding *f, const struct observation *o, const struct nearest *nearest)
{
    add(f, nearest->distance * 64u + nearest->between, 0);
    add(f, nearest->word, nearest->between);
    add(f, nearest->word, nearest->distance);
    add(f, nearest->between, o->part);
    add(f, observation_mix(nearest->word, nearest->between), o->part);
    add(f, nearest->between, o->word);
    add(f, nearest->between * 16u + nearest->distance, o->part);
}

static void add_cues(struct adding *f, const struct observation *const *near)
{
    add_nearest(f, near[0], &near[0]->cue_left);
    add_nearest(f, near[0], &near[0]->cue_right);
}

static void add_verbs(struct adding *f, const struct observation *const *near)
{
    const struct observation *o = near[0];
    add(f, o->verb_left.between * 16u + o->verb_left.distance, o->part);
    add(f, o->verb_left.word, o->verb_left.between);
    add(f, o->verb_right.between * 16u + o->verb_right.distance, o->part);
    add(f, o->verb_right.word, o->verb_right.between);
}

static void add_segments(struct adding *f, const struct observation *const *near)
{
    const struct observation *o = near[0];
    uint32_t bits = o->first + 2u * o->last;
    add(f, o->cue_left.between * 64u + o->cue_right.between, bits);
    add(f, observation_mix(o->cue_left.word, o->cue_right.word), 0);
    add(f, o->segment, o->segment_before * 64u + o->segment_after);
    add(f, o->segment, o->from_start * 16u + o->to_end);
    add(f, o->opening, o->from_start);
    add(f, o->opening, o->cue_left.between);
    add(f, o->segment * 64u + o->segment_after, o->part);
    add(f, o->segment * 64u + o->segment_before, o->part);
    add(f, o->segment * 64u + o->segment_before, o->cue_left.between);
    add(f, o->segment * 64u + o->segment_after, o->cue_right.between);
}

static void add_ancestry(struct adding *f, const struct observation *o, const struct ancestry *a)
{
    uint32_t kind = a->word ? a->kind + 1u : 0;
    add(f, a->path, a->place);
    add(f, observation_mix(a->path, a->word), a->place);
    add(f, a->path, o->part * 8u + a->place);
    add(f, observation_mix(kind, a->word), a->place);
    add(f, kind * 8u + a->place, a->steps * 64u + o->part);
}

static void add_syntax(struct adding *f, const struct observation *const *near)
{
    const struct observation *o = near[0], *head = observation_by_index(f->all, o->head);
    const struct observation *subject = observation_by_index(f->all, o->subject);
    add(f, o->dependency, o->part);
    add(f, o->dependency, head->word);
    add(f, o->dependency * 64u + head->part, head->dependency);
    add(f, o->dependency, o->word);
    add_ancestry(f, o, &o->cue_above);
    add_ancestry(f, o, &o->verb_above);
    add(f, o->children, o->word);
    add(f, o->children, o->part);
    add(f, subject->word, o->part);
    add(f, subject->word, o->word);
    add(f, subject->part * 64u + o->part, o->children);
    add(f, near[-1]->verb_above.argument == o->verb_above.argument,
        (near[1]->verb_above.argument == o->verb_above.argument) * 64u + o->part);
}

/* Finer than senses, so in fewer pairs. */
static void add_kinds(struct adding *f, const struct observation *const *near)
{
    const struct observation *o = near[0], *head = observation_by_index(f->all, o->head);
    const struct observation *subject = observation_by_index(f->all, o->subject);
    const struct observation *verb =
        observation_by_index(f->all, o->verb_above.word ? o->verb_above.token : NO_INDEX);
    uint32_t own = o->kind * 64u + o->part, other = o->other_kind * 64u + o->part,
             telling = o->telling * 64u + o->part;
    for (int i = -1; i <= 1; i++)
        add(f, near[i]->kind, near[i]->part);
    add(f, own, o->children);
    add(f, own, subject->kind);
    add(f, other, o->children);
    add(f, other, near[1]->part);
    add(f, other, near[1]->word);
    add(f, telling, o->children);
    add(f, telling, near[1]->part);
    add(f, head->kind * 64u + head->part, o->dependency * 64u + o->part);
    add(f, verb->kind, observation_mix(o->verb_above.path, o->verb_above.place));
    add(f, verb->telling, observation_mix(o->verb_above.path, o->verb_above.place));
}

static void add_senses(struct adding *f, const struct observation *const *near)
{
    const struct observation *o = near[0], *head = observation_by_index(f->all, o->head);
    const struct observation *subject = observation_by_index(f->all, o->subject);
    const struct observation *verb =
        observation_by_index(f->all, o->verb_above.word ? o->verb_above.token : NO_INDEX);
    uint32_t own = o->sense * 64u + o->part;
    for (int i = -2; i <= 2; i++)
        add(f, near[i]->sense, near[i]->part);
    add(f, own, o->children);
    add(f, own, near[1]->part);
    add(f, own, near[1]->word);
    add(f, own, near[-1]->word);
    add(f, own, near[1]->sense);
    add(f, own, subject->sense * 64u + subject->part);
    add(f, head->sense * 64u + head->part, o->dependency * 64u + o->part);
    add(f, verb->sense, observation_mix(o->verb_above.path, o->verb_above.place));
    add(f, verb->sense, o->part * 8u + o->verb_above.place);
    add_kinds(f, near);
}

static void add_quoted(struct adding *f, const struct observation *const *near)
{
    const struct observation *o = near[0];
    uint32_t bits = o->first + 2u * o->last, quoted = o->quoted * 8u + o->quote_size;
    add(f, quoted, bits);
    add(f, quoted, near[-1]->quoted * 4u + near[1]->quoted);
    add(f, quoted, o->part);
    add(f, quoted, o->cue_left.between);
    add(f, quoted, o->cue_right.between);
    add(f, near[-1]->quoted * 8u + near[-1]->quote_size, near[-1]->part * 64u + o->part);
    add(f, near[1]->quoted * 8u + near[1]->quote_size, near[1]->part * 64u + o->part);
}

static void add_rules(struct adding *f, const struct observation *const *near)
{
    const struct observation *o = near[0];
    uint32_t own = o->rule_label * 32u + o->rule;
    add(f, own, 0);
    add(f, own, o->part);
    add(f, own, o->word);
    add(f, own, near[-1]->rule_label);
    add(f, own, near[1]->rule_label);
    add(f, own, near[-2]->rule_label * 8u + near[-1]->rule_label);
    add(f, own, near[1]->rule_label * 8u + near[2]->rule_label);
    add(f, own, near[1]->word);
    add(f, own, near[-1]->word);
    add(f, own, o->segment * 64u + o->segment_after);
}

/* The groups of templates, with what each goes by in words, for explanations. A template is known by its
 * place in all of them: whoever changes their order trains anew. */
static const struct {
    const char *name;
    void (*add)(struct adding *f, const struct observation *const *near);
} groups[LABELLER_GROUPS] = {
    {"the words there", add_words},
    {"the parts of speech there", add_parts},
    {"what the lexicon knows of the words there", add_lexicon},
    {"the nearest words that may be cues", add_cues},
    {"the nearest verbs", add_verbs},
    {"the commas around it", add_segments},
    {"the quotation marks", add_quoted},
    {"what the rules made of it", add_rules},
    {"how the sentence is built", add_syntax},
    {"what kind of thing the words mean", add_senses},
};

const char *labeller_group_name(size_t group)
{
    return groups[group].name;
}

size_t labeller_features_by_group(const struct observations *all, size_t index, uint32_t *rows,
                                  size_t ends[LABELLER_GROUPS])
{
    const struct observation *around[7];
    struct adding f;
    f.all = all;
    f.features.count = 0;
    for (ptrdiff_t i = -3; i <= 3; i++)
        around[i + 3] = observation_at(all, (ptrdiff_t)index + i);
    for (size_t g = 0; g < LABELLER_GROUPS; g++) {
        groups[g].add(&f, around + 3);
        ends[g] = f.features.count;
    }
    assert(f.features.count <= LABELLER_MOST_FEATURES);
    return features_find_rows(&f.features, MODEL_LABELLER_BITS, rows);
}

size_t labeller_features(const struct observations *all, size_t index, uint32_t *rows)
{
    size_t ends[LABELLER_GROUPS];
    return labeller_features_by_group(all, index, rows, ends);
}

/* The features of a token, and the rows that they name on their way here. */
static size_t fetch_features(const struct model *model, const struct observations *all, size_t index,
                             uint32_t *rows)
{
    size_t count = index < all->count ? labeller_features(all, index, rows) : 0;
    rows_fetch(model->labeller, MODEL_LABELLER_ROW, rows, count);
    return count;
}

/* What the labeller's own features say of each token. */
static void score_features(const struct model *model, const struct observations *all, label_scores *scores)
{
    uint32_t rows[2][LABELLER_MOST_FEATURES]; /* of this token and of the next one */
    size_t counts[2] = {fetch_features(model, all, 0, rows[0])};
    for (size_t i = 0; i < all->count; i++) {
        int16_t sums[MODEL_LABELLER_ROW] = {0};
        counts[(i + 1) % 2] = fetch_features(model, all, i + 1, rows[(i + 1) % 2]);
        rows_add(model->labeller, MODEL_LABELLER_ROW, rows[i % 2], counts[i % 2], sums);
        for (size_t c = 0; c < MODEL_LABELLER_ROW; c++)
            scores[i][c] = (float)sums[c] * model->head.labeller_scale;
    }
}

void labeller_score_all(const struct model *model, const struct observations *paragraphs, size_t count,
                        label_scores *scores)
{
    label_scores *next = scores;
    for (size_t i = 0; i < count; next += paragraphs[i++].count)
        score_features(model, &paragraphs[i], next);
    next = scores;
    for (size_t i = 0; i < count; next += paragraphs[i++].count)
        encoder_score(model, &paragraphs[i], next);
}

void labeller_score(const struct model *model, const struct observations *all, label_scores *scores)
{
    labeller_score_all(model, all, 1, scores);
}
