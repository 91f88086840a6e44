/* quoted.c: attribution of what stands in quotation marks; see attribution.h.
 *
 * For each outermost pair, in order: a cue behind it ("...," X said), a cue before it (X said, "..."), speech
 * that goes on from the attribution before; else a term, or speech that nobody is named for. Each pair looks
 * at most PHRASE_MOST_TOKENS to either side. */
#include "attribution.h"

#include "phrases.h"
#include "rules.h"

enum {
    LONG_SPEECH = 7, /* words that make unattributed marks speech and not a term */
    LEAST_FOREIGN_SPEECH =
        24, /* bytes that do so in other languages: three words, eight Chinese characters */
    SPOKEN = TAG_SAY | TAG_TELL,
    FINITE = TAG_PAST | TAG_THIRD | TAG_BASE,
};

struct quoting {
    const struct reading *reading;
    const struct paragraph *paragraph;
    attribution_vector *attributions;
    span_vector *terms;
    size_t first;     /* the paragraph's first attribution */
    uint32_t covered; /* tokens before this one belong to an attribution */
};

/* A place for a cue and its speaker. */
struct source {
    struct stretch speaker, cue;
    uint32_t verb, rule;
    bool found;
};

static struct stretch pair_stretch(const struct pair *pair)
{
    return (struct stretch){pair->open, pair->closed ? pair->close + 1 : pair->close};
}

static bool is_mark(const struct reading *r, uint32_t i)
{
    return reading_token(r, i)->shape == TOKEN_OPEN || reading_token(r, i)->shape == TOKEN_CLOSE;
}

static bool ends_sentence(const struct reading *r, uint32_t i)
{
    return reading_is(r, i, ".") || reading_is(r, i, "?") || reading_is(r, i, "!");
}

/* The last token inside the marks, inner marks passed over. */
static uint32_t last_inside(const struct reading *r, const struct pair *pair)
{
    uint32_t i = pair->inside.end;
    while (i > pair->inside.first + 1 && is_mark(r, i - 1))
        i--;
    return i - 1;
}

static uint32_t count_words(const struct reading *r, struct stretch s)
{
    uint32_t words = 0;
    for (uint32_t i = s.first; i < s.end && words < 2 * LONG_SPEECH; i++)
        words += token_is_word(&r->tokens[i]);
    return words;
}

/* Where the text behind a quotation stops being able to attribute it. */
static uint32_t tail_end(const struct reading *r, uint32_t first, uint32_t limit)
{
    uint32_t i = first;
    while (i < limit && i < first + PHRASE_MOST_TOKENS && reading_token(r, i)->shape != TOKEN_OPEN &&
           !ends_sentence(r, i) && !reading_is(r, i, ";"))
        i++;
    return i;
}

/* Whether what follows a cue after a quotation lets it be about the quotation, and not open a clause of its
 * own: "he said.", "he told reporters on Monday", but not "he said that". */
static bool cue_rests(const struct reading *r, uint32_t after, uint32_t limit)
{
    if (after >= limit || !token_is_word(reading_token(r, after)))
        return true;
    return reading_has(r, after, TAG_PREPOSITION | TAG_ADVERB | TAG_WEEKDAY | TAG_CONJUNCTION) ||
           reading_is(r, after, "this") || reading_is(r, after, "last") || reading_is(r, after, "reporters");
}

/* Whether the words between a quotation and a cue can be its subject and nothing else. */
static bool can_be_subject(const struct reading *r, struct stretch s)
{
    if (stretch_is_empty(s) || s.end - s.first > 40 || !token_is_word(reading_token(r, s.first)))
        return false;
    if (reading_has(r, s.first,
                    TAG_CONJUNCTION | TAG_PREPOSITION | TAG_RELATIVE | TAG_AUXILIARY | TAG_ING | TAG_THAT))
        return false;
    for (uint32_t i = s.first; i < s.end && !reading_is(r, i, ","); i++)
        if (reading_has(r, i, TAG_AUXILIARY | TAG_VERB | TAG_THAT | TAG_RELATIVE) && !reading_is(r, i, "'s"))
            return false;
    return true;
}

