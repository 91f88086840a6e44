/* attributions.c: see attributions.h. */
#include "attributions.h"

#include "unattributed.h"

#include <stdlib.h>

enum {
    SAME_PARTS = 3,  /* all but one in so many content words are aligned in a report that tells the same */
    MOST_ASKED = 8,  /* reports that a sentence is held against */
    OWN_CONTENT = 5, /* content words that an outlet prints as its own, and another as somebody's */
};

/* Whether a sentence is another outlet's, as its beginning says: "The Times wrote that …". */
static bool is_from_press(const struct comparison *c, size_t index)
{
    const struct statement *s = &c->members[index];
    return s->kind == VERSION_ASSERTION && s->framing != NO_INDEX &&
           c->statements->speakers.data[s->reported].is_press;
}

static const struct speaker *speaker_of(const struct comparison *c, size_t index)
{
    const struct statement *s = &c->members[index];
    return &c->statements->speakers.data[is_from_press(c, index) ? s->reported : s->speaker];
}

/* The quotation of a version; empty spans for an assertion. */
static struct quote quote_of(const struct comparison *c, size_t index)
{
    const struct statement *s = &c->members[index];
    uint32_t quote = is_from_press(c, index) ? s->framing : s->quote;
    size_t count;
    const struct quote *quotes = annotations_quotes(c->documents[s->document].annotations, &count);
    return quote < count ? quotes[quote] : (struct quote){.entity = NO_INDEX};
}

/* Where the article attributes the version; empty for nobody. */
static struct span place_of(const struct comparison *c, size_t index)
{
    return quote_of(c, index).speaker;
}

static struct str text_of(const struct comparison *c, size_t index)
{
    return statement_text(c->statements, &c->members[index]);
}

/* Whether a pronoun stands for somebody whom another paragraph names: mostly right, and no ground to say that
 * two outlets name two persons. */
static bool is_guessed(const struct comparison *c, size_t index)
{
    struct quote quote = quote_of(c, index);
    if (quote.antecedent != ANTECEDENT_PRONOUN || span_is_empty(quote.antecedent_span))
        return false;
    struct span first = quote.antecedent_span, second = quote.speaker;
    if (first.start > second.start)
        return false;
    struct str between = str_slice(text_of(c, index), first.end, second.start);
    return str_find(between, STR("\n\n"), 0) != STR_NONE;
}

/* Whether a version names its speaker by no more than the surname that another speaker has too: which of the
 * two it means, only their given names tell. */
static bool is_surname_of(const struct comparison *c, size_t index, size_t other)
{
    const struct speaker *a = speaker_of(c, index), *b = speaker_of(c, other);
    struct str mention = span_str(text_of(c, index), place_of(c, index));
    if (!a->name_count || !b->name_count)
        return false;
    const struct word *last_a = &a->name_words[a->name_count - 1],
                      *last_b = &b->name_words[b->name_count - 1];
    const struct form *form = vocabulary_form(c->vocabulary, last_a->form);
    return words_compare(c->vocabulary, last_a, last_b) >= LIKENESS_SPELLING &&
           mention.size == form->text.size && quote_of(c, index).antecedent == ANTECEDENT_SURNAME;
}

/* Whether the version and the reference share half of what each says. */
static bool tells_most(const struct comparison *c, size_t index)
{
    uint32_t aligned = c->alignments[index].content;
    return index == c->reference ||
           (aligned * 2 >= c->members[index].content && aligned * 2 >= c->members[c->reference].content);
}

/* Whether a version tells so nearly what the reference does that its speaker can be another's. A report in
 * other words may be of another remark. */
static bool tells_the_same(const struct comparison *c, size_t index)
{
    const struct statement *s = &c->members[index];
    uint32_t aligned = c->alignments[index].content;
    return statement_is_quoted(s) ||
           (aligned > SAME_PARTS && aligned * SAME_PARTS >= s->content * (SAME_PARTS - 1) &&
            tells_most(c, index));
}

