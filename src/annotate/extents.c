/* extents.c: see extents.h. */
#include "extents.h"

#include "cues.h"
#include "tagger.h"

/* What was said, without the adverb or the day before its "that": "say [privately] that". */
static struct stretch without_adverb(const struct reading *r, struct stretch content)
{
    uint32_t t = content.first;
    while (t + 1 < content.end && (reading_has(r, t, TAG_ADVERB | TAG_WEEKDAY) ||
                                   (reading_is(r, t, "on") && reading_has(r, t + 1, TAG_WEEKDAY))))
        t++;
    return reading_has(r, t, TAG_THAT) ? (struct stretch){t, content.end} : content;
}

/* What was told, without the addressee that the labeller takes for a part of it: "told [Sky News] the talks".
 */
static struct stretch without_addressee(const struct reading *r, struct stretch content, struct stretch cue)
{
    static const char *const telling[] = {"tell", "tells", "telling", "told"};
    bool told =
        !stretch_is_empty(cue) && cue.end == content.first && READING_IS_ONE_OF(r, cue.end - 1, telling);
    struct stretch clause = {told ? cue_addressee_end(r, content.first, content.end) : content.first,
                             content.end};
    bool whole = reading_has(r, clause.first, TAG_THAT) || attribution_has_verb(r, clause);
    return without_adverb(r, whole ? clause : content);
}

/* What somebody says in a subordinate clause, without the main clause behind the comma: "If he says that it
 * failed[, markets will fall]". */
static struct stretch without_main_clause(const struct labelled *l, struct stretch content,
                                          const struct candidate *c)
{
    const struct reading *r = l->reading;
    if (stretch_is_empty(c->speaker) || c->speaker.first >= content.first ||
        !cue_is_subordinate(r, attribution_sentence_start(r, c->speaker.first, l->paragraph->tokens.first),
                            c->speaker.first))
        return content;
    return (struct stretch){content.first, attribution_subordinate_end(r, content.first, content.end)};
}

/* Whether the speaker's next deed stands behind the conjunction at a token: "thanked the pilot [and left]".
 */
static bool begins_deed(const struct labelled *l, uint32_t token, struct stretch cue)
{
    enum { LONGEST_CUE = 12 };
    uint32_t next = token + 1 + (labelled_observation(l, token + 1)->part == PART_RB);
    uint8_t part = labelled_observation(l, next)->part;
    for (uint32_t t = cue.first; t < cue.end && t < cue.first + LONGEST_CUE; t++)
        if (labelled_observation(l, t)->part == part && (part == PART_VBD || part == PART_VBZ))
            return true;
    return false;
}

/* Whether a clause of its own begins or goes on at the token, or words in marks do. */
static bool is_of_clause(const struct labelled *l, uint32_t token)
{
    const struct reading *r = l->reading;
    uint8_t part = labelled_observation(l, token)->part;
    return part == PART_VBD || part == PART_VBZ || part == PART_VBP || part == PART_MD || part == PART_WDT ||
           part == PART_WP || part == PART_WRB || part == PART_COLON ||
           r->tokens[token].shape == TOKEN_OPEN || reading_has(r, token, TAG_THAT | TAG_AUXILIARY);
}

/* What a verb is about, a thing and no clause, without the speaker's next deed. */
static struct stretch without_deed(const struct labelled *l, struct stretch content, struct stretch cue)
{
    if (stretch_is_empty(cue) || cue.end != content.first)
        return content;
    for (uint32_t t = content.first; t + 1 < content.end && !is_of_clause(l, t); t++)
        if (t > content.first && labelled_observation(l, t)->part == PART_CC && begins_deed(l, t, cue))
            return (struct stretch){content.first, t};
    return content;
}

/* What was said, without a relative pronoun whose clause an aside cuts off: "to clause 14[, which], he said".
 */
static struct stretch without_relative(const struct reading *r, struct stretch content)
{
    uint32_t last = content.end - 1;
    bool relative = reading_is(r, last, "which") || reading_is(r, last, "who");
    if (!relative || content.end < content.first + 3)
        return content;
    return (struct stretch){content.first, last - (reading_is(r, last - 1, ",") ? 1 : 0)};
}

struct stretch extent_of_content(const struct labelled *l, const struct candidate *c)
{
    struct stretch content = c->content;
    if (!stretch_is_empty(c->cue)) {
        content = without_addressee(l->reading, content, c->cue);
        content = without_deed(l, content, c->cue);
    }
    return without_relative(l->reading, without_main_clause(l, content, c));
}
