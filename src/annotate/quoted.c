/* quoted.c: attribution of what stands in quotation marks; see attribution.h.
 *
 * For each outermost pair, in order: a cue behind it ("...," X said), a cue before it (X said, "..."), speech
 * that goes on from the attribution before; else a term, or speech that nobody is named for. Each pair looks
 * at most PHRASE_MOST_TOKENS to either side. */
#include "attribution.h"

#include "phrases.h"
#include "rules.h"
#include "sources.h"
#include "turns.h"

enum {
    LEAST_FOREIGN_SPEECH =
        24,          /* bytes that do so in other languages: three words, eight Chinese characters */
    LEAST_BLOCK = 4, /* words of a block quotation */
};

struct quoting {
    const struct reading *reading;
    const struct paragraph *paragraph;
    attribution_vector *attributions;
    span_vector *terms;
    size_t first;     /* the paragraph's first attribution */
    uint32_t covered; /* tokens before this one belong to an attribution */
};

static struct attribution *add(struct quoting *q, const struct source *source, struct stretch piece,
                               uint32_t type)
{
    struct attribution *a = vector_add(q->attributions);
    a->pieces[0] = piece;
    a->piece_count = 1;
    a->speaker = source->speaker;
    a->cue = source->cue;
    a->type = type;
    a->rule = source->rule;
    a->parent = a->entity = NO_INDEX;
    a->confidence = rules_confidence(a);
    if (piece.end > q->covered)
        q->covered = piece.end;
    return a;
}

static bool add_piece(struct quoting *q, struct attribution *a, struct stretch piece)
{
    if (a->piece_count == MOST_PIECES)
        return false;
    a->pieces[a->piece_count++] = piece;
    q->covered = piece.end;
    return true;
}

/* The first outermost pair from index on, or pair_end. */
static uint32_t next_pair(const struct quoting *q, uint32_t index)
{
    const struct reading *r = q->reading;
    for (; index < q->paragraph->pair_end; index++)
        if (r->pairs[index].parent == NO_INDEX && !stretch_is_empty(r->pairs[index].inside))
            break;
    return index;
}

/* The end of a mixed quotation's clause: with the marks where they end the sentence, else where the clause
 * does. */
static uint32_t mixed_end(const struct quoting *q, const struct pair *pair)
{
    const struct reading *r = q->reading;
    uint32_t behind = pair_stretch(pair).end, limit = q->paragraph->tokens.end;
    uint32_t last = reading_pair_last(r, pair);
    bool goes_on = reading_is(r, behind, "and") && reading_has(r, behind + 1, TAG_THAT);
    if (behind >= limit || reading_ends_sentence(r, last))
        return behind;
    if (reading_is(r, behind, ",") && reading_has(r, behind + 1, TAG_DETERMINER | TAG_RELATIVE | TAG_ING))
        return behind; /* "...", a charge that Oslo denies */
    if (reading_is(r, last, ",") && !goes_on &&
        (reading_count_words(r, pair->inside) >= LONG_SPEECH || reading_has(r, behind, TAG_ING) ||
         reading_has(r, behind, TAG_CONJUNCTION | TAG_RELATIVE | TAG_PRONOUN)))
        return behind;
    if (reading_is(r, behind, "and") &&
        (reading_has(r, behind + 1, TAG_VERB) || str_ends(reading_token(r, behind + 1)->lower, STR("ed"))))
        return behind; /* the speaker's next deed */
    return attribution_clause_end(r, behind, attribution_sentence_end(r, pair->open, limit));
}

/* Whether a pair behind the quotation a, and behind what attributes it, has a cue that is not a's. */
static bool has_own_source(const struct quoting *q, const struct attribution *a, const struct pair *pair,
                           uint32_t limit)
{
    const struct reading *r = q->reading;
    uint32_t first = a->pieces[a->piece_count - 1].end;
    first = a->cue.end > first ? a->cue.end : first;
    first = a->speaker.end > first ? a->speaker.end : first;
    if (source_after(r, pair, limit).found)
        return true;
    first = attribution_sentence_start(r, pair->open, first);
    struct source before = source_before(r, first, pair->open, a->speaker);
    return source_reaches(r, &before, pair);
}

/* Further pairs that carry on the quotation a: an interrupted one ("...," he said, "..."), or the next
 * sentences of the paragraph, as long as they have no cue of their own. Returns the last pair taken. */