static bool is_known(const struct comparison *c, size_t index)
{
    const struct statement *s = &c->members[index];
    return (!s->is_part || speaker_of(c, index)->is_press) &&
           speaker_is_known(c->vocabulary, speaker_of(c, index), statement_is_quoted(s));
}

/* Whether all who are known to have told it are outlets, one at least. */
static bool all_press(const struct comparison *c)
{
    bool any = false;
    for (size_t i = 0; i < c->count; i++) {
        if (is_known(c, i) && !speaker_of(c, i)->is_press)
            return false;
        any |= is_known(c, i);
    }
    return any;
}

/* How the speakers of two versions are related; others only where both versions tell the same. */
static enum speaker_relation relate(const struct comparison *c, size_t a, size_t b)
{
    enum speaker_relation relation = speaker_compare(c->vocabulary, speaker_of(c, a), speaker_of(c, b));
    bool sure = relation != SPEAKER_OTHER ||
                (tells_the_same(c, a) && tells_the_same(c, b) && !is_guessed(c, a) && !is_guessed(c, b) &&
                 !is_surname_of(c, a, b) && !is_surname_of(c, b, a));
    return sure ? relation : SPEAKER_OPEN;
}

/* Whether a version prints as the outlet's own, without marks, the very words that the reference quotes. */
static bool is_own(const struct comparison *c, size_t index)
{
    const struct statement *s = &c->members[index], *full = &c->members[c->reference];
    const struct alignment *alignment = &c->alignments[index];
    return s->kind == VERSION_ASSERTION && !s->quoted && full->kind == VERSION_DIRECT &&
           is_known(c, c->reference) && alignment->content >= OWN_CONTENT &&
           alignment->longest_run >= OWN_CONTENT && alignment->content * 10 >= s->content * 9 &&
           !alignment->synonyms;
}

/* Whether an outlet tells itself what one of the readings at hand has from somebody, and nowhere names that
 * one. */
static bool is_unattributed(const struct readings *readings, size_t index)
{
    size_t asked = readings->tellings.size < MOST_ASKED ? readings->tellings.size : MOST_ASKED;
    bool tells = false;
    for (size_t i = 0; i < asked; i++) {
        uint32_t member = readings->tellings.data[i].member;
        if (readings_member(readings, member)->document == readings_member(readings, index)->document)
            return false;
        tells |= unattributed_tells(readings->c, index, member);
    }
    return tells;
}

/* Whether more than one article has a part in it: one alone may quote somebody who repeats another. */
static bool tells_across(const struct readings *readings)
{
    for (size_t i = 1; i < readings->tellings.size; i++)
        if (readings_member(readings, readings->tellings.data[i].member)->document !=
            readings_member(readings, readings->tellings.data[0].member)->document)
            return true;
    return false;
}

/* Keys of readings beside those of speakers, which are counted from 0. */
static const uint64_t OWN = UINT64_MAX, UNNAMED = UINT64_MAX - 1;

/* A sentence that says at its end whose report it is: "…, two of the people said." */
static void tell_reported(struct readings *readings, size_t index, const struct speaker *speaker)
{
    if (speaker->name.size && !speaker->is_press && !speaker->is_person)
        readings_tell(readings, index, UNNAMED, speaker->name, (struct span){0});
}

static bool shares_with_named(const struct readings *readings, size_t index)
{
    size_t asked = readings->tellings.size < MOST_ASKED ? readings->tellings.size : MOST_ASKED;
    for (size_t i = 0; i < asked; i++)
        if (unattributed_shares_half(readings->c, index, readings->tellings.data[i].member))
            return true;
    return false;
}

/* What stands beside another outlet as the source: people whom nobody names, and an outlet that tells it
 * itself. Both are how it came to be told, and neither can be that other outlet. */
