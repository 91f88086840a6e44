/* asides.c: see asides.h. */
#include "asides.h"

#include "attribution.h"
#include "cues.h"
#include "phrases.h"
#include "reported.h"
#include "rules.h"

/* Verbs of "as Lind noted": not those of what is done meanwhile, "as the crowd chanted". */
static const char *const verbs[] = {"said",     "says",   "told",     "tells",  "noted",        "notes",
                                    "wrote",    "writes", "put",      "puts",   "warned",       "warns",
                                    "observed", "argues", "point",    "points", "acknowledged", "stated",
                                    "pointed",  "sees",   "explained"};

/* A source that no comma ends, without the phrase behind it, which only a determiner tells apart: "According
 * to Lind [the bridge is closed]". */
static struct stretch before_determiner(const struct reading *r, struct stretch source)
{
    for (uint32_t i = source.first + 1; i < source.end; i++)
        if (reading_has(r, i, TAG_DETERMINER) && token_is_capital(reading_token(r, i - 1)))
            return (struct stretch){source.first, i};
    return source;
}

uint32_t aside_skip_relative(const struct reading *r, uint32_t comma, uint32_t limit)
{
    uint32_t next = comma < limit ? reported_comma(r, comma + 1, limit) : limit;
    for (uint32_t i = comma + 1; i < next && next < limit; i++)
        if (reading_has(r, i, TAG_RELATIVE))
            return next;
    return comma;
}

/* "According to X, ..." that opens the sentence or its clause; the comma may be missing. */
static struct aside according_before(const struct reading *r, uint32_t at, uint32_t limit)
{
    struct aside aside = {.cue = {at, at + 2}, .rule = RULE_ACCORDING};
    aside.speaker = phrase_after_according(r, at, limit);
    uint32_t comma = aside_skip_relative(r, reported_comma(r, aside.speaker.end, limit), limit),
             start = comma + 1;
    if (comma == limit) {
        aside.speaker = before_determiner(r, aside.speaker);
        start = aside.speaker.end;
    }
    aside.content = (struct stretch){start, attribution_clause_end(r, start, limit)};
    aside.found = !stretch_is_empty(aside.speaker) && !stretch_is_empty(aside.content) &&
                  (comma < limit || attribution_has_verb(r, aside.content));
    return aside;
}

/* The verb of "as Lind noted" behind its subject, or limit. */
static uint32_t verb_of_aside(const struct reading *r, uint32_t as, uint32_t limit)
{
    uint32_t verb = as + 2;
    while (verb < limit && !(READING_IS_ONE_OF(r, verb, verbs) && !reading_has(r, verb - 1, TAG_DETERMINER)))
        verb++;
    return verb < limit ? verb : limit;
}

/* The cue and its subject of "as Lind noted", which ends at the comma; found tells whether it is that. */
static struct aside aside_at(const struct reading *r, uint32_t as, uint32_t comma)
{
    struct aside aside = {.rule = RULE_ACCORDING};
    uint32_t verb = verb_of_aside(r, as, comma);
    if (verb == comma)
        return aside;
    aside.cue = cue_extend(r, verb, as + 1, comma);
    aside.speaker = phrase_before(r, as + 1, aside.cue.first);
    aside.found = aside.speaker.first == as + 1 && !stretch_is_empty(aside.speaker) &&
                  !reading_has(r, aside.cue.end, TAG_THAT | TAG_RELATIVE) &&
                  !attribution_has_verb(r, (struct stretch){aside.cue.end, comma});
    return aside;
}

/* "As X told the Herald, ...", "As X noted last week, ...": what follows the comma is X's. */
static struct aside as_before(const struct reading *r, struct stretch sentence)
{
    uint32_t comma = reported_comma(r, sentence.first + 2, sentence.end);
    if (!reading_is(r, sentence.first, "as") || comma == sentence.end)
        return (struct aside){.found = false};
    struct aside aside = aside_at(r, sentence.first, comma);
    aside.content = (struct stretch){comma + 1, attribution_clause_end(r, comma + 1, sentence.end)};
    aside.found &= attribution_has_verb(r, aside.content);
    return aside;
}

struct aside aside_before(const struct reading *r, struct stretch sentence)
{
    return cue_is_according(r, sentence.first) ? according_before(r, sentence.first, sentence.end)
                                               : as_before(r, sentence);
}

static struct aside according_behind(const struct reading *r, struct stretch window, uint32_t at)
{
    struct aside aside = {.cue = {at, at + 2}, .rule = RULE_ACCORDING_AFTER};
    aside.content = reported_before(r, window.first, at);
    aside.speaker = phrase_after(r, at + 2, window.end);
    aside.found = !stretch_is_empty(aside.speaker) && aside.content.end > aside.content.first + 1;
    if (aside.found && reading_has(r, aside.content.end - 1, TAG_THAT | TAG_RELATIVE | TAG_CONJUNCTION))
        return according_before(r, at, window.end);
    aside.rest = reported_rest(r, aside.content, aside.speaker.end, window.end);
    return aside;
}

/* "The treaty, as X points out, says nothing". */
static struct aside as_behind(const struct reading *r, struct stretch window, uint32_t at)
{
    uint32_t comma = reported_comma(r, at, window.end);
    if (at == window.first || !reading_is(r, at - 1, ",") || comma == window.end)
        return (struct aside){.found = false};
    struct aside aside = aside_at(r, at, comma);
    aside.rule = RULE_ACCORDING_AFTER;
    aside.content = reported_before(r, window.first, at);
    aside.rest = reported_rest(r, aside.content, comma, window.end);
    aside.found &= !stretch_is_empty(aside.content) && !stretch_is_empty(aside.rest);
    return aside;
}

struct aside aside_behind(const struct reading *r, struct stretch window, uint32_t token)
{
    if (cue_is_according(r, token))
        return according_behind(r, window, token);
    return reading_is(r, token, "as") ? as_behind(r, window, token) : (struct aside){.found = false};
}