static uint32_t take_following(struct quoting *q, struct attribution *a, uint32_t index, uint32_t tail)
{
    const struct reading *r = q->reading;
    uint32_t limit = q->paragraph->tokens.end;
    for (;;) {
        uint32_t next = next_pair(q, index + 1);
        if (next >= q->paragraph->pair_end)
            return index;
        const struct pair *pair = &r->pairs[next];
        bool adjoins =
            pair->open == tail || (pair->open == tail + 1 && !token_is_word(reading_token(r, tail)));
        if (!adjoins || has_own_source(q, a, pair, limit) || !add_piece(q, a, pair_stretch(pair)))
            return index;
        index = next;
        tail = pair_stretch(pair).end;
    }
}

/* Where the content of a quotation with its cue behind it begins: with the clause that leads into the marks
 * ("The plan is 'dead,' he said"), which a whole sentence in marks does not have. */
static uint32_t lead_in(const struct quoting *q, const struct pair *pair, uint32_t limit)
{
    const struct reading *r = q->reading;
    const struct token *first = reading_token(r, pair->inside.first);
    bool whole =
        first->shape != TOKEN_LOWER || !token_is_word(reading_token(r, pair->open - (pair->open > 0)));
    if (limit >= pair->open || (whole && reading_count_words(r, pair->inside) >= LONG_SPEECH))
        return pair->open;
    bool plain =
        token_is_word(reading_token(r, limit)) && !reading_has(r, limit, TAG_CONJUNCTION | TAG_ADVERB);
    plain &=
        limit + 1 < pair->open || reading_token(r, limit)->shape != TOKEN_NUMBER; /* "22:31 “It is late”" */
    for (uint32_t i = limit; i < pair->open; i++)
        plain &= reading_token(r, i)->shape != TOKEN_OPEN && !reading_is(r, i, ":");
    return plain ? limit : pair->open;
}

/* Gives the paragraphs of speech before this one, whose marks stayed open, the speaker that this one names.
 */
static void name_opening(struct quoting *q, const struct source *source)
{
    if (q->first == 0)
        return;
    struct attribution *opening = &q->attributions->data[q->first - 1];
    if (opening->rule != RULE_NONE ||
        q->paragraph[-1].tokens.end != opening->pieces[opening->piece_count - 1].end)
        return;
    opening->speaker = source->speaker;
    opening->cue = source->cue;
    opening->rule = RULE_PARAGRAPH;
    opening->confidence = rules_confidence(opening);
}

static uint32_t quote_after(struct quoting *q, uint32_t index, const struct source *source, uint32_t start)
{
    const struct reading *r = q->reading;
    uint32_t limit = q->paragraph->tokens.end;
    struct stretch piece = pair_stretch(&r->pairs[index]);
    piece.first = lead_in(q, &r->pairs[index], start);
    struct attribution *a =
        add(q, source, piece, piece.first < r->pairs[index].open ? QUOTE_MIXED : QUOTE_DIRECT);
    uint32_t last = source->cue.end > source->speaker.end ? source->cue.end : source->speaker.end;
    q->covered = last;
    if (r->pairs[index].continues != NO_INDEX)
        name_opening(q, source);
    return take_following(q, a, index, source_tail_end(r, last, limit));
}

static uint32_t quote_before(struct quoting *q, uint32_t index, struct source *source)
{
    const struct reading *r = q->reading;
    const struct pair *pair = &r->pairs[index];
    struct stretch piece = pair_stretch(pair);
    uint32_t type = QUOTE_DIRECT;
    if (!source_opens_speech(r, source, pair->open)) {
        uint32_t start = source_content_start(r, source, pair->open);
        piece = (struct stretch){start > q->covered ? start : q->covered, mixed_end(q, pair)};
        type = piece.first < pair->open || piece.end > pair_stretch(pair).end ? QUOTE_MIXED : QUOTE_DIRECT;
        source->rule = type == QUOTE_MIXED && source->rule == RULE_BEFORE ? RULE_MIXED : source->rule;
    } else if (!reading_ends_sentence(r, reading_pair_last(r, pair)) &&
               !reading_is(r, reading_pair_last(r, pair), ",")) {
        piece.end = mixed_end(q, pair);
        type = piece.end > pair_stretch(pair).end ? QUOTE_MIXED : QUOTE_DIRECT;
    }
    if (piece.end > source->last && source->last >= pair_stretch(pair).end)
        piece.end = source->last;
    struct attribution *a = add(q, source, piece, type);
    uint32_t next = next_pair(q, index + 1);
    while (next < q->paragraph->pair_end && r->pairs[next].open < piece.end) {
        index = next;
        next = next_pair(q, index + 1);
    }
    return take_following(q, a, index, piece.end);
}

