/* speakers_compare.c: whether two speakers can be one; see speakers.h. People are compared by surname, then
 * by given name; offices by the words that are not roles. */
#include "speakers.h"

#include "nicknames.h"

/* Names must be the same, what only describes may be a synonym: the suit, the lawsuit. */
static bool same_word(const struct vocabulary *vocabulary, const struct word *a, const struct word *b)
{
    bool name = (a->flags | b->flags) & WORD_CAPITAL;
    return words_compare(vocabulary, a, b) >= (name ? LIKENESS_STEM : LIKENESS_SYNONYM);
}

/* How many words of a's name are in b's. */
static size_t shared_words(const struct vocabulary *vocabulary, const struct speaker *a,
                           const struct speaker *b)
{
    size_t shared = 0;
    for (size_t i = 0; i < a->name_count; i++)
        for (size_t j = 0; j < b->name_count; j++)
            if (same_word(vocabulary, &a->name_words[i], &b->name_words[j])) {
                shared++;
                break;
            }
    return shared;
}

/* Whether two given names can be one person's: the same initial, or one short for the other. */
static bool may_be_one_name(struct str a, struct str b)
{
    return a.data[0] == b.data[0] || nickname_is_of(a, b) || nickname_is_of(b, a);
}

/* Same surname, and given names that can be one: Mike and Michael, not Mary and Dick. */
static enum speaker_relation compare_people(const struct vocabulary *vocabulary, const struct speaker *a,
                                            const struct speaker *b)
{
    const struct word *last_a = &a->name_words[a->name_count - 1],
                      *last_b = &b->name_words[b->name_count - 1];
    size_t shared = shared_words(vocabulary, a, b);
    if (!same_word(vocabulary, last_a, last_b))
        return shared == a->name_count || shared == b->name_count ? SPEAKER_SAME : SPEAKER_OTHER;
    if (a->name_count == 1 || b->name_count == 1 || shared > 1)
        return SPEAKER_SAME;
    return may_be_one_name(vocabulary_form(vocabulary, a->name_words[0].form)->text,
                           vocabulary_form(vocabulary, b->name_words[0].form)->text)
               ? SPEAKER_SAME
               : SPEAKER_OTHER;
}

static bool has_context(const struct speaker *person, uint32_t stem)
{
    for (size_t i = 0; i < person->context_count; i++)
        if (person->context[i] == stem)
            return true;
    return false;
}

/* Whether one speaker's role or affiliation names the other: Brad Parscale of the campaign, the campaign. */
static bool context_names(const struct vocabulary *vocabulary, const struct speaker *person,
                          const struct speaker *office)
{
    if (office->acronym && has_context(person, office->acronym))
        return true;
    for (size_t i = 0; i < office->name_count; i++)
        if (!has_context(person, vocabulary_form(vocabulary, office->name_words[i].form)->stem))
            return false;
    return true;
}

static bool names_person(const struct vocabulary *vocabulary, const struct speaker *office,
                         const struct speaker *person)
{
    for (size_t i = 0; i < office->name_count; i++)
        if (same_word(vocabulary, &office->name_words[i], &person->name_words[person->name_count - 1]))
            return true;
    return false;
}

/* Whether a is written as the initials of b: DNC, Democratic National Committee. */
static bool is_acronym(const struct vocabulary *vocabulary, const struct speaker *a, const struct speaker *b)
{
    return a->name_count == 1 && b->acronym &&
           vocabulary_form(vocabulary, a->name_words[0].form)->stem == b->acronym;
}

static enum speaker_relation compare_person(const struct vocabulary *vocabulary, const struct speaker *person,
                                            const struct speaker *office)
{
    if (office->is_writing && names_person(vocabulary, office, person))
        return SPEAKER_SAME;
    if (office->speaks_for || !office->is_named)
        return SPEAKER_OPEN;
    return context_names(vocabulary, person, office) ? SPEAKER_KIN : SPEAKER_OTHER;
}

/* Whether both have a name in them that is one: a letter from Norvia Water, Norvia Water's engineers. */
static bool share_name(const struct vocabulary *vocabulary, const struct speaker *a, const struct speaker *b)
{
    for (size_t i = 0; i < a->name_count; i++)
        for (size_t j = 0; j < b->name_count; j++)
            if ((a->name_words[i].flags & b->name_words[j].flags & WORD_CAPITAL) &&
                same_word(vocabulary, &a->name_words[i], &b->name_words[j]))
                return true;
    return false;
}

static enum speaker_relation compare_offices(const struct vocabulary *vocabulary, const struct speaker *a,
                                             const struct speaker *b)
{
    size_t shared = shared_words(vocabulary, a, b),
           shorter = a->name_count < b->name_count ? a->name_count : b->name_count;
    if (shared == shorter || shared * 2 > shorter || is_acronym(vocabulary, a, b) ||
        is_acronym(vocabulary, b, a))
        return SPEAKER_SAME;
    if (!a->is_named || !b->is_named)
        return SPEAKER_OPEN;
    if (a->is_document != b->is_document && share_name(vocabulary, a, b))
        return SPEAKER_SAME;
    bool kin = a->is_document || b->is_document || (a->is_press && b->is_press) ||
               (a->realm && a->realm == b->realm);
    return kin ? SPEAKER_KIN : SPEAKER_OTHER;
}

enum speaker_relation speaker_compare(const struct vocabulary *vocabulary, const struct speaker *a,
                                      const struct speaker *b)
{
    if (a->person && a->person == b->person)
        return SPEAKER_SAME;
    if (!a->name_count || !b->name_count)
        return SPEAKER_OPEN; /* nobody, or a bare role */
    if (a->is_person && b->is_person)
        return compare_people(vocabulary, a, b);
    if (a->is_person != b->is_person)
        return compare_person(vocabulary, a->is_person ? a : b, a->is_person ? b : a);
    return compare_offices(vocabulary, a, b);
}

bool speaker_is_voice_of(const struct speaker *a, const struct speaker *b)
{
    return !a->is_person && !b->is_person && !a->is_document && !b->is_document && a->is_voice != b->is_voice;
}