static void tell_beside_press(struct readings *readings, size_t index)
{
    const struct statement *s = &readings->c->members[index];
    const struct speaker *speaker = speaker_of(readings->c, index);
    if (speaker->name.size && s->kind == VERSION_INDIRECT &&
        !speaker_is_known(readings->c->vocabulary, speaker, false) && tells_most(readings->c, index))
        readings_tell(readings, index, UNNAMED, speaker->name, place_of(readings->c, index));
    else if (s->kind == VERSION_ASSERTION && !s->reports && !s->is_term && shares_with_named(readings, index))
        readings_tell(readings, index, OWN, STR(""), (struct span){0});
    else if (s->kind == VERSION_ASSERTION && s->reports && tells_most(readings->c, index))
        tell_reported(readings, index, &readings->c->statements->speakers.data[s->reported]);
}

/* The versions that name nobody: what an outlet tells itself, and what stands beside another outlet. */
static void tell_nameless(struct readings *readings)
{
    const struct comparison *c = readings->c;
    bool press = all_press(c);
    for (uint32_t i = 0; i < c->count; i++) {
        if (is_known(c, i))
            continue;
        if (is_own(c, i) || is_unattributed(readings, i))
            readings_tell(readings, i, OWN, STR(""), (struct span){0});
        else if (press)
            tell_beside_press(readings, i);
    }
}

/* An office and those who speak for it without a name are told apart where nobody else has said it: beside
 * another speaker that would be the lesser difference. */
static void part_voices(struct readings *readings)
{
    vector_each (&readings->tellings, telling)
        telling->key = speaker_of(readings->c, telling->member)->is_voice;
}

/* Each version joins the first reading whose speaker is its own; who may be one of several is in none. */
static void tell_named(struct readings *readings)
{
    const struct comparison *c = readings->c;
    VECTOR(uint32_t) firsts = {0}; /* the first member of each reading */
    for (uint32_t i = 0; i < c->count; i++) {
        bool open = !is_known(c, i);
        size_t r = firsts.size;
        for (size_t k = 0; k < firsts.size && !open; k++) {
            enum speaker_relation relation = relate(c, firsts.data[k], i);
            if (relation == SPEAKER_SAME && r == firsts.size)
                r = k;
            open = relation == SPEAKER_OPEN;
        }
        if (!open && r == firsts.size)
            vector_push(&firsts, i);
        if (!open)
            readings_tell(readings, i, r, speaker_of(c, i)->name, place_of(c, i));
    }
    if (firsts.size == 1)
        part_voices(readings);
    vector_release(&firsts);
}

static int compare_members(const void *left, const void *right)
{
    const struct telling *a = left, *b = right;
    return (a->member > b->member) - (a->member < b->member);
}

void attributions_find(struct readings *readings)
{
    readings_begin(readings);
    tell_named(readings);
    tell_nameless(readings);
    if (readings->tellings.size)
        qsort(readings->tellings.data, readings->tellings.size, sizeof *readings->tellings.data,
              compare_members);
    if (tells_across(readings))
        readings_push(readings, DIFFERENCE_SPEAKER, false);
}

/* ---- why */

const char *attributions_why(const struct comparison *comparison, const struct difference *difference)
{
    uint32_t first = difference->readings[0].versions[0], second = difference->readings[1].versions[0];
    const struct speaker *a = speaker_of(comparison, first), *b = speaker_of(comparison, second);
    if (a->is_press || b->is_press)
        return "Counted as differing: what one has from another outlet, another has from elsewhere or tells "
               "itself";
    if (!a->name.size || !b->name.size)
        return is_own(comparison, second) || is_own(comparison, first)
                   ? "Counted as differing: the words are one, and one outlet prints them as its own"
                   : "Counted as differing: one has it from somebody, another tells it without a source";
    if (speaker_is_voice_of(a, b) && speaker_compare(comparison->vocabulary, a, b) == SPEAKER_SAME)
        return "Counted as differing: an office or a group says it here, and somebody without a name who "
               "speaks "
               "for it there";
    if (a->is_document != b->is_document)
        return "Counted as differing: the words agree, and a document says them here, somebody there";
    if (a->is_person != b->is_person)
        return "Counted as differing: the words agree, and a person says them here, an office or a group "
               "there";
    if (a->realm && a->realm == b->realm)
        return "Counted as differing: the words agree, and two offices of one state say them";
    return "Counted as differing: the words agree, the persons or offices they are attributed to do not";
}