/* The subject between a quotation and its cue, without adverbs and the comma of an apposition. */
static struct stretch subject_between(const struct reading *r, uint32_t first, uint32_t end)
{
    while (end > first + 1 && (reading_is(r, end - 1, ",") || reading_has(r, end - 1, TAG_WEEKDAY) ||
                               ((reading_has(r, end - 1, TAG_ADVERB | TAG_RELATIVE)) &&
                                reading_token(r, end - 1)->shape == TOKEN_LOWER)))
        end--;
    if (end > first + 1 && reading_is(r, end - 1, "on"))
        end--;
    return (struct stretch){first, end};
}

static struct source inverted_source(const struct reading *r, uint32_t verb, uint32_t first, uint32_t end)
{
    struct source source = {.verb = verb, .rule = RULE_INVERTED};
    source.cue = cue_extend(r, verb, first, verb + 1);
    source.speaker = phrase_after(r, verb + 1, end);
    source.found = !stretch_is_empty(source.speaker);
    return source;
}

/* Looks behind a quotation, from token first on: "X said", "said X", "according to X". */
static struct source source_after(const struct reading *r, uint32_t first, uint32_t limit, bool speech_ended)
{
    struct source none = {.found = false};
    uint32_t end = tail_end(r, first, limit), start = first;
    if (cue_is_according(r, first)) {
        struct stretch speaker = phrase_after(r, first + 2, end);
        return (struct source){
            speaker, {first, first + 2}, first, RULE_ACCORDING_AFTER, !stretch_is_empty(speaker)};
    }
    while (start < end && reading_has(r, start, TAG_ADVERB) && reading_token(r, start)->shape == TOKEN_LOWER)
        start++;
    if (reading_has(r, start, SPOKEN) && reading_has(r, start, TAG_PAST | TAG_THIRD) &&
        reading_token(r, start)->shape == TOKEN_LOWER && !cue_rests(r, start + 1, end))
        return inverted_source(r, start, first, end);
    for (uint32_t i = start + 1; i < end; i++) {
        if (!reading_has(r, i, SPOKEN | TAG_THINK) || !reading_has(r, i, FINITE) || !cue_is_verb(r, i, first))
            continue;
        struct source source = {.verb = i, .rule = RULE_AFTER};
        source.cue = cue_extend(r, i, first + 1, end);
        source.speaker = subject_between(r, first, source.cue.first);
        source.found = can_be_subject(r, source.speaker) &&
                       (!speech_ended || cue_rests(r, source.cue.end, end) || reading_has(r, i, TAG_TELL));
        return source;
    }
    return none;
}

/* A cue behind the pair, if its last characters and what follows allow one. */
static struct source source_after_pair(const struct quoting *q, const struct pair *pair, uint32_t limit)
{
    const struct reading *r = q->reading;
    struct source none = {.found = false};
    uint32_t last = last_inside(r, pair), first = pair->close + 1;
    if (!pair->closed || first >= limit || stretch_is_empty(pair->inside))
        return none;
    bool comma_behind = reading_is(r, first, ",") || reading_is(r, first, "-") || reading_is(r, first, "—");
    bool lower = reading_token(r, first)->shape == TOKEN_LOWER;
    if (reading_is(r, last, ".") && !lower && !comma_behind)
        return none;
    bool comma_inside = !token_is_word(reading_token(r, last));
    struct source source =
        source_after(r, first + comma_behind, limit, !reading_is(r, last, ",") && !comma_behind);
    bool short_words = count_words(r, pair->inside) <= 4; /* on "The Morning Hour," Lind said that */
    if (short_words && source.rule == RULE_AFTER && !cue_rests(r, source.cue.end, limit) &&
        !reading_has(r, source.verb, TAG_TELL))
        source.found = false;
    bool ends = source.found && ends_sentence(r, source.cue.end); /* "..." X said. */
    if (!comma_inside && !comma_behind && source.found)
        source.found = source.rule == RULE_INVERTED || source.rule == RULE_ACCORDING_AFTER || ends;
    return source;
}

