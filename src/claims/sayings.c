/* sayings.c: see sayings.h. */
#include "sayings.h"

enum {
    REACH = 8,        /* words between the cue and its date: "told reporters at the White House on Tuesday" */
    MOST_BEFORE = 20, /* words of a beginning with a date and the cue */
};

struct reader {
    struct sentence s;   /* without the words of the quotation */
    uint32_t cue, after; /* the first word of the cue, and the one behind it */
    const int32_t *published;
};

/* The sentence of the cue, without the quotation's pieces on both sides of it. */
static struct span frame_of(const struct document *document, const struct quote *quote)
{
    size_t count;
    const struct span *sentences = annotations_sentences(document->annotations, &count);
    uint32_t sentence = annotations_sentence_at(document->annotations, quote->cue.start);
    if (span_size(quote->cue) == 0 || sentence == NO_INDEX || sentence >= count)
        return (struct span){0};
    struct span frame = sentences[sentence];
    const struct span *pieces = annotations_pieces(document->annotations, quote);
    for (size_t i = 0; i < quote->piece_count; i++) {
        if (pieces[i].end <= quote->cue.start && pieces[i].end > frame.start)
            frame.start = pieces[i].end;
        if (pieces[i].start >= quote->cue.end && pieces[i].start < frame.end)
            frame.end = pieces[i].start;
    }
    return frame;
}

/* Behind these, a date is of something else. */
static bool leads_elsewhere(const struct reader *r, uint32_t word)
{
    static const char *const OTHERS[] = {"that",  "who",   "which", "after", "before", "since",
                                         "about", "until", "when",  "where", "as",     "if"};
    return STR_IS_ONE_OF(sentence_word(&r->s, word), OTHERS);
}

/* Whether words from first to end, without a comma among them, can stand between a cue and its date. */
static bool may_stand_between(const struct reader *r, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (sentence_form(&r->s, i)->past || leads_elsewhere(r, i) || sentence_has_word(&r->s, i, "of") ||
            sentence_has_word(&r->s, i, "for"))
            return false;
    struct str gap = str_slice(r->s.text, r->s.words[first - 1].span.end, r->s.words[end].span.start);
    return str_find(gap, STR(","), 0) == STR_NONE && str_find(gap, STR(";"), 0) == STR_NONE;
}

/* "Lind stepped down on Tuesday, saying": whether the cue only goes with the verb of the sentence, so that
 * the date of that verb is its own; first is that of the date. */
static bool goes_with_main_verb(const struct reader *r, uint32_t first)
{
    struct str gap = sentence_gap(&r->s, r->cue - 1);
    bool apart = str_find(gap, STR(","), 0) != STR_NONE || str_find(gap, STR("-"), 0) != STR_NONE;
    if (!apart || !str_ends(sentence_word(&r->s, r->cue), STR("ing")))
        return false;
    for (uint32_t i = 0; i < first; i++)
        if (leads_elsewhere(r, i))
            return false;
    return true;
}

/* "On Tuesday, Lind said", "In a speech on Tuesday, Lind said":
 * whether what begins the sentence tells when. */
static bool begins_sentence(const struct reader *r, uint32_t first)
{
    static const char *const BEGINNINGS[] = {"on", "in", "at", "during", "earlier", "late"};
    if (first > 0 && !STR_IS_ONE_OF(sentence_word(&r->s, 0), BEGINNINGS))
        return false;
    for (uint32_t i = 0; i < r->cue; i++)
        if (sentence_form(&r->s, i)->past || leads_elsewhere(r, i))
            return false;
    return r->cue <= MOST_BEFORE;
}

/* Whether a date from first to end belongs to the cue behind it. */
static bool leads_cue(const struct reader *r, uint32_t first, uint32_t end)
{
    return end <= r->cue && (end == r->cue || begins_sentence(r, first) || goes_with_main_verb(r, first));
}

static bool belongs_to_cue(const struct reader *r, uint32_t first, uint32_t end)
{
    bool behind = first >= r->after && first - r->after <= REACH && may_stand_between(r, r->after, first);
    return !sentence_has_possessive(&r->s, end - 1) && (behind || leads_cue(r, first, end));
}

static bool find_date(const struct reader *r, struct figure *saying)
{
    for (uint32_t i = 0; i < r->s.count; i++) {
        *saying = (struct figure){.kind = FIGURE_DATE};
        uint32_t length = moment_read(&r->s, i, r->published, &saying->date);
        if (!length)
            continue;
        saying->span = sentence_span(&r->s, i, i + length - 1);
        if (saying->date.side == SIDE_ON && belongs_to_cue(r, i, i + length))
            return true;
        i += length - 1;
    }
    return false;
}

/* "Urged Lind on Tuesday to resign": the date before the first "to" of a report that begins
 * behind its cue. */
static bool find_date_inside(const struct reader *r, struct figure *saying)
{
    uint32_t to = 1;
    while (to < r->s.count && to <= REACH && !sentence_has_word(&r->s, to, "to"))
        to++;
    for (uint32_t i = 1; to < r->s.count && i < to && may_stand_between(r, 1, i); i++) {
        *saying = (struct figure){.kind = FIGURE_DATE};
        uint32_t length = moment_read(&r->s, i, r->published, &saying->date);
        if (!length)
            continue;
        saying->span = sentence_span(&r->s, i, i + length - 1);
        return i + length == to && saying->date.side == SIDE_ON;
    }
    return false;
}

bool saying_read(struct vocabulary *vocabulary, const struct document *document, const struct quote *quote,
                 word_vector *scratch, struct figure *saying)
{
    int32_t published;
    bool dated = article_day(document->article, &published);
    struct span frame = frame_of(document, quote);
    struct str text = article_text(document->article);
    vector_clear(scratch);
    words_scan(vocabulary, text, frame, scratch);
    struct reader r = {.s = {vocabulary, text, scratch->data, (uint32_t)scratch->size},
                       .published = dated ? &published : NULL};
    while (r.cue < r.s.count && r.s.words[r.cue].span.end <= quote->cue.start)
        r.cue++;
    r.after = r.cue;
    while (r.after < r.s.count && r.s.words[r.after].span.start < quote->cue.end)
        r.after++;
    if (r.cue < r.s.count && r.after > r.cue && find_date(&r, saying))
        return true;
    if (quote->type != QUOTE_INDIRECT || quote->piece_count == 0 || span_size(quote->cue) == 0)
        return false;
    struct span first = annotations_pieces(document->annotations, quote)[0];
    if (first.start < quote->cue.end)
        return false;
    vector_clear(scratch);
    words_scan(vocabulary, text, first, scratch);
    r.s.words = scratch->data;
    r.s.count = (uint32_t)scratch->size;
    return find_date_inside(&r, saying);
}
