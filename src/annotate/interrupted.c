/* interrupted.c: see interrupted.h. */
#include "interrupted.h"

#include "tagger.h"

enum { MOST_BETWEEN = 24 }; /* the tokens of an attribution that are looked at, commas included */

/* Whether words go on with a sentence: not “In a letter, Lind said, ‘We ...’”. */
static bool goes_on(const struct reading *r, uint32_t token)
{
    return r->tokens[token].shape != TOKEN_OPEN || !token_is_capital(reading_token(r, token + 1));
}

/* Whether a comma opens the attribution that ends before token end. */
static bool opens_attribution(const struct labelled *l, uint32_t comma, uint32_t end)
{
    bool source = false, cue = false;
    if (!reading_is(l->reading, comma, ",") ||
        (labelled_at(l, comma + 1) == LABEL_NONE && !reading_is(l->reading, comma + 1, "as")))
        return false;
    for (uint32_t t = comma + 1; t < end; t++) {
        source |= labelled_at(l, t) == LABEL_SOURCE_BEGIN;
        cue |= labelled_at(l, t) == LABEL_CUE_BEGIN;
    }
    return source && cue;
}

/* The comma behind which the attribution begins that another comma ends, right before what was said; NO_INDEX
 * when there is none. */
static uint32_t find_comma(const struct labelled *l, uint32_t content)
{
    uint32_t first = l->paragraph->tokens.first;
    if (content < first + 4 || !reading_is(l->reading, content - 1, ","))
        return NO_INDEX;
    for (uint32_t t = content - 2; t > first && content - t < MOST_BETWEEN; t--) {
        if (labelled_at(l, t) >= LABEL_CONTENT_BEGIN ||
            l->reading->tokens[t].sentence != l->reading->tokens[content].sentence)
            return NO_INDEX;
        if (opens_attribution(l, t, content - 1))
            return t;
    }
    return NO_INDEX;
}

/* What stands before a comma in its sentence, when nothing is known of it; else empty. */
static struct stretch find_beginning(const struct labelled *l, uint32_t comma)
{
    const struct reading *r = l->reading;
    struct stretch all = l->paragraph->tokens, none = {comma, comma};
    uint32_t first = comma;
    while (first > all.first && r->tokens[first - 1].sentence == r->tokens[comma].sentence) {
        first--;
        if (labelled_at(l, first) != LABEL_NONE || r->tokens[first].shape == TOKEN_OPEN ||
            r->tokens[first].shape == TOKEN_CLOSE)
            return none;
    }
    if (reading_has(r, comma - 1, TAG_THAT | TAG_RELATIVE | TAG_CONJUNCTION))
        return none; /* "a pump which, according to the crew, was never used" */
    while (first < comma &&
           (labelled_observation(l, first)->part == PART_CC || !token_is_word(&r->tokens[first])))
        first++;
    return (struct stretch){first, comma};
}

/* Whether it tells of the speaker and not of what he says: "Asked about the strike, Lind said, ..." */
static bool tells_of_speaker(const struct labelled *l, struct stretch beginning)
{
    uint8_t part = labelled_observation(l, beginning.first)->part;
    return part == PART_VBG || part == PART_VBN || part == PART_VBD;
}

static void label(struct labelled *l, struct stretch beginning, uint32_t content)
{
    uint32_t offset = l->paragraph->tokens.first;
    for (uint32_t t = beginning.first; t < beginning.end; t++) {
        l->labels[t - offset] = t == beginning.first ? LABEL_CONTENT_BEGIN : LABEL_CONTENT_INSIDE;
        l->probabilities[t - offset] = l->probabilities[content - offset];
    }
}

void interrupted_label(struct labelled *l)
{
    struct stretch all = l->paragraph->tokens;
    for (uint32_t t = all.first; t < all.end; t++) {
        if (labelled_at(l, t) != LABEL_CONTENT_BEGIN || !goes_on(l->reading, t))
            continue;
        uint32_t comma = find_comma(l, t);
        struct stretch beginning = comma == NO_INDEX ? (struct stretch){0, 0} : find_beginning(l, comma);
        if (!stretch_is_empty(beginning) && !tells_of_speaker(l, beginning))
            label(l, beginning, t);
    }
}