/* The subject of a cue before its clause; a participle or a second verb takes the sentence's. */
static struct source finish_before(const struct reading *r, uint32_t limit, uint32_t verb, uint32_t end)
{
    struct source source = {.verb = verb, .rule = RULE_BEFORE, .found = true};
    source.cue = cue_extend(r, verb, limit, end);
    if (cue_is_quoted_as(r, &source.cue, verb, limit)) {
        source.speaker = phrase_before(r, limit, source.cue.first);
        source.found = !stretch_is_empty(source.speaker);
        return source;
    }
    if (cue_is_passive(r, source.cue, verb)) {
        source.found = false;
        return source;
    }
    bool shared = false;
    source.speaker = cue_subject(r, limit, limit, source.cue, verb, &shared);
    if (shared)
        source.rule = RULE_BEFORE_ING;
    source.found = !stretch_is_empty(source.speaker);
    return source;
}

/* "According to X," that opens the window. */
static struct source source_according(const struct reading *r, uint32_t limit, uint32_t end)
{
    struct source source = {.rule = RULE_ACCORDING};
    for (uint32_t i = limit; i < end && i < limit + PHRASE_MOST_TOKENS; i++)
        if (cue_is_according(r, i)) {
            source.verb = i;
            source.cue = (struct stretch){i, i + 2};
            source.speaker = phrase_after_according(r, i, end);
            source.found = !stretch_is_empty(source.speaker);
            break;
        }
    return source;
}

/* Whether a reported clause that begins behind the cue runs on to the mark. */
static bool clause_reaches(const struct reading *r, struct stretch cue, uint32_t open)
{
    return attribution_clause_end(r, cue.end, open) + 1 >= open;
}

/* Whether a verb can govern a clause that holds a nearer cue. */
static bool may_govern(const struct reading *r, uint32_t verb)
{
    return reading_has(r, verb, SPOKEN) && !reading_has(r, verb, TAG_ING);
}

/* Looks before a quotation for the cue that governs it: the nearest one, or one before it whose clause holds
 * that one too ("noted that the visits are meant to show that ..."). */
static struct source source_before(const struct reading *r, uint32_t limit, uint32_t open)
{
    struct source found = {.found = false};
    uint32_t start =
        open > PHRASE_MOST_TOKENS && limit < open - PHRASE_MOST_TOKENS ? open - PHRASE_MOST_TOKENS : limit;
    for (uint32_t i = open; i > start; i--) {
        if (!cue_is_verb(r, i - 1, limit) || (found.found && !may_govern(r, i - 1)))
            continue;
        struct source source = finish_before(r, limit, i - 1, open);
        if (source.found && (!found.found || clause_reaches(r, source.cue, open)))
            found = source;
    }
    return found.found ? found : source_according(r, limit, open);
}

/* Whether the words between a cue and a quotation only say to whom, when or where, so that speech begins at
 * the mark: "told reporters on Monday:". */
static bool speech_begins_at(const struct reading *r, const struct source *source, uint32_t open)
{
    bool comma = reading_is(r, open - 1, ","),
         takes_things = !reading_has(r, source->verb, SPOKEN | TAG_THINK);
    uint32_t begin = source->rule == RULE_ACCORDING ? source->speaker.end : source->cue.end;
    if (begin >= open || (source->rule == RULE_ACCORDING && begin + 1 == open))
        return true;
    if (source->rule == RULE_ACCORDING)
        return reading_is(r, open - 1, ":");
    if ((!comma || takes_things) && !reading_is(r, open - 1, ":"))
        return false;
    for (uint32_t i = begin; i < open; i++)
        if (reading_has(r, i, TAG_THAT | TAG_AUXILIARY) && !reading_is(r, i, "'s"))
            return reading_is(r, open - 1, ":");
    return true;
}

