/* explain.c: see whosaid/annotate/explain.h. One function a sentence. Words of the article are shown in
 * marks, on one line and cut; they are clean already. */
#include "whosaid/annotate/explain.h"

#include "whosaid/annotate/annotate.h"
#include "whosaid/base/memory.h"

#include "attribution.h"
#include "joining.h"
#include "labeller_explain.h"
#include "rules.h"
#include "stages.h"

#include <assert.h>
#include <stdlib.h>

enum { MOST_TOKENS_SHOWN = 12, MOST_WORDS_COUNTED = 50, MOST_REASONS = 3, SURE = 99, DOUBTFUL = 50 };

struct explainer {
    struct arena arena;
    struct reading reading;
    struct findings found;             /* by the rules alone; empty without a model */
    struct observations *observations; /* what the labeller saw, one a paragraph; NULL without a model */
    struct model model;
};

static void observe(struct explainer *explainer)
{
    explainer->observations = joining_parse(&explainer->model, &explainer->reading);
    for (size_t i = 0, count; i < explainer->reading.paragraph_count; i++) {
        const struct attribution *seen = findings_before(&explainer->found, i, &count);
        joining_observe(seen, count, &explainer->observations[i]);
    }
}

struct explainer *explainer_create(const struct article *article)
{
    struct explainer *explainer = memory_calloc(1, sizeof *explainer);
    struct reading *reading = &explainer->reading;
    arena_init(&explainer->arena);
    stages_run(reading, article, &explainer->arena);
    if (reading->english && model_builtin(&explainer->model)) {
        attribution_find(reading, &explainer->found);
        observe(explainer);
    }
    return explainer;
}

void explainer_free(struct explainer *explainer)
{
    if (!explainer)
        return;
    findings_release(&explainer->found);
    arena_release(&explainer->arena);
    free(explainer);
}

/* ---- words */

/* A stretch of the article in marks, on one line: “the whole noun phrase”. */
static void add_words(const struct reading *reading, struct stretch words, struct strbuf *out)
{
    bool cut = words.end - words.first > MOST_TOKENS_SHOWN;
    if (cut)
        words.end = words.first + MOST_TOKENS_SHOWN;
    struct str text = span_str(reading->text, reading_span(reading, words));
    strbuf_add_str(out, STR("“"));
    for (size_t i = 0; i < text.size; i++)
        strbuf_add_byte(out, text.data[i] == '\n' ? ' ' : text.data[i]);
    strbuf_add_str(out, cut ? STR(" …”") : STR("”"));
}

/* The same for one token; a mark is named. */
static void add_token(const struct reading *reading, uint32_t token, struct strbuf *out)
{
    if (reading_token(reading, token)->shape == TOKEN_OPEN)
        strbuf_add_str(out, STR("its opening mark"));
    else
        add_words(reading, (struct stretch){token, token + 1}, out);
}

static void add_name(const struct reading *reading, struct span name, struct strbuf *out)
{
    struct str text = span_str(reading->text, name);
    for (size_t i = 0; i < text.size; i++)
        strbuf_add_byte(out, text.data[i] == '\n' ? ' ' : text.data[i]);
}

/* Words between a cue and its quotation, which the speaker's are no distance of. Counts to
 * MOST_WORDS_COUNTED. */
static uint32_t count_words(const struct reading *reading, struct stretch between, struct stretch speaker)
{
    uint32_t words = 0;
    for (uint32_t i = between.first; i < between.end && words < MOST_WORDS_COUNTED; i++)
        words += token_is_word(&reading->tokens[i]) && !(i >= speaker.first && i < speaker.end);
    return words;
}

/* ---- cue */

/* "right behind it", "3 words before it", for what stands between the two. */
static void add_distance(const struct reading *reading, struct stretch between, struct stretch speaker,
                         const char *side, struct strbuf *out)
{
    uint32_t words = count_words(reading, between, speaker);
    if (words == 0)
        strbuf_add_format(out, "right %s it", side);
    else if (words == MOST_WORDS_COUNTED)
        strbuf_add_format(out, "far %s it", side);
    else
        strbuf_add_format(out, "%u word%s %s it", words, words == 1 ? "" : "s", side);
}