/* The paragraph before ended in speech of a known speaker, and this one is speech throughout. */
static const struct attribution *carried_from(const struct quoting *q, const struct pair *pair)
{
    const struct reading *r = q->reading;
    struct stretch all = q->paragraph->tokens;
    if (q->first == 0 || pair->open != all.first || pair_stretch(pair).end != all.end)
        return NULL;
    const struct attribution *last = &q->attributions->data[q->first - 1];
    const struct paragraph *before = q->paragraph - 1;
    bool from_before = last->pieces[0].first >= before->tokens.first;
    if (!from_before || stretch_is_empty(last->speaker) || reading_count_words(r, pair->inside) < LONG_SPEECH)
        return NULL;
    return last;
}

/* Whether words in marks that have no cue are speech all the same: whole sentences that stand for themselves,
 * or long. */
static bool is_speech(const struct quoting *q, const struct pair *pair)
{
    const struct reading *r = q->reading;
    if (!reading_ends_sentence(r, reading_pair_last(r, pair)))
        return false;
    uint32_t words = reading_count_words(r, pair->inside);
    bool sentence = attribution_sentence_start(r, pair->open, q->paragraph->tokens.first) == pair->open;
    return words >= LONG_SPEECH || (sentence && words >= 3);
}

/* Speech whose speaker was named in the paragraph before, or by nobody, and terms. */
static void keep_unattributed(struct quoting *q, uint32_t index)
{
    const struct reading *r = q->reading;
    const struct pair *pair = &r->pairs[index];
    struct source source = {.rule = RULE_NONE};
    const struct attribution *last = carried_from(q, pair);
    bool open_before = pair->continues != NO_INDEX && q->first > 0;
    if (open_before)
        last = &q->attributions->data[q->first - 1];
    if (open_before && last->pieces[last->piece_count - 1].first == r->pairs[pair->continues].open &&
        add_piece(q, &q->attributions->data[q->first - 1], pair_stretch(pair)))
        return;
    struct source announced = source_announced(r, q->paragraph, pair);
    if (announced.found && is_speech(q, pair)) {
        add(q, &announced, pair_stretch(pair), QUOTE_DIRECT);
        return;
    }
    if (last) {
        source.speaker = last->speaker;
        source.rule = open_before ? RULE_PARAGRAPH : RULE_CARRIED;
        add(q, &source, pair_stretch(pair), QUOTE_DIRECT);
        return;
    }
    bool whole =
        pair->open == q->paragraph->tokens.first && pair_stretch(pair).end == q->paragraph->tokens.end;
    if (is_speech(q, pair) && !(whole && reading_is_title_case(r, pair->inside)))
        add(q, &source, pair_stretch(pair), QUOTE_DIRECT);
    else if (pair->closed && !whole) /* a paragraph of a few words in marks is a heading */
        vector_push(q->terms, reading_span(r, pair_stretch(pair)));
}

/* In a language whose cues are not known, marks around more than a few words are a quotation of nobody named.
 */
static uint32_t keep_by_marks(struct quoting *q, uint32_t index)
{
    const struct source nobody = {.rule = RULE_NONE};
    const struct pair *pair = &q->reading->pairs[index];
    if (span_size(reading_span(q->reading, pair->inside)) >= LEAST_FOREIGN_SPEECH)
        add(q, &nobody, pair_stretch(pair), QUOTE_DIRECT);
    else if (pair->closed)
        vector_push(q->terms, reading_span(q->reading, pair_stretch(pair)));
    return index;
}

/* Who spoke last in the sentence that holds the token, or nobody. */
static struct stretch sentence_speaker(const struct quoting *q, uint32_t token)
{
    struct stretch nobody = {0, 0};
    if (q->attributions->size == q->first)
        return nobody;
    struct stretch speaker = vector_last(q->attributions).speaker;
    bool same =
        reading_token(q->reading, speaker.first)->sentence == reading_token(q->reading, token)->sentence;
    return same ? speaker : nobody;
}