/* Where the content of a reported clause begins: behind the addressee, with its "that". */
static uint32_t content_start(const struct reading *r, const struct source *source, uint32_t open)
{
    uint32_t i = source->rule == RULE_ACCORDING ? source->speaker.end : source->cue.end;
    for (uint32_t k = i; k < open && k < i + 9; k++)
        if (reading_has(r, k, TAG_THAT) && (k == i || !reading_has(r, source->verb, TAG_JUDGE)))
            return k;
    if (reading_has(r, source->verb, TAG_TELL)) {
        struct stretch addressee = phrase_after(r, i, open);
        i = addressee.end < open ? addressee.end : i;
    }
    while (i < open && (reading_is(r, i, ",") || reading_is(r, i, ":")))
        i++;
    return i;
}

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
    uint32_t last = last_inside(r, pair);
    bool goes_on = reading_is(r, behind, "and") && reading_has(r, behind + 1, TAG_THAT);
    if (behind >= limit || ends_sentence(r, last))
        return behind;
    if (reading_is(r, behind, ",") && reading_has(r, behind + 1, TAG_DETERMINER | TAG_RELATIVE | TAG_ING))
        return behind; /* "...", a charge that Oslo denies */
    if (reading_is(r, last, ",") && !goes_on &&
        (count_words(r, pair->inside) >= LONG_SPEECH || reading_has(r, behind, TAG_ING) ||
         reading_has(r, behind, TAG_CONJUNCTION | TAG_RELATIVE | TAG_PRONOUN)))
        return behind;
    if (reading_is(r, behind, "and") &&
        (reading_has(r, behind + 1, TAG_VERB) || str_ends(reading_token(r, behind + 1)->lower, STR("ed"))))
        return behind; /* the speaker's next deed */
    return attribution_clause_end(r, behind, attribution_sentence_end(r, pair->open, limit));
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
        if (!adjoins || source_after_pair(q, pair, limit).found || !add_piece(q, a, pair_stretch(pair)))
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
    if (limit >= pair->open || (whole && count_words(r, pair->inside) >= LONG_SPEECH))
        return pair->open;
    bool plain =
        token_is_word(reading_token(r, limit)) && !reading_has(r, limit, TAG_CONJUNCTION | TAG_ADVERB);
    for (uint32_t i = limit; i < pair->open; i++)
        plain &= reading_token(r, i)->shape != TOKEN_OPEN && !reading_is(r, i, ":");
    return plain ? limit : pair->open;
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
    uint32_t tail = tail_end(r, last, limit);
    q->covered = tail;
    return take_following(q, a, index, tail);
}

static uint32_t quote_before(struct quoting *q, uint32_t index, struct source *source)
{
    const struct reading *r = q->reading;
    const struct pair *pair = &r->pairs[index];
    struct stretch piece = pair_stretch(pair);
    uint32_t type = QUOTE_DIRECT;
    if (!speech_begins_at(r, source, pair->open)) {
        uint32_t start = content_start(r, source, pair->open);
        piece = (struct stretch){start > q->covered ? start : q->covered, mixed_end(q, pair)};
        type = piece.first < pair->open || piece.end > pair_stretch(pair).end ? QUOTE_MIXED : QUOTE_DIRECT;
        source->rule = type == QUOTE_MIXED && source->rule == RULE_BEFORE ? RULE_MIXED : source->rule;
    } else if (!ends_sentence(r, last_inside(r, pair)) && !reading_is(r, last_inside(r, pair), ",")) {
        piece.end = mixed_end(q, pair);
        type = piece.end > pair_stretch(pair).end ? QUOTE_MIXED : QUOTE_DIRECT;
    }
    struct attribution *a = add(q, source, piece, type);
    uint32_t next = next_pair(q, index + 1);
    while (next < q->paragraph->pair_end && r->pairs[next].open < piece.end) {
        index = next;
        next = next_pair(q, index + 1);
    }
    return take_following(q, a, index, piece.end);
}

/* A colon that opens speech without a cue verb: the sentence's subject speaks. */
static struct source source_introduced(const struct reading *r, uint32_t limit, const struct pair *pair)
{
    struct source source = {.rule = RULE_INTRODUCED};
    if (pair->open < limit + 2 || !reading_is(r, pair->open - 1, ":") ||
        (count_words(r, pair->inside) < 3 && !ends_sentence(r, last_inside(r, pair))))
        return source;
    source.speaker = phrase_subject(r, limit, pair->open - 1);
    source.cue = (struct stretch){pair->open - 1, pair->open};
    source.found = !stretch_is_empty(source.speaker);
    return source;
}

