/* anchors.c: see anchors.h. */
#include "anchors.h"

#include "timing.h"

enum { LONGEST_DAY = 2 /* words from a day to the verb behind it: "Friday", "June 3" */ };

bool anchor_is_past(const struct sentence *s, uint32_t at)
{
    const struct form *form = sentence_form(s, at);
    return form->past || str_equal(form->text, STR("said"));
}

static bool is_hour(const struct sentence *s, uint32_t at)
{
    static const char *const HOURS[] = {"early",   "late",  "morning", "afternoon",
                                        "evening", "night", "earlier", "later"};
    return STR_IS_ONE_OF(sentence_word(s, at), HOURS);
}

static uint32_t concept_before(const struct sentence *s, uint32_t at)
{
    while (at-- > 0)
        if (!is_hour(s, at) && sentence_has_content(s, at))
            return sentence_concept(s, at);
    return CONCEPT_NONE;
}

/* Whether words[at] is a verb behind "will" or "is to": a plan. */
static bool is_planned(const struct sentence *s, uint32_t at)
{
    uint32_t begin;
    return at > 0 && sentence_has_content(s, at) && timing_of(s, at, &begin) == TIMING_PLANNED;
}

/* "Since declaring": a verb without a past form. */
static bool is_gerund(const struct sentence *s, uint32_t at)
{
    static const char *const BEFORE[] = {"since", "after", "before", "while", "by", "when", "upon"};
    return str_ends(sentence_word(s, at), STR("ing")) && sentence_has_content(s, at) &&
           ((s->words[at].flags & WORD_INITIAL) ||
            (at > 0 && STR_IS_ONE_OF(sentence_word(s, at - 1), BEFORE)));
}

/* What many people do on one day: who did it must be told. */
static bool is_speech(const struct sentence *s, uint32_t at)
{
    static const char *const SPEECH[] = {"told",     "asked",  "wrote",   "replied",   "responded",
                                         "added",    "noted",  "argued",  "called",    "urged",
                                         "spoke",    "talked", "tweeted", "posted",    "commented",
                                         "insisted", "warned", "claimed", "suggested", "appeared"};
    return STR_IS_ONE_OF(sentence_word(s, at), SPEECH);
}

/* The index of the verb, or that behind the last word. */
static uint32_t find_verb(const struct sentence *s, uint32_t at)
{
    for (uint32_t i = at; i-- > 0;)
        if (anchor_is_past(s, i) || is_planned(s, i) || is_gerund(s, i))
            return i;
    uint32_t after = at + 1;
    while (after < s->count && !anchor_is_past(s, after))
        after++;
    return after < s->count ? after : s->count;
}

struct anchor anchor_find(const struct sentence *s, uint32_t at)
{
    struct anchor anchor = {concept_before(s, at), CONCEPT_NONE, CONCEPT_NONE, false, false};
    uint32_t verb = find_verb(s, at);
    if (verb >= s->count || !sentence_has_content(s, verb))
        return anchor;
    anchor.verb = sentence_concept(s, verb);
    bool next = verb > at && verb - at <= LONGEST_DAY;
    anchor.led = (verb < at || next) && !is_speech(s, verb);
    anchor.beside = next || (verb < at && anchor.of == anchor.verb);
    for (uint32_t i = verb, end = verb > at ? at + 1 : 0; i-- > end;)
        if (sentence_has_name(s, i)) {
            anchor.who = sentence_concept(s, i);
            break;
        }
    return anchor;
}

bool anchors_agree(const struct anchor *a, const struct anchor *b)
{
    if (concepts_equal(a->of, b->of))
        return true;
    bool unnamed =
        (a->who == CONCEPT_NONE || b->who == CONCEPT_NONE) && a->led && b->led && (a->beside || b->beside);
    return concepts_equal(a->verb, b->verb) && (concepts_equal(a->who, b->who) || unnamed);
}
