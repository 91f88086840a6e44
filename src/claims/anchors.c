/* anchors.c: see anchors.h. */
#include "anchors.h"

#include "timing.h"

enum { LONGEST_DAY = 2 /* words from a day to the verb behind it: "Friday", "June 3" */ };

static const struct form *form_at(const struct vocabulary *vocabulary, const struct word *word)
{
    return vocabulary_form(vocabulary, word->form);
}

bool anchor_is_past(const struct vocabulary *vocabulary, const struct word *word)
{
    const struct form *form = form_at(vocabulary, word);
    return form->past || str_equal(form->text, STR("said"));
}

static bool is_hour(const struct vocabulary *vocabulary, const struct word *word)
{
    static const char *const HOURS[] = {"early",   "late",  "morning", "afternoon",
                                        "evening", "night", "earlier", "later"};
    return STR_IS_ONE_OF(form_at(vocabulary, word)->text, HOURS);
}

static uint32_t concept_before(const struct vocabulary *vocabulary, const struct word *words, uint32_t at)
{
    while (at-- > 0)
        if (!is_hour(vocabulary, &words[at]) && word_has_content(vocabulary, &words[at]))
            return form_at(vocabulary, &words[at])->concept;
    return ANCHOR_NONE;
}

/* Whether words[at] is a verb behind "will" or "is to": a plan. */
static bool is_planned(const struct vocabulary *vocabulary, const struct word *words, uint32_t at)
{
    uint32_t begin;
    return at > 0 && word_has_content(vocabulary, &words[at]) &&
           timing_of(vocabulary, words, at, &begin) == TIMING_PLANNED;
}

/* "Since declaring": a verb without a past form. */
static bool is_gerund(const struct vocabulary *vocabulary, const struct word *words, uint32_t at)
{
    static const char *const BEFORE[] = {"since", "after", "before", "while", "by", "when", "upon"};
    return str_ends(form_at(vocabulary, &words[at])->text, STR("ing")) &&
           word_has_content(vocabulary, &words[at]) &&
           ((words[at].flags & WORD_INITIAL) ||
            (at > 0 && STR_IS_ONE_OF(form_at(vocabulary, &words[at - 1])->text, BEFORE)));
}

/* What many people do on one day: who did it must be told. */
static bool is_speech(const struct vocabulary *vocabulary, const struct word *word)
{
    static const char *const SPEECH[] = {"told",     "asked",  "wrote",   "replied",   "responded",
                                         "added",    "noted",  "argued",  "called",    "urged",
                                         "spoke",    "talked", "tweeted", "posted",    "commented",
                                         "insisted", "warned", "claimed", "suggested", "appeared"};
    return STR_IS_ONE_OF(form_at(vocabulary, word)->text, SPEECH);
}

/* The index of the verb, or count. */
static uint32_t find_verb(const struct vocabulary *vocabulary, const struct word *words, uint32_t count,
                          uint32_t at)
{
    for (uint32_t i = at; i-- > 0;)
        if (anchor_is_past(vocabulary, &words[i]) || is_planned(vocabulary, words, i) ||
            is_gerund(vocabulary, words, i))
            return i;
    uint32_t after = at + 1;
    while (after < count && !anchor_is_past(vocabulary, &words[after]))
        after++;
    return after < count ? after : count;
}

struct anchor anchor_find(const struct vocabulary *vocabulary, const struct word *words, uint32_t count,
                          uint32_t at)
{
    struct anchor anchor = {concept_before(vocabulary, words, at), ANCHOR_NONE, ANCHOR_NONE, false, false};
    uint32_t verb = find_verb(vocabulary, words, count, at);
    if (verb >= count || !word_has_content(vocabulary, &words[verb]))
        return anchor;
    anchor.verb = form_at(vocabulary, &words[verb])->concept;
    bool next = verb > at && verb - at <= LONGEST_DAY;
    anchor.led = (verb < at || next) && !is_speech(vocabulary, &words[verb]);
    anchor.beside = next || (verb < at && anchor.of == anchor.verb);
    for (uint32_t i = verb, end = verb > at ? at + 1 : 0; i-- > end;)
        if ((words[i].flags & WORD_CAPITAL) && word_has_content(vocabulary, &words[i])) {
            anchor.who = form_at(vocabulary, &words[i])->concept;
            break;
        }
    return anchor;
}

static bool is_same(uint32_t a, uint32_t b)
{
    return a == b && a != ANCHOR_NONE;
}

bool anchors_agree(const struct anchor *a, const struct anchor *b)
{
    if (is_same(a->of, b->of))
        return true;
    bool unnamed =
        (a->who == ANCHOR_NONE || b->who == ANCHOR_NONE) && a->led && b->led && (a->beside || b->beside);
    return is_same(a->verb, b->verb) && (is_same(a->who, b->who) || unnamed);
}