/* "The line is closed, he said on "The Morning Hour"": such a cue belongs to what stands before it. */
static bool concludes(const struct reading *r, const struct source *source, uint32_t open)
{
    uint32_t first = source->speaker.first;
    if (source->rule == RULE_ACCORDING || first == 0 || !reading_is(r, first - 1, ",") ||
        !reading_has(r, source->cue.end, TAG_WEEKDAY | TAG_PREPOSITION))
        return false;
    for (uint32_t i = source->cue.end; i < open; i++)
        if (reading_has(r, i, TAG_THAT))
            return false;
    uint32_t start = attribution_sentence_start(r, first, 0);
    return !reading_has(r, start, TAG_PREPOSITION | TAG_ADVERB | TAG_CONJUNCTION | TAG_ING);
}

/* Whether a cue so far away, or of a kind that takes things, may own the words in marks at all. */
static bool reaches(const struct reading *r, const struct source *source, const struct pair *pair)
{
    if (!source->found)
        return false;
    if (concludes(r, source, pair->open))
        return false;
    if (reading_is(r, source->verb, "call") && count_words(r, pair->inside) <= 3)
        return false; /* its people call it "the hook": a name */
    uint32_t distance = pair->open > source->cue.end ? pair->open - source->cue.end : 0;
    if (reading_has(r, source->verb, SPOKEN) || source->rule == RULE_ACCORDING)
        return distance <= PHRASE_MOST_TOKENS;
    return distance <= 16;
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
    if (!from_before || stretch_is_empty(last->speaker) || count_words(r, pair->inside) < LONG_SPEECH)
        return NULL;
    return last;
}

/* Whether words in marks that have no cue are speech all the same: whole sentences that stand for themselves,
 * or long. */
static bool is_speech(const struct quoting *q, const struct pair *pair)
{
    const struct reading *r = q->reading;
    if (!ends_sentence(r, last_inside(r, pair)))
        return false;
    uint32_t words = count_words(r, pair->inside);
    bool sentence = attribution_sentence_start(r, pair->open, q->paragraph->tokens.first) == pair->open;
    return words >= LONG_SPEECH || (sentence && words >= 3);
}

/* The cue that ends the paragraph before and announces this one: "Potts agreed:". */
static struct source source_announced(const struct quoting *q, const struct pair *pair)
{
    const struct reading *r = q->reading;
    struct source source = {.rule = RULE_NONE};
    if (pair->open != q->paragraph->tokens.first || q->paragraph == r->paragraphs ||
        q->paragraph[-1].tokens.end != pair->open || !reading_is(r, pair->open - 1, ":"))
        return source;
    uint32_t limit = attribution_sentence_start(r, pair->open - 1, q->paragraph[-1].tokens.first);
    source = source_before(r, limit, pair->open);
    return source.found ? source : source_introduced(r, limit, pair);
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
    struct source announced = source_announced(q, pair);
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
    if (is_speech(q, pair))
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

static uint32_t attribute_pair(struct quoting *q, uint32_t index)
{
    const struct reading *r = q->reading;
    const struct pair *pair = &r->pairs[index];
    uint32_t limit = attribution_sentence_start(r, pair->open, q->paragraph->tokens.first);
    struct source source = source_after_pair(q, pair, q->paragraph->tokens.end);
    if (limit < q->covered)
        limit = q->covered;
    struct source before = source_before(r, limit, pair->open);
    bool certain = reading_is(r, last_inside(r, pair), ","); /* "...," X said */
    bool begins =
        certain || pair->open == limit || !reaches(r, &before, pair) || before.rule == RULE_BEFORE_ING;
    if (source.found && begins)
        return quote_after(q, index, &source, limit);
    if (reaches(r, &before, pair))
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
    struct source source = source_after_pair(q, pair, parent->inside.end);
    if (!source.found) {
        source = source_before(r, limit, pair->open);
        source.found = source.found && speech_begins_at(r, &source, pair->open);
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
    for (uint32_t index = next_pair(&q, paragraph->first_pair); index < paragraph->pair_end;
         index = next_pair(&q, index + 1))
        if (reading->pairs[index].open >= q.covered)
            index = reading->english ? attribute_pair(&q, index) : keep_by_marks(&q, index);
    for (uint32_t index = paragraph->first_pair; index < paragraph->pair_end; index++)
        if (reading->pairs[index].parent != NO_INDEX && !stretch_is_empty(reading->pairs[index].inside))
            attribute_inner(&q, &reading->pairs[index]);
}
