/* turns.c: see turns.h. */
#include "turns.h"

#include "attribution.h"
#include "rules.h"

enum {
    LONGEST_LABEL = 5,      /* words of a name before a colon */
    LONGEST_SIGNATURE = 12, /* tokens of a name behind a dash, with what its bearer is */
    TURNS_AROUND = 8,       /* paragraphs to either side that show a transcript */
    LEAST_SIGNED = 3,       /* words in marks that are worth a signature */
};

/* A word of a name as transcripts set it: in capitals, or the letter of "Q:" and "A:". */
static bool is_label_word(const struct reading *r, uint32_t i)
{
    const struct token *token = reading_token(r, i);
    return token->shape == TOKEN_UPPER || (token->shape == TOKEN_CAPITALISED && token->lower.size == 1);
}

/* What fact checks and late editions set like names. */
static bool is_heading(const struct reading *r, uint32_t last)
{
    static const char *const words[] = {"fact",       "facts",      "claim", "truth",  "update",
                                        "correction", "background", "note",  "verdict"};
    return READING_IS_ONE_OF(r, last, words);
}

/* The name before a colon that opens a paragraph, behind its mark if it has one; empty if there is none. */
static struct stretch turn_label(const struct reading *r, const struct paragraph *paragraph)
{
    uint32_t first = paragraph->tokens.first, end = paragraph->tokens.end;
    first += first < end && reading_token(r, first)->shape == TOKEN_OPEN;
    struct stretch label = {first, first};
    while (label.end < end && label.end < first + LONGEST_LABEL && is_label_word(r, label.end))
        label.end++;
    bool names = label.end > first && label.end + 1 < end && reading_is(r, label.end, ":") &&
                 !is_heading(r, label.end - 1);
    return names ? label : (struct stretch){first, first};
}

static bool is_same_label(const struct reading *r, struct stretch a, struct stretch b)
{
    bool same = a.end - a.first == b.end - b.first;
    for (uint32_t i = 0; same && i < a.end - a.first; i++)
        same = str_equal(reading_token(r, a.first + i)->lower, reading_token(r, b.first + i)->lower);
    return same;
}

/* Whether others take turns with the speaker here: the name comes again near by, and so does another. */
static bool is_transcript(const struct reading *r, size_t index, struct stretch label)
{
    bool again = false, another = false;
    size_t first = index > TURNS_AROUND ? index - TURNS_AROUND : 0;
    for (size_t i = first; i < r->paragraph_count && i <= index + TURNS_AROUND; i++) {
        struct stretch other = turn_label(r, &r->paragraphs[i]);
        if (i == index || stretch_is_empty(other))
            continue;
        bool same = is_same_label(r, label, other);
        again |= same;
        another |= !same;
    }
    return again && another;
}

struct source source_of_turn(const struct reading *r, const struct paragraph *paragraph)
{
    struct stretch label = turn_label(r, paragraph);
    struct source source = {.speaker = label, .rule = RULE_TURN, .last = NO_INDEX};
    if (stretch_is_empty(label))
        return source;
    source.cue = (struct stretch){label.end, label.end + 1};
    source.found = is_transcript(r, (size_t)(paragraph - r->paragraphs), label);
    return source;
}

/* A dash and a name from first on, with nothing behind them but a stop. */
static struct source signature(const struct reading *r, uint32_t first, uint32_t end)
{
    struct source source = {.rule = RULE_SIGNED, .last = NO_INDEX};
    while (end > first && reading_is(r, end - 1, "."))
        end--;
    if (end < first + 2 || end > first + 1 + LONGEST_SIGNATURE || !reading_is_dash(r, first))
        return source;
    const struct token *name = reading_token(r, first + 1);
    source.cue = (struct stretch){first, first + 1};
    source.speaker = (struct stretch){first + 1, end};
    source.found =
        name->shape > TOKEN_LOWER && name->shape <= TOKEN_MIXED && !attribution_has_verb(r, source.speaker);
    for (uint32_t i = first + 1; i < end; i++)
        source.found &= token_is_word(reading_token(r, i)) || reading_is(r, i, ",");
    return source;
}

/* The end of the line that begins at first. */
static uint32_t line_end(const struct reading *r, uint32_t first, uint32_t limit)
{
    uint32_t i = first + 1;
    while (i < limit && i < first + LONGEST_SIGNATURE + 2 && !reading_token(r, i)->newline)
        i++;
    return i < limit ? i : limit;
}

struct source source_signed(const struct reading *r, const struct paragraph *paragraph,
                            const struct pair *pair)
{
    uint32_t behind = pair_stretch(pair).end, end = paragraph->tokens.end;
    bool opens_line = pair->open == paragraph->tokens.first || reading_token(r, pair->open)->newline;
    if (!opens_line || !pair->closed || reading_count_words(r, pair->inside) < LEAST_SIGNED)
        return (struct source){.found = false};
    if (behind == end && paragraph + 1 < r->paragraphs + r->paragraph_count)
        return signature(r, paragraph[1].tokens.first, paragraph[1].tokens.end);
    return signature(r, behind, line_end(r, behind, end));
}