/* A turn in a transcript: what stands behind its name, without a mark that opened before the name. */
static void attribute_turn(struct quoting *q)
{
    struct source source = source_of_turn(q->reading, q->paragraph);
    struct stretch all = q->paragraph->tokens, piece = {source.cue.end, all.end};
    if (!source.found)
        return;
    if (source.speaker.first > all.first && reading_token(q->reading, all.end - 1)->shape == TOKEN_CLOSE)
        piece.end--;
    if (!stretch_is_empty(piece))
        add(q, &source, piece, QUOTE_DIRECT);
}

/* A block quotation, set without marks: "Holt added:" and a paragraph of its own. */
static void attribute_block(struct quoting *q)
{
    const struct reading *r = q->reading;
    struct stretch all = q->paragraph->tokens;
    if (q->paragraph->first_pair < q->paragraph->pair_end || stretch_is_empty(all))
        return;
    struct source source = source_announced(r, q->paragraph, NULL);
    if (source.found && source_opens_speech(r, &source, all.first) && reading_ends_sentence(r, all.end - 1) &&
        reading_count_words(r, all) >= LEAST_BLOCK)
        add(q, &source, all, QUOTE_DIRECT);
}

/* Words in marks that their speaker signed. */
static bool attribute_signed(struct quoting *q, const struct pair *pair)
{
    struct source source = source_signed(q->reading, q->paragraph, pair);
    if (!source.found)
        return false;
    add(q, &source, pair_stretch(pair), QUOTE_DIRECT);
    if (pair->continues != NO_INDEX)
        name_opening(q, &source);
    return true;
}

static uint32_t attribute_pair(struct quoting *q, uint32_t index)
{
    const struct reading *r = q->reading;
    const struct pair *pair = &r->pairs[index];
    if (attribute_signed(q, pair))
        return index;
    uint32_t limit = attribution_sentence_start(r, pair->open, q->paragraph->tokens.first);
    struct source source = source_after(r, pair, q->paragraph->tokens.end);
    if (limit < q->covered)
        limit = q->covered;
    struct source before = source_before(r, limit, pair->open, sentence_speaker(q, pair->open));
    bool certain = reading_is(r, reading_pair_last(r, pair), ","); /* "...," X said */
    bool begins =
        certain || pair->open == limit || !source_reaches(r, &before, pair) || before.rule == RULE_BEFORE_ING;
    if (source.found && begins)
        return quote_after(q, index, &source, limit);
    if (source_reaches(r, &before, pair) && !source_is_named(r, limit, pair))
        return quote_before(q, index, &before);
    before = source_introduced(r, limit, pair);
    if (before.found)
        return quote_before(q, index, &before);
    keep_unattributed(q, index);
    return index;
}

/* A quotation inside another: only with a cue of its own inside, and only as it stands. */
static void attribute_inner(struct quoting *q, const struct pair *pair)
{
    const struct reading *r = q->reading;
    const struct pair *parent = &r->pairs[pair->parent];
    uint32_t limit = attribution_sentence_start(r, pair->open, parent->inside.first);
    struct source source = source_after(r, pair, parent->inside.end);
    struct source before = source_before(r, limit, pair->open, (struct stretch){0, 0});
    if (!source.found || (before.found && before.cue.end == pair->open)) {
        source = before;
        source.found = source.found && source_opens_speech(r, &source, pair->open);
    }
    if (!source.found || stretch_is_empty(pair->inside))
        return;
    source.rule = RULE_INNER;
    add(q, &source, pair_stretch(pair), QUOTE_DIRECT);
}

void attribution_quoted(const struct reading *reading, const struct paragraph *paragraph,
                        attribution_vector *attributions, span_vector *terms)
{
    struct quoting q = {reading, paragraph, attributions, terms, attributions->size, paragraph->tokens.first};
    if (reading->english)
        attribute_turn(&q);
    if (reading->english && q.covered == paragraph->tokens.first)
        attribute_block(&q);
    for (uint32_t index = next_pair(&q, paragraph->first_pair); index < paragraph->pair_end;
         index = next_pair(&q, index + 1))
        if (reading->pairs[index].open >= q.covered)
            index = reading->english ? attribute_pair(&q, index) : keep_by_marks(&q, index);
    for (uint32_t index = paragraph->first_pair; index < paragraph->pair_end; index++)
        if (reading->pairs[index].parent != NO_INDEX && !stretch_is_empty(reading->pairs[index].inside))
            attribute_inner(&q, &reading->pairs[index]);
}
