/* certain.c: see certain.h. */
#include "certain.h"

#include "cues.h"
#include "rules.h"

/* Whether a token beside a piece is no part of what was said: another paragraph, line or sentence,
 * punctuation, or words that attribute it. */
static bool is_border(const struct labelled *l, const struct attribution *a, uint32_t token, uint32_t inside)
{
    const struct token *tokens = l->reading->tokens;
    return !stretch_holds(l->paragraph->tokens, token) || tokens[token].sentence != tokens[inside].sentence ||
           tokens[token > inside ? token : inside].newline > 0 || !token_is_word(&tokens[token]) ||
           stretch_holds(a->cue, token) || stretch_holds(a->speaker, token);
}

/* Whether what stands in marks ends there: with a comma or a stop inside them, or by what follows. */
static bool ends_there(const struct labelled *l, const struct attribution *a, struct stretch piece)
{
    return (piece.end - piece.first > 2 && l->reading->tokens[piece.end - 2].shape == TOKEN_PUNCTUATION) ||
           is_border(l, a, piece.end, piece.end - 1);
}

/* Whether all that somebody said here stands in the marks: not "told them that he ''never'' signed". */
static bool stands_alone(const struct labelled *l, const struct attribution *a)
{
    for (uint32_t p = 0; p < a->piece_count; p++) {
        struct stretch piece = a->pieces[p];
        if ((piece.first > 0 && !is_border(l, a, piece.first - 1, piece.first)) || !ends_there(l, a, piece))
            return false;
    }
    return true;
}

/* "The bridge was shut, said Lind", "Not so, says Lind". */
static bool is_inverted(const struct reading *r, const struct attribution *a)
{
    enum { NO_VERB_NEEDED = 3 }; /* words */
    bool brief = a->pieces[0].end <= a->pieces[0].first + NO_VERB_NEEDED;
    return a->rule == RULE_INDIRECT_AFTER && a->piece_count == 1 && a->pieces[0].end <= a->cue.first &&
           a->cue.end == a->speaker.first && (brief || attribution_has_verb(r, a->pieces[0])) &&
           (reading_has(r, a->cue.first, TAG_PAST) || reading_is(r, a->cue.first, "says"));
}

bool certain_is_found(const struct labelled *l, const struct attribution *a)
{
    return a->rule == RULE_ACCORDING || a->rule == RULE_ACCORDING_AFTER || a->rule == RULE_NOUN ||
           a->rule == RULE_PASSIVE || (a->rule == RULE_INDIRECT_AFTER && a->piece_count > 1) ||
           cue_is_hearsay(l->reading, a->cue) || is_inverted(l->reading, a) ||
           (a->type == QUOTE_DIRECT && a->rule != RULE_INNER && stands_alone(l, a));
}

bool certain_is_plain(const struct reading *r, const struct attribution *a)
{
    uint32_t last = a->cue.end - (a->cue.end > 0), first = a->pieces[0].first;
    if (a->rule == RULE_INNER || a->type == QUOTE_DIRECT)
        return a->rule != RULE_INNER;
    if (!cue_is_only_verb(r, a->cue) || !reading_has(r, last, TAG_SAY | TAG_TELL))
        return false;
    bool told = reading_is(r, last, "told") || reading_is(r, last, "tell");
    bool that = reading_has(r, first, TAG_THAT) && (told || a->cue.end == first);
    bool clause = a->rule == RULE_INDIRECT && (that || (told && attribution_has_verb(r, a->pieces[0])));
    return a->type == QUOTE_MIXED || clause;
}
