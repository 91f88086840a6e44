/* introductions.c: what opens speech without a verb of its own before it: a colon, a name behind a dash, the
 * end of the paragraph before; see sources.h. */
#include "sources.h"

#include "attribution.h"
#include "phrases.h"
#include "rules.h"

enum { SPOKEN = TAG_SAY | TAG_TELL };

/* The name between a dash and a colon at token colon: "THE WEEK'S POLLS - Ida Brandt:", "- more from
 * Brandt:". Empty when a verb or a lower word stands there. */
static struct stretch name_behind_dash(const struct reading *r, uint32_t limit, uint32_t colon)
{
    enum { LONGEST = 8 };
    uint32_t i = colon;
    while (i > limit && colon - i < LONGEST && token_is_word(reading_token(r, i - 1)) &&
           !reading_is(r, i - 1, "from"))
        i--;
    struct stretch name = {i, i};
    bool behind = i > limit && (reading_is_dash(r, i - 1) || reading_is(r, i - 1, "from"));
    if (behind && reading_token(r, i)->shape != TOKEN_LOWER &&
        !attribution_has_verb(r, (struct stretch){i, colon}))
        name.end = colon;
    return name;
}

bool source_is_named(const struct reading *r, uint32_t limit, const struct pair *pair)
{
    return pair->open > limit + 1 && reading_is(r, pair->open - 1, ":") &&
           !stretch_is_empty(name_behind_dash(r, limit, pair->open - 1));
}

struct source source_introduced(const struct reading *r, uint32_t limit, const struct pair *pair)
{
    static const char *const pointers[] = {"here", "there", "then", "now"}; /* "Here they are:" */
    struct source source = {.rule = RULE_INTRODUCED, .last = NO_INDEX};
    bool inverted = reading_has(r, limit, SPOKEN) && reading_has(r, limit, TAG_PAST | TAG_THIRD);
    if (pair->open < limit + 2 ||
        !(reading_is(r, pair->open - 1, ":") || (inverted && reading_is(r, pair->open - 1, ","))) ||
        (reading_count_words(r, pair->inside) < 3 && !reading_ends_sentence(r, reading_pair_last(r, pair))))
        return source;
    source.speaker =
        inverted ? phrase_after(r, limit + 1, pair->open - 1) : name_behind_dash(r, limit, pair->open - 1);
    if (stretch_is_empty(source.speaker))
        source.speaker = phrase_subject(r, limit, pair->open - 1);
    source.verb = inverted ? limit : pair->open - 1;
    source.cue = inverted ? (struct stretch){limit, limit + 1} : (struct stretch){pair->open - 1, pair->open};
    source.found = !stretch_is_empty(source.speaker) && !READING_IS_ONE_OF(r, source.speaker.first, pointers);
    return source;
}

struct source source_announced(const struct reading *r, const struct paragraph *paragraph,
                               const struct pair *pair)
{
    struct source source = {.rule = RULE_NONE};
    uint32_t first = paragraph->tokens.first;
    if ((pair && pair->open != first) || paragraph == r->paragraphs || paragraph[-1].tokens.end != first ||
        !reading_is(r, first - 1, ":"))
        return source;
    uint32_t limit = attribution_sentence_start(r, first - 1, paragraph[-1].tokens.first);
    source = source_before(r, limit, first, (struct stretch){0, 0});
    return source.found || !pair ? source : source_introduced(r, limit, pair);
}