static void tell_cue(const struct reading *reading, const struct attribution *a, struct strbuf *out)
{
    const struct stretch *first = &a->pieces[0], *last = &a->pieces[a->piece_count - 1];
    if (stretch_is_empty(a->cue)) {
        strbuf_add_str(out, STR("No word attributes it.\n"));
        return;
    }
    strbuf_add_str(out, STR("The cue is "));
    add_words(reading, a->cue, out);
    strbuf_add_str(out, STR(", "));
    if (a->cue.end <= first->first)
        add_distance(reading, (struct stretch){a->cue.end, first->first}, a->speaker, "before", out);
    else if (a->cue.first >= last->end)
        add_distance(reading, (struct stretch){last->end, a->cue.first}, a->speaker, "behind", out);
    else
        strbuf_add_str(out, STR("between its pieces"));
    strbuf_add_str(out, STR(".\n"));
}

/* ---- model */

/* The paragraph that holds a token, by halving. */
static size_t paragraph_of(const struct reading *reading, uint32_t token)
{
    size_t low = 0, high = reading->paragraph_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reading->paragraphs[middle].tokens.end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What the labeller saw of the paragraph that holds a token, which is one of a quotation that it found. */
static const struct observations *observations_at(const struct explainer *explainer, uint32_t token)
{
    return &explainer->observations[paragraph_of(&explainer->reading, token)];
}

/* The rule that took a token for what the label says, or RULE_NONE: the model is told of it and decides. */
static uint32_t rule_seen_at(struct explainer *explainer, uint32_t token, enum label label)
{
    const struct observations *observations = observations_at(explainer, token);
    const struct observation *o = &observations->items[token - observations->first];
    return o->rule_label == label || o->rule_label == label + 1 ? o->rule : RULE_NONE;
}

/* What found it: a rule, the model, or both. */
static void tell_finder(struct explainer *explainer, const struct attribution *a, struct strbuf *out)
{
    if (a->rule != RULE_MODEL) {
        strbuf_add_format(out, "A rule found it: %s.\n", annotate_rule_name(a->rule));
        return;
    }
    if (a->type == QUOTE_DIRECT) {
        strbuf_add_str(out, STR("It stands in quotation marks; the trained model found who says it.\n"));
        return;
    }
    uint32_t rule = rule_seen_at(explainer, a->pieces[0].first, LABEL_CONTENT_BEGIN);
    if (rule == RULE_NONE)
        strbuf_add_str(out, STR("The trained model found it; no rule did.\n"));
    else
        strbuf_add_format(out, "The trained model found it, and a rule that is less sure: %s.\n",
                          annotate_rule_name(rule));
}

/* "The model begins it at “that”, most of all by the words there, then ..." */
static void tell_label(struct explainer *explainer, const char *what, uint32_t token, enum label label,
                       struct strbuf *out)
{
    struct labeller_reason reasons[LABELLER_REASONS];
    const struct observations *observations = observations_at(explainer, token);
    assert(token - observations->first < observations->count);
    size_t count =
        labeller_explain(&explainer->model, observations, token - observations->first, label, reasons);
    strbuf_add_format(out, "The model %s ", what);
    add_token(&explainer->reading, token, out);
    if (count == 0)
        strbuf_add_str(out, STR(" for what it found beside it"));
    else
        strbuf_add_format(out, ", most of all by %s", reasons[0].name);
    for (size_t i = 1; i < count && i < MOST_REASONS; i++)
        strbuf_add_format(out, "%s by %s", i == 1 ? ", then" : " and", reasons[i].name);
    strbuf_add_str(out, STR(".\n"));
}

static void tell_model(struct explainer *explainer, const struct attribution *a, struct strbuf *out)
{
    if (a->rule != RULE_MODEL)
        return;
    if (a->type != QUOTE_DIRECT)
        tell_label(explainer, "begins it at", a->pieces[0].first, LABEL_CONTENT_BEGIN, out);
    else if (!stretch_is_empty(a->speaker))
        tell_label(explainer, "begins the speaker at", a->speaker.first, LABEL_SOURCE_BEGIN, out);
    if (!stretch_is_empty(a->cue))
        tell_label(explainer, "begins the cue at", a->cue.first, LABEL_CUE_BEGIN, out);
}

/* ---- speaker */

/* Why a mention stands for its name, behind "“He” is Alexander Vuving". */
static const char *const antecedent_reasons[ANTECEDENT_COUNT] = {
    [ANTECEDENT_NONE] = "",
    [ANTECEDENT_FULLER] = ": the name stands fuller elsewhere",
    [ANTECEDENT_SURNAME] = ", by surname",
    [ANTECEDENT_PRONOUN] = ": the last one named before it that fits",
    [ANTECEDENT_TITLE] = ", by title or role",
    [ANTECEDENT_SHORT_FORM] = ", in short",
};

/* "the last man named before it". */
static const char *pronoun_reason(const struct reading *reading, struct stretch mention)
{
    uint32_t tags = reading_token(reading, mention.first)->tags;
    if (tags & TAG_RELATIVE)
        return ": whom the words before it name";
    if (tags & (TAG_MALE | TAG_FEMALE))
        return tags & TAG_MALE ? ": the last man named before it" : ": the last woman named before it";
    return antecedent_reasons[ANTECEDENT_PRONOUN];
}

/* ", there “Vuving”": where the antecedent does not hold the name. */
static void add_antecedent(const struct reading *reading, const struct attribution *a, struct span name,
                           struct strbuf *out)
{
    struct str written = span_str(reading->text, reading_span(reading, a->antecedent_mention));
    if (str_find(written, span_str(reading->text, name), 0) != STR_NONE ||
        stretch_is_empty(a->antecedent_mention))
        return;
    strbuf_add_str(out, STR(", there "));
    add_words(reading, a->antecedent_mention, out);
}

/* Entities and their names are the body's, also for the headline. */
static void tell_speaker(const struct reading *reading, const struct reading *body,
                         const struct attribution *a, struct strbuf *out)
{
    if (stretch_is_empty(a->speaker)) {
        strbuf_add_str(out, STR("Nobody is named as its speaker.\n"));
        return;
    }
    add_words(reading, a->speaker, out);
    if (a->entity == NO_INDEX) {
        strbuf_add_str(out, STR(" is the speaker; whom that stands for is not known.\n"));
        return;
    }
    struct span name = body->entities[a->entity].name;
    if (a->antecedent == ANTECEDENT_SELF) {
        strbuf_add_str(out, STR(" is the speaker, named here.\n"));
        return;
    }
    strbuf_add_str(out, STR(" is "));
    add_name(body, name, out);
    const char *reason = a->antecedent == ANTECEDENT_PRONOUN ? pronoun_reason(reading, a->speaker)
                                                             : antecedent_reasons[a->antecedent];
    strbuf_add_str(out, str_from(reason));
    add_antecedent(body, a, name, out);
    strbuf_add_str(out, STR(".\n"));
}

/* ---- stance */

static void tell_stance(const struct attribution *a, struct strbuf *out)
{
    static const char *const sentences[STANCE_COUNT] = {
        [STANCE_SAID] = "",
        [STANCE_NEGATED] = "Around the cue a negation: this is what is reported as not said.\n",
        [STANCE_CONDITIONAL] =
            "Around the cue a condition or a future: this may be said, and is not reported as said.\n",
    };
    strbuf_add_str(out, str_from(sentences[a->stance]));
}

/* ---- how sure */

static void tell_confidence(const struct attribution *a, struct strbuf *out)
{
    int percent = (int)(a->confidence * 100 + 0.5f);
    if (percent > SURE)
        percent = SURE;
    strbuf_add_format(
        out,
        "%d %% sure: of a hundred quotations found this way, about %d were right in articles kept "
        "for checking%s.\n",
        percent, percent, percent < DOUBTFUL ? "; more were wrong" : "");
}

/* Tells of an attribution of the reading, which is the body's or the headline's. */
static void tell(struct explainer *explainer, const struct reading *reading, size_t index, struct strbuf *out)
{
    if (!reading || index >= reading->attribution_count)
        return;
    const struct attribution *a = &reading->attributions[index];
    tell_cue(reading, a, out);
    tell_finder(explainer, a, out);
    tell_model(explainer, a, out);
    tell_speaker(reading, &explainer->reading, a, out);
    tell_stance(a, out);
    tell_confidence(a, out);
}

void explainer_tell(struct explainer *explainer, size_t quote, struct strbuf *out)
{
    tell(explainer, &explainer->reading, quote, out);
}

void explainer_tell_title(struct explainer *explainer, size_t quote, struct strbuf *out)
{
    tell(explainer, explainer->reading.title, quote, out);
}
